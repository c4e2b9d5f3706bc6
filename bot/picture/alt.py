"""What does the picture show, for those who don't see it?"""

from __future__ import annotations

from gettext import NullTranslations
from itertools import groupby

from bot.render.dates import write_period
from bot.render.punctuation import colon, end_sentence
from bot.render.timeline import captions_heading, page_number, planned_heading
from bot.render.timeline_pages import Page, span_of

LONGEST = 1024
"""UTF-16 units of a photo's caption."""


def alt_text(page: Page, words: NullTranslations) -> str:
    """Plain text with the days; what happens on them is told by the message under the picture."""
    sentences = [words.gettext("Timeline, {days}.").format(days=write_period(*span_of(page), "day", words))]
    for section, lines in groupby(page.lines, key=lambda line: line.item.section):
        heading = {
            "reported": colon(words.gettext("reported"), words),
            "planned": colon(planned_heading(words), words),
            "weeks": colon(words.gettext("weeks"), words),
            "captions": captions_heading(words),
        }[section]
        days = "; ".join(dict.fromkeys(line.when for line in lines))
        sentences.append(end_sentence(f"{heading[0].upper()}{heading[1:]} {days}"))
    if page.count > 1:
        sentences.append(f"({page_number(page, words)})")
    text = " ".join(sentences)
    return text if len(text) <= LONGEST // 2 else _cut(text)


def _cut(text: str) -> str:
    units = text.encode("utf-16-le")
    if len(units) <= 2 * LONGEST:
        return text
    return units[: 2 * (LONGEST - 1)].decode("utf-16-le", "ignore").rstrip() + "…"
