"""The quotes of the shipped articles, put together by hand, and the book of them."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from functools import partial
from itertools import groupby

from corpus.models import Article, Attribution, Corpus, Quote, QuoteType, Span, SpeakerKind
from corpus.quotes.confidence import SURE
from retrieval.quote_book import QuoteBook
from tests.bot.telegram.samples import make_corpus
from tests.retrieval.gold.measure import seeds

SEEDS = seeds()
ONE, TWO = SEEDS.articles
PISTOL = "“in an atmosphere of escalation with a pistol at the head of Ukraine,”"
PROGRESS = "“So if we really want to make progress, we have to see de-escalation.”"
COMING = "“I don’t think we will see any breakthroughs in the coming week,”"
ABRUPTLY = "it was quite possible that diplomacy could end abruptly after a single meeting"
SLAM = "“It is not up to Russia … slam it shut,”"


def find(text: str, words: str) -> Span:
    """Where the words stand; “ … ” is for what may stand between."""
    begin, _, end = words.partition(" … ")
    start = text.index(begin)
    return Span(start, text.index(end, start) + len(end) if end else start + len(begin))


def quote(
    article: Article,
    words: str,
    name: str | None,
    mention: str = "",
    cue: str = "",
    *,
    role: str | None = None,
    kind: SpeakerKind = "person",
    type: QuoteType = "direct",  # noqa: A002 - as the quote has it
    via: str = "",
    said_on: dt.date | None = None,
    sure: bool = True,
) -> Quote:
    """Mention, cue and outlet are looked for around the quoted words."""
    span = find(article.text, words)
    by = Attribution(_nearest(article.text, mention, span), name, role, kind) if name else None
    cued, heard = (_nearest(article.text, one, span) if one else None for one in (cue, via))
    return Quote(article.id, span, type, by, cued, heard, said_on, "by hand", SURE if sure else SURE / 2)


def _nearest(text: str, words: str, span: Span) -> Span:
    """Outside the quote."""
    found = [Span(*match.span()) for match in re.finditer(rf"\b{re.escape(words)}\b", text)]
    outside = [one for one in found if one.end <= span.start or span.end <= one.start]
    return min(outside, key=lambda one: max(span.start - one.end, one.start - span.end), default=Span(0, 0))


def book_of(corpus: Corpus, *quotes: Quote) -> QuoteBook:
    """The quotes of each article together, in the order of the articles."""
    ordered = sorted(quotes, key=lambda one: corpus.numbers[one.article_id])
    by_article = groupby(ordered, key=lambda one: one.article_id)
    return QuoteBook(replace(corpus, quotes={article_id: tuple(group) for article_id, group in by_article}))


def book_of_lines(*lines: str) -> QuoteBook:
    """A book of articles of one quote each, from "Name: what was said"."""
    pairs = [line.split(": ", 1) for line in lines]
    articles = [Article(str(number), text, published="2022-01-09") for number, (_, text) in enumerate(pairs)]
    quotes = [quote(article, article.text, name) for article, (name, _) in zip(articles, pairs, strict=True)]
    return book_of(make_corpus(*articles), *quotes)


def book_of_seeds() -> QuoteBook:
    blinken_one = partial(quote, ONE, name="Antony Blinken", cue="said", role="US Secretary of State")
    blinken_two = partial(quote, TWO, name="Antony Blinken", cue="said", role="Secretary of State", mention="Blinken")
    ryabkov_two = partial(quote, TWO, name="Sergei Ryabkov", cue="said", role="Russian Foreign Minister")
    anonymous_one = partial(quote, ONE, name="US government official", kind="anonymous")
    anonymous_two = partial(quote, TWO, name="senior administration official", kind="anonymous")
    return book_of(
        SEEDS,
        blinken_one(PISTOL, mention="Blinken", via="CNN"),
        blinken_one(PROGRESS, mention="Blinken"),
        blinken_one(COMING, mention="the minister"),
        blinken_one("“We will be able … NATO and the OSCE.”", mention="the minister"),
        quote(
            ONE, ABRUPTLY, "Sergei Ryabkov", "he", "said", role="Deputy Foreign Minister", type="reported", via="RIA"
        ),
        anonymous_one("“We are entering … optimism,”", mention="a US government official", cue="said"),
        blinken_two("“I don’t think we’re … week,”", via="CNN"),
        blinken_two("“We’re going to be able … moving forward.”"),
        blinken_two("“It’s hard to see … currently poses,”"),
        blinken_two("“Any progress … same thing,”"),
        anonymous_two(SLAM, mention="the official", cue="told", said_on=dt.date(2022, 1, 8)),
        quote(TWO, "“prepared to negotiate … other means.”", None, cue="expressed", sure=False),
        ryabkov_two(
            "“I can’t rule out … about this,”", mention="Russian Foreign Minister Sergei Ryabkov", via="Reuters"
        ),
        ryabkov_two("“Naturally … upcoming talks,”", mention="he"),
    )
