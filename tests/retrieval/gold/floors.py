"""Below what may no measure fall? The floors, and the story of each time that one was lowered."""

from __future__ import annotations

import hashlib
import json
import math
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from tests.retrieval.gold.build import HERE

FLOORS = HERE / "floors.json"
MARGIN = 0.02
"""How far under the measured value a floor is set: less than one question in fifty."""


class LoweredError(Exception):
    """A floor would sink, and nobody said why."""


@dataclass(frozen=True, slots=True)
class Floors:
    """The least that each measure may be, for one corpus and one gold file."""

    corpus: str = ""
    gold: str = ""
    floors: tuple[tuple[str, float], ...] = ()
    history: tuple[dict[str, Any], ...] = ()
    """When floors were lowered: the date, the reason, and from what to what."""


def gold_digest(gold: str) -> str:
    return hashlib.sha256(gold.encode()).hexdigest()[:16]


def below(floors: Floors, measured: dict[str, float]) -> dict[str, list[float]]:
    """The measures under their floor, each with its floor and what was measured; a missing one measures 0."""
    return {name: [floor, measured.get(name, 0.0)] for name, floor in floors.floors if measured.get(name, 0.0) < floor}


def update(floors: Floors, corpus: str, gold: str, measured: dict[str, float], story: dict[str, str]) -> Floors:
    """Raise floors to what is measured. They sink only with a `story`: the date and the reason."""
    old = dict(floors.floors)
    sinking = below(floors, measured)
    if sinking and not story:
        raise LoweredError(", ".join(f"{name} {now:.3f} < {floor:.3f}" for name, (floor, now) in sinking.items()))
    new = {
        name: _under(value) if name in sinking else max(old.get(name, 0.0), _under(value))
        for name, value in measured.items()
    }
    lowered = {name: [old[name], new.get(name, 0.0)] for name in sinking}
    history = (*floors.history, {**story, "lowered": lowered}) if lowered else floors.history
    return replace(floors, corpus=corpus, gold=gold, floors=tuple(new.items()), history=history)


def read_floors(path: Path = FLOORS) -> Floors:
    """Read the floors. LoweredError where they were changed by hand."""
    row = json.loads(path.read_text("utf-8"))
    floors = Floors(row["corpus"], row["gold"], tuple(row["floors"].items()), tuple(row["history"]))
    if row["checksum"] != _checksum(floors):
        raise LoweredError(f"{path.name} was changed by hand")
    return floors


def write_floors(floors: Floors, path: Path = FLOORS) -> None:
    row = {**_row(floors), "checksum": _checksum(floors)}
    path.write_text(json.dumps(row, ensure_ascii=False, indent=2) + "\n", "utf-8")


def _row(floors: Floors) -> dict[str, Any]:
    return {**asdict(floors), "floors": dict(floors.floors), "history": list(floors.history)}


def _checksum(floors: Floors) -> str:
    return hashlib.sha256(json.dumps(_row(floors), sort_keys=True).encode()).hexdigest()[:16]


def _under(value: float) -> float:
    return max(0.0, math.floor((value - MARGIN) * 1000) / 1000)
