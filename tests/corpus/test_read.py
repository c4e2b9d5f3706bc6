"""Is every article read as it stands, and every other file refused in one clear line?"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from corpus.read import MAX_BYTES, ArticleError, read_article

PROSE = "Talks begin on Monday.\n"
LAUGHS = "\n".join(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]" if n else "l0: &l0 [ha]" for n in range(9))


def write(folder: Path, content: str | bytes, name: str = "talks.txt") -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (PROSE, PROSE),
        (f"---\n---\n{PROSE}", PROSE),
        (f"---\ntitle:\nurl:\n---\n{PROSE}", PROSE),
        (f"---\n# a note\n\ntitle: Talks\n---\n{PROSE}", PROSE),
        (f"---  \ntitle: Talks\n--- \n\n {PROSE}\n", f"\n {PROSE}\n"),
        (f"\ufeff{PROSE}", PROSE),
        (f"\ufeff---\ntitle: Talks\n---\n\ufeff{PROSE}", f"\ufeff{PROSE}"),
        ("---\r\ntitle: Talks\r\n---\r\nOne.\r\nTwo.\r", "One.\r\nTwo.\r"),
        ("One.\rTwo.\u2028Three.\x85", "One.\rTwo.\u2028Three.\x85"),
        (f"---\n{PROSE}", f"---\n{PROSE}"),
        (f"---\n{PROSE}---\n{PROSE}", f"---\n{PROSE}---\n{PROSE}"),
        (f"---\nBlinken: {PROSE}", f"---\nBlinken: {PROSE}"),
        (f"---\n- Blinken: no\n---\n{PROSE}", f"---\n- Blinken: no\n---\n{PROSE}"),
        (f"{PROSE}<html>", f"{PROSE}<html>"),
        (f"<htmlish> {PROSE}", f"<htmlish> {PROSE}"),
        (f"----\ntitle: Talks\n---\n{PROSE}", f"----\ntitle: Talks\n---\n{PROSE}"),
        (f"---\ntitle: Talks\n---\n{PROSE}---\n{PROSE}", f"{PROSE}---\n{PROSE}"),
    ],
)
def test_the_text_is_all_that_follows_the_front_matter(tmp_path: Path, content: str, text: str) -> None:
    assert read_article(write(tmp_path, content)).text == text


@pytest.mark.parametrize(
    ("front", "fields"),
    [
        ("title: Talks", {"title": "Talks", "id": "talks"}),
        ("title: 'Talks: a “start”'", {"title": "Talks: a “start”"}),
        ('title: "Talks\\nin Geneva"', {"title": "Talks in Geneva"}),
        ("title: >\n  Talks\n  in Geneva", {"title": "Talks in Geneva"}),
        ("title: 2022", {"title": "2022"}),
        ("title: no", {"title": "no"}),
        ("title: ~", {"title": "~"}),
        ("title:", {"title": None}),
        ("id: Geneva-1.b_2", {"id": "Geneva-1.b_2"}),
        ("publisher: The Post\nlanguage: en\nsource: archive", {"publisher": "The Post", "language": "en"}),
        ("authors: Ann Lee", {"authors": ("Ann Lee",)}),
        ("authors: [Ann Lee, ' Bo  Ray ', '']", {"authors": ("Ann Lee", "Bo Ray")}),
        ("authors:\n- Ann Lee\n- Bo Ray", {"authors": ("Ann Lee", "Bo Ray")}),
        ("authors:", {"authors": ()}),
        ("published: 2022-01-09", {"published": "2022-01-09", "published_from": "front_matter"}),
        ("published: 2022-01-09T17:17", {"published": "2022-01-09T17:17"}),
        ("published: 2022-01-09 17:17:05", {"published": "2022-01-09 17:17:05"}),
        ("published: 2022-01-09T17:17:00+01:00", {"published": "2022-01-09T17:17:00+01:00"}),
        ("published: 2022-01-09T17:17Z", {"published": "2022-01-09T17:17Z"}),
        ("published:", {"published": None, "published_from": None}),
        ("url: https://example.org/a?b=c", {"url": "https://example.org/a?b=c"}),
        ("tags: [a, b]\nmood: calm", {"title": None}),
    ],
)
def test_front_matter(tmp_path: Path, front: str, fields: dict[str, Any]) -> None:
    article = read_article(write(tmp_path, f"---\n{front}\n---\n{PROSE}"))
    assert {name: getattr(article, name) for name in fields} == fields


@pytest.mark.parametrize(
    ("front", "reason"),
    [
        ("title: [", "not valid YAML"),
        ("title: a\n  b: c", "not valid YAML"),
        ("title: *nothing", "not valid YAML"),
        ("title: Talks\nid: " + "[" * 3000, "not valid YAML"),
        ("- title: Talks\n- publisher: The Post", "not a list of `key: value` lines"),
        ("# mine\n  -  title: Talks", "not a list of `key: value` lines"),
        ("title:Talks", "not a list of `key: value` lines"),
        ("title: [a, b]", "title in the front matter is not a single value"),
        ("title: {a: b}", "title in the front matter is not a single value"),
        ('title: "\\ud800"', "half a character"),
        ("authors: {a: b}", "not a list of names"),
        ("authors: [[a], b]", "not a list of names"),
        ("titel: Talks", "unknown key 'titel' in the front matter; did you mean 'title'?"),
        ("Title: Talks", "did you mean 'title'?"),
        ("publised: 2022-01-09", "did you mean 'published'?"),
        ("published: 20220109", "no ISO 8601 date"),
        ("published: 2022-W01-1", "no ISO 8601 date"),
        ("published: 2022-02-31", "no ISO 8601 date"),
        ("published: 0000-01-01", "no ISO 8601 date"),
        ("published: January 9, 2022", "no ISO 8601 date"),
        ("published: 2022-01", "no ISO 8601 date"),
        ("published: 2022-01-09T25:00", "no ISO 8601 date"),
        ("published: 2022-01-09x17:17", "no ISO 8601 date"),
        ("published: ٢٠٢٢-٠١-٠٩", "no ISO 8601 date"),
        ("url: javascript:alert(1)", "no http address"),
        ("url: example.org", "no http address"),
        ("url: https://example.org/a b", "no http address"),
        ("id: ../talks", "may hold only"),
        ("id: .talks", "may hold only"),
        ("id: the talks", "may hold only"),
        (f"id: {'a' * 65}", "may hold only"),
        (LAUGHS + "\ntitle: *l8", "title in the front matter is not a single value"),
        (LAUGHS + "\nauthors: *l8", "not a list of names"),
        ("title: " + "a " * 10_000, "longer than 4,000 characters"),
    ],
)
def test_front_matter_that_is_refused(tmp_path: Path, front: str, reason: str) -> None:
    with pytest.raises(ArticleError, match=r"\Atalks\.txt: .+\Z") as refused:
        read_article(write(tmp_path, f"---\n{front}\n---\n{PROSE}"))
    assert reason in str(refused.value)


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("talks.txt", "", "empty"),
        ("talks.txt", " \n\t\r\n", "empty"),
        ("talks.txt", "\ufeff", "holds no text"),
        ("talks.txt", "\xa0\n\u2003", "holds no text"),
        ("talks.txt", "–\n0\n42\n", "holds no text"),
        ("talks.txt", "---\ntitle: Talks\n---\n", "holds no text"),
        ("talks.txt", "---\ntitle: Talks\n---", "holds no text"),
        ("talks.txt", "---\ntitle: Talks\nTalks begin.", "not closed"),
        ("talks.txt", "---\n- title: Talks\nTalks begin.", "not closed"),
        ("talks.txt", f"<!doctype html><p>{PROSE}", "an HTML page, not text"),
        ("talks.md", f"\ufeff \r\n<!DOCTYPE HTML><p>{PROSE}", "an HTML page, not text"),
        ("talks.txt", f'<Html lang="en">{PROSE}', "an HTML page, not text"),
        ("talks.txt", f"---\ntitle: Talks\n---\n\n<html>{PROSE}", "an HTML page, not text"),
        ("talks.txt", b"PK\x03\x04\0\0", "a binary file"),
        ("talks.txt", "Talks".encode("utf-16"), "a binary file"),
        ("talks.txt", "Gespräche".encode("latin-1"), "not UTF-8 (byte 5)"),
        ("talks.txt", b"a" * (MAX_BYTES + 1), "larger than 5 MB"),
        ("talks.html", "<p>Talks", "not a .txt or .md file"),
        ("talks.pdf", b"%PDF-1.7", "not a .txt or .md file"),
        ("talks", PROSE, "not a .txt or .md file"),
        ("die talks.txt", PROSE, "may hold only"),
        ("ta\nlks.html", PROSE, "not a .txt or .md file"),
        ("ta\nlks.txt", PROSE, "may hold only"),
    ],
)
def test_files_that_are_refused(tmp_path: Path, name: str, content: str | bytes, reason: str) -> None:
    path = write(tmp_path, content, name)
    with pytest.raises(ArticleError) as refused:
        read_article(path)
    line = str(refused.value)
    assert reason in line
    assert line.startswith(name if name.isprintable() else ascii(name))
    assert line.isprintable()


def test_a_file_of_exactly_the_greatest_size_is_read(tmp_path: Path) -> None:
    assert len(read_article(write(tmp_path, b"a" * MAX_BYTES)).text) == MAX_BYTES


@pytest.mark.parametrize("name", ["talks.MD", "talks.md", "talks.TXT"])
def test_text_and_markdown_are_read(tmp_path: Path, name: str) -> None:
    assert read_article(write(tmp_path, "# Talks\n", name)).text == "# Talks\n"


def test_a_folder_a_missing_file_and_a_dangling_link_are_refused(tmp_path: Path) -> None:
    (tmp_path / "folder.txt").mkdir()
    (tmp_path / "dangling.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    for name, reason in [
        ("folder.txt", "not a file"),
        ("missing.txt", "can't be read (No such file or directory)"),
        ("dangling.txt", "can't be read (No such file or directory)"),
        ("loop.txt", "can't be read (Too many levels of symbolic links)"),
    ]:
        with pytest.raises(ArticleError) as refused:
            read_article(tmp_path / name)
        assert str(refused.value) == f"{name}: {reason}"
