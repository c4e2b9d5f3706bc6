"""How do files become a corpus? The pipeline, one step a line."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable
from dataclasses import astuple
from importlib.resources import files
from pathlib import Path

from corpus.clean import find_body
from corpus.found import annotate
from corpus.models import Article, Corpus, Passage
from corpus.published import date_article
from corpus.read import ArticleError, read_article
from corpus.sentences import find_passages


def seed_folder() -> Path:
    """The folder of the articles that are shipped with the program."""
    return Path(str(files("corpus") / "articles"))


def find_files(folder: Path) -> list[Path]:
    """Every file in a folder that is, or might be meant as, an article; in order of their names."""
    with os.scandir(folder) as entries:
        names = [entry.name for entry in entries if not (entry.name.startswith(".") or _is_folder(entry))]
    return [folder / name for name in sorted(names)]


def _is_folder(entry: os.DirEntry[str]) -> bool:
    """Asks the disk about links alone: the listing tells of all others, however many there are."""
    return Path(entry).is_dir() if entry.is_symlink() else entry.is_dir()


def ingest(paths: Iterable[Path]) -> Corpus:
    """Read and prepare articles. A file that can't be served becomes a line in `problems`."""
    articles: dict[str, Article] = {}
    passages: list[Passage] = []
    problems: list[str] = []
    for path in paths:
        try:
            article, found = _ingest_one(path)
        except ArticleError as error:
            problems.append(str(error))
            continue
        if article.id in articles:
            problems.append(str(ArticleError(path, f"the id {article.id!r} is already taken by another file")))
            continue
        articles[article.id] = article
        passages += found
    fingerprint = _fingerprint(articles.values())
    return annotate(Corpus(tuple(articles.values()), tuple(passages), tuple(problems), fingerprint))


def _ingest_one(path: Path) -> tuple[Article, list[Passage]]:
    article = read_article(path)
    blocks = find_body(article.text, article.title)
    article = date_article(article, blocks)
    passages = find_passages(article, blocks)
    if not any(passage.kind == "prose" for passage in passages):
        raise ArticleError(path, "holds no prose")
    return article, passages


def _fingerprint(articles: Iterable[Article]) -> str:
    return hashlib.sha256(json.dumps([astuple(article) for article in articles]).encode()).hexdigest()[:16]
