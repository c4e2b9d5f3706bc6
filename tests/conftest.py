"""What all tests need."""

from __future__ import annotations

import signal


def pytest_configure() -> None:
    """Where the tests run in the background Ctrl-C is ignored, and in the programs that they start it would stay so."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
