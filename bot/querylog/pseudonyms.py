"""Who asked, without saying who? Keyed pseudonyms for Telegram ids, and the key they hang on."""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
import tempfile
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from bot.querylog.durable import sync_folder
from bot.querylog.errors import LogError

if TYPE_CHECKING:
    from pydantic import SecretStr

Kind = Literal["chat", "user"]

KEY_FILE = "pseudonym.key"
KEY_BYTES = 32
PSEUDONYM_DIGITS = 16
"""64 bits: that two of a million readers share a pseudonym has a chance of 1 in 37 million."""


@dataclass(frozen=True, slots=True)
class Pseudonyms:
    """The same id has the same pseudonym for as long as the key is the same; nobody gets back without it."""

    key: bytes = field(repr=False)

    def of(self, kind: Kind, telegram_id: int) -> str:
        digest = hmac.new(self.key, f"{kind}:{telegram_id}".encode(), hashlib.sha256)
        return digest.hexdigest()[:PSEUDONYM_DIGITS]

    @property
    def fingerprint(self) -> str:
        """Tells the key from others without giving it away. No pseudonym: those are of `kind:id`."""
        return hmac.new(self.key, b"fingerprint", hashlib.sha256).hexdigest()[:PSEUDONYM_DIGITS]


def read_key(data_folder: Path, log_path: Path, configured: SecretStr | str | None = None) -> bytes:
    """The configured key, else the key file's, made once; LogError where a log has lost its key."""
    if configured:
        secret = configured if isinstance(configured, str) else configured.get_secret_value()
        return secret.encode("utf-8", "surrogateescape")
    path = data_folder / KEY_FILE
    if log_path.exists() and not path.exists():
        raise LogError(
            f"The pseudonym key {path} is missing beside the query log {log_path}: restore it from a backup, "
            "set TALKS_PSEUDONYM_KEY, or move the log away to begin a new one."
        )
    try:
        if not path.exists():
            _make_key(path)
        return _parse_key(path)
    except OSError as error:
        raise LogError(f"The pseudonym key {path} cannot be used: {error.strerror or error}.") from error


def _make_key(path: Path) -> None:
    """The file appears with all its bytes on disk, or not at all, and never replaces another."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)  # O_EXCL, 0600
    try:
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(secrets.token_hex(KEY_BYTES) + "\n")
            file.flush()
            os.fsync(file.fileno())
        with suppress(FileExistsError):  # a bot started at the same moment made the key
            path.hardlink_to(draft)
    finally:
        Path(draft).unlink()
    sync_folder(path.parent)


def _parse_key(path: Path) -> bytes:
    with suppress(ValueError):  # also what cannot be decoded
        key = bytes.fromhex(path.read_text(encoding="ascii"))
        if len(key) == KEY_BYTES:
            return key
    raise LogError(f"The pseudonym key {path} is damaged; restore it from a backup or set TALKS_PSEUDONYM_KEY.")
