"""Which speakers does a reader mean by a name, and whose names are nearest to one that nobody bears?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA, JaroWinkler

from corpus.models import Speaker
from corpus.spellings import read_person, sound_of

LEAST_BEGUN = 4
"""Letters that begin a name: blin, ryab."""
MIN_MISSPELT = 5
MIN_MISSPELT_TWICE = 7
SURE = 3
"""Letters from which one slip is mended, and two, where the first three letters stand."""


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

    def nearest(self, name: str, most: int = 3) -> Sequence[Speaker]:
        """Whom to offer where nobody has the name."""
        sound = sound_of(name)
        found = process.extract(sound, list(self._full), scorer=JaroWinkler.similarity, limit=None)
        nearest: dict[str, Speaker] = {}
        for full, _, _ in found:
            speakers = self._speakers_of(self._full[full])
            nearest |= {speaker.id: speaker for speaker in speakers if speaker.kind != "anonymous"}
            if len(nearest) >= most:
                break
        return list(nearest.values())[:most]

    def _slips(self, sound: str) -> list[str]:
        slips = (len(sound) >= MIN_MISSPELT) + (len(sound) >= MIN_MISSPELT_TWICE)
        alike = [full for full in self._full if full[:1] == sound[:1]] if slips else []
        found = process.extract(sound, alike, scorer=OSA.distance, score_cutoff=slips, limit=None)
        near = [(full, distance) for full, distance, _ in found if distance == 1 or full[:SURE] == sound[:SURE]]
        return [full for full, distance in near if distance == near[0][1]]

    def _speakers_of(self, ids: Iterable[str]) -> list[Speaker]:
        return [self._speakers[name] for name in sorted(set(ids), key=self._places.__getitem__)]
