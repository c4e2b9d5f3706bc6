"""What does the operator want to change? Read from a form, tried on the judged questions, then applied."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from starlette.exceptions import HTTPException

from bot.levers.changes import add_pin, add_wording, set_threshold, with_pin, with_wording
from bot.querylog.rows import LogRow
from bot.review.desk import Desk
from bot.review.forms import Fields
from corpus.models import Citation, Corpus, Span
from retrieval.answer import Answer
from retrieval.answerer import Answerer
from retrieval.comparing import Comparison
from retrieval.gold import GoldQuestion
from retrieval.json_lines import LineError
from retrieval.levers import Levers
from retrieval.pins import Pin
from retrieval.trying import preview, refit
from retrieval.wordings import parse_wording


@dataclass(frozen=True, slots=True)
class Proposal:
    """A change of the levers, not made yet."""

    what: str
    levers: Levers
    """As they would be."""
    apply: Callable[[], None]


@dataclass(frozen=True, slots=True)
class Trial:
    """What a proposal does."""

    what: str
    comparison: Comparison
    changes: bool
    """Whether there is anything to apply."""
    before: Answer | None = None
    """To the question at hand, where there is one."""
    after: Answer | None = None


def propose(desk: Desk, answerer: Answerer, fields: Fields, row: LogRow | None) -> Proposal:
    """HTTPException or TalksError, with a sentence, where it can't be done."""
    match fields.get("kind"):
        case "wording":
            return _wording(desk, answerer, fields)
        case "pin" if row:
            return _pin(desk, answerer, fields, row)
        case "refit":
            return _threshold(desk, answerer, desk.judged(answerer))
        case "reset":
            levers = replace(answerer.effect.levers, threshold=None)
            return Proposal("threshold as the articles have it", levers, lambda: set_threshold(desk.data, None))
    raise HTTPException(400, "A change is a wording, a pin of a question's passage, or a refit.")


def try_out(desk: Desk, answerer: Answerer, proposal: Proposal, row: LogRow | None) -> Trial:
    comparison = preview(answerer, proposal.levers, desk.judged(answerer))
    changes = proposal.levers != answerer.effect.levers
    if row is None:
        return Trial(proposal.what, comparison, changes)
    changed = answerer.with_levers(proposal.levers)
    before, after = (one.answer(row.full_question) for one in (answerer, changed))
    return Trial(proposal.what, comparison, changes, before, after)


def _wording(desk: Desk, answerer: Answerer, fields: Fields) -> Proposal:
    try:
        wording = parse_wording(f"{fields.get('asked', '')} ~ {fields.get('written', '')}")
    except LineError as error:
        raise HTTPException(400, f"The wording {error}.") from None
    levers = with_wording(answerer.effect.levers, wording)
    return Proposal(f"wording {wording}", levers, lambda: add_wording(desk.data, wording))


def _pin(desk: Desk, answerer: Answerer, fields: Fields, row: LogRow) -> Proposal:
    """A passage beside the answer, or one that was looked for."""
    citation = _cited(answerer.corpus, fields) if "article" in fields else _logged(answerer.corpus, fields, row)
    pin = Pin.of(row.full_question, citation)
    return Proposal(f"pin {pin}", with_pin(answerer.effect.levers, pin), lambda: add_pin(desk.data, pin))


def _logged(corpus: Corpus, fields: Fields, row: LogRow) -> Citation:
    """The words that the log kept, where they stand in today's articles."""
    shown = next((passage for passage in row.shown if str(passage.rank) == fields.get("rank")), None)
    if shown is None:
        raise HTTPException(400, "That question has no such passage.")
    place = shown.citation
    citation = Pin("", place["article"], place["start"], place["text"]).locate(corpus)
    if citation is None:
        raise HTTPException(409, "That passage is gone from the articles, so it can't be pinned.")
    return citation


def _cited(corpus: Corpus, fields: Fields) -> Citation:
    try:
        citation = corpus.cite(fields["article"], Span(int(fields["start"]), int(fields["end"])))
        corpus.passage_at(citation)
    except (ValueError, KeyError):
        raise HTTPException(400, "The articles have no such passage.") from None
    return citation


def _threshold(desk: Desk, answerer: Answerer, gold: Sequence[GoldQuestion]) -> Proposal:
    if not gold:
        raise HTTPException(409, "No question is judged yet, so there is nothing to fit the threshold to.")
    fitted, _ = refit(answerer, gold)
    threshold = None if fitted.value == answerer.threshold else fitted
    now = f"now {answerer.effect.threshold:.3f}, the articles’ own {answerer.threshold:.3f}"
    levers = replace(answerer.effect.levers, threshold=threshold)
    return Proposal(f"threshold {fitted.value:.3f} ({now})", levers, lambda: set_threshold(desk.data, threshold))
