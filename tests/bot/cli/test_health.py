from __future__ import annotations

from pathlib import Path

import pytest

from bot.health import STALE_SECONDS, Heartbeat
from tests.bot.cli.conftest import Talks


def test_a_fresh_heartbeat_is_exit_0(talks: Talks, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TALKS_DATA", str(home))
    Heartbeat(home).beat()
    done = talks("health")
    assert (done.code, done.out, done.err) == (0, "serving; Telegram last answered 0 s ago; meaning search: off\n", "")


def test_as_json_it_is_one_object(talks: Talks, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TALKS_DATA", str(home))
    Heartbeat(home).beat()
    [health] = talks("health", "--json").rows()
    assert list(health) == ["serving", "polled_seconds_ago", "meaning_search"]
    assert health["serving"] is True
    assert 0 <= health["polled_seconds_ago"] <= STALE_SECONDS


@pytest.mark.parametrize("form", [[], ["--json"]])
def test_without_one_it_is_exit_1(talks: Talks, home: Path, form: list[str]) -> None:
    done = talks("health", *form)
    assert (done.code, done.error()) == (1, f"No bot is serving with the data in {home}/.local/share/talks")


def test_a_wrong_setting_is_exit_2(talks: Talks, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TALKS_DATE", "x")
    done = talks("health")
    assert (done.code, done.error()) == (2, "There is no setting TALKS_DATE; did you mean TALKS_DATA?")
