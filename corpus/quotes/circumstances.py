"""Through which outlet do words come to us, and on which day were they said?"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from corpus.models import Span, TimeExpression
from corpus.quotes.claims import Claim
from corpus.quotes.frames import Token
from corpus.quotes.phrases import is_name_word

OUTLETS = frozenset(
    "ap afp upi dpa reuters ria tass interfax sputnik xinhua bloomberg bbc cnn nbc abc cbs msnbc cnbc npr pbs c-span"
    " fox ard zdf rt itv sky euronews politico axios guardian telegraph spiegel monde figaro welt kommersant unian"
    " ukrinform breitbart buzzfeed mediaite news times post journal tribune herald gazette press radio tv television"
    " magazine daily weekly newspaper today review wire agency broadcaster network yahoo twitter facebook telegram"
    " instagram youtube".split()
)
"""Words of which one stands in an outlet's name."""
_LEADS = frozenset("to told tells telling on with by via from citing in quoting and".split())
"""What stands before the outlet that was told, or that tells us."""
_REPORTS = frozenset("reported reports".split())
NEAR = 60
"""Characters behind a cue in which a day is the day of speaking: "told reporters in a call on Saturday" has 30."""


def find_via(claim: Claim, said: Span) -> Span | None:
    """The outlet in the claim's sentence that is not the speaker, outside of what was said."""
    tokens = claim.frame.tokens
    for first, last in _name_runs(tokens):
        span = _bare(Span(tokens[first].start, tokens[last].end), tokens[last])
        if _crosses(span, said) or _crosses(span, claim.mention):
            continue
        words = [token.lower.removesuffix("’s").removesuffix("'s").strip(".") for token in tokens[first : last + 1]]
        if any(word in OUTLETS for word in words) and _is_led(tokens, first, last):
            return span
    return None


def _name_runs(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    first: int | None = None
    for at, token in enumerate(tokens):
        if is_name_word(token):
            first = at if first is None else first
        elif first is not None:
            yield first, at - 1
            first = None
    if first is not None:
        yield first, len(tokens) - 1


def _is_led(tokens: Sequence[Token], first: int, last: int) -> bool:
    if last + 1 < len(tokens) and tokens[last + 1].lower in _REPORTS:
        return True
    before = first - 1 if first and tokens[first - 1].lower not in ("the", "state") else first - 2
    return before >= 0 and tokens[before].lower in _LEADS


def _bare(span: Span, last: Token) -> Span:
    return Span(span.start, span.end - 2) if last.text.endswith(("’s", "'s")) else span


def find_day(claim: Claim, said: Span, times: Sequence[TimeExpression]) -> dt.date | None:
    """The day of the expression nearest to the cue, where one stands between the speaker and a little behind it."""
    if claim.cue is None:
        return None
    frame, cue = claim.frame.span, claim.cue
    start = max(frame.start, min(claim.mention.start, cue.start))
    end = min(frame.end, max(claim.mention.end, cue.end) + NEAR)
    near: list[tuple[int, dt.date]] = []
    for at in range(bisect_left(times, start, key=lambda time: time.span.start), len(times)):
        time = times[at]
        if time.span.start >= end:
            break
        if time.first is not None and time.first == time.last and not _is_quoted(claim, time.span, said):
            distance = max(cue.start - time.span.end, time.span.start - cue.end)
            near.append((distance, time.first))
    return min(near)[1] if near else None


def _is_quoted(claim: Claim, span: Span, said: Span) -> bool:
    frame = claim.frame
    return _crosses(span, said) or any(_crosses(span, frame.tokens[at].span) for at in frame.quotes)


def _crosses(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
