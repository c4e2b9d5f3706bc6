"""How does a reader see one quotation? Its words, and what proves who said them, to whom, when and where."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from gettext import NullTranslations

from bot.render.dates import write_day
from bot.render.html import escape, italic
from bot.render.punctuation import colon
from bot.render.shorten import shorten
from bot.render.source_line import Sources
from corpus.models import Article, Span, Speaker
from corpus.spellings import fold_name, read_person
from retrieval.quote_book import SaidQuote, Statement

LONGEST_QUOTE = 700
"""Characters: five such quotes would not fit into one message, two with their sources do."""
LONGEST_WORDING = 350
MOST_WORDINGS = 2
MOST_ALSO = 5
"""Other articles that are named below a quotation."""
LONGEST_WORDS = 60
"""Characters of a name, a role, a cue or an outlet."""

_SENTENCE_END = re.compile(r"[.!?…][”’\"'»]*(?=\s)")
_SURNAME = re.compile(r"(?:\b[a-z]\S* )*\S+\Z")
_MARKS = " \t\r\n\xa0“”„\"«»‘’',.…"


@dataclass(frozen=True, slots=True)
class QuoteLines:
    """Writes the quotations of one page."""

    sources: Sources
    words: NullTranslations
    named_above: bool
    """Whether all are by the one whom the heading names."""

    def write(self, statement: Statement) -> str:
        """The quotation, and below it the same in other words."""
        wordings, elsewhere = split_others(statement)
        lines = list(self._quotation(statement.quote, LONGEST_QUOTE))
        lines += self._also(elsewhere)
        for said in wordings:
            lines.append(italic(self.words.gettext("in other words:")))
            lines += self._quotation(said, LONGEST_WORDING)
        return "\n".join(lines)

    def _quotation(self, said: SaidQuote, longest: int) -> Iterator[str]:
        if said.is_reported:
            yield italic(colon(self.words.pgettext("indirect speech", "reported"), self.words))
        text = cut(said.citation.text, longest)
        yield f"<blockquote>{escape(text)}</blockquote>"
        goes_on = [italic(self.words.gettext("… goes on"))] if text != said.citation.text else []
        known = said.citation.article in self.sources
        line, source = [*goes_on, *self._told(said)], self.sources.line(said.citation.article)
        if known or not line:
            yield " · ".join([*line, source])
        else:
            yield " · ".join(line)
            yield source

    def _told(self, said: SaidQuote) -> Iterator[str]:
        """Who, by which words, to whom or taken from where, and when."""
        quote = said.quote
        if said.is_sure and said.speaker and not self.named_above:
            role = quote.attribution.role if quote.attribution else None
            yield f"<b>{_short(said.speaker.name)}</b>" + (f", {_short(role)}" if role else "")
        if proof := self._proof(said):
            yield proof
        if said.via:
            yield self.words.gettext("via {outlet}").format(outlet=_short(said.via))
        if quote.said_on:
            yield write_day(quote.said_on, self.words)

    def _proof(self, said: SaidQuote) -> str:
        """The cue; where no name stands beside it, who is meant: “he said” → Ryabkov"""
        quote, text = said.quote, said.citation.article.text
        cue = self._cue(quote.cue.of(text)) if quote.cue else ""
        if not said.is_sure or said.speaker is None or quote.attribution is None:
            return cue
        mention = quote.attribution.mention
        if not mention or _is_named(said.speaker, mention.of(text)):
            return cue
        together = _join(mention, quote.cue, quote.span)
        proof = self.words.gettext("“{words}” → {name}").format(
            words=_short(together.of(text)), name=_short(_surname(said.speaker))
        )
        return proof if together != mention or not cue else f"{cue} · {proof}"

    def _cue(self, cue: str) -> str:
        """Languages that the articles aren’t in set it in quotation marks."""
        return self.words.pgettext("the article's own words", "{cue}").format(cue=_short(cue))

    def _also(self, articles: Sequence[Article]) -> Iterator[str]:
        """Where else it stands; those that have a number come first, on one line."""
        known = [self.sources.line(article) for article in articles[:MOST_ALSO] if article in self.sources]
        new = [article for article in articles[:MOST_ALSO] if article not in self.sources]
        for source in (*filter(None, ["".join(known)]), *map(self.sources.line, new)):
            yield self.words.gettext("also {source}").format(source=source)
        if more := len(articles[MOST_ALSO:]):
            told = self.words.ngettext("and in {more} other article", "and in {more} other articles", more)
            yield italic(told.format(more=more))


def split_others(statement: Statement) -> tuple[list[SaidQuote], list[Article]]:
    """The other wordings that are shown, and the articles that carry the statement, too."""
    told = {_plain(statement.quote)}
    wordings: list[SaidQuote] = []
    elsewhere: dict[str, Article] = {}
    for said in statement.others:
        if len(wordings) < MOST_WORDINGS and _plain(said) not in told:
            told.add(_plain(said))
            wordings.append(said)
        elif said.quote.article_id != statement.quote.quote.article_id:
            elsewhere[said.quote.article_id] = said.citation.article
    return wordings, list(elsewhere.values())


def cut(text: str, longest: int) -> str:
    """The beginning of a text, up to the end of a sentence, else of a word, in its second half."""
    if len(text) <= longest:
        return text
    sentences = [match.end() for match in _SENTENCE_END.finditer(text, longest // 2, longest + 1)]
    words = [match.start() for match in re.finditer(r"\s", text[: longest + 1]) if match.start() > longest // 2]
    return text[: max(sentences or words or [longest])].rstrip()


def _plain(said: SaidQuote) -> str:
    return " ".join(said.citation.text.split()).strip(_MARKS).casefold()


def _short(text: str) -> str:
    return escape(shorten(text, LONGEST_WORDS))


def _surname(speaker: Speaker) -> str:
    found = _SURNAME.search(speaker.name) if speaker.kind == "person" else None
    return found[0] if found else speaker.name


def _is_named(speaker: Speaker, mention: str) -> bool:
    if speaker.kind == "person":
        return read_person(mention).surname in {read_person(name).surname for name in speaker.spellings}
    return fold_name(mention) in map(fold_name, speaker.spellings)


def _join(mention: Span, cue: Span | None, quote: Span) -> Span:
    """Mention and cue as they stand side by side; the mention alone where something stands between them."""
    if cue is None:
        return mention
    both = Span(min(mention.start, cue.start), max(mention.end, cue.end))
    is_clear = both.end <= quote.start or quote.end <= both.start
    return both if is_clear and len(both) <= LONGEST_WORDS else mention
