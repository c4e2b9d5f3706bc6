"""What is measured, and where do the results go?"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from tests.bench import overhead, quality, service, speed
from tests.bench.chart import Line, draw
from tests.bench.report import Table, write_table

DOCS = Path(__file__).parents[2] / "docs"
CHART = DOCS / "performance.svg"
SIZES = (100, 1_000, 10_000, 100_000)
FULL = (*SIZES, 1_000_000)


def main() -> None:
    options = _options()
    parts: dict[str, Callable[[], Iterator[Table]]] = {
        "overhead": lambda: iter([overhead.measure(options.rounds)]),
        "service": lambda: iter(service.measure()),
        "speed": lambda: _speed(options.sizes or (FULL if options.full else SIZES), write=options.write),
        "quality": lambda: _quality(options.questions),
    }
    for name in options.parts or parts:
        for table in parts[name]():
            print(f"\n{table}", flush=True)
            if options.write:
                write_table(table, DOCS / "performance.md")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description="Measures side by side with peers.")
    parser.add_argument("parts", nargs="*", help="overhead, service, speed, quality; all by default")
    parser.add_argument("--rounds", type=int, default=overhead.ROUNDS, help="of the bots, for overhead")
    parser.add_argument("--sizes", type=int, nargs="+", help="numbers of passages, for speed")
    parser.add_argument("--full", action="store_true", help="up to a million passages: half an hour, 4 GB")
    parser.add_argument("--questions", type=Path, help="a file of articles and questions, for quality")
    parser.add_argument("--write", action="store_true", help="put the tables and the chart into docs/")
    return parser.parse_args()


def _speed(sizes: Sequence[int], *, write: bool) -> Iterator[Table]:
    timings = speed.measure(sizes)
    for name, largest in speed.LARGEST.items():
        if max(sizes) > largest:
            print(f"{name} was left out above {largest:,} passages.")
    yield speed.tabulate(timings)
    if write:
        lines = [
            Line(name, [(timing.passages, timing.p50_ms) for timing in timings if timing.engine == name])
            for name in speed.NAMES
        ]
        CHART.write_text(draw("CPU time of a query, median", "passages", lines), "utf-8")


def _quality(questions: Path | None) -> Iterator[Table]:
    if questions:
        yield quality.measure(questions)
    else:
        print("\nQuality was left out: it needs --questions FILE.")


if __name__ == "__main__":
    main()
