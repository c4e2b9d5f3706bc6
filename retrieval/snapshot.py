"""How do arrays lie in a folder, so that they are mapped in a moment and no damage goes unnoticed?

A `.npy` file for each array, and `manifest.json`, which is written last: the size and CRC-32 of each file, and facts.
Every byte is checked whenever a snapshot is opened: half a gigabyte takes a quarter of a second, once it is
in memory. Nothing is unpickled.
"""

from __future__ import annotations

import io
import json
import mmap
import os
import zlib
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import IO, Any, NamedTuple

import numpy as np
from numpy.lib import format as npy
from numpy.typing import NDArray

from retrieval.arrays import Arrays

MANIFEST = "manifest.json"
Facts = Mapping[str, Any]


class SnapshotError(Exception):
    """What is there is no snapshot, or not as it was written; the text is a clause that says why."""


class Snapshot(NamedTuple):
    arrays: Arrays
    facts: Facts


def write_snapshot(folder: Path, arrays: Arrays, facts: Facts) -> None:
    """Write into an empty folder. OSError where that fails; then there is no manifest."""
    files = {f"{name}.npy": _write_array(folder / f"{name}.npy", array) for name, array in arrays.items()}
    write_sealed(folder / MANIFEST, {"facts": facts, "files": files})


def open_snapshot(folder: Path) -> Snapshot:
    """Map what was written; SnapshotError where a byte is another."""
    manifest = read_sealed(folder / MANIFEST)
    files = {folder / name: seal for name, seal in manifest["files"].items()}
    try:
        with ThreadPoolExecutor() as pool:
            list(pool.map(_check, files, files.values()))
        return Snapshot({path.stem: _map(path) for path in files}, manifest["facts"])
    except OSError as error:
        raise SnapshotError(_reason(folder, error)) from error


def write_sealed(path: Path, content: Facts) -> None:
    """Write JSON with its checksum, in one go: who reads finds the old file or the new."""
    passing = path.with_name(f".{path.name}.{os.getpid()}")
    with passing.open("w", encoding="ascii") as file:
        json.dump({"crc32": _seal(content), "content": content}, file)
        _flush(file)
    passing.replace(path)


def read_sealed(path: Path) -> Facts:
    """What `write_sealed` wrote; SnapshotError where it is something else."""
    try:
        document = json.loads(path.read_bytes())
    except OSError as error:
        raise SnapshotError(_reason(path, error)) from error
    except (ValueError, RecursionError) as error:
        raise SnapshotError(f"{path.name} is damaged") from error
    if not isinstance(document, dict) or document.get("crc32") != _seal(document.get("content")):
        raise SnapshotError(f"{path.name} is damaged")
    content: Facts = document["content"]
    return content


def _seal(content: object) -> int:
    return zlib.crc32(json.dumps(content).encode())


def _write_array(path: Path, array: NDArray[Any]) -> tuple[int, int]:
    """Size and checksum of the file. Not by `numpy.save`: it hides why writing failed."""
    head = io.BytesIO()
    npy.write_array_header_1_0(head, npy.header_data_from_array_1_0(array))
    with path.open("wb") as file:
        file.write(head.getbuffer())
        file.write(array.data)
        _flush(file)
        return file.tell(), zlib.crc32(array.data, zlib.crc32(head.getbuffer()))


def _flush(file: IO[Any]) -> None:
    """Down to the disk: else a file could be empty after a power cut, though what was written later is there."""
    file.flush()
    os.fsync(file.fileno())


def _check(path: Path, seal: tuple[int, int]) -> None:
    size, checksum = seal
    with path.open("rb") as file:
        if os.fstat(file.fileno()).st_size != size:
            raise SnapshotError(f"{path.name} has another size")
        with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
            if zlib.crc32(content) != checksum:
                raise SnapshotError(f"{path.name} is damaged")


def _map(path: Path) -> NDArray[Any]:
    """As a plain array: numpy.memmap does more at each use. Not in threads: two at once upset Python 3.11's parser."""
    return np.asarray(np.load(path, mmap_mode="r", allow_pickle=False))


def _reason(path: Path, error: OSError) -> str:
    return f"{Path(error.filename or path).name}: {error.strerror or error}"
