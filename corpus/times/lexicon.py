"""Which words speak of time, and what does each stand for?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

MONTHS = (
    "january januar jänner",
    "february februar",
    "march märz",
    "april",
    "may mai",
    "june juni",
    "july juli",
    "august",
    "september",
    "october oktober",
    "november",
    "december dezember",
)
"""English and German: the first seed is a translation, and so are others of its kind."""
MONTHS_SHORT = ("jan", "feb febr", "mar", "apr", "may", "jun", "jul", "aug", "sep sept", "oct okt", "nov", "dec dez")
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAYS_SHORT = ("mon", "tue tues", "wed weds", "thu thur thurs", "fri", "sat", "sun")
ORDINALS = (
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
)
_ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
DECADES = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")

UNITS = {
    "second": "TS",
    "minute": "TM",
    "hour": "TH",
    "day": "D",
    "night": "N",
    "week": "W",
    "weekend": "E",
    "fortnight": "F",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "decade": "X",
    "century": "C",
}
"""A unit's letter in TIMEX3 ("T" marks those below a day), or one of ours: N, E, F, X and C are written otherwise."""
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
PARTS = {
    "morning": "TMO",
    "afternoon": "TAF",
    "evening": "TEV",
    "night": "TNI",
    "dawn": "TMO",
    "dusk": "TEV",
    "daytime": "TDT",
}
NOONS = {"noon": "T12:00", "midday": "T12:00", "midnight": "T24:00", "lunchtime": "TMI"}
DEICTIC = {"yesterday": -1, "today": 0, "tomorrow": 1}
VAGUE = {
    "present": "now currently nowadays presently",
    "past_ref": "recently lately",
    "future_ref": "soon shortly",
}
"""Words for a time that no calendar holds."""
SETS = {
    "daily": "P1D",
    "weekly": "P1W",
    "monthly": "P1M",
    "quarterly": "P1Q",
    "annually": "P1Y",
    "yearly": "P1Y",
    "hourly": "PT1H",
    "nightly": "XXXX-XX-XXTNI",
}
ZONES = frozenset("gmt utc est edt et cst cdt ct mst mdt mt pst pdt pt cet cest bst msk z".split())

CLASSES = {
    "the": "the",
    "its": "its their his her our",
    "as": "as",
    "a": "a an",
    "of": "of",
    "in": "in within",
    "on": "on",
    "at": "at",
    "for": "for",
    "from": "from",
    "to": "to until till through thru",
    "and": "and or",
    "since": "since during by before after between over under",
    "this": "this",
    "that": "that",
    "these": "these",
    "last": "last",
    "past": "past",
    "next": "next",
    "coming": "coming upcoming",
    "previous": "previous preceding prior",
    "following": "following subsequent",
    "current": "current ongoing",
    "latest": "latest",
    "same": "same corresponding comparable",
    "recent": "recent",
    "future": "future",
    "every": "every each",
    "early": "early late mid",
    "later": "earlier later sometime",
    "end": "end beginning start middle close rest turn remainder",
    "ago": "ago",
    "hence": "hence",
    "about": "about around nearly almost roughly approximately exactly",
    "more": "more less fewer",
    "than": "than",
    "few": "few several many some couple dozens",
    "half": "half halves",
    "fiscal": "fiscal financial",
    "full": "full whole entire",
    "period": "period",
    "right": "right",
    "tonight": "tonight",
    "overnight": "overnight",
    "local": "local",
    "time": "time",
    "oclock": "o'clock o’clock",
    "hundred": "hundred",
    "thousand": "thousand",
    "million": "million billion",
    "near": "near",
    "term": "term",
    "short": "short long medium",
    "attacks": "attack attacks terror terrorist hijackings hijackers",
    "ended": "ended ending",
    "so": "so",
    "old": "old",
    "counted": "people troops soldiers men women children dead miles kilometers kilometres meters metres feet tons"
    " tonnes dollars euros pounds rubles roubles jobs houses homes villages schools prisoners refugees shares",
}
"""Small words, by the name that the grammar gives them."""


def _numbered(rows: Iterable[str], kind: str, first: int) -> Iterator[tuple[str, tuple[str, object]]]:
    for number, row in enumerate(rows, first):
        for word in row.split():
            yield word, (kind, number)


def _build() -> dict[str, tuple[str, object]]:
    words: dict[str, tuple[str, object]] = {word: (kind, word) for kind, row in CLASSES.items() for word in row.split()}
    words.update((word, (kind, word)) for kind, row in VAGUE.items() for word in row.split())
    words.update((unit, ("unit", letter)) for unit, letter in UNITS.items())
    words.update((f"{unit}s", ("units", letter)) for unit, letter in UNITS.items())
    words["centuries"] = ("units", "C")
    words.update((word, ("season", code)) for word, code in SEASONS.items())
    words.update((word, ("part", code)) for word, code in PARTS.items())
    words.update((f"{word}s", ("parts", code)) for word, code in PARTS.items() if word != "night")
    words.update((word, ("noon", code)) for word, code in NOONS.items())
    words.update((word, ("deictic", days)) for word, days in DEICTIC.items())
    words.update((word, ("often", value)) for word, value in SETS.items())
    words.update((zone, ("zone", zone)) for zone in ZONES)
    words.update(_numbered(MONTHS_SHORT, "abbr", 1))
    words.update(_numbered(MONTHS, "month", 1))
    words.update(_numbered(WEEKDAYS_SHORT, "wabbr", 1))
    words.update(_numbered(WEEKDAYS, "weekday", 1))
    words.update(_numbered((f"{day}s" for day in WEEKDAYS), "weekdays", 1))
    words.update(_numbered(ORDINALS, "ordinal", 1))
    words.update(_numbered(_ONES, "word", 1))
    words.update((ten, ("word", 10 * number)) for number, ten in enumerate(_TENS, 2))
    words.update((name, ("decade", 1900 + 10 * number)) for number, name in enumerate(DECADES, 2))
    words["eighteen"], words["nineteen"] = ("hundreds", 18), ("hundreds", 19)
    words["quarter"], words["quarters"] = ("quarter", "Q"), ("quarters", "Q")
    words["second"] = ("ordinal", 2)
    words["night"] = ("part", "TNI")
    return words


LEXICON = _build()
