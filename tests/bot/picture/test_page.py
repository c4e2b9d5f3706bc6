from __future__ import annotations

import io
from gettext import NullTranslations
from itertools import groupby

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageColor

from bot.picture.blocks import Blocks
from bot.picture.fonts import Fonts
from bot.picture.page import draw_page, find_tops
from bot.picture.style import BACKGROUND, PLANNED, RAIL, RAIL_X, REPORTED, TEXT_X, WIDTH
from bot.render.timeline_items import LONGEST_TELLING
from bot.render.timeline_pages import Page, turn_pages
from corpus.models import Corpus, Event, EventStatus
from tests.bot.render.events import BRUSSELS, CALL, DINNER, EVENTS, GENEVA, HARD_LINE, SEEDS, VIENNA, join, make_event

WORDS = NullTranslations()
NAMES = {ImageColor.getrgb(REPORTED): "reported", ImageColor.getrgb(PLANNED): "planned"}


def the_page(events: tuple[Event, ...] = EVENTS, corpus: Corpus = SEEDS) -> Page:
    return turn_pages(events, corpus, WORDS)[0]


def draw(page: Page) -> Image.Image:
    return Image.open(io.BytesIO(draw_page(page, WORDS))).convert("RGB")


def written(page: Page) -> list[str]:
    """Every block's text."""
    return [" ".join(word.text for line in block.lines for word in line) for block in Blocks(page, WORDS, Fonts())]


def dots(image: Image.Image) -> list[tuple[str, int]]:
    """What crosses the rail's column: the colour's name and how many pixels of it."""
    column = [image.getpixel((RAIL_X, y)) for y in range(image.height)]
    runs = [(colour, len(list(same))) for colour, same in groupby(column)]
    return [(NAMES[colour], length) for colour, length in runs if isinstance(colour, tuple) and colour in NAMES]


def contrast(one: str, other: str) -> float:
    """As WCAG counts it."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = [part / 255 for part in ImageColor.getrgb(colour)[:3]]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_every_event_is_written_as_in_the_text() -> None:
    assert written(the_page()) == [
        "8–13 Jan 2022",
        "2 articles",
        f"Sat 8 Jan 2022 {CALL} [1]",
        f"Sun 9 Jan {HARD_LINE.removesuffix('.')} [1]".replace("\xa0", " "),
        "planned when the articles were published",
        f"Sun 9 Jan, evening {DINNER.removesuffix('.')} [2]",
        f"Mon 10 Jan {GENEVA.removesuffix('.')} [2] also\xa0[1]",
        f"Wed 12 Jan {BRUSSELS.removesuffix('.')} [2]",
        f"Thu 13 Jan {VIENNA.removesuffix('.')} [2]",
        "10–16 Jan: “next week” [2] · “the coming week” [1][2] · “this week” [1]",
        "captions: 12 Dec 2021 · 8 and 9 Jan 2022 [1]",
    ]


def test_every_line_is_drawn_at_its_place() -> None:
    page = the_page()
    image = draw(page)
    blocks = list(Blocks(page, WORDS, Fonts()))
    for block, top in zip(blocks, find_tops(blocks), strict=True):
        for number in range(len(block.lines)):
            line = image.crop((block.x, top + number * block.leading, WIDTH, top + (number + 1) * block.leading))
            assert line.getcolors(2) is None, "letters have many shades"


def test_a_filled_dot_is_reported_and_a_hollow_one_planned() -> None:
    found = dots(draw(the_page()))
    assert [name for name, _ in found] == ["reported"] * 2 + ["planned"] * 8, "a ring is crossed twice"
    assert all(length > 25 for name, length in found if name == "reported")
    assert all(length < 10 for name, length in found if name == "planned")


def test_the_rail_joins_the_dots_and_nothing_else() -> None:
    image = draw(the_page())
    rail = [y for y in range(image.height) if image.getpixel((RAIL_X, y)) == ImageColor.getrgb(RAIL)]
    coloured = [y for y in range(image.height) if image.getpixel((RAIL_X, y)) in NAMES]
    assert coloured[0] < rail[0] < rail[-1] < coloured[-1]


@pytest.mark.parametrize("count", [1, 10])
def test_one_dot_needs_no_rail(count: int) -> None:
    made = [make_event("They meet.", article_id=f"{number}", status="reported") for number in range(count)]
    corpus, events = join(*made)
    image = draw(the_page(events, corpus))
    assert len(dots(image)) == count
    assert (ImageColor.getrgb(RAIL) in {image.getpixel((RAIL_X, y)) for y in range(image.height)}) == (count > 1)


def test_captions_alone_make_a_picture_without_dots() -> None:
    page = the_page(EVENTS[7:])
    assert written(page)[0] == "12 Dec 2021 – 9 Jan 2022"
    assert dots(draw(page)) == []


def test_nothing_is_drawn_in_the_margins() -> None:
    made = [make_event("W" * 400, article_id="wide"), make_event("word " * 100, article_id="long")]
    corpus, events = join(*made)
    image = draw(the_page(events, corpus))
    for box in ((WIDTH - 50, 0, WIDTH, image.height), (RAIL_X + 30, 250, TEXT_X - 5, image.height)):
        assert image.crop(box).getcolors() == [((box[2] - box[0]) * (box[3] - box[1]), ImageColor.getrgb(BACKGROUND))]


def test_a_page_of_many_says_which() -> None:
    corpus, events = join(*(make_event("They meet.", article_id=f"{number}") for number in range(60)))
    pages = turn_pages(events, corpus, WORDS)
    assert written(pages[5])[1] == "10 articles · page 6 of 6"
    assert [len(dots(draw(page))) for page in pages] == [20] * 6


@pytest.mark.parametrize("status", ["reported", "planned", "caption"])
@pytest.mark.parametrize("text", ["W" * 400, "", "美俄会谈将于周五在日内瓦开始", "א" * 400, "e\u0301\u0302" * 200])
def test_telegram_takes_every_picture(text: str, status: EventStatus) -> None:
    corpus, events = join(*(make_event(text, article_id=f"{number}", status=status) for number in range(10)))
    image = draw(the_page(events, corpus))
    assert image.width == WIDTH
    assert image.width + image.height <= 10_000
    assert 1 / 20 <= image.width / image.height <= 20


def test_what_cannot_be_drawn_keeps_its_day_and_number() -> None:
    corpus, event = make_event("美俄会谈将于周五在日内瓦开始")
    assert written(the_page((event,), corpus))[-1] == "Mon 10 Jan 2022 [1]"


@pytest.mark.parametrize("colour", [REPORTED, PLANNED, "#5f6875"])
def test_colours_are_told_from_the_background(colour: str) -> None:
    assert contrast(colour, BACKGROUND) >= 4.5


@settings(max_examples=20, deadline=None)
@given(st.lists(st.text(st.characters(codec=None), max_size=LONGEST_TELLING), min_size=1, max_size=3))
def test_any_text_can_be_drawn(texts: list[str]) -> None:
    corpus, events = join(*(make_event(text, article_id=f"{number}") for number, text in enumerate(texts)))
    assert len(dots(draw(the_page(events, corpus)))) == 2 * len(texts)
