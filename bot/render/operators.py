"""What do operators see in chat: how much is asked, and what in vain?"""

from __future__ import annotations

from collections.abc import Sequence
from gettext import NullTranslations

from bot.querylog.days import every_day
from bot.querylog.gaps import Gap
from bot.querylog.statistics import Counts, Statistics
from bot.records import DAYS
from bot.render.html import escape, italic
from bot.render.punctuation import quoted
from bot.render.shorten import shorten

SPARKS = "▁▂▃▄▅▆▇█"
SHOWN_GAPS = 10
LONGEST_QUESTION = 200
LONGEST_PASSAGE = 120


def stats_text(counted: Statistics, words: NullTranslations) -> str:
    """Under the picture."""
    return "\n".join((_since(words), *_figures(counted, words)))


def stats_html(counted: Statistics, words: NullTranslations) -> str:
    """Where there is no picture."""
    title = f"<b>{escape(_since(words))}</b>"
    if not counted.total.questions:
        return title + "\n" + escape(words.gettext("Nothing was asked."))
    days = every_day(counted.days)
    line = sparkline([day.questions for day in days.values()])
    return "\n".join((title, *map(escape, _figures(counted, words)), f"<code>{line}</code>"))


def gaps_html(found: Sequence[Gap], words: NullTranslations) -> str:
    """The first of them."""
    if not found:
        return words.gettext("Nothing was asked in vain in the last {days} days.").format(days=DAYS)
    title = words.gettext("<b>Asked in vain</b> in the last {days} days, the newest first").format(days=DAYS)
    blocks = [_gap(gap, words) for gap in found[:SHOWN_GAPS]]
    more = len(found) - len(blocks)
    if more > 0:
        blocks.append(italic(words.ngettext("and {count} more", "and {count} more", more).format(count=more)))
    return "\n\n".join([title, *blocks])


def sparkline(values: Sequence[float]) -> str:
    """A character a value; what is not 0 is more than the lowest line."""
    top = max(values, default=0) or 1
    last = len(SPARKS) - 1
    return "".join(SPARKS[min(last, 1 + int(value / top * (last - 1)))] if value else SPARKS[0] for value in values)


def _since(words: NullTranslations) -> str:
    return words.gettext("The last {days} days (UTC)").format(days=DAYS)


def _figures(counted: Statistics, words: NullTranslations) -> list[str]:
    total = counted.total
    commands = sorted(counted.by["command"].items(), key=lambda pair: -pair[1])
    return [
        words.gettext("Questions: {asked} · refused: {refused} · disliked: {disliked}").format(
            asked=f"{total.questions:,}", refused=f"{total.refusal_rate:.0%}", disliked=f"{total.disliked:,}"
        ),
        words.gettext("Answered in {usual}, 95 of 100 in {most}").format(usual=_ms(total, 0.5), most=_ms(total, 0.95)),
        " · ".join(f"/{name} {count:,}" for name, count in commands),
    ]


def _ms(counts: Counts, share: float) -> str:
    milliseconds = counts.latency(share)
    return "–" if milliseconds is None else f"{milliseconds:.0f} ms"


def _gap(gap: Gap, words: NullTranslations) -> str:
    asked = words.ngettext("asked once", "asked {count} times", gap.asked).format(count=gap.asked)
    readers = words.ngettext("by {count} reader", "by {count} readers", gap.readers).format(count=gap.readers)
    lines = [
        quoted(escape(shorten(gap.row.full_question, LONGEST_QUESTION)), words),
        italic(f"{asked} {readers} · {gap.row.at[:10]} · {gap.why}"),
    ]
    if gap.closest:
        passage = shorten(str(gap.closest.citation["text"]), LONGEST_PASSAGE)
        lines.append(words.gettext("closest: {passage}").format(passage=quoted(escape(passage), words)))
    return "\n".join(lines)
