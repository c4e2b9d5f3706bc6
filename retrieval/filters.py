"""Which quotes or events does a reader want, as typed in chat, on the command line or on a page?"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from corpus.models import EventStatus, QuoteType, Speaker
from retrieval.analysis import STOP_WORDS, TOKEN, analyze, fold, read_words
from retrieval.filter_days import Days, Side, Unread, read_days
from retrieval.foreign.dates import typed_day
from retrieval.foreign.filter_reading import english_filter, tell_language
from retrieval.foreign.language import Language, is_foreign, is_small_word
from retrieval.foreign.names import english_name, english_word
from retrieval.speaker_names import SpeakerNames

LONGEST = 500
"""Characters of a filter; what is longer was pasted, not typed."""
MOST_NAME_WORDS = 5
"""Parts of the longest name that is looked for: the North Atlantic Treaty Organization."""

_QUOTED = re.compile(r"[“”„\"«»]([^“”„\"«»]+)[“”\"«»]")
UNCLEAR = "unclear"
"""The word for quotes whose speaker is."""
_TOPIC = frozenset("about on over regarding concerning mentioning".split())
"""Before a name: it is spoken of, and does not speak."""
_TYPES: dict[str, frozenset[QuoteType]] = {
    "direct": frozenset({"direct", "mixed"}),
    "mixed": frozenset({"mixed"}),
    "reported": frozenset({"reported"}),
    "indirect": frozenset({"reported"}),
    UNCLEAR: frozenset(),
}
_STATUSES: dict[str, EventStatus] = {
    "planned": "planned",
    "upcoming": "planned",
    "reported": "reported",
    "caption": "caption",
    "captions": "caption",
}


@dataclass(frozen=True, slots=True)
class Named:
    """Speakers that a name means; where it is no person's, `terms` find what is said of it, too."""

    speakers: frozenset[str]
    terms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Filter:
    """Everything that is named must hold."""

    named: tuple[Named, ...] = ()
    terms: tuple[str, ...] = ()
    phrases: tuple[tuple[str, ...], ...] = ()
    """Words in their order."""
    first: dt.date | None = None
    last: dt.date | None = None
    types: frozenset[QuoteType] = frozenset()
    """None is as good as all."""
    statuses: frozenset[EventStatus] = frozenset()
    unclear: bool = False
    """Only quotes whose speaker is unclear."""
    unknown: tuple[str, ...] = ()
    """Words that are no speaker's name, and that no quote holds."""
    unread: tuple[Unread, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked for in particular."""
        return self == Filter()

    @property
    def lets_all_through(self) -> bool:
        """Whether it leaves nothing out, as one that can't be read."""
        return replace(self, unread=()).is_empty


def read_quote_filter(
    text: str, names: SpeakerNames, knows: Callable[[str], bool], reference: dt.date | None
) -> Filter:
    """Read "ryabkov no illusions", "reported NATO", "Blinken since 8 Jan".

    `knows` tells whether quotes hold a term; `reference` is the day on which the newest article was published.
    """
    days, phrases, types, words, typed = _read_parts(text, reference, "past", _TYPES)
    named, words = _read_names(words, names, knows)
    unknown = [typed.get(word, word) for word in words if (terms := analyze(word)) and not any(map(knows, terms))]
    return Filter(
        named=named,
        terms=_terms(words),
        phrases=phrases,
        first=days.first,
        last=days.last,
        types=frozenset(kind for word in types for kind in _TYPES[word]),
        unclear=UNCLEAR in types,
        unknown=tuple(unknown),
        unread=days.unread,
    )


def read_event_filter(text: str, reference: dt.date | None) -> Filter:
    """Read "Geneva 10 Jan..13 Jan", "planned Sherman", "after 10 Jan"."""
    days, phrases, statuses, words, _ = _read_parts(text, reference, "future", _STATUSES)
    return Filter(
        terms=_terms(words),
        phrases=phrases,
        first=days.first,
        last=days.last,
        statuses=frozenset(_STATUSES[word] for word in statuses),
        unread=days.unread,
    )


def language_of_filter(text: str, usual: str | None) -> Language | None:
    """The language that it is typed in, as `find_language` has it; words in quotation marks are the articles'."""
    return tell_language(_QUOTED.sub(" ", _cut(text)), usual)


def _read_parts(
    text: str, reference: dt.date | None, side: Side, keywords: Collection[str]
) -> tuple[Days, tuple[tuple[str, ...], ...], list[str], list[str], dict[str, str]]:
    """Days, phrases in quotation marks, the keywords among the words, the other words, and how those were typed."""
    text = _cut(text)
    phrases = tuple(filter(None, (read_words(match[1]) for match in _QUOTED.finditer(text))))
    typed = _QUOTED.sub(" ", text)
    told = tell_language(typed)
    days = read_days(english_filter(typed, told, keywords), reference, side)
    days = replace(days, unread=tuple(_as_typed(one, typed) for one in days.unread))
    pairs = [(_in_english(word, told), word) for word in TOKEN.findall(days.rest) if not is_small_word(word)]
    found = [fold(word) for word, _ in pairs if fold(word) in keywords]
    return days, phrases, found, [word for word, _ in pairs if fold(word) not in keywords], dict(pairs)


def _in_english(word: str, told: Language | None) -> str:
    """Where the language is told, a name may stand in any of its cases: Genewie. Few type capitals into a filter."""
    name = english_name(word, told, cased=False) if is_foreign(told) else None
    return name or english_word(word)


def _cut(text: str) -> str:
    return (text[:LONGEST].rpartition(" ")[0] or text[:LONGEST]) if len(text) > LONGEST else text


def _as_typed(unread: Unread, typed: str) -> Unread:
    """Its words were put in English."""
    text = " ".join(typed.split()) if unread.reason == "backwards" else typed_day(unread.text, typed)
    return replace(unread, text=text)


def _terms(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(term for word in words for term in analyze(word)))


def _read_names(
    words: Sequence[str], names: SpeakerNames, knows: Callable[[str], bool]
) -> tuple[tuple[Named, ...], list[str]]:
    """The speakers named, and the words that name none. Several persons are any of them."""
    persons: dict[str, None] = {}
    named: list[Named] = []
    others: list[str] = []
    place = 0
    while place < len(words):
        speakers, length = _longest_name(words[place : place + MOST_NAME_WORDS], names, knows)
        own = words[place : place + length]
        if not speakers or (place and fold(words[place - 1]) in _TOPIC):
            others += [word for word in own if fold(word) not in _TOPIC]
        elif names.described(own) or any(speaker.kind == "organisation" for speaker in speakers):
            named.append(Named(frozenset(speaker.id for speaker in speakers), _terms(own)))
        else:
            persons |= dict.fromkeys(speaker.id for speaker in speakers)
        place += length
    return (*([Named(frozenset(persons))] if persons else []), *named), others


def _longest_name(
    words: Sequence[str], names: SpeakerNames, knows: Callable[[str], bool]
) -> tuple[Sequence[Speaker], int]:
    """Whose name begins here, and of how many words it is; a word that quotes hold is no misspelt name."""
    for length in range(len(words), 0, -1):
        if length == 1 and words[0] in STOP_WORDS:
            return (), 1
        own = words[:length]
        if speakers := [*names.named(" ".join(own)), *names.described(own)]:
            return speakers, length
    return (() if any(map(knows, analyze(words[0]))) else names.near(words[0])), 1
