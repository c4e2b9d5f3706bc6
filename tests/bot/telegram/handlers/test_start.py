from __future__ import annotations

import pytest

from bot.telegram.deep_links import write_payload
from corpus.ingest import find_files, ingest, seed_folder
from corpus.models import Corpus, Span
from retrieval.answerer import Answerer
from retrieval.bm25 import BM25Retriever
from retrieval.listing import Listings
from tests.bot.telegram.conftest import Feed, Questions
from tests.bot.telegram.fakes import FIRST_NUMBER, GROUP, FakeRequest, press, update
from tests.bot.telegram.handlers.test_quotes import buttons

REPLY = FIRST_NUMBER + 1
GONE = "What this link leads to is no longer in the articles."


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return ingest(find_files(seed_folder()))


@pytest.fixture(scope="module")
def answerer(corpus: Corpus) -> Answerer:
    return Answerer(corpus, BM25Retriever(corpus))


@pytest.fixture(autouse=True)
def _from_these_articles(questions: Questions, answerer: Answerer) -> None:
    questions.reply = answerer.answer


async def test_three_questions_are_one_tap_away(feed: Feed, server: FakeRequest, questions: Questions) -> None:
    await feed(update("/start"))
    [sent] = server.sent()
    assert "\nMost quoted: Antony Blinken, Sergei Ryabkov.\n" in sent["text"]
    keys = buttons(sent)
    assert list(keys) == ["What did Ryabkov say?", "Who leads the Russian side?", "When do the Geneva talks start?"]
    assert not questions.askers
    await feed(press(keys["Who leads the Russian side?"], REPLY))
    answer = server.sent()[-1]
    assert answer["text"].startswith("<b>Who leads the Russian side?</b>\n<blockquote>")
    [asker] = questions.askers
    assert (asker.command, asker.chat_id, asker.user_id) == ("start", 7, 7)
    await feed(update("And in Vienna?", 2))
    assert questions.previous[-1] == "Who leads the Russian side?"


async def test_in_a_group_whoever_presses_asks(feed: Feed, server: FakeRequest, questions: Questions) -> None:
    await feed(update("/start", chat=GROUP))
    data = buttons(server.sent()[0])["What did Ryabkov say?"]
    other = {"id": 8, "is_bot": False, "first_name": "Other"}
    await feed(press(data, REPLY, GROUP, **{"from": other}))
    assert [asker.user_id for asker in questions.askers] == [8]
    assert server.sent()[-1]["reply_parameters"]["message_id"] == REPLY


async def test_a_question_that_is_not_there_is_not_asked(feed: Feed, server: FakeRequest, questions: Questions) -> None:
    await feed(update("/start"))
    data = buttons(server.sent()[0])["What did Ryabkov say?"]
    await feed(press(f"{data}:7", REPLY))
    assert not questions.askers
    assert len(server.sent("answerCallbackQuery")) == 1


async def test_a_link_leads_to_every_passage(feed: Feed, server: FakeRequest, corpus: Corpus) -> None:
    for number, passage in enumerate(corpus.passages):
        citation = corpus.cite(passage.article_id, passage.span)
        await feed(update(f"/start {write_payload('passage', citation)}", number + 1))
    assert len(server.texts) == len(corpus.passages)
    assert all("<blockquote expandable>" in text for text in server.texts)


async def test_a_link_leads_to_a_quote(feed: Feed, server: FakeRequest, corpus: Corpus) -> None:
    quote = next(quote for quotes in corpus.quotes.values() for quote in quotes)
    citation = corpus.cite(quote.article_id, quote.span)
    await feed(update(f"/start {write_payload('quote', citation)}"))
    assert f"<blockquote>{citation.text}</blockquote>" in server.texts[0]
    assert "<blockquote expandable>" in server.texts[0]


async def test_a_link_leads_to_an_event(feed: Feed, server: FakeRequest, corpus: Corpus) -> None:
    event = next(event for event in Listings(corpus).events if event.status == "planned")
    await feed(update(f"/start {write_payload('event', event.mentions[0].citation)}"))
    assert server.texts[0].startswith("<i>planned when the articles were published</i>\n<b>")


@pytest.mark.parametrize("kind", ["quote", "event"])
async def test_what_is_no_such_thing_is_gone(feed: Feed, server: FakeRequest, corpus: Corpus, kind: str) -> None:
    citation = corpus.cite(corpus.articles[0].id, Span(0, 5))
    payload = write_payload("quote" if kind == "quote" else "event", citation)
    await feed(update(f"/start {payload}"))
    assert server.texts == [GONE]


async def test_a_passage_that_is_gone_is_said_to_be(feed: Feed, server: FakeRequest, corpus: Corpus) -> None:
    passage = corpus.passages[3]
    payload = write_payload("passage", corpus.cite(passage.article_id, passage.span))
    await feed(update(f"/start {payload[:-1]}{'0' if payload[-1] != '0' else '1'}"))
    assert server.texts[0].startswith(f"{GONE}\n\n<b>talks</b> answers")
