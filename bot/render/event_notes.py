"""What does a reader hear of a list of events, beside the events?"""

from __future__ import annotations

from gettext import NullTranslations

from bot.render.html import escape, italic
from bot.render.timeline import timeline_html
from bot.render.timeline_pages import turn_pages
from corpus.models import Corpus
from retrieval.listing import EventList


def no_event_html(listed: EventList, corpus: Corpus, words: NullTranslations) -> str:
    """That there is none, and those that are nearest."""
    if listed.wanted.lets_all_through:
        return words.gettext("The articles name no day on which anything happens.")
    pages = turn_pages(listed.nearest, corpus, words)
    if not pages:
        return words.gettext("No such event.")
    return words.gettext("No such event. The nearest:") + "\n\n" + timeline_html(pages[0], corpus, words)


def left_out_html(listed: EventList, words: NullTranslations) -> str:
    """That there are more events; empty where all are listed."""
    if not listed.left_out:
        return ""
    told = words.gettext("The {count} that most articles tell of, of {all}. Narrow it down: {example}").format(
        count=len(listed.found), all=len(listed.found) + listed.left_out, example="/timeline Geneva"
    )
    return italic(escape(told))
