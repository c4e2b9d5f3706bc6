"""What does a container engine do with the Dockerfile's first stage? Just enough of it to run without one."""

from __future__ import annotations

import fnmatch
import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
PACKAGES = ("bot", "retrieval", "corpus")


@dataclass(frozen=True, slots=True)
class Instruction:
    name: str
    value: str


def read_stages(dockerfile: Path) -> list[list[Instruction]]:
    """The instructions of each stage, its FROM first; what stands before the first FROM belongs to none."""
    text = "\n".join(line for line in dockerfile.read_text("utf-8").splitlines() if not line.startswith("#"))
    stages: list[list[Instruction]] = []
    for line in filter(None, text.replace("\\\n", " ").splitlines()):
        name, _, value = line.partition(" ")
        if name == "FROM":
            stages.append([])
        if stages:
            stages[-1].append(Instruction(name, " ".join(value.split())))
    return stages


def copy_context(into: Path) -> None:
    """Copy what .dockerignore lets through. As there, its exceptions may name only things at the top."""
    lines = (ROOT / ".dockerignore").read_text("utf-8").splitlines()
    patterns = [line for line in lines if line and not line.startswith("#")]
    for folder, subfolders, files in os.walk(ROOT):
        here = Path(folder).relative_to(ROOT)
        subfolders[:] = [name for name in subfolders if not _is_ignored(here / name, patterns)]
        for name in files:
            if not _is_ignored(here / name, patterns):
                (into / here).mkdir(parents=True, exist_ok=True)
                shutil.copyfile(ROOT / here / name, into / here / name)


def run_stage(stage: list[Instruction], context: Path, workdir: Path, prefix: Path, env: dict[str, str]) -> None:
    """Run its COPY and RUN in `workdir`, with `prefix` for the image's /opt/talks."""
    for instruction in stage:
        if instruction.name == "COPY":
            *sources, target = instruction.value.split()
            for source in sources:
                _copy(context / source, workdir / target)
        elif instruction.name == "RUN":
            command = ["/bin/sh", "-c", instruction.value.replace("/opt/talks", str(prefix))]
            subprocess.run(command, cwd=workdir, env=env, stderr=subprocess.PIPE, text=True, check=True)


def program_files() -> set[str]:
    """Every file of the packages, relative to the checkout."""
    files = (path for package in PACKAGES for path in (ROOT / package).rglob("*") if path.is_file())
    return {str(path.relative_to(ROOT)) for path in files if "__pycache__" not in path.parts}


def _is_ignored(path: Path, patterns: list[str]) -> bool:
    """The last pattern that fits decides; one with **/ fits at any depth, any other at the top alone."""
    ignored = False
    for pattern in patterns:
        bare = pattern.removeprefix("!")
        name = path.name if bare.startswith("**/") else path.parts[0]
        if fnmatch.fnmatchcase(name, bare.removeprefix("**/")):
            ignored = not pattern.startswith("!")
    return ignored


def _copy(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target, dirs_exist_ok=True)
    else:
        shutil.copy(source, target)
