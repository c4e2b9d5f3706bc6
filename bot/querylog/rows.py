"""What does one asking look like in the log? The contract's “log row”, written and read in the same shape."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from bot.shapes import Json, citation_json
from retrieval.same_question import question_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.querylog.pseudonyms import Pseudonyms
    from bot.service import Asker
    from corpus.models import Citation
    from retrieval.answer import Answer

KEPT_CITATIONS = 1_024
"""Written out once: the same passages are shown again and again. It saves a third of a row's time."""

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
        citation = self.citation
        return _passage_id(citation["article"], citation["start"], citation["end"], citation["text"])

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
    """Score, threshold, unknown names, terms, what it was understood as, and in full where it leans on another."""
    shown: tuple[ShownPassage, ...]
    latency_ms: float
    corpus: str
    feedback: Json | None = None
    """Readers' votes, where there are any: how many up, how many down, and the reasons given."""
    number: int = field(default=0, compare=False)
    """Its place in the log: later rows have larger ones. 0 for a row that is not read from there."""

    @property
    def full_question(self) -> str:
        """The question joined with the one that it leans on: what was really answered, and is judged."""
        return self.why.get("joined") or self.question

    @property
    def normal(self) -> str:
        """By which judgements know the question."""
        return normalise(self.full_question)

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
        "joined": answer.joined,
        "levers": answer.levers,
        "by_meaning": answer.by_meaning,
        "foreign_language": answer.foreign_language,
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


def normalise(question: str) -> str:
    """The same for the same question. It is kept with each row: another way to do it needs a migration."""
    return " ".join(question_words(question))


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
                yield ShownPassage(found.rank, found.score, cited, _storable_citation(found.citation))


@lru_cache(KEPT_CITATIONS)
def _passage_id(*place: object) -> str:
    return hashlib.sha256("\0".join(map(str, place)).encode()).hexdigest()[:32]


@lru_cache(KEPT_CITATIONS)
def _storable_citation(citation: Citation) -> Json:
    words = citation_json(citation)
    return words | {name: storable(value) for name, value in words.items() if isinstance(value, str)}
