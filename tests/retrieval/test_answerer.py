"""Does a reader get the passages that answer, as few as that takes, or a plain no?"""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.models import Corpus
from retrieval.answer import Answer
from retrieval.answerer import Answerer
from retrieval.bm25 import BM25Retriever
from retrieval.calibration import LEAST
from retrieval.retriever import Hit, RetrieverError
from retrieval.selection import MAX_PASSAGES
from tests.corpus.texts import texts
from tests.retrieval.gold.measure import seeds
from tests.retrieval.samples import corpus_of

SEEDS = seeds()
ANSWERER = Answerer(SEEDS, BM25Retriever(SEEDS))


def answerer_of(*articles: str, title: str | None = None) -> Answerer:
    corpus = corpus_of(*articles, title=title)
    return Answerer(corpus, BM25Retriever(corpus))


def assert_is_sound(answer: Answer, limit: int = MAX_PASSAGES) -> None:
    """What holds of every answer, whatever was asked."""
    assert answer.outcome in {"answered", "no_answer"}
    assert (answer.outcome == "answered") == bool(answer.hits)
    assert not (answer.hits and answer.nearest)
    assert len(answer.hits) <= limit
    assert len(answer.nearest) <= limit
    shown = (*(answer.hits or answer.nearest), *answer.candidates)
    assert [cited.rank for cited in shown] == list(range(1, len(shown) + 1))
    for ranked in (answer.hits, answer.nearest, answer.candidates):
        assert [cited.score for cited in ranked] == sorted((cited.score for cited in ranked), reverse=True)
    for citation in (citation for cited in shown for citation in (cited.citation, *cited.also)):
        assert citation.text == citation.article.text[citation.span.start : citation.span.end] != ""


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Who leads the Russian side?", "On the Russian side, the upcoming talks are being led by Deputy Foreign"),
        ("who leads the russian side", "On the Russian side, the upcoming talks are being led by Deputy Foreign"),
        ("WHO LEADS THE RUSSIAN SIDE", "On the Russian side, the upcoming talks are being led by Deputy Foreign"),
        ("When do the Geneva talks start?", "Success of the talks, which begin Monday in Geneva"),
        ("what is planned in Brussels?", "A meeting of the NATO-Russia Council is scheduled in Brussels on Wednesday"),
        ("What is planned in Vienna?", "Thereafter there will be talks in Vienna on Thursday"),
        ("what did blinkin say about a breakthru", "“I don’t think we’re going to see any breakthroughs"),
        ("How many soldiers has Russia gathered?", "Russia has gathered around 100,000 soldiers"),
        ("gun to Ukraine's head", "“It’s hard to see making actual progress"),
        ("Is Ryabkov foreign minister?", "On the Russian side, the upcoming talks are being led by Deputy Foreign"),
    ],
)
def test_questions_that_the_articles_answer(question: str, answer: str) -> None:
    found = ANSWERER.answer(question)
    assert found.outcome == "answered"
    assert found.hits[0].citation.text.startswith(answer)


@pytest.mark.parametrize(
    "question",
    [
        "What did the talks achieve?",
        "Did Russia invade?",
        "who is chess champion?",
        "What time do the talks begin?",
        "How do I boil an egg?",
        "Is there a war?",
    ],
)
def test_questions_that_they_do_not(question: str) -> None:
    found = ANSWERER.answer(question)
    assert (found.outcome, found.hits, found.unknown) == ("no_answer", (), ())


@pytest.mark.parametrize(
    ("question", "unknown"),
    [
        ("What did Macron say?", ["Macron"]),
        ("Did Sherman meet Lavrov in Geneva?", ["Lavrov"]),
        ("What happened in Geneva in 1985?", ["1985"]),
    ],
)
def test_a_name_that_no_article_holds_is_said(question: str, unknown: list[str]) -> None:
    found = ANSWERER.answer(question)
    assert (found.outcome, found.unknown) == ("no_answer", tuple(unknown))


def test_both_roles_of_ryabkov_are_told() -> None:
    told = " ".join(cited.citation.text for cited in ANSWERER.answer("Is Ryabkov foreign minister?").hits)
    assert "Deputy Foreign Minister Sergei Ryabkov" in told
    assert "Russian Foreign Minister Sergei Ryabkov" in told


def test_what_two_articles_say_is_shown_once_and_cited_twice() -> None:
    first = ANSWERER.answer("What did Blinken say about breakthroughs?").hits[0]
    assert len({first.citation.article.id, *(also.article.id for also in first.also)}) == 2


@pytest.mark.parametrize("question", ["Who leads the Russian side?", "When do the Geneva talks start?"])
def test_one_passage_is_often_enough(question: str) -> None:
    answer = ANSWERER.answer(question)
    assert len(answer.hits) == 1
    assert answer.candidates


@pytest.mark.parametrize("question", ["Who leads the Russian side?", "What did the talks achieve?", "talks"])
def test_more_are_given_where_a_ranking_is_asked_for(question: str) -> None:
    answer = ANSWERER.answer(question, 10)
    assert_is_sound(answer, 10)
    assert len(answer.hits or answer.nearest) == 10


@pytest.mark.parametrize("limit", [1, 2, 3, 5])
def test_no_more_than_the_limit(limit: int) -> None:
    assert_is_sound(ANSWERER.answer("What does Russia demand?", limit), limit)


def test_a_refusal_keeps_what_came_closest() -> None:
    answer = ANSWERER.answer("What did the talks cost?")
    assert answer.nearest
    assert 0 < answer.score < answer.threshold


@pytest.mark.parametrize(
    "question",
    [
        *(
            "",
            " ",
            "?",
            "x",
            "a",
            "9",
            "🙂",
            "🇺🇦🇷🇺",
            "the and of",
            "Who? What? Why?",
            "Кто ведёт переговоры?",
            "谁领导",
        ),
        *("talks " * 682, "x" * 4096, "“" * 4096, "\n" * 4096, "a-" * 2048, "\0", "ﾞ", "ʼs", "\u202etalks"),
        "Name " + " ".join(f"Person{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(500)),
    ],
)
def test_any_input_gets_an_answer(question: str) -> None:
    answer = ANSWERER.answer(question)
    assert answer.question == question
    assert_is_sound(answer)


@pytest.mark.parametrize("question", ["", "?", "🙂", "the and of", "\n" * 4096])
def test_without_words_nothing_is_found(question: str) -> None:
    answer = ANSWERER.answer(question)
    assert (answer.outcome, answer.nearest, answer.terms, answer.score) == ("no_answer", (), (), 0)


@settings(deadline=None, max_examples=60)
@given(
    texts
    | st.text(max_size=100)
    | st.lists(st.sampled_from("talks Russia NATO who did when Macron".split())).map(" ".join)
)
def test_every_answer_is_sound(question: str) -> None:
    assert_is_sound(ANSWERER.answer(question))


def test_the_same_question_gets_the_same_answer() -> None:
    again = Answerer(SEEDS, BM25Retriever(SEEDS))
    assert again.threshold == ANSWERER.threshold
    assert again.answer("What does Russia demand?") == ANSWERER.answer("What does Russia demand?")


# corpora of all kinds


def test_a_single_sentence() -> None:
    answerer = answerer_of("The talks begin on Monday in Geneva.")
    answer = answerer.answer("When do the talks begin?")
    assert_is_sound(answer)
    assert [cited.citation.text for cited in answer.hits] == ["The talks begin on Monday in Geneva."]
    assert answerer.answer("Who is chess champion?").outcome == "no_answer"


def test_identical_articles_are_cited_together() -> None:
    text = "The talks begin on Monday in Geneva.\n\nIt was cold in Moscow, and the river was frozen."
    answer = answerer_of(text, text, text).answer("When do the talks begin?")
    assert_is_sound(answer)
    assert [cited.citation.article.id for cited in answer.hits] == ["0"]
    assert [also.article.id for also in answer.hits[0].also] == ["1", "2"]


@pytest.mark.parametrize("title", [None, "", "Talks in Geneva"])
def test_with_or_without_a_title(title: str | None) -> None:
    text = "The talks begin on Monday in Geneva, said the minister.\n\nIt was cold in Moscow, and the river was frozen."
    answer = answerer_of(text, title=title).answer("When do the talks begin?")
    assert answer.hits[0].citation.text == "The talks begin on Monday in Geneva, said the minister."


def test_no_articles() -> None:
    answerer = answerer_of()
    assert answerer.threshold == LEAST
    answer = answerer.answer("When do the talks begin?")
    assert (answer.outcome, answer.hits, answer.nearest) == ("no_answer", (), ())


# a search engine that is down


class Breakable:
    """A retriever that can be broken once the answerer stands."""

    def __init__(self, corpus: Corpus) -> None:
        self._retriever = BM25Retriever(corpus)
        self.down = False

    def search(self, terms: Sequence[str], limit: int) -> list[Hit]:
        if self.down:
            raise RetrieverError("no connection")
        return self._retriever.search(terms, limit)

    def knows(self, term: str) -> bool:
        return self._retriever.knows(term)


def test_a_retriever_that_is_down_is_not_a_no() -> None:
    retriever = Breakable(SEEDS)
    answerer = Answerer(SEEDS, retriever)
    retriever.down = True
    answer = answerer.answer("Who leads the Russian side?")
    assert (answer.outcome, answer.hits, answer.nearest) == ("unavailable", (), ())
    retriever.down = False
    assert answerer.answer("Who leads the Russian side?").outcome == "answered"


# questions in another language, by words alone


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Wer leitet die russische Delegation?", "de"),
        ("Сколько солдат на границе?", "ru"),
        ("谁领导", "und"),
        ("Who is chess champion?", None),
        ("xyzzy", None),
    ],
)
def test_a_language_that_cannot_be_matched_is_said(question: str, language: str | None) -> None:
    found = ANSWERER.answer(question)
    assert (found.outcome, found.foreign_language, found.by_meaning) == ("no_answer", language, False)


def test_names_are_matched_all_the_same() -> None:
    found = ANSWERER.answer("Що заплановано в Брюсселі?")
    assert found.hits[0].citation.text.startswith("A meeting of the NATO-Russia Council is scheduled in Brussels")


def test_articles_in_another_language_are_asked_in_theirs() -> None:
    answerer = answerer_of("Die Gespräche beginnen am Montag in Genf. Der Minister leitet die Delegation.")
    assert answerer.answer("Wer leitet die Delegation?").outcome == "answered"
    assert answerer.answer("Wie hoch ist der Kilimandscharo?").foreign_language is None
    assert answerer.answer("How high is Mount Kilimanjaro?").foreign_language == "en"
