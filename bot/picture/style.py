"""What sizes and colours does a picture have? Pixels of a picture that a phone shows at about a third."""

from __future__ import annotations

from bot.picture.fonts import Style

WIDTH = 1080
MARGIN = 64
RAIL_X = 82
TEXT_X = 136
TEXT_WIDTH = WIDTH - TEXT_X - MARGIN

BACKGROUND = "#fbfaf7"
"""Its own, so that it reads as well in a chat with dark colours."""
RAIL = "#d0d5dc"
REPORTED = "#1f4e8c"
PLANNED = "#c2500a"
"""On the background 4.7:1; the greys below are no fainter."""
_INK = "#1c2128"
_GREY = "#5f6875"

TITLE = Style("semibold", 56, _INK)
SUBTITLE = Style("regular", 34, _GREY)
DATE = Style("semibold", 42, _INK)
PLANNED_DATE = Style("semibold", 42, PLANNED)
TOLD = Style("regular", 42, _INK)
CITED = Style("regular", 34, _GREY)
DIVIDER = Style("semibold", 34, PLANNED)
NOTE_DATE = Style("semibold", 34, _GREY)
NOTE = Style("regular", 34, _GREY)
