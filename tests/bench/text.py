"""What is indexed when speed is measured? Made-up news: words as frequent as in real text, topics, paragraphs."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from corpus.models import Article, Corpus, Passage, Span
from retrieval.analysis import FUNCTION_WORDS, analyze

VOCABULARY = 200_000
ZIPF = 1.05
SHORTEST, LONGEST = 8, 40
"""Words in a sentence, function words included."""
FUNCTION_SHARE, TOPIC_SHARE = 0.45, 0.2
TOPIC_WORDS = 300
SENTENCES_AN_ARTICLE = 32
PARAGRAPH_SIZES = (3, 4, 5, 6)
TERMS_IN_A_QUERY = (3, 7)
TYPO_SHARE = 0.1
"""Of the queries: one word of these has two letters swapped."""
SEED = 7


@cache
def words() -> list[str]:
    """Words of syllables, short ones first as in real languages, each of which is its own single term."""
    chance = random.Random(SEED)  # noqa: S311 - chance, not secrecy
    syllables = [c + v + e for c in "bcdfgklmnprstvz" for v in "aeiou" for e in ("", "n", "r", "k", "l")]
    found: dict[str, None] = {}
    while len(found) < VOCABULARY:
        count = 2 + (len(found) > 2_000) + (len(found) > 100_000)
        word = "".join(chance.choices(syllables, k=count))
        if analyze(word) == [word]:
            found[word] = None
    return list(found)


@dataclass(frozen=True, slots=True)
class Text:
    """Sentences as numbers of words: sentence n is `tokens[begins[n] : begins[n + 1]]`, a negative one a
    function word."""

    tokens: NDArray[np.int32]
    begins: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.begins) - 1

    def sentence(self, number: int) -> list[int]:
        numbers: list[int] = self.tokens[self.begins[number] : self.begins[number + 1]].tolist()
        return numbers

    def terms(self) -> Iterator[list[str]]:
        """The terms of each sentence: what every engine is given."""
        known = words()
        for number in range(len(self)):
            yield [known[token] for token in self.sentence(number) if token >= 0]


def write_text(count: int) -> Text:
    """`count` sentences; a smaller text is another text, not the beginning of a larger one."""
    chance = np.random.default_rng(SEED)
    begins = np.concatenate(([0], np.cumsum(chance.integers(SHORTEST, LONGEST + 1, count))))
    total = int(begins[-1])
    tokens = _draw(chance, VOCABULARY, total)
    article = np.repeat(np.arange(count) // SENTENCES_AN_ARTICLE, np.diff(begins))
    topics = chance.integers(0, VOCABULARY, (article[-1] + 1, TOPIC_WORDS), dtype=np.int32)
    kind = chance.random(total)
    on_topic = kind < TOPIC_SHARE
    tokens[on_topic] = topics[article[on_topic], _draw(chance, TOPIC_WORDS, int(on_topic.sum()))]
    function = kind > 1 - FUNCTION_SHARE
    tokens[function] = -1 - _draw(chance, len(FUNCTION_WORDS), int(function.sum()))
    return Text(tokens, begins)


def ask_queries(text: Text, count: int) -> list[list[str]]:
    """Terms of a sentence, a few at a time, now and then misspelt."""
    chance = random.Random(SEED)  # noqa: S311 - chance, not secrecy
    queries: list[list[str]] = []
    while len(queries) < count:
        known = [words()[token] for token in text.sentence(chance.randrange(len(text))) if token >= 0]
        terms = list(dict.fromkeys(known))
        if len(terms) < TERMS_IN_A_QUERY[0]:
            continue
        query = chance.sample(terms, min(len(terms), chance.randint(*TERMS_IN_A_QUERY)))
        if chance.random() < TYPO_SHARE:
            query[0] = query[0][:2] + query[0][3] + query[0][2] + query[0][4:]
        queries.append(query)
    return queries


def make_corpus(text: Text) -> Corpus:
    """The same sentences as articles, with paragraphs of three to six."""
    articles, passages = [], []
    for number, begin in enumerate(range(0, len(text), SENTENCES_AN_ARTICLE)):
        article_id = f"a{number}"
        body = ""
        for group in _paragraphs(begin, min(begin + SENTENCES_AN_ARTICLE, len(text))):
            paragraph = [_spell(text.sentence(sentence)) for sentence in group]
            whole = Span(len(body), len(body) + len(" ".join(paragraph)))
            start = whole.start
            for sentence in paragraph:
                passages.append(Passage(article_id, Span(start, start + len(sentence)), whole, "prose"))
                start += len(sentence) + 1
            body += " ".join(paragraph) + "\n\n"
        articles.append(Article(article_id, body))
    return Corpus(tuple(articles), tuple(passages))


def _draw(chance: np.random.Generator, kinds: int, count: int) -> NDArray[np.int32]:
    """Numbers below `kinds`, the small ones far more often."""
    shares = np.cumsum(1 / np.arange(1, kinds + 1) ** ZIPF)
    drawn: NDArray[np.int32] = np.searchsorted(shares, chance.random(count) * shares[-1]).astype(np.int32)
    return drawn


def _paragraphs(begin: int, end: int) -> Iterator[range]:
    size = 0
    while begin < end:
        yield range(begin, min(end, begin + PARAGRAPH_SIZES[size % len(PARAGRAPH_SIZES)]))
        begin += PARAGRAPH_SIZES[size % len(PARAGRAPH_SIZES)]
        size += 1


def _spell(tokens: list[int]) -> str:
    known, function = words(), sorted(FUNCTION_WORDS)
    return " ".join(known[token] if token >= 0 else function[-1 - token] for token in tokens).capitalize() + "."
