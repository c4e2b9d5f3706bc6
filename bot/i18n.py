"""In which words does the bot speak to a reader?"""

from __future__ import annotations

import gettext
from functools import lru_cache
from pathlib import Path

CATALOGUES = Path(__file__).parent / "locale"


@lru_cache(maxsize=256)
def words(language: str | None) -> gettext.NullTranslations:
    """The catalogue for an IETF language tag, Telegram's `language_code`; English where there is none."""
    tag = (language or "").replace("-", "_")
    # The tag comes from outside and becomes part of a path.
    languages = [tag] if tag.replace("_", "").isalnum() else []
    return gettext.translation("talks", CATALOGUES, languages, fallback=True)
