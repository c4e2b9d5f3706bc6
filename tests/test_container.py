"""Does the container image, built as the Dockerfile says, hold a working `talks`?"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.container import ROOT, Instruction, copy_context, program_files, read_stages, run_stage

# What tells pip the way to its index; without it nothing can be installed behind a mirror or a proxy.
ROUTES = ("PIP_", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "SSL_CERT_", "REQUESTS_CA_BUNDLE")


def _pip_routes() -> dict[str, str]:
    """Those settings, and the folder of pip's own file of settings, which a strange HOME would hide."""
    config = os.environ.get("XDG_CONFIG_HOME", str(Path.home() / ".config"))
    return {name: value for name, value in os.environ.items() if name.upper().startswith(ROUTES)} | {
        "XDG_CONFIG_HOME": config
    }


@pytest.fixture(scope="module")
def stages() -> list[list[Instruction]]:
    return read_stages(ROOT / "Dockerfile")


@pytest.fixture(scope="module")
def context(tmp_path_factory: pytest.TempPathFactory) -> Path:
    context = tmp_path_factory.mktemp("context")
    copy_context(context)
    return context


@pytest.fixture(scope="module")
def prefix(stages: list[list[Instruction]], context: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the image has in /opt/talks, built by the first stage's own instructions."""
    home = tmp_path_factory.mktemp("home")
    prefix = home / "talks"
    workdir = tmp_path_factory.mktemp("src")
    python = Path(sys.executable).parent
    env = _pip_routes() | {"PATH": f"{python}{os.pathsep}{os.defpath}", "HOME": str(home)}
    try:
        run_stage(stages[0], context, workdir, prefix, env)
    except subprocess.CalledProcessError as error:
        if "CI" not in os.environ and "connection broken" in error.stderr:
            pytest.skip("the package index is out of reach, so the Dockerfile's install steps cannot run")
        error.add_note(error.stderr)
        raise
    return prefix


def test_what_was_installed_answers_from_any_folder(prefix: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [prefix / "bin" / "talks", "ask", "--json", "Who leads the Russian side?"],
        cwd=tmp_path,
        env={"PATH": os.defpath, "HOME": str(tmp_path)},
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
    )
    answer = json.loads(done.stdout)
    assert answer["outcome"] == "answered"
    assert "Ryabkov" in answer["hits"][0]["citation"]["text"]


def test_the_context_holds_the_program_alone(context: Path) -> None:
    pins = {"constraints.txt", "constraints-extras.txt", "constraints-semantic.txt"}
    top = {"LICENSE", "README.md", "pyproject.toml", *pins}
    held = {str(path.relative_to(context)) for path in context.rglob("*") if path.is_file()}
    assert held == top | program_files()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("USER", "10001:10001"),
        ("VOLUME", "/data"),
        ("STOPSIGNAL", "SIGTERM"),
        ("ENTRYPOINT", '["talks"]'),
        ("CMD", '["run"]'),
    ],
)
def test_the_image_runs_the_bot_as_nobody_in_particular(stages: list[list[Instruction]], name: str, value: str) -> None:
    assert Instruction(name, value) in stages[-1]


def test_the_image_is_for_telegram_and_keeps_its_data_in_the_volume(stages: list[list[Instruction]]) -> None:
    [env] = [instruction.value.split() for instruction in stages[-1] if instruction.name == "ENV"]
    assert {"TALKS_MODE=telegram", "TALKS_DATA=/data"} <= set(env)


def test_the_image_is_asked_for_its_health(stages: list[list[Instruction]]) -> None:
    [check] = [instruction.value for instruction in stages[-1] if instruction.name == "HEALTHCHECK"]
    assert check.endswith('CMD ["talks", "health"]')


def test_only_the_environment_is_taken_from_the_build_stage(stages: list[list[Instruction]]) -> None:
    copied = [instruction.value for instruction in stages[-1] if instruction.name == "COPY"]
    assert copied == ["--from=build /opt/talks /opt/talks"]


def test_compose_keeps_the_volume_and_leaves_time_to_stop() -> None:
    service = yaml.safe_load((ROOT / "compose.yaml").read_text("utf-8"))["services"]["talks"]
    assert service["environment"]["TALKS_DATA"] == "/data"
    assert "data:/data" in service["volumes"]
    assert service["stop_grace_period"] == "30s"
