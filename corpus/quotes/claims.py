"""Which claims does a sentence make to a quotation in it, and at what cost?

A cost counts what speaks against a claim: words between the quotation and its cue, a verb that tells little of
saying, a clause in between. The constants were chosen on half of 840 annotated articles and looked at on the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.models import Span
from corpus.quotes.cues import INVERTING, NOUNS, TELLING
from corpus.quotes.frames import Frame, Token
from corpus.quotes.grammar import DETERMINERS, JOINTS, PRONOUNS
from corpus.quotes.phrases import Phrase, is_name_word, phrase_right
from corpus.quotes.subjects import subject_first, subject_left
from corpus.quotes.verbs import is_participle, is_passive, outermost, owner, subject_of, weight

MAX_WORDS_BEHIND, MAX_WORDS_BEFORE = 30, 40
"""How many tokens off a quotation its cue may stand; it keeps endless sentences linear."""
WEAKNESS = 2.0
"""What a weak verb costs, before a quotation; behind one it costs a little more."""
ENDS_SENTENCE = 1.5
"""What it costs to claim a quotation that ends like a sentence of its own, from behind."""
OTHER_CLAUSE, OWN_WORDS = 3.0, 2.0
"""What it costs to claim from behind "while" or "but", and with a verb that goes on with words of its own."""
SPLIT_OFF = 2.2
"""What the claim of a sentence may cost that is nothing but the attribution of the one before it."""
_OWN_WORDS = frozenset("that he she they it we i there the a an his her its their".split())


@dataclass(frozen=True, slots=True)
class Claim:
    """A guess who said something, and the sentence that says so."""

    cost: float
    mention: Span
    cue: Span | None
    rule: str
    frame: Frame

    def again(self, rule: str) -> Claim:
        """The same speaker for another quotation."""
        return replace(self, rule=rule)


def cheapest(claims: Iterable[Claim]) -> Claim | None:
    return min(claims, key=lambda claim: claim.cost, default=None)


def claims_of(frame: Frame, position: int) -> Iterator[Claim]:
    """Every claim to the quotation at token `position`."""
    yield from _claims_behind(frame, frame.tokens, position)
    yield from claims_before(frame, position)


def claims_from_next(frame: Frame, following: Frame) -> Claim | None:
    """The attribution that was split off as a sentence of its own: “No!” [Miller, a worker, said]."""
    if following.quotes and following.quotes[0] == 0:
        return None
    tokens = (frame.tokens[-1], *following.tokens)
    claims = _claims_behind(following, tokens, 0)
    found = next((claim for claim in claims if claim.rule == "X-said" and claim.cost < SPLIT_OFF), None)
    return found if found and found.mention.start == following.span.start else None


def _claims_behind(frame: Frame, tokens: Sequence[Token], position: int) -> Iterator[Claim]:
    end = min(_next_quote(tokens, position), position + MAX_WORDS_BEHIND)
    at = position + 1
    if at < end and tokens[at].text in ",-–—":
        at += 1
    if at >= end:
        return
    goes_on = _goes_on(frame.text, tokens, position)
    penalty = 0.0 if goes_on or tokens[position + 1].text == "," else ENDS_SENTENCE
    penalty += OTHER_CLAUSE * (tokens[at].lower in JOINTS)
    if goes_on and _opens_phrase(tokens[at]) and (subject := phrase_right(tokens, at, end)):
        yield Claim(3.0, subject.span(tokens), None, "X-behind", frame)
    for cue in range(at, end):
        verb = tokens[cue].lower
        if verb == "according" and (subject := phrase_right(tokens, cue + 2, end)):
            span, cost = subject.span(tokens), penalty + 0.5 + (cue - at) / 8
            yield Claim(cost, span, _pair(tokens, cue), "according-to", frame)
        elif verb in INVERTING and _may_invert(tokens, cue, at) and (subject := phrase_right(tokens, cue + 1, end)):
            cost = penalty if cue == at else min(penalty, 1.0) + 0.2
            yield Claim(cost, subject.span(tokens), tokens[cue].span, "said-X", frame)
        elif (weak := weight(tokens, cue)) is not None and not is_participle(tokens, cue):
            subject = subject_left(tokens, cue, at)
            if subject and not is_passive(tokens, cue):
                cost = penalty + 0.3 + 1.25 * WEAKNESS * weak + (subject.first - at) / 4
                cost += OWN_WORDS * _begins_clause(tokens, cue, end)
                rule = "X-called" if weak else "X-said"
                yield Claim(cost, subject.span(tokens), tokens[cue].span, rule, frame)


def _goes_on(text: str, tokens: Sequence[Token], position: int) -> bool:
    """Whether a quotation's last mark leaves the sentence open."""
    quote = tokens[position]
    return text[max(quote.start, quote.end - 4) : quote.end].rstrip("\"”“»'’")[-1:] in tuple(",?!—–-")


def _opens_phrase(token: Token) -> bool:
    return is_name_word(token) or token.lower in PRONOUNS or token.lower in DETERMINERS


def _may_invert(tokens: Sequence[Token], cue: int, at: int) -> bool:
    """Right behind the quotation, or behind a comma where no subject has come yet: "…” at home, said Ryabkov"."""
    if tokens[cue].lower in TELLING or tokens[cue].lower.endswith("ing"):
        return False
    return cue == at or (tokens[cue - 1].text == "," and not _opens_phrase(tokens[at]))


def _begins_clause(tokens: Sequence[Token], cue: int, end: int) -> bool:
    """Whether a verb goes on with words of its own: “X,” he claimed they had never met."""
    return cue + 1 < end and tokens[cue].lower not in TELLING and tokens[cue + 1].lower in _OWN_WORDS


def claims_before(frame: Frame, position: int) -> Iterator[Claim]:
    """The claims of the words before token `position`, nearest first."""
    tokens = frame.tokens
    begin = max(_previous_quote(tokens, position) + 1, position - MAX_WORDS_BEFORE)
    for cue in range(position - 1, begin - 1, -1):
        verb, distance = tokens[cue].lower, position - cue - 1
        if verb == "according" and (subject := phrase_right(tokens, cue + 2, position)):
            cost = 1 + (position - subject.last) / 8
            yield Claim(cost, subject.span(tokens), _pair(tokens, cue), "according-to", frame)
        elif verb in NOUNS and (whose := owner(tokens, cue)):
            yield Claim(1.5 + distance / 6, whose.span(tokens), tokens[cue].span, "X's-word", frame)
        weak = weight(tokens, cue)
        if weak is None:
            continue
        subject, rule = subject_of(tokens, cue, position)
        if subject:
            outer, subject = outermost(tokens, cue, subject)
            rule = "X-called-it" if weak and rule == "X-said-that" else rule
            cost = 0.5 + WEAKNESS * weak + distance / 9
            yield Claim(cost, subject.span(tokens), tokens[outer].span, rule, frame)
    if claim := _claim_by_colon(frame, position, begin):
        yield claim


def _claim_by_colon(frame: Frame, position: int, begin: int) -> Claim | None:
    """A name and a colon: "HuffPollster: “"; cheap where nothing else stands before the quotation."""
    tokens = frame.tokens
    if position < 2 or tokens[position - 1].text != ":" or position - begin >= 10:
        return None
    subject = subject_left(tokens, position - 1, begin)
    if subject is None or not is_name_word(tokens[subject.last]):
        return None
    alone = subject.first == begin or tokens[subject.first - 1].text in "-–—"
    return Claim(0.4 if alone else 2.5, subject.span(tokens), None, "X:", frame)


def introduction(frame: Frame, rule: str) -> Claim | None:
    """Who the sentence before a quotation lets speak: "He added:", "Bystrom agreed."."""
    found = cheapest(claims_before(frame, len(frame.tokens))) or sentence_subject(frame, len(frame.tokens))
    return found.again(rule) if found else None


def sentence_subject(frame: Frame, end: int, rule: str = "sentence-subject") -> Claim | None:
    """The subject of a sentence, whatever its verb."""
    subject = subject_first(frame.tokens, 0, end)
    return Claim(9, subject.span(frame.tokens), None, rule, frame) if subject else None


def signature(frame: Frame) -> Claim | None:
    """A line below a quotation: – Sergei Ryabkov, Moscow."""
    tokens = frame.tokens
    subject = phrase_right(tokens, 1, len(tokens)) if tokens and tokens[0].text in ("-", "–", "—") else None
    return Claim(1, subject.span(tokens), None, "signature", frame) if subject else None


def _next_quote(tokens: Sequence[Token], position: int) -> int:
    return next((n for n in range(position + 1, len(tokens)) if tokens[n].quote >= 0), len(tokens))


def _previous_quote(tokens: Sequence[Token], position: int) -> int:
    return next((n for n in range(position - 1, -1, -1) if tokens[n].quote >= 0), -1)


def _pair(tokens: Sequence[Token], at: int) -> Span:
    return Phrase(at, at + 1).span(tokens)
