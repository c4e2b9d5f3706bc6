"""python -m tests.retrieval.gold: rebuild the gold file, measure, and raise the floors."""

from __future__ import annotations

import datetime as dt

import click

from tests.retrieval.gold.build import GOLD, build_gold, load_source
from tests.retrieval.gold.floors import FLOORS, Floors, LoweredError, gold_digest, read_floors, update, write_floors
from tests.retrieval.gold.measure import measure, seeds


@click.command()
@click.option("--accept-lower", "reason", default="", metavar="REASON", help="Let floors sink, and say why.")
def main(reason: str) -> None:
    """Rebuild the gold file, measure, and raise the floors to just under what was measured."""
    corpus = seeds()
    gold = build_gold(load_source(), corpus)
    GOLD.write_text(gold, "utf-8")
    measured = measure(corpus, gold)
    story = {"date": dt.datetime.now(dt.UTC).date().isoformat(), "reason": reason} if reason.strip() else {}
    try:
        before = read_floors() if FLOORS.exists() else Floors()
        after = update(before, corpus.fingerprint, gold_digest(gold), measured, story)
    except LoweredError as error:
        raise click.ClickException(f'{error}; --accept-lower "REASON" lowers floors') from error
    write_floors(after)
    for name, floor in after.floors:
        click.echo(f"{name:<21}{measured[name]:.3f}   floor {floor:.3f}, was {dict(before.floors).get(name, 0):.3f}")


if __name__ == "__main__":
    main()
