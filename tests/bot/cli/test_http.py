"""Can a bot that runs be asked over HTTP, and can Telegram deliver there?"""

from __future__ import annotations

import json
import signal
import socket
from importlib.util import find_spec
from pathlib import Path

import httpx
import pytest

from bot import __version__
from bot.cli import http
from bot.cli.http import find_metrics
from bot.querylog.reading import list_rows
from bot.settings import Address, Settings
from bot.web.metrics import Metrics
from bot.web.webhook import MOST_BYTES, SECRET_HEADER, Keys
from tests.bot.cli.command import call
from tests.bot.cli.serving import TOKEN, Readers, Serving, by_webhook, serving

SIMULATED = {"TALKS_SIMULATOR_PORT": "0"}
QUESTION = "Who leads the Russian side?"


def address(bot: Serving) -> str:
    """Where it says that it can be asked."""
    place = bot.wait_for("over HTTP: ").rpartition("over HTTP: ")[2]
    host, _, port = place.partition(", port ")
    return f"http://{host}:{port.strip()}"


def get(url: str) -> httpx.Response:
    return httpx.get(url, trust_env=False, timeout=10)


def test_health_and_metrics_can_be_asked_for(home: Path) -> None:
    with serving(home, "run", TALKS_LISTEN="0", **SIMULATED) as bot:
        readers, url = Readers(bot.wait_for_chat()), address(bot)
        readers.write(QUESTION)
        assert "Ryabkov" in readers.reply()
        bot.wait_for("Polling as")
        assert get(f"{url}/livez").status_code == get(f"{url}/readyz").status_code == 200
        health = get(f"{url}/healthz").json()
        assert (health["serving"], health["articles"], health["version"]) == (True, 2, __version__)
        assert health["log_writable"]
        assert health["last_update"].endswith("Z")
        metrics = get(f"{url}/metrics").text.splitlines()
        assert 'talks_answers_total{outcome="answered"} 1.0' in metrics
        assert 'talks_updates_total{kind="message"} 1.0' in metrics
        assert "talks_log_batch_rows_count 1.0" in metrics
        assert get(f"{url}/telegram/x").status_code == 404
        assert call(home, "health").code == 0
        assert bot.stop().code == 0


def test_a_log_that_goes_away_is_noticed(home: Path) -> None:
    with serving(home, "run", TALKS_LISTEN="0", **SIMULATED) as bot:
        url = address(bot)
        bot.wait_for("Polling as")
        for path in (home / ".local" / "share" / "talks").glob("log.sqlite3*"):
            path.unlink()
        ready = get(f"{url}/readyz")
        assert (ready.status_code, ready.text) == (503, "The query log can't be written\n")
        bot.wait_for("log.sqlite3 is gone.")


def test_a_bot_that_waits_for_telegram_is_alive_but_not_ready(home: Path) -> None:
    settings = {"TALKS_API_URL": "http://127.0.0.1:9", "TALKS_TELEGRAM_TOKEN": TOKEN, "TALKS_LISTEN": "0"}
    with serving(home, "run", **settings) as bot:
        url = address(bot)
        assert get(f"{url}/livez").status_code == 200
        ready = get(f"{url}/readyz")
        assert (ready.status_code, ready.text) == (503, "Telegram has not answered yet\n")
        assert call(home, "health").code == 1
        assert bot.stop().code == 0


def test_a_port_that_is_taken_is_one_line(home: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = call(home, "run", env={"TALKS_LISTEN": str(port), **SIMULATED})
    assert done.code == 1
    assert done.err == f"talks: Nothing can listen on 127.0.0.1, port {port} (TALKS_LISTEN): Address already in use\n"


def test_readers_are_answered_by_webhook_and_strangers_are_not_heard(home: Path) -> None:
    settings, keys = by_webhook(), Keys.of(TOKEN)
    with serving(home, "simulator", "--port", "0", name="simulator") as simulator:
        url = simulator.wait_for_chat()
        readers = Readers(url)
        with serving(home, "run", TALKS_API_URL=url, TALKS_TELEGRAM_TOKEN=TOKEN, **settings) as bot:
            bot.wait_for("Telegram delivers to @talks_bot by webhook")
            for chat in range(1, 9):
                readers.write(QUESTION, chat)
            assert all("Ryabkov" in readers.reply(chat) for chat in range(1, 9))
            forged = {"update_id": 1, "message": {"text": QUESTION}}
            base, secret = settings["TALKS_WEBHOOK_URL"], {SECRET_HEADER: keys.secret}
            tries = [
                httpx.post(
                    base + path, content=body, headers={"content-type": "application/json", **headers}, trust_env=False
                )
                for path, headers, body in (
                    (f"{keys.path}x", secret, json.dumps(forged)),
                    (keys.path, {SECRET_HEADER: "wrong"}, json.dumps(forged)),
                    (keys.path, secret, " " * (MOST_BYTES + 1)),
                    (keys.path, secret, "[]"),
                )
            ]
            assert [response.status_code for response in tries] == [404, 403, 413, 400]
            assert get(f"{base}/readyz").status_code == 200
            assert call(home, "health").code == 0
            done = bot.stop()
        stats = readers.get("/stats")
    assert done.code == 0
    assert stats["rejected"] == []
    assert stats["calls"]["setWebhook"] == 1
    assert "getUpdates" not in stats["calls"]


def test_what_the_webhook_took_survives_a_kill(home: Path) -> None:
    settings = by_webhook()
    with serving(home, "simulator", "--port", "0", name="simulator") as simulator:
        url = simulator.wait_for_chat()
        readers = Readers(url)
        settings |= {"TALKS_API_URL": url, "TALKS_TELEGRAM_TOKEN": TOKEN}
        with serving(home, "run", **settings) as bot:
            bot.wait_for("by webhook")
            readers.post("/faults", method="sendMessage", share=1, kind="502")
            with readers.waiting_for_call("sendMessage"):
                readers.write(QUESTION)
            readers.wait_for_stats(updates_confirmed=1)
            bot.stop(signal.SIGKILL)
        readers.delete("/faults")
        with serving(home, "run", **settings) as bot:
            assert "Ryabkov" in readers.reply()
            assert bot.stop().code == 0
    assert len(list(list_rows(home / ".local" / "share" / "talks" / "log.sqlite3", 0))) == 1


def test_an_address_that_telegram_does_not_take_is_a_wrong_setting(home: Path) -> None:
    done = call(home, "run", env={"TALKS_LISTEN": "0", "TALKS_WEBHOOK_URL": "https://bot.example", **SIMULATED})
    assert done.code == 2
    assert done.err.endswith(
        "talks: Telegram does not take the address in TALKS_WEBHOOK_URL: "
        "Bad webhook: the simulator delivers to loopback addresses only\n"
    )


def test_the_log_can_be_read_by_programs(home: Path) -> None:
    with serving(home, "run", TALKS_LOG_FORMAT="json", **SIMULATED) as bot:
        bot.wait_for("Polling as")
        done = bot.stop()
    lines = [json.loads(line) for line in done.err.splitlines()]
    assert [(line["logger"], line["message"]) for line in lines] == [
        ("bot.telegram.polling", "Polling as @talks_bot"),
    ]


@pytest.mark.parametrize(
    ("listen", "installed", "counted"),
    [(None, True, False), (Address("127.0.0.1", 0), False, False), (Address("127.0.0.1", 0), True, True)],
)
def test_what_nobody_can_ask_for_is_not_counted(
    home: Path, monkeypatch: pytest.MonkeyPatch, listen: Address | None, *, installed: bool, counted: bool
) -> None:
    monkeypatch.setattr(http, "find_spec", lambda name: find_spec(name) if installed else None)
    assert isinstance(find_metrics(Settings(data=home, listen=listen), articles=2), Metrics) is counted
