"""Are headings, captions and page furniture told apart from prose, and is nothing lost?"""

from __future__ import annotations

import pytest
from hypothesis import example, given

from corpus.clean import find_body
from corpus.lines import MAX_CAPTION_CHARACTERS
from corpus.models import Span
from tests.corpus.texts import HOSTILE, texts

SOLDIER = "A Ukrainian soldier in a trench at the line of separation, Donetsk region"
PROSE = "Russia has gathered around 100,000 soldiers on its border with Ukraine, the government says."
WRAPPED = """\
The Russian government denies aggressive intentions but
has made far-reaching demands. In addition to the non-NATO
expansion, this includes a withdrawal of weapons. Deputy
Foreign Minister Ryabkov leads the talks.
"""

Found = list[tuple[str, list[str]]]


def find(text: str, title: str | None = None) -> Found:
    return [(block.kind, [unit.of(text) for unit in block.units]) for block in find_body(text, title)]


def lines(text: str, title: str | None = None) -> list[tuple[str, str]]:
    return [(block.kind, block.span.of(text)) for block in find_body(text, title)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\xa0\n", []),
        (f"Hardened fronts\n\n{PROSE}", [("heading", "Hardened fronts"), ("prose", PROSE)]),
        (f"Hardened fronts\n{PROSE}\n{PROSE}", [("heading", "Hardened fronts"), ("prose", PROSE), ("prose", PROSE)]),
        (f"{PROSE}\r\n\r\n \xa0{PROSE} \u200b\r\n", [("prose", PROSE), ("prose", PROSE)]),
        ("## Hardened fronts\n", [("furniture", "##"), ("heading", "Hardened fronts")]),
        ("#1 on the list.", [("prose", "#1 on the list.")]),
        ("the talks\n\nthey begin.\n", [("prose", "the talks"), ("prose", "they begin.")]),
        ("– Hope?\n– No.\n– Never.", [("prose", "– Hope?"), ("prose", "– No."), ("prose", "– Never.")]),
        (
            "Fronts\n\nFronts\n\nTalks begin.",
            [("heading", "Fronts"), ("furniture", "Fronts"), ("prose", "Talks begin.")],
        ),
    ],
)
def test_paragraphs(text: str, expected: list[tuple[str, str]]) -> None:
    assert lines(text) == expected


def test_the_title_is_a_heading_once_whatever_its_length_and_end() -> None:
    title = f"{PROSE} {PROSE}"
    assert lines(f"{title}\n\n0\n\n{title.upper()}\n\n{PROSE}", title) == [
        ("heading", title),
        ("furniture", "0"),
        ("furniture", title.upper()),
        ("prose", PROSE),
    ]


def test_a_date_above_the_prose_is_a_stamp_and_one_within_it_a_heading() -> None:
    assert [
        kind for kind, _ in lines(f"Talks\n\nJan. 9, 2022 5:17 p.m.\n\n{PROSE}\n\nJanuary 10, 2022\n\n{PROSE}")
    ] == [
        "heading",
        "stamp",
        "prose",
        "heading",
        "prose",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{SOLDIER}.\nAP Photo/Ann Lee", [("caption", [f"{SOLDIER}.\nAP Photo/Ann Lee"])]),
        (f"{SOLDIER}.\n© Ann Lee", [("caption", [f"{SOLDIER}.\n© Ann Lee"])]),
        (f"{SOLDIER}\n{SOLDIER}, Jan. 8.\nPhoto: Ann", [("caption", [SOLDIER, f"{SOLDIER}, Jan. 8.\nPhoto: Ann"])]),
        (f"{SOLDIER}\n{SOLDIER}, Jan. 8.", [("caption", [SOLDIER, f"{SOLDIER}, Jan. 8."])]),
        (f"{SOLDIER} (AP Photo/Ann Lee)", [("caption", [f"{SOLDIER} (AP Photo/Ann Lee)"])]),
        (
            f"{PROSE}\nHardened fronts\n{SOLDIER}.\nAnn Lee/Getty Images\n{PROSE}",
            [
                ("prose", [PROSE]),
                ("heading", ["Hardened fronts"]),
                ("caption", [f"{SOLDIER}.\nAnn Lee/Getty Images"]),
                ("prose", [PROSE]),
            ],
        ),
        (f"{PROSE}\n\nAnn Lee/Getty Images", [("prose", [PROSE]), ("caption", ["Ann Lee/Getty Images"])]),
        ("0\nAnn Lee/Getty Images", [("furniture", ["0"]), ("caption", ["Ann Lee/Getty Images"])]),
        (f"{PROSE}\n© 2022 The Post", [("prose", [PROSE]), ("furniture", ["© 2022 The Post"])]),
        (
            "Airport\nThe airport is the third largest.",
            [("heading", ["Airport"]), ("prose", ["The airport is the third largest."])],
        ),
        (f"{SOLDIER}\n{SOLDIER} {PROSE * 3}", [("heading", [SOLDIER]), ("prose", [f"{SOLDIER} {PROSE * 3}"])]),
    ],
)
def test_captions(text: str, expected: Found) -> None:
    assert find(text) == expected


def test_a_paragraph_too_long_for_a_caption_stays_prose_above_a_credit() -> None:
    long = "The ministers met for hours. " * (MAX_CAPTION_CHARACTERS // 29 + 1)
    assert [kind for kind, _ in find(f"{long}\nAP Photo/Ann Lee")] == ["prose", "caption"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (WRAPPED, ["prose"]),
        (f"Hardened fronts\n\n{WRAPPED}\n{WRAPPED}", ["heading", "prose", "prose"]),
        (WRAPPED.replace("\n", "\r\n"), ["prose"]),
        ("The talks begin on Monday in Geneva and\nthe minister hopes for them, as he said to the press.\n", ["prose"]),
        (f"{WRAPPED.rstrip()}\nAP Photo/Ann Lee", ["caption"]),
        (f"{WRAPPED}\n{PROSE} {PROSE}", ["prose", "prose"]),
        ("One\nTwo\nThree", ["heading", "heading", "heading"]),
        (f"{SOLDIER}\nTalks begin.\nThey end.", ["heading", "prose", "prose"]),
    ],
)
def test_paragraphs_that_were_broken_into_lines_by_hand(text: str, expected: list[str]) -> None:
    assert [kind for kind, _ in find(text)] == expected


@given(texts)
@example("\u2003a\u2003")
@example("½\n\nx")
@example("a\u200b\n\u200bb")
def test_blocks_hold_every_character_in_order_once(text: str) -> None:
    units = [unit for block in find_body(text) for unit in block.units]
    end = 0
    for unit in units:
        assert _is_blank(text[end : unit.start])
        assert not _is_blank(text[unit.start])
        assert not _is_blank(text[unit.end - 1])
        assert len(unit)
        end = unit.end
    assert _is_blank(text[end:])


@given(texts)
def test_a_block_spans_its_units(text: str) -> None:
    for block in find_body(text, "Talks begin."):
        assert block.span == Span(min(block.units).start, max(unit.end for unit in block.units))


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:12]))
def test_hostile_text_is_no_burden(text: str) -> None:
    assert sum(len(unit) for block in find_body(text, text[:99]) for unit in block.units) <= len(text)


def _is_blank(text: str) -> bool:
    return not text.strip().replace("\u200b", "").replace("\ufeff", "").strip()
