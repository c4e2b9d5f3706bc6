"""Is it the same question, asked again? However it is written, and whatever it ends with."""

from __future__ import annotations

import hashlib

from retrieval.analysis import fold, read_words

_EMPTY = frozenset("a an the please".split())
"""Words that change no question. All others do: before and after, did and will, who and when."""


def question_words(text: str) -> tuple[str, ...]:
    """What makes a question that question: its words, stemmed, names as the articles' terms have them, in order."""
    words = tuple(word for word in read_words(text) if word not in _EMPTY)
    return words or (" ".join(fold(text).split()),)


def question_key(text: str) -> str:
    """The same for the same question. A digest: it tells nobody the reader's words."""
    return key_of(" ".join(question_words(text)))


def key_of(normal: str) -> str:
    """The key of a question of which only its words are left, joined by blanks."""
    return hashlib.sha256(normal.encode(errors="surrogatepass")).hexdigest()[:16]
