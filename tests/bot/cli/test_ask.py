from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.cli import main
from tests.bot.cli.command import call
from tests.bot.cli.conftest import ARTICLE, Talks

FIELDS = ["question", "outcome", "hits", "nearest", "understood", "unknown", "latency_ms"]


def test_an_answer_is_the_passage_and_its_source(talks: Talks) -> None:
    done = talks("ask", "Who leads the Russian side?")
    assert (done.code, done.err) == (0, "")
    passage, source = done.out.splitlines()
    assert passage == (
        "    On the Russian side, the upcoming talks are being led by Deputy Foreign Minister Sergei Ryabkov."
    )
    assert source == "[1] “Before tomorrow’s meeting with Russia…” · Sun 9 Jan 2022"


def test_that_the_articles_do_not_tell_is_no_failure(talks: Talks) -> None:
    done = talks("ask", "Who is chess champion?")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("The articles don’t tell.")


def test_as_json_an_answer_is_one_line(talks: Talks) -> None:
    done = talks("ask", "--json", "Who leads the Russian side?")
    [answer] = done.rows()
    assert list(answer) == FIELDS
    assert answer["outcome"] == "answered"
    assert answer["nearest"] == []
    text = json.loads(talks("articles", "show", "--json", answer["hits"][0]["citation"]["article"]).out)["text"]
    for hit in answer["hits"]:
        citation = hit["citation"]
        assert citation["text"] == text[citation["start"] : citation["end"]]


@pytest.mark.parametrize("number", [1, 5, 10])
def test_as_many_passages_as_wished(talks: Talks, number: int) -> None:
    [answer] = talks("ask", "--json", "--passages", str(number), "Who leads the Russian side?").rows()
    assert [hit["rank"] for hit in answer["hits"]] == list(range(1, number + 1))


def test_each_line_of_stdin_is_a_question_of_its_own(home: Path) -> None:
    lines = [
        b"Who leads the Russian side?",
        b"",
        b"   ",
        b"When?\r",
        b"an old Mac's line\rends here",
        b"no \xff\xfe UTF-8",
        "Женева? \u2028 still one line".encode(),
        "\x00\x1b[31m\x7f\x85\u202e\u2066".encode(),
        b'{"question": "<b>"}',
        b"x" * 1_000_000,
        b"-",
        b"--help",
        b"the last one, without an end",
    ]
    done = call(home, "ask", "-", stdin=b"\xef\xbb\xbf" + b"\n".join(lines))
    assert (done.code, done.err) == (0, "")
    assert not {"\x7f", "\u202e", "\u2028"} & set(done.out)
    answers = done.rows()
    assert [answer["question"] for answer in answers] == [
        line.decode("utf-8", "replace").removesuffix("\r") for line in lines
    ]
    assert [answer["outcome"] for answer in answers[:3]] == ["answered", "no_answer", "no_answer"]
    assert all(list(answer) == FIELDS for answer in answers)


def test_no_lines_are_no_answers(home: Path) -> None:
    done = call(home, "ask", "-")
    assert (done.code, done.out, done.err) == (0, "", "")


@pytest.mark.parametrize("question", ["?", "\u202e", "-" * 5000, "😀", "%s {0} \\n"])
def test_any_question_has_an_answer(talks: Talks, question: str) -> None:
    done = talks("ask", "--json", "--", question)
    assert done.code == 0
    [answer] = done.rows()
    assert answer["question"] == question


@pytest.mark.parametrize("question", ["", " ", " \n\t\u2003"])
def test_an_empty_question_is_wrong_usage(talks: Talks, question: str) -> None:
    done = talks("ask", "--json", question)
    assert (done.code, done.error()) == (2, "QUESTION is empty.")


def test_a_question_that_is_no_utf_8_still_gives_json(home: Path) -> None:
    done = call(home, "ask", "--json", b"Who leads \xff?")
    [answer] = done.rows()
    assert os.fsencode(answer["question"]) == b"Who leads \xff?"


def test_questions_are_never_logged(talks: Talks, home: Path) -> None:
    talks("ask", "Who leads the Russian side?")
    assert list(home.iterdir()) == []


def test_the_articles_of_a_folder_alone(talks: Talks, articles: Path) -> None:
    done = talks("ask", "--json", "--articles", str(articles), "Who leads the Swiss side?")
    [answer] = done.rows()
    assert {hit["citation"]["article"] for hit in answer["hits"]} == {"geneva"}
    assert done.err == "talks: not served: empty.txt: empty\n"
    assert answer["hits"][0]["citation"]["text"] in ARTICLE


def test_the_setting_names_the_folder_too(talks: Talks, articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TALKS_ARTICLES", str(articles))
    assert [row["id"] for row in talks("articles", "list", "--json").rows()] == ["geneva"]


def _missing(folder: Path) -> None:
    folder.rmdir()


def _a_file(folder: Path) -> None:
    folder.rmdir()
    folder.write_text("an article where the folder should be", "utf-8")


def _only_what_is_no_article(folder: Path) -> None:
    (folder / "picture.png").write_bytes(b"\x89PNG")


def _a_loop(folder: Path) -> None:
    folder.rmdir()
    folder.symlink_to(folder)


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (_missing, "The articles folder bad can't be read: No such file or directory"),
        (_a_file, "The articles folder bad can't be read: Not a directory"),
        (lambda _: None, "There is no readable article in bad"),
        (_only_what_is_no_article, "There is no readable article in bad: picture.png: not a .txt or .md file"),
        (_a_loop, "The articles folder bad can't be read: Too many levels of symbolic links"),
    ],
)
@pytest.mark.parametrize("command", [["ask", "When?"], ["articles", "list"], ["export", "passages"]])
def test_a_folder_without_articles_is_a_wrong_setting(
    talks: Talks, spoil: Callable[[Path], None], sentence: str, command: list[str]
) -> None:
    folder = Path("bad")
    folder.mkdir()
    spoil(folder)
    done = talks(*command, "--articles", "bad")
    assert (done.code, done.error()) == (2, sentence)


def test_a_terminal_is_not_steered(talks: Talks, articles: Path) -> None:
    (articles / "geneva.txt").write_text(f"---\ntitle: \u202eevil\n---\n\x1b[2J\x07{ARTICLE}", "utf-8")
    (articles / "\x1b[2Jred.bin").touch()
    for command in (["ask", "Who leads the Swiss side?"], ["articles", "show", "geneva"], ["articles", "list"]):
        done = talks(*command, "--articles", str(articles))
        assert "evil" in done.out
        assert not {"\x1b", "\x07", "\u202e"} & set(done.out + done.err)
        assert "red.bin" in done.err


def test_the_folder_of_ones_own_adds_to_the_seeds(talks: Talks, home: Path) -> None:
    own = home / ".local" / "share" / "talks" / "articles"
    own.mkdir(parents=True)
    (own / "mine.md").write_text(ARTICLE, "utf-8")
    ids = [row["id"] for row in talks("articles", "list", "--json").rows()]
    assert ids == ["000_97547d76f44c41df", "002_02ad2f46d24ee265", "mine"]


def test_main_returns_where_all_is_done() -> None:
    assert main(["--version"]) is None  # type: ignore[func-returns-value]
