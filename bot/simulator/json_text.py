"""Is this JSON that can be passed on? Refuses what would break later: lone surrogates, NaN, endless nesting."""

from __future__ import annotations

import json
from typing import Any, NoReturn, TypeGuard

Json = dict[str, Any]


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")


def loads(source: str | bytes) -> Any:  # noqa: ANN401 - JSON may hold anything
    """The value; ValueError for anything that could not be written as UTF-8 JSON again."""
    try:
        value = json.loads(source, parse_constant=_refuse_constant)
        json.dumps(value, ensure_ascii=False, allow_nan=False).encode()
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    return value


def is_integer(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool)
