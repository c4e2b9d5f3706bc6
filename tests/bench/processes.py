"""How are programs run beside the measuring one, and what have they used?"""

from __future__ import annotations

import ctypes
import gc
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

TALKS = ("-m", "bot")
_CPU_FIELDS = slice(11, 13)
"""utime and stime in /proc/PID/stat, counted from behind the name."""


@contextmanager
def program(*arguments: str, env: Mapping[str, str] | None = None) -> Iterator[subprocess.Popen[str]]:
    """A Python program with our interpreter, ended with the block."""
    process = subprocess.Popen(
        [sys.executable, *arguments],
        env={**_environment(), **(env or {})},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    with process:
        try:
            yield process
        finally:
            process.terminate()


@contextmanager
def simulator() -> Iterator[str]:
    """The address of a simulator in a process of its own."""
    with program(*TALKS, "simulator", "--port", "0") as process:
        if process.stdout is None:
            raise RuntimeError("the simulator has no output")
        yield process.stdout.readline().rsplit(maxsplit=1)[-1]


def cpu_seconds(pid: int) -> float:
    """What a running process has used so far (Linux)."""
    fields = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    return sum(map(int, fields[_CPU_FIELDS])) / os.sysconf("SC_CLK_TCK")


def resident_mb() -> float:
    """What this process holds in memory, once it has given back what it can (Linux)."""
    gc.collect()
    ctypes.CDLL(None).malloc_trim(0)
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def _environment() -> dict[str, str]:
    """Ours, without the settings of a bot that may run on this machine."""
    return {name: value for name, value in os.environ.items() if not name.startswith("TALKS_")}
