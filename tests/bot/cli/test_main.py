"""Does every command end as the contract says: with the right code, and one clear line where it fails?"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from bot import __version__
from bot.cli import COMMANDS
from tests.bot.cli.command import TALKS, call, surroundings
from tests.bot.cli.conftest import Talks

LIGHT = """
import sys
from bot.cli import main
main(["ask", "Who leads the Russian side?"])
heavy = {"telegram", "sqlite3", "aiosqlite", "starlette", "uvicorn", "httpx", "bot.querylog", "bot.simulator"}
print(*sorted(heavy & set(sys.modules)), file=sys.stderr)
"""

TOKEN = "123456:" + "A" * 35
BROKEN = f"""
import bot.sources
from bot.cli import main
def ingest(*_):
    raise TypeError("no {TOKEN}\\n\\x1b[31mat all")
bot.sources.ingest = ingest
main()
"""


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["aks"], "No such command 'aks'."),
        (["ask"], "Missing argument 'QUESTION'."),
        (["ask", "one", "two"], "Got unexpected extra argument (two)"),
        (["ask", "--passages", "0", "x"], "Invalid value for '--passages': 0 is not in the range 1<=x<=100."),
        (["ask", "--passages", "three", "x"], "'three' is not a valid integer range."),
        (["ask", "--nonsense", "x"], "No such option '--nonsense'"),
        (["articles", "show"], "Missing argument 'ID'."),
        (["log", "list", "--limit", "-1"], "-1 is not in the range x>=0."),
        (["simulator", "--port", "65536"], "65536 is not in the range 0<=x<=65535."),
        (["log", "show", ""], "UID is empty."),
        (["articles", "show", " "], "ID is empty."),
        (["articles", "\x1b[31mred\u202e\nnew line"], "No such command"),
    ],
)
def test_wrong_usage_is_one_line_and_exit_2(talks: Talks, arguments: list[str], sentence: str) -> None:
    done = talks(*arguments)
    assert done.code == 2
    assert sentence in done.error()
    assert "\x1b" not in done.err


@pytest.mark.parametrize("arguments", [[], ["log"], ["articles"], ["export"]])
def test_a_missing_command_is_wrong_usage_too_and_shows_what_there_is(talks: Talks, arguments: list[str]) -> None:
    done = talks(*arguments)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("Usage: talks")


@pytest.mark.parametrize("command", [[], *([name] for name in COMMANDS), ["log", "show"], ["export", "passages"]])
@pytest.mark.parametrize("option", ["-h", "--help"])
def test_help_is_on_stdout(talks: Talks, command: list[str], option: str) -> None:
    done = talks(*command, option)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("Usage: talks")


def test_the_version(home: Path) -> None:
    done = call(home, "--version")
    assert (done.code, done.out, done.err) == (0, f"talks {__version__}\n", "")


def test_the_installed_command_is_the_same(home: Path) -> None:
    script = Path(sys.executable).with_name("talks")
    assert call(home, "--help", program=[str(script)]) == call(home, "--help")


def test_asking_needs_neither_telegram_nor_a_database(home: Path) -> None:
    done = call(home, program=[sys.executable, "-c", LIGHT])
    assert (done.code, done.err) == (0, "\n")
    assert "Ryabkov" in done.out


@pytest.mark.parametrize(
    "env",
    [
        {"LANG": "C"},
        {"LC_ALL": "POSIX"},
        {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
        {"PYTHONIOENCODING": "latin-1"},
        {"PYTHONIOENCODING": "cp1251:strict"},
    ],
)
def test_it_writes_utf_8_in_every_locale(home: Path, env: dict[str, str]) -> None:
    for form in ([], ["--json"]):
        done = call(home, "articles", "show", *form, "002_02ad2f46d24ee265", env=env)
        assert (done.code, done.err) == (0, "")
        assert "“" in done.out


def test_errors_are_utf_8_too(home: Path) -> None:
    done = call(home, "articles", "show", "“Женева”", env={"PYTHONIOENCODING": "latin-1"})
    assert "“Женева”" in done.error()


def test_a_reader_that_leaves_early_is_no_error(home: Path) -> None:
    talks = f"{sys.executable} -m bot"
    script = f"{talks} export passages | head -1; echo ${{PIPESTATUS[0]}}"
    done = call(home, "-c", script, program=["bash"])
    first, code = done.out.splitlines()
    assert first.startswith('{"citation"')
    assert (code, done.err) == ("0", "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full disk to write to")
def test_a_full_disk_is_one_line(home: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*TALKS, "articles", "list"], cwd=home, env=surroundings(home), stdout=full, stderr=-1, check=False
        )
    assert (done.returncode, done.stderr) == (1, b"talks: No space left on device\n")


def test_without_a_stdout_nothing_breaks(home: Path) -> None:
    done = call(home, "-c", f"{sys.executable} -m bot articles list >&-", program=["bash"])
    assert (done.code, done.err) == (0, "")


def test_ctrl_c_ends_it_quietly(home: Path) -> None:
    with subprocess.Popen(
        [*TALKS, "ask", "-"], cwd=home, env=surroundings(home), stdin=-1, stdout=-1, stderr=-1
    ) as asking:
        assert asking.stdin
        assert asking.stdout
        asking.stdin.write(b"Who leads?\n")
        asking.stdin.flush()
        assert asking.stdout.readline().startswith(b'{"question": "Who leads?"')
        asking.send_signal(signal.SIGINT)
        assert asking.stderr
        assert asking.stderr.read().strip() == b""
    assert asking.returncode == 130


@pytest.mark.parametrize("command", [["ask", "When?"], ["articles", "list"], ["export", "passages"]])
def test_an_error_that_nobody_expected_is_one_line_too(home: Path, command: list[str]) -> None:
    done = call(home, *command, program=[sys.executable, "-c", BROKEN])
    assert done.code == 1
    assert done.error() == (
        "an unexpected error: TypeError: no <token> [31mat all; "
        "`talks --traceback COMMAND` shows where it comes from; please report it with that"
    )


def test_its_traceback_is_shown_where_it_is_asked_for(home: Path) -> None:
    done = call(home, "--traceback", "articles", "list", program=[sys.executable, "-c", BROKEN])
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("Traceback (most recent call last):\n")
    assert done.err.endswith("TypeError: no <token>\n[31mat all\n")
    assert "in ingest" in done.err


def test_an_error_shows_no_token(home: Path) -> None:
    done = call(home, "articles", "show", TOKEN)
    assert done.code == 1
    assert "There is no article <token>" in done.error()
    assert os.sep not in done.err
