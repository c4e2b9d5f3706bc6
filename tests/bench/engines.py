"""Which engines are compared? Each is built from the same lists of terms, and answers with the best documents."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from typing import Any

from rank_bm25 import BM25Okapi

from retrieval.postings import K1, B, PostingsBM25

Documents = Iterable[list[str]]
Search = Callable[[Sequence[str], int], Any]
"""The best `k` documents for the terms, as the engine returns them."""
# The peers are imported by name: neither the type checker nor who measures something else needs them installed.


def build_postings(documents: Documents) -> Search:
    index = PostingsBM25(documents)
    return lambda terms, k: index.top(terms, k)[0]


def build_rank_bm25(documents: Documents) -> Search:
    listed = list(documents)
    index, numbers = BM25Okapi(listed), range(len(listed))
    return lambda terms, k: index.get_top_n(terms, numbers, k)


def build_bm25s(documents: Documents) -> Search:
    index = import_module("bm25s").BM25(method="lucene", k1=K1, b=B, backend="numba")
    listed = list(documents)
    count = len(listed)
    index.index(listed, show_progress=False)
    return lambda terms, k: index.retrieve(
        [list(terms)], k=min(k, count), n_threads=0, show_progress=False, return_as="documents"
    )[0]


def build_tantivy(documents: Documents) -> Search:
    tantivy = import_module("tantivy")
    schema = (
        tantivy.SchemaBuilder()
        .add_text_field("terms", tokenizer_name="terms", index_option="freq")
        .add_integer_field("number", stored=True)
        .build()
    )
    index = tantivy.Index(schema)
    index.register_tokenizer("terms", tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build())
    writer = index.writer()
    for number, terms in enumerate(documents):
        writer.add_document(tantivy.Document(terms=" ".join(terms), number=number))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher = index.searcher()

    def search(terms: Sequence[str], k: int) -> list[int]:
        one_of = [(tantivy.Occur.Should, tantivy.Query.term_query(schema, "terms", term, "freq")) for term in terms]
        hits = searcher.search(tantivy.Query.boolean_query(one_of), k, count=False).hits
        return [searcher.doc(address)["number"][0] for _, address in hits]

    return search


def build_fts5(documents: Documents) -> Search:
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE passages USING fts5 (terms, content='', tokenize=porter)")
    rows = ((number, " ".join(terms)) for number, terms in enumerate(documents))
    database.executemany("INSERT INTO passages (rowid, terms) VALUES (?, ?)", rows)
    database.commit()
    best = "SELECT rowid FROM passages WHERE passages MATCH ? ORDER BY rank LIMIT ?"

    def search(terms: Sequence[str], k: int) -> list[int]:
        one_of = " OR ".join(f'"{term}"' for term in terms)
        return [number for (number,) in database.execute(best, (one_of, k))]

    return search


PEER = "bm25s, numba"
ENGINES: dict[str, Callable[[Documents], Search]] = {
    "ours": build_postings,
    PEER: build_bm25s,
    "tantivy": build_tantivy,
    "SQLite FTS5": build_fts5,
    "rank_bm25": build_rank_bm25,
}
