"""What does an answer show when it is sent, and when its buttons are pressed? Its pages, and the keys under each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from gettext import NullTranslations
from typing import NamedTuple, Self

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.chats.replies import Answers
from bot.render.answer import View, answers_html, count_other_wordings, further_html, shown_passages
from bot.render.context import has_context
from bot.render.hints import only_so_many
from bot.render.split import split
from bot.telegram.buttons import write_press
from bot.telegram.deep_links import write_share
from corpus.models import Corpus
from retrieval.answer import CitedPassage
from retrieval.message import MOST_QUESTIONS

SHOW, GOOD, BAD, KEYS = "a", "g", "d", "k"
REASONS = {"e": "wrong passage", "m": "missed something", "o": "other"}
"""By the button's verb, what the log keeps."""
A_PAGE = 3
"""Passages: as many as an answer shows at most."""

_VIEWS: tuple[View, ...] = ("plain", "context", "wordings")


class At(NamedTuple):
    """What is seen of an answer: page 0 is the answer itself."""

    page: int = 0
    view: View = "plain"

    @classmethod
    def read(cls, number: int) -> Self:
        page, view = divmod(number, len(_VIEWS))
        return cls(page, _VIEWS[view])

    @property
    def number(self) -> int:
        """As a button carries it."""
        return self.page * len(_VIEWS) + _VIEWS.index(self.view)


@dataclass(frozen=True, slots=True)
class AnswerView:
    reply: Answers
    corpus: Corpus
    words: NullTranslations
    bot_name: str

    @property
    def pages(self) -> int:
        return 1 + -(-len(self.reply.more) // A_PAGE)

    def find(self, number: int) -> At:
        """What a button leads to; where there is no such page, to the last one."""
        at = At.read(number)
        return at._replace(page=min(at.page, self.pages - 1))

    def html(self, at: At) -> str:
        if at.page == 0:
            titled = self.reply.is_titled
            markup = answers_html(self.reply.answers, self.corpus, self.words, at.view, titled=titled)
            return f"{markup}\n\n{only_so_many(MOST_QUESTIONS, self.words)}" if self.reply.is_cut else markup
        page, [answer] = (at.page, self.pages - 1), self.reply.answers
        return further_html(self._passages(at.page), answer, page, self.corpus, self.words, at.view)

    def keyboard(self, name: str, at: At) -> InlineKeyboardMarkup | None:
        """Under the reply called `name`; none where there is nothing to show and nothing to judge."""
        votes = self._votes(name, at) if at.page == 0 else []
        if not self.reply.is_whole:
            rows = [votes]
        elif at.view == "context":
            rows = [[self._to(self.words.gettext("Less"), name, At(at.page)), self._share(at.page), *votes]]
        elif at.page:
            rows = [[*self._turn(name, at.page, -1), *self._context(name, at.page), *self._turn(name, at.page, 1)]]
        else:
            more = [self._to(self.words.gettext("More"), name, At(1))] if self.pages > 1 else []
            rows = [[*self._context(name, 0), *more, *votes], self._wordings(name, at)]
        return InlineKeyboardMarkup([row for row in rows if row]) if any(rows) else None

    def reasons(self, name: str, at: At) -> InlineKeyboardMarkup:
        """What was wrong?"""
        labels = (
            self.words.gettext("Wrong passage"),
            self.words.gettext("Missed something"),
            self.words.gettext("Other"),
        )
        first, second, third = (self._key(label, verb, name, at) for label, verb in zip(labels, REASONS, strict=True))
        return InlineKeyboardMarkup([[first, second], [third, self._key(self.words.gettext("Back"), KEYS, name, at)]])

    def _passages(self, page: int) -> Sequence[CitedPassage]:
        if page == 0:
            return [hit for answer in self.reply.answers for hit in shown_passages(answer)]
        first = (page - 1) * A_PAGE
        return [self._cite(rank, number) for rank, number in enumerate(self.reply.more[first : first + A_PAGE], 1)]

    def _cite(self, rank: int, number: int) -> CitedPassage:
        passage = self.corpus.passages[number]
        return CitedPassage(rank, 0.0, number, self.corpus.cite(passage.article_id, passage.span))

    def _votes(self, name: str, at: At) -> list[InlineKeyboardButton]:
        judged = any(answer.outcome in {"answered", "no_answer"} for answer in self.reply.answers)
        if not judged or not self.reply.uids:
            return []
        return [self._key("👍", GOOD, name, at), self._key("👎", BAD, name, at)]

    def _context(self, name: str, page: int) -> list[InlineKeyboardButton]:
        """Where nothing stands around any passage there is still something to share."""
        passages = self._passages(page)
        if any(has_context(hit.number, self.corpus) for hit in passages):
            return [self._to(self.words.gettext("Context"), name, At(page, "context"))]
        return [self._share(page)] if passages else []

    def _share(self, page: int) -> InlineKeyboardButton:
        link = write_share(self.bot_name, "passage", self._passages(page)[0].citation)
        return InlineKeyboardButton(self.words.gettext("Share"), url=link)

    def _wordings(self, name: str, at: At) -> list[InlineKeyboardButton]:
        """Only where the reply unfolds within one message."""
        if at.view == "wordings":
            return [self._to(self.words.gettext("Less"), name, At())]
        count = count_other_wordings(self.reply.answers)
        if not count or len(split(self.html(At(0, "wordings")))) > 1:
            return []
        return [self._to(self.words.ngettext("Other wording", "Other wordings", count), name, At(0, "wordings"))]

    def _turn(self, name: str, page: int, by: int) -> list[InlineKeyboardButton]:
        label = "‹" if by < 0 else "›"
        return [self._to(label, name, At(page + by))] if 0 <= page + by < self.pages else []

    def _to(self, label: str, name: str, at: At) -> InlineKeyboardButton:
        return self._key(label, SHOW, name, at)

    def _key(self, label: str, verb: str, name: str, at: At) -> InlineKeyboardButton:
        return InlineKeyboardButton(label, callback_data=write_press(verb, name, at.number))
