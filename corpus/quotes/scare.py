"""Are words between marks only set apart, as a title or a phrase, and said by nobody?"""

from __future__ import annotations

from corpus.models import Span
from corpus.quotes.claims import Claim
from corpus.quotes.cues import THINKING
from corpus.quotes.scan import Marked

MIN_WORDS = 4
"""Fewer words that no cue of saying introduces are set apart: in “breakthroughs”."""
MAX_COST = 2.8
"""What a claim to so few words may cost: that of a weak verb right beside them is 2.5."""
MAX_TITLE_WORDS = 9
CUE_BESIDE, SPEAKER_BESIDE = 2, 12
"""Characters between a quotation and its cue, a comma and a space, or the speaker behind it: “…,” replied Blinken."""
_SMALL_WORDS = frozenset("a an the and or of to in on with for at by from how".split())


def sets_words_apart(text: str, mark: Marked, claim: Claim | None) -> bool:
    words = mark.words.of(text).split()
    if not any(char.isalnum() for word in words for char in word):
        return True
    cue = claim.cue.of(text).lower() if claim and claim.cue else None
    if len(words) < MIN_WORDS and (claim is None or cue is None or cue in THINKING or claim.cost > MAX_COST):
        return True
    return _is_title(words) and not (claim and _is_beside(claim, mark.span))


def _is_title(words: list[str]) -> bool:
    """The name of a broadcast, a film or a slogan: two words or more, the big ones with capitals."""
    big = [word for word in words if word.lower() not in _SMALL_WORDS]
    return 1 < len(words) <= MAX_TITLE_WORDS and all(word[0].isupper() or not word[0].isalpha() for word in big)


def _is_beside(claim: Claim, quote: Span) -> bool:
    """Whether the cue, or the speaker, stands right beside the words."""
    if claim.cue is None:
        return False
    return (
        0 <= quote.start - claim.cue.end <= CUE_BESIDE
        or 0 <= claim.cue.start - quote.end <= CUE_BESIDE
        or 0 <= claim.mention.start - quote.end <= SPEAKER_BESIDE
    )
