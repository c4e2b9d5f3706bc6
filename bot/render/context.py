"""What stands around a passage in its article?"""

from __future__ import annotations

from bot.render.html import escape
from corpus.models import Corpus, Passage

REACH = 2
"""Sentences before it, and as many behind."""


def has_context(number: int, corpus: Corpus) -> bool:
    return len(corpus.neighbours(number, 1)) > 1


def context_html(number: int, corpus: Corpus, reach: int = REACH) -> str:
    """The passage of that number in bold between its neighbours, all as the article has them; folded at first."""
    pieces: list[str] = []
    last: Passage | None = None
    for passage in corpus.neighbours(number, reach):
        text = escape(passage.span.of(corpus.article(passage.article_id).text))
        if last:
            pieces.append(" " if last.paragraph == passage.paragraph else "\n")
        pieces.append(f"<b>{text}</b>" if passage == corpus.passages[number] else text)
        last = passage
    return f"<blockquote expandable>{''.join(pieces)}</blockquote>"
