"""Does a reader's vote count once, and where it belongs?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.querylog.log import QueryLog
from bot.querylog.reading import list_rows, open_reader, show_row
from bot.querylog.selection import Selection
from bot.querylog.statistics import read_statistics
from tests.bot.querylog.samples import AT, CORPUS, PSEUDONYMS, answer, asker, at

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("votes", "feedback", "disliked"),
    [
        ([], None, 0),
        ([(1, True, None)], {"up": 1, "down": 0, "reasons": []}, 0),
        ([(1, False, "old")], {"up": 0, "down": 1, "reasons": ["old"]}, 1),
        ([(1, False, None), (1, False, "old")], {"up": 0, "down": 1, "reasons": ["old"]}, 1),
        ([(1, False, "old"), (1, True, None)], {"up": 1, "down": 0, "reasons": []}, 0),
        ([(1, True, None), (2, False, "a"), (3, False, "b")], {"up": 1, "down": 2, "reasons": ["a", "b"]}, 1),
    ],
)
async def test_the_last_vote_of_each_reader_counts(
    path: Path, votes: list[tuple[int, bool, str | None]], feedback: object, disliked: int
) -> None:
    async with await QueryLog.open(path, PSEUDONYMS) as log:
        await log.record(asker("1"), answer(), AT, CORPUS)
        for second, (user, up, reason) in enumerate(votes):
            await log.vote("1", user, up=up, reason=reason, at=at(10, second))
    assert show_row(path, "1").feedback == feedback
    assert len(list(list_rows(path, wanted=Selection(disliked=True)))) == disliked
    with open_reader(path) as connection:
        assert read_statistics(connection, Selection()).total.disliked == disliked


async def test_a_vote_for_what_is_not_in_the_log_is_for_nothing(path: Path) -> None:
    async with await QueryLog.open(path, PSEUDONYMS) as log:
        await log.vote("gone", 1, up=False, at=AT)
    assert list(list_rows(path)) == []
