"""Does .ci/run check what it says, install only what is missing, and tell the truth at the end?"""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from tests.container import ROOT

# `which` and `root` stand for the machine: programs there are, and who runs the script.
MACHINE = {
    "make": 'echo "make $*" >> "$CALLS"; [ "$1" != "$FAILING" ]',
    "apt-get": 'echo "apt-get $*" >> "$CALLS"; [ "$1" != "$FAILING" ]',
    "id": 'echo "$USER_ID"',
    "dpkg-query": 'for last; do :; done; case " $PACKAGED " in *" $last "*) printf installed ;; esac',
    "chromium": "",
    "python3": "",
    "dirname": 'exec /usr/bin/dirname "$@"',
}
FONTS = "fonts-dejavu-core fonts-noto-color-emoji"


@dataclass(frozen=True, slots=True)
class Outcome:
    code: int
    said: str
    calls: list[str]


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """A PATH of fakes alone: nothing real can be installed, made or asked from here."""
    programs = tmp_path / "bin"
    programs.mkdir()
    for name, script in MACHINE.items():
        _put(programs / name, script)
    return programs


def _put(program: Path, script: str) -> None:
    program.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    program.chmod(0o755)


def _run(machine: Path, *, user: int = 0, packaged: str = FONTS, failing: str = "") -> Outcome:
    calls = machine.parent / "calls"
    calls.touch()
    env = {"PATH": str(machine), "CALLS": str(calls), "CI": "true"}
    env |= {"USER_ID": str(user), "PACKAGED": packaged, "FAILING": failing}
    bash = next(Path(folder, "bash") for folder in os.defpath.split(":") if Path(folder, "bash").exists())
    done = subprocess.run(
        [bash, ROOT / ".ci" / "run"], env=env, cwd=machine, capture_output=True, encoding="utf-8", check=False
    )
    return Outcome(done.returncode, done.stdout, calls.read_text("utf-8").splitlines())


def test_where_nothing_is_missing_it_lints_and_tests_alone(machine: Path) -> None:
    outcome = _run(machine)
    assert outcome.calls == ["make lint", "make test"]
    assert outcome.code == 0
    assert outcome.said.splitlines()[-1] == ".ci/run: make test", "the tests must have the last word"


@pytest.mark.parametrize(("target", "calls"), [("lint", ["make lint"]), ("test", ["make lint", "make test"])])
def test_a_failure_is_its_own(machine: Path, target: str, calls: list[str]) -> None:
    outcome = _run(machine, failing=target)
    assert outcome.code != 0
    assert outcome.calls == calls


@pytest.mark.parametrize(
    ("absent", "packaged", "installed"),
    [
        ("chromium", FONTS, "chromium"),
        ("python3", FONTS, "python3-venv"),
        ("make", FONTS, "make"),
        (None, "fonts-dejavu-core", "fonts-noto-color-emoji"),
        (None, "", FONTS),
    ],
)
def test_root_on_debian_installs_what_is_missing(
    machine: Path, absent: str | None, packaged: str, installed: str
) -> None:
    if absent:
        (machine / absent).unlink()
    calls = _run(machine, packaged=packaged).calls
    assert calls[0].startswith("apt-get update")
    assert calls[1].endswith(f"--no-install-recommends {installed}")


def test_a_python_without_ensurepip_lacks_the_venv_package(machine: Path) -> None:
    _put(machine / "python3", "exit 1")
    assert _run(machine).calls[1].endswith(" python3-venv")


def test_without_root_nothing_is_installed(machine: Path) -> None:
    (machine / "chromium").unlink()
    outcome = _run(machine, user=1000)
    assert outcome.calls == ["make lint", "make test"]
    assert "may be skipped" in outcome.said


def test_a_browser_that_cannot_be_installed_is_said_and_passed_over(machine: Path) -> None:
    (machine / "chromium").unlink()
    outcome = _run(machine, failing="update")
    assert "could not install chromium" in outcome.said
    assert outcome.calls[-2:] == ["make lint", "make test"]
    assert outcome.code == 0


def test_a_tool_that_cannot_be_installed_ends_it(machine: Path) -> None:
    (machine / "make").unlink()
    outcome = _run(machine, failing="update")
    assert outcome.calls == ["apt-get update -qq"]
    assert outcome.code != 0


def test_the_workflow_makes_the_same_two_targets() -> None:
    workflow = yaml.safe_load((ROOT / ".github" / "workflows" / "ci.yml").read_text("utf-8"))
    runs = [step["run"] for step in workflow["jobs"]["check"]["steps"] if "run" in step]
    assert runs == ["make lint", "make test"]
