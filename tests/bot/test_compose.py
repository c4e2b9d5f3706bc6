from __future__ import annotations

import io
import logging
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from bot import compose, sources
from bot.cli import progress
from bot.compose import SAVED_FROM, build_service, load_answerer
from bot.errors import SettingsError
from bot.settings import Settings
from bot.sources import load_corpus
from corpus.ingest import ingest
from corpus.models import Corpus
from retrieval.answerer import Answerer
from retrieval.bm25 import BM25Retriever, Watch
from tests.retrieval.semantic.encoders import Letters

SEEDS = ["000_97547d76f44c41df", "002_02ad2f46d24ee265"]
TEXT = "Talks begin on Monday in Geneva. The minister Ana Lopez leads the Swiss side.\n"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data=tmp_path / "data", articles=None, _env_file=None)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "b.txt").write_text(TEXT, "utf-8")
    (folder / "a.md").write_text(TEXT, "utf-8")
    return folder


def _ids(settings: Settings, folder: Path | None = None) -> list[str]:
    return [article.id for article in load_corpus(settings, folder).articles]


def test_the_seeds_are_served_where_nothing_is_set(settings: Settings) -> None:
    assert _ids(settings) == SEEDS


def test_ones_own_are_added(settings: Settings) -> None:
    own = settings.data / "articles"
    own.mkdir(parents=True)
    assert _ids(settings) == SEEDS
    (own / "mine.txt").write_text(TEXT, "utf-8")
    assert _ids(settings) == [*SEEDS, "mine"]


def test_a_seed_is_not_replaced_unnoticed(settings: Settings) -> None:
    own = settings.data / "articles"
    own.mkdir(parents=True)
    (own / f"{SEEDS[0]}.txt").write_text(TEXT, "utf-8")
    corpus = load_corpus(settings)
    assert [article.id for article in corpus.articles] == SEEDS
    assert "already taken" in corpus.problems[0]


def test_a_folder_that_is_set_stands_alone(settings: Settings, folder: Path, tmp_path: Path) -> None:
    set_to = settings.model_copy(update={"articles": folder})
    assert _ids(set_to) == ["a", "b"]
    other = tmp_path / "other"
    other.mkdir()
    (other / "c.txt").write_text(TEXT, "utf-8")
    assert _ids(set_to, other) == ["c"], "what a command is told is stronger"


@pytest.mark.parametrize("unreadable", [b"", b"\x00\x01", b"\xff\xfe", b"---\ntitle: [\n---\ntext"])
def test_one_file_that_is_no_article_costs_no_other(settings: Settings, folder: Path, unreadable: bytes) -> None:
    (folder / "bad.txt").write_bytes(unreadable)
    corpus = load_corpus(settings, folder)
    assert [article.id for article in corpus.articles] == ["a", "b"]
    [problem] = corpus.problems
    assert problem.startswith("bad.txt: ")


def test_without_an_article_there_is_nothing_to_serve(settings: Settings, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="There is no readable article in"):
        load_corpus(settings, tmp_path)
    with pytest.raises(SettingsError, match="can't be read: No such file or directory"):
        load_corpus(settings, tmp_path / "none")


async def test_the_service_answers_from_the_corpus_in_its_own_words(settings: Settings, folder: Path) -> None:
    service = build_service(load_corpus(settings, folder))
    answer = await service.ask("Who leads the Swiss side?")
    service.close()
    assert answer.outcome == "answered"
    for hit in answer.hits:
        assert hit.citation.text in TEXT


class Work:
    """How often the articles were read, and how often an index was built."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.read = self.built = 0
        monkeypatch.setattr(compose, "SAVED_FROM", 1)
        monkeypatch.setattr(sources, "ingest", self._count_ingest)
        monkeypatch.setattr(sources, "FEW", 0)
        monkeypatch.setattr(compose, "BM25Retriever", self._count_build)

    def _count_ingest(self, paths: Iterable[Path]) -> Corpus:
        self.read += 1
        return ingest(paths)

    def _count_build(self, corpus: Corpus, watch: Watch) -> BM25Retriever:
        self.built += 1
        return BM25Retriever(corpus, watch)


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> Work:
    return Work(monkeypatch)


def _start(settings: Settings, folder: Path) -> tuple[list[str], float, tuple[str, ...]]:
    """What a start answers, from which score on, and what was wrong."""
    answerer = load_answerer(settings, folder)
    hits = answerer.answer("Who leads the Swiss side?").hits
    return [hit.citation.text for hit in hits], answerer.threshold, answerer.corpus.problems


def test_nothing_is_read_or_built_where_nothing_changed(settings: Settings, folder: Path, work: Work) -> None:
    (folder / "bad.txt").touch()
    first = _start(settings, folder)
    assert (work.read, work.built) == (1, 1)
    assert _start(settings, folder) == first
    assert load_corpus(settings, folder).problems == ("bad.txt: empty",)
    assert (work.read, work.built) == (1, 1)


def _touch(folder: Path) -> None:
    (folder / "a.md").write_text(TEXT, "utf-8")


def _add_what_is_no_article(folder: Path) -> None:
    (folder / "picture.png").write_bytes(b"\x00")


def _loop(folder: Path) -> None:
    (folder / "loop.txt").symlink_to("loop.txt")


@pytest.mark.parametrize("change", [_touch, _add_what_is_no_article, _loop])
def test_files_that_hold_the_same_are_read_once_more_but_not_indexed(
    settings: Settings, folder: Path, work: Work, change: Callable[[Path], None]
) -> None:
    answers, threshold, _ = _start(settings, folder)
    change(folder)
    problems = ingest(sorted(folder.iterdir())).problems
    for _ in range(2):
        assert _start(settings, folder) == (answers, threshold, problems)
    assert (work.read, work.built) == (2, 1)


def _change_text(folder: Path) -> None:
    (folder / "a.md").write_text(TEXT.replace("Lopez", "Gomez"), "utf-8")


def _change_front_matter(folder: Path) -> None:
    (folder / "a.md").write_text(f"---\ntitle: Talks\n---\n{TEXT}", "utf-8")


def _add_article(folder: Path) -> None:
    (folder / "c.txt").write_text(TEXT, "utf-8")


def _remove_article(folder: Path) -> None:
    (folder / "b.txt").unlink()


def _rename_article(folder: Path) -> None:
    (folder / "b.txt").rename(folder / "0.txt")


@pytest.mark.parametrize("change", [_change_text, _change_front_matter, _add_article, _remove_article, _rename_article])
def test_what_changed_is_built_anew(
    settings: Settings, folder: Path, work: Work, change: Callable[[Path], None]
) -> None:
    load_answerer(settings, folder)
    change(folder)
    corpus = load_answerer(settings, folder).corpus
    assert (work.read, work.built) == (2, 2)
    assert tuple(corpus.articles) == ingest(sorted(folder.iterdir())).articles


def test_two_folders_are_known_side_by_side(settings: Settings, folder: Path, tmp_path: Path, work: Work) -> None:
    other = tmp_path / "other"
    other.mkdir()
    _add_article(other)
    for _ in range(2):
        assert [len(load_answerer(settings, place).corpus.articles) for place in (folder, other)] == [2, 1]
    assert (work.read, work.built) == (2, 2)


def test_damage_is_one_line_and_built_anew(
    settings: Settings, folder: Path, work: Work, caplog: pytest.LogCaptureFixture
) -> None:
    first = _start(settings, folder)
    [saved] = (settings.data / "index").iterdir()
    (saved / "manifest.json").write_text("{}", "utf-8")
    assert _start(settings, folder) == first
    assert (work.read, work.built) == (2, 2)
    [record] = caplog.records
    assert record.levelno == logging.WARNING
    assert str(saved) in record.message
    assert _start(settings, folder) == first
    assert (work.read, work.built) == (2, 2)


def test_where_nothing_can_be_saved_the_service_runs_from_memory(
    settings: Settings, folder: Path, work: Work, caplog: pytest.LogCaptureFixture
) -> None:
    settings.data.write_text("a file, where the folder should be", "utf-8")
    assert _start(settings, folder) == _start(settings, folder)
    assert (work.read, work.built) == (2, 2)
    assert len(caplog.records) == 2, "one line a start"


def test_few_articles_leave_nothing_behind(settings: Settings, folder: Path) -> None:
    answerer = load_answerer(settings, folder)
    assert len(answerer.corpus.passages) < SAVED_FROM
    assert type(answerer) is Answerer
    assert not settings.data.exists()


BARS = ["Reading articles", "Finding terms", "Indexing sentences", "Indexing paragraphs", "Indexing articles"]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("stream", "shown"), [(Terminal, BARS), (io.StringIO, [])])
def test_building_shows_a_bar_on_a_terminal_alone(
    settings: Settings,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    stream: type[io.StringIO],
    shown: list[str],
) -> None:
    monkeypatch.setattr(progress, "BAR_FROM", 1)
    monkeypatch.setattr(compose, "SAVED_FROM", 1)
    building, mapping = stream(), stream()
    for said in (building, mapping):
        monkeypatch.setattr(sys, "stderr", said)
        load_answerer(settings, folder, progress.show_progress)
    assert [word for word in BARS if word in building.getvalue()] == shown
    assert bool(building.getvalue()) == bool(shown)
    assert mapping.getvalue() == "", "there is nothing to wait for"


def _encoded(monkeypatch: pytest.MonkeyPatch) -> Letters:
    encoder = Letters()
    monkeypatch.setattr(compose, "find_encoder", lambda: encoder)
    return encoder


def test_passages_are_encoded_once_and_saved_though_they_are_few(
    settings: Settings, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    encoder = _encoded(monkeypatch)
    by_meaning = settings.model_copy(update={"semantic": "auto"})
    first = load_answerer(by_meaning, folder)
    passages = len(encoder.passages)
    assert first.by_meaning
    assert passages == len({*encoder.passages}) * 2, "the same text in two articles"
    _add_article(folder)
    built, mapped = (load_answerer(by_meaning, folder) for _ in range(2))
    assert len(encoder.passages) == passages, "nothing is new in it"
    assert mapped.answer("Who leads the Swiss side?").score == built.answer("Who leads the Swiss side?").score > 0
    assert not load_answerer(settings, folder).by_meaning


def test_the_corpus_is_found_whichever_way_it_was_saved(
    settings: Settings, folder: Path, monkeypatch: pytest.MonkeyPatch, work: Work
) -> None:
    monkeypatch.setattr(sources, "FEW", 0)
    _encoded(monkeypatch)
    load_answerer(settings.model_copy(update={"semantic": "auto"}), folder)
    assert _ids(settings, folder) == ["a", "b"]
    assert work.read == 1


def test_without_the_model_the_search_is_by_words(
    settings: Settings, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compose, "find_encoder", lambda: None)
    assert not load_answerer(settings.model_copy(update={"semantic": "auto"}), folder).by_meaning


async def test_the_service_tells_which_of_the_two_it_is(
    settings: Settings, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _encoded(monkeypatch)
    for semantic, by_meaning in (("auto", True), ("off", False)):
        service = build_service(load_answerer(settings.model_copy(update={"semantic": semantic}), folder))
        service.close()
        assert service.by_meaning is by_meaning
