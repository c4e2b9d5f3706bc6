"""Is a line the JSON object that it should be, with the fields that it should have?"""

from __future__ import annotations

import json
from typing import Any

_KINDS = {
    str: "a text",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
    list: "a list",
    dict: "a JSON object",
}


class LineError(Exception):
    """It isn't; the text says what is wrong, for whoever knows where it stands."""


def read_object(line: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        row = None
    if not isinstance(row, dict):
        raise LineError("is not a JSON object")
    return row


def read_field(row: dict[str, Any], name: str, kind: type) -> Any:  # noqa: ANN401 - of that kind
    if name not in row:
        raise LineError(f"{name!r} is missing")
    value = row[name]
    # Not isinstance: to Python, true and false are whole numbers too.
    if type(value) is not kind and not (kind is float and type(value) is int):
        raise LineError(f"{name!r} is not {_KINDS[kind]}")
    return value
