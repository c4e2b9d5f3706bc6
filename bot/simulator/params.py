"""What did the bot ask for? A call's parameters, from the address, a form, an upload or JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request

from bot.simulator.errors import ApiError, bad_request
from bot.simulator.json_text import is_integer, loads


@dataclass(frozen=True, slots=True)
class Upload:
    content: bytes
    name: str
    mime: str


@dataclass(frozen=True, slots=True)
class Params:
    values: Mapping[str, Any]
    uploads: Mapping[str, Upload] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """The value as text, empty when it is missing."""
        value = self.values.get(name)
        if value is None:
            return ""
        if isinstance(value, str):
            return value
        if is_integer(value):
            return str(value)
        raise bad_request(f'field "{name}" must be of type String')

    def integer(self, name: str, default: int) -> int:
        value = self.text(name)
        if not value:
            return default
        digits = value.removeprefix("-")
        if not (digits.isascii() and digits.isdigit() and len(digits) < 19):
            raise bad_request(f'parameter "{name}" must be of type Integer')
        return int(value)

    def flag(self, name: str) -> bool:
        value = self.values.get(name)
        return value is True or str(value).lower() in {"true", "1", "yes"}

    def structure(self, name: str, kind: type) -> Any:  # noqa: ANN401 - a list or an object, as `kind` says
        """A nested value, sent as such or as JSON text; None when it is missing."""
        value = self.values.get(name)
        if isinstance(value, str):
            if not value.strip():
                return None
            try:
                value = loads(value)
            except ValueError as error:
                raise bad_request(f"can't parse {name} JSON object") from error
        if value is not None and not isinstance(value, kind):
            expected = "an Array" if kind is list else "an Object"
            raise bad_request(f"can't parse {name}: expected {expected}")
        return value


async def read_params(request: Request) -> Params:
    values: dict[str, Any] = _pairs(request.scope["query_string"].decode("ascii", "replace"))
    if request.method != "POST":
        return Params(values)
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == "multipart/form-data":
        return await _read_multipart(request, values)
    body = await request.body()
    if kind == "application/json" and body.strip():
        return Params(values | _object(body))
    if kind == "application/x-www-form-urlencoded":
        return Params(values | _pairs(_decoded(body)))
    return Params(values)


async def _read_multipart(request: Request, values: dict[str, Any]) -> Params:
    uploads = {}
    try:
        async with request.form() as form:
            for name, value in form.multi_items():
                if isinstance(value, UploadFile):
                    mime = value.content_type or "application/octet-stream"
                    uploads[name] = Upload(await value.read(), value.filename or "file", mime)
                else:
                    values[name] = value
    except HTTPException as error:
        if error.status_code != 400:
            raise
        raise bad_request("can't parse the multipart form") from error
    return Params(values, uploads)


def _object(body: bytes) -> dict[str, Any]:
    try:
        value = loads(body)
    except ValueError as error:
        raise ApiError(400, "Bad Request: can't parse JSON object") from error
    if not isinstance(value, dict):
        raise bad_request("expected a JSON object")
    return value


def _decoded(body: bytes) -> str:
    try:
        return body.decode()
    except UnicodeDecodeError as error:
        raise bad_request("strings must be encoded in UTF-8") from error


def _pairs(source: str) -> dict[str, Any]:
    try:
        return dict(parse_qsl(source, keep_blank_values=True, errors="strict"))
    except ValueError as error:
        raise bad_request("strings must be encoded in UTF-8") from error
