"""Does a question ask what came of something, which articles from before it cannot tell?"""

from __future__ import annotations

import re

from corpus.models import Citation, Corpus

_OUTCOME = re.compile(
    r"""
      \b(?:how|what|which)\b.{0,60}?\b(?:did|was|were|has|have|had)\b.{1,60}?
        \b(?:achieved?|accomplish(?:ed)?|end(?:ed)?|go|gone|produced?|yield(?:ed)?|decided?|agree(?:d)?|concluded?|
           turn(?:ed)?\ out|lead\ to|result(?:ed)?|brought|bring)\b
    | \b(?:outcomes?|results?|upshot|end)\ of\b | \bcame\ (?:out\ )?of\b
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)


def asks_for_outcome(question: str) -> bool:
    return _OUTCOME.search(question) is not None


def is_still_to_come(citation: Citation, corpus: Corpus) -> bool:
    """Whether a passage tells of a day after its article was published."""
    published = citation.article.day
    return published is not None and any(
        time.first is not None and time.first > published for time in corpus.times_in(citation)
    )
