"""Is better what a reader would call better?"""

from __future__ import annotations

import pytest

from retrieval.answer import Answer
from retrieval.comparing import Change, Compared, Comparison, compare, shown_by
from retrieval.gold import Shown
from retrieval.retriever import RetrieverError
from tests.retrieval.samples import CORPUS, cited, gold

REFUSED = Shown(answered=False)
GOLD = gold((0, 3), (1, 2), (2, 0))
"""Passage 0 answers fully, 1 partly, 2 doesn't; 3, 4 and 5 nobody judged."""


def shows(*numbers: int) -> Shown:
    return Shown(answered=True, places=tuple((CORPUS.passages[n].article_id, CORPUS.passages[n].span) for n in numbers))


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [
        (REFUSED, shows(0), "better"),
        (shows(2), shows(0), "better"),
        (shows(2), REFUSED, "better"),
        (shows(2, 0), shows(0, 2), "better"),
        (shows(1), shows(0), "better"),
        (shows(3), shows(1), "better"),
        (REFUSED, REFUSED, "same"),
        (shows(0), shows(0, 2), "same"),
        (shows(3, 4), shows(3, 4), "same"),
        (REFUSED, shows(3), "unjudged"),
        (shows(2), shows(2, 3), "unjudged"),
        (shows(3), REFUSED, "unjudged"),
        (shows(3), shows(4), "unjudged"),
        (shows(3), shows(2), "unjudged"),
        (shows(0), shows(3), "worse"),
        (shows(0), REFUSED, "worse"),
        (shows(0), shows(1), "worse"),
        (shows(0), shows(3, 0), "worse"),
        (REFUSED, shows(2), "worse"),
    ],
)
def test_a_question_that_the_articles_answer(before: Shown, after: Shown, change: Change) -> None:
    assert Compared(GOLD, before, after).change == change


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [
        (shows(3), REFUSED, "better"),
        (REFUSED, shows(3), "worse"),
        (REFUSED, REFUSED, "same"),
        (shows(3), shows(4), "same"),
    ],
)
def test_a_question_that_they_do_not(before: Shown, after: Shown, change: Change) -> None:
    assert Compared(gold(should_answer=False), before, after).change == change


def test_it_is_told_in_a_line() -> None:
    better, worse, open_ = (
        Compared(GOLD, *pair) for pair in ((REFUSED, shows(0)), (shows(0), REFUSED), (REFUSED, shows(3)))
    )
    same = Compared(GOLD, REFUSED, REFUSED)
    assert str(Comparison((better, worse, same))) == "3 judged: 1 better, 1 worse"
    assert str(Comparison((open_, same))) == "2 judged: 0 better, 0 worse, 1 not judged yet"


def test_only_what_both_hold_is_compared() -> None:
    questions = [gold((0, 3), line=line) for line in (1, 2, 3)]
    compared = compare({1: REFUSED, 2: REFUSED}, {2: shows(0), 3: shows(0)}, questions)
    assert [(one.gold.line, one.change) for one in compared.questions] == [(2, "better")]


def test_what_an_answer_shows() -> None:
    assert shown_by(Answer("?", "answered", hits=cited(0, 4))) == shows(0, 4)
    assert shown_by(Answer("?", "no_answer", nearest=cited(0))) == REFUSED
    with pytest.raises(RetrieverError):
        shown_by(Answer("?", "unavailable"))
