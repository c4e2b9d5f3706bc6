"""What does a message say? Reads text, captions and files out of a call and checks them."""

from __future__ import annotations

from dataclasses import dataclass

from bot.simulator import limits
from bot.simulator.errors import bad_request
from bot.simulator.files import Files, StoredFile, picture_size
from bot.simulator.formatted import Formatted, check_entities, clean, find_entities, trim, utf16
from bot.simulator.json_text import Json
from bot.simulator.keyboards import check_deep_link
from bot.simulator.markup import parse_html
from bot.simulator.params import Params


@dataclass(frozen=True, slots=True)
class _Field:
    """Where a formatted text stands in a call."""

    text: str
    entities: str
    parse_mode: str
    limit: int
    too_long: str


TEXT = _Field("text", "entities", "parse_mode", limits.TEXT, "message is too long")
MESSAGE_TEXT = _Field("message_text", "entities", "parse_mode", limits.TEXT, "message is too long")
CAPTION = _Field("caption", "caption_entities", "parse_mode", limits.CAPTION, "message caption is too long")
QUOTE = _Field("quote", "quote_entities", "quote_parse_mode", limits.QUOTE, "QUOTE_TEXT_INVALID")


def read_formatted(params: Params, where: _Field) -> Formatted:
    source = clean(params.text(where.text))
    mode = params.text(where.parse_mode)
    if mode and mode.lower() != "html":
        raise bad_request("unsupported parse_mode")
    if mode:
        formatted = parse_html(source)
    else:
        formatted = Formatted(source, check_entities(source, params.structure(where.entities, list) or []))
    formatted = trim(formatted)
    if utf16(formatted.text) > where.limit:
        raise bad_request(where.too_long)
    if len(formatted.entities) > limits.ENTITIES:
        raise bad_request("ENTITIES_TOO_LONG")
    for entity in formatted.entities:
        check_deep_link(str(entity.get("url", "")))
    return formatted


def read_text(params: Params, where: _Field = TEXT) -> Json:
    formatted = read_formatted(params, where)
    if not formatted.text.strip():
        raise bad_request("message text is empty")
    preview: Json | None = params.structure("link_preview_options", dict)
    return text_content(formatted) | ({"link_preview_options": preview} if preview else {})


def text_content(formatted: Formatted) -> Json:
    formatted = find_entities(formatted)
    entities = {"entities": list(formatted.entities)} if formatted.entities else {}
    return {"text": formatted.text, **entities}


def read_caption(params: Params) -> Json:
    """The caption's fields; none of them without a caption."""
    formatted = find_entities(read_formatted(params, CAPTION))
    if not formatted.text:
        return {}
    entities = {"caption_entities": list(formatted.entities)} if formatted.entities else {}
    above = {"show_caption_above_media": True} if params.flag("show_caption_above_media") else {}
    return {"caption": formatted.text, **entities, **above}


def read_photo(params: Params, files: Files, field: str = "photo") -> Json:
    stored = _read_file(params, files, field, "photos")
    size = picture_size(stored.content)
    if size is None:
        raise bad_request("IMAGE_PROCESS_FAILED")
    _, width, height = size
    if len(stored.content) > limits.PHOTO_BYTES:
        raise bad_request("file is too big")
    if not width or not height or width + height > limits.PHOTO_SIDES:
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    if max(width, height) > limits.PHOTO_RATIO * min(width, height):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return {"photo": [{**stored.shape(), "width": width, "height": height}]}


def read_document(params: Params, files: Files, field: str = "document") -> Json:
    stored = _read_file(params, files, field, "documents")
    return {"document": {**stored.shape(), "file_name": stored.name, "mime_type": stored.mime}}


def _read_file(params: Params, files: Files, field: str, folder: str) -> StoredFile:
    """The uploaded file, or one sent earlier."""
    reference = params.text(field)
    upload = params.uploads.get(reference.removeprefix("attach://") if reference else field)
    if upload is None:
        if not reference:
            raise bad_request(f"there is no {field} in the request")
        stored = files.get(reference)
        if stored is None:
            raise bad_request("wrong file identifier/HTTP URL specified")
        return stored
    if not upload.content:
        raise bad_request("file must be non-empty")
    size = picture_size(upload.content) if folder == "photos" else None
    return files.add(upload.content, upload.name, size[0] if size else upload.mime, folder)
