"""Does a reader see who said what, in which words, and how that is known?"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace
from gettext import NullTranslations
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.i18n import words as in_language
from bot.render.quote_lines import QuoteLines
from bot.render.quotes import (
    MOST_QUOTES,
    label_speaker,
    not_found_html,
    overview_html,
    page_html,
    turn_pages,
    unread_html,
)
from bot.render.split import LIMIT
from bot.simulator.formatted import utf16
from bot.simulator.markup import parse_html
from corpus.models import Article, Attribution, Corpus, Quote, Span
from retrieval.filter_days import Unread
from retrieval.filters import Filter
from retrieval.listing import QuoteList
from retrieval.quote_book import QuoteBook, SaidQuote
from tests.bot.telegram.samples import make_corpus
from tests.retrieval.quoted import SEEDS, TWO, book_of, book_of_lines, book_of_seeds, quote

WORDS = NullTranslations()
BOOK = book_of_seeds()
FIRST_LINE = "“Before tomorrow’s meeting with Russia…” · Sun 9 Jan 2022"
SECOND_LINE = "Geneva talks hinge on Russia deescalating Ukraine threat · Sun 9 Jan 2022 (date inferred)"


def pages_of(
    book: QuoteBook, wanted: Callable[[SaidQuote], bool] = lambda _: True, words: NullTranslations = WORDS
) -> list[str]:
    """Reported speech behind direct speech, as lists have it."""
    found = sorted(filter(wanted, book.said), key=lambda said: said.is_reported)
    pages = turn_pages(book, found, words)
    return [page_html(book, found, pages, number, words) for number in range(1, len(pages) + 1)]


def by(name: str) -> Callable[[SaidQuote], bool]:
    return lambda said: said.speaker is not None and said.speaker.name == name


def test_the_overview() -> None:
    assert overview_html(BOOK, WORDS) == (
        "<b>14 quotations</b>\n"
        "<b>Antony Blinken</b> · 8 direct\n"
        "<b>Sergei Ryabkov</b> · 2 direct, 1 reported\n"
        "<b>US government official</b> · 1 direct\n"
        "<b>senior administration official</b> · 1 direct\n"
        "<i>1 whose speaker is unclear</i>"
    )
    assert [label_speaker(quoted) for quoted in BOOK.speakers[:2]] == ["Antony Blinken · 8", "Sergei Ryabkov · 3"]


def test_of_many_speakers_the_overview_names_the_first() -> None:
    book = book_of_lines(*(f"Ann Sm{one}t{other}: Peace now." for one, other in product("aeiou", "abdeg")))
    assert overview_html(book, WORDS).endswith("· 1 direct\n<i>and 5 others</i>")


def test_nobody_is_quoted() -> None:
    assert overview_html(QuoteBook(Corpus((), ())), WORDS) == "The articles quote nobody."


def test_one_speakers_page() -> None:
    (page,) = pages_of(BOOK, by("Sergei Ryabkov"))
    assert page == (
        "<b>Sergei Ryabkov</b> · 2 direct, 1 reported\n"
        "“Russian Foreign Minister” in [1], “Deputy Foreign Minister” in [2]\n\n"
        "<blockquote>“I can’t rule out anything, this is an entirely possible scenario and the Americans… should have "
        "no illusions about this,”</blockquote>\n"
        "said · via Reuters\n"
        f"[1] {SECOND_LINE}\n\n"
        "<blockquote>“Naturally, we will not make any concessions under pressure and in the course of threats that are "
        "constantly being formed by the Western participants of the upcoming talks,”</blockquote>\n"
        "“he said” → Ryabkov · [1]\n\n"
        "<i>reported:</i>\n"
        "<blockquote>it was quite possible that diplomacy could end abruptly after a single meeting</blockquote>\n"
        "“he said” → Ryabkov · via RIA\n"
        f"[2] {FIRST_LINE}"
    )


def test_among_words_of_another_language_those_of_the_article_are_marked() -> None:
    (page,) = pages_of(BOOK, by("Sergei Ryabkov"), in_language("uk"))
    told = [line for line in page.split("\n") if line and not line.startswith("<blockquote>")]
    source = "Geneva talks hinge on Russia deescalating Ukraine threat"
    assert told == [
        "<b>Sergei Ryabkov</b> · 2 прямі, 1 непряма",
        "«Russian Foreign Minister» у [1], «Deputy Foreign Minister» у [2]",
        "«said» · джерело: Reuters",
        f"[1] {source} · нд, 9 січ. 2022\u202fр. (дату встановлено за текстом)",
        "«he said» → Ryabkov · [1]",
        "<i>непряма мова:</i>",
        "«he said» → Ryabkov · джерело: RIA",
        "[2] «Before tomorrow’s meeting with Russia…» · нд, 9 січ. 2022\u202fр.",
    ]


def test_other_wordings_stand_together() -> None:
    (page,) = pages_of(BOOK, lambda said: said.number in (2, 6))
    assert page == (
        "<b>Antony Blinken</b> · 2 direct\n"
        "“Secretary of State” in [1], “US Secretary of State” in [2]\n\n"
        "<blockquote>“I don’t think we’re going to see any breakthroughs in the coming week,”</blockquote>\n"
        "said · via CNN\n"
        f"[1] {SECOND_LINE}\n"
        "<i>in other words:</i>\n"
        "<blockquote>“I don’t think we will see any breakthroughs in the coming week,”</blockquote>\n"
        "“said the minister” → Blinken\n"
        f"[2] {FIRST_LINE}"
    )


def test_among_several_speakers_each_quote_names_its_own() -> None:
    (page,) = pages_of(BOOK, lambda said: said.number in (5, 10, 13))
    assert page.startswith("<b>3 quotations</b>\n\n<blockquote>“We are entering")
    assert "\n<b>US government official</b> · said\n[1] " in page
    assert (
        "\n<b>senior administration official</b> · “the official told” → senior administration official · Sat 8 Jan"
        in page
    )
    assert "\n<b>Sergei Ryabkov</b>, Russian Foreign Minister · “he said” → Ryabkov · [2]" in page


def test_who_is_unclear_stands_apart_and_under_nobody() -> None:
    guessed = quote(TWO, "“Naturally … upcoming talks,”", "Sergei Ryabkov", "he", "said", sure=False)
    clear = quote(TWO, "we will not make any concessions under pressure", "Antony Blinken", cue="said")
    (page,) = pages_of(book_of(SEEDS, guessed, clear))
    assert page.startswith("<b>2 quotations</b>\n\n<blockquote>we will not make")
    apart = page.partition("\n\n<b>Speaker unclear</b>\n\n")[2]
    assert apart.endswith("</blockquote>\nsaid · [1]")
    assert "Ryabkov" not in page


def test_a_copy_is_named_and_not_repeated() -> None:
    line = "Diplomacy could end abruptly after a single meeting."
    (page,) = pages_of(book_of_lines(*[f"Ann Lee: {line}"] * 8))
    source = "“Diplomacy could end abruptly after…” · Sun 9 Jan 2022"
    also = "".join(f"also [{number}] {source}\n" for number in range(2, 7))
    assert page == (
        f"<b>Ann Lee</b> · 8 direct\n\n<blockquote>{line}</blockquote>\n"
        f"[1] {source}\n{also}<i>and in 2 other articles</i>"
    )


def test_a_long_quotation_is_cut_between_sentences() -> None:
    sentence = "We are ready to talk to anybody at any time. "
    (page,) = pages_of(book_of_lines(f"Ann Lee: {sentence * 50}"))
    (quoted,) = (entity for entity in parse_html(page).entities if entity["type"] == "blockquote")
    assert quoted["length"] == len(sentence) * 15 - 1
    assert "time.</blockquote>\n<i>… goes on</i>\n[1] " in page


def test_pages_hold_whole_quotations() -> None:
    book = book_of_lines(*(f"Ann Lee: Number {'x' * number} is {'y' * number}." for number in range(1, 13)))
    pages = pages_of(book)
    assert [page.count("<blockquote>") for page in pages] == [MOST_QUOTES, MOST_QUOTES, 2]
    assert pages[0].startswith("<b>Ann Lee</b> · 12 direct\n<i>page 1 of 3</i>\n\n<blockquote>Number x is")
    assert all("\n[1] " in page for page in pages)


def test_pages_that_were_measured_before_are_not_measured_again(monkeypatch: pytest.MonkeyPatch) -> None:
    pages = turn_pages(BOOK, BOOK.said, WORDS)
    monkeypatch.delattr(QuoteLines, "write")
    assert turn_pages(BOOK, BOOK.said, WORDS, bytes(map(len, pages))) == pages


@pytest.mark.parametrize(
    ("wanted", "nearest", "said"),
    [
        (Filter(), 0, "No such quotation."),
        (
            Filter(unknown=("Mac<ron",)),
            1,
            "Nobody quoted has the name “Mac&lt;ron”, and no quotation holds it.\nThe nearest names: Antony Blinken",
        ),
        (
            Filter(unknown=("Macron", "Scholz")),
            0,
            """Nobody quoted has the names “Macron”, “Scholz”, and no quotation holds them.
Most quoted: Antony Blinken, Sergei Ryabkov.""",
        ),
    ],
)
def test_what_is_not_found_is_told(wanted: Filter, nearest: int, said: str) -> None:
    speakers = [quoted.speaker for quoted in BOOK.speakers[:nearest]]
    assert not_found_html(QuoteList("", wanted, (), BOOK, speakers), WORDS) == said


def test_a_reader_s_word_is_quoted_as_their_language_quotes() -> None:
    nobody = QuoteBook(Corpus((), ()))
    told = not_found_html(QuoteList("", Filter(unknown=("Macron", "Scholz")), (), nobody), in_language("de"))
    assert told == "Unter den Zitierten heißt niemand „Macron“, „Scholz“, und kein Zitat enthält die Wörter."


def test_what_cannot_be_read_is_told() -> None:
    wanted = Filter(unread=(Unread("31 Feb", "no_day"), Unread("13..10 Jan", "backwards")))
    assert unread_html(wanted, WORDS) == "“31 Feb” can’t be read as a day.\n“13..10 Jan” ends before it begins."
    assert not unread_html(Filter(), WORDS)


ANYTHING = st.text(st.characters(codec=None), max_size=30)
TEXTS = st.lists(
    ANYTHING | st.sampled_from(["<b>", "&", "We talk of peace, now and always. " * 60, "😀" * 900]), max_size=4
)


@st.composite
def quotes(draw: st.DrawFn, articles: Sequence[Article]) -> Quote:
    article = draw(st.sampled_from(articles))
    spans = st.tuples(*[st.integers(0, len(article.text))] * 2).map(lambda ends: Span(min(ends), max(ends)))
    name = draw(st.sampled_from(["Ann Lee", "Lee", "an official", ""]) | ANYTHING)
    kind = draw(st.sampled_from(["person", "organisation", "anonymous"]))
    by_whom = st.none() | st.builds(Attribution, spans, st.just(name), st.none() | ANYTHING, st.just(kind))
    return Quote(
        article.id,
        draw(st.just(Span(0, len(article.text))) | spans),
        draw(st.sampled_from(["direct", "mixed", "reported"])),
        draw(by_whom),
        draw(st.none() | spans),
        draw(st.none() | spans),
        draw(st.none() | st.dates(dt.date(2000, 1, 1))),
        "any",
        draw(st.sampled_from([0.1, 1.0])),
    )


@given(st.data(), st.lists(TEXTS.map("".join).filter(str.strip), min_size=1, max_size=4), ANYTHING)
def test_any_quotes_give_pages_that_telegram_accepts(data: st.DataObject, texts: list[str], publisher: str) -> None:
    articles = [Article(str(number), text, publisher=publisher) for number, text in enumerate(texts)]
    made = data.draw(st.lists(quotes(articles), min_size=1, max_size=12))
    book = book_of(make_corpus(*articles), *made)
    pages = turn_pages(book, book.said, WORDS)
    assert all(1 <= len(page) <= MOST_QUOTES for page in pages)
    for number in range(1, len(pages) + 1):
        assert utf16(parse_html(page_html(book, book.said, pages, number, WORDS)).text) <= LIMIT
    parse_html(overview_html(book, WORDS))


def test_a_source_line_that_fills_a_message_is_cut() -> None:
    book = book_of_lines("Ann Lee: Peace now.")
    article = replace(book.corpus.articles[0], publisher="x" * 5000)
    book = book_of(make_corpus(article), book.said[0].quote)
    assert len(parse_html(pages_of(book)[0]).text) <= LIMIT
