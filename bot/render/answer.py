"""How does a reader see an answer, or that the articles don't tell?"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from gettext import NullTranslations

from bot.render.dates import write_day
from bot.render.html import escape, italic, mark
from bot.render.source_line import Sources
from bot.render.start import about_html
from corpus.models import Citation, Corpus
from retrieval.analysis import find_terms
from retrieval.answer import Answer, CitedPassage

MOST_UNKNOWN = 3
LONGEST_NAME = 60
LONGEST_QUESTION = 200
"""Characters of a question that is repeated above its answer."""


def answer_html(answer: Answer, corpus: Corpus, words: NullTranslations) -> str:
    return answers_html((answer,), corpus, words)


def answers_html(answers: Sequence[Answer], corpus: Corpus, words: NullTranslations, *, unfolded: bool = False) -> str:
    """One reply to the questions of one message; unfolded, with what other articles say in other words."""
    reply = _Reply(corpus, words, Sources(corpus, words), unfolded)
    if len(answers) == 1:
        return reply.write(answers[0])
    return "\n\n".join(f"<b>{_repeat(answer.question)}</b>\n{reply.write(answer)}" for answer in answers)


def count_other_wordings(answers: Sequence[Answer]) -> int:
    """How many the unfolded reply shows."""
    return sum(len(list(_other_wordings(hit))) for answer in answers for hit in _shown(answer))


@dataclass(frozen=True, slots=True)
class _Reply:
    corpus: Corpus
    words: NullTranslations
    sources: Sources
    unfolded: bool

    def write(self, answer: Answer) -> str:
        match answer.outcome:
            case "answered":
                return self._about(answer) + "\n\n".join(self._passage(hit, answer.terms) for hit in answer.hits)
            case "no_answer":
                return self._about(answer) + self._refusal(answer)
            case "about":
                return about_html(self.corpus, self.words)
            case "unavailable":
                return self.words.gettext("Search is unavailable right now. Please ask again in a minute.")

    def _about(self, answer: Answer) -> str:
        if not answer.understood:
            return ""
        return italic(self.words.gettext("about: {subject}").format(subject=answer.understood)) + "\n"

    def _refusal(self, answer: Answer) -> str:
        sentences = [
            self.words.gettext("The articles don’t tell."),
            _not_mentioned(_join_names(answer.unknown, answer.joined or answer.question), self.words),
            _newest(self.corpus, self.words),
        ]
        lines = [" ".join(sentence for sentence in sentences if sentence)]
        for hit in _shown(answer):
            lines += [
                italic(self.words.gettext("Closest passage, may not answer:")),
                self._passage(hit, answer.terms, "blockquote expandable"),
            ]
        return "\n".join(lines)

    def _passage(self, hit: CitedPassage, terms: Collection[str], tag: str = "blockquote") -> str:
        lines = [_quote(hit.citation, terms, tag), self._cited(hit)]
        if self.unfolded:
            for citation in _other_wordings(hit):
                told = italic(self.words.gettext("in other words:"))
                lines += [told, _quote(citation, terms), self.sources.line(citation.article)]
        return "\n".join(lines)

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


def _shown(answer: Answer) -> Sequence[CitedPassage]:
    """The passages that a reader sees."""
    return answer.hits or ((answer.offered,) if answer.offered else ())


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


def _repeat(question: str) -> str:
    question = " ".join(question.split())
    return escape(question if len(question) <= LONGEST_QUESTION else question[:LONGEST_QUESTION].rstrip() + "…")


def _join_names(names: Sequence[str], question: str) -> list[str]:
    """Super, Bowl: the Super Bowl."""
    joined: list[str] = []
    for name in names:
        if joined and f"{joined[-1]} {name}" in question:
            joined[-1] += f" {name}"
        else:
            joined.append(name)
    return joined


def _not_mentioned(names: Sequence[str], words: NullTranslations) -> str:
    if not names:
        return ""
    *others, last = [escape(name[:LONGEST_NAME]) for name in names[:MOST_UNKNOWN]]
    listed = words.gettext("{names} or {name}").format(names=", ".join(others), name=last) if others else last
    return words.gettext("They don’t mention {names}.").format(names=listed)


def _newest(corpus: Corpus, words: NullTranslations) -> str:
    days = corpus.days
    if not days:
        return ""
    count = len(corpus.articles)
    sentence = words.ngettext("The only one is of {day}.", "The newest of {count} is of {day}.", count)
    return sentence.format(count=count, day=write_day(max(days), words))
