"""What does an article's file hold? Its front matter, and its text as it stands."""

from __future__ import annotations

import datetime as dt
import difflib
import re
import stat
from pathlib import Path

import yaml

from corpus.models import Article

SUFFIXES = (".txt", ".md")
MAX_BYTES = 5_000_000
"""Larger files are no articles: the longest of the tuning sets has 70,000 characters."""
MAX_FRONT_MATTER_CHARACTERS = 4_000
"""Eight short lines are expected; nested brackets cost the YAML parser a second for 5,000 characters."""
KEYS = ("id", "title", "publisher", "authors", "published", "url", "language", "source")

_FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n(.*?)^---[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_OPENING = re.compile(r"\A---[ \t]*\r?\n(?:[ \t]*(?:#.*)?\r?\n)*+(?P<item>[ \t]*-[ \t]+)?(?P<key>[\w-]+):")
_HTML = re.compile(r"\s*<(?:!doctype|html)\b", re.IGNORECASE)
_ID = re.compile(r"\w[\w.-]{0,63}")
_PUBLISHED = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[T ].+)?")


class ArticleError(Exception):
    """A file that is no readable article; its text is one clear line that names the file."""

    def __init__(self, path: Path, reason: str) -> None:
        name = path.name if path.name.isprintable() else ascii(path.name)
        super().__init__(f"{name}: {reason}")


def read_article(path: Path) -> Article:
    """Read a .txt or .md file: UTF-8, front matter optional. ArticleError when it can't be served."""
    text = _read_text(path)
    front, body = _split_front_matter(path, text)
    if _HTML.match(body):
        raise ArticleError(path, "an HTML page, not text")
    if not any(character.isalpha() for character in body):
        raise ArticleError(path, "holds no text")
    article_id = _scalar(path, front, "id") or path.stem
    if not _ID.fullmatch(article_id):
        raise ArticleError(path, f"the id {article_id[:80]!r} may hold only letters, digits, . _ and -")
    published = _published(path, front)
    return Article(
        id=article_id,
        text=body,
        title=_scalar(path, front, "title"),
        publisher=_scalar(path, front, "publisher"),
        authors=_authors(path, front),
        published=published,
        published_from="front_matter" if published else None,
        url=_url(path, front),
        language=_scalar(path, front, "language"),
        source=_scalar(path, front, "source"),
    )


def _read_text(path: Path) -> str:
    if path.suffix.lower() not in SUFFIXES:
        raise ArticleError(path, "not a .txt or .md file")
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise ArticleError(path, "not a file")
        if status.st_size > MAX_BYTES:
            raise ArticleError(path, f"larger than {MAX_BYTES // 1_000_000} MB")
        data = path.read_bytes()
    except OSError as error:
        raise ArticleError(path, f"can't be read ({error.strerror})") from error
    if not data.strip():
        raise ArticleError(path, "empty")
    if b"\0" in data:
        raise ArticleError(path, "a binary file, not text")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ArticleError(path, f"not UTF-8 (byte {error.start})") from error


def _split_front_matter(path: Path, text: str) -> tuple[dict[str, object], str]:
    opening, found = _OPENING.match(text), _FRONT_MATTER.match(text)
    if opening and opening["item"] and not _nearest_key(opening["key"]):
        opening = None  # a list, but not of our keys: prose
    if found and (opening or not found[1].strip()):
        return _parse_front_matter(path, found[1]), text[found.end() :]
    if opening and not found and _nearest_key(opening["key"]):
        raise ArticleError(path, "the front matter is not closed by a line ---")
    return {}, text


def _parse_front_matter(path: Path, lines: str) -> dict[str, object]:
    if len(lines) > MAX_FRONT_MATTER_CHARACTERS:
        raise ArticleError(path, f"the front matter is longer than {MAX_FRONT_MATTER_CHARACTERS:,} characters")
    try:
        front = yaml.load(lines, Loader=yaml.BaseLoader)  # noqa: S506 - BaseLoader makes strings only
    except (yaml.YAMLError, RecursionError) as error:
        raise ArticleError(path, "the front matter is not valid YAML") from error
    if not isinstance(front, dict | None):
        raise ArticleError(path, "the front matter is not a list of `key: value` lines")
    for key in front or {}:
        near = _nearest_key(str(key))
        if key not in KEYS and near:
            raise ArticleError(path, f"unknown key {key!r} in the front matter; did you mean {near!r}?")
    return front or {}


def _nearest_key(key: str) -> str | None:
    return next(iter(difflib.get_close_matches(key.lower(), KEYS, 1, 0.8)), None)


def _scalar(path: Path, front: dict[str, object], key: str) -> str | None:
    value = front.get(key, "")
    if not isinstance(value, str):
        raise ArticleError(path, f"{key} in the front matter is not a single value")
    return _tidy(path, value) or None


def _tidy(path: Path, value: str) -> str:
    """On one line. YAML's escapes can write half a character ("\\ud800"), which nothing could send on."""
    if any("\ud800" <= character <= "\udfff" for character in value):
        raise ArticleError(path, "the front matter holds half a character (a lone surrogate)")
    return " ".join(value.split())


def _authors(path: Path, front: dict[str, object]) -> tuple[str, ...]:
    value = front.get("authors", "")
    names = [name for name in (value if isinstance(value, list) else [value]) if isinstance(name, str)]
    if isinstance(value, dict) or (isinstance(value, list) and len(names) < len(value)):
        raise ArticleError(path, "authors in the front matter is not a list of names")
    return tuple(tidy for name in names if (tidy := _tidy(path, name)))


def _published(path: Path, front: dict[str, object]) -> str | None:
    value = _scalar(path, front, "published")
    if value and not _is_date(value):
        raise ArticleError(path, f"published {value[:40]!r} is no ISO 8601 date, such as 2022-01-09")
    return value


def _is_date(value: str) -> bool:
    try:
        dt.datetime.fromisoformat(value)
    except ValueError:
        return False
    return bool(_PUBLISHED.fullmatch(value))  # fromisoformat takes 20220109 and 2022-W01-1 too


def _url(path: Path, front: dict[str, object]) -> str | None:
    url = _scalar(path, front, "url")
    if url and not re.fullmatch(r"https?://[^\s<>\"']+", url):
        raise ArticleError(path, f"url {url[:80]!r} is no http address")
    return url
