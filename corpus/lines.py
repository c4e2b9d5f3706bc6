"""Of what kind is a line, by its look alone?"""

from __future__ import annotations

import re
from typing import Literal

BlockKind = Literal["prose", "heading", "caption", "stamp", "furniture"]

MAX_HEADING_CHARACTERS = 100
"""Longer lines are no headings, page furniture or stamps; the seeds' longest heading has 56."""
MAX_CREDIT_CHARACTERS = 80
MAX_CAPTION_CHARACTERS = 500
"""Agencies' captions have up to about 400; a longer paragraph before a credit is prose."""

_ENDS_SENTENCE = re.compile(r"[.!?…:;,。！？：；，।؟۔]['\"’”“»«)\]」』）]*$")
_LIST_ITEM = re.compile(r"(?:[-*•·–—]|\d{1,2}[.)](?=\s))\s*[^\W_]")
_DATE = r"""
    (?=.*(?:\d{4}-\d\d-\d\d|[^\W\d]{3}.*\d{4}|\d{4}.*[^\W\d]{3}))   # words and a year, or an ISO date
    (?: (?: jan(?:uary?)? | feb(?:ruary?)? | mar(?:ch)? | märz | apr(?:il)? | may | mai | june? | juni | july? | juli
          | aug(?:ust)? | sept?(?:ember)? | o[ck]t(?:ober)? | nov(?:ember)? | de[cz](?:ember)?
          | (?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)? | [ap]\.?m | uhr | at | on | um | of
          | [ecmp][sd]?t | gmt | utc | cest? | bst | msk )\b
      | \d++ (?:st|nd|rd|th|t(?=\d))? | z\b | [\s.,:|·–—()/+-]
    )++
"""
_STAMP = re.compile(
    rf"(?:as\ of|stand|date|(?:last\ |first\ )?(?:updated|modified|published|posted))(?:\ on|\ at)?\s*:?\s {_DATE}",
    re.VERBOSE | re.IGNORECASE,
)
_BARE_DATE = re.compile(rf"(?=.*(?<!\d)\d{{1,2}}(?![\d:])) {_DATE}", re.VERBOSE | re.IGNORECASE)
_FURNITURE = re.compile(
    r"""
      source\ link | advertisement | print | comments? | related(?:\ (?:stories|articles|topics))? :?
    | with\ (?:\w+\ ){0,3}wires?(?:\ services)?
    | (?:read|see|watch)\ (?:more|also|next)\b (?!\ than).* | (?:story|article)\ continues\ below\b .*
    | (?:continue\ reading|click\ here|sign\ up|subscribe|follow\ us|share\ (?:this|on)|all\ rights\ reserved)\b .*
    | share | © .* | loading\W*
    """,
    re.VERBOSE | re.IGNORECASE,
)
_AGENCY = r"(?:AP(?:\ Photo)?|AFP|EPA(?:-EFE)?|R(?:euters|EUTERS)|Getty(?:\ Images)?|Shutterstock|TASS|Sputnik|UPI|dpa)"
_LABEL = r"(?:[Pp]hoto(?:graph)?|[Ii]mage|[Pp]icture|[Cc]redit|[Ff]oto)s?(?:\ (?:by|[Cc]redit))?"
_NAMES = r"[A-Z][\w.’'-]++(?:\ [A-Z][\w.’'-]++){0,3}"
_CREDIT = re.compile(
    rf"""
    \(? (?: {_LABEL}\s*[:/].* | ©(?!\s*\d{{4}}).* | {_AGENCY}(?:\s*[/|].*)? | .*[/|]\s*{_AGENCY}
          | (?=.*\ ){_NAMES}\ ?/\ ?{_NAMES} )  # Brendan Hoffman/Archive
    \.?\)?\.?
    """,
    re.VERBOSE,
)
_CREDIT_AT_END = re.compile(
    rf"""
      \( (?: [Pp]hoto\b[^()]* | {_AGENCY}\s*[/|][^()]* | [^()]*[/|]\s*{_AGENCY}\.? ) \)\.?\Z
    | (?<=[.!?”"])\s{_LABEL}:\s[^.]+\.?\Z
    """,
    re.VERBOSE,
)


def find_kind(words: str) -> BlockKind:
    """The kind of a trimmed line that stands alone."""
    short = len(words) <= MAX_HEADING_CHARACTERS
    if short and _STAMP.fullmatch(words):
        return "stamp"
    if not any(map(str.isalpha, words)) or (short and _FURNITURE.fullmatch(words)):
        return "furniture"
    if is_credit(words) or (len(words) <= MAX_CAPTION_CHARACTERS and _CREDIT_AT_END.search(words)):
        return "caption"
    return "heading" if short and _reads_like_heading(words) else "prose"


def is_bare_date(words: str) -> bool:
    """A full date and nothing else: a stamp where it stands above the prose, a heading further down."""
    return len(words) <= MAX_HEADING_CHARACTERS and bool(_BARE_DATE.fullmatch(words))


def is_credit(words: str) -> bool:
    """Who took a picture, and nothing else."""
    return len(words) <= MAX_CREDIT_CHARACTERS and bool(_CREDIT.fullmatch(words))


def may_be_caption(words: str) -> bool:
    """Whether a line can be the caption of the credit that follows it."""
    return len(words) <= MAX_CAPTION_CHARACTERS and find_kind(words) in ("prose", "heading")


def ends_sentence(words: str) -> bool:
    return bool(_ENDS_SENTENCE.search(words))


def _reads_like_heading(words: str) -> bool:
    """Without a sentence's end, no item of a list, and not the lower-case rest of something."""
    first = next(filter(str.isalnum, words))
    return not (ends_sentence(words) or _LIST_ITEM.match(words) or first.islower())
