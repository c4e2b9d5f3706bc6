"""Which letters of a name count, whoever wrote it down? Sergei and Sergey, Zelenskyy and Zelensky."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_APOSTROPHES = re.compile("['’‘ʼʹ`´]")
_ARTICLE = re.compile(r"\A(?:the|an?)\s+(?=\S)")
_WORD = re.compile(r"[^\W_]+(?:[-‐‑][^\W_]+)*")
_ARABIC_ARTICLE = re.compile(r"\b[ae]l[-‐‑](?=\w)")
_TITLES = frozenset("mr mrs ms miss mx dr sir dame lord lady".split())
_SUFFIXES = frozenset("jr sr ii iii iv".split())
_PARTICLES = frozenset("van von der den de del della di da dos du la le ter ten zu".split())
_SAME_SOUNDS = tuple(
    (re.compile(written), sound)
    for written, sound in (
        ("s?h?tsch|shch", "ch"),
        ("sch", "sh"),
        ("kh", "h"),
        ("ph", "f"),
        ("th", "t"),
        ("ck|c(?=[aoul-nrt])|q", "k"),
        ("x", "ks"),
        ("tz", "ts"),
        ("w", "v"),
        ("[jy]", "i"),
        (r"([^\Waeou\d])\1+", r"\1"),
    )
)
"""Letters that English, German and French exchange for one another when they write a Russian, Arabic or Greek name."""


@dataclass(frozen=True, slots=True)
class PersonName:
    """The parts of a person's name, each as it sounds; `given` is one letter where an initial stands for it."""

    surname: str
    given: str = ""
    middle: str = ""
    """The initial of the second given name."""


@lru_cache(maxsize=1 << 16)
def fold_name(name: str) -> str:
    """Lower case, accents, apostrophes and full stops gone, no article before it: "the U.S." is "us"."""
    name = _APOSTROPHES.sub("", unicodedata.normalize("NFKD", name)).casefold()
    letters = "".join(character for character in name if not unicodedata.combining(character))
    return _ARTICLE.sub("", " ".join(letters.replace(".", "").split()))


@lru_cache(maxsize=1 << 16)
def sound_of(word: str) -> str:
    """The same for spellings that differ by transcription alone: Ryabkov, Rjabkow."""
    sound = re.sub(r"[-‐‑\s]", "", _ARABIC_ARTICLE.sub("", fold_name(word)))
    for written, said in _SAME_SOUNDS:
        sound = written.sub(said, sound)
    return sound


@lru_cache(maxsize=1 << 16)
def read_person(name: str) -> PersonName:
    """Tell the parts of a name: "Ursula von der Leyen", "J. Kerry", "Ryabkov"."""
    words = [word for word in _WORD.findall(_APOSTROPHES.sub("", name)) if word.casefold() not in _TITLES]
    suffix = words.pop() if len(words) > 1 and words[-1].casefold() in _SUFFIXES else ""
    begin = max(len(words) - 1, 0)
    while begin > 0 and words[begin - 1].casefold() in _PARTICLES:
        begin -= 1
    given = [sound_of(word) for word in words[:begin]]
    surname = "".join(map(sound_of, words[begin:])) + (f" {suffix.casefold()}" if suffix else "")
    return PersonName(surname or sound_of(name), given[0] if given else "", given[1][:1] if given[1:] else "")
