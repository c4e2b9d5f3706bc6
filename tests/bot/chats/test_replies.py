from __future__ import annotations

from dataclasses import replace

from bot.chats.replies import IDLE, Answers, Replies
from retrieval.answer import Answer
from tests.bot.chats.test_memory import Clock
from tests.retrieval.samples import cited

ANSWERS = Answers((Answer("Who?", "answered", hits=cited(1)),))


def test_a_reply_is_found_in_its_own_chat_alone() -> None:
    replies = Replies()
    name = replies.keep(7, ANSWERS, 5)
    assert replies.find(7, name) == (ANSWERS, 5)
    assert replies.find(8, name) is None
    assert replies.find(7, "another") is None
    assert replies.keep(7, ANSWERS) != name


def test_what_nobody_was_shown_is_not_kept() -> None:
    answer = Answer("Who?", "answered", hits=cited(1), nearest=cited(2), candidates=cited(3))
    assert Answers.shown((answer,)) == replace(ANSWERS, more=(3,))
    assert Answers.shown((answer, answer)).more == ()
    assert Answers.shown((replace(answer, outcome="no_answer"),)).more == ()


def test_it_is_bounded_and_forgets() -> None:
    clock = Clock()
    replies = Replies(clock, most=1)
    old, new = replies.keep(7, ANSWERS), replies.keep(7, ANSWERS)
    assert [replies.find(7, old), replies.find(7, new)] == [None, (ANSWERS, None)]
    clock.now += IDLE + 1
    assert replies.find(7, new) is None


def test_forgotten_are_those_of_a_reader_and_of_their_private_chat() -> None:
    replies = Replies()
    kept = [(chat, replies.keep(chat, ANSWERS, reader)) for chat, reader in ((7, 7), (-1, 7), (7, None), (-1, 8))]
    replies.forget(7)
    assert [replies.find(*key) is not None for key in kept] == [False, False, False, True]
