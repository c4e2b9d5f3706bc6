"""How does text from outside become HTML that Telegram accepts?"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

from corpus.models import Span

MOST_MARKS = 25
"""Bold spans in one passage: Telegram shows 100 entities a message, and a reply holds three passages."""

_LINE_END = re.compile(r"\r\n?|[\u2028\u2029]")
_TAG = re.compile(r"<[^>]*>")
_REFUSED = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters other than tab and line feed
    r"\u202a-\u202e\u2066-\u2069"  # what turns the direction of the text after it
    r"\ud800-\udfff\ufeff\ufff9-\ufffb\ufffe\uffff]"  # lone surrogates and what is no character
)


def clean(text: str) -> str:
    """The text without the characters that Telegram refuses or that could disguise what follows them."""
    return _REFUSED.sub("", _LINE_END.sub("\n", text).replace("\t", " "))


def escape(text: str) -> str:
    return html.escape(clean(text), quote=False)


def link(text: str, url: str) -> str:
    return f'<a href="{html.escape(clean(url))}">{escape(text)}</a>'


def bold(text: str) -> str:
    return f"<b>{escape(text)}</b>"


def italic(text: str) -> str:
    return f"<i>{escape(text)}</i>"


def mark(text: str, spans: Iterable[Span]) -> str:
    """The escaped text with the spans in bold."""
    pieces, end = [], 0
    for span in _join(text, spans)[:MOST_MARKS]:
        pieces.append(escape(text[end : span.start]))
        pieces.append(f"<b>{bold}</b>" if (bold := escape(span.of(text))) else "")
        end = span.end
    return "".join(pieces) + escape(text[end:])


def plain(markup: str) -> str:
    """What is left of HTML where only text will do."""
    return html.unescape(_TAG.sub("", markup))


def _join(text: str, spans: Iterable[Span]) -> list[Span]:
    """The spans in order, one where only white space parts them: <b>Russian side</b>."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and not text[joined[-1].end : span.start].strip():
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined
