"""How does a reader see an answer, or that the articles don't tell?"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from gettext import NullTranslations
from typing import Literal

from bot.render.context import REACH, context_html, has_context
from bot.render.courtesy import courtesy_html
from bot.render.html import escape, italic, mark
from bot.render.refusal import refusal_html
from bot.render.resolved import resolved_html
from bot.render.source_line import Sources
from bot.render.split import split
from bot.render.start import about_html
from corpus.models import Citation, Corpus
from retrieval.analysis import find_terms
from retrieval.answer import Answer, CitedPassage
from retrieval.courtesy import find_courtesy

View = Literal["plain", "context", "wordings"]
"""An answer by itself, with what is around its passages, or with what other articles say in other words."""

LONGEST_QUESTION = 200
"""Characters of a question that is repeated above its answer."""


def answer_html(answer: Answer, corpus: Corpus, words: NullTranslations) -> str:
    return answers_html((answer,), corpus, words)


def answers_html(
    answers: Sequence[Answer],
    corpus: Corpus,
    words: NullTranslations,
    view: View = "plain",
    *,
    titled: bool = False,
) -> str:
    """One reply to the questions of one message; titled, a single question stands above its answer, too."""
    if view == "context":
        return _in_one_message(lambda reach: _answers_html(answers, _Reply(corpus, words, view, reach), titled=titled))
    return _answers_html(answers, _Reply(corpus, words, view), titled=titled)


def further_html(  # noqa: PLR0913, PLR0917 - a page and all that it is made of
    hits: Sequence[CitedPassage],
    answer: Answer,
    page: tuple[int, int],
    corpus: Corpus,
    words: NullTranslations,
    view: View = "plain",
) -> str:
    """A page of the passages below those that answer: its number, and how many pages there are."""
    number, count = page
    told = words.gettext("The next closest passages, may not answer:")
    if count > 1:
        told = words.gettext("The next closest passages, may not answer ({number} of {count}):")
    told = told.format(number=number, count=count)

    def write(reach: int) -> str:
        reply = _Reply(corpus, words, view, reach)
        return "\n\n".join([italic(told), *(reply.passage(hit, answer.terms) for hit in hits)])

    return _in_one_message(write)


def shown_passages(answer: Answer) -> Sequence[CitedPassage]:
    """The passages that a reader sees."""
    return answer.hits or ((answer.offered,) if answer.offered else ())


def count_other_wordings(answers: Sequence[Answer]) -> int:
    """How many the unfolded reply shows."""
    return sum(len(list(_other_wordings(hit))) for answer in answers for hit in shown_passages(answer))


def _answers_html(answers: Sequence[Answer], reply: _Reply, *, titled: bool) -> str:
    if len(answers) == 1 and not titled:
        return reply.write(answers[0])
    return "\n\n".join(f"<b>{repeat_html(answer.question)}</b>\n{reply.write(answer)}" for answer in answers)


def _in_one_message(write: Callable[[int], str]) -> str:
    """With as much of what is around the passages as fits."""
    for reach in range(REACH, -1, -1):
        parts = split(write(reach))
        if len(parts) == 1:
            break
    return parts[0]


class _Reply:
    def __init__(self, corpus: Corpus, words: NullTranslations, view: View, reach: int = REACH) -> None:
        self.corpus = corpus
        self.words = words
        self.sources = Sources(corpus, words)
        self.unfolded = view == "wordings"
        self.reach = reach if view == "context" else 0

    def write(self, answer: Answer) -> str:
        match answer.outcome:
            case "answered":
                return self._about(answer) + "\n\n".join(self.passage(hit, answer.terms) for hit in answer.hits)
            case "no_answer":
                return self._about(answer) + self._refusal(answer)
            case "about":
                if courtesy := find_courtesy(answer.question):
                    return courtesy_html(courtesy, self.words)
                return about_html(self.corpus, self.words, by_meaning=answer.by_meaning)
            case "unavailable":
                return self.words.gettext("Search is unavailable right now. Please ask again in a minute.")

    def _about(self, answer: Answer) -> str:
        if not answer.understood:
            return ""
        return italic(self.words.gettext("about: {subject}").format(subject=answer.understood)) + "\n"

    def _refusal(self, answer: Answer) -> str:
        lines = [refusal_html(answer, self.corpus, self.words)]
        for hit in shown_passages(answer):
            lines += [
                italic(self.words.gettext("Closest passage, may not answer:")),
                self.passage(hit, answer.terms, "blockquote expandable"),
            ]
        return "\n".join(lines)

    def passage(self, hit: CitedPassage, terms: Collection[str], tag: str = "blockquote") -> str:
        lines = [_quote(hit.citation, terms, tag), self._cited(hit), self._resolved(hit.citation)]
        if self.unfolded:
            for citation in _other_wordings(hit):
                told = italic(self.words.gettext("in other words:"))
                source = self.sources.line(citation.article)
                lines += [told, _quote(citation, terms), source, self._resolved(citation)]
        if self.reach and has_context(hit.number, self.corpus):
            lines.append(context_html(hit.number, self.corpus, self.reach))
        return "\n".join(filter(None, lines))

    def _resolved(self, citation: Citation) -> str:
        return resolved_html(self.corpus.times_in(citation), citation, self.words)

    def _cited(self, hit: CitedPassage) -> str:
        """The source, and the other articles that say the same: named once, numbered after that."""
        own = hit.citation.article
        below = {citation.article.id for citation in _other_wordings(hit)} if self.unfolded else set()
        lines = [self.sources.line(own)]
        for article in {citation.article.id: citation.article for citation in hit.also}.values():
            if article.id == own.id or article.id in below:
                continue
            known = article in self.sources
            also = self.words.gettext("also {source}").format(source=self.sources.line(article))
            if known:
                lines[0] += f" · {also}"
            else:
                lines.append(also)
        return "\n".join(lines)


def _other_wordings(hit: CitedPassage) -> Iterator[Citation]:
    """What other articles say the same with, where it isn't the same to the letter."""
    told = {_plain(hit.citation)}
    for citation in hit.also:
        if citation.article.id != hit.citation.article.id and _plain(citation) not in told:
            told.add(_plain(citation))
            yield citation


def _plain(citation: Citation) -> str:
    return " ".join(citation.text.split())


def _quote(citation: Citation, terms: Collection[str], tag: str = "blockquote") -> str:
    """The passage with the question's words in bold."""
    text = citation.text
    marked = mark(text, [found.span for found in find_terms(text) if found.term in terms])
    return f"<{tag}>{marked}</blockquote>"


def repeat_html(question: str) -> str:
    """A question, as it stands above its answer."""
    question = " ".join(question.split())
    return escape(question if len(question) <= LONGEST_QUESTION else question[:LONGEST_QUESTION].rstrip() + "…")
