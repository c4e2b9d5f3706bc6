"""How does the operator change a lever? By a line in its file; comments and order stay."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from bot.errors import TalksError
from bot.levers.files import PINS, THRESHOLD, WORDINGS, load_levers, read_text, write_text
from bot.levers.history import Change, change_file, read_history, write_history
from retrieval.json_lines import LineError
from retrieval.levers import Levers
from retrieval.pins import MOST_PINS, Pin, parse_pins
from retrieval.refit import Threshold
from retrieval.same_question import key_of, question_key
from retrieval.wordings import Wording, is_same, parse_wording, says_something


def with_wording(levers: Levers, wording: Wording) -> Levers:
    """The levers as they would be; TalksError where they hold it already."""
    if any(is_same(wording, other) for other in levers.wordings):
        raise TalksError(f"The wording is there already: {wording}")
    return replace(levers, wordings=(*levers.wordings, wording))


def with_pin(levers: Levers, pin: Pin) -> Levers:
    """The levers as they would be; TalksError where they hold it already, or enough for its question."""
    others = [other for other in levers.pins if other.key == pin.key]
    if any((other.article, other.text) == (pin.article, pin.text) for other in others):
        raise TalksError(f"The passage is pinned to that question already: {pin}")
    if len(others) == MOST_PINS:
        raise TalksError(f"The question has {MOST_PINS} pins already; unpin it first")
    return replace(levers, pins=(*levers.pins, pin))


def without_wording(levers: Levers, wording: Wording) -> Levers:
    """The levers as they would be; TalksError where there is no such wording."""
    kept = tuple(other for other in levers.wordings if not is_same(wording, other))
    if kept == levers.wordings:
        raise TalksError(f"There is no such wording: {wording}")
    return replace(levers, wordings=kept)


def without_pins(levers: Levers, question: str) -> Levers:
    """The levers as they would be without all pins of a question, which may be its key; TalksError without one."""
    kept = tuple(pin for pin in levers.pins if pin.key not in _keys(question))
    if kept == levers.pins:
        raise TalksError("Nothing is pinned to that question")
    return replace(levers, pins=kept)


def add_wording(data: Path, wording: Wording) -> None:
    with_wording(load_levers(data), wording)
    change_file(data, WORDINGS, f"wording {wording} added", _append(read_text(data / WORDINGS), f"{wording}\n"))


def remove_wording(data: Path, wording: Wording) -> None:
    def stays(line: str) -> bool:
        return not says_something(line) or not is_same(parse_wording(line), wording)

    without_wording(load_levers(data), wording)
    change_file(data, WORDINGS, f"wording {wording} removed", _keep(read_text(data / WORDINGS), stays))


def add_pin(data: Path, pin: Pin) -> None:
    with_pin(load_levers(data), pin)
    # By its key: a change is told where a reader's question should not be.
    what = f"{pin.article}, character {pin.start}, pinned to question {pin.key}"
    change_file(data, PINS, what, _append(read_text(data / PINS), pin.to_line()))


def remove_pins(data: Path, question: str) -> None:
    """All of a question, which may be its key."""
    without_pins(load_levers(data), question)
    keys = _keys(question)
    text = _keep(read_text(data / PINS), lambda line: all(pin.key not in keys for pin in parse_pins(line)))
    change_file(data, PINS, f"pins of question {question_key(question)} removed", text)


def set_threshold(data: Path, threshold: Threshold | None) -> None:
    """None: as the articles have it by themselves."""
    what = f"threshold set to {threshold.value:.3f}" if threshold else "threshold as the articles have it"
    change_file(data, THRESHOLD, what, threshold.to_text() if threshold else None)


def forget_questions(data: Path, normals: Iterable[str]) -> None:
    """The questions, normalised as the log has them, leave pins and history; the pins go on by a digest."""
    keys = frozenset(map(key_of, normals))
    load_levers(data)
    if (pins := read_text(data / PINS)) is not None:
        write_text(data / PINS, _scrub(pins, keys))
    history = read_history(data)
    if history:
        write_history(data, [_scrub_change(change, keys) for change in history])


def _keys(question: str) -> set[str]:
    return {question, question_key(question)}


def _append(text: str | None, line: str) -> str:
    text = text or ""
    return f"{text}{line}" if not text or text.endswith("\n") else f"{text}\n{line}"


def _keep(text: str | None, stays: Callable[[str], bool]) -> str:
    return "\n".join(line for line in (text or "").split("\n") if stays(line))


def _scrub_change(change: Change, keys: frozenset[str]) -> Change:
    if change.file != PINS:
        return change
    return replace(change, before=_scrub(change.before, keys), after=_scrub(change.after, keys))


def _scrub(text: str | None, keys: frozenset[str]) -> str | None:
    """Line by line, for the file must stay what its last change left, or that can't be undone."""
    return None if text is None else "\n".join(_scrub_line(line, keys) for line in text.split("\n"))


def _scrub_line(line: str, keys: frozenset[str]) -> str:
    try:
        pins = list(parse_pins(line))
    except LineError:  # as nobody but a hand that edited it can have left it
        return ""
    return "".join(replace(pin, question=None).to_line()[:-1] if pin.key in keys else line for pin in pins)
