"""How do levers read in a terminal, and in JSON?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.shapes import Json
from retrieval.answerer import Answerer
from retrieval.levers import Effect
from retrieval.refit import Fit


def lever_lines(effect: Effect) -> Iterator[str]:
    yield from (f"wording   {wording}" for wording in effect.levers.wordings)
    yield from (f"pin       {pin}" for pin in effect.levers.pins)
    yield f"threshold {effect.threshold:.3f}"
    yield from (f"idle      {why}" for why in effect.idle)


def levers_json(effect: Effect) -> Json:
    levers = effect.levers
    return {
        "wordings": [{"asked": wording.asked, "written": wording.written} for wording in levers.wordings],
        "pins": [
            {"question": pin.question, "key": pin.key, "article": pin.article, "start": pin.start, "text": pin.text}
            for pin in levers.pins
        ],
        "threshold": effect.threshold,
        "fitted": levers.threshold.value if levers.threshold else None,
        "idle": list(effect.idle),
    }


def curve_lines(curve: Sequence[Fit], best: float, answerer: Answerer) -> Iterator[str]:
    """Without the thresholds so far away that no judged question could pay for them."""
    if curve:
        yield "  threshold  right  wrongly answered  wrongly refused"
    for fit in curve:
        if fit.worth >= 0 or fit.threshold == best:
            mark = "*" if fit.threshold == best else " "
            counts = f"{fit.right:>5}  {fit.wrongly_answered:>16}  {fit.wrongly_refused:>15}"
            yield f"{mark} {fit.threshold:>9.3f}  {counts}"
    yield f"threshold {best:.3f}; the articles' own is {answerer.threshold:.3f}, now {answerer.effect.threshold:.3f}"


def fit_json(fit: Fit) -> Json:
    return {
        "threshold": fit.threshold,
        "right": fit.right,
        "wrongly_answered": fit.wrongly_answered,
        "wrongly_refused": fit.wrongly_refused,
        "worth": fit.worth,
    }
