"""Which saved index fits these files? A folder for each corpus, found without reading an article.

`<fingerprint>/` is a snapshot of one corpus and its index; the name is a digest of the articles, the program and the
version of the analyzer. `inputs.json` in it says from which files it came, by their names, sizes and times, and what
was wrong with some of them. Beside the indexes lie the parts of one whose passages are still being encoded.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from corpus.models import Corpus
from retrieval import analysis
from retrieval.fingerprint import fingerprint, fingerprint_code, look
from retrieval.kept_parts import list_forgotten, list_parts, read_book, read_part, write_part
from retrieval.saved_answerer import SavedAnswerer
from retrieval.semantic.book import Book, merge_books
from retrieval.semantic.encoder import Encoder
from retrieval.snapshot import Facts, Snapshot, SnapshotError, open_snapshot, read_sealed, write_sealed, write_snapshot
from retrieval.whole_folders import filling, list_abandoned, remove

KEPT = 2
"""So many indexes stay, those used last: a command may have been told another folder."""
INPUTS = "inputs.json"
NAME_LENGTH = 16
_NAME = re.compile(f"[0-9a-f]{{{NAME_LENGTH}}}")

T = TypeVar("T")


class Store:
    """The saved indexes in a folder. What can't be used is removed; of all that goes wrong `warn` gets one line.

    With an encoder, those that hold what it said of their passages; without, those that hold nothing of the kind.
    """

    def __init__(self, folder: Path, program: str, warn: Callable[[str], None], encoder: Encoder | None = None) -> None:
        self._folder = folder
        self._encoder = encoder
        self._version = f"{program} {analysis.VERSION} {fingerprint_code()}"
        self._warn = warn
        self._has_warned = False

    def key(self, paths: Iterable[Path]) -> str:
        """A digest of how files look from outside; while it stays the same they are taken for unchanged."""
        return fingerprint(self._version, *(f"{path}\0{look(path)}" for path in paths))

    def find(self, key: str) -> SavedAnswerer | None:
        """What was saved of the files of that key."""
        for place, inputs in self._inputs(key):
            if inputs["encoder"] == self._encoder_name:
                return self._open(place, inputs["problems"])
        return None

    def find_corpus(self, key: str) -> Corpus | None:
        """Their articles alone, whatever the encoder."""
        for place, inputs in self._inputs(key):
            snapshot = self._use(place, _open_snapshot)
            return SavedAnswerer.restore(snapshot, inputs["problems"]).corpus if snapshot else None
        return None

    def known_meanings(self) -> list[Book]:
        """What the encoder said of any passage, those of other articles and versions included.

        Parts first: one that goes meanwhile goes because an index has come that holds it.
        """
        if not self._encoder:
            return []
        parts = merge_books(part for _, part in self._parts())
        indexed = [self._use(place, read_book) for place in self._places()]
        return [*parts, *(book for book in indexed if book)]

    def keep(self, book: Book) -> None:
        """Put what was just encoded where `known_meanings` finds it, until an index that holds it is saved."""
        try:
            write_part(self._folder, book)
        except OSError as error:
            self._warn_of_writing(error)

    def find_same(self, key: str, corpus: Corpus) -> SavedAnswerer | None:
        """What was saved of the same articles, though their files looked different; `key` finds it from now on."""
        place = self._place(corpus)
        found = self._open(place, corpus.problems) if os.path.lexists(place) else None
        if found:
            try:
                self._write_inputs(place, place.name, key, corpus)
            except OSError as error:
                self._warn_of_writing(error)
        return found

    def save(self, key: str, answerer: SavedAnswerer) -> SavedAnswerer:
        """The answerer, mapped where it could be saved; else as it is."""
        try:
            self._write(key, answerer)
        except OSError as error:
            self._warn_of_writing(error)
            return answerer
        saved = self._open(self._place(answerer.corpus), answerer.corpus.problems)
        if saved and saved.book:
            self._remove_parts_of(saved.book)
        return saved or answerer

    def _write(self, key: str, answerer: SavedAnswerer) -> None:
        """Two may build the same at once."""
        place = self._place(answerer.corpus)
        arrays, facts = answerer.snapshot()
        try:
            with filling(place) as new:
                write_snapshot(new, arrays, {**facts, "index": place.name, "encoder": self._encoder_name})
                self._write_inputs(new, place.name, key, answerer.corpus)
        except OSError:
            if not (place / INPUTS).exists():  # else another process was sooner
                raise

    def _remove_parts_of(self, saved: Book) -> None:
        """Those of which each vector is saved now: another process may be encoding other articles."""
        for place, part in self._parts():
            if part.encoder == saved.encoder and (saved.find(part.digests) >= 0).all():
                remove(place)

    def _parts(self) -> Iterator[tuple[Path, Book]]:
        for place in list_parts(self._folder):
            if part := self._use(place, read_part):
                yield place, part

    def _inputs(self, key: str) -> Iterator[tuple[Path, Facts]]:
        for place in self._places():
            inputs = self._use(place, _read_inputs)
            if inputs and inputs["key"] == key:
                yield place, inputs

    def _open(self, place: Path, problems: Sequence[str]) -> SavedAnswerer | None:
        found = self._use(place, lambda place: SavedAnswerer.restore(_open_snapshot(place), problems, self._encoder))
        if found:
            with suppress(OSError):  # where nothing may be written, nothing need be tidied
                os.utime(place)
                self._tidy()
        return found

    def _use(self, place: Path, read: Callable[[Path], T]) -> T | None:
        """What there is; what is damaged or foreign is removed."""
        try:
            return read(place)
        except SnapshotError as error:
            if os.path.lexists(place):  # else another process tidied it away
                self._say(f"What is saved in {place} can't be used and is made anew: {error}")
                remove(place)
            return None

    def _tidy(self) -> None:
        by_use = sorted(self._places(), key=lambda place: place.stat().st_mtime, reverse=True)
        for place in (*by_use[KEPT:], *list_abandoned(self._folder), *list_forgotten(self._folder)):
            remove(place)

    def _place(self, corpus: Corpus) -> Path:
        return self._folder / fingerprint(self._version, corpus.fingerprint, self._encoder_name)[:NAME_LENGTH]

    @property
    def _encoder_name(self) -> str:
        return self._encoder.name if self._encoder else ""

    def _write_inputs(self, folder: Path, index: str, key: str, corpus: Corpus) -> None:
        inputs = {"index": index, "key": key, "encoder": self._encoder_name, "problems": corpus.problems}
        write_sealed(folder / INPUTS, inputs)

    def _places(self) -> list[Path]:
        try:
            return [place for place in self._folder.iterdir() if _NAME.fullmatch(place.name)]
        except OSError:  # as a rule there is none yet
            return []

    def _warn_of_writing(self, error: OSError) -> None:
        self._say(f"The index can't be saved in {self._folder}, so each start builds it: {error.strerror or error}")

    def _say(self, line: str) -> None:
        """One line a start: what goes wrong after the first goes wrong because of it."""
        if not self._has_warned:
            self._has_warned = True
            self._warn(line)


def _open_snapshot(place: Path) -> Snapshot:
    snapshot = open_snapshot(place)
    if snapshot.facts.get("index") != place.name:
        raise SnapshotError("it is of other articles or of another version")
    return snapshot


def _read_inputs(place: Path) -> Facts:
    inputs = read_sealed(place / INPUTS)
    if inputs.get("index") != place.name:
        raise SnapshotError(f"{INPUTS} is of another index")
    return inputs
