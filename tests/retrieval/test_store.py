from __future__ import annotations

import json
import os
import resource
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.ingest import find_files, ingest, seed_folder
from corpus.models import Article, Corpus, Passage, Span
from retrieval.arrays import Lexicon, Strings, pack
from retrieval.bm25 import BM25Retriever
from retrieval.calibration import foreign_questions
from retrieval.saved_answerer import SavedAnswerer
from retrieval.saved_corpus import KINDS, corpus_arrays, restore_corpus
from retrieval.snapshot import Snapshot, open_snapshot, read_sealed, write_sealed, write_snapshot
from retrieval.store import INPUTS, KEPT, Store
from retrieval.thresholds import Learned
from retrieval.vocabulary import Vocabulary

KEY = "a key"
GOLD = Path(__file__).parent / "gold" / "seeds.jsonl"
WORDS = "talks Geneva Минск NATO’s de-escalation naïve 100,000 𝒯 Moscow negotiators negotiating the of".split()
SENTENCE = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join)


def made(text: str) -> Corpus:
    """A corpus of one article of one sentence."""
    passage = Passage("only", Span(0, len(text)), Span(0, len(text)), "prose")
    return Corpus((Article("only", text),), (passage,), fingerprint=f"of {text}")


def prepared(corpus: Corpus) -> SavedAnswerer:
    """Not calibrated: that takes longer than all else on so few words."""
    return SavedAnswerer(
        corpus, BM25Retriever(corpus), Learned(Vocabulary(a.text for a in corpus.articles), {"own": 0.25})
    )


@st.composite
def corpora(draw: st.DrawFn) -> Corpus:
    articles, passages = [], []
    for article_id in draw(st.lists(st.sampled_from("abcdäЖ"), unique=True, min_size=1)):
        text = ""
        for _ in range(draw(st.integers(1, 3))):
            paragraph = draw(st.lists(SENTENCE, min_size=1, max_size=3))
            whole = Span(len(text), len(text) + len(" ".join(paragraph)))
            for sentence in paragraph:
                kind = draw(st.sampled_from(KINDS))
                passages.append(Passage(article_id, Span(len(text), len(text) + len(sentence)), whole, kind))
                text += f"{sentence} "
            text += "\r\n"
        title, published = draw(st.none() | SENTENCE), draw(st.none() | st.just("2022-01-09"))
        authors = draw(st.lists(SENTENCE, max_size=2).map(tuple))
        articles.append(Article(article_id, text, title, authors=authors, published=published))
    return Corpus(tuple(articles), tuple(passages), ("bad.txt: empty",), "0f1e")


@pytest.fixture
def lines() -> list[str]:
    return []


@pytest.fixture
def store(tmp_path: Path, lines: list[str]) -> Store:
    return Store(tmp_path / "data" / "index", "1.0", lines.append)


@pytest.fixture(scope="module")
def seeds() -> SavedAnswerer:
    corpus = ingest(find_files(seed_folder()))
    return SavedAnswerer(corpus, BM25Retriever(corpus))


@given(corpora(), st.lists(SENTENCE, min_size=1, max_size=3))
@settings(deadline=None, max_examples=50)
def test_what_is_restored_is_what_was_saved(
    tmp_path_factory: pytest.TempPathFactory, corpus: Corpus, questions: list[str]
) -> None:
    memory = prepared(corpus)
    folder = tmp_path_factory.mktemp("snapshot")
    write_snapshot(folder, *memory.snapshot())
    saved = SavedAnswerer.restore(open_snapshot(folder), corpus.problems)
    assert tuple(saved.corpus.articles) == corpus.articles
    assert tuple(saved.corpus.passages) == corpus.passages
    assert saved.corpus.passages[1:-1] == list(corpus.passages[1:-1])
    assert (saved.corpus.problems, saved.corpus.fingerprint) == (corpus.problems, corpus.fingerprint)
    for number in range(len(corpus.passages)):
        assert saved.corpus.neighbours(number) == corpus.neighbours(number)
    for article in corpus.articles:
        assert saved.corpus.article(article.id) == article
        own = [passage for passage in corpus.passages if passage.article_id == article.id]
        assert list(saved.corpus.passages_of(article.id)) == list(corpus.passages_of(article.id)) == own
    for question in (*questions, "Who negotiated about genewa?", "Минск"):
        assert saved.answer(question) == memory.answer(question)


def test_the_seeds_answer_from_the_store_as_from_memory(store: Store, seeds: SavedAnswerer) -> None:
    store.save(KEY, seeds)
    saved = store.find(KEY)
    assert saved
    assert saved.threshold == seeds.threshold
    questions = [json.loads(line)["question"] for line in GOLD.read_text("utf-8").splitlines()]
    for question in (*questions, *foreign_questions(), "What did Rybakov say?", "diplomatically"):
        assert saved.answer(question) == seeds.answer(question)
        assert saved.answer(question, 50) == seeds.answer(question, 50)


def test_an_article_that_there_is_not_is_a_key_error() -> None:
    corpus = made("Talks begin.")
    with pytest.raises(KeyError):
        restore_corpus(corpus_arrays(corpus), "", ()).article("other")


@given(st.dictionaries(st.text(st.characters(codec="utf-8")), st.integers(0, 99)))
def test_a_lexicon_is_a_dictionary(numbers: dict[str, int]) -> None:
    words = sorted(numbers)
    saved: Lexicon[int] = Lexicon(Strings(pack(words)), np.asarray([numbers[word] for word in words], np.int32))
    assert dict(saved) == numbers
    assert "\ud800" not in saved, "half a character, as a reader's message may hold"


# Damage: each does something to a saved index.


def _flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def _shorten(place: Path) -> None:
    os.truncate(place / "corpus.texts.utf8.npy", 140)


def _lose_an_array(place: Path) -> None:
    (place / "index.sentences.begins.npy").unlink()


def _lose_the_manifest(place: Path) -> None:
    (place / "manifest.json").unlink()


def _lose_the_inputs(place: Path) -> None:
    (place / INPUTS).unlink()


def _put_a_folder_for_the_manifest(place: Path) -> None:
    (place / "manifest.json").unlink()
    (place / "manifest.json").mkdir()


def _put_a_foreign_manifest(place: Path) -> None:
    (place / "manifest.json").write_text('{"format": 7}', "utf-8")


def _put_a_list(place: Path) -> None:
    (place / INPUTS).write_text("[" * 100_000, "utf-8")


def _put_a_file(place: Path) -> None:
    shutil.rmtree(place)
    place.write_text("not yours", "utf-8")


def _put_an_empty_folder(place: Path) -> None:
    shutil.rmtree(place)
    place.mkdir()


def _put_another_index(place: Path) -> None:
    """Whole in itself, but of other articles."""
    inputs = read_sealed(place / INPUTS)
    shutil.rmtree(place)
    place.mkdir()
    arrays, facts = prepared(made("Nothing of that kind.")).snapshot()
    write_snapshot(place, arrays, {**facts, "index": "f" * 16})
    write_sealed(place / INPUTS, inputs)


def _put_inputs_of_another(place: Path) -> None:
    write_sealed(place / INPUTS, {"index": "f" * 16, "key": KEY, "problems": []})


DAMAGES: list[Callable[[Path], None]] = [
    _shorten,
    _lose_an_array,
    _lose_the_manifest,
    _lose_the_inputs,
    _put_a_folder_for_the_manifest,
    _put_a_foreign_manifest,
    _put_a_list,
    _put_a_file,
    _put_an_empty_folder,
    _put_another_index,
    _put_inputs_of_another,
]


@pytest.mark.parametrize("damage", DAMAGES)
def test_what_is_damaged_or_foreign_is_built_anew_with_one_line(
    tmp_path: Path, store: Store, lines: list[str], damage: Callable[[Path], None]
) -> None:
    answerer = prepared(made("Talks begin in Geneva."))
    store.save(KEY, answerer)
    [place] = (tmp_path / "data" / "index").iterdir()
    damage(place)
    assert store.find(KEY) is None
    assert store.find_same(KEY, answerer.corpus) is None
    assert store.save(KEY, answerer).answer("Geneva?") == answerer.answer("Geneva?")
    [line] = lines
    assert str(place) in line
    assert "\n" not in line
    assert store.find(KEY)


def test_no_damaged_byte_goes_unnoticed(tmp_path: Path, lines: list[str]) -> None:
    Store(tmp_path / "whole", "1.0", lines.append).save(KEY, prepared(made("Talks begin in Geneva.")))
    [whole] = (tmp_path / "whole").iterdir()
    names = [path.name for path in whole.iterdir()]
    assert {INPUTS, "manifest.json"} < set(names)
    for name in names:
        copy = tmp_path / name / whole.name
        shutil.copytree(whole, copy)
        _flip(copy / name)
        assert Store(copy.parent, "1.0", lines.append).find(KEY) is None, name
    assert len(lines) == len(names)


def test_files_that_only_look_different_are_found_again(store: Store, lines: list[str]) -> None:
    answerer = prepared(made("Talks begin."))
    store.save(KEY, answerer)
    assert store.find("touched") is None
    assert store.find_same("touched", answerer.corpus)
    assert store.find("touched")
    assert store.find_same("touched", made("Talks end.")) is None
    assert lines == []


def test_the_key_is_of_how_files_look(tmp_path: Path, store: Store) -> None:
    one, other = tmp_path / "one.txt", tmp_path / "other.txt"
    seen = {store.key([one])}
    one.write_text("Talks begin.", "utf-8")
    seen.add(store.key([one]))
    assert store.key([one]) in seen
    date = one.stat().st_mtime_ns
    other.write_text("Talks ended.", "utf-8")
    seen.add(store.key([one, other]))
    seen.add(store.key([other, one]))
    other.replace(one)
    os.utime(one, ns=(date, date))
    seen.add(store.key([one]))
    assert len(seen) == 5, "an older date and the same size do not hide another text"


def test_another_version_is_built_and_the_last_used_are_kept(tmp_path: Path, lines: list[str]) -> None:
    folder = tmp_path / "index"
    for version in ("1", "2", "3"):
        store = Store(folder, version, lines.append)
        key = store.key([])
        assert store.find(key) is None
        store.save(key, prepared(made("Talks begin.")))
        for number, place in enumerate(sorted(folder.iterdir(), key=lambda place: place.stat().st_mtime_ns)):
            os.utime(place, (number, number))
    assert len(list(folder.iterdir())) == KEPT
    assert Store(folder, "1", lines.append).find(Store(folder, "1", lines.append).key([])) is None
    assert Store(folder, "2", lines.append).find(Store(folder, "2", lines.append).key([]))
    assert lines == []


def test_what_was_never_finished_is_tidied_away_and_what_is_not_ours_is_not(tmp_path: Path, store: Store) -> None:
    folder = tmp_path / "data" / "index"
    for name in (".new-old", ".new-now", "notes"):
        (folder / name).mkdir(parents=True)
    os.utime(folder / ".new-old", (0, 0))
    store.save(KEY, prepared(made("Talks begin.")))
    assert {".new-now", "notes"} == {path.name for path in folder.iterdir() if len(path.name) < 16}


def test_an_index_in_use_may_be_removed(tmp_path: Path, store: Store) -> None:
    answerer = prepared(made("Talks begin in Geneva."))
    saved = store.save(KEY, answerer)
    shutil.rmtree(tmp_path / "data")
    assert saved.answer("What begins in Geneva?") == answerer.answer("What begins in Geneva?")


def test_a_folder_that_cannot_be_written_costs_one_line(tmp_path: Path, store: Store, lines: list[str]) -> None:
    (tmp_path / "data").write_text("a file, where the folder should be", "utf-8")
    answerer = prepared(made("Talks begin."))
    assert store.find(KEY) is None
    assert store.find_same(KEY, answerer.corpus) is None
    assert store.save(KEY, answerer) is answerer
    [line] = lines
    assert "can't be saved" in line


@contextmanager
def _little_space() -> Iterator[None]:
    """No file may grow beyond this: as on a full disk, writing fails midway. That holds for pytest's output, too."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (5_000, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_full_disk_costs_one_line_and_leaves_nothing(
    tmp_path: Path, store: Store, seeds: SavedAnswerer, lines: list[str]
) -> None:
    with _little_space():
        saved = store.save(KEY, seeds)
    assert saved is seeds
    assert lines == [
        f"The index can't be saved in {tmp_path / 'data' / 'index'}, so each start builds it: File too large"
    ]
    assert list((tmp_path / "data" / "index").iterdir()) == []


def _build(folder: Path) -> tuple[list[str], str]:
    """What a process warns of, and which passage answers."""
    lines: list[str] = []
    store = Store(folder, "1.0", lines.append)
    for number in range(8):
        corpus = made(f"Talks number {number} begin in Geneva.")
        saved = store.save(str(number), prepared(corpus))
    return lines, saved.answer("Which talks begin in Geneva?").hits[0].citation.text


def test_processes_that_build_at_once_do_no_harm(tmp_path: Path) -> None:
    with ProcessPoolExecutor(2, get_context("spawn")) as processes:
        built = list(processes.map(_build, [tmp_path] * 2))
    assert built == [([], "Talks number 7 begin in Geneva.")] * 2
    assert len(list(tmp_path.iterdir())) == KEPT
    assert Store(tmp_path, "1.0", built[0][0].append).find("7")


def test_a_snapshot_holds_arrays_of_any_length(tmp_path: Path) -> None:
    corpus = Corpus((), ())
    write_snapshot(tmp_path, *Snapshot(corpus_arrays(corpus), {}))
    assert len(restore_corpus(open_snapshot(tmp_path).arrays, "", ()).passages) == 0
