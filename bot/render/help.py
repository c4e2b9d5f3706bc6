"""How does one ask, and how are the answers made?"""

from __future__ import annotations

from gettext import NullTranslations

from bot.render.html import escape, italic
from bot.render.start import about_html
from corpus.models import Corpus


def help_html(bot_name: str, words: NullTranslations) -> str:
    """All on one screen of a phone."""
    bot = escape(bot_name)
    return "\n".join(
        (
            words.gettext("Write a question: {example}").format(
                example=italic(words.gettext("What is planned in Brussels?"))
            ),
            words.gettext("Go on from the answer: {example}").format(example=italic(words.gettext("And in Vienna?"))),
            words.gettext("Edit your question, and the answer changes with it."),
            "",
            words.gettext("{command} – who said what, by name, words or date").format(command="/quotes Ryabkov"),
            words.gettext("{command} – what happens when, with a picture").format(command="/timeline Geneva"),
            words.gettext("{command} – the articles, to read").format(command="/sources"),
            words.gettext("{command} – how answers are made").format(command="/about"),
            words.gettext("{command} – in which language I speak").format(command="/language"),
            words.gettext("{commands} – what is kept of you: told, as a file, deleted").format(
                commands="/privacy, /mydata, /forget"
            ),
            "",
            words.gettext("In a group: {ask}, @{bot}, or a reply to one of my messages.").format(ask="/ask", bot=bot),
            words.gettext("In any chat: type @{bot} and a question.").format(bot=bot),
        )
    )


def how_html(corpus: Corpus, version: str, words: NullTranslations, *, by_meaning: bool = False) -> str:
    """What /about says."""
    return "\n".join(
        (
            about_html(corpus, words, by_meaning=by_meaning),
            "",
            words.gettext(
                "An answer is the passages that give it, word for word, each with its source. Nothing is summed up "
                "or made up: only what stands in an article is quoted."
            ),
            words.gettext(
                "Days are worked out from the date of the article. “Date inferred” means that it bears none, and "
                "that it was worked out from its text."
            ),
            words.gettext("The articles are theirs who wrote them. {command} names them.").format(command="/sources"),
            "",
            italic(words.gettext("Version {version}").format(version=version)),
        )
    )
