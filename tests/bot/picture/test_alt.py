from __future__ import annotations

from gettext import NullTranslations

from bot.picture.alt import LONGEST, alt_text
from bot.render.timeline_pages import turn_pages
from tests.bot.render.events import EVENTS, SEEDS, join, make_event

WORDS = NullTranslations()


def test_the_seeds() -> None:
    [page] = turn_pages(EVENTS, SEEDS, WORDS)
    assert alt_text(page, WORDS) == (
        "Timeline, 8–13 Jan 2022. Reported: Sat 8 Jan 2022; Sun 9 Jan. "
        "Planned when the articles were published: Sun 9 Jan, evening; Mon 10 Jan; Wed 12 Jan; Thu 13 Jan. "
        "Weeks: 10–16 Jan. Captions: 12 Dec 2021 · 8 and 9 Jan 2022."
    )


def test_a_page_among_others_says_which() -> None:
    corpus, events = join(*(make_event("They meet.", article_id=f"{number}") for number in range(11)))
    texts = [alt_text(page, WORDS) for page in turn_pages(events, corpus, WORDS)]
    assert texts == [
        f"Timeline, Mon 10 Jan 2022. Planned when the articles were published: {days}. (page {number} of 2)"
        for number, days in ((1, "Mon 10 Jan 2022; Mon 10 Jan"), (2, "Mon 10 Jan 2022"))
    ]


def test_it_fits_under_a_photo() -> None:
    corpus, event = make_event("They meet.", part="😀" * 1000)
    [page] = turn_pages((event,), corpus, WORDS)
    text = alt_text(page, WORDS)
    assert len(text.encode("utf-16-le")) // 2 <= LONGEST
    assert text.endswith("😀…")
