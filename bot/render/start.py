"""What is this bot, and what does it answer from?"""

from __future__ import annotations

from gettext import NullTranslations

from bot.render.dates import write_day
from bot.render.html import italic
from corpus.models import Corpus

PLACES = ("Geneva", "Brussels", "Vienna")
"""Where the talks are held that the articles shipped with the bot are about."""


def start_html(corpus: Corpus, words: NullTranslations) -> str:
    questions = (
        words.gettext("What did Ryabkov say?"),
        words.gettext("Who leads the Russian side?"),
        words.gettext("When do the Geneva talks start?"),
    )
    examples = "\n".join(italic(question) for question in questions)
    go_on = words.gettext("then go on: {example}").format(example=italic(words.gettext("And in Vienna?")))
    return (
        f"{about_html(corpus, words)}\n\n{words.gettext('Ask, for example:')}\n{examples}\n{go_on}\n\n/sources · /help"
    )


def about_html(corpus: Corpus, words: NullTranslations) -> str:
    about = words.gettext(
        "<b>talks</b> answers from news articles, in their own words. Where they don’t tell, it says so."
    )
    return f"{about}\n{_holdings(corpus, words)}"


def _holdings(corpus: Corpus, words: NullTranslations) -> str:
    """2 articles, both of Sun 9 Jan 2022, on the talks planned in Geneva, Brussels and Vienna."""
    count = len(corpus.articles)
    if not count:
        return words.gettext("There are no articles yet.")
    parts = [words.ngettext("{count} article", "{count} articles", count).format(count=count)]
    if dates := _dates(corpus, words):
        parts.append(dates)
    if all(any(place in article.text for article in corpus.articles) for place in PLACES):
        parts.append(words.gettext("on the talks planned in Geneva, Brussels and Vienna"))
    return ", ".join(parts) + "."


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
