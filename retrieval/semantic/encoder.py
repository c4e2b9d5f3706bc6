"""What does a model promise that puts meanings into numbers?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


class Encoder(Protocol):
    """Vectors of length 1; the nearer two are, the nearer what they mean. Several threads may ask at once."""

    name: str
    """Vectors can be compared where these are the same, and only there."""

    def encode_question(self, text: str) -> Floats:
        """A vector."""
        ...

    def encode_passages(self, texts: Sequence[str]) -> Floats:
        """A row for each passage."""
        ...
