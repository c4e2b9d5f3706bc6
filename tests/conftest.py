"""What all tests need."""

from __future__ import annotations

import os
import signal


def pytest_configure() -> None:
    """Where the tests run in the background Ctrl-C is ignored, and in the programs that they start it would stay so."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    # Most tests are of the search by words, which is there on every machine; those by meaning say so.
    os.environ["TALKS_SEMANTIC"] = "off"
