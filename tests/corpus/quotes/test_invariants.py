"""What holds of every text, however broken."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from corpus.clean import find_body
from corpus.models import Article, Span
from corpus.quotes import find_quotes
from corpus.sentences import find_passages
from corpus.times import find_times
from tests.corpus.texts import PARTS

SPOKEN = (
    "“We will wait for them,” ", "said Ana Lopez", "Ana Lopez said ", "he said, ", "she added: ", "told CNN on Sunday",
    "according to Reuters, ", "Foreign Minister Ben Hall", ", the minister said", "called it “a gun.” ", " and ", ", ",
    "‘Never,’ ", "that talks would begin soon", "urged Sparta to go", "Hall’s answer was ", "who ", "In Geneva, ",
    "„So“ ", "«So» ", "\n\n“", ".\n\n", "(R-Ohio) ", ", saying ", "Mr. ", "A", "the official ", ": ", "Lopez ",
)  # fmt: skip
TEXTS = st.one_of(
    st.lists(st.sampled_from(SPOKEN + PARTS), max_size=40).map("".join),
    st.text(alphabet=st.sampled_from("aA .,:“”\"'‘’„«»\n()said\xa0"), max_size=200),
    st.text(max_size=200),
)


@given(TEXTS)
def test_quotes_lie_in_order_within_prose_and_so_do_their_proofs(text: str) -> None:
    article = Article("any", text, published="2022-01-09")
    passages = find_passages(article, find_body(text))
    quotes = find_quotes(article, passages, find_times(article, passages))
    prose = [passage.paragraph for passage in passages if passage.kind == "prose"]
    end = 0
    for quote in quotes:
        assert end <= quote.span.start < quote.span.end
        end = quote.span.end
        assert any(paragraph.start <= quote.span.start and end <= paragraph.end for paragraph in prose)
        proofs = [quote.cue, quote.via, quote.attribution.mention if quote.attribution else None]
        assert all(_is_inside(span, text) for span in proofs if span)
        assert quote.attribution is None or quote.attribution.name
        assert 0 < quote.confidence < 1


@given(TEXTS)
def test_the_same_text_gives_the_same_quotes(text: str) -> None:
    article = Article("any", text)
    passages = find_passages(article, find_body(text))
    assert find_quotes(article, passages) == find_quotes(article, passages)


def _is_inside(span: Span, text: str) -> bool:
    return 0 <= span.start < span.end <= len(text)
