"""Is a word a verb of saying where it stands, and whose?"""

from __future__ import annotations

from collections.abc import Sequence

from corpus.quotes.cues import ALSO_NOUNS, INVERTING, STRONG, WEAK
from corpus.quotes.frames import Token
from corpus.quotes.grammar import BE, CONJUNCTIONS, DETERMINERS, POSSESSIVES, PRONOUNS, is_adverb
from corpus.quotes.phrases import Phrase, is_name_word, is_word, phrase_right
from corpus.quotes.subjects import subject_first, subject_left
from corpus.speakers.titles import OFFICES

MAX_CLAUSE = 60
"""How many tokens before a verb its clause may begin; it keeps endless sentences linear."""

_NOUN_FOLLOWS = frozenset("a an the his her its their our my of".split())
_EMBEDDING = frozenset("that if whether how because whom".split())
_SUBJECTS = frozenset("he she they i we".split())


def weight(tokens: Sequence[Token], at: int) -> float | None:
    """How little a verb tells of saying; None where the word is no such verb."""
    token = tokens[at]
    weight = 0.0 if token.lower in STRONG else 1.0 if token.lower in WEAK else None
    if weight is None or (at and not token.text.islower()) or _is_noun(tokens, at):
        return None
    return weight


def _is_noun(tokens: Sequence[Token], at: int) -> bool:
    """The claim, his comments, terrorist attacks; not: he claims, Blinken also comments."""
    before = tokens[at - 1]
    if at and (before.lower in _NOUN_FOLLOWS or (tokens[at].lower.endswith("ed") and _is_owner(before))):
        return True
    if at == 0 or tokens[at].lower not in ALSO_NOUNS:
        return False
    if before.quote >= 0 or before.lower.endswith(POSSESSIVES):
        return before.quote < 0
    verbal = before.lower in PRONOUNS or before.lower in CONJUNCTIONS or is_adverb(before.text)
    return not (verbal or is_name_word(before) or before.lower.rstrip("s") in OFFICES or before.text in ",-–—")


def _is_owner(token: Token) -> bool:
    """The convention’s; not: he’s."""
    return token.lower.endswith(POSSESSIVES) and token.lower[:-2] not in PRONOUNS


def is_participle(tokens: Sequence[Token], cue: int) -> bool:
    """Saying; not: is saying, was also saying."""
    if not tokens[cue].lower.endswith("ing"):
        return False
    before = cue - 1
    while before > 0 and is_adverb(tokens[before].text) and tokens[before].lower not in BE:
        before -= 1
    return cue == 0 or tokens[before].lower not in BE


def subject_of(tokens: Sequence[Token], cue: int, end: int) -> tuple[Phrase | None, str]:
    verb = tokens[cue].lower
    if verb.endswith("ing") and cue and is_word(tokens[cue - 1]) and is_participle(tokens, cue):
        found = subject_left(tokens, cue)
        if found and tokens[found.first].lower in DETERMINERS:
            return found, "sign-saying"
    if is_passive(tokens, cue):
        by = next((n for n in range(cue + 1, min(end, cue + 4)) if tokens[n].lower == "by"), None)
        return (phrase_right(tokens, by + 1, end) if by else None), "said-by"
    if verb in INVERTING and cue and tokens[cue - 1].text == "," and is_name_word(tokens[min(cue + 1, end - 1)]):
        found = phrase_right(tokens, cue + 1, end)
        if found and found.last + 1 == end - (tokens[end - 1].text in ",:"):
            return found, "said-X"
    if not is_participle(tokens, cue) and (found := subject_left(tokens, cue)):
        return found, "X-said-that"
    if cue == 0:
        return phrase_right(tokens, 1, end), "said-X"
    return _clause_subject(tokens, cue), "saying"


def outermost(tokens: Sequence[Token], cue: int, subject: Phrase) -> tuple[int, Phrase]:
    """Who reports what somebody says: "[the source] added that Grayson said"."""
    while subject.first > 1:
        before = subject.first - 1
        if tokens[before].lower not in _EMBEDDING and weight(tokens, before) is None:
            break
        outer = next((at for at in range(before, max(-1, before - 30), -1) if _reports(tokens, at)), None)
        found = subject_left(tokens, outer) if outer else None
        if outer is None or found is None:
            break
        cue, subject = outer, found
    return cue, subject


def _reports(tokens: Sequence[Token], at: int) -> bool:
    verb = tokens[at].lower
    return verb in STRONG and not verb.endswith("ing") and weight(tokens, at) is not None and _is_finite(tokens, at)


def _clause_subject(tokens: Sequence[Token], cue: int) -> Phrase | None:
    """Whose verb it is where another one stands between: "[Spicer] said, adding"; "when [they] came, shouting"."""
    begin = max(0, cue - MAX_CLAUSE)
    for at in range(cue - 1, begin - 1, -1):
        verb = tokens[at].lower
        if _reports(tokens, at) and (found := subject_left(tokens, at)):
            return found
        if verb in _SUBJECTS and (at == 0 or tokens[at - 1].text in (",", "and", "but")):
            return Phrase(at, at)
        if verb in ("when", "while", "where") and at > 0 and tokens[at - 1].text == ",":
            return subject_first(tokens, at + 1, cue)
    return subject_first(tokens, begin, cue)


def _is_finite(tokens: Sequence[Token], at: int) -> bool:
    return at == 0 or tokens[at - 1].lower != "to"


def is_passive(tokens: Sequence[Token], cue: int) -> bool:
    return (
        cue > 0
        and tokens[cue - 1].lower in BE | {"when", "if"}
        and tokens[cue].lower.endswith(("ed", "told", "quoted"))
    )


def owner(tokens: Sequence[Token], noun: int) -> Phrase | None:
    """Whose word it is: "[his] response", "[Clinton’s] latest pledge"."""
    for at in range(noun - 1, max(-1, noun - 5), -1):
        if tokens[at].lower in ("his", "her", "my", "their"):
            return Phrase(at, at)
        if tokens[at].text.endswith(POSSESSIVES):
            subject = subject_left(tokens, at + 1)
            return Phrase(subject.first if subject else at, at)
    return None
