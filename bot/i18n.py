"""In which words does the bot speak to a reader?"""

from __future__ import annotations

import gettext
from functools import lru_cache
from pathlib import Path

CATALOGUES = Path(__file__).parent / "locale"


ENGLISH = "en"
"""What the program itself is written in."""


def shipped() -> list[str]:
    """The languages that there are catalogues for, as IETF tags; English first."""
    found = (path.parts[-3].replace("_", "-") for path in CATALOGUES.glob("*/LC_MESSAGES/talks.mo"))
    return [ENGLISH, *sorted(set(found) - {ENGLISH})]


@lru_cache(maxsize=256)
def words(language: str | None) -> gettext.NullTranslations:
    """The catalogue for an IETF language tag, Telegram's `language_code`; English where there is none."""
    tag = (language or "").replace("-", "_")
    # The tag comes from outside and becomes part of a path.
    languages = [tag] if tag.replace("_", "").isalnum() else []
    return gettext.translation("talks", CATALOGUES, languages, fallback=True)


def language_of(catalogue: gettext.NullTranslations) -> str:
    """As its header names it."""
    return catalogue.info().get("language", ENGLISH)
