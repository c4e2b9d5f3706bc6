from __future__ import annotations

from gettext import NullTranslations

import pytest

from bot.i18n import words
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


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "de",
            (
                "Zeitleiste (8.–13. Jan. 2022). Berichtet: Sa., 8. Jan. 2022; So., 9. Jan. Geplant, als die Artikel "
                "erschienen: So., 9. Jan., abends; Mo., 10. Jan.; Mi., 12. Jan.; Do., 13. Jan. Wochen: 10.–16. Jan. "
                "Bildunterschriften: 12. Dez. 2021 · 8. und 9. Jan. 2022."
            ),
        ),
        (
            "fr",
            (
                "Chronologie (8–13 janv. 2022). Rapporté\xa0: sam. 8 janv. 2022; dim. 9 janv. Prévu quand les "
                "articles ont paru\xa0: dim. 9 janv., soir; lun. 10 janv.; mer. 12 janv.; jeu. 13 janv. Semaines\xa0: "
                "10–16 janv. Légendes\xa0: 12 déc. 2021 · 8 et 9 janv. 2022."
            ),
        ),
        (
            "ru",
            (
                "Хронология (8–13 янв. 2022\u202fг.). Сообщённое: сб, 8 янв. 2022\u202fг.; вс, 9 янв. На момент "
                "публикации статей ещё планировалось: вс, 9 янв., вечером; пн, 10 янв.; ср, 12 янв.; чт, 13 янв. "
                "Недели: 10–16 янв. Подписи к фото: 12 дек. 2021\u202fг. · 8 и 9 янв. 2022\u202fг."
            ),
        ),
    ],
)
def test_in_other_languages_each_sentence_ends_once(language: str, text: str) -> None:
    [page] = turn_pages(EVENTS, SEEDS, words(language))
    assert alt_text(page, words(language)) == text


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
