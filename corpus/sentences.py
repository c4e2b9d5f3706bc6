"""Where do sentences begin and end, and which passages does an article hold?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from corpus.clean import Block
from corpus.models import Article, Passage, Span

MAX_PASSAGE_CHARACTERS = 1000
"""Longer "sentences" are tables or lists without a full stop; three passages must fit one message of 4,096."""

_QUOTES = "\"'‘’“”„«»‹›「『"
_CLOSER = r"[\"'’“”«»‹›)\]」』）]|[ \xa0\u202f]»(?!\w)"
_BOUNDARY = re.compile(
    rf"""
    (?<![.!?…。！？]) (?P<stop>[.!?…。！？]++) (?P<closers>(?:{_CLOSER})*+) (?P<space>\s++|(?<=[。！？」』）]))
    (?= (?:[–—-]++\s*+)? (?P<openers>[{_QUOTES}(\[]*+) (?P<next>\S) )
    """,
    re.VERBOSE,
)
_WORD = re.compile(r"[^\W\d_]{2}|[\u3040-\u9fff]")
_LAST_WORD = re.compile(r"[\w./:?=&#]*\Z")
_INITIALS = re.compile(r"(?:[^\W\d_]{1,2}\.&?)*[^\W\d_]{1,2}")
_TITLES = frozenset(
    """
    Mr Mrs Ms Mx Dr Prof Gen Col Lt Capt Cmdr Sgt Maj Adm Sen Sens Rep Reps Gov Govs Pres Hon Rev Msgr Mme Mlle Fr
    Messrs Supt Det Insp Ft Mt v vs cf e.g i.e approx ca bzw z.B
    """.split()
)
"""Abbreviations that a name or a figure always follows."""
_NUMBERED = frozenset("No no Nos nos Nr Fig fig Art art Vol vol pp p Sec sec Ch ch".split())
"""Abbreviations that a figure follows, else they are words: "he said no."."""
_MAY_END = frozenset(
    """
    Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thurs Fri Sat Sun Inc Ltd Co Corp Bros etc
    al Jr Sr St Ave Blvd Rd Dept dept Ph.D Ala Ariz Ark Calif Colo Conn Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss
    Mo Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo
    """.split()
)
"""Abbreviations that end a sentence only where the next word looks like the beginning of one."""
_FIGURE = re.compile(r"\d|[IVXLC]{2}")
_MONTH = re.compile(r"(?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)")
_STARTER = re.compile(
    r"""
    (?:Mr|Mrs|Ms)\. | (?:A|After|All|Also|Among|An|And|Any|As|At|Because|Before|Both|But|By|Despite|During|Each|Earlier
    |Even|Finally|For|From|He|Her|Here|His|How|However|I|If|In|Initially|Instead|It|Its|Last|Later|Many|Meanwhile|More
    |Most|My|No|Nor|Not|On|One|Or|Other|Our|Recently|Several|She|Since|So|Some|Such|That|The|Their|Then|There|These
    |They|This|Those|Though|Thus|To|Today|Two|Under|Until|We|What|When|Where|Which|While|Who|Why|With|Yesterday|You
    |Your)\b(?!\.)
    """,
    re.VERBOSE,
)
_SPEAKS = re.compile(r"(?:[A-Z][\w’'-]*\s+){1,4}(?:said|says|asked|added|wrote|told|replied|tweeted|shouted|warned)\b")


def split_sentences(text: str, span: Span) -> list[Span]:
    """The sentences within a span of the text, trimmed; nothing but white space lies between them."""
    sentences = []
    start, word = span.start, _WORD.search(text, span.start, span.end)
    for match in _BOUNDARY.finditer(text, span.start, span.end):
        if word and word.start() < match.start() and _is_boundary(text, match):
            word = _WORD.search(text, match.end("space"), span.end)
            if word is None:  # what is left are marks or figures, and stays with this sentence
                break
            sentences.append(Span(start, match.start("space")))
            start = match.end("space")
    sentences.append(Span(start, span.end))
    return [part for sentence in sentences for part in _split_long(text, sentence)]


def find_passages(article: Article, blocks: Iterable[Block]) -> list[Passage]:
    """Every sentence of prose, every heading and every caption, in reading order."""
    return [
        Passage(article.id, span, block.span, block.kind)
        for block in blocks
        if block.kind in ("prose", "heading", "caption")
        for unit in block.units
        for span in (split_sentences(article.text, unit) if block.kind == "prose" else _split_long(article.text, unit))
    ]


def _is_boundary(text: str, match: re.Match[str]) -> bool:
    stop, closers, openers = match["stop"], match["closers"], match["openers"]
    rest = text[match.start("next") : match.start("next") + 80]
    if rest[0].islower() or (closers and stop != "." and not openers and _SPEAKS.match(rest)):
        return False
    if stop in ("...", "…") and text[match.start() - 1].isspace():  # words left out, not a sentence's end
        return False
    if stop != "." or ")" in closers:
        return True
    before = _LAST_WORD.search(text, max(0, match.start() - 20), match.start())
    return _ends_sentence(before[0] if before else "", openers, rest)


def _ends_sentence(before: str, openers: str, rest: str) -> bool:
    """Whether a full stop after the word `before` ends the sentence, given what comes after."""
    known = before.capitalize() if before.isupper() and len(before) > 1 else before
    if known in _TITLES:
        return False
    if known in _NUMBERED:
        return not _FIGURE.match(rest)
    if before.isdigit() and len(before) <= 2:
        return not _MONTH.match(rest)  # German: am 9. Januar
    if known in _MAY_END or (before != "I" and _is_initials(before)):
        return bool(_STARTER.match(rest)) or (len(before) > 1 and any(quote in openers for quote in _QUOTES))
    return True


def _is_initials(word: str) -> bool:
    """J, U.S, p.m, D.Sc; not AP, 9.40 or example.com."""
    return bool(_INITIALS.fullmatch(word)) and (len(word) == 1 or "." in word)


def _trim(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _split_long(text: str, span: Span) -> Iterator[Span]:
    """A trimmed span in parts of a passage's length at most, cut at white space where there is any."""
    span = _trim(text, span)
    while len(span) > MAX_PASSAGE_CHARACTERS:
        limit = span.start + MAX_PASSAGE_CHARACTERS
        cut = next((at for at in range(limit, span.start, -1) if text[at].isspace()), limit)
        yield _trim(text, Span(span.start, cut))
        span = _trim(text, Span(cut, span.end))
    if len(span):
        yield span
