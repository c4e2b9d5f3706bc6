"""How does a reply read in a terminal? As in the chat, without the markup."""

from __future__ import annotations

import re
import textwrap

from bot.render.html import plain

_QUOTED = re.compile(r"<blockquote(?: expandable)?>(.*?)</blockquote>", re.DOTALL)


def as_text(markup: str) -> str:
    """A reply of the chat, its passages set in from the bot's own words."""
    return plain(_QUOTED.sub(lambda quoted: textwrap.indent(quoted[1], "    "), markup))
