"""What is a question about? Its names and words, as the articles write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.models import Corpus, Span
from retrieval.analysis import TOKEN, analyze, split_token
from retrieval.foreign.followups import content_spans, may_be_name, signs_of
from retrieval.foreign.language import Foreign
from retrieval.foreign.names import english_name
from retrieval.foreign.reading import read_foreign
from retrieval.name_kinds import DATES, TITLES, Kind, find_forms, find_kind, is_country, is_name
from retrieval.names import DEMONYMS
from retrieval.question import LIGHT_TERMS, blank_frames
from retrieval.retriever import Retriever
from retrieval.vocabulary import Vocabulary

LOOKED_AT = 12
"""How many passages tell what kind of name a word is."""
LEAD = 400
"""Characters before a passage in which the one is named whom it calls “he” or “the minister”."""

_FILLERS = frozenset(analyze("exactly precisely next sure true okay thanks again"))
_PREPOSITION = re.compile(
    r"\b(about|after|against|at|before|by|for|from|in|near|of|on|to|with)\s+(?:(?:the|an?)\s+)?$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Topic:
    """A name or word of a question."""

    text: str
    """As the articles write it; in a question that isn't in English, as it is written there."""
    kind: Kind
    span: Span
    """Where it stands in the question."""
    preposition: str = ""
    """The one right before it: *in* Vienna, *about* NATO."""
    english: str = ""
    """A name as the articles write it, where `text` is in another language."""

    @property
    def is_name(self) -> bool:
        return self.kind != "word"

    @property
    def name(self) -> str:
        """As a reader is shown it: a people's country, Russian as Russia."""
        name = self.english or self.text
        country = DEMONYMS.get(name, name)
        return country if country[:1] == name[:1] else name


def has_content(text: str) -> bool:
    """Whether a question says what it is about: “When?” doesn't."""
    return any(map(_is_content, analyze(blank_frames(text))))


class TopicFinder:
    """Tells names from words by how the articles write them: readers often write without capitals."""

    def __init__(self, corpus: Corpus, retriever: Retriever, vocabulary: Vocabulary) -> None:
        self._corpus = corpus
        self._retriever = retriever
        self._vocabulary = vocabulary

    def find(self, text: str, language: Foreign | None = None) -> list[Topic]:
        """The topics of a question, in order; a first and a last name are one. Without a language it is English."""
        topics: list[Topic] = []
        for topic in self._foreign(text, language) if language else self._single(text):
            if topics and topic.kind == topics[-1].kind == "person" and _adjoin(topics[-1], topic, text):
                topics.append(_full_name(topics.pop(), topic))
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
            terms, written = [term for term in analyze(match[0]) if _is_content(term)], match[0]
            if terms and not any(map(self._retriever.knows, terms)) and (mended := self._vocabulary.mend(written)):
                terms, written = [term for term in analyze(mended) if _is_content(term)], mended
            if not terms:
                continue
            kind, form = self._recognise(terms[0], written, text[: match.start()])
            before = _PREPOSITION.search(text[: match.start()])
            yield Topic(form, kind, Span(*match.span()), before[1].lower() if before else "")

    def _foreign(self, text: str, language: Foreign) -> Iterator[Topic]:
        capitals = {word for word in TOKEN.findall(self._read(text, language)) if word[0].isupper()}
        for span in self._join_spans(list(content_spans(text, language)), text, language):
            written, before = span.of(text), signs_of(language).before.search(text[: span.start])
            kind, english = self._recognise_foreign(written, text[: span.start], language)
            if kind == "word" and may_be_name(written, text[: span.start], capitals, language):
                kind = "unknown"
            yield Topic(written, kind, span, before[1].lower() if before else "", english)

    def _join_spans(self, spans: list[Span], text: str, language: Foreign) -> Iterator[Span]:
        """“Estados Unidos” and “12 января” are one each."""
        while spans:
            span = spans.pop(0)
            if spans:
                both = Span(span.start, spans[0].end)
                read = self._read(both.of(text), language)
                if read == "USA" or (read[:1].isdigit() and _is_day(read)):
                    span, _ = both, spans.pop(0)
            yield span

    def _recognise_foreign(self, written: str, before: str, language: Foreign) -> tuple[Kind, str]:
        """Its kind, and its form in the articles where it is a name."""
        read = self._read(written, language)
        if _is_day(read):
            return "date", read
        words = TOKEN.findall(read)
        if len(words) == 1 and is_country(name := english_name(written, language) or read):
            return "country", name
        terms = [term for word in words[:1] for term in analyze(word) if self._retriever.knows(term)]
        if not terms:
            return "word", ""
        kind, form = self._recognise(terms[0], words[0], before)
        return kind, form if kind != "word" and len(words) == 1 else ""

    def _read(self, text: str, language: Foreign) -> str:
        return read_foreign(text, language, self._retriever.knows, self._vocabulary)

    def _recognise(self, term: str, written: str, before: str) -> tuple[Kind, str]:
        """Its kind, and its form in the articles where that differs from the reader's by capitals or slips."""
        bare = "".join(split_token(written)) if "-" not in written else written
        if bare.lower() in DATES:
            return "date", bare.title()
        passages = [
            self._corpus.passages[hit.passage].span.of(self._article_text(hit.passage))
            for hit in self._retriever.search([term], LOOKED_AT)
        ]
        forms = find_forms(term, passages)
        if bare.lower() in TITLES or not is_name(forms, bare, before):
            return "word", bare
        name = next((form for form in forms if form.lower() == bare.lower()), bare.title() if bare.islower() else bare)
        return find_kind(term, name, passages) if forms else "unknown", name


def _full_name(first: Topic, last: Topic) -> Topic:
    english = f"{first.english} {last.english}".strip()
    return Topic(
        f"{first.text} {last.text}", "person", Span(first.span.start, last.span.end), first.preposition, english
    )


def _is_day(text: str) -> bool:
    """In English: Monday, 12 January."""
    return text.rpartition(" ")[2].lower() in DATES


def _is_content(term: str) -> bool:
    return term not in LIGHT_TERMS and term not in _FILLERS


def _adjoin(one: Topic, other: Topic, text: str) -> bool:
    return not text[one.span.end : other.span.start].strip()
