"""talks lever: change how questions are answered, see what that does to the judged ones, and take it back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import click

from bot.cli.judged import gold_file, judged_questions
from bot.cli.lever_lines import curve_lines, fit_json, lever_lines, levers_json
from bot.cli.options import as_json, filled
from bot.cli.output import print_json, print_text
from bot.cli.progress import show_progress
from bot.cli.regressions import TOLD, comparison_json, told
from bot.compose import load_answerer
from bot.errors import SettingsError, TalksError
from bot.levers.changes import (
    add_pin,
    add_wording,
    remove_pins,
    remove_wording,
    set_threshold,
    with_pin,
    with_wording,
    without_pins,
    without_wording,
)
from bot.levers.history import undo as undo_last
from bot.levers.told import tell
from bot.settings import Settings, load_settings
from bot.shapes import Json
from corpus.models import Citation, Corpus, Span
from retrieval.answerer import Answerer
from retrieval.gold import GoldQuestion
from retrieval.json_lines import LineError
from retrieval.levers import Levers
from retrieval.pins import Pin
from retrieval.trying import preview, refit
from retrieval.wordings import Wording, parse_wording

APPLIED = "Applied; the running bot takes it up with the next question. `talks lever undo` takes it back."
only_preview = click.option("--preview", "only_preview", is_flag=True, help="Only say what it would do.")


@dataclass(frozen=True, slots=True)
class _Desk:
    """What a change is tried on, and how its outcome is told."""

    settings: Settings
    answerer: Answerer
    gold: Sequence[GoldQuestion]
    as_json: bool

    def change(self, levers: Levers, apply: Callable[[], None] | None, extra: Json | None = None) -> None:
        """Say what it does to the judged questions, then apply it, unless it is only tried or nothing new."""
        apply = None if levers == self.answerer.effect.levers else apply
        comparison = preview(self.answerer, levers, self.gold)
        if apply:
            apply()
        if self.as_json:
            print_json([{**comparison_json(comparison), "applied": bool(apply), **(extra or {})}])
            return
        print_text(str(comparison) if self.gold else "No judged question to try it on.")
        for change in TOLD:
            for question in comparison.of(change):
                print_text(told(change, question))
        if apply:
            print_text(APPLIED)


@click.group()
def lever() -> None:
    """Wordings, pinned passages and the threshold: tried on all judged questions, applied at once, undone."""


@lever.command("list")
@as_json
def list_levers(as_json: bool) -> None:
    """List what is set, and what has no effect on these articles."""
    effect = load_answerer(load_settings(), watch=show_progress).effect
    if as_json:
        print_json([levers_json(effect)])
        return
    print_text("\n".join(lever_lines(effect)))


@lever.command("add")
@click.argument("wording", callback=filled)
@only_preview
@gold_file
@as_json
def add(wording: str, only_preview: bool, gold: Path | None, as_json: bool) -> None:
    """Add a WORDING, “chief negotiator ~ led”: words of a question, and what the articles write."""
    desk, added = _open(gold, as_json=as_json), _wording(wording)
    levers = with_wording(desk.answerer.effect.levers, added)
    desk.change(levers, None if only_preview else lambda: add_wording(desk.settings.data, added))


@lever.command("remove")
@click.argument("wording", callback=filled)
@only_preview
@gold_file
@as_json
def remove(wording: str, only_preview: bool, gold: Path | None, as_json: bool) -> None:
    """Remove a WORDING."""
    desk, gone = _open(gold, as_json=as_json), _wording(wording)
    levers = without_wording(desk.answerer.effect.levers, gone)
    desk.change(levers, None if only_preview else lambda: remove_wording(desk.settings.data, gone))


@lever.command("pin")
@click.argument("question", callback=filled)
@click.argument("place", metavar="ARTICLE:START-END")
@only_preview
@gold_file
@as_json
def pin(question: str, place: str, only_preview: bool, gold: Path | None, as_json: bool) -> None:
    """Answer QUESTION with the passage at ARTICLE:START-END, which `talks log show` names."""
    desk = _open(gold, as_json=as_json)
    pinned = Pin.of(question, _citation(place, desk.answerer.corpus))
    levers = with_pin(desk.answerer.effect.levers, pinned)
    desk.change(levers, None if only_preview else lambda: add_pin(desk.settings.data, pinned))


@lever.command("unpin")
@click.argument("question", callback=filled)
@only_preview
@gold_file
@as_json
def unpin(question: str, only_preview: bool, gold: Path | None, as_json: bool) -> None:
    """Remove what is pinned to QUESTION, or to the key that the list shows for a forgotten one."""
    desk = _open(gold, as_json=as_json)
    levers = without_pins(desk.answerer.effect.levers, question)
    desk.change(levers, None if only_preview else lambda: remove_pins(desk.settings.data, question))


@lever.command("refit")
@click.option("--reset", is_flag=True, help="Back to the threshold that the articles have by themselves.")
@only_preview
@gold_file
@as_json
def refit_threshold(reset: bool, only_preview: bool, gold: Path | None, as_json: bool) -> None:
    """Fit the threshold, from which a passage answers, to the judged questions."""
    desk = _open(gold, as_json=as_json)
    if not desk.gold and not reset:
        raise TalksError("There is no judged question to fit the threshold to")
    fitted, curve = (None, []) if reset else refit(desk.answerer, desk.gold)
    best = fitted.value if fitted else desk.answerer.threshold
    threshold = None if best == desk.answerer.threshold else fitted
    if not as_json:
        print_text("\n".join(curve_lines(curve, best, desk.answerer)))
    levers = replace(desk.answerer.effect.levers, threshold=threshold)
    extra = {"threshold": best, "calibrated": desk.answerer.threshold, "curve": [fit_json(fit) for fit in curve]}
    desk.change(levers, None if only_preview else lambda: set_threshold(desk.settings.data, threshold), extra)


@lever.command("undo")
def undo() -> None:
    """Take the last change back; again, the one before it."""
    print_text(f"Undone: {tell(undo_last(load_settings().data))}.")


def _open(gold: Path | None, *, as_json: bool) -> _Desk:
    settings = load_settings()
    answerer = load_answerer(settings, watch=show_progress)
    return _Desk(settings, answerer, judged_questions(gold, settings.log_path, answerer.corpus), as_json)


def _wording(text: str) -> Wording:
    try:
        return parse_wording(text)
    except LineError as error:
        raise SettingsError(f"The wording {error}") from None


def _citation(place: str, corpus: Corpus) -> Citation:
    article, _, span = place.rpartition(":")
    start, _, end = span.partition("-")
    try:
        citation = corpus.cite(article, Span(int(start), int(end)))
        corpus.passage_at(citation)
    except (ValueError, KeyError):
        raise SettingsError(f"There is no passage at {place}; it is named ARTICLE:START-END") from None
    if not citation.text.strip():
        raise SettingsError(f"The passage at {place} is empty")
    return citation
