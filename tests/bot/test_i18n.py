from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from gettext import c2py
from io import BytesIO
from pathlib import Path

import pytest
from babel import Locale
from babel.messages.catalog import Catalog, Message
from babel.messages.frontend import CommandLineInterface
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

import bot
from bot.i18n import CATALOGUES, ENGLISH, language_of, shipped, words
from bot.telegram.profile import operator_commands
from retrieval.foreign.language import FOREIGN

TRANSLATED = [language for language in shipped() if language != ENGLISH]
COUNTS = range(1, 200)
KEPT = re.compile(r"\{\w*\}|</?\w+>|(?<!\w)/[a-z]+\b|[•👍👎\n]")
"""What a translation leaves as it is: placeholders, tags, commands, lines."""


@pytest.mark.parametrize("language", [None, "", "en", "pt-br", "xx", "../../etc", "\0", "x" * 5000])
def test_every_language_gets_words(language: str | None) -> None:
    assert words(language).gettext("The articles don’t tell.") == "The articles don’t tell."
    assert language_of(words(language)) == ENGLISH


@pytest.mark.parametrize(("tag", "language"), [("de", "de"), ("de-AT", "de"), ("es-419", "es"), ("fr-ca", "fr")])
def test_a_region_s_readers_get_the_words_of_the_language(tag: str, language: str) -> None:
    assert language_of(words(tag)) == language


def test_there_are_words_for_every_language_that_questions_are_read_in() -> None:
    assert sorted(TRANSLATED) == sorted(FOREIGN)


def test_the_template_of_all_strings_is_current(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(Path(bot.__file__).parents[1])
    fresh = tmp_path / "talks.pot"
    arguments = f"pybabel -q extract --no-location --omit-header -o {fresh} bot"
    CommandLineInterface().run(arguments.split())  # type: ignore[no-untyped-call]
    assert (CATALOGUES / "talks.pot").read_text("utf-8") == fresh.read_text("utf-8"), "run: make locale"


@pytest.mark.parametrize("language", TRANSLATED)
class TestCatalogue:
    def test_every_string_is_translated(self, language: str) -> None:
        template = read_po(BytesIO((CATALOGUES / "talks.pot").read_bytes()))
        messages = {(message.context, message.id): message for message in catalogue(language)}
        assert set(messages) == {(message.context, message.id) for message in template}, "run: make locale"
        assert [message.id for message in messages.values() if message.fuzzy or not all(forms(message))] == []

    def test_placeholders_tags_commands_and_lines_stay(self, language: str) -> None:
        most = {plural(language)(count): count for count in COUNTS}
        for message in catalogue(language):
            own = [kept(form) for form in ([message.id] if isinstance(message.id, str) else message.id)]
            for number, form in enumerate(forms(message) if message.id else ()):
                # A form that goes with one count only may leave it out, as English does.
                assert kept(form) in (own if most.get(number) == 1 else own[-1:]), form

    def test_it_counts_as_its_language_does(self, language: str) -> None:
        forms_of_tags = {(Locale(language).plural_form(count), plural(language)(count)) for count in COUNTS}
        tags, numbers = zip(*forms_of_tags, strict=True)
        assert len(set(tags)) == len(set(numbers)) == len(forms_of_tags)
        assert {len(forms(message)) for message in catalogue(language) if message.pluralizable} == {len(set(numbers))}

    def test_what_is_shipped_is_what_is_written(self, language: str) -> None:
        compiled = BytesIO()
        write_mo(compiled, catalogue(language))
        assert path(language).with_suffix(".mo").read_bytes() == compiled.getvalue(), "run: make locale"

    def test_it_bears_the_name_of_its_language(self, language: str) -> None:
        assert language_of(words(language)) == language

    def test_commands_are_as_short_as_telegram_has_them(self, language: str) -> None:
        assert all(1 <= len(command.description) <= 256 for command in operator_commands(words(language)))


def test_no_string_hides_within_another() -> None:
    """pybabel does not look into an f-string before Python 3.12 does."""
    sources = Path(bot.__file__).parent.rglob("*.py")
    hidden = re.compile(r"""\bf(?P<quote>["']).*\{[^{}]*gettext\(.*(?P=quote)""")
    assert not [source for source in sources if hidden.search(source.read_text("utf-8"))]


def path(language: str) -> Path:
    return CATALOGUES / language / "LC_MESSAGES" / "talks.po"


@cache
def catalogue(language: str) -> Catalog:
    return read_po(BytesIO(path(language).read_bytes()), locale=language)


def plural(language: str) -> Callable[[int], int]:
    return c2py(catalogue(language).plural_expr)


def forms(message: Message) -> Sequence[str]:
    """What it is translated with, one for each count that is told apart."""
    return [message.string] if isinstance(message.string, str) else [form or "" for form in message.string or ()]


def kept(text: str) -> list[str]:
    return sorted(KEPT.findall(text))
