"""What happens while the bot serves? The parts tell it here in numbers: never who asked, nor what."""

from __future__ import annotations

import time


class Tally:
    """Keeps what the health pages need. Who counts the rest overrides more."""

    last_update: float | None = None
    """Seconds since 1970."""

    def received(self, kind: str) -> None:  # noqa: ARG002
        """An update is taken up; `kind` is the Bot API's name for what it holds."""
        self.last_update = time.time()

    def handled(self, seconds: float) -> None:
        """An update is done with, its reply sent; its wait for its turn counts too."""

    def answered(self, outcome: str, seconds: float) -> None:
        """A question has its answer, or the refusal of one."""

    def retried(self, method: str) -> None:
        """A call of the Bot API is made once more."""

    def batched(self, rows: int) -> None:
        """So many askings are written to the log at once."""

    def not_logged(self) -> None:
        """An asking did not get into the log."""
