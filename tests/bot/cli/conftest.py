"""Where do the commands run under test, and how are they called?"""

from __future__ import annotations

import datetime as dt
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.cli import main
from bot.querylog.log import QueryLog
from bot.querylog.pseudonyms import Pseudonyms
from bot.service import Asker
from corpus.models import Article, Citation, Span
from retrieval.answer import Answer, CitedPassage
from tests.bot.cli.command import Done

Talks = Callable[..., Done]

ARTICLE = "Talks begin on Monday in Geneva. The minister Ana Lopez leads the Swiss side.\n"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home, which is the working directory too; no setting comes from outside. The search is by words."""
    for name in os.environ:
        if name.upper().startswith(("TALKS_", "XDG_")):
            monkeypatch.delenv(name)
    monkeypatch.setenv("TALKS_SEMANTIC", "off")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def talks(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Talks:
    """Calls a command in this process."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)  # put back after the test

    def call(*arguments: str) -> Done:
        code = 0
        try:
            main(arguments)
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 1
        said = capfd.readouterr()
        return Done(code, said.out, said.err)

    return call


@pytest.fixture
def articles(home: Path) -> Path:
    """A folder with one article and one file that is none."""
    folder = home / "mine"
    folder.mkdir()
    (folder / "geneva.txt").write_text(ARTICLE, "utf-8")
    (folder / "empty.txt").touch()
    return folder


QUESTION = "Who\x1b[31m leads\u202e?"
AT = dt.datetime(2022, 1, 9, 18, 30, tzinfo=dt.UTC)


@pytest.fixture
async def logged(home: Path) -> Path:
    """The log of three askings in the usual place; the second has a question that would colour a terminal."""
    path = home / ".local" / "share" / "talks" / "log.sqlite3"
    article = Article("geneva", ARTICLE)
    hits = tuple(CitedPassage(rank, 1 / rank, rank, Citation(article, Span(0, 31 + rank))) for rank in (1, 2))
    async with await QueryLog.open(path, Pseudonyms(b"a key for tests")) as log:
        for number, question in enumerate(("When?", QUESTION, "Where?\nThere?")):
            answer = Answer(question, "answered", hits=hits[:1], candidates=hits[1:], terms=("lead",))
            asker = Asker(f"simulator:{number}", "simulator", "ask", 7, 7)
            await log.record(asker, answer, AT + dt.timedelta(minutes=number), "0f1e")
    return path
