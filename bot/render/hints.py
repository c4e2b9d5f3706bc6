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
    return words.gettext("These buttons are too old. Please ask again.")


def not_yours(words: NullTranslations) -> str:
    return words.gettext("Only the reader who asked turns these pages. Ask, and you have your own.")


def greeting(bot_name: str, words: NullTranslations, *, hears_all: bool) -> str:
    """To a group that the bot was added to: how it is asked, and what it reads."""
    hears = (
        words.gettext("I answer nothing else that is said here.")
        if hears_all
        else words.gettext("Nothing else that is said here reaches me.")
    )
    return "\n".join(
        (
            words.gettext("Hello! I answer from news articles, in their own words."),
            ask_how(words),
            words.gettext("Or name @{bot}, or reply to one of my messages. {hears}").format(
                bot=escape(bot_name), hears=hears
            ),
        )
    )


def gone(words: NullTranslations) -> str:
    return words.gettext("What this link leads to is no longer in the articles.")


def noted(words: NullTranslations) -> str:
    return words.gettext("Noted. Thank you!")


def not_noted(words: NullTranslations) -> str:
    return words.gettext("That could not be noted. Please try again later.")


def what_was_wrong(words: NullTranslations) -> str:
    return words.gettext("Noted. What was wrong?")


def slow_down(words: NullTranslations) -> str:
    return words.gettext("That is faster than I can answer. Please wait a little, then ask again.")


def went_wrong(words: NullTranslations) -> str:
    return words.gettext("Something went wrong here. Please ask again in a minute.")
