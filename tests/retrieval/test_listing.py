"""In which order does a list stand?"""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from corpus.models import Corpus
from retrieval.listing import Listings, as_answer
from tests.retrieval.quoted import ABRUPTLY, COMING, ONE, PISTOL, PROGRESS, SEEDS, quote


def test_direct_speech_comes_first_and_unclear_speakers_last() -> None:
    said = partial(quote, ONE, name="Antony Blinken")
    quotes = (
        said(PISTOL, sure=False),
        said(ABRUPTLY, type="reported"),
        said(PROGRESS, type="mixed"),
        said(COMING),
    )
    corpus: Corpus = replace(SEEDS, quotes={ONE.id: quotes})
    listed = Listings(corpus).quotes("since 1 Jan")
    assert [one.citation.text for one in listed.found] == [PROGRESS, COMING, ABRUPTLY, PISTOL]
    assert [hit.citation.text for hit in as_answer(listed, corpus).hits] == [PROGRESS, COMING, ABRUPTLY, PISTOL]
