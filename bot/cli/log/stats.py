"""talks log stats: how many questions, refusals and dislikes, and how quick?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import click

from bot.cli.log.options import filtered, read_moment
from bot.cli.log.table import Column, bar, draw, paint, screen_width, sparkline
from bot.cli.options import as_json
from bot.cli.output import print_json, print_text
from bot.querylog.days import every_day
from bot.querylog.reading import open_reader, snapshot
from bot.querylog.selection import Selection
from bot.querylog.statistics import CitedOften, Counts, Statistics, cited_articles, most_cited, read_statistics
from bot.settings import load_settings
from bot.shapes import Json

DAYS = "30d"
PERCENTILES = {"p50": 0.5, "p95": 0.95, "p99": 0.99}


@click.command()
@click.option("--limit", type=click.IntRange(min=0), default=5, show_default=True, help="Of the passages cited most.")
@filtered
@as_json
def stats(wanted: Selection, limit: int, as_json: bool) -> None:
    """Show what was asked in whole days (UTC), the last 30 unless --since says otherwise."""
    _refuse_what_is_not_counted(wanted)
    wanted = replace(wanted, since=wanted.since or read_moment(None, None, DAYS))
    with open_reader(load_settings().log_path) as connection, snapshot(connection):
        counted = read_statistics(connection, wanted)
        cited, articles = most_cited(connection, wanted, limit), cited_articles(connection, wanted)
    if as_json:
        print_json([_as_json(counted, cited, articles)])
        return
    _print_days(counted)
    _print_shares(counted)
    _print_cited(cited)


def _refuse_what_is_not_counted(wanted: Selection) -> None:
    for option in ("chat", "user", "disliked"):
        if getattr(wanted, option):
            raise click.UsageError(f"stats counts by day, way in, command and outcome, not by --{option}.")


def _print_days(counted: Statistics) -> None:
    total = counted.total
    if not total.questions:
        print_text("Nothing was asked in that time.")
        return
    days = every_day(counted.days)
    first, last = min(days), max(days)
    print_text(f"{first} to {last} (UTC)" if first != last else f"{first} (UTC)")
    click.echo()
    latency = "  ".join(f"{name} {_ms(total.latency(share))}" for name, share in PERCENTILES.items())
    rows: list[tuple[str, str, list[float]]] = [
        ("questions", f"{total.questions:,}", [day.questions for day in days.values()]),
        ("refused", f"{total.refusal_rate:.1%}", [day.refusal_rate for day in days.values()]),
        ("disliked", f"{total.disliked:,}", [day.disliked for day in days.values()]),
        ("latency", latency, [day.latency(0.95) or 0 for day in days.values()]),
    ]
    widest = max(len(value) for _, value, _ in rows)
    room = screen_width() - widest - 14
    for name, value, values in rows:
        click.echo(f"{name:<10}  {value:<{widest}}  {paint(sparkline(values[-room:]), 'cyan')}".rstrip())
    shown = f"the last {room} days" if len(days) > room else "a day each"
    click.echo(f"{'':<{widest + 14}}{shown}; latency: p95\n" if len(days) > 1 else "")


def _print_shares(counted: Statistics) -> None:
    for name, counts in counted.by.items():
        total = sum(counts.values())
        for number, (value, count) in enumerate(sorted(counts.items(), key=lambda pair: -pair[1])):
            title = name if number == 0 else ""
            share = count / total
            print_text(f"{title:<10}  {value:<12}{count:>9,}{share:>7.0%}  {bar(share, screen_width() - 44)}".rstrip())


def _print_cited(cited: Sequence[CitedOften]) -> None:
    if not cited:
        return
    click.echo()
    columns = [Column("cited", right=True), Column("article", least=12), Column("passage", least=24)]
    draw(columns, [(f"{passage.times:,}", passage.article, passage.text) for passage in cited])


def _ms(milliseconds: float | None) -> str:
    return "–" if milliseconds is None else f"{milliseconds:.0f} ms"


def _as_json(counted: Statistics, cited: Sequence[CitedOften], articles: Mapping[str, int]) -> Json:
    return {
        **_counts_json(counted.total),
        "days": [{"day": day, **_counts_json(counts)} for day, counts in counted.days.items()],
        **{f"by_{name}": dict(counts) for name, counts in counted.by.items()},
        "cited": [
            {"article": p.article, "start": p.start, "end": p.end, "text": p.text, "times": p.times} for p in cited
        ],
        "articles": dict(articles),
    }


def _counts_json(counts: Counts) -> Json:
    latencies = {name: counts.latency(share) for name, share in PERCENTILES.items()}
    return {
        "questions": counts.questions,
        "refused": counts.refused,
        "disliked": counts.disliked,
        **{f"latency_{name}_ms": None if ms is None else round(ms, 1) for name, ms in latencies.items()},
    }
