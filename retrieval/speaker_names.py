"""Which speakers does a reader mean by a name, and whose names are nearest to one that nobody bears?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA, Prefix

from corpus.models import Speaker
from corpus.spellings import read_person, sound_of
from retrieval.designations import Designations

LEAST_BEGUN = 4
"""Letters that begin a name: blin, ryab."""
MIN_MISSPELT = 5
MIN_MISSPELT_TWICE = 7
SURE = 3
"""Letters from which one slip is mended, and two, where the first three letters stand."""
ALIKE = 0.7
"""The share of its letters that a near name has in common: Rybakova and Ryabkov .75, Blankin and Blinken .71; Biden and
Blinken, .57, are not near."""


class SpeakerNames:
    """The names of speakers, told by sound: Ryabkov, Rjabkow."""

    def __init__(self, speakers: Iterable[Speaker]) -> None:
        """The more important ones first."""
        self._speakers = {speaker.id: speaker for speaker in speakers}
        self._places = {name: place for place, name in enumerate(self._speakers)}
        self._full: dict[str, dict[str, None]] = defaultdict(dict)
        self._given: dict[str, dict[str, None]] = defaultdict(dict)
        for speaker in self._speakers.values():
            for spelling in speaker.spellings:
                self._full[sound_of(spelling)][speaker.id] = None
                if speaker.kind == "person":
                    self._full[read_person(spelling).surname][speaker.id] = None
                    self._given[read_person(spelling).given][speaker.id] = None
        self._parts = self._find_parts()
        self._designations = Designations(self._speakers.values())

    def named(self, name: str) -> Sequence[Speaker]:
        """Those whose surname or whole name it is, in any spelling."""
        return self._speakers_of(self._full.get(sound_of(name), ()))

    def near(self, name: str) -> Sequence[Speaker]:
        """Those whom it may mean: by a given name, the beginning of a name, or with a slip."""
        sound = sound_of(name)
        if sound in self._given:
            return self._speakers_of(self._given[sound])
        if len(sound) < LEAST_BEGUN:
            return ()
        begun = [full for full in self._full if full.startswith(sound)] or self._slips(sound)
        return self._speakers_of(speaker for full in begun for speaker in self._full[full])

    def described(self, words: Sequence[str]) -> Sequence[Speaker]:
        """Those whose role or designation the words are part of; a person's name describes nobody else."""
        if any(speaker.kind == "person" for speaker in self.named(" ".join(words))):
            return ()
        return self._speakers_of(self._designations.find(words))

    def nearest(self, name: str, most: int = 3) -> Sequence[Speaker]:
        """Whom to offer where nobody has the name: those of whose names or roles a part is nearly the same."""
        sounds = set(map(sound_of, (name, *name.split())))
        likeness = {part: max(_likeness(sound, part) for sound in sounds) for part in self._parts}
        near = [part for part, share in likeness.items() if share >= ALIKE]
        nearest: dict[str, Speaker] = {}
        for part in sorted(near, key=likeness.__getitem__, reverse=True):
            for speaker in self._speakers_of(self._parts[part]):
                # Sources without a name are many that are called the same.
                nearest.setdefault(speaker.name, speaker)
        return list(nearest.values())[:most]

    def _find_parts(self) -> dict[str, dict[str, None]]:
        """Whole names, surnames, and each word of a name or a role."""
        parts = defaultdict(dict, {full: dict(speakers) for full, speakers in self._full.items()})
        for speaker in self._speakers.values():
            for text in (*speaker.spellings, *(role for _, role in speaker.roles)):
                for word in text.split():
                    parts[sound_of(word)][speaker.id] = None
        parts.pop("", None)
        return parts

    def _slips(self, sound: str) -> list[str]:
        slips = (len(sound) >= MIN_MISSPELT) + (len(sound) >= MIN_MISSPELT_TWICE)
        alike = [full for full in self._full if full[:1] == sound[:1]] if slips else []
        found = process.extract(sound, alike, scorer=OSA.distance, score_cutoff=slips, limit=None)
        near = [(full, distance) for full, distance, _ in found if distance == 1 or full[:SURE] == sound[:SURE]]
        return [full for full, distance in near if distance == near[0][1]]

    def _speakers_of(self, ids: Iterable[str]) -> list[Speaker]:
        return [self._speakers[name] for name in sorted(set(ids), key=self._places.__getitem__)]


def _likeness(sound: str, part: str) -> float:
    """By all letters, or by those it begins with, whatever ending it was given: Blinkovsky."""
    begun = Prefix.similarity(sound, part)
    return max(OSA.normalized_similarity(sound, part, score_cutoff=ALIKE), begun >= LEAST_BEGUN and begun / len(part))
