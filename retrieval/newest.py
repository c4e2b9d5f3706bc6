"""In which order are articles listed? The newest first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from corpus.models import Corpus


def newest_first(corpus: Corpus) -> Sequence[int]:
    """The numbers of the articles; those without a date come last. It looks at every article."""

    def day(number: int) -> dt.date:
        return corpus.articles[number].day or dt.date.min

    return sorted(range(len(corpus.articles)), key=day, reverse=True)
