"""What does a plot of times against sizes look like? Drawn as SVG, both axes logarithmic."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 760, 440
LEFT, RIGHT, TOP, BOTTOM = 70, 170, 46, 50
LABEL_GAP = 15
COLOURS = ("#d62728", "#1f77b4", "#2ca02c", "#9467bd", "#8c564b", "#e08214")
_STYLE = (
    "text{font:13px sans-serif;fill:#222}.t{font-size:15px;font-weight:bold}.g{stroke:#ddd}.l{fill:none;stroke-width:2}"
)


@dataclass(frozen=True, slots=True)
class Line:
    name: str
    points: Sequence[tuple[float, float]]


def draw(title: str, across: str, lines: Sequence[Line]) -> str:
    """The chart, each line named at its end."""
    plot = _Plot(lines)
    body = "\n".join((*_grid(plot), *_curves(plot, lines)))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img">\n'
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n"
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>\n'
        f'<text class="t" x="{LEFT}" y="26">{title}</text>\n{body}\n'
        f'<text x="{(LEFT + WIDTH - RIGHT) / 2}" y="{HEIGHT - 10}" text-anchor="middle">{across}</text>\n</svg>\n'
    )


class _Plot:
    """Where a point lies: whole powers of ten at the edges."""

    def __init__(self, lines: Sequence[Line]) -> None:
        points = [point for line in lines for point in line.points]
        self.x = _powers([x for x, _ in points])
        self.y = _powers([y for _, y in points])

    def place(self, x: float, y: float) -> tuple[float, float]:
        across = (math.log10(x) - self.x[0]) / (self.x[-1] - self.x[0])
        up = (math.log10(y) - self.y[0]) / (self.y[-1] - self.y[0])
        return LEFT + across * (WIDTH - LEFT - RIGHT), HEIGHT - BOTTOM - up * (HEIGHT - TOP - BOTTOM)


def _powers(values: Sequence[float]) -> range:
    least, most = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
    return range(least, max(most, least + 1) + 1)


def _grid(plot: _Plot) -> Iterator[str]:
    for power in plot.x:
        x, bottom = plot.place(10.0**power, 10.0 ** plot.y[0])
        yield f'<path class="g" d="M{x:.1f} {bottom:.1f}V{TOP}"/>'
        yield f'<text x="{x:.1f}" y="{bottom + 18:.1f}" text-anchor="middle">{10**power:,}</text>'
    for power in plot.y:
        left, y = plot.place(10.0 ** plot.x[0], 10.0**power)
        yield f'<path class="g" d="M{left:.1f} {y:.1f}H{WIDTH - RIGHT}"/>'
        yield f'<text x="{left - 8:.1f}" y="{y + 4:.1f}" text-anchor="end">{10.0**power:g} ms</text>'


def _curves(plot: _Plot, lines: Sequence[Line]) -> Iterator[str]:
    taken = float("inf")
    for line in sorted(lines, key=lambda line: plot.place(*line.points[-1])[1], reverse=True):
        places = [plot.place(*point) for point in line.points]
        colour = COLOURS[lines.index(line) % len(COLOURS)]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
        yield f'<polyline class="l" stroke="{colour}" points="{path}"/>'
        yield from (f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in places)
        # Names that would lie on each other are pushed up.
        taken = min(places[-1][1] + 4, taken - LABEL_GAP)
        yield f'<text x="{WIDTH - RIGHT + 10}" y="{taken:.1f}" style="fill:{colour}">{line.name}</text>'
