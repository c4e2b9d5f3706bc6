from __future__ import annotations

from pathlib import Path

import pytest

from tests.bot.cli.conftest import QUESTION, Talks

FIELDS = [
    *("uid", "at", "via", "command", "chat", "user", "question", "outcome", "why", "shown", "feedback"),
    *("latency_ms", "corpus"),
]


@pytest.mark.usefixtures("logged")
def test_the_newest_come_first_each_on_one_line(talks: Talks) -> None:
    done = talks("log", "list")
    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines() == [
        "at (UTC)          via        outcome   votes  question        uid",
        "2022-01-09 18:32  simulator  answered         Where? There?   simulator:2",
        "2022-01-09 18:31  simulator  answered         Who[31m leads?  simulator:1",
        "2022-01-09 18:30  simulator  answered         When?           simulator:0",
    ]


@pytest.mark.usefixtures("logged")
@pytest.mark.parametrize(("limit", "numbers"), [("1", [2]), ("2", [2, 1]), ("0", [2, 1, 0]), ("99", [2, 1, 0])])
def test_as_many_as_wished(talks: Talks, limit: str, numbers: list[int]) -> None:
    rows = talks("log", "list", "--limit", limit, "--json").rows()
    assert [row["uid"] for row in rows] == [f"simulator:{number}" for number in numbers]
    assert all(list(row) == FIELDS for row in rows)


@pytest.mark.usefixtures("logged")
def test_one_row_with_what_was_shown_and_what_was_kept_back(talks: Talks) -> None:
    [row] = talks("log", "show", "--json", "simulator:1").rows()
    assert row["question"] == QUESTION
    assert [passage["cited"] for passage in row["shown"]] == [True, False]
    shown = talks("log", "show", "simulator:1").out
    assert shown.startswith("Who[31m leads?\n\nuid       simulator:1\nat        2022-01-09 18:31 UTC")
    assert "shown\n  1. 1.00  Talks begin on Monday in Geneva.\n" in shown
    assert "kept back\n  2. 0.50  Talks begin on Monday in Geneva." in shown
    assert not {"\x1b", "\u202e"} & set(shown)


@pytest.mark.usefixtures("logged")
@pytest.mark.parametrize(("uid", "sentence"), [("simulator:", "Several rows"), ("none\n\x1b[31m", "has no row none")])
def test_a_row_must_be_there_and_the_only_one(talks: Talks, uid: str, sentence: str) -> None:
    done = talks("log", "show", uid)
    assert done.code == 1
    assert sentence in done.error()


READING = [
    *(["list"], ["list", "--json"], ["show", "x"], ["show", "--json", "x"], ["tail"], ["search", "x"], ["stats"]),
    *(["gaps"], ["export"], ["qrels"], ["check"], ["prune"], ["backup", "copy"], ["forget", "x"]),
    *(["judge", "x"], ["list", "--chat", "7"], ["forget", "--user", "7"]),
]


@pytest.mark.parametrize("command", READING)
def test_without_a_log_there_is_nothing_to_read(talks: Talks, home: Path, command: list[str]) -> None:
    done = talks("log", *command)
    assert done.code == 1
    assert done.error().startswith(f"There is no query log at {home}/.local/share/talks/log.sqlite3 yet")
    assert list(home.iterdir()) == []


@pytest.mark.parametrize("command", [command for command in READING if "7" not in command])
def test_a_damaged_log_is_one_line(talks: Talks, logged: Path, command: list[str]) -> None:
    logged.write_bytes(b"no log at all, however long one looks" * 100)
    done = talks("log", *command)
    assert done.code == 1
    assert "is damaged or no query log at all" in done.error()
