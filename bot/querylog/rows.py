"""What does one asking look like in the log? The contract's “log row”, written and read in the same shape."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.shapes import Json, citation_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.querylog.pseudonyms import Pseudonyms
    from bot.service import Asker
    from retrieval.answer import Answer

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class ShownPassage:
    """A passage beside an answer: `cited` as the answer, or a candidate that was kept back."""

    rank: int
    score: float
    cited: bool
    citation: Json

    @property
    def passage_id(self) -> str:
        """The same for the same words at the same place, whatever the corpus around them."""
        place = "\0".join(str(self.citation[name]) for name in ("article", "start", "end", "text"))
        return hashlib.sha256(place.encode()).hexdigest()[:32]

    def to_json(self) -> Json:
        return {
            "rank": self.rank,
            "score": round(self.score, 4),
            "cited": self.cited,
            "citation": self.citation,
        }


@dataclass(frozen=True, slots=True)
class LogRow:
    """One asking. Neither ids nor names: `chat` and `user` are pseudonyms."""

    uid: str
    at: str
    """ISO 8601, UTC, to the millisecond."""
    via: str
    command: str
    chat: str
    user: str | None
    question: str
    outcome: str
    why: Json
    """Score, threshold, unknown names, terms, and what the question was understood as."""
    shown: tuple[ShownPassage, ...]
    latency_ms: float
    corpus: str
    feedback: str | None = None

    def to_json(self) -> Json:
        return {
            "uid": self.uid,
            "at": self.at,
            "via": self.via,
            "command": self.command,
            "chat": self.chat,
            "user": self.user,
            "question": self.question,
            "outcome": self.outcome,
            "why": self.why,
            "shown": [passage.to_json() for passage in self.shown],
            "feedback": self.feedback,
            "latency_ms": round(self.latency_ms, 3),
            "corpus": self.corpus,
        }


def make_row(asker: Asker, answer: Answer, at: dt.datetime, corpus: str, pseudonyms: Pseudonyms) -> LogRow:
    """The row of an answer given `at` an aware time."""
    user = None if asker.user_id is None else pseudonyms.of("user", asker.user_id)
    why = {
        "score": answer.score,
        "threshold": answer.threshold,
        "unknown": answer.unknown,
        "terms": answer.terms,
        "understood": answer.understood,
    }
    return LogRow(
        uid=storable(asker.uid),
        at=timestamp(at),
        via=asker.via,
        command=storable(asker.command),
        chat=pseudonyms.of("chat", asker.chat_id),
        user=user,
        question=storable(answer.question),
        outcome=answer.outcome,
        why=_as_read_back(why),
        shown=tuple(_shown(answer)),
        latency_ms=answer.latency_ms,
        corpus=corpus,
    )


def timestamp(at: dt.datetime) -> str:
    """Of an aware time. All are equally long, so that they sort as times do."""
    return f"{at.astimezone(dt.UTC).replace(tzinfo=None).isoformat(timespec='milliseconds')}Z"


def storable(text: str) -> str:
    """The text, in which a lone surrogate, which UTF-8 cannot hold, is the replacement character."""
    return _LONE_SURROGATE.sub("\ufffd", text)


def _as_read_back(value: Json) -> Json:
    read_back: Json = json.loads(storable(json.dumps(value, ensure_ascii=False)))
    return read_back


def _shown(answer: Answer) -> Iterator[ShownPassage]:
    seen = set()
    for cited, passages in ((True, answer.hits), (False, answer.nearest + answer.candidates)):
        for found in passages:
            place = (found.citation.article.id, found.citation.span)
            if place not in seen:
                seen.add(place)
                citation = citation_json(found.citation)
                words = {name: storable(value) for name, value in citation.items() if isinstance(value, str)}
                yield ShownPassage(found.rank, found.score, cited, citation | words)
