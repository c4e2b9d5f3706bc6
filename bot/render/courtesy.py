"""What does a reader hear who thanks or greets?"""

from __future__ import annotations

from gettext import NullTranslations

from retrieval.courtesy import Courtesy


def courtesy_html(courtesy: Courtesy, words: NullTranslations) -> str:
    match courtesy:
        case "thanks":
            return words.gettext("You’re welcome! I’m here when you have another question.")
        case "greeting":
            hello = words.gettext("Hello! I answer from news articles, in their own words.")
            return " ".join((hello, words.gettext("What would you like to know?")))
        case "other":
            return words.gettext("I’m here when you have a question.")
