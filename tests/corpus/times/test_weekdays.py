"""Does a bare weekday lie on the right side of the day of publication?"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

from tests.corpus.times.texts import times_of

CASES = Path(__file__).parent / "weekdays.txt"
WEEKDAY = re.compile(r"[A-Z]\w+day")
SHARE_RIGHT = 0.98
"""Wrong are "See you on Thursday", a game that was postponed, a bank holiday and two of "before Tuesday's vote"."""
FUTURE = 100


def read_cases() -> Iterator[tuple[dt.date, list[int], str]]:
    for line in CASES.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            published, away, sentence = (part.strip() for part in line.split("|", 2))
            yield dt.date.fromisoformat(published), [int(days) for days in away.split()], sentence


def test_nearly_all_are_right_and_half_of_them_lie_ahead() -> None:
    total, ahead = 0, 0
    wrong: list[tuple[str, dt.date]] = []
    for published, away, sentence in read_cases():
        wanted = [published + dt.timedelta(days) for days in away]
        times = times_of(sentence, published.isoformat())
        found = [time.first for time in times if time.first and WEEKDAY.search(time.span.of(sentence))]
        total, ahead = total + len(wanted), ahead + sum(days > 0 for days in away)
        wrong += [(sentence, day) for day in set(wanted) - set(found)]
        wrong += [(sentence, day) for day in found[len(wanted) :]]
    assert ahead >= FUTURE
    assert total - len(wrong) >= SHARE_RIGHT * total, wrong


def test_every_weekday_of_publication_and_every_distance_is_there() -> None:
    assert {published.isoweekday() for published, _, _ in read_cases()} >= {1, 2, 3, 4, 5, 6, 7}
    assert {days for _, away, _ in read_cases() for days in away} == set(range(-6, 7))
