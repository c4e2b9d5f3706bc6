"""Do the documents tell the truth: is each command and setting there, and does each link lead somewhere?"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from bot.cli import talks
from bot.settings import PREFIX, Settings
from tests.container import ROOT

DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
EVERYWHERE = "\n".join(path.read_text("utf-8") for path in DOCUMENTS)
INNER = {"python", "dev"}
"""Targets that only others need."""
DEFAULTS = {
    "mode": "auto",
    "simulator_port": "8081",
    "data": "$XDG_DATA_HOME/talks",
    "semantic": "auto",
    "retention_days": "180",
    "log_format": "text",
}
"""As the table of settings writes them, in code or not; where a setting has none: –."""
# In pieces, so that this file does not hold what it looks for.
STRANGE = re.compile("files[.]pythonhosted|/pypi[.]|index[-]url|/[w]ork/|/[r]oot/")
TEMPORARY = re.compile("/[t]mp/")
SKIPPED = {".venv", ".git", "build", "dist", "__pycache__"}


def walk(command: click.Command, name: str = "talks") -> Iterator[tuple[str, click.Command]]:
    """Each command that does something, with its whole name."""
    if not isinstance(command, click.Group):
        yield name, command
        return
    context = click.Context(command)
    for part in command.list_commands(context):
        sub = command.get_command(context, part)
        assert sub
        yield from walk(sub, f"{name} {part}")


COMMANDS = dict(walk(talks))
OPTIONS = {
    option
    for command in COMMANDS.values()
    for parameter in command.params
    if isinstance(parameter, click.Option)
    for option in parameter.opts
    if option.startswith("--")
}


def tracked() -> list[Path]:
    """The files of the repository and those about to be; without git, all there are."""
    names = b""
    if git := shutil.which("git"):
        listing = [git, "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
        names = subprocess.run(listing, cwd=ROOT, capture_output=True, check=False).stdout
    paths = [ROOT / os.fsdecode(name) for name in names.split(b"\0") if name] or list(ROOT.rglob("*"))
    return [path for path in paths if path.is_file() and not SKIPPED & set(path.relative_to(ROOT).parts)]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_documented(name: str) -> None:
    """`talks articles show`, or `talks articles list|show`, in a table `list\\|show`."""
    *path, last = name.split()
    assert re.search(rf"\b{' '.join(path)} (?:\w+\\?\|)*{last}\b", EVERYWHERE)


@pytest.mark.parametrize("option", sorted(OPTIONS))
def test_every_option_is_documented(option: str) -> None:
    assert re.search(rf"{option}(?![\w-])", EVERYWHERE)


@pytest.mark.parametrize("name", Settings.model_fields)
def test_every_setting_is_in_the_example_with_its_default(name: str) -> None:
    field = Settings.model_fields[name]
    default = field.default if isinstance(field.default, str | int) else ""
    assert f"# {PREFIX}{name.upper()}={default}" in (ROOT / ".env.example").read_text("utf-8").splitlines()


@pytest.mark.parametrize("name", Settings.model_fields)
def test_every_setting_is_in_the_table_with_its_default(name: str) -> None:
    setting = f"`{PREFIX}{name.upper()}`"
    rows = [line for line in EVERYWHERE.splitlines() if line.startswith(f"| {setting} |")]
    assert len(rows) == 1, f"one row of a table begins with: | {setting} | default |"
    assert rows[0].split("|")[2].strip(" `") == DEFAULTS.get(name, "–")


def test_the_example_and_the_documents_name_no_other_setting() -> None:
    text = EVERYWHERE + (ROOT / ".env.example").read_text("utf-8") + (ROOT / "compose.yaml").read_text("utf-8")
    named = set(re.findall(rf"\b{PREFIX}(\w+)", text))
    assert named <= {name.upper() for name in Settings.model_fields}


def test_the_defaults_above_are_the_settings_own() -> None:
    stated = {name: value for name, value in DEFAULTS.items() if name != "data"}
    fields = Settings.model_fields.items()
    assert stated == {name: str(field.default) for name, field in fields if isinstance(field.default, str | int)}


def test_every_target_is_in_the_help_of_make() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    phony = re.search(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)
    assert phony
    assert targets == set(phony[1].split())
    make = shutil.which("make")
    assert make
    listed = subprocess.run(
        [make, "--no-print-directory", "help"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert {line.split()[1] for line in listed.stdout.splitlines()} == targets - INNER


def _anchor(heading: str) -> str:
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


@pytest.mark.parametrize("path", [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")], ids=lambda path: path.name)
def test_every_link_within_the_repository_leads_somewhere(path: Path) -> None:
    text = re.sub(r"^```.*?^```", "", path.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if re.match(r"[a-z]+:", target):
            continue
        place, _, anchor = target.partition("#")
        linked = path.parent / place if place else path
        assert linked.exists(), target
        if anchor:
            headings = re.findall(r"^#+ (.*)$", linked.read_text("utf-8"), re.MULTILINE)
            assert anchor in map(_anchor, headings), target


def test_no_file_names_an_index_or_somebody_s_machine() -> None:
    found = {}
    for path in tracked():
        text, place = path.read_bytes().decode("utf-8", "replace"), path.relative_to(ROOT)
        if match := STRANGE.search(text) or (place.parts[0] != "tests" and TEMPORARY.search(text)):
            found[str(place)] = match[0]
    assert found == {}
