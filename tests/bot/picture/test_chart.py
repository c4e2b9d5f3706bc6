from __future__ import annotations

import io
from gettext import NullTranslations

from PIL import Image, ImageColor

from bot.picture.chart import BOTTOM, TOP, draw_chart
from bot.picture.style import MARGIN, PLANNED, REPORTED, WIDTH
from bot.querylog.days import every_day
from bot.querylog.statistics import Counts

REFUSED, ANSWERED = ImageColor.getrgb(PLANNED), ImageColor.getrgb(REPORTED)
DAYS = {"2026-10-30": Counts(10, 5), "2026-11-02": Counts(5, 0)}


def test_days_without_questions_have_their_place() -> None:
    assert {day: counts.questions for day, counts in every_day(DAYS).items()} == {
        "2026-10-30": 10,
        "2026-10-31": 0,
        "2026-11-01": 0,
        "2026-11-02": 5,
    }


def test_bars_are_as_high_as_what_they_count() -> None:
    image = Image.open(io.BytesIO(draw_chart(DAYS, NullTranslations()))).convert("RGB")
    room = (WIDTH - 2 * MARGIN) / 7
    columns = [[image.getpixel((round(MARGIN + (n + 0.3) * room), y)) for y in range(TOP, BOTTOM)] for n in range(4)]
    half = (BOTTOM - TOP) / 2
    for column, refused, answered in zip(columns, (half, 0, 0, 0), (half, 0, 0, half), strict=True):
        assert abs(column.count(REFUSED) - refused) <= 3
        assert abs(column.count(ANSWERED) - answered) <= 5
