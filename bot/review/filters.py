"""Which questions does a page's address ask for?"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from typing import Self
from urllib.parse import urlencode

from starlette.exceptions import HTTPException

from bot.querylog.rows import timestamp
from bot.querylog.selection import Selection

LONGEST = 200
"""Characters of a value that are looked at: more than anybody types to find a question."""

OUTCOMES = {"answered": "answered", "no_answer": "refused", "about": "about the bot", "unavailable": "unavailable"}
WAYS = ("telegram", "simulator")

_AGO = re.compile(r"(\d{1,4})([hd])", re.ASCII)
_UNITS = {"h": "hours", "d": "days"}
_CHOICES: Mapping[str, tuple[str, ...]] = {
    "outcome": tuple(OUTCOMES),
    "via": WAYS,
    "judged": ("yes", "no"),
    "disliked": ("1",),
}


@dataclass(frozen=True, slots=True)
class Filters:
    """As they stand in an address; empty ones choose nothing."""

    words: str = ""
    since: str = ""
    """So long ago, as 7d or 12h, or a date."""
    until: str = ""
    outcome: str = ""
    command: str = ""
    via: str = ""
    disliked: str = ""
    judged: str = ""
    chat: str = ""
    normal: str = ""
    """The normalised question, in full: where it is asked again."""

    @classmethod
    def read(cls, address: Mapping[str, str]) -> Self:
        """HTTPException, with a sentence, where a value can't be one."""
        given = {field.name: address.get(field.name, "").strip() for field in fields(cls)}
        found = cls(**{name: value if name == "normal" else value[:LONGEST] for name, value in given.items()})
        for name, choices in _CHOICES.items():
            value = getattr(found, name)
            if value and value not in choices:
                raise HTTPException(400, f"“{name}” is one of {', '.join(choices)}, not “{value}”.")
        for moment in (found.since, found.until):
            _read_moment(moment)
        return found

    @property
    def selection(self) -> Selection:
        return Selection(
            since=_read_moment(self.since),
            until=_read_moment(self.until),
            outcome=self.outcome or None,
            command=self.command or None,
            via=self.via or None,
            chat=self.chat or None,
            disliked=bool(self.disliked),
            normal=self.normal or None,
            words=self.words or None,
        )

    def defaulting(self, since: str) -> Filters:
        """From then on, where it isn't said otherwise."""
        return self if self.since or self.until else replace(self, since=since)

    def address(self, path: str, **more: object) -> str:
        """`path` with these filters, and with what else it takes."""
        values = {**asdict(self), **more}
        query = urlencode({name: value for name, value in values.items() if value not in {"", None}})
        return f"{path}?{query}" if query else path


def _read_moment(given: str) -> str | None:
    """As the log writes times; None where nothing is given."""
    if not given:
        return None
    try:
        if ago := _AGO.fullmatch(given):
            return timestamp(dt.datetime.now(dt.UTC) - dt.timedelta(**{_UNITS[ago[2]]: int(ago[1])}))
        moment = dt.datetime.fromisoformat(given)
        return timestamp(moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC))
    except (ValueError, OverflowError):
        raise HTTPException(
            400, f"“{given}” is neither so long ago, as 7d or 12h, nor a date, as 2022-01-09."
        ) from None
