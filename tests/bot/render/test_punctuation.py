from __future__ import annotations

from gettext import NullTranslations

import pytest

from bot.i18n import words
from bot.render.punctuation import colon, end_sentence, quoted


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("en", "“Monday”"),
        ("de", "„Monday“"),
        ("es", "«Monday»"),
        ("fr", "«\u202fMonday\u202f»"),
        ("pl", "„Monday”"),
        ("ru", "«Monday»"),
        ("uk", "«Monday»"),
    ],
)
def test_each_language_has_its_own_marks(language: str, marked: str) -> None:
    assert quoted("Monday", words(language)) == marked


@pytest.mark.parametrize(
    ("text", "language", "marked"),
    [
        ("“Any progress.”", "en", "“Any progress.”"),
        ("“Any progress…", "en", "“Any progress…”"),
        ("“Any progress.”", "ru", "«Any progress.»"),
        ("«Хто?»", "en", "“Хто?”"),
        ("“Peace,” he said", "en", "‘“Peace,” he said’"),
        ("“Peace,” he said, “now”", "en", "‘“Peace,” he said, “now”’"),
        ("He said “peace", "de", "‚He said “peace‘"),
        ("He said “peace”", "pl", "«He said “peace”»"),
        ("He said “peace”", "fr", "«\u202fHe said “peace”\u202f»"),
        ("Il dit « paix »", "fr", "“Il dit « paix »”"),
        ("He said «peace»", "es", "“He said «peace»”"),
        ("He said «peace»", "uk", "„He said «peace»“"),
        ('He said "peace"', "ru", '„He said "peace"“'),
        ("‘Peace,’ he said", "en", "“‘Peace,’ he said”"),
        ("“", "en", "‘“’"),
        ("", "en", "“”"),
    ],
)
def test_no_marks_are_doubled(text: str, language: str, marked: str) -> None:
    assert quoted(text, words(language)) == marked


def test_what_is_quoted_may_hold_braces() -> None:
    assert quoted("{text}", NullTranslations()) == "“{text}”"


@pytest.mark.parametrize(("language", "heading"), [("en", "x:"), ("de", "x:"), ("fr", "x\xa0:"), ("ru", "x:")])
def test_a_french_colon_keeps_its_distance(language: str, heading: str) -> None:
    assert colon("x", words(language)) == heading


@pytest.mark.parametrize(
    ("text", "ended"),
    [("9 Jan 2022", "9 Jan 2022."), ("9. Jan.", "9. Jan."), ("9 янв. 2022 г.", "9 янв. 2022 г."), ("", ".")],
)
def test_one_full_stop_ends_a_sentence(text: str, ended: str) -> None:
    assert end_sentence(text) == ended
