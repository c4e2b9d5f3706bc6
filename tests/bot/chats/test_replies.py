from __future__ import annotations

from bot.chats.memory import IDLE
from bot.chats.replies import Replies
from retrieval.answer import Answer
from tests.bot.chats.test_memory import Clock
from tests.retrieval.samples import cited

ANSWERS = (Answer("Who?", "answered", hits=cited(1)),)


def test_a_reply_is_found_in_its_own_chat_alone() -> None:
    replies = Replies()
    name = replies.keep(7, ANSWERS)
    assert replies.find(7, name) == ANSWERS
    assert replies.find(8, name) is None
    assert replies.find(7, "another") is None
    assert replies.keep(7, ANSWERS) != name


def test_what_nobody_was_shown_is_not_kept() -> None:
    replies = Replies()
    name = replies.keep(7, (Answer("Who?", "answered", hits=cited(1), nearest=cited(2), candidates=cited(3)),))
    assert replies.find(7, name) == ANSWERS


def test_it_is_bounded_and_forgets() -> None:
    clock = Clock()
    replies = Replies(clock, most=1)
    old, new = replies.keep(7, ANSWERS), replies.keep(7, ANSWERS)
    assert [replies.find(7, old), replies.find(7, new)] == [None, ANSWERS]
    clock.now += IDLE + 1
    assert replies.find(7, new) is None
