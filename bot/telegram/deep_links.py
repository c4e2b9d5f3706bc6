"""Which link leads to a passage, a quote or an event, and what does a link lead to?

A link names the article, the place and the words by digests of them: as long as the article says just that just
there, the link leads there, whatever was added around it.
"""

from __future__ import annotations

import hashlib
import re
from functools import cached_property
from typing import Literal, NamedTuple
from urllib.parse import quote, urlencode

from bot.i18n import words
from bot.render.punctuation import quoted
from bot.render.shorten import shorten
from corpus.models import Citation, Corpus, Span

Kind = Literal["passage", "quote", "event"]

_KINDS: dict[str, Kind] = {"p": "passage", "q": "quote", "e": "event"}
_PAYLOAD = re.compile(r"([pqe])-([0-9a-f]{12})-(\d{1,9})-(\d{1,9})-[0-9a-f]{24}", re.ASCII)
"""At most 59 characters; Telegram allows 64."""
ID_DIGITS, CONTENT_DIGITS = 12, 24
LONGEST_SHARED = 160


class Linked(NamedTuple):
    kind: Kind
    citation: Citation


class DeepLinks:
    """Of one corpus."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus

    def find(self, payload: str) -> Linked | None:
        """None where the articles don't say that there, or no longer."""
        read = _PAYLOAD.fullmatch(payload)
        article_id = self._ids.get(read[2]) if read else None
        if read is None or article_id is None:
            return None
        start, end = int(read[3]), int(read[4])
        if not start < end <= len(self._corpus.article(article_id).text):
            return None
        citation = self._corpus.cite(article_id, Span(start, end))
        kind = _KINDS[read[1]]
        if write_payload(kind, citation) != payload or not self._stands_there(kind, citation):
            return None
        return Linked(kind, citation)

    def _stands_there(self, kind: Kind, citation: Citation) -> bool:
        """Whether it is whole: anybody can work out the digest of half a sentence. For the others their lists tell."""
        passages = self._corpus.passages_of(citation.article.id)
        return kind != "passage" or any(passage.span == citation.span for passage in passages)

    @cached_property
    def _ids(self) -> dict[str, str]:
        """The articles by the digests of their ids: ten thousand take ten milliseconds, once."""
        return {_digest(article_id, ID_DIGITS): article_id for article_id in self._corpus.numbers}


def write_payload(kind: Kind, citation: Citation) -> str:
    article, span = citation.article, citation.span
    content = _digest(f"{article.id}\0{span.start}\0{span.end}\0{citation.text}", CONTENT_DIGITS)
    return f"{kind[0]}-{_digest(article.id, ID_DIGITS)}-{span.start}-{span.end}-{content}"


def write_link(bot_name: str, kind: Kind, citation: Citation) -> str:
    return f"https://t.me/{bot_name}?start={write_payload(kind, citation)}"


def write_share(bot_name: str, kind: Kind, citation: Citation) -> str:
    """Telegram asks to whom the link is to be sent."""
    # Whoever gets it may read another language than whoever sends it.
    text = quoted(shorten(citation.text, LONGEST_SHARED), words(None))
    shared = {"url": write_link(bot_name, kind, citation), "text": text}
    return f"https://t.me/share/url?{urlencode(shared, quote_via=quote)}"


def _digest(text: str, length: int) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:length]
