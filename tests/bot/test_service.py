from __future__ import annotations

import asyncio
import datetime as dt
import logging
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import pytest

from bot.errors import TalksError
from bot.i18n import words
from bot.render.opening import OpeningPhrases
from bot.service import THREADS, Asker, Log, TalksService
from corpus.models import Article, Corpus
from retrieval import message
from retrieval.answer import Answer
from retrieval.followup import Exchange

CORPUS = Corpus((), (), fingerprint="0f1e")
ASKER = Asker("simulator:1", "simulator", "ask", 7, 7)


class KeptLog:
    """Keeps what it is given, or fails."""

    def __init__(self, failure: Exception | None = None) -> None:
        self.kept: list[tuple[Asker, Answer, dt.datetime, str]] = []
        self.delivered: list[tuple[object, ...]] = []
        self.votes: list[tuple[object, ...]] = []
        self._failure = failure

    async def record(self, asker: Asker, answer: Answer, at: dt.datetime, corpus: str) -> None:
        if self._failure:
            raise self._failure
        self.kept.append((asker, answer, at, corpus))

    def deliver(self, uids: Sequence[str], at: dt.datetime) -> None:
        self.delivered.append((*uids, at))

    async def vote(self, uid: str, user: int, *, up: bool, at: dt.datetime, reason: str | None = None) -> None:
        if self._failure:
            raise self._failure
        assert at.tzinfo
        self.votes.append((uid, user, up, reason))


def answer(question: str, passages: int, previous: Exchange | None) -> Answer:
    return Answer(question, "no_answer", terms=(question,), understood=f"{passages}, {previous and previous.question}")


@contextmanager
def serving(log: Log | None = None) -> Iterator[TalksService]:
    service = TalksService(CORPUS, answer, log)
    try:
        yield service
    finally:
        service.close()


async def test_when_the_answers_of_a_message_were_sent_is_noted_for_each_of_them() -> None:
    log = KeptLog()
    with serving(log) as service:
        await service.ask_all("Who led? Who left?", ASKER)
        service.delivered(ASKER, 2)
    [(*uids, at)] = log.delivered
    assert uids == [asker.uid for asker, *_ in log.kept]
    assert isinstance(at, dt.datetime)
    assert at.tzinfo


async def test_an_answer_is_logged_when_it_comes_back() -> None:
    log, before = KeptLog(), dt.datetime.now(dt.UTC)
    with serving(log) as service:
        given = await service.ask("When?", ASKER, passages=5, previous=Exchange("Who?"))
    [(asker, kept, at, corpus)] = log.kept
    assert (given.question, given.understood) == ("When?", "5, Who?")
    assert given.latency_ms > 0
    assert (asker, kept, corpus) == (ASKER, given, "0f1e")
    assert before <= at <= dt.datetime.now(dt.UTC)


async def test_each_question_of_a_message_has_its_row_and_may_lean_on_the_one_before() -> None:
    log = KeptLog()
    with serving(log) as service:
        answered = await service.ask_all("Who led? When? Why?", ASKER, Exchange("Where?"))
    assert [given.understood for given in answered.answers] == ["3, Where?", "3, Who led?", "3, When?"]
    assert [(asker.uid, kept) for asker, kept, _, _ in log.kept] == list(
        zip(("simulator:1", "simulator:1/2", "simulator:1/3"), answered.answers, strict=True)
    )
    assert answered.exchange == Exchange("Why?")


@pytest.mark.parametrize("step", ["split_questions", "exchange_of"])
async def test_a_message_is_read_beside_the_loop(monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    threads: list[threading.Thread] = []
    do: Callable[[object], object] = getattr(message, step)

    def note(given: object) -> object:
        threads.append(threading.current_thread())
        return do(given)

    monkeypatch.setattr(message, step, note)
    with serving() as service:
        await service.ask_all("Who led? When?", ASKER)
    assert threads
    assert threading.main_thread() not in threads


@pytest.mark.parametrize(("log", "asker"), [(None, ASKER), (KeptLog(), None), (None, None)])
async def test_without_a_log_or_somebody_who_asks_nothing_is_logged(log: KeptLog | None, asker: Asker | None) -> None:
    with serving(log) as service:
        assert (await service.ask("When?", asker)).question == "When?"
    assert log is None or log.kept == []


async def test_an_answer_is_logged_later_where_somebody_took_it() -> None:
    log = KeptLog()
    with serving(log) as service:
        given = await service.ask("When?")
        assert log.kept == []
        await service.record(given, ASKER)
    [(asker, kept, _, corpus)] = log.kept
    assert (asker, kept, corpus) == (ASKER, given, "0f1e")


async def test_a_vote_is_noted_for_each_question_of_the_reply() -> None:
    log = KeptLog()
    with serving(log) as service:
        assert await service.vote(["1", "1/2"], 7, up=False, reason="other")
    assert log.votes == [("1", 7, False, "other"), ("1/2", 7, False, "other")]


async def test_a_vote_that_cannot_be_noted_is_told_to_be_one(caplog: pytest.LogCaptureFixture) -> None:
    with serving(KeptLog(TalksError("The disk is full."))) as service:
        assert not await service.vote(["1"], 7, up=True)
    assert caplog.messages == ["A vote was not logged: The disk is full."]
    with serving() as service:
        assert not await service.vote(["1"], 7, up=True)


async def test_an_opening_is_made_once_for_each_language() -> None:
    asked: list[str] = []

    def note(question: str, _passages: int, _previous: Exchange | None) -> Answer:
        asked.append(question)
        return Answer(question, "answered")

    article = Article("a", "", published="2022-01-09")
    service = TalksService(Corpus((article,), ()), note)
    opening = await service.opening("en", OpeningPhrases(words("en")))
    assert opening.questions == tuple(asked)
    assert await service.opening("en", OpeningPhrases(words("en"))) is opening
    german = await service.opening("de", OpeningPhrases(words("de")))
    assert opening.questions + german.questions == tuple(asked)
    assert await service.newest() == [0]
    service.close()


async def test_a_log_that_fails_does_not_cost_the_answer(caplog: pytest.LogCaptureFixture) -> None:
    with serving(KeptLog(TalksError("The disk is full."))) as service:
        for question in ("A private question?", "Another?"):
            assert (await service.ask(question, ASKER)).question == question
    assert [(record.levelno, record.getMessage()) for record in caplog.records] == [
        (logging.ERROR, "A question was answered, but not logged: The disk is full.")
    ] * 2
    assert "private" not in caplog.text


async def test_an_error_in_the_log_s_own_code_is_not_hidden() -> None:
    with serving(KeptLog(ZeroDivisionError())) as service, pytest.raises(ZeroDivisionError):
        await service.ask("When?", ASKER)


async def test_an_error_while_answering_reaches_the_one_who_asks() -> None:
    log = KeptLog()

    def fail(_question: str, _passages: int, _previous: Exchange | None) -> Answer:
        raise ZeroDivisionError

    service = TalksService(CORPUS, fail, log)
    with pytest.raises(ZeroDivisionError):
        await service.ask("When?", ASKER)
    service.close()
    assert log.kept == []


async def test_questions_are_answered_side_by_side_and_the_loop_goes_on() -> None:
    together = threading.Barrier(THREADS, timeout=10)

    def meet(question: str, _passages: int, _previous: Exchange | None) -> Answer:
        together.wait()
        return Answer(question, "no_answer")

    service = TalksService(CORPUS, meet)
    answers = await asyncio.gather(*(service.ask(str(number)) for number in range(2 * THREADS)))
    assert [given.question for given in answers] == [str(number) for number in range(2 * THREADS)]
    service.close()


async def test_one_who_gives_up_is_not_logged_and_disturbs_nobody() -> None:
    asked, go_on = threading.Event(), threading.Event()

    def wait(question: str, _passages: int, _previous: Exchange | None) -> Answer:
        asked.set()
        go_on.wait(10)
        return Answer(question, "no_answer")

    log = KeptLog()
    service = TalksService(CORPUS, wait, log)
    asking = asyncio.create_task(service.ask("Who?", ASKER))
    await asyncio.to_thread(asked.wait, 10)
    asking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asking
    go_on.set()
    assert (await service.ask("When?", ASKER)).question == "When?"
    service.close()
    assert [kept.question for _, kept, _, _ in log.kept] == ["When?"]


async def test_after_the_end_nothing_is_answered_and_no_thread_is_left() -> None:
    with serving() as service:
        await service.ask("When?")
    service.close()
    with pytest.raises(RuntimeError, match="after shutdown"):
        await service.ask("When?")
    assert not [thread.name for thread in threading.enumerate() if thread.name.startswith("talks")]
