from __future__ import annotations

from dataclasses import replace
from gettext import NullTranslations

from bot.render.answer import answer_html
from bot.render.inline import offers
from corpus.models import Corpus
from tests.bot.telegram.samples import BEGIN, LED, SEEDS, answered, cite, hit, refused

WORDS = NullTranslations()


def test_each_passage_is_an_offer_with_its_own_source() -> None:
    first, second = offers(answered(hit(LED), hit(BEGIN)), SEEDS, WORDS)
    assert first.title == "“Before tomorrow’s meeting with Russia…” · Sun 9 Jan 2022"
    assert first.description == LED.rstrip(".")
    assert first.markup == answer_html(answered(hit(LED)), SEEDS, WORDS)
    assert first.citation == cite(LED)
    assert second.markup == answer_html(answered(hit(BEGIN)), SEEDS, WORDS)


def test_where_the_articles_do_not_tell_one_offer_says_so() -> None:
    answer = replace(refused(hit(LED), unknown=["Macron"]), question="What does <Macron> want?")
    [offer] = offers(answer, SEEDS, WORDS)
    assert (offer.title, offer.citation) == ("The articles don’t tell", None)
    assert offer.description == "They don’t mention Macron. The newest of 2 is of Sun 9 Jan 2022"
    assert offer.markup.startswith("<i>What does &lt;Macron&gt; want?</i>\nThe articles don’t tell.")
    assert LED not in offer.markup


def test_a_search_that_is_down_says_so() -> None:
    [offer] = offers(refused(outcome="unavailable"), SEEDS, WORDS)
    assert offer.title == "Search is unavailable right now"
    assert offer.markup.startswith("Search is unavailable right now.")


def test_without_articles_there_is_an_offer_too() -> None:
    [offer] = offers(refused(), Corpus((), ()), WORDS)
    assert offer.title == "The articles don’t tell"
