"""Which faults does the bot live through, and where do the results go?"""

from __future__ import annotations

import argparse
import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.bench import overhead
from tests.bench.report import Table, write_table
from tests.faults import kills, sending, soak, waiting

PAGE = Path(__file__).parents[2] / "docs" / "reliability.md"
HEAD = ("what happens", "wanted", "seen")

Row = tuple[str, str, str]


def main() -> None:
    options = _options()
    parts: dict[str, Callable[[], Iterator[Row]]] = {
        "kills": lambda: _kills(options.kills, options.questions),
        "sending": _sending,
        "flood": _flood,
        "pace": _pace,
        "speed": _speed,
        "soak": lambda: _soak(options.minutes),
    }
    chosen = options.parts or [name for name in parts if name != "soak"]
    for name in chosen:
        table = Table(f"faults-{name}", HEAD, list(parts[name]()))
        print(f"\n{table}", flush=True)
        if options.write:
            write_table(table, PAGE)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description="Lets things go wrong and counts.")
    parser.add_argument("parts", nargs="*", help="kills, sending, flood, pace, speed, soak; by default all but soak")
    parser.add_argument("--kills", type=int, default=kills.KILLS)
    parser.add_argument("--questions", type=int, default=kills.QUESTIONS, help="asked while it is killed")
    parser.add_argument("--minutes", type=float, default=soak.MINUTES, help="of the soak")
    parser.add_argument("--write", action="store_true", help="put the tables into docs/reliability.md")
    return parser.parse_args()


def _kills(count: int, questions: int) -> Iterator[Row]:
    seen = asyncio.run(kills.play(count, questions))
    verdict, logged = seen.verdict, seen.logged
    yield f"kill -9, {count} times, while {questions:,} questions are asked", "", ""
    yield "questions unanswered", "0", f"{verdict.missing}"
    yield "questions not logged", "0", f"{questions - logged.rows}"
    yield "questions logged twice", "0", f"{logged.rows - logged.different}"
    yield "replies sent twice", f"≤ {count}", f"{verdict.twice}"
    yield "replies out of order within their chat", "0", f"{verdict.out_of_order}"
    yield "answers whose time of sending is not in the log", "", f"{logged.rows - logged.delivered}"


def _sending() -> Iterator[Row]:
    verdict = asyncio.run(sending.play())
    yield f"one send in ten answered 429, 502 or cut off, {verdict.questions:,} questions", "", ""
    yield "questions unanswered", "0", f"{verdict.missing}"
    yield "replies sent twice", "", f"{verdict.twice}"
    yield "replies out of order within their chat", "0", f"{verdict.out_of_order}"


def _flood() -> Iterator[Row]:
    alone, beside = asyncio.run(waiting.flood())
    flooding, others = waiting.FLOOD_PER_SECOND, waiting.PER_SECOND
    yield f"one chat sends {flooding:.0f} messages a second, the others {others:.0f} together", "", ""
    yield "p95 of the others without it", "", _ms(alone.p95)
    yield "beside it", f"≤ {_ms(1.5 * alone.p95)}", _ms(beside.p95)
    yield "ratio", "≤ 1.5", f"{beside.p95 / alone.p95:.2f}"


def _pace() -> Iterator[Row]:
    seen = asyncio.run(waiting.pace())
    yield f"{waiting.PER_SECOND:.0f} messages a second, one call takes {_ms(seen.round_trip)}", "", ""
    most = 1.3 * seen.round_trip
    yield "p50 from a question to its reply, sending slow", f"≤ {_ms(most)}", _ms(seen.sending_slow.p50)
    yield "the same in round trips", "≤ 1.3", f"{seen.sending_slow.p50 / seen.round_trip:.2f}"
    yield "p50 with polling as slow as sending", "", _ms(seen.all_slow.p50)


def _speed() -> Iterator[Row]:
    measured = {name: (speed, ratio) for name, speed, _, ratio in overhead.measure().rows}
    ratio = measured["echo, our request class"][1]
    yield f"{overhead.CHATS * overhead.PER_CHAT:,} questions at once, a call takes {_ms(overhead.LATENCY)}", "", ""
    yield "updates a second", "≥ 100", measured["talks"][0]
    yield "of what an echo bot with the same request class handles", "≥ .80", ratio


def _soak(minutes: float) -> Iterator[Row]:
    seen = asyncio.run(soak.play(minutes))
    yield f"{seen.minutes:g} minutes at {soak.PER_SECOND:.0f} questions a second", "", ""
    yield "questions unanswered", "0", f"{seen.verdict.missing} of {seen.verdict.questions:,}"
    yield "memory in the second quarter", "", f"{seen.warm_mb:.1f} MB"
    yield "in the last quarter", "", f"{seen.last_mb:.1f} MB"
    yield "growth", "≤ 5 %", f"{seen.growth:+.1%}"


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms"


if __name__ == "__main__":
    main()
