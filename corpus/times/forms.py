"""Which form of a verb, or which other sign of tense, is each word of a passage?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain

from corpus.times import verbs
from corpus.times.tokens import Token

_TITLE = 0.75
"""Of longer words in capitals: more make a headline, in which a capital tells nothing."""
_LONG = 4
_ADJECTIVES = ("al", "ic", "ive", "ous", "ican")


def forms_of(text: str, tokens: Sequence[Token]) -> tuple[list[str], list[str]]:
    """The words in small letters, and the class of each."""
    written = [text[token.start : token.end].replace("’", "'") for token in tokens]
    words = [word.lower() for word in written]
    named = _name_checks(written)
    return words, [_form(word, named=name) for word, name in zip(words, named, strict=True)]


def _name_checks(written: Sequence[str]) -> list[bool]:
    """Whether a word is a name, or part of one: a capital where no sentence begins."""
    longer = [word for word in written if len(word) >= _LONG and word[0].isalpha()]
    if sum(word[0].isupper() for word in longer) > _TITLE * len(longer):
        return [False] * len(written)
    before = ["", *written[:-1]]
    return [
        word[0].isupper() and (last == "," or last[:1].isalnum()) and len(word) > 1
        for word, last in zip(written, before, strict=True)
    ]


def _form(word: str, *, named: bool) -> str:
    kind = _forms().get(word)
    if kind and not (named and kind in _NEVER_NAMES):
        return kind
    if not word[0].isalpha():
        return "figure" if word[0].isdigit() else "hyphen" if word == "-" else "mark"
    if word.endswith(_ADJECTIVES):
        return "adjective"
    plural = word.endswith("s") and not word.endswith("ss")
    if named:
        return "names" if plural else "name"
    regular = (form for ending, form in _ENDINGS if len(word) > _LONG and word.endswith(ending))
    return next(regular, "plural" if plural else "other")


_ENDINGS = (("ed", "ed"), ("ing", "ing"), ("ly", "adverb"))
_NEVER_NAMES = frozenset(
    """
    base start starts noun_start noun_starts past done ed tried hope plan event_ing set due deferred happened modal will
    """.split()
)
"""Meet the Press meets nobody."""


@cache
def _forms() -> dict[str, str]:
    """The classes of the words in `verbs`; of two the later one holds."""
    both, bare = verbs.PRESENTS & verbs.NOUNS_TOO, verbs.PRESENTS - verbs.NOUNS_TOO
    forms: dict[str, str] = dict.fromkeys(verbs.NOT_PAST, "other")
    for table, kind in (
        (chain.from_iterable(map(_ings, verbs.BASES | verbs.PRESENTS)), "event_ing"),
        (verbs.NOT_GOING_ON, "other"),
        (verbs.BASES, "base"),
        (bare, "start"),
        (both, "noun_start"),
        (map(_third_person, bare), "starts"),
        (map(_third_person, both), "noun_starts"),
        (verbs.IRREGULAR_PAST, "past"),
        (verbs.PARTICIPLES, "done"),
        (verbs.IRREGULAR_PAST & verbs.PARTICIPLES, "ed"),
        (verbs.HAPPENED, "happened"),
        (verbs.TRIED, "tried"),
        (verbs.HOPES, "hope"),
        (verbs.PLANS, "plan"),
        (verbs.AHEAD, "ahead"),
        (verbs.ADVERBS, "adverb"),
        (verbs.DETERMINERS, "determiner"),
        (verbs.ARTICLES, "article"),
    ):
        forms.update(dict.fromkeys(table, kind))
    forms.update(_spread(verbs.AUXILIARIES.items()))
    return forms


def _spread(rows: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    return ((word, kind) for kind, row in rows for word in row.split())


def _third_person(verb: str) -> str:
    return f"{verb}es" if verb.endswith(("s", "sh", "ch", "x", "o")) else f"{verb}s"


def _ings(verb: str) -> Iterator[str]:
    """Meeting, taking, sitting, travelling; what of them is no word does no harm."""
    yield f"{verb}ing"
    yield f"{verb}{verb[-1]}ing"
    yield f"{verb.removesuffix('e')}ing"
