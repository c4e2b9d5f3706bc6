"""How does an answer read in a terminal? As in the chat, without the markup."""

from __future__ import annotations

import re
import textwrap

from bot.i18n import words
from bot.render.answer import answer_html
from bot.render.html import plain
from corpus.models import Corpus
from retrieval.answer import Answer

_QUOTED = re.compile(r"<blockquote(?: expandable)?>(.*?)</blockquote>", re.DOTALL)


def plain_answer(answer: Answer, corpus: Corpus) -> str:
    """The reply of the chat as text, its passages set in from the bot's own words."""
    markup = answer_html(answer, corpus, words(None))
    return plain(_QUOTED.sub(lambda quoted: textwrap.indent(quoted[1], "    "), markup))
