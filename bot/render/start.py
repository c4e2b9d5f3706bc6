"""What is this bot, and what does it answer from?"""

from __future__ import annotations

from collections.abc import Sequence
from gettext import NullTranslations

from bot.render.dates import write_day
from bot.render.html import escape
from bot.render.punctuation import end_sentence
from bot.render.shorten import shorten
from corpus.models import Corpus

PLACES = ("Geneva", "Brussels", "Vienna")
"""Where the talks are held that the articles shipped with the bot are about."""
LOOKED_AT = 20
"""Articles that are looked through for these; the shipped ones come first."""
LONGEST_NAME = 40


def start_html(corpus: Corpus, people: Sequence[str], words: NullTranslations) -> str:
    """`people` are those whom the articles quote most. The questions to begin with stand on buttons."""
    lines = [about_html(corpus, words)]
    if people:
        named = ", ".join(escape(shorten(name, LONGEST_NAME)) for name in people)
        lines.append(words.gettext("Most quoted: {names}.").format(names=named))
    return "\n".join([*lines, "", "/timeline · /quotes · /sources · /help · /privacy"])


def about_html(corpus: Corpus, words: NullTranslations, *, by_meaning: bool | None = None) -> str:
    """With `by_meaning`, how passages are found, too."""
    about = words.gettext(
        "<b>talks</b> answers from news articles, in their own words. Where they don’t tell, it says so."
    )
    lines = [about, _holdings(corpus, words)]
    if by_meaning:
        lines.append(
            words.gettext(
                "It finds passages by their words and by their meaning; ask in any language that /language lists."
            )
        )
    elif by_meaning is not None:
        lines.append(words.gettext("It finds passages by their words."))
    return "\n".join(lines)


def _holdings(corpus: Corpus, words: NullTranslations) -> str:
    """2 articles, both of Sun 9 Jan 2022, on the talks planned in Geneva, Brussels and Vienna."""
    count = len(corpus.articles)
    if not count:
        return words.gettext("There are no articles yet.")
    parts = [words.ngettext("{count} article", "{count} articles", count).format(count=count)]
    if dates := _dates(corpus, words):
        parts.append(dates)
    if all(any(place in article.text for article in corpus.articles[:LOOKED_AT]) for place in PLACES):
        parts.append(words.gettext("on the talks planned in Geneva, Brussels and Vienna"))
    return end_sentence(", ".join(parts))


def _dates(corpus: Corpus, words: NullTranslations) -> str:
    days = corpus.days
    if not days:
        return ""
    first, last = write_day(min(days), words), write_day(max(days), words)
    if len(days) < len(corpus.articles):
        return words.gettext("the newest of {day}").format(day=last)
    if first != last:
        return words.gettext("from {first} to {last}").format(first=first, last=last)
    match len(days):
        case 1:
            return words.gettext("of {day}").format(day=first)
        case 2:
            return words.gettext("both of {day}").format(day=first)
        case _:
            return words.gettext("all of {day}").format(day=first)
