"""Why does a time expression mean what it means? The names of the rules, for whoever tells a reader."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

Rule = Literal[
    "absolute",
    "near",
    "past",
    "future",
    "named",
    "deictic",
    "week-ahead",
    "offset",
    "anaphoric",
    "fiscal",
    "vague",
    "duration",
    "set",
    "unresolved",
]

MEANINGS: Mapping[Rule, str] = {
    "absolute": "It is written out: day and year, month and year, year.",
    "near": "Nothing around it tells past from future: a weekday is the most recent, else the nearest is taken.",
    "past": "The words of its cue tell of what has been: the most recent one up to the day of publication.",
    "future": "The words of its cue tell of what is to come: the next one from the day of publication on.",
    "named": "It says itself where it lies, seen from the day of publication: last Friday, next week, this year.",
    "deictic": "It is counted from the day of publication: yesterday, tonight, this morning.",
    "week-ahead": "In a paper of a Sunday, this week looking ahead is the week that begins the next day.",
    "offset": "It is counted from the day of publication: two weeks ago.",
    "anaphoric": "It is counted from, or the same as, a time named before: the day before, a year earlier.",
    "fiscal": "It is a company's or a state's own year, whose days are not known.",
    "vague": "No calendar holds it: now, recently, soon.",
    "duration": "How long something takes.",
    "set": "How often something happens.",
    "unresolved": (
        "It would be counted from a day of publication, or from a time named before, and none is known. "
        "The value of an hour then holds the likeliest day, and no day is claimed."
    ),
}
"""What each rule did. Apart from absolute, fiscal, vague, duration and set, all start from `Article.day`."""
