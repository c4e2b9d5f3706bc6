"""Which articles, and which names of speakers, does the operator serve?"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from pathlib import Path

from bot import __version__
from bot.errors import SettingsError
from bot.settings import Settings
from corpus.aliases import AliasError, Aliases, read_aliases
from corpus.ingest import find_files, ingest, seed_folder
from corpus.models import Corpus

logger = logging.getLogger(__name__)

ALIASES = "speakers.yaml"
FEW = 50
"""So few articles are read sooner than what maps saved ones is imported."""


def load_corpus(settings: Settings, folder: Path | None = None) -> Corpus:
    """The articles of `folder`, else of the folders that are set. SettingsError where there are none."""
    paths = find_paths(settings, folder)
    return _saved_corpus(settings, paths) or ingest_articles(paths, folder or settings.articles)


def load_aliases(settings: Settings) -> Aliases:
    """The operator's own list of speakers and their names; SettingsError where it can't be used."""
    try:
        return read_aliases(settings.data / ALIASES)
    except AliasError as error:
        raise SettingsError(f"In {settings.data}: {error}") from error


def index_folder(settings: Settings) -> Path:
    return settings.data / "index"


def ingest_articles(paths: Iterable[Path], folder: Path | None) -> Corpus:
    """SettingsError where none can be read."""
    corpus = ingest(paths)
    if not corpus.articles:
        hint = f": {corpus.problems[0]}" if corpus.problems else ""
        raise SettingsError(f"There is no readable article in {folder}{hint}")
    return corpus


def find_paths(settings: Settings, folder: Path | None) -> list[Path]:
    """Every file that is, or might be meant as, an article."""
    return [path for place in _article_folders(settings, folder) for path in _list_files(place)]


def _saved_corpus(settings: Settings, paths: Sequence[Path]) -> Corpus | None:
    if len(paths) < FEW or not index_folder(settings).exists():
        return None
    from retrieval.store import Store  # noqa: PLC0415 - numpy takes long to import

    store = Store(index_folder(settings), __version__, logger.warning)
    return store.find_corpus(store.key(paths))


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
