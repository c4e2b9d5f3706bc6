from __future__ import annotations

from gettext import NullTranslations

from bot.render.linked import event_html, quote_html
from bot.simulator.markup import parse_html
from corpus.ingest import find_files, ingest, seed_folder
from corpus.models import Span
from retrieval.listing import Listings

WORDS = NullTranslations()
SEEDS = ingest(find_files(seed_folder()))


def test_every_quote_is_shown_with_its_speaker_and_its_context() -> None:
    for quotes in SEEDS.quotes.values():
        for quote in quotes:
            citation = SEEDS.cite(quote.article_id, quote.span)
            markup = quote_html(citation, SEEDS, WORDS)
            assert markup
            assert citation.text in parse_html(markup).text
            assert "<blockquote expandable>" in markup
            if quote.attribution and quote.confidence > 0.9:
                assert f"<b>{quote.attribution.name}</b>" in markup


def test_what_is_no_quote_is_not_shown_as_one() -> None:
    assert quote_html(SEEDS.cite(SEEDS.articles[0].id, Span(0, 5)), SEEDS, WORDS) is None


def test_every_event_is_shown_by_itself() -> None:
    for event in Listings(SEEDS).events:
        assert parse_html(event_html(event, SEEDS, WORDS)).text.strip()
