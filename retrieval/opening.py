"""With which questions can a reader begin? Made from the newest articles, and asked before they are offered."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice, zip_longest
from typing import Protocol

from corpus.events import find_events
from corpus.models import Article, Citation, Corpus, Event, Quote
from corpus.quotes.confidence import SURE
from retrieval.answer import Answer

READ = 20
"""Articles, the newest: what they tell is what a reader comes for, and more would keep the first one waiting."""
QUESTIONS = 3
TRIED = 4
"""Questions of a kind that are asked before the next kind has its turn."""
PEOPLE = 4

MEETINGS = (
    "meeting",
    "talks",
    "summit",
    "council",
    "conference",
    "session",
    "hearing",
    "election",
    "vote",
    "trial",
    "match",
    "final",
    "visit",
    "ceremony",
)
_MEETING = re.compile(rf"\b(?:{'|'.join(MEETINGS)})\b", re.IGNORECASE)
_PLACE = re.compile(r"\b(?:in|at)\s+((?:[A-Z][\w’'-]+)(?:\s[A-Z][\w’'-]+)?)")


class Phrases(Protocol):
    """The questions in a reader's language; names are as the articles spell them."""

    def shipped(self) -> Sequence[str]:
        """For the articles that come with the bot: where all of them are answered, nothing better can be made."""
        ...

    def said(self, name: str) -> str: ...

    def who(self, name: str) -> str: ...

    def when(self, meeting: str, place: str) -> str:
        """The meeting is one of `MEETINGS`."""
        ...


@dataclass(frozen=True, slots=True)
class Opening:
    questions: tuple[str, ...]
    people: tuple[str, ...]
    """Those whose own words the newest articles quote most."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    question: str
    told: Citation | None = None
    """What the question was made from, and its answer has to show."""


def find_opening(corpus: Corpus, newest: Sequence[int], ask: Callable[[str], Answer], phrases: Phrases) -> Opening:
    articles = [corpus.articles[number] for number in newest[:READ]]
    quotes = [(article, quote) for article in articles for quote in corpus.quotes.get(article.id, ()) if _by(quote)]
    spoken = Counter(_by(quote) for _, quote in quotes if quote.type != "reported")
    people = tuple(name for name, _ in spoken.most_common(PEOPLE))
    shipped = tuple(phrases.shipped())
    if articles and all(ask(question).outcome == "answered" for question in shipped):
        return Opening(shipped, people)
    events = list(chain.from_iterable(find_events(corpus, article) for article in articles))
    kinds = (_said(people, phrases), _roles(corpus, quotes, people[:1], phrases), _planned(events, phrases))
    answered = [[one.question for one in islice(kind, TRIED) if _is_answered(one, ask(one.question))] for kind in kinds]
    in_turn = (question for turn in zip_longest(*answered) for question in turn if question)
    return Opening(tuple(islice(dict.fromkeys(in_turn), QUESTIONS)), people)


def _is_answered(candidate: _Candidate, answer: Answer) -> bool:
    if answer.outcome != "answered" or candidate.told is None:
        return answer.outcome == "answered"
    shown = [citation for hit in answer.hits for citation in (hit.citation, *hit.also)]
    return any(candidate.told.overlaps(citation) for citation in shown)


def _by(quote: Quote) -> str:
    """The name of the person who is quoted for sure; empty where it is none."""
    who = quote.attribution
    return who.name if who and who.kind == "person" and quote.confidence >= SURE else ""


def _said(people: Sequence[str], phrases: Phrases) -> Iterator[_Candidate]:
    for name in people:
        yield _Candidate(phrases.said(name.rsplit(maxsplit=1)[-1]))


def _roles(
    corpus: Corpus, quotes: Sequence[tuple[Article, Quote]], but_of: Sequence[str], phrases: Phrases
) -> Iterator[_Candidate]:
    """“Who is Wendy Sherman?”: those whom an article gives a role where it names them."""
    known = set(but_of)
    for article, quote in quotes:
        who = quote.attribution
        if who and who.role and who.name not in known and who.name in who.mention.of(article.text):
            known.add(who.name)
            yield _Candidate(phrases.who(who.name), corpus.cite(article.id, who.mention))


def _planned(events: Sequence[Event], phrases: Phrases) -> Iterator[_Candidate]:
    """“When is the meeting in Brussels?”"""
    for event in events:
        citation = event.mentions[0].citation
        if event.status == "planned" and event.grain == "day":
            meeting, place = _MEETING.search(citation.text), _PLACE.search(citation.text)
            if meeting and place:
                yield _Candidate(phrases.when(meeting[0].lower(), place[1]), citation)
