"""Which people does an article name, and under which fullest name?"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from corpus.models import Span
from corpus.speakers.given_names import GIVEN, MEN, WOMEN
from corpus.speakers.titles import BODIES, FAMILY, HONORIFICS, OFFICES, PLACES, QUALIFIERS, STARTERS, Gender

MAX_NAME_WORDS = 5
MAX_NAMESAKES = 20
"""Under a surname that more people share, further ones are not told apart; it keeps long lists linear."""

_CAPITAL = r"(?:[A-Z]\.(?:[A-Z]\.)*|[A-Z][\w’'-]*)"
_RUN = re.compile(rf"{_CAPITAL}(?:\.?[ \xa0](?:(?:de|la|van|von|der|bin|al|dos|of)[ \xa0]){{0,2}}{_CAPITAL}){{0,12}}")
_WORD = re.compile(r"[^\s\xa0]+")
_POSSESSIVE = re.compile(r"[’']s?$")
_INTRODUCED = re.compile(r"(?:[’']s)?(?:,[ \xa0](?:\d|who|[a-z])|[ \xa0]\()")
_ACTS = re.compile(
    r"[ \xa0](?:also[ \xa0]|then[ \xa0]|now[ \xa0]|never[ \xa0])?"
    r"(?:[a-z]+ed|said|says|told|tells|wrote|has|had|is|was|will|would|did|does|went|took|made|came|began|thinks|wants)\b"
)
_CONTRACTION = re.compile(r"[ \xa0](?:been|a|an|the|not|going|[a-z]+ing)\b")
"""Behind "'s", where it stands for "is" or "has"."""
_PEOPLES = ("ans", "ists", "crats", "icans", "ese")
_NO_NAMES = OFFICES | FAMILY | QUALIFIERS | STARTERS | PLACES | {"of"}


@dataclass(frozen=True, slots=True)
class Named:
    """A name in the text, without the titles before it and the "’s" behind it."""

    span: Span
    words: tuple[str, ...]
    title: str | None
    """The last word before the name, where it belongs to it: "minister", "mr"."""
    possessive: bool
    introduced: bool
    """Somebody's: it has an office before it, says something, or an aside tells more of it."""
    opens: bool
    """It begins its sentence, where any word has a capital."""


@dataclass(slots=True, eq=False)
class Person:
    """Somebody whom the article names; `name` is the fullest form so far."""

    name: tuple[str, ...]
    gender: Gender | None
    mentions: int = 0
    sure: bool = False
    """Known for a person by a given name, a title before the name, or the surname standing alone."""


def names_in(text: str, span: Span) -> Iterator[Named]:
    """The runs of capitalised words that may name a person."""
    for run in _RUN.finditer(text, span.start, span.end):
        if run[0].lower() in _NO_NAMES:
            continue
        words = list(_WORD.finditer(text, *run.span()))
        first = _first_of_name(words)
        title = words[first - 1][0].strip(".").lower() if first else None
        while first < len(words) and words[first][0].islower():
            first += 1
        if first == len(words):
            continue
        name = [_POSSESSIVE.sub("", word[0]) for word in words[first:]]
        end = words[-1].start() + len(name[-1])
        introduced = title in OFFICES or title in HONORIFICS or bool(_ACTS.match(text, end))
        introduced = introduced or (len(name) > 1 and bool(_INTRODUCED.match(text, end)))
        start = words[first].start()
        possessive = name[-1] != words[-1][0] and not _CONTRACTION.match(text, words[-1].end())
        yield Named(Span(start, end), tuple(name), title, possessive, introduced, start == span.start)


def _first_of_name(words: Sequence[re.Match[str]]) -> int:
    """Behind the last title, place or owner: "Iowa State University’s [Dianne Bystrom]"."""
    first = len(words)
    while first and not _is_no_name(words[first - 1][0]):
        first -= 1
        if words[first][0].endswith(("’s", "'s")) and first + 1 < len(words):
            return first + 1
    return first


def _is_no_name(word: str) -> bool:
    return _POSSESSIVE.sub("", word).strip(".").lower() in _NO_NAMES


class People:
    """The people of one article, and where it names them."""

    def __init__(self, named: Iterable[Named], common: Collection[str] = ()) -> None:
        """`common`: the article's words; one that stands there in small letters, too, is no surname."""
        self._named = list(named)
        self._starts = [one.span.start for one in self._named]
        self._persons: dict[tuple[str, str], Person] = {}
        self._of_surname: dict[str, list[Person]] = defaultdict(list)
        self._of_given: dict[str, list[Person]] = defaultdict(list)
        full = [one for one in self._named if _is_full_name(one)]
        strangers = _strangers(one.words for one in full)
        for one in full:
            self._enter(strangers.get(one.words, one.words), one)
        for one in self._named:
            if one.introduced and self.find(one.words) is None and _may_be_surname(one, common):
                self._enter(one.words, one)
        for one in self._named:
            self._note(one)

    def _enter(self, words: tuple[str, ...], one: Named) -> None:
        known = len(words) > 1 and words[0].lower() in GIVEN
        key = (words[0] if len(words) > 1 else "", surname(words))
        person = self._persons.get(key)
        if person is None:
            person = self._persons[key] = Person(words, _gender(words, one.title))
            for table, name in ((self._of_surname, key[1]), (self._of_given, key[0])):
                if name and len(table[name]) < MAX_NAMESAKES:
                    table[name].append(person)
        person.name = max(person.name, words, key=len)
        person.mentions += 1
        person.sure = person.sure or known or one.introduced

    def _note(self, one: Named) -> None:
        """What further mentions tell of a person."""
        person = self.find(one.words, one.title)
        if person:
            person.sure = person.sure or one.introduced or len(one.words) == 1
            person.gender = person.gender or HONORIFICS.get(one.title or "")

    def find(self, words: Sequence[str], title: str | None = None) -> Person | None:
        """Whom a name means; of namesakes the one named in full most often."""
        found = self._of_surname.get(surname(words), [])
        if len(words) > 1:
            found = [one for one in found if one.name[0] == words[0] or len(one.name) == 1]
        elif not found:
            found = self._of_given.get(words[0], [])
        asked = HONORIFICS.get(title or "")
        fitting = [one for one in found if asked is None or one.gender in (None, asked)] or found
        return max(fitting, key=lambda person: person.mentions, default=None)

    @cached_property
    def mentions(self) -> list[tuple[Named, Person]]:
        """Every mention of a person, in reading order."""
        found = ((one, self.find(one.words, one.title)) for one in self._named)
        return [(one, person) for one, person in found if person]

    def within(self, span: Span) -> list[tuple[Named, Person]]:
        """The people named in a span of the text."""
        found = []
        for at in range(bisect_left(self._starts, span.start), len(self._named)):
            one = self._named[at]
            if one.span.end > span.end:
                break
            if person := self.find(one.words, one.title):
                found.append((one, person))
        return found


def surname(words: Sequence[str]) -> str:
    return words[-2] if len(words) > 2 and words[-1].strip(".") in ("Jr", "Sr", "II", "III") else words[-1]


def _gender(words: Sequence[str], title: str | None) -> Gender | None:
    if asked := HONORIFICS.get(title or ""):
        return asked
    given = words[0].lower() if len(words) > 1 else ""
    return "he" if given in MEN else "she" if given in WOMEN else None


def _is_full_name(one: Named) -> bool:
    """Not "Crooked" before a surname where a sentence begins."""
    if len(one.words) < 2 or not _may_be_person(one.words):
        return False
    return not one.opens or one.introduced or one.words[0].lower() in GIVEN


def _may_be_surname(one: Named, common: Collection[str]) -> bool:
    word = one.words[0]
    if len(one.words) > 1 or not _may_be_person(one.words):
        return False
    return one.title in HONORIFICS or not (word.lower() in common or word.endswith(_PEOPLES) or len(word) < 3)


def _may_be_person(words: Sequence[str]) -> bool:
    if len(words) > MAX_NAME_WORDS or any(word.isupper() and len(word) > 1 and "." not in word for word in words):
        return False
    given = len(words) > 1 and words[0].lower() in GIVEN
    return given or not any(word.lower() in BODIES for word in words)


def _strangers(full: Iterable[tuple[str, ...]]) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Names that a slip ran together: "Wendy Sherman Ryabkov" beside Sergei Ryabkov is Wendy Sherman."""
    names = set(full)
    givens = defaultdict(set)
    for words in names:
        if len(words) == 2:
            givens[words[1]].add(words[0])
    return {words: words[:2] for words in names if len(words) == 3 and givens[words[2]] - {words[0]}}
