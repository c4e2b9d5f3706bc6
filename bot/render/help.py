"""How does one ask?"""

from __future__ import annotations

from gettext import NullTranslations

from bot.render.html import escape, italic


def help_html(bot_name: str, words: NullTranslations) -> str:
    return "\n".join(
        (
            words.gettext("Write a question: {example}").format(
                example=italic(words.gettext("What is planned in Brussels?"))
            ),
            words.gettext(
                "The reply is the passages that answer it, word for word, each with its source. "
                "Where the articles don’t tell, it says so."
            ),
            words.gettext("Go on from an answer: {example}").format(example=italic(words.gettext("And in Vienna?"))),
            "",
            words.gettext("/ask – asks a question, in groups too"),
            words.gettext("/sources – which articles there are"),
            words.gettext("/start – what this bot is"),
            "",
            words.gettext(
                "“Date inferred” means that an article bears no date, and that it was worked out from its text."
            ),
            words.gettext("In a group, mentioning @{bot} or replying to it works too.").format(bot=escape(bot_name)),
        )
    )
