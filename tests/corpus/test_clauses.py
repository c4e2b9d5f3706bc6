from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.clauses import find_clause
from corpus.models import Span


def clause(sentence: str, when: str, *others: str) -> str:
    def find(words: str) -> Span:
        start = sentence.index(words)
        return Span(start, start + len(words))

    return find_clause(sentence, Span(0, len(sentence)), find(when), map(find, others)).of(sentence)


@pytest.mark.parametrize(
    ("sentence", "when", "told"),
    [
        ("Talks begin on Monday in Geneva.", "Monday", "Talks begin on Monday in Geneva"),
        (
            "The council meets on Wednesday – the first time in two years.",
            "Wednesday",
            "The council meets on Wednesday",
        ),
        ("The council meets on Wednesday; nobody expects much.", "Wednesday", "The council meets on Wednesday"),
        (
            "“We shall see what comes of it,” the envoy told reporters on Friday.",
            "Friday",
            "the envoy told reporters on Friday",
        ),
        (
            "we shall slam it shut,” the envoy told reporters on Friday.",
            "Friday",
            "the envoy told reporters on Friday",
        ),
        ("“We meet the other side on Friday,” the envoy said.", "Friday", "We meet the other side on Friday"),
        (
            "According to a spokesman, the ministers will meet on Friday.",
            "Friday",
            "the ministers will meet on Friday",
        ),
        ("“But Moscow on Sunday took a hard line.", "Sunday", "Moscow on Sunday took a hard line"),
        (
            "She spoke of an “open door” in Berlin on Friday.",
            "Friday",
            "She spoke of an “open door” in Berlin on Friday",
        ),
        ("He left – on Monday.", "Monday", "He left – on Monday"),
        (
            "“We shall see what comes of it,” said the envoy on Friday.",
            "Friday",
            "“We shall see what comes of it,” said the envoy on Friday",
        ),
        (
            "„Wir werden ja sehen, was kommt“, said the envoy on Friday.",
            "Friday",
            "„Wir werden ja sehen, was kommt“, said the envoy on Friday",
        ),
        ("The train leaves at 5:17 p.m. on Monday.", "Monday", "The train leaves at 5:17 p.m. on Monday"),
    ],
)
def test_the_clause_around_a_day(sentence: str, when: str, told: str) -> None:
    assert clause(sentence, when) == told


def test_it_ends_before_the_next_day_is_told_of() -> None:
    sentence = "The official meeting on Monday is to be followed by another in Brussels on Wednesday."
    assert clause(sentence, "Monday", "Wednesday") == "The official meeting on Monday"
    assert clause(sentence, "Wednesday", "Monday") == sentence[:-1]


@given(st.text("ab “”,.–;: \n", max_size=60), st.data())
def test_it_holds_the_words_that_say_when_and_stays_in_its_sentence(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    when = Span(start, data.draw(st.integers(start, len(text))))
    when = Span(when.start, when.start) if not when.of(text).strip(" “”,.–;:\n") else when
    found = find_clause(text, Span(0, len(text)), when)
    assert 0 <= found.start <= found.end <= len(text)
    assert when.of(text).strip(" “”,.–;:\n") in found.of(text)
