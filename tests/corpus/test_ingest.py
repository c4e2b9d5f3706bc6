"""Is every readable file served, every other named, and the fingerprint true to what is served?"""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.ingest import find_files, ingest, seed_folder
from corpus.models import Corpus

PROSE = "Talks begin on Monday.\n"


def ingest_files(folder: Path, **contents: str) -> Corpus:
    """Ingest files of these names, in this order."""
    for name, content in contents.items():
        (folder / f"{name}.txt").write_text(content, encoding="utf-8", newline="")
    return ingest(folder / f"{name}.txt" for name in contents)


def test_the_seeds_are_served() -> None:
    corpus = ingest(find_files(seed_folder()))
    assert [article.id for article in corpus.articles] == ["000_97547d76f44c41df", "002_02ad2f46d24ee265"]
    assert not corpus.problems
    assert {corpus.cite(passage.article_id, passage.span).text for passage in corpus.passages} >= {
        "Russia has gathered around 100,000 soldiers on its border with Ukraine.",
        "That issue, according to a senior administration official, is a non-starter.",
    }


def test_nothing_is_an_empty_corpus() -> None:
    assert ingest([]).articles == ()


@pytest.mark.parametrize(
    ("bad", "problem"),
    [
        ("", "b.txt: empty"),
        ("Hardened fronts\n\nNew talks\n", "b.txt: holds no prose"),
        ("---\nid: a\n---\nMore talks begin.\n", "b.txt: the id 'a' is already taken by another file"),
        ("---\ntitel: Talks\n---\nTalks.", "b.txt: unknown key 'titel' in the front matter; did you mean 'title'?"),
    ],
)
def test_a_bad_file_is_one_line_and_the_others_are_served(tmp_path: Path, bad: str, problem: str) -> None:
    corpus = ingest_files(tmp_path, a=PROSE, b=bad, c=PROSE)
    assert [article.id for article in corpus.articles] == ["a", "c"]
    assert {passage.article_id for passage in corpus.passages} == {"a", "c"}
    assert corpus.problems == (problem,)


def test_files_are_found_in_the_order_of_their_names(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "c.html", ".hidden.txt"):
        (tmp_path / name).write_text(PROSE, encoding="utf-8")
    (tmp_path / "folder.txt").mkdir()
    (tmp_path / "d.txt").symlink_to(tmp_path / "nowhere")
    assert [path.name for path in find_files(tmp_path)] == ["a.md", "b.txt", "c.html", "d.txt"]
    assert ingest(find_files(tmp_path)).problems == (
        "c.html: not a .txt or .md file",
        "d.txt: can't be read (No such file or directory)",
    )


def test_a_date_from_the_text_is_the_articles(tmp_path: Path) -> None:
    article = ingest_files(tmp_path, a=f"As of: January 9th, 2022 5:17 p.m.\n{PROSE}").article("a")
    assert (article.published, article.published_from) == ("2022-01-09T17:17", "stamp")


@pytest.mark.parametrize(
    "changed",
    [
        {"a": "Talks begin on Tuesday.\n"},
        {"a": PROSE + "\n"},
        {"a": f"---\ntitle: Talks\n---\n{PROSE}"},
        {"a": f"---\nid: b\n---\n{PROSE}"},
        {"a": f"---\npublished: 2022-01-09\n---\n{PROSE}"},
        {"a": f"---\nauthors: [Ann Lee]\n---\n{PROSE}"},
        {"b": PROSE},
        {"a": PROSE, "b": PROSE},
    ],
)
def test_the_fingerprint_changes_with_what_is_served(tmp_path: Path, changed: dict[str, str]) -> None:
    before = ingest_files(tmp_path, a=PROSE)
    assert ingest_files(tmp_path, **changed).fingerprint != before.fingerprint


def test_the_fingerprint_changes_with_the_order_of_articles(tmp_path: Path) -> None:
    corpus = ingest_files(tmp_path, a=PROSE, b=PROSE)
    assert ingest_files(tmp_path, b=PROSE, a=PROSE).fingerprint != corpus.fingerprint


@pytest.mark.parametrize(
    "same",
    [
        {"a": f"---\n---\n{PROSE}"},
        {"a": f"\ufeff{PROSE}"},
        {"a": f"---\ntitle:\nurl:\n---\n{PROSE}"},
        {"other": f"---\nid: a\n---\n{PROSE}"},
        {"a": PROSE, "bad": ""},
    ],
)
def test_the_fingerprint_changes_with_nothing_else(tmp_path: Path, same: dict[str, str]) -> None:
    before = ingest_files(tmp_path, a=PROSE)
    assert ingest_files(tmp_path, **same).fingerprint == before.fingerprint
