"""Do the log's commands take their filters, and stand well in a terminal of any width?"""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.cli.log.table import Column, bar, draw, shorten, sparkline, width_of
from bot.querylog.entries import Asked, Voted
from tests.bot.cli.conftest import Talks
from tests.bot.querylog.samples import answer, at, keep_all, passage, row_of

KEY = "a key for our tests"


@pytest.fixture(autouse=True)
def log(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = home / "data" / "log.sqlite3"
    monkeypatch.setenv("TALKS_DATA", str(path.parent))
    monkeypatch.setenv("TALKS_PSEUDONYM_KEY", KEY)
    near = {"nearest": (passage(1, 0, 29),), "score": 0.21, "threshold": 0.27}
    hits = {"outcome": "answered", "hits": (passage(1, 0, 29),), "latency_ms": 12.0}
    rows = [
        row_of("t:0", answer("Who is Moscow's chief negotiator?", **near), at(5), chat_id=5, user_id=5),
        row_of("t:1", answer("moscow's chief negotiator", **near), at(6), chat_id=6, user_id=6),
        row_of("t:2", answer("=HYPERLINK(1)\x1b[31m", **hits), at(7), via="simulator"),
        row_of("t:3", answer("Macron", unknown=("Macron",)), at(8), command="quotes"),
    ]
    keep_all(path, *map(Asked, rows), Voted("t:2", "x", up=False, reason="@wrong", at="1"))
    return path


@pytest.mark.parametrize(
    ("options", "uids"),
    [
        ([], "3210"),
        (["--since", "2022-01-06", "--until", "2022-01-08"], "21"),
        (["--since", "2022-01-06T14:00+02:00"], "321"),
        (["--since", "52w"], ""),
        (["--outcome", "no_answer", "--command", "ask"], "10"),
        (["--via", "simulator"], "2"),
        (["--disliked"], "2"),
        (["--chat", "5"], "0"),
        (["--user", "6"], "1"),
        (["--chat", "0123456789abcdef"], ""),
    ],
)
@pytest.mark.parametrize("command", [["list"], ["tail"], ["export"]])
def test_filters(talks: Talks, command: list[str], options: list[str], uids: str) -> None:
    done = talks("log", *command, *options, *([] if command == ["export"] else ["--json"]))
    assert (done.code, done.err) == (0, "")
    found = "".join(row["uid"][-1] for row in done.rows())
    assert found == (uids[::-1] if command == ["tail"] else uids)


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["list", "--since", "yesterday"], "'yesterday' is neither so long ago, as 12h, 7d or 4w, nor a date"),
        (["list", "--chat", "Bob"], "'Bob' is neither a Telegram id nor a pseudonym of 16 digits"),
        (["search", "?!"], "WORDS hold no word"),
        (["stats", "--disliked"], "not by --disliked"),
        (["forget"], "Say one of UID, --user and --chat"),
        (["forget", "t:0", "--user", "5"], "Say one of"),
        (["judge", "t:0", "--grade", "3"], "--passage and --grade go together"),
        (["judge", "t:0", "--note", "x"], "--note goes with"),
        (["judge", "t:0"], "Outside of a terminal, say --passage and --grade"),
    ],
)
def test_wrong_usage_is_one_line(talks: Talks, options: list[str], sentence: str) -> None:
    done = talks("log", *options)
    assert done.code == 2
    assert sentence in done.error()


def test_an_id_needs_the_key_that_the_log_was_written_with(talks: Talks, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TALKS_PSEUDONYM_KEY", "another key for tests")
    assert "was written with another pseudonym key" in talks("log", "list", "--chat", "5").error()
    assert talks("log", "list").code == 0


def test_words_are_searched_for(talks: Talks) -> None:
    rows = talks("log", "search", "negotiator", "mosc", "--json").rows()
    assert [row["uid"] for row in rows] == ["t:1", "t:0"]
    assert talks("log", "search", "zimbabwe").out.count("\n") == 0


def test_gaps_look_as_an_operator_wants_them(talks: Talks, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "110")
    assert talks("log", "gaps").out.splitlines() == [
        "asked  readers  question                   refused because               closest, kept back               uid",
        "    2        2  moscow's chief negotiator  score .21 < .27               “Talks begin Monday in Geneva.”  t:1",
        "    1        1  /quotes Macron             name not in articles: Macron  –                                t:3",
        "    1        1  =HYPERLINK(1)[31m          disliked: @wrong              –                                t:2",
    ]
    [first, *_] = talks("log", "gaps", "--json").rows()
    assert (first["asked"], first["readers"], first["why"]) == (2, 2, "score .21 < .27")
    assert first["closest"]["citation"]["start"] == 0


def test_a_passage_that_begins_with_quotation_marks_has_no_second_pair(talks: Talks, log: Path) -> None:
    keep_all(log, Asked(row_of("t:4", answer("Any breakthroughs?", nearest=(passage(1, 30, 67),)), at(9))))
    assert "  ‘“No breakthroughs,” said the minister’  " in talks("log", "gaps").out


def test_a_gap_tells_the_name_that_is_missing(talks: Talks, log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    long = "what do the newspapers write of it " * 100
    keep_all(log, Asked(row_of("telegram:217463208", answer(long, unknown=("Timbuktu",)), at(9))))
    monkeypatch.setenv("COLUMNS", "100")
    assert "  name not in articles: Timbuktu  " in talks("log", "gaps").out
    monkeypatch.delenv("COLUMNS")
    assert long[:90] in talks("log", "gaps").out


def test_statistics_are_charts_and_numbers(talks: Talks) -> None:
    [counted] = talks("log", "stats", "--since", "2022-01-01", "--json").rows()
    assert (counted["questions"], counted["refused"], counted["disliked"]) == (4, 3, 1)
    assert [day["day"] for day in counted["days"]] == [f"2022-01-0{day}" for day in (5, 6, 7, 8)]
    assert counted["by_via"] == {"telegram": 3, "simulator": 1}
    assert counted["articles"] == {"geneva": 1}
    shown = talks("log", "stats", "--since", "2022-01-01").out
    assert "2022-01-05 to 2022-01-08 (UTC)" in shown
    assert "████" in shown
    assert "geneva" in shown
    assert talks("log", "stats").out == "Nothing was asked in that time.\n"


def test_csv_opens_in_a_spreadsheet_without_harm(talks: Talks) -> None:
    done = talks("log", "export", "--format", "csv")
    header, *lines = done.out.splitlines()
    assert header.startswith("uid,at,via,command,chat,user,question,outcome,score,threshold,unknown,terms")
    assert ",'=HYPERLINK(1)[31m," in lines[1]
    assert ",0,1,'@wrong," in lines[1]


@pytest.mark.parametrize("width", [60, 80, 100, 120])
@pytest.mark.parametrize("text", ["short", "long " * 60, "日本語" * 60, "é" * 200, "\x1b[31mred\u202e\nline"])
def test_a_table_fits_the_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, width: int, text: str
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    draw(
        [Column("n", right=True), Column("one", least=8), Column("two", least=8)], [["1", text, text], ["22", "a", ""]]
    )
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 3
    assert max(map(width_of, lines)) <= width
    assert not {"\x1b", "\u202e"} & set("".join(lines))


@pytest.mark.parametrize(
    ("values", "chart"), [([], ""), ([0, 0], "  "), ([1], "█"), ([0, 1, 2, 4, 8], " ▂▃▅█"), ([0.001, 1], "▁█")]
)
def test_a_sparkline_shows_what_is_not_nothing(values: list[float], chart: str) -> None:
    assert sparkline(values) == chart


@pytest.mark.parametrize(("text", "shortened"), [("abc", "abc"), ("abcd", "ab…"), ("日本", "日…"), ("", "")])
def test_texts_are_shortened_by_what_they_take(text: str, shortened: str) -> None:
    assert shorten(text, 3) == shortened


@pytest.mark.parametrize(("share", "drawn"), [(0, ""), (0.001, "▏"), (0.5, "█████"), (1, "█" * 10)])
def test_a_bar_shows_what_is_not_nothing(share: float, drawn: str) -> None:
    assert bar(share, 10) == drawn
