"""What is a time expression? Its shapes, written in the classes of words, and where they stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from corpus.times.notation import Notation, compile_notation
from corpus.times.phrases import Phrase
from corpus.times.tokens import Token

_PIECES = {
    "MONTH": "month | abbr dot? | may",
    "WEEKDAY": "weekday | wabbr dot? | wdot dot",
    "YEAR": "year | hundreds word (dash? word)?",
    "MDAY": "day | nth",
    "NO_DAY": "(?! dash? (percent | thousand | million | units | clock) | comma? figure)",
    "MONTH_DAY": """
          MONTH (the? nth | the? ordinal | day) NO_DAY
        | (the? nth of? | the ordinal of | day dot? of?) MONTH (?! figure)""",
    "DATE": "MONTH_DAY (comma? year)? | iso | numeric",
    "WHICH": """this (coming | past) | this | last | next | past | coming | previous | following | current | latest
        | that | same""",
    "NAMED": "(WHICH? (WEEKDAY | wdot) comma? the?)? DATE",
    "ON": "NAMED | (the? WHICH)? WEEKDAY NOT_OF | deictic",
    "NOT_OF": "(?! (in | of) MONTH)",
    "HOUR": """(clock ampm? | dotted ampm | (day | word) (ampm | oclock)) (zone | open zone close | local time)?
        | (year | figure) zone""",
    "PRE": "about | the? end of | the? early (of | in | dash)? | later (in | on)? | the? half of",
    "COUNTED": "day | number | figure | year | word | hundreds | hundred | thousand | million",
    "NUMERAL": "a? COUNTED (dash? (word | hundreds | hundred | thousand | million))*+",
    "COUNT": "(a | the)? few of? | NUMERAL ((dash | to | and) NUMERAL | and a half)? | a half? | half a",
    "APPROX": "about | more than",
    "UNIT": "unit | quarter",
    "UNITS": "unit | units | quarter | quarters",
    "SPAN": "the? WHICH full? fiscal? UNIT",
    "OF_YEAR": "of (the? fiscal? YEAR | SPAN)",
}
"""Pieces that several shapes share. What repeats keeps all it can get: "this past this past" is tried in one way."""

SHAPES = {
    "repeated": """
          often | every (COUNT? UNITS | weekday | MONTH MDAY? | part | season) | weekdays (part | units)?
        | WEEKDAY (parts | units) | WEEKDAY (?= and WEEKDAY (parts | units))""",
    "from_day": "the unit since deictic | COUNT UNITS (from | ago) (deictic | WEEKDAY)",
    "clock_on_day": """
          about? (HOUR | the? early dash? part | the part (?= of) | noon)
          comma? (on | of)? (early | later)? ON""",
    "day_and_clock": "(early | later)? ON comma? (at? about? HOUR | at? noon | (early dash? | at)? part)",
    "date_range": """
          MONTH MDAY (dash | to) MDAY (comma? year)?
        | MDAY dot? (dash | to) MDAY dot? of? MONTH (comma? year)?""",
    "date_pair": """
          MONTH MDAY (?= (comma MDAY)* and MDAY (?! of? MONTH))
        | MDAY dot? (?= (comma MDAY dot?)* and MDAY dot? of? MONTH)
        | (?<= [month abbr may dot] [day nth] comma) MDAY (?= and MDAY)
        | ((?<= [month abbr may dot] [day nth] and) | (?<= [month abbr may dot] [day nth] comma [day nth] and))
          MDAY (comma? year)?""",
    "date": "PRE? NAMED",
    "weekday_of_week": "PRE? WEEKDAY of? the? WHICH unit",
    "weekday_of_month": "the? (ordinal | nth | last) WEEKDAY (in | of) MONTH (comma? of? YEAR | of? SPAN)?",
    "weekday": "PRE? (the? (?! that) WHICH)? WEEKDAY NOT_OF",
    "deictic": "PRE? (deictic | tonight | overnight)",
    "clock": "about? HOUR | (?<= at) noon",
    "part_of_day": """
          (later | early)? (this | last | that) (early | later)? part
        | the (same | following | next | previous)? part
        | (?<= [at to]) early dash? part""",
    "half": "PRE? the? (ordinal | last | latest) half of (the? fiscal? YEAR | SPAN | the unit | the? decade_number)",
    "quarter": """
          PRE? (the | its)? (SPAN poss | year poss? | unit dash (ago | later))?
          (fiscal dash?)? (ordinal | nth) quarter (OF_YEAR | comma? year)?
        | (fiscal dash?)? (ordinal | nth) dash quarter
        | part_name (of? (the? fiscal? YEAR | SPAN))?
        | year part_name""",
    "comparison": """
          (the same?)? unit dash (ago | later) (period | quarter | unit | MONTH)
        | unit dash (ago | later)
        | the same (period | quarter | MONTH) (of | in)? (a unit (ago | later) | SPAN | the? previous unit)
        | (the | SPAN poss | the year) (period | quarter) (a unit (ago | later))?
        | the (latest | current | previous) period""",
    "month": """
          (PRE | the? WHICH)*+ MONTH comma? of? (YEAR | SPAN)
        | (PRE | the? WHICH)*+ month (?! day | figure)
        | (PRE | the? WHICH)*+
          (?<= [in since of for from to this that last next and by early later dash about past]) may
          (?! day | figure)""",
    "season": """
          ((PRE | the? WHICH)++ the? | the | (?<= [in of by since])) season (of? (YEAR | SPAN))?
        | season of? year""",
    "feast": "((?<= [on since at to]) feast | (last | next | this) feast) (?! unit) (comma? year)?",
    "decade": "PRE*+ (the dash?)? PRE*+ (decade_number | (?<= the) decade)",
    "century": "PRE*+ the? (early dash?)? (nth | ordinal) dash? unit",
    "spelled_year": "the unit word thousand | PRE? hundreds word (dash? word)?",
    "offset": "APPROX? COUNT more? UNITS ((and so)? ago (this unit)? | later | hence | from present)",
    "fiscal_year": "PRE*+ the? fiscal unit? year",
    "span": """
          PRE*+ SPAN (and so)? (?! poss? dash (later | ago))
        | PRE++ the? full? fiscal? UNIT (?! dash)
        | the full? fiscal? UNIT (?! dash | since)
        | the? fiscal unit""",
    "year_end": "PRE? UNIT (poss | dash)? end",
    "year": "(?<! money) (PRE*+ (the unit)? year) (?! percent | million | thousand | units | counted | dot day)",
    "vague": """
          the? (recent | coming | future | past) (units | quarters)
        | right? present (?! dash) | more? past_ref | (?<! as) future_ref (?! as | since)
        | the near? future | the past (?! APPROX? COUNT | UNITS) | these units | the (short | near) term""",
    "ahead": "(?<= in) APPROX? COUNT more? UNITS (?! dash | poss)",
    "duration": """
          (the (WHICH | ordinal)?)? APPROX? COUNT more? dash? UNITS (?! dash (later | ago)) (dash? old)?
        | (?<= for) units""",
}
"""Each is named for what resolves it. Of two that begin at the same word, the one above wins."""

_FULL_DATES = {"date": "MONTH_DAY comma? year | iso"}
_SILENT = frozenset(
    """
    the its a of in on at for from to as and since this that these last next open close comma dot dash percent money
    poss about more than few half day nth number figure counted so hundred thousand million word ordinal old full near
    end early later
    """.split()
)
"""Classes that need another one beside them to speak of time."""


def find_phrases(tokens: Sequence[Token]) -> Iterator[Phrase]:
    """The time expressions in a passage's words, in reading order; they don't overlap."""
    grammar, telling = _grammar()
    row = grammar.write([token.kind for token in tokens])
    if telling.search(row):
        for shape, begin, end in grammar.find(row):
            yield Phrase(shape, tokens, begin, end)


def find_full_dates(tokens: Sequence[Token]) -> Iterator[Phrase]:
    """The days that are written out, with their year, and nothing else."""
    notation = _full_dates()
    for shape, begin, end in notation.find(notation.write([token.kind for token in tokens])):
        yield Phrase(shape, tokens, begin, end)


@cache
def _grammar() -> tuple[Notation, re.Pattern[str]]:
    """The shapes, and the classes of which one must be there."""
    notation = compile_notation(SHAPES, _PIECES)
    telling = "".join(letter for kind, letter in notation.letters.items() if kind not in _SILENT)
    return notation, re.compile(f"[{telling}]")


@cache
def _full_dates() -> Notation:
    return compile_notation(_FULL_DATES, _PIECES)
