from __future__ import annotations

import pytest

from bot.picture.fonts import FOLDER, Fonts, Style

STYLE = Style("regular", 40, "#000000")


def words(text: str, *, turns: bool = True) -> list[str]:
    fonts = Fonts()
    fonts._turns = turns
    return [word.text for word in fonts.words(text, STYLE)]


@pytest.mark.parametrize(
    "text",
    [
        "“Talks” begin – at 5 p.m., €5…",
        "Переговори розпочнуться в Женеві, ґанок і їжак",
        "Οι συνομιλίες αρχίζουν",
        "Cuộc đàm phán bắt đầu",
        "Խոսակցությունները საუბრები",
        "שיחות בז'נבה",
        "تبدأ المحادثات في جنيف",
    ],
)
def test_what_is_drawn_is_what_is_written(text: str) -> None:
    assert " ".join(words(text)) == text


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("Xi Jinping (习近平) meets", ["Xi", "Jinping", "(…)", "meets"]),
        ("Talks \U0001f469\u200d\U0001f469\u200d\U0001f467\ufe0f begin", ["Talks", "…", "begin"]),
        ("Talks in हिन्दी go on", ["Talks", "in", "…", "go", "on"]),
        ("美俄会谈将于周五在日内瓦开始", []),
        ("a\x07b\ue000c", ["a…b…c"]),
        ("", []),
        (" \n ", []),
    ],
)
def test_no_box_stands_for_what_no_font_has(text: str, drawn: list[str]) -> None:
    assert words(text) == drawn


@pytest.mark.parametrize("text", ["שיחות בז'נבה", "تبدأ المحادثات في جنيف"])
def test_without_the_library_that_turns_it_nothing_is_written_backwards(text: str) -> None:
    assert words(text, turns=False) == []


def test_a_no_break_space_parts_no_words() -> None:
    assert words("also\xa0[1] too") == ["also\xa0[1]", "too"]


def test_another_font_helps_out_for_a_word() -> None:
    latin, georgian, again = Fonts().words("Talks საუბრები again", STYLE)
    assert latin.font is again.font
    assert latin.font is not georgian.font


def test_words_from_right_to_left_share_a_font_with_those_among_them() -> None:
    assert len({id(word.font) for word in Fonts().words("אמר דובר NATO", STYLE)}) == 1


def test_every_font_has_its_licence_and_they_are_light() -> None:
    fonts = {path.name for path in FOLDER.iterdir() if path.suffix in (".otf", ".ttf")}
    assert fonts == {"Inter-Regular.otf", "Inter-SemiBold.otf", "DejaVuSans.ttf"}
    for name in ("Inter", "DejaVuSans"):
        assert "Copyright" in (FOLDER / f"{name}-LICENSE.txt").read_text("utf-8")
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < 1_500_000
