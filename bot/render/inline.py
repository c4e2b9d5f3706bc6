"""What does a reader see who asks from another chat? A passage to send, or that the articles don't tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from gettext import NullTranslations

from bot.render.answer import answer_html, repeat_html
from bot.render.html import plain
from bot.render.shorten import shorten
from bot.render.source_line import Sources
from bot.render.split import split
from corpus.models import Citation, Corpus
from retrieval.answer import Answer

LONGEST_TITLE = 120
LONGEST_DESCRIPTION = 200


@dataclass(frozen=True, slots=True)
class Offer:
    """One line of the list, and what choosing it sends."""

    title: str
    description: str
    markup: str
    citation: Citation | None = None
    """The passage; none where there is no answer."""


def offers(answer: Answer, corpus: Corpus, words: NullTranslations) -> Sequence[Offer]:
    if not answer.hits:
        return [_nothing(answer, corpus, words)]
    return [_passage(answer, number, corpus, words) for number in range(len(answer.hits))]


def _passage(answer: Answer, number: int, corpus: Corpus, words: NullTranslations) -> Offer:
    hit = answer.hits[number]
    source = plain(Sources(corpus, words).line(hit.citation.article)).partition(" ")[2]
    alone = answer_html(replace(answer, hits=(hit,)), corpus, words)
    text = shorten(hit.citation.text, LONGEST_DESCRIPTION)
    return Offer(shorten(source, LONGEST_TITLE), text, split(alone)[0], hit.citation)


def _nothing(answer: Answer, corpus: Corpus, words: NullTranslations) -> Offer:
    """What is sent repeats the question: nobody else in that chat knows it."""
    alone = answer_html(replace(answer, offered=None), corpus, words)
    first, _, rest = plain(alone).partition(". ")
    if answer.outcome == "no_answer":
        alone = f"<i>{repeat_html(answer.question)}</i>\n{alone}"
    return Offer(shorten(first, LONGEST_TITLE), shorten(rest, LONGEST_DESCRIPTION), split(alone)[0])
