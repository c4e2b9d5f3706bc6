"""With which questions can a reader begin? Made from the newest articles, and asked before they are offered."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice, zip_longest

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

SHIPPED = ("What did Ryabkov say?", "Who leads the Russian side?", "When do the Geneva talks start?")
"""For the articles that come with the bot: where all three are answered, nothing better can be made."""

_MEETING = re.compile(
    r"\b(?:meeting|talks|summit|council|conference|session|hearing|election|vote|trial|match|final|visit|ceremony)\b",
    re.IGNORECASE,
)
_PLACE = re.compile(r"\b(?:in|at)\s+((?:[A-Z][\w’'-]+)(?:\s[A-Z][\w’'-]+)?)")


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


def find_opening(corpus: Corpus, newest: Sequence[int], ask: Callable[[str], Answer]) -> Opening:
    articles = [corpus.articles[number] for number in newest[:READ]]
    quotes = [(article, quote) for article in articles for quote in corpus.quotes.get(article.id, ()) if _by(quote)]
    spoken = Counter(_by(quote) for _, quote in quotes if quote.type != "reported")
    people = tuple(name for name, _ in spoken.most_common(PEOPLE))
    if articles and all(ask(question).outcome == "answered" for question in SHIPPED):
        return Opening(SHIPPED, people)
    events = list(chain.from_iterable(find_events(corpus, article) for article in articles))
    kinds = (_said(people), _roles(corpus, quotes, people[:1]), _planned(events))
    answered = [[one.question for one in islice(kind, TRIED) if _is_answered(one, ask(one.question))] for kind in kinds]
    in_turn = (question for turn in zip_longest(*answered) for question in turn if question)
    return Opening(tuple(islice(dict.fromkeys(in_turn), QUESTIONS)), people)


def _is_answered(candidate: _Candidate, answer: Answer) -> bool:
    if answer.outcome != "answered" or candidate.told is None:
        return answer.outcome == "answered"
    shown = [citation for hit in answer.hits for citation in (hit.citation, *hit.also)]
    return any(_overlap(candidate.told, citation) for citation in shown)


def _overlap(one: Citation, other: Citation) -> bool:
    begin, end = max(one.span.start, other.span.start), min(one.span.end, other.span.end)
    return one.article.id == other.article.id and begin < end


def _by(quote: Quote) -> str:
    """The name of the person who is quoted for sure; empty where it is none."""
    who = quote.attribution
    return who.name if who and who.kind == "person" and quote.confidence >= SURE else ""


def _said(people: Sequence[str]) -> Iterator[_Candidate]:
    for name in people:
        yield _Candidate(f"What did {name.rsplit(maxsplit=1)[-1]} say?")


def _roles(corpus: Corpus, quotes: Sequence[tuple[Article, Quote]], but_of: Sequence[str]) -> Iterator[_Candidate]:
    """“Who is Wendy Sherman?”: those whom an article gives a role where it names them."""
    known = set(but_of)
    for article, quote in quotes:
        who = quote.attribution
        if who and who.role and who.name not in known and who.name in who.mention.of(article.text):
            known.add(who.name)
            yield _Candidate(f"Who is {who.name}?", corpus.cite(article.id, who.mention))


def _planned(events: Sequence[Event]) -> Iterator[_Candidate]:
    """“When is the meeting in Brussels?”"""
    for event in events:
        citation = event.mentions[0].citation
        if event.status == "planned" and event.grain == "day":
            meeting, place = _MEETING.search(citation.text), _PLACE.search(citation.text)
            if meeting and place:
                verb = "are" if meeting[0].lower() == "talks" else "is"
                yield _Candidate(f"When {verb} the {meeting[0].lower()} in {place[1]}?", citation)
