"""How is a question written in full that leans on the one before it?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from retrieval.leaning import PEOPLE, Asked, Lean
from retrieval.topics import Topic

MOST_UNDERSTOOD = 4
"""Topics that a reader is shown: what was understood must be read at a glance."""
_ENDS = " \u00a0\u202f?!.…,"
_ABOUT = frozenset("about über zu zum zur sur concernant sobre de del o о об про щодо".split())
"""Before another matter, in any language: only who it is about stays."""
_SLOTS = frozenset("in at about im an am auf bei à au aux en dans w we na в во у".split()) | _ABOUT
"""What they stand before gives way to what they stand before in the fragment."""


@dataclass(frozen=True, slots=True)
class Joined:
    """A question joined with the one that it leans on."""

    text: str
    understood: str
    stands_alone: bool
    """Whether the question means something without the other: “And the soldiers?”, but not “What did he say?”."""


def translate(topics: Iterable[Topic]) -> list[Topic]:
    """As they may stand in a question in another language: names in English, and no prepositions."""
    return [replace(topic, text=topic.english or topic.text, preposition="") for topic in topics]


def join_person(lean: Lean, asked: Asked, person: str, before: Sequence[Topic]) -> Joined:
    """“What did he say about NATO?”, asked with his name."""
    own = [topic for topic in asked.topics if topic.is_name]
    rest = [topic for topic in before if topic.text != person] if lean.means_thing else []
    full = _append(asked.text, rest) if lean.means_thing else asked.text
    return Joined(full, _list([*own, *rest]), stands_alone=False)


def join_bare(lean: Lean, asked: Asked, before: Sequence[Topic]) -> Joined:
    """“When?”: all that the question before asks about."""
    # The day that was asked about is no answer to “when?”.
    kept = [topic for topic in before if not (lean.asks_when and topic.kind == "date")] or before
    return Joined(_append(asked.text, kept), _list(_names(kept)), stands_alone=False)


def join_thing(lean: Lean, asked: Asked, before: Sequence[Topic]) -> Joined:
    """“When do they start?”, “Who will be there?”: what was named before, else what was said of it."""
    places = [topic for topic in before if topic.kind == "place"]
    kept = places if lean.means_place and places else _names(before)
    kept = [topic for topic in kept if topic.text not in {one.text for one in asked.topics}]
    return Joined(_append(asked.text, kept), _list(kept), stands_alone=False)


def join_fragment(lean: Lean, asked: Asked, before: Asked, *, same_language: bool) -> Joined:
    """“And in Vienna?”: the new takes the place of what is of its kind, or has its preposition; else it is added."""
    own, old_ones = asked.topics, before.topics
    places = {new: next((old for old in reversed(old_ones) if _gives_way(old, new)), None) for new in own}
    gone = {old for old in places.values() if old}
    kept = [topic for topic in old_ones if topic not in gone]
    if not same_language or lean.asks:
        full = _append(lean.rest if same_language else asked.text, kept)
    elif all(places.values()) or (lean.in_pieces and gone):
        full = _replace(before.text, {old: new for new, old in places.items() if old})
        if homeless := [new for new, old in places.items() if old is None]:
            full = _append(full, homeless)
    elif _is_other_matter(own) and not (lean.in_pieces and all(topic.is_name for topic in kept)):
        kept = _names(kept)  # only who it is about stays
        full = _append(lean.rest, kept)
    else:
        full = " ".join((before.text.rstrip(_ENDS), lean.rest))
    return Joined(full, _list(_in_order(old_ones, kept, places)), stands_alone=not gone)


def _is_other_matter(topics: Sequence[Topic]) -> bool:
    """“And about NATO?”, “And the concessions?”."""
    return topics[0].preposition.lower() in _ABOUT or not any(topic.is_name for topic in topics)


def _in_order(before: Sequence[Topic], kept: Sequence[Topic], places: Mapping[Topic, Topic | None]) -> list[Topic]:
    """What was kept and what is new, each where it now stands; old words only where no old name was kept."""
    came = {old: new for new, old in places.items() if old}
    now = [came.get(old, old) for old in before if old in kept or old in came]
    now += [new for new, old in places.items() if old is None]
    if any(old.is_name for old in kept):
        now = [topic for topic in now if topic.is_name or topic in places]
    return sorted(now, key=lambda topic: not topic.is_name)


def _replace(question: str, places: Mapping[Topic, Topic]) -> str:
    for old in sorted(places, key=lambda topic: topic.span, reverse=True):
        question = f"{question[: old.span.start]}{places[old].text}{question[old.span.end :]}"
    return question


def _gives_way(old: Topic, new: Topic) -> bool:
    if new.is_name and (old.kind == new.kind or {old.kind, new.kind} == PEOPLE):
        return True
    if new.english and (new.kind == "date") != (old.kind == "date"):
        return False  # in other languages a day has the preposition of a place: в понедельник
    if new.english and not old.is_name and new.preposition not in _ABOUT:
        return False  # and what is at a place has it, too: à la frontière, à Vienne
    same_slot = new.preposition in _SLOTS and old.preposition == new.preposition
    return same_slot or old.text.lower() == new.text.lower()


def _names(topics: Sequence[Topic]) -> list[Topic]:
    """The names, else the words."""
    return [topic for topic in topics if topic.is_name] or list(topics)


def _append(text: str, topics: Iterable[Topic]) -> str:
    # Prepositions stay, should the next question lean on this one by its preposition.
    added = (f"{topic.preposition} {topic.text}".strip() for topic in topics)
    return " ".join((text.rstrip(_ENDS), *added))


def _list(topics: Iterable[Topic]) -> str:
    return ", ".join(list(dict.fromkeys(topic.name for topic in topics))[:MOST_UNDERSTOOD])
