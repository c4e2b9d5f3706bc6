"""Which marks hold speech?"""

from __future__ import annotations

import pytest

from corpus.models import Span
from corpus.quotes.scan import scan_paragraphs
from tests.corpus.quotes.reading import said


def marked(*paragraphs: str) -> list[list[str]]:
    """What stands between marks in each paragraph."""
    text = "\n\n".join(paragraphs)
    spans, start = [], 0
    for paragraph in paragraphs:
        spans.append(Span(start, start + len(paragraph)))
        start += len(paragraph) + 2
    return [[mark.span.of(text) for mark in marks] for marks in scan_paragraphs(text, spans)]


@pytest.mark.parametrize(
    ("paragraph", "found"),
    [
        ("“We wait,” she said.", ["“We wait,”"]),
        ('"We wait," she said.', ['"We wait,"']),
        ("«Wir warten», sagte sie. «Noch.»", ["«Wir warten»", "«Noch.»"]),
        ("»Wir warten«, sagte sie.", ["»Wir warten«"]),
        ("„Wir warten“, sagte sie. „Noch.“", ["„Wir warten“", "„Noch.“"]),
        ("„We wait”, she said.", ["„We wait”"]),
        ('“We wait," she said. “Still.”', ['“We wait,"', "“Still.”"]),
        ("“We wait,“ she said.", ["“We wait,“"]),
        ("“It is the ‘open door,’ and it stays,” she said.", ["“It is the ‘open door,’ and it stays,”"]),
        ('“He said "no" to us,” she said.', ['“He said "no" to us,”']),
        ('"He called it “a farce” again," she said.', ['"He called it “a farce” again,"']),
        ("“We wait, she said. “We wait on.”", ["“We wait on.”"]),
        ("She said nothing ” at all.", []),
        ('<a href="page">the page</a>', []),
        ('The screen is 40" wide and 20" high.', []),
    ],
)  # fmt: skip
def test_marks_pair_up(paragraph: str, found: list[str]) -> None:
    assert marked(paragraph) == [found]


@pytest.mark.parametrize(
    ("paragraph", "found"),
    [
        ("‘We don’t wait,’ she said. ‘It’s late.’", ["‘We don’t wait,’", "‘It’s late.’"]),
        ("'We don't wait,' she said.", ["'We don't wait,'"]),
        ("‘The ministers’ demands are clear,’ she said.", ["‘The ministers’ demands are clear,’"]),
        ("‘He said “no” twice,’ she said.", ["‘He said “no” twice,’"]),
        ("The ministers' demands in '21 weren't Russia's.", []),
    ],
)
def test_single_marks_hold_speech_where_no_double_ones_do(paragraph: str, found: list[str]) -> None:
    assert marked(paragraph) == [found]


def test_single_marks_only_set_apart_where_double_ones_hold_speech() -> None:
    assert marked("“We wait,” she said of the ‘Open door’ plan.") == [["“We wait,”"]]


def test_typewriters_doubled_apostrophes_are_left_alone() -> None:
    assert marked("''We wait,'' she said. ''Still.''") == [[]]


def test_speech_of_several_paragraphs_opens_again_in_each() -> None:
    assert marked("Ana Lopez said: “We came.", "“We saw.", "“We left.”", "“Soon.”") == [
        ["“We came."],
        ["“We saw."],
        ["“We left.”"],
        ["“Soon.”"],
    ]


@pytest.mark.parametrize(
    ("paragraphs", "kept"),
    [
        (["“But Sparta on Sunday took a hard line.", "“We won’t wait,” Ana Lopez said."], False),
        (["“But Sparta on Sunday took a hard line."], False),
        (["Ana Lopez went on:", "“We came and we saw.", "“We left.”"], True),
        (["“We came and we saw.", "“We left.”"], True),
        (["Ana Lopez went on: “We came and we saw."], True),
    ],
)
def test_a_paragraph_that_never_closes_is_speech_only_where_it_is_introduced_or_goes_on(
    paragraphs: list[str], *, kept: bool
) -> None:
    number = next(n for n, paragraph in enumerate(paragraphs) if "“" in paragraph)
    assert bool(marked(*paragraphs)[number]) == kept


def test_headings_captions_and_furniture_give_no_quotes() -> None:
    text = (
        "Lopez: “We will not wait for Sparta”\n\nAna Lopez spoke of the talks in Geneva for an hour on Sunday.\n\n"
        "“We will not wait for them,” Ana Lopez told the crowd in Geneva.\nPhoto: Ben Hall/Reuters\n\n"
        "Read more: “We will not wait for Sparta,” says Lopez"
    )
    assert said(text) == []


@pytest.mark.parametrize("text", ["“ ” said Ana Lopez.", "“ ,” Ana Lopez said.", '"…" said Ana Lopez.'])
def test_marks_around_no_word_hold_no_speech(text: str) -> None:
    assert said(text) == []
