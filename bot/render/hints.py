"""What does a reader hear who has not asked anything, or whom the bot has failed?"""

from __future__ import annotations

from gettext import NullTranslations

from bot.render.html import escape, italic


def ask_how(words: NullTranslations) -> str:
    return words.gettext("Ask like this: {example}").format(
        example=escape(words.gettext("/ask Who leads the Russian side?"))
    )


def only_text(words: NullTranslations) -> str:
    return words.gettext("Only text can be read here. Please put the question in words.")


def only_text_not_voice(words: NullTranslations) -> str:
    return words.gettext("Voice messages can’t be heard here. Please type the question.")


def no_such_command(words: NullTranslations) -> str:
    return words.gettext("There is no such command. /help shows what there is.")


def only_so_many(most: int, words: NullTranslations) -> str:
    return italic(words.gettext("Only the first {most} questions were answered.").format(most=most))


def too_old(words: NullTranslations) -> str:
    return words.gettext("That answer is too old to unfold. Ask again.")


def went_wrong(words: NullTranslations) -> str:
    return words.gettext("Something went wrong here. Please ask again in a minute.")
