"""What is a question about? Its names and words, as the articles write them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from corpus.models import Corpus, Span
from retrieval.analysis import TOKEN, analyze, split_token
from retrieval.names import DEMONYMS, SAME_NAMES
from retrieval.question import LIGHT_TERMS, blank_frames
from retrieval.retriever import Retriever
from retrieval.vocabulary import Vocabulary

Kind = Literal["person", "country", "place", "date", "name", "unknown", "word"]
"""`unknown` is a name that the articles don't hold, by its capital."""

LOOKED_AT = 12
"""How many passages tell what kind of name a word is."""
LEAD = 400
"""Characters before a passage in which the one is named whom it calls “he” or “the minister”."""

_COUNTRIES = frozenset(term for name in ("American", *SAME_NAMES, *DEMONYMS.values()) for term in analyze(name))
_COUNTRIES -= frozenset(analyze("Kyiv Kharkiv Lviv Odesa Chernobyl Beijing"))
_DATES = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december weekend week month year
    """.split()
)
_TITLES = frozenset(
    """
    ambassador chairman chancellor chief commissioner deputy director dr foreign general judge king minister mr mrs ms
    pope premier president prince prof professor queen secretary senator sir spokesman spokeswoman state
    """.split()
)
_FILLERS = frozenset(analyze("exactly precisely next sure true okay thanks again"))
_PREPOSITION = re.compile(
    r"\b(about|after|against|at|before|by|for|from|in|near|of|on|to|with)\s+(?:(?:the|an?)\s+)?$", re.IGNORECASE
)
_NAME = r"[A-Z][\w’'-]+"
_TITLE = "|".join(title.title() for title in sorted(_TITLES - {"deputy", "foreign", "general", "state"}))
_TITLE = rf"(?:{_TITLE})(?: of State| General)?"


@dataclass(frozen=True, slots=True)
class Topic:
    """A name or word of a question; `text` is written as the articles write it."""

    text: str
    kind: Kind
    span: Span
    """Where it stands in the question."""
    preposition: str = ""
    """The one right before it: *in* Vienna, *about* NATO."""

    @property
    def is_name(self) -> bool:
        return self.kind != "word"

    @property
    def name(self) -> str:
        """As a reader is shown it: a people's country, Russian as Russia."""
        country = DEMONYMS.get(self.text, self.text)
        return country if country[:1] == self.text[:1] else self.text


def has_content(text: str) -> bool:
    """Whether a question says what it is about: “When?” doesn't."""
    return any(map(_is_content, analyze(blank_frames(text))))


class TopicFinder:
    """Tells names from words by how the articles write them: readers often write without capitals."""

    def __init__(self, corpus: Corpus, retriever: Retriever, vocabulary: Vocabulary) -> None:
        self._corpus = corpus
        self._retriever = retriever
        self._vocabulary = vocabulary

    def find(self, text: str) -> list[Topic]:
        """The topics of a question, in order; a first and a last name are one."""
        topics: list[Topic] = []
        for topic in self._single(text):
            if topics and topic.kind == topics[-1].kind == "person" and _adjoin(topics[-1], topic, text):
                last = topics.pop()
                span = Span(last.span.start, topic.span.end)
                topics.append(Topic(f"{last.text} {topic.text}", "person", span, last.preposition))
            else:
                topics.append(topic)
        return topics

    def find_person(self, passage: int) -> str | None:
        """Of whom the passage of that number speaks: the first person in it, else the last before it."""
        span, text = self._corpus.passages[passage].span, self._article_text(passage)
        if within := self._people(span.of(text)):
            return within[0]
        earlier = self._people(text[max(0, span.start - LEAD) : span.start])
        return earlier[-1] if earlier else None

    def _article_text(self, passage: int) -> str:
        return self._corpus.article(self._corpus.passages[passage].article_id).text

    def _people(self, text: str) -> list[str]:
        """The last names of those whom a piece of an article calls by theirs."""
        return [
            topic.text.rsplit(maxsplit=1)[-1]
            for topic in self.find(text)
            if topic.kind == "person" and text[topic.span.start].isupper()
        ]

    def _single(self, text: str) -> Iterator[Topic]:
        for match in TOKEN.finditer(blank_frames(text)):
            terms = [term for term in analyze(match[0]) if _is_content(term)]
            if not terms:
                continue
            written = match[0]
            if not any(map(self._retriever.knows, terms)) and (mended := self._vocabulary.mend(written)):
                terms, written = analyze(mended), mended
            kind, form = self._recognise(terms[0], written, text[: match.start()])
            before = _PREPOSITION.search(text[: match.start()])
            yield Topic(form, kind, Span(*match.span()), before[1].lower() if before else "")

    def _recognise(self, term: str, written: str, before: str) -> tuple[Kind, str]:
        """Its kind, and its form in the articles where that differs from the reader's by capitals or slips."""
        bare = "".join(split_token(written)) if "-" not in written else written
        if bare.lower() in _DATES:
            return "date", bare.title()
        passages = [
            self._corpus.passages[hit.passage].span.of(self._article_text(hit.passage))
            for hit in self._retriever.search([term], LOOKED_AT)
        ]
        forms = _forms(term, passages)
        if bare.lower() in _TITLES or not _is_name(forms, bare, before):
            return "word", bare
        name = next((form for form in forms if form.lower() == bare.lower()), bare.title() if bare.islower() else bare)
        return _kind(term, name, passages) if forms else "unknown", name


def _is_content(term: str) -> bool:
    return term not in LIGHT_TERMS and term not in _FILLERS


def _forms(term: str, passages: Sequence[str]) -> Counter[str]:
    """How the articles write a term within sentences, possessives dropped; a beginning has a capital anyway."""
    return Counter(
        "-".join(split_token(match[0]))
        for passage in passages
        for match in TOKEN.finditer(passage)
        if term in analyze(match[0]) and _is_within(passage, match.start())
    )


def _is_within(passage: str, start: int) -> bool:
    """Whether a sentence goes on there, so that a capital is a name's."""
    before = passage[max(0, start - 3) : start].rstrip()
    return before[-1:].isalnum() or before[-1:] in {",", ";", ")"}


def _is_name(forms: Counter[str], written: str, before: str) -> bool:
    if forms:
        return 2 * sum(times for form, times in forms.items() if form[0].isupper()) > forms.total()
    return written[0].isupper() and (bool(before.strip()) or not written.islower())


def _kind(term: str, name: str, passages: Sequence[str]) -> Kind:
    if term in _COUNTRIES:
        return "country"
    if name.isupper():
        return "name"
    last = re.escape(name)
    person = re.compile(
        rf"\b{_TITLE} (?:{_NAME} )?{last}\b|\b{_TITLE} {last} {_NAME}|"
        rf"\b{_NAME} {last} (?:said|says|told|warned|added)\b"
    )
    if any(person.search(passage.replace("\xa0", " ")) for passage in passages):
        return "person"
    place = re.compile(rf"\b(?:in|at|near) {last}\b")
    return "place" if any(place.search(passage) for passage in passages) else "name"


def _adjoin(one: Topic, other: Topic, text: str) -> bool:
    return not text[one.span.end : other.span.start].strip()
