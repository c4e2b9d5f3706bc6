"""Which vectors are nearest to one? In a compact type, so that a million take 400 MB."""

from __future__ import annotations

from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from retrieval.arrays import Arrays
from retrieval.semantic.encoder import Floats

DIMENSIONS = 384
LARGEST = 127
LEAST = np.float32(1e-9)


class Vectors:
    """Vectors of length 1, a byte for each number; each row has its scale."""

    def __init__(self, rows: NDArray[np.int8], scales: Floats) -> None:
        self._rows, self._scales = rows, scales

    @classmethod
    def empty(cls, count: int) -> Self:
        return cls(np.zeros((count, DIMENSIONS), np.int8), np.zeros(count, np.float32))

    @classmethod
    def compress(cls, exact: Floats) -> Self:
        scales = np.abs(exact).max(axis=1, initial=LEAST) / np.float32(LARGEST)
        return cls(np.rint(exact / scales[:, None]).astype(np.int8), scales.astype(np.float32))

    @classmethod
    def restore(cls, arrays: Arrays) -> Self:
        """The vectors that `arrays` were taken of."""
        return cls(arrays["rows"], arrays["scales"])

    def arrays(self) -> Arrays:
        """All that `restore` needs."""
        return {"rows": self._rows, "scales": self._scales}

    def __len__(self) -> int:
        return len(self._rows)

    def take(self, numbers: NDArray[Any]) -> Vectors:
        return Vectors(self._rows[numbers], self._scales[numbers])

    def put(self, numbers: NDArray[Any], others: Vectors) -> None:
        """Replace the rows of these numbers."""
        self._rows[numbers], self._scales[numbers] = others._rows, others._scales

    def exact(self, number: int) -> Floats:
        """A vector, as near as it is kept."""
        vector: Floats = self._rows[number] * self._scales[number]
        return vector

    def cosines(self, vector: Floats) -> Floats:
        """How near each is, from -1 to 1: a tenth of a second for 600,000.

        Not by BLAS: its threads wait for each other so busily that on a shared machine it takes eight times as long.
        """
        nearness: Floats = np.einsum("ij,j->i", self._rows, vector) * self._scales
        return nearness
