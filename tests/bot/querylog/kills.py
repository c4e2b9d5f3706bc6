"""What is lost, or there twice, when a writer is killed a hundred times in the middle of its work?

`python -m tests.bot.querylog.kills` prints it; a small version is among the tests.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.querylog.check import check
from bot.querylog.reading import list_rows
from tests.bot.querylog.samples import PSEUDONYMS

KILLS, CALLERS = 100, 32
LIFE = (0.05, 1.0)
"""Seconds that a writer lives from its first acknowledged row on."""
SEED = 1

WRITER = """
import asyncio, itertools, sys
from pathlib import Path
from bot.querylog.log import QueryLog
from tests.bot.querylog.samples import *

async def write(log, caller):
    for number in itertools.count():
        uid = f"{sys.argv[2]}-{caller}-{number}"
        await log.record(asker(uid), answer(uid, nearest=(passage(1, 0, 29),)), AT, CORPUS)
        sys.stdout.write(uid + "\\n")
        sys.stdout.flush()

async def main():
    log = await QueryLog.open(Path(sys.argv[1]), PSEUDONYMS)
    await asyncio.gather(*(write(log, caller) for caller in range(int(sys.argv[3]))))

asyncio.run(main())
"""


@dataclass(frozen=True, slots=True)
class Killed:
    kills: int
    acknowledged: int
    rows: int
    lost: int
    doubled: int
    troubles: tuple[str, ...]
    """What `talks log check` finds afterwards."""


def play(path: Path, kills: int = KILLS, callers: int = CALLERS, life: tuple[float, float] = LIFE) -> Killed:
    chance = random.Random(SEED)  # noqa: S311 - chance, not secrecy
    acknowledged: list[str] = []
    for number in range(kills):
        acknowledged += _live(path, number, callers, chance.uniform(*life))
    uids = [row.uid for row in list_rows(path, 0)]
    lost = len(set(acknowledged) - set(uids))
    troubles = tuple(finding.name for finding in check(path, PSEUDONYMS.fingerprint) if finding.trouble)
    return Killed(kills, len(acknowledged), len(uids), lost, len(uids) - len(set(uids)), troubles)


def _live(path: Path, number: int, callers: int, seconds: float) -> list[str]:
    """The rows that one writer said were safe, before it was killed."""
    with (path.parent / "acknowledged").open("w+") as said:
        command = [sys.executable, "-c", WRITER, str(path), str(number), str(callers)]
        with subprocess.Popen(command, stdout=said) as writer:
            while not said.seek(0, 2) and writer.poll() is None:
                time.sleep(0.01)
            time.sleep(seconds)
            writer.kill()
        said.seek(0)
        return [line.strip() for line in said if line.endswith("\n")]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tests.bot.querylog.kills")
    parser.add_argument("--kills", type=int, default=KILLS)
    with TemporaryDirectory() as folder:
        print(play(Path(folder) / "log.sqlite3", parser.parse_args().kills))  # noqa: T201
