"""How is a page of events drawn? A rail, a dot for each day, its words beside it."""

from __future__ import annotations

import io
from collections.abc import Sequence
from gettext import NullTranslations

from PIL import Image, ImageDraw

from bot.picture.blocks import Block, Blocks, Dot
from bot.picture.fonts import Fonts
from bot.picture.style import BACKGROUND, MARGIN, PLANNED, RAIL, RAIL_X, REPORTED, WIDTH
from bot.picture.wrap import join
from bot.render.timeline_pages import Page

RADIUS = 16
RING = 7
SCALE = 4
"""Dots are drawn so much larger and scaled down: Pillow's own are jagged."""
RAIL_WIDTH = 4
COMPRESSION = 3
"""A quarter faster than the usual 6, and a tenth larger."""
ASCENT = 0.76
"""Of the leading: how far a line's baseline is below its top."""
MIDDLE = 0.48
"""Of the leading: how far the middle of its letters is below its top."""


def draw_page(page: Page, words: NullTranslations) -> bytes:
    blocks = list(Blocks(page, words, Fonts()))
    image = Image.new("RGB", (WIDTH, 2 * MARGIN + sum(block.height for block in blocks)), BACKGROUND)
    places = list(zip(blocks, find_tops(blocks), strict=True))
    _draw_rail(image, [(block.dot, top + round(MIDDLE * block.leading)) for block, top in places if block.dot])
    for block, top in places:
        _write(ImageDraw.Draw(image), block, top)
    return _png(image)


def find_tops(blocks: Sequence[Block]) -> list[int]:
    """Where the first line of each begins."""
    tops, y = [], MARGIN
    for block in blocks:
        tops.append(y + block.gap)
        y += block.height
    return tops


def _draw_rail(image: Image.Image, dots: Sequence[tuple[Dot, int]]) -> None:
    """From the first dot to the last; each is drawn where its day stands."""
    if dots:
        ImageDraw.Draw(image).line([(RAIL_X, dots[0][1]), (RAIL_X, dots[-1][1])], RAIL, RAIL_WIDTH)
    drawn = {kind: _dot(kind) for kind, _ in dots}
    for kind, y in dots:
        dot = drawn[kind]
        image.paste(dot, (RAIL_X - dot.width // 2, y - dot.height // 2), dot)


def _write(pencil: ImageDraw.ImageDraw, block: Block, top: int) -> None:
    for number, line in enumerate(block.lines):
        x: float = block.x
        baseline = top + (number + ASCENT) * block.leading
        for run in join(line):
            pencil.text((x, baseline), run.text, run.fill, run.font, anchor="ls")
            x += run.font.getlength(run.text) + run.space


def _dot(kind: Dot) -> Image.Image:
    """With a margin that parts it from the rail."""
    outer = RADIUS + 6
    large = Image.new("RGBA", (2 * outer * SCALE, 2 * outer * SCALE))
    pencil = ImageDraw.Draw(large)
    middle = (outer * SCALE, outer * SCALE)
    pencil.circle(middle, outer * SCALE, BACKGROUND)
    pencil.circle(middle, RADIUS * SCALE, PLANNED if kind == "planned" else REPORTED)
    if kind == "planned":
        pencil.circle(middle, (RADIUS - RING) * SCALE, BACKGROUND)
    return large.resize((2 * outer, 2 * outer), Image.Resampling.LANCZOS)


def _png(image: Image.Image) -> bytes:
    file = io.BytesIO()
    image.save(file, "PNG", compress_level=COMPRESSION)
    return file.getvalue()
