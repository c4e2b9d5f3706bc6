"""What is there to be noted, and how does it wait, a line of JSON each, until the log takes it?"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from bot.querylog.rows import LogRow, ShownPassage
from bot.shapes import Json


@dataclass(frozen=True, slots=True)
class Asked:
    row: LogRow


@dataclass(frozen=True, slots=True)
class Delivered:
    """The answers to these askings were sent."""

    uids: Sequence[str]
    at: str


@dataclass(frozen=True, slots=True)
class Voted:
    """A reader, by pseudonym, thinks so of the answer to an asking; the last vote counts."""

    uid: str
    voter: str
    up: bool
    reason: str | None
    at: str


Entry = Asked | Delivered | Voted


def to_line(entry: Entry) -> str:
    """ASCII, so that no character in it ends the line."""
    return json.dumps({type(entry).__name__: _fields(entry)})


def from_line(line: str) -> Entry | None:
    """None for a line that was not written to its end: it was never acknowledged."""
    try:
        [(kind, fields)] = json.loads(line).items()
        return _parse(kind, fields)
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


def _fields(entry: Entry) -> Json:
    if not isinstance(entry, Asked):
        return asdict(entry)
    fields = asdict(entry.row)
    del fields["feedback"], fields["number"]
    return fields


def _parse(kind: str, fields: Json) -> Entry:
    match kind:
        case "Asked":
            shown = tuple(ShownPassage(**passage) for passage in fields.pop("shown"))
            return Asked(LogRow(**fields, shown=shown))
        case "Delivered":
            return Delivered(**fields)
        case "Voted":
            return Voted(**fields)
    raise KeyError(kind)
