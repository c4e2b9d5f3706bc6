"""Does `talks lever` try a change on the judged questions, make it, and take it back?"""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from bot.cli.levers import APPLIED
from bot.levers.changes import forget_questions
from bot.querylog.judging import grade
from bot.querylog.log import QueryLog
from bot.querylog.pseudonyms import Pseudonyms
from bot.querylog.reading import list_rows
from bot.querylog.rows import normalise
from bot.service import Asker
from tests.bot.cli.conftest import Talks
from tests.retrieval.test_levers import ANSWERER, CHAMPION, LEADS, NEGOTIATOR, SEEDS, slice_of

WORDING = "chief negotiator ~ led"
PLACE = slice_of(LEADS)
NAMED = f"{PLACE.article.id}:{PLACE.span.start}-{PLACE.span.end}"
JUDGED = {"article": PLACE.article.id, "start": PLACE.span.start, "end": PLACE.span.end, "grade": 3}
GOLD = [
    {"question": NEGOTIATOR, "should_answer": True, "judgements": [JUDGED]},
    {"question": CHAMPION, "should_answer": False, "judgements": []},
]


@pytest.fixture
def gold(home: Path) -> str:
    path = home / "gold.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in GOLD), "utf-8")
    return str(path)


@pytest.fixture
def data(home: Path) -> Path:
    return home / ".local" / "share" / "talks"


def test_a_wording_is_tried_then_applied_then_undone(talks: Talks, gold: str, data: Path) -> None:
    tried = talks("lever", "add", WORDING, "--gold", gold, "--preview")
    better = ["2 judged: 1 better, 0 worse", f"  better    line 1    {NEGOTIATOR}"]
    assert (tried.code, tried.err, tried.out.splitlines()) == (0, "", better)
    assert not data.exists()
    assert talks("lever", "add", WORDING, "--gold", gold).out.splitlines() == [*better, APPLIED]
    assert (data / "wordings.txt").read_text("utf-8") == f"{WORDING}\n"
    assert LEADS in talks("ask", NEGOTIATOR).out
    undone = talks("lever", "undo")
    assert (undone.code, undone.out) == (0, f"Undone: wording {WORDING} added.\n")
    assert LEADS not in talks("ask", NEGOTIATOR).out


def test_a_wording_is_removed_by_what_it_means(talks: Talks, gold: str) -> None:
    talks("lever", "add", WORDING)
    done = talks("lever", "remove", "Chief negotiators ~ leads", "--gold", gold)
    assert done.out.splitlines()[:2] == ["2 judged: 0 better, 1 worse", f"  worse     line 1    {NEGOTIATOR}"]
    assert talks("lever", "list").out == f"threshold {ANSWERER.threshold:.3f}\n"


def test_a_passage_is_pinned_and_unpinned(talks: Talks, gold: str) -> None:
    done = talks("lever", "pin", NEGOTIATOR, NAMED, "--gold", gold, "--json")
    assert (done.code, done.rows()) == (
        0,
        [{"judged": 2, "worse": [], "better": [{"line": 1, "question": NEGOTIATOR}], "unjudged": [], "applied": True}],
    )
    assert LEADS in talks("ask", NEGOTIATOR.upper()).out
    assert talks("lever", "unpin", NEGOTIATOR, "--gold", gold).out.startswith("2 judged: 0 better, 1 worse\n")
    assert LEADS not in talks("ask", NEGOTIATOR).out
    assert talks("lever", "undo").out == f"Undone: pins of “{NEGOTIATOR}” removed.\n"
    where = f"{PLACE.article.id}, character {PLACE.span.start}"
    assert talks("lever", "undo").out == f"Undone: {where}, pinned to “{NEGOTIATOR}”.\n"


def test_an_undone_pin_of_a_forgotten_question_shows_no_key(talks: Talks, data: Path) -> None:
    talks("lever", "pin", NEGOTIATOR, NAMED)
    forget_questions(data, [normalise(NEGOTIATOR)])
    where = f"{PLACE.article.id}, character {PLACE.span.start}"
    assert talks("lever", "undo").out == f"Undone: {where}, pinned to a forgotten question.\n"


def test_without_judgements_a_change_is_made_untried(talks: Talks) -> None:
    assert talks("lever", "add", WORDING).out.splitlines() == ["No judged question to try it on.", APPLIED]


def test_the_list_names_what_is_set_and_what_is_idle(talks: Talks, data: Path) -> None:
    talks("lever", "add", WORDING)
    talks("lever", "pin", CHAMPION, NAMED)
    pins = data / "pins.jsonl"
    pins.write_text(pins.read_text("utf-8").replace("On the Russian side", "On no side"), "utf-8")
    said = talks("lever", "list").out.splitlines()
    assert said[0] == f"wording   {WORDING}"
    assert said[1].startswith(f"pin       {CHAMPION} → {PLACE.article.id}, “On no side")
    assert said[3] == f"idle      what was pinned in {PLACE.article.id} at character {PLACE.span.start} is gone"
    [row] = talks("lever", "list", "--json").rows()
    assert row["wordings"] == [{"asked": "chief negotiator", "written": "led"}]
    assert (row["pins"][0]["question"], row["threshold"], row["fitted"]) == (CHAMPION, ANSWERER.threshold, None)
    assert len(row["idle"]) == 1


def test_a_threshold_that_need_not_move_stays(talks: Talks, gold: str, data: Path) -> None:
    done = talks("lever", "refit", "--gold", gold)
    own = f"{ANSWERER.threshold:.3f}"
    assert f"threshold {own}; the articles' own is {own}, now {own}" in done.out
    assert APPLIED not in done.out
    assert not data.exists()


def test_a_threshold_is_fitted_and_reset(talks: Talks, home: Path, data: Path) -> None:
    wrong = {"question": "What does Russia demand?", "should_answer": False, "judgements": []}
    gold = home / "many.jsonl"
    gold.write_text((json.dumps(wrong) + "\n") * 600, "utf-8")
    [row] = talks("lever", "refit", "--gold", str(gold), "--json").rows()
    assert (row["applied"], row["judged"], len(row["better"])) == (True, 600, 600)
    assert row["threshold"] > row["calibrated"] == ANSWERER.threshold
    assert row["threshold"] in [fit["threshold"] for fit in row["curve"]]
    kept = json.loads((data / "threshold.json").read_text("utf-8"))
    assert kept == {
        "value": row["threshold"],
        "calibrated": ANSWERER.threshold,
        "corpus": SEEDS.fingerprint,
        "judged": 600,
    }
    assert talks("lever", "refit", "--reset").code == 0
    assert not (data / "threshold.json").exists()


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("add", "chief"), 2, "The wording is not of the form: words of a question ~ words of the articles"),
        (("add", " "), 2, "WORDING is empty."),
        (("remove", WORDING), 1, f"There is no such wording: {WORDING}"),
        (("pin", CHAMPION, "nowhere:0-5"), 2, "There is no passage at nowhere:0-5; it is named ARTICLE:START-END"),
        (("pin", CHAMPION, "0-5"), 2, "There is no passage at 0-5; it is named ARTICLE:START-END"),
        (("pin", CHAMPION, f"{PLACE.article.id}:9-4"), 2, f"There is no passage at {PLACE.article.id}:9-4; it is"),
        (("unpin", CHAMPION), 1, "Nothing is pinned to that question"),
        (("refit",), 1, "There is no judged question to fit the threshold to"),
        (("undo",), 1, "There is no change to undo"),
        (("add", WORDING, "--gold", "none.jsonl"), 2, "none.jsonl can't be read: No such file or directory"),
    ],
)
def test_what_makes_no_sense_is_one_line(talks: Talks, arguments: tuple[str, ...], code: int, says: str) -> None:
    done = talks("lever", *arguments)
    assert done.code == code
    assert done.error().startswith(says)


def test_a_bad_file_stops_every_command_that_answers(talks: Talks, data: Path) -> None:
    data.mkdir(parents=True)
    (data / "wordings.txt").write_text("# ours\nchief negotiator\n", "utf-8")
    for command in (("ask", "Who?"), ("lever", "list")):
        done = talks(*command)
        assert (done.code, done.error().partition(", ")[2][:7]) == (2, "line 2:")


@pytest.fixture
async def judged_log(data: Path) -> Path:
    """A log in which the right passage of a question was judged."""
    path = data / "log.sqlite3"
    async with await QueryLog.open(path, Pseudonyms(b"a key for tests")) as log:
        answer = ANSWERER.answer("Who leads the Russian side?")
        await log.record(Asker("simulator:1", "simulator", "ask", 7, 7), answer, dt.datetime.now(dt.UTC), "0f1e")
    [row] = list_rows(path, 1)
    grade(path, row, 1, 3)
    return path


@pytest.mark.usefixtures("judged_log")
def test_the_judgements_of_the_log_are_tried_unless_a_file_is_named(talks: Talks) -> None:
    done = talks("lever", "add", "Russian side ~ Macron", "--preview")
    assert done.out == "1 judged: 0 better, 0 worse\n"
