"""Which speakers of several articles are one? One person across spellings; a source without a name never."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field

from corpus.aliases import Aliases
from corpus.models import Attribution, Quote, Speaker, SpeakerKind
from corpus.people import People
from corpus.spellings import PersonName, fold_name, read_person

_NO_ID = re.compile(r"[\W_]+")
_THE = re.compile(r"\Athe\s+(?=\S)", re.IGNORECASE)


def link_speakers(quotes: Iterable[Quote], aliases: Aliases | None = None) -> tuple[Speaker | None, ...]:
    """The speaker of each quote, in order; None where nobody is named.

    Takes time in proportion to the quotes.
    """
    quotes = list(quotes)
    names = _Names(aliases or Aliases())
    said = [(quote.article_id, quote.attribution) for quote in quotes if quote.attribution]
    people = People((article_id, names.read(one)) for article_id, one in said if one.kind == "person")
    keys = [_key(article_id, one, names, people) for article_id, one in said]
    groups: dict[Hashable, _Group] = {}
    for key, (article_id, one) in zip(keys, said, strict=True):
        groups.setdefault(key, _Group(one.kind, article_id)).add(article_id, one, names.meant(one))
    speakers = dict(zip(groups, _make_speakers(groups.values(), names), strict=True))
    found = iter(keys)
    return tuple(speakers[next(found)] if quote.attribution else None for quote in quotes)


class _Names:
    """What a name is to be read as: itself, or what the operator says."""

    def __init__(self, aliases: Aliases) -> None:
        self._spellings = aliases.spellings
        self._meant = {
            fold_name(spelling): name for name, others in aliases.spellings.items() for spelling in (name, *others)
        }

    def meant(self, one: Attribution) -> str | None:
        """The operator's name; an anonymous source keeps its own."""
        return self._meant.get(fold_name(one.name)) if one.kind != "anonymous" else None

    def read(self, one: Attribution) -> PersonName:
        return read_person(self.meant(one) or one.name)

    def spellings(self, name: str | None) -> Iterable[str]:
        return (name, *self._spellings[name]) if name else ()


def _key(article_id: str, one: Attribution, names: _Names, people: People) -> Hashable:
    """The same for the same speaker."""
    match one.kind:
        case "person":
            return one.kind, people.find(article_id, names.read(one))
        case "organisation":
            return one.kind, fold_name(names.meant(one) or one.name)
        case "anonymous":
            return one.kind, fold_name(one.name), article_id


@dataclass(slots=True)
class _Group:
    """What the articles say of one speaker, the first of them `article_id`."""

    kind: SpeakerKind
    article_id: str
    meant: str | None = None
    """The operator's name for them."""
    names: Counter[str] = field(default_factory=Counter)
    roles: dict[tuple[str, str], None] = field(default_factory=dict)

    def add(self, article_id: str, one: Attribution, meant: str | None) -> None:
        self.meant = self.meant or meant
        self.names[_THE.sub("", one.name)] += 1
        if one.role:
            self.roles[article_id, one.role] = None

    @property
    def name(self) -> str:
        """The operator's, else the commonest of those that are spelled out."""
        return self.meant or max(self.names, key=lambda name: (self._is_full(name), self.names[name], len(name)))

    def _is_full(self, name: str) -> bool:
        return self.kind == "person" and len(read_person(name).given) > 1


def _make_speakers(groups: Iterable[_Group], names: _Names) -> Iterator[Speaker]:
    taken: Counter[str] = Counter()
    for group in groups:
        spellings = {*group.names, *names.spellings(group.meant)}
        fullest_first = sorted(spellings, key=lambda name: (-len(name.split()), -group.names[name], name))
        yield Speaker(
            id=_make_id(group, taken),
            name=group.name,
            kind=group.kind,
            spellings=tuple(fullest_first),
            roles=tuple(group.roles),
        )


def _make_id(group: _Group, taken: Counter[str]) -> str:
    """sergei-ryabkov; who is anonymous, or shares the name with another, has the article in it."""
    name = _NO_ID.sub("-", fold_name(group.name)).strip("-") or group.kind
    if group.kind == "anonymous" or taken[name]:
        name = f"{name}-{group.article_id}"
    taken[name] += 1
    return name if taken[name] == 1 else f"{name}-{taken[name]}"
