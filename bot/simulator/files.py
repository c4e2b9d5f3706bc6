"""Which files were sent? Kept in memory; the oldest go first."""

from __future__ import annotations

import mimetypes
import secrets
import struct
from dataclasses import dataclass

from bot.simulator.json_text import Json

KEPT_BYTES = 200_000_000

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8"
_JPEG_NO_FRAME = {0xC4, 0xC8, 0xCC}


@dataclass(frozen=True, slots=True)
class StoredFile:
    id: str
    content: bytes
    name: str
    mime: str
    folder: str

    @property
    def path(self) -> str:
        """As getFile tells it."""
        return f"{self.folder}/{self.id}{mimetypes.guess_extension(self.mime) or ''}"

    def shape(self) -> Json:
        return {"file_id": self.id, "file_unique_id": self.id[:16], "file_size": len(self.content)}


class Files:
    def __init__(self) -> None:
        self._files: dict[str, StoredFile] = {}
        self._size = 0

    def add(self, content: bytes, name: str, mime: str, folder: str) -> StoredFile:
        stored = StoredFile(secrets.token_urlsafe(24), content, name, mime, folder)
        self._files[stored.id] = stored
        self._size += len(content)
        while self._size > KEPT_BYTES:
            oldest = self._files.pop(next(iter(self._files)))
            self._size -= len(oldest.content)
        return stored

    def get(self, file_id: str) -> StoredFile | None:
        return self._files.get(file_id)

    def at(self, path: str) -> StoredFile | None:
        stored = self._files.get(path.partition("/")[2].partition(".")[0])
        return stored if stored and stored.path == path else None


def picture_size(content: bytes) -> tuple[str, int, int] | None:
    """The media type, width and height of a PNG or JPEG; None for anything else."""
    if content.startswith(_PNG) and len(content) >= 24:
        width, height = struct.unpack(">II", content[16:24])
        return "image/png", width, height
    if content.startswith(_JPEG):
        return _jpeg_size(content)
    return None


def _jpeg_size(content: bytes) -> tuple[str, int, int] | None:
    """Walk the segments up to the frame header, which holds the size."""
    position = 2
    while position + 9 <= len(content) and content[position] == 0xFF:
        marker = content[position + 1]
        if 0xC0 <= marker <= 0xCF and marker not in _JPEG_NO_FRAME:
            height, width = struct.unpack(">HH", content[position + 5 : position + 9])
            return "image/jpeg", width, height
        position += 2 + int.from_bytes(content[position + 2 : position + 4], "big")
    return None
