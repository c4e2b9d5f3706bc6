from __future__ import annotations

import pytest

from retrieval.bm25 import BM25Retriever
from retrieval.foreign.language import Foreign
from retrieval.topics import TopicFinder
from retrieval.vocabulary import Vocabulary
from tests.retrieval.gold.measure import seeds


@pytest.fixture(scope="module")
def finder() -> TopicFinder:
    corpus = seeds()
    return TopicFinder(corpus, BM25Retriever(corpus), Vocabulary(article.text for article in corpus.articles))


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("What is planned in Brussels?", ["planned word", "in Brussels place"]),
        ("what did blinkin say about nato", ["Blinken person", "about NATO name"]),
        ("who is wendy sherman", ["Wendy Sherman person"]),
        ("Is Ryabkov foreign minister?", ["Ryabkov person", "foreign word", "minister word"]),
        ("Moscow and the United States in Kiev", ["Moscow name", "United States country", "in Kiev place"]),
        (
            "who leads the russian side on wednesday",
            ["leads word", "Russian country", "side word", "on Wednesday date"],
        ),
        ("What does Macron want?", ["Macron unknown"]),
        ("what does macron want?", ["macron word"]),
        ("What time is it now?", []),
        ("", []),
    ],
)
def test_names_are_told_from_words_with_capitals_or_without(finder: TopicFinder, text: str, topics: list[str]) -> None:
    found = [f"{topic.preposition} {topic.text} {topic.kind}".strip() for topic in finder.find(text)]
    assert found == topics


@pytest.mark.parametrize(
    ("language", "text", "topics"),
    [
        ("de", "Wer leitet die russische Delegation?", ["leitet word", "russische country Russian", "Delegation word"]),
        ("de", "Was sagte Scholz in Wien?", ["Scholz unknown", "in Wien place Vienna"]),
        ("fr", "Que disent les États-Unis de l'OTAN ?", ["disent word", "États-Unis country USA", "de OTAN name NATO"]),
        ("es", "¿Espera EE.UU. algo?", ["Espera word", "EE.UU country USA", "algo word"]),
        ("pl", "Kim jest Wendy Sherman?", ["Wendy Sherman person Wendy Sherman"]),
        ("ru", "Что сказал Рябков об иллюзиях?", ["Рябков person Ryabkov", "об иллюзиях word"]),
        ("uk", "А 12 січня у Відні?", ["12 січня date 12 January", "у Відні place Vienna"]),
    ],
)  # fmt: skip
def test_topics_in_other_languages_keep_their_words(
    finder: TopicFinder, language: Foreign, text: str, topics: list[str]
) -> None:
    found = finder.find(text, language)
    written = [" ".join(filter(None, (one.preposition, one.text, one.kind, one.english))) for one in found]
    assert written == topics


def test_spans_are_those_of_the_text(finder: TopicFinder) -> None:
    text = "What did putin and sergei ryabkov say in geneva?"
    assert [topic.span.of(text) for topic in finder.find(text)] == ["putin", "sergei ryabkov", "geneva"]


@pytest.mark.parametrize(
    ("passage", "person"),
    [
        ("On the Russian side, the upcoming talks are being led", "Ryabkov"),
        ("Secretary\xa0of State Antony Blinken tamped down", "Blinken"),
        ("“I don’t think we will see any breakthroughs", "Blinken"),
        ("“Naturally, we will not make any concessions", "Ryabkov"),
        ("According to the RIA, he said in advance", "Ryabkov"),
        ("That issue, according to a senior administration official", None),
    ],
)
def test_of_whom_a_passage_speaks(finder: TopicFinder, passage: str, person: str | None) -> None:
    corpus = seeds()
    texts = [found.span.of(corpus.article(found.article_id).text) for found in corpus.passages]
    [number] = [number for number, text in enumerate(texts) if text.startswith(passage)]
    assert finder.find_person(number) == person
