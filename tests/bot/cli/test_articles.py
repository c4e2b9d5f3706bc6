from __future__ import annotations

from pathlib import Path

from corpus.ingest import seed_folder
from tests.bot.cli.conftest import ARTICLE, Talks

FIRST, SECOND = "000_97547d76f44c41df", "002_02ad2f46d24ee265"
FIELDS = ["id", "title", "publisher", "authors", "published", "published_from", "url", "language", "text"]


def test_the_list_names_each_with_its_date(talks: Talks) -> None:
    done = talks("articles", "list")
    assert (done.code, done.err) == (0, "")
    first, second = done.out.splitlines()
    assert first.split() == [FIRST, "2022-01-09", "(stamp)", "(no", "title)"]
    assert second.split()[:3] == [SECOND, "2022-01-09", "(inferred)"]
    assert second.endswith("Geneva talks hinge on Russia deescalating Ukraine threat")


def test_the_list_as_json(talks: Talks) -> None:
    rows = talks("articles", "list", "--json").rows()
    assert [row["id"] for row in rows] == [FIRST, SECOND]
    assert all(list(row) == FIELDS for row in rows)


def test_an_article_is_shown_as_it_stands(talks: Talks) -> None:
    [row] = talks("articles", "show", "--json", FIRST).rows()
    assert (seed_folder() / f"{FIRST}.txt").read_bytes().endswith(row["text"].encode())
    shown = talks("articles", "show", FIRST).out
    assert shown.startswith(f"id: {FIRST}\npublished: 2022-01-09 (stamp)\n")
    assert shown.rstrip("\n").endswith(row["text"].splitlines()[-1])


def test_an_article_that_is_not_there(talks: Talks) -> None:
    done = talks("articles", "show", "none\x1b[31m")
    assert done.code == 1
    assert done.error() == "There is no article none[31m; `talks articles list` names them"


def test_all_that_the_front_matter_says_is_shown(talks: Talks, articles: Path) -> None:
    facts = {
        "title": "Talks open",
        "publisher": "The Paper",
        "authors": "Ann, Ben",
        "published": "2022-01-08",
        "url": "https://paper.example/1",
        "language": "en",
        "source": "a feed",
    }
    front = "\n".join(f"{name}: {value}" for name, value in facts.items())
    (articles / "geneva.txt").write_text(f"---\n{front}\n---\n{ARTICLE}", "utf-8")
    done = talks("articles", "show", "geneva", "--articles", str(articles))
    assert done.out == f"id: geneva\n{front}\n\n{ARTICLE}\n"
    [row] = talks("articles", "list", "--json", "--articles", str(articles)).rows()
    assert row["published_from"] == "front_matter"
    assert row["text"] == ARTICLE
