"""Whom does "he" or "she" mean? Whoever the sentences before speak of."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence

from corpus.models import Span
from corpus.speakers.names import Named, People, Person
from corpus.speakers.titles import Gender

MAX_OBJECT = 60
"""Characters behind a pronoun in which another person is the verb's object."""
MAX_LOOK_BACK = 12
"""How many sentences back a pronoun may point."""


class Focus:
    """Who is spoken of, sentence by sentence; names within quotations are left out."""

    def __init__(self, text: str, people: People, sentences: Sequence[Span], quoted: Sequence[Span]) -> None:
        self._text = text
        self._people = people
        self._sentences = sentences
        self._starts = [sentence.start for sentence in sentences]
        self._quoted = quoted
        self._quote_starts = [span.start for span in quoted]
        self._spoke: dict[int, Person] = {}
        """By the number of a sentence: who spoke in it last."""

    def spoke(self, at: int, person: Person) -> None:
        self._spoke[self._number(at)] = person

    def _number(self, at: int) -> int:
        return bisect_right(self._starts, at) - 1

    def find(self, at: int, gender: Gender | None) -> Person | None:
        """The person whom a pronoun at that place means; of any gender for "who"."""
        number = self._number(at)
        if gender is None:
            return self._nearest(number, at)
        others = self._named_behind(number, at)
        for back in range(number, max(-1, number - MAX_LOOK_BACK), -1):
            spoke = self._spoke.get(back)
            if spoke and spoke.gender in (None, gender) and spoke not in others:
                return spoke
            if self._goes_on(back, gender):
                continue
            if found := self._subject(self._sentences[back], at, gender, others):
                return found
        return None

    def _goes_on(self, number: int, gender: Gender) -> bool:
        """Whether a sentence begins with the pronoun itself: whoever else it names is not meant."""
        start = self._starts[number]
        return self._text[start : start + len(gender) + 1].lower() in (gender + " ", gender + "\xa0")

    def _named_behind(self, number: int, at: int) -> set[Person]:
        """Who can't be meant: he told [Hannity], he criticised [Clinton]."""
        end = min(self._sentences[number].end, at + MAX_OBJECT) if number >= 0 else at
        named = self._people.within(Span(at, max(at, end)))
        return {person for one, person in named if not one.possessive and not self._is_quoted(one)}

    def _subject(self, sentence: Span, before: int, gender: Gender, others: Collection[Person]) -> Person | None:
        """The first fitting person of a sentence, and one of whom only something is named last: "Palin’s posts"."""
        named = [
            (one.possessive, person)
            for one, person in self._people.within(Span(sentence.start, max(sentence.start, min(sentence.end, before))))
            if person.sure and person not in others and person.gender in (None, gender) and not self._is_quoted(one)
        ]
        return min(named, key=lambda one: one[0])[1] if named else None

    def _nearest(self, number: int, at: int) -> Person | None:
        named = self._people.within(Span(min(self._starts[number], at), at)) if number >= 0 else []
        return named[-1][1] if named else None

    def _is_quoted(self, named: Named) -> bool:
        at = bisect_right(self._quote_starts, named.span.start) - 1
        return at >= 0 and named.span.start < self._quoted[at].end
