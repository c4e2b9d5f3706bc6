from __future__ import annotations

import datetime as dt
from dataclasses import replace
from gettext import NullTranslations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.i18n import words as words_of
from bot.render.shorten import one_line
from bot.render.split import LIMIT
from bot.render.timeline import timeline_html, why_html
from bot.render.timeline_pages import MOST_LINES, Page, turn_pages
from bot.simulator.markup import parse_html
from corpus.models import Article, Corpus, Event, Mention, Span, TimeExpression
from tests.bot.render.events import EVENTS, FIRST, SECOND, SEEDS, event, join, make_event, mention

WORDS = NullTranslations()
ANYTHING = st.text(st.characters(codec=None), max_size=400)


def the_page(*events: Event, corpus: Corpus = SEEDS) -> Page:
    [page] = turn_pages(events, corpus, WORDS)
    return page


def test_the_seeds() -> None:
    assert timeline_html(the_page(*EVENTS), SEEDS, WORDS) == (
        "<b>Sat 8 Jan 2022</b> the official told reporters in a briefing call on Saturday [1]\n"
        "<b>Sun 9 Jan</b> Russia on Sunday appeared to be taking a hard line going into the talks, saying they could "
        "end abruptly [1]\n"
        "<i>planned when the articles were published</i>\n"
        "<b>Sun 9 Jan, evening</b> the US Deputy Secretary of State Wendy Sherman Ryabkov will meet for an initial "
        "meeting on Sunday evening after her arrival in Geneva [2]\n"
        "<b>Mon 10 Jan</b> This Monday, representatives of the USA and Russia are negotiating in Geneva [2]"
        " · also [1]\n"
        "<b>Wed 12 Jan</b> A meeting of the NATO-Russia Council is scheduled in Brussels on Wednesday – the first in "
        "two and a half years [2]\n"
        "<b>Thu 13 Jan</b> Talks will then take place on January 13 in Vienna within the framework of the "
        "Organization for Security and Cooperation in Europe (OSCE) [2]\n"
        "<i>10–16 Jan:</i> “next week” [2] · “the coming week” [1][2] · “this week” [1]\n"
        "<i>captions:</i> 12 Dec 2021 · 8 and 9 Jan 2022 [1]\n"
        "\n"
        "[1] Geneva talks hinge on Russia deescalating Ukraine threat · Sun 9 Jan 2022 (date inferred)\n"
        "[2] “Before tomorrow’s meeting with Russia…” · Sun 9 Jan 2022"
    )


def test_the_order_in_which_events_are_handed_over_makes_no_difference() -> None:
    assert the_page(*reversed(EVENTS[:6])) == the_page(*EVENTS[:6])


def test_planned_events_alone_stand_under_their_heading() -> None:
    heading, line, *_ = timeline_html(the_page(EVENTS[3]), SEEDS, WORDS).split("\n")
    assert heading == "<i>planned when the articles were published</i>"
    assert line.startswith("<b>Mon 10 Jan 2022</b> This Monday")


def test_a_year_is_said_once() -> None:
    days = ("2021-12-31", "2022-01-01", "2022-01-02", "2023-05-01")
    made = [make_event("Talks.", day, article_id=day, status="reported") for day in days]
    corpus, events = join(*made)
    page = the_page(*events, corpus=corpus)
    assert [line.when for line in page.lines] == ["Fri 31 Dec 2021", "Sat 1 Jan 2022", "Sun 2 Jan", "Mon 1 May 2023"]


def test_months_and_years_stand_among_the_days() -> None:
    made = [
        make_event("It grew in 2014.", "2014-01-01", article_id="1", status="reported", grain="year"),
        make_event("It met in March.", "2022-03-01", article_id="2", status="reported", grain="month"),
    ]
    corpus, events = join(*made)
    text = timeline_html(the_page(*events, corpus=corpus), corpus, WORDS)
    assert text.startswith("<b>2014</b> It grew in 2014 [1]\n<b>Mar 2022</b> It met in March [2]\n")


def test_a_long_passage_is_shortened_around_the_words_that_say_when() -> None:
    text = "word " * 100 + "on Monday they meet"
    start = text.index("on Monday")
    corpus, told = make_event(text, expression=Span(start, start + 9))
    [line] = the_page(told, corpus=corpus).lines
    [telling] = line.item.tellings
    assert telling.text.startswith("…word")
    assert telling.text.endswith("word on Monday…")


def test_many_events_are_paged() -> None:
    made = [make_event(f"Meeting {number}.", article_id=f"{number}") for number in range(60)]
    corpus, events = join(*made)
    pages = turn_pages(events, corpus, WORDS)
    assert [len(page.lines) for page in pages] == [MOST_LINES] * 6
    assert [event for page in pages for event in page.events] == list(events)
    assert timeline_html(pages[1], corpus, WORDS).endswith("\n<i>page 2 of 6</i>")
    assert "[1] Title 10 ·" in timeline_html(pages[1], corpus, WORDS), "each page counts its own articles"


def test_no_events_no_page() -> None:
    assert turn_pages((), SEEDS, WORDS) == ()


def test_one_article_is_not_named_beside_itself() -> None:
    page = the_page(EVENTS[4])
    assert "also" not in timeline_html(page, SEEDS, WORDS)


def test_why_these_dates() -> None:
    assert why_html(the_page(EVENTS[1], EVENTS[3], EVENTS[7]), WORDS) == (
        "<b>Why these dates</b>\n"
        "“Sunday” → Sun 9 Jan 2022: published Sun 9 Jan 2022, a date that was inferred (“appeared”) [1]\n"
        "“This Monday” → Mon 10 Jan 2022: published Sun 9 Jan 2022 (“are negotiating”) [2]\n"
        "“Monday” → Mon 10 Jan 2022: published Sun 9 Jan 2022, a date that was inferred (“begin”) [1]\n"
        "“December 12, 2021” → Sun 12 Dec 2021: so it is written [1]"
    )


@st.composite
def corpora(draw: st.DrawFn) -> tuple[Corpus, tuple[Event, ...]]:
    """Articles with anything in them, and events on any day, told by any of them."""
    texts = draw(st.lists(ANYTHING, min_size=1, max_size=4))
    articles = [
        Article(
            f"{number}\ud800<",
            text,
            title=draw(st.none() | ANYTHING),
            publisher=draw(ANYTHING.map(lambda text: text[:80])),
            published=draw(st.none() | st.just("2022-01-09")),
            url=draw(st.none() | st.just("https://example.org/?a&<")),
        )
        for number, text in enumerate(texts)
    ]
    corpus = Corpus(tuple(articles), ())
    return corpus, tuple(_draw_event(draw, corpus) for _ in range(draw(st.integers(1, 25))))


def _draw_event(draw: st.DrawFn, corpus: Corpus) -> Event:
    first = draw(st.dates())
    tellers = draw(st.lists(st.sampled_from(corpus.articles), min_size=1, max_size=6))
    return Event(
        first,
        draw(st.dates(first)),
        draw(st.sampled_from(("day", "week", "month", "year"))),
        draw(st.sampled_from((None, "evening", "09:00", "09"))),
        draw(st.sampled_from(("planned", "reported", "caption"))),
        tuple(_draw_mention(draw, corpus, article, first) for article in tellers),
    )


def _draw_mention(draw: st.DrawFn, corpus: Corpus, article: Article, day: dt.date) -> Mention:
    said, cue = _draw_span(draw, article), _draw_span(draw, article)
    time = TimeExpression(article.id, said, "DATE", "", day, day, draw(st.sampled_from(("near", "future"))), cue)
    return Mention(corpus.cite(article.id, Span(0, len(article.text))), time)


def _draw_span(draw: st.DrawFn, article: Article) -> Span:
    start, end = sorted(draw(st.tuples(*[st.integers(0, len(article.text))] * 2)))
    return Span(start, end)


@given(corpora())
def test_any_events_give_pages_that_telegram_accepts(made: tuple[Corpus, tuple[Event, ...]]) -> None:
    corpus, events = made
    pages = turn_pages(events, corpus, WORDS)
    assert sorted(map(id, (event for page in pages for event in page.events))) == sorted(map(id, events))
    for page in pages:
        for html in (timeline_html(page, corpus, WORDS), why_html(page, WORDS)):
            text = parse_html(html).text
            assert len(text.encode("utf-16-le")) // 2 <= LIMIT
        for line in page.lines:
            for telling in line.item.tellings:
                said = telling.text.strip("…“”").strip()
                assert any(said in one_line(article.text) for article in telling.articles)


def test_many_articles_that_tell_of_one_event_are_not_all_named() -> None:
    made = [make_event("They meet.", article_id=f"{number}") for number in range(50)]
    corpus, events = join(*made)
    merged = replace(events[0], mentions=tuple(event.mentions[0] for event in events))
    text = timeline_html(the_page(merged, corpus=corpus), corpus, WORDS)
    assert "also [2][3][4][5]\n" in text
    assert "Title 5 " not in text


@pytest.mark.parametrize("count", [1, 30])
def test_captions_of_an_article_share_a_line(count: int) -> None:
    start = dt.date(2022, 1, 1)
    text = "Soldiers on a line."
    corpus, one = make_event(text, status="caption")
    events = [replace(one, first=day, last=day) for day in (start + dt.timedelta(number) for number in range(count))]
    page = the_page(*events, corpus=corpus)
    assert len(page.lines) == -(-count // 10)
    assert timeline_html(page, corpus, WORDS).startswith("<i>captions:</i> 1")


def test_a_week_that_several_call_by_the_same_name_is_named_once() -> None:
    same = event(
        mention(FIRST, "in the coming week", "the coming week", "2022-01-10"),
        mention(SECOND, "in the coming week", "the coming week", "2022-01-10"),
        grain="week",
        days=7,
    )
    assert timeline_html(the_page(same), SEEDS, WORDS).startswith("<i>10–16 Jan 2022:</i> “the coming week” [1][2]\n\n")


def test_names_of_weeks_and_colons_are_as_the_reader_s_language_has_them() -> None:
    french = words_of("fr")
    [page] = turn_pages(EVENTS[6:], SEEDS, french)
    lines = timeline_html(page, SEEDS, french).split("\n")
    assert lines[:2] == [
        (
            "<i>10–16 janv. 2022\xa0:</i> «\u202fnext week\u202f» [1] · «\u202fthe coming week\u202f» [1][2]"
            " · «\u202fthis week\u202f» [2]"
        ),
        "<i>légendes\xa0:</i> 12 déc. 2021 · 8 et 9 janv. 2022 [2]",
    ]


def test_a_caption_about_more_than_a_day_is_not_put_on_one() -> None:
    week = replace(EVENTS[6], status="caption")
    crimea = replace(EVENTS[7], first=dt.date(2014, 1, 1), last=dt.date(2014, 12, 31), grain="year")
    assert timeline_html(the_page(week, crimea, EVENTS[7]), SEEDS, WORDS).startswith(
        "<i>10–16 Jan 2022:</i> “next week” [1] · “the coming week” [1][2] · “this week” [2]\n"
        "<i>captions:</i> 12 Dec 2021 · 2014 [2]\n"
    )
