"""What does `talks` write, and how does it end, called as from a shell?"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import bot

PROGRAM = Path(bot.__file__).parents[1]
TALKS = (sys.executable, "-m", "bot")


@dataclass(frozen=True, slots=True)
class Done:
    """How a command ended. What it wrote is UTF-8, or reading it fails the test."""

    code: int
    out: str
    err: str

    def rows(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]

    def error(self) -> str:
        """The one line on stderr, where there is nothing else."""
        assert self.out == ""
        assert self.err.startswith("talks: ")
        assert self.err.count("\n") == 1
        return self.err.removeprefix("talks: ").rstrip("\n")


def surroundings(folder: Path, **settings: str) -> dict[str, str]:
    """The bare environment of somebody whose home is `folder`, and who searches by words."""
    return {"PATH": os.defpath, "HOME": str(folder), "PYTHONPATH": str(PROGRAM), "TALKS_SEMANTIC": "off", **settings}


def call(
    folder: Path,
    *arguments: str | bytes,
    stdin: bytes = b"",
    env: Mapping[str, str] | None = None,
    program: Sequence[str] = TALKS,
) -> Done:
    done = subprocess.run(
        [*program, *arguments],
        cwd=folder,
        env=surroundings(folder) | dict(env or {}),
        input=stdin,
        capture_output=True,
        check=False,
        timeout=60,
    )
    return Done(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))
