"""Which parts make the service? The one place that builds them, for every face."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path

from bot import __version__
from bot.errors import SettingsError
from bot.service import Log, TalksService
from bot.settings import Settings
from corpus.ingest import find_files, ingest, seed_folder
from corpus.models import Corpus
from retrieval.answerer import Answerer
from retrieval.bm25 import BM25Retriever, Watch, unwatched
from retrieval.saved_answerer import SavedAnswerer
from retrieval.store import Store

logger = logging.getLogger(__name__)

SAVED_FROM = 1_000
"""Fewer passages are read and indexed sooner than Python has started: 60 in 20 ms, a thousand in 0.3 s."""


def load_answerer(settings: Settings, folder: Path | None = None, watch: Watch = unwatched) -> Answerer:
    """What answers from the articles: mapped where it was saved, else built, and saved where that is worth it."""
    store, paths = _store(settings), _find_paths(settings, folder)
    key = store.key(paths)
    if saved := store.find(key):
        return saved
    corpus = _ingest(paths, folder or settings.articles, watch)
    if len(corpus.passages) < SAVED_FROM:
        return Answerer(corpus, BM25Retriever(corpus))
    return store.find_same(key, corpus) or store.save(key, SavedAnswerer(corpus, BM25Retriever(corpus, watch)))


def load_corpus(settings: Settings, folder: Path | None = None) -> Corpus:
    """The articles of `folder`, else of the folders that are set. SettingsError where there are none."""
    store, paths = _store(settings), _find_paths(settings, folder)
    saved = store.find(store.key(paths))
    return saved.corpus if saved else _ingest(paths, folder or settings.articles, unwatched)


def build_service(known: Answerer | Corpus, log: Log | None = None) -> TalksService:
    """The service; of a corpus alone the index is built in memory."""
    answerer = known if isinstance(known, Answerer) else Answerer(known, BM25Retriever(known))
    return TalksService(answerer.corpus, answerer.answer, log)


def _store(settings: Settings) -> Store:
    return Store(settings.data / "index", __version__, logger.warning)


def _ingest(paths: Sequence[Path], folder: Path | None, watch: Watch) -> Corpus:
    corpus = ingest(watch(paths, "Reading articles"))
    if not corpus.articles:
        hint = f": {corpus.problems[0]}" if corpus.problems else ""
        raise SettingsError(f"There is no readable article in {folder}{hint}")
    return corpus


def _find_paths(settings: Settings, folder: Path | None) -> list[Path]:
    return [path for place in _article_folders(settings, folder) for path in _list_files(place)]


def _article_folders(settings: Settings, folder: Path | None) -> list[Path]:
    only = folder or settings.articles
    if only:
        return [only]
    own = settings.data / "articles"
    return [seed_folder(), own] if own.is_dir() else [seed_folder()]


def _list_files(folder: Path) -> list[Path]:
    try:
        return find_files(folder.absolute())
    except OSError as error:
        raise SettingsError(f"The articles folder {folder} can't be read: {error.strerror}") from error
