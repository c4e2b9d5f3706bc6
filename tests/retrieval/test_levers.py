"""Do wordings, pins and the threshold change answers as the operator means them to, and nothing else?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.models import Citation, Span
from retrieval.answerer import Answerer
from retrieval.bm25 import BM25Retriever
from retrieval.followup import Exchange
from retrieval.levers import Levers
from retrieval.pins import Pin
from retrieval.refit import STEP, Threshold
from retrieval.saved_answerer import SavedAnswerer
from retrieval.wordings import Wording
from tests.retrieval.gold.measure import seeds
from tests.retrieval.test_answerer import assert_is_sound

SEEDS = seeds()
ANSWERER = Answerer(SEEDS, BM25Retriever(SEEDS))
LEADS = "On the Russian side, the upcoming talks are being led by Deputy Foreign Minister Sergei Ryabkov."
NEGOTIATOR = "Who is Russia's chief negotiator?"
CHAMPION = "Who is chess champion?"
LED = Levers(wordings=(Wording("chief negotiator", "led"),))


def slice_of(words: str) -> Citation:
    article = next(article for article in SEEDS.articles if words in article.text)
    start = article.text.index(words)
    return SEEDS.cite(article.id, Span(start, start + len(words)))


def threshold(value: float, calibrated: float = ANSWERER.threshold) -> Levers:
    return Levers(threshold=Threshold(value, calibrated, SEEDS.fingerprint, 9))


def pinned(question: str, *words: str) -> Levers:
    return Levers(pins=tuple(Pin.of(question, slice_of(one)) for one in words))


# wordings


def test_a_wording_finds_what_the_articles_say_in_other_words() -> None:
    before = ANSWERER.answer(NEGOTIATOR)
    assert before.hits[0].citation.text != LEADS
    after = ANSWERER.with_levers(LED).answer(NEGOTIATOR)
    assert [hit.citation.text for hit in after.hits] == [LEADS]
    assert (after.question, after.terms) == (NEGOTIATOR, ("russia", "lead"))
    assert after.levers == ("wording chief negotiator ~ led",)
    assert after.score > before.score


def test_a_name_that_no_article_holds_may_be_told_what_it_means() -> None:
    question = "Who leads the Muscovite side?"
    assert ANSWERER.answer(question).unknown == ("Muscovite",)
    answer = ANSWERER.with_levers(Levers(wordings=(Wording("Muscovite", "Russian"),))).answer(question)
    assert (answer.outcome, answer.unknown) == ("answered", ())
    assert answer.hits[0].citation.text == LEADS


def test_another_name_stays_unknown() -> None:
    levers = Levers(wordings=(Wording("Muscovite", "Russian"),))
    answer = ANSWERER.with_levers(levers).answer("Did Macron lead the Muscovite side?")
    assert (answer.outcome, answer.unknown) == ("no_answer", ("Macron",))


@pytest.mark.parametrize("written", ["xylophone", "Macron"])
def test_a_wording_that_leads_nowhere_costs_no_answer(written: str) -> None:
    levers = Levers(wordings=(Wording("Russian side", written),))
    question = "Who leads the Russian side?"
    assert ANSWERER.with_levers(levers).answer(question) == ANSWERER.answer(question)


def test_a_follow_up_is_read_in_full() -> None:
    answer = ANSWERER.with_levers(LED).answer(
        "And for Russia?", previous=Exchange("Who is America's chief negotiator?")
    )
    assert answer.joined
    assert answer.levers == ("wording chief negotiator ~ led",)


# pins


def test_what_is_pinned_answers_alone_and_verbatim() -> None:
    answer = ANSWERER.with_levers(pinned(CHAMPION, LEADS)).answer("who is the chess champion")
    assert (answer.outcome, answer.levers) == ("answered", ("pin",))
    [hit] = answer.hits
    assert hit.citation == slice_of(LEADS)
    assert SEEDS.passages[hit.number].span == hit.citation.span
    assert_is_sound(answer)


def test_a_pinned_passage_leads_the_ranking() -> None:
    question = "What does Russia demand?"
    plain = ANSWERER.answer(question, 10)
    answer = ANSWERER.with_levers(pinned(question, LEADS)).answer(question, 10)
    assert_is_sound(answer, 10)
    rest = [hit.citation for hit in plain.hits if hit.citation.text != LEADS]
    assert [hit.citation for hit in answer.hits] == [slice_of(LEADS), *rest][:10]


def test_several_come_in_their_order_within_the_limit() -> None:
    first = "Conflict has been simmering"
    answerer = ANSWERER.with_levers(pinned(CHAMPION, LEADS, first))
    assert [hit.citation.text for hit in answerer.answer(CHAMPION).hits] == [LEADS, first]
    assert [hit.citation.text for hit in answerer.answer(CHAMPION, 1).hits] == [LEADS]


def test_a_pin_is_stronger_than_an_unknown_name_and_no_other_question_has_it() -> None:
    answerer = ANSWERER.with_levers(pinned("What did Macron say?", LEADS))
    assert answerer.answer("What did Macron say?").hits[0].citation.text == LEADS
    assert answerer.answer("What did Macron do?").outcome == "no_answer"


def test_a_pin_whose_words_are_gone_is_idle_and_named_without_its_question() -> None:
    levers = Levers(pins=(replace(Pin.of(CHAMPION, slice_of(LEADS)), text="Nobody wrote this."),))
    answerer = ANSWERER.with_levers(levers)
    assert answerer.answer(CHAMPION) == ANSWERER.answer(CHAMPION)
    [why] = answerer.effect.idle
    assert why.endswith("is gone")
    assert "champion" not in why


# the threshold


def test_a_threshold_decides_and_says_so_where_it_made_the_difference() -> None:
    question = "Who leads the Russian side?"
    score = ANSWERER.answer(question).score
    strict = ANSWERER.with_levers(threshold(score + 0.01)).answer(question)
    assert (strict.outcome, strict.levers, strict.threshold) == ("no_answer", ("threshold",), score + 0.01)
    assert ANSWERER.with_levers(threshold(score)).answer(question).levers == ()


def test_a_threshold_of_other_articles_is_idle() -> None:
    answerer = ANSWERER.with_levers(threshold(0.9, ANSWERER.threshold + 2 * STEP))
    assert answerer.effect.threshold == ANSWERER.threshold
    [why] = answerer.effect.idle
    assert why == (
        f"the threshold 0.90 was fitted where the articles' own was {ANSWERER.threshold + 2 * STEP:.2f}, "
        f"which is now {ANSWERER.threshold:.2f}"
    )


# all of them


ALL = replace(LED, pins=pinned(CHAMPION, LEADS).pins, threshold=threshold(0.3).threshold)


def test_the_answerer_that_serves_stays_as_it_is() -> None:
    before = ANSWERER.answer(NEGOTIATOR)
    changed = ANSWERER.with_levers(ALL)
    assert ANSWERER.answer(NEGOTIATOR) == before
    back = changed.with_levers(Levers())
    assert (back.answer(NEGOTIATOR), back.effect.levers) == (before, Levers())


def test_what_is_saved_holds_no_levers() -> None:
    saved = SavedAnswerer(SEEDS, BM25Retriever(SEEDS))
    assert saved.with_levers(ALL).snapshot().facts == saved.snapshot().facts


@settings(deadline=None, max_examples=40)
@given(st.lists(st.sampled_from([*"chief negotiator Russia chess champion who is Macron".split(), "🙂"])).map(" ".join))
def test_every_answer_is_sound(question: str) -> None:
    assert_is_sound(ANSWERER.with_levers(ALL).answer(question))


@pytest.mark.parametrize(
    ("levers", "question", "changes"),
    [
        (LED, NEGOTIATOR, True),
        (LED, CHAMPION, False),
        (pinned(CHAMPION, LEADS), CHAMPION, True),
        (pinned(CHAMPION, LEADS), NEGOTIATOR, False),
        (threshold(0.9), CHAMPION, True),
    ],
)
def test_the_plan_tells_which_questions_a_lever_concerns(levers: Levers, question: str, *, changes: bool) -> None:
    plan: Callable[[str], object] = ANSWERER.with_levers(levers).effect.plan
    assert (plan(question) != ANSWERER.effect.plan(question)) == changes
