from __future__ import annotations

from pathlib import Path

import pytest

from tests.bot.cli.conftest import Talks


@pytest.fixture
def data(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TALKS_DATA", str(home))
    return home


def test_who_is_quoted(talks: Talks) -> None:
    done = talks("quotes")
    assert (done.code, done.err) == (0, "")
    assert "Sergei Ryabkov · 2 direct, 1 reported" in done.out


def test_a_filter_that_says_nothing_is_none(talks: Talks) -> None:
    assert talks("quotes", "🎉").out == talks("quotes").out


def test_by_speaker_and_words(talks: Talks) -> None:
    [quote] = talks("quotes", "ryabkov", "no illusions", "--json").rows()
    assert quote["speaker"]["name"] == "Sergei Ryabkov"
    assert quote["speaker"]["role"] == "Russian Foreign Minister"
    assert quote["via"] == "Reuters"
    assert (quote["cue"], quote["type"]) == ("said", "direct")


def test_the_same_statement_elsewhere_comes_along(talks: Talks) -> None:
    quotes = talks("quotes", "blinken", "gun", "--json").rows()
    assert [[also["article"][:3] for also in quote["also"]] for quote in quotes] == [["000", "000"]]


def test_direct_speech_stands_before_reported_speech(talks: Talks) -> None:
    lines = talks("quotes", "Ryabkov").out.splitlines()
    assert lines[1] == "“Russian Foreign Minister” in [1], “Deputy Foreign Minister” in [2]"
    told = [line for line in lines[2:] if line and not line.startswith("[")]
    assert [line.strip()[:12] for line in told] == [
        "“I can’t rul",
        "said · via R",
        "“Naturally, ",
        "“he said” → ",
        "reported:",
        "it was quite",
        "“he said” → ",
    ]


@pytest.mark.parametrize(
    ("typed", "count"), [("official", 4), ("government official", 1), ("minister", 3), ("Blinken CNN", 4)]
)
def test_by_what_a_speaker_is_called_and_by_the_outlet(talks: Talks, typed: str, count: int) -> None:
    assert len(talks("quotes", typed, "--json").rows()) == count


def test_nobody_is_near_whose_name_is_another_one(talks: Talks) -> None:
    assert talks("quotes", "Macron").out == (
        "Nobody quoted has the name “Macron”, and no quotation holds it.\n"
        "Most quoted: Antony Blinken, Sergei Ryabkov, Vladimir Putin.\n"
    )


def test_a_name_that_nobody_has_is_offered_the_nearest(talks: Talks) -> None:
    done = talks("quotes", "Blinkovsky")
    assert done.code == 0
    assert "Nobody quoted has the name “Blinkovsky”" in done.out
    assert "The nearest names:" in done.out


def test_the_operators_names_are_used(talks: Talks, data: Path) -> None:
    (data / "speakers.yaml").write_text("Sergey Alekseyevich Ryabkov: [Sergei Ryabkov]\n", "utf-8")
    [name] = {quote["speaker"]["name"] for quote in talks("quotes", "ryabkov", "--json").rows()}
    assert name == "Sergey Alekseyevich Ryabkov"


def test_names_that_cannot_be_read_are_an_error(talks: Talks, data: Path) -> None:
    (data / "speakers.yaml").write_text("- a list\n", "utf-8")
    done = talks("quotes")
    assert done.code == 2
    assert "speakers.yaml" in done.err
    assert done.err.count("\n") == 1
