"""Which saved index fits these files? A folder for each corpus, found without reading an article.

`<fingerprint>/` is a snapshot of one corpus and its index; the name is a digest of the articles, the program and the
version of the analyzer. `inputs.json` in it says from which files it came, by their names, sizes and times, and what
was wrong with some of them.
"""

from __future__ import annotations

import hashlib
import os
import re
import secrets
import shutil
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from importlib.resources import files
from pathlib import Path
from typing import TypeVar

from corpus.models import Corpus
from retrieval import analysis
from retrieval.arrays import take
from retrieval.saved_answerer import MEANINGS, SavedAnswerer
from retrieval.semantic.book import Book
from retrieval.semantic.encoder import Encoder
from retrieval.snapshot import Facts, Snapshot, SnapshotError, open_snapshot, read_sealed, write_sealed, write_snapshot

KEPT = 2
"""So many indexes stay, those used last: a command may have been told another folder."""
INPUTS = "inputs.json"
NAME_LENGTH = 16
_NAME = re.compile(f"[0-9a-f]{{{NAME_LENGTH}}}")
_NEW = ".new-"
_ABANDONED_SECONDS = 86_400
"""Nothing takes so long to build: what is still unfinished will stay so."""

T = TypeVar("T")


class Store:
    """The saved indexes in a folder. What can't be used is removed; of all that goes wrong `warn` gets one line.

    With an encoder, those that hold what it said of their passages; without, those that hold nothing of the kind.
    """

    def __init__(self, folder: Path, program: str, warn: Callable[[str], None], encoder: Encoder | None = None) -> None:
        self._folder = folder
        self._encoder = encoder
        self._version = f"{program} {analysis.VERSION} {_digest_code()}"
        self._warn = warn
        self._has_warned = False

    def key(self, paths: Iterable[Path]) -> str:
        """A digest of how files look from outside; while it stays the same they are taken for unchanged."""
        return _digest(self._version, *(f"{path}\0{_look(path)}" for path in paths))

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
        """What the encoder said of passages in any saved index, those of other articles and versions included."""
        found = (self._use(place, _open_book) for place in self._places()) if self._encoder else ()
        return [book for book in found if book]

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
        return self._open(self._place(answerer.corpus), answerer.corpus.problems) or answerer

    def _write(self, key: str, answerer: SavedAnswerer) -> None:
        """In a folder of its own, then renamed: nobody sees half an index, and two may build the same at once."""
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        new = Path(tempfile.mkdtemp(prefix=_NEW, dir=self._folder))
        place = self._place(answerer.corpus)
        try:
            arrays, facts = answerer.snapshot()
            write_snapshot(new, arrays, {**facts, "index": place.name, "encoder": self._encoder_name})
            self._write_inputs(new, place.name, key, answerer.corpus)
            new.rename(place)
        except OSError:
            if not (place / INPUTS).exists():  # else another process was sooner
                raise
        finally:
            shutil.rmtree(new, ignore_errors=True)

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
                self._say(f"The saved index {place} can't be used and is built anew: {error}")
                _remove(place)
            return None

    def _tidy(self) -> None:
        by_use = sorted(self._places(), key=lambda place: place.stat().st_mtime, reverse=True)
        long_ago = time.time() - _ABANDONED_SECONDS
        abandoned = [new for new in self._folder.glob(f"{_NEW}*") if new.stat().st_mtime < long_ago]
        for place in (*by_use[KEPT:], *abandoned):
            _remove(place)

    def _place(self, corpus: Corpus) -> Path:
        return self._folder / _digest(self._version, corpus.fingerprint, self._encoder_name)[:NAME_LENGTH]

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


def _open_book(place: Path) -> Book | None:
    arrays, facts = open_snapshot(place)
    encoder = facts.get("encoder")
    return Book.restore(encoder, take(MEANINGS, arrays)) if encoder else None


def _remove(place: Path) -> None:
    """At once: a process that is just opening it finds all of it, or none."""
    with suppress(OSError):  # another process may be sooner, and what can't be removed may stay
        gone = place.rename(place.with_name(f"{_NEW}{secrets.token_hex(4)}"))
        if gone.is_dir() and not gone.is_symlink():
            shutil.rmtree(gone)
        else:
            gone.unlink()


def _look(path: Path) -> str:
    """With the time of the last change of any kind, which nobody can set: a copy may bring its old date along."""
    try:
        status = path.stat()
    except OSError as error:
        return str(error.strerror)
    return f"{status.st_size} {status.st_mtime_ns} {status.st_ctime_ns}"


def _digest_code() -> str:
    """Of all that makes an index out of files: a version number is not raised at each step of the work on it."""
    folders = [Path(str(files(package))) for package in ("corpus", "retrieval")]
    sources = sorted(
        path for folder in folders for path in folder.rglob("*.*") if path.is_file() and path.suffix != ".pyc"
    )
    return _digest(*(hashlib.sha256(path.read_bytes()).hexdigest() for path in sources))


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0\0".join(parts).encode(errors="surrogateescape")).hexdigest()
