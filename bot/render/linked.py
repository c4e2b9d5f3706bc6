"""How does a reader see the one quote, or the one event, that a link leads to?"""

from __future__ import annotations

from gettext import NullTranslations

from bot.render.context import context_html, has_context
from bot.render.quote_lines import QuoteLines
from bot.render.source_line import Sources
from bot.render.split import split
from bot.render.timeline import timeline_html
from bot.render.timeline_pages import turn_pages
from corpus.models import Citation, Corpus, Event, Quote, Speaker
from retrieval.quote_book import SaidQuote, Statement


def quote_html(citation: Citation, corpus: Corpus, words: NullTranslations) -> str | None:
    """With what stands around it; None where nobody is quoted with these words."""
    quote = next((one for one in corpus.quotes.get(citation.article.id, ()) if one.span == citation.span), None)
    if quote is None:
        return None
    said = SaidQuote(0, quote, _speaker(quote), citation)
    lines = QuoteLines(Sources(corpus, words), words, named_above=False).write(Statement(said))
    number = corpus.passage_at(citation)
    return split(f"{lines}\n{context_html(number, corpus)}" if has_context(number, corpus) else lines)[0]


def event_html(event: Event, corpus: Corpus, words: NullTranslations) -> str:
    return timeline_html(turn_pages([event], corpus, words)[0], corpus, words)


def _speaker(quote: Quote) -> Speaker | None:
    """As this article alone knows them."""
    who = quote.attribution
    if who is None:
        return None
    roles = ((quote.article_id, who.role),) if who.role else ()
    return Speaker(who.name, who.name, who.kind, (who.name,), roles)
