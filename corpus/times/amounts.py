"""How long, how often, or how long ago?"""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

from corpus.times import days
from corpus.times.phrases import Phrase
from corpus.times.readings import Context, Reading
from corpus.times.tokens import Token

_NEAR = 6
"""Characters: farther from the verb, "in two years" may belong to "the first"."""
_FARTHEST = 10**5
"""More units than that lie beyond every calendar."""
_WRITTEN = {"X": ("Y", 10), "C": ("Y", 100), "F": ("W", 2), "N": ("D", 1), "E": ("D", 2)}
"""Units that TIMEX3 durations have no letter for."""
_FIGURES = ("day", "number", "figure", "year")
_TWENTY = 20
_POWERS = {"hundred": 100, "thousand": 1000, "million": 10**6}
_SET_PARTS = {"season": "XXXX-{}", "part": "XXXX-XX-XX{}"}


def offset(phrase: Phrase, context: Context) -> Reading | None:
    """Two weeks ago: from the day of publication. Two weeks later: from the day spoken of."""
    count, unit = count_of(phrase), phrase.unit
    if count is None and phrase.has("ago"):
        return Reading("PAST_REF", "vague")
    if count is None or unit.startswith("T"):
        return duration(phrase, context)
    anaphoric = phrase.has("later")
    back = phrase.has("ago") or any(token.value == "earlier" for token in phrase.own)
    if back and unit == "Y" and count == 1 and context.quarter:
        return Reading(f"{int(context.quarter[:4]) - 1:04}{context.quarter[4:]}", "anaphoric")
    anchor = _anchor(unit, context) if anaphoric else context.reference
    value = _shift(anchor, unit, -count if back else count)
    if value:
        return Reading(value, "anaphoric" if anaphoric else "offset")
    return None if anchor else duration(phrase, context)


def _anchor(unit: str, context: Context) -> dt.date | None:
    if context.day or unit != "Y":
        return context.day
    return dt.date(context.year, 1, 1) if context.year else context.reference


def ahead(phrase: Phrase, context: Context) -> Reading | None:
    """In two weeks, right behind what is to come: else it is how long something takes, or goes back."""
    count, cue = count_of(phrase), context.cue(phrase)
    first = phrase.begin > 1 and phrase.tokens[phrase.begin - 2].kind == "ordinal"
    if count and not first and cue and cue.side == "future" and not phrase.unit.startswith("T"):
        value = _shift(context.reference, phrase.unit, count)
        if value and 0 <= phrase.own[0].start - cue.span.end <= _NEAR:
            return Reading(value, "offset", cue=cue)
    return duration(phrase, context)


def _shift(anchor: dt.date | None, unit: str, count: float) -> str | None:
    if anchor is None or not float(count).is_integer() or abs(count) > _FARTHEST:
        return None
    return days.shift(anchor, unit, int(count))


def duration(phrase: Phrase, context: Context) -> Reading | None:
    del context
    count = count_of(phrase)
    letter, factor = _WRITTEN.get(phrase.unit, (phrase.unit, 1))
    amount = "X" if count is None else f"{count * factor:.12g}"
    return Reading(f"P{'T' if letter.startswith('T') else ''}{amount}{letter[-1]}", "duration", "DURATION")


def count_of(phrase: Phrase) -> float | None:
    """How many; None where it isn't said, or only between which numbers."""
    kinds = [token.kind for token in phrase.own]
    if "few" in kinds:
        return 2.0 if any(token.value == "couple" for token in phrase.own) else None
    if "to" in kinds or _is_either(phrase) or _is_range(phrase):
        return None
    total = 0.0
    for token in phrase.own:
        if token.kind in (*_FIGURES, "word", "hundreds") and isinstance(token.value, int):
            total += token.value
        elif token.kind in _POWERS:
            total = max(total, 1) * _POWERS[token.kind]
        elif token.kind == "half":
            total += 0.5
    return total or (1.0 if "a" in kinds else None)


def _is_either(phrase: Phrase) -> bool:
    """Two or three; not two or so."""
    return any(token.value == "or" and after.kind != "so" for token, after in pairwise(phrase.own))


def _is_range(phrase: Phrase) -> bool:
    """5-10 years, two-three years; not twenty-five."""
    return any(
        token.kind == "dash" and (_is_small(before) or before.kind in _FIGURES) and after.kind in (*_FIGURES, "word")
        for before, token, after in zip(phrase.own, phrase.own[1:], phrase.own[2:], strict=False)
    )


def _is_small(token: Token) -> bool:
    return token.kind == "word" and isinstance(token.value, int) and token.value < _TWENTY


def repeated(phrase: Phrase, context: Context) -> Reading | None:
    """Daily, every Monday, each July."""
    if token := phrase.first("often"):
        return Reading(str(token.value), "set", "SET")
    if weekday := phrase.number("weekday", "weekdays"):
        part = phrase.first("part", "parts")
        name = part.value if part else "TNI" if phrase.unit == "N" else ""
        return Reading(f"XXXX-WXX-{weekday}{name}", "set", "SET")
    if month := phrase.month:
        day = phrase.number("day", "nth")
        return Reading(f"XXXX-{month:02}" + (f"-{day:02}" if day else ""), "set", "SET")
    if token := phrase.first(*_SET_PARTS):
        return Reading(_SET_PARTS[token.kind].format(token.value), "set", "SET")
    found = duration(phrase, context)
    return Reading(found.value.replace("X", "1"), "set", "SET") if found else None
