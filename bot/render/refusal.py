"""How is a reader told that the articles don't tell?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from gettext import NullTranslations

from bot.render.dates import write_day
from bot.render.html import escape
from corpus.models import Corpus
from retrieval.answer import Answer

MOST_UNKNOWN = 3
LONGEST_NAME = 60
_BETWEEN = r"(?: (?:of|of the|de|de la|del|des|du) | d['’]| )"
"""Words within a name."""


def refusal_html(answer: Answer, corpus: Corpus, words: NullTranslations) -> str:
    """On one line: that they don't, whom they don't mention, and how new they are."""
    if answer.foreign_language:  # then nobody knows whether they tell
        return words.gettext(
            "Your question is in a language that I can’t read well enough. Please ask in that of the articles."
        )
    sentences = (
        words.gettext("The articles don’t tell."),
        _not_mentioned(_join_names(answer.unknown, answer.joined or answer.question), words),
        _newest(corpus, words),
    )
    return " ".join(filter(None, sentences))


def _join_names(names: Sequence[str], question: str) -> list[str]:
    """Super, Bowl: the Super Bowl. Tour, France: the Tour de France."""
    joined: list[str] = []
    for name in names:
        whole = joined and re.search(f"{re.escape(joined[-1])}{_BETWEEN}{re.escape(name)}", question)
        if whole:
            joined[-1] = whole[0]
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
