"""Where do words that were judged or pinned stand today? An article may have been edited since."""

from __future__ import annotations

from corpus.models import Corpus, Span


def find_again(corpus: Corpus, article_id: str, start: int, text: str) -> Span | None:
    """The same words in the same article, where they stood, else where they are nearest to it; None where gone."""
    if article_id not in corpus.numbers:
        return None
    whole = corpus.article(article_id).text
    if whole.startswith(text, start):
        return Span(start, start + len(text))
    before, behind = whole.rfind(text, 0, start + len(text)), whole.find(text, start)
    found = [place for place in (before, behind) if place >= 0]
    if not found:
        return None
    nearest = min(found, key=lambda place: abs(place - start))
    return Span(nearest, nearest + len(text))
