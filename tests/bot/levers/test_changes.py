"""Does a change touch its line alone, and can it be taken back?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from bot.errors import TalksError
from bot.levers.changes import (
    add_pin,
    add_wording,
    forget_questions,
    remove_pins,
    remove_wording,
    set_threshold,
    with_pin,
    without_pins,
)
from bot.levers.files import PINS, THRESHOLD, WORDINGS, load_levers
from bot.levers.history import HISTORY, KEPT, read_history, undo
from bot.querylog.rows import normalise
from retrieval.levers import Levers
from retrieval.pins import Pin
from retrieval.same_question import question_key
from retrieval.wordings import Wording
from tests.bot.levers import samples
from tests.bot.levers.samples import LED, OTHER_PIN, PIN, QUESTION, SOLDIERS


def snapshot(data: Path) -> dict[str, str]:
    names = (WORDINGS, PINS, THRESHOLD)
    return {name: (data / name).read_text("utf-8") for name in names if (data / name).exists()}


def test_comments_and_the_last_line_stay(tmp_path: Path) -> None:
    (tmp_path / WORDINGS).write_text("# ours\n\nchief   negotiator ~ led   \n# end", "utf-8")
    add_wording(tmp_path, SOLDIERS)
    remove_wording(tmp_path, Wording("Chief Negotiators", "lead"))
    assert (tmp_path / WORDINGS).read_text("utf-8") == "# ours\n\n# end\ntroop strength ~ how many soldiers\n"


def test_pins_are_added_and_removed_by_their_question(tmp_path: Path) -> None:
    add_pin(tmp_path, OTHER_PIN)
    add_pin(tmp_path, PIN)
    remove_pins(tmp_path, QUESTION.upper())
    assert load_levers(tmp_path).pins == (OTHER_PIN,)
    remove_pins(tmp_path, OTHER_PIN.key)
    assert load_levers(tmp_path).pins == ()


CHANGES: list[Callable[[Path], None]] = [
    lambda data: add_wording(data, LED),
    lambda data: add_wording(data, SOLDIERS),
    lambda data: remove_wording(data, LED),
    lambda data: add_pin(data, PIN),
    lambda data: add_pin(data, OTHER_PIN),
    lambda data: remove_pins(data, QUESTION),
    lambda data: set_threshold(data, samples.THRESHOLD),
    lambda data: set_threshold(data, None),
]


def test_every_change_is_taken_back_in_turn(tmp_path: Path) -> None:
    before = []
    for change in CHANGES:
        before.append(snapshot(tmp_path))
        change(tmp_path)
        assert snapshot(tmp_path) != before[-1]
    for held in reversed(before):
        undo(tmp_path)
        assert snapshot(tmp_path) == held
    with pytest.raises(TalksError, match="There is no change to undo"):
        undo(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_what_a_hand_changed_since_is_not_undone(tmp_path: Path) -> None:
    add_wording(tmp_path, LED)
    (tmp_path / WORDINGS).write_text(f"{LED}\n{SOLDIERS}\n", "utf-8")
    with pytest.raises(TalksError, match="was edited after the last change"):
        undo(tmp_path)
    assert load_levers(tmp_path).wordings == (LED, SOLDIERS)


def test_to_change_nothing_is_no_change(tmp_path: Path) -> None:
    set_threshold(tmp_path, None)
    assert list(tmp_path.iterdir()) == []


def test_the_history_does_not_grow_without_end(tmp_path: Path) -> None:
    for _ in range(KEPT):
        set_threshold(tmp_path, samples.THRESHOLD)
        set_threshold(tmp_path, None)
    assert len(read_history(tmp_path)) == KEPT


def test_a_damaged_history_is_one_line(tmp_path: Path) -> None:
    (tmp_path / HISTORY).write_text("{}\n", "utf-8")
    with pytest.raises(TalksError, match="is damaged; move it away"):
        undo(tmp_path)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda data: add_wording(data, Wording("chief negotiators", "lead")), "The wording is there already"),
        (lambda data: remove_wording(data, SOLDIERS), "There is no such wording: troop strength ~"),
        (lambda data: add_pin(data, PIN), "The passage is pinned to that question already"),
        (lambda data: remove_pins(data, "When?"), "Nothing is pinned to that question"),
    ],
)
def test_what_makes_no_sense_changes_nothing(tmp_path: Path, change: Callable[[Path], None], says: str) -> None:
    add_wording(tmp_path, LED)
    add_pin(tmp_path, PIN)
    before = snapshot(tmp_path)
    with pytest.raises(TalksError, match=says):
        change(tmp_path)
    assert snapshot(tmp_path) == before


def test_a_question_takes_three_pins() -> None:
    levers = Levers()
    for number in range(3):
        levers = with_pin(levers, Pin(PIN.key, "one", number, f"Sentence {number}.", QUESTION))
    with pytest.raises(TalksError, match="has 3 pins already"):
        with_pin(levers, PIN)
    assert without_pins(levers, QUESTION) == Levers()


def test_a_forgotten_question_leaves_no_word_and_keeps_its_pin(tmp_path: Path) -> None:
    add_pin(tmp_path, PIN)
    add_pin(tmp_path, OTHER_PIN)
    forget_questions(tmp_path, [normalise(QUESTION)])
    assert not [path for path in tmp_path.iterdir() if "privately" in path.read_text("utf-8")]
    forgotten, other = load_levers(tmp_path).pins
    assert (forgotten.key, forgotten.question, forgotten.text) == (PIN.key, None, PIN.text)
    assert other == OTHER_PIN
    undo(tmp_path)
    assert load_levers(tmp_path).pins == (forgotten,)


@pytest.mark.parametrize("question", ["Does the U.S. tell US?", "Who’s in the E.U.?", "NATO-Russia: when??", "🙂 "])
def test_the_log_names_the_questions_to_forget(tmp_path: Path, question: str) -> None:
    add_pin(tmp_path, replace(PIN, key=question_key(question), question=question))
    forget_questions(tmp_path, [normalise(question)])
    [pin] = load_levers(tmp_path).pins
    assert (pin.key, pin.question) == (question_key(question), None)


def test_nothing_to_forget_makes_no_file(tmp_path: Path) -> None:
    forget_questions(tmp_path, [normalise(QUESTION)])
    assert list(tmp_path.iterdir()) == []
