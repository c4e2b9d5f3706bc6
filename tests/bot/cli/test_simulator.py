"""Does the simulator serve on its own, and say where?"""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from tests.bot.cli.command import call
from tests.bot.cli.serving import Readers, serving


def test_the_simulator_alone(home: Path) -> None:
    with serving(home, "simulator", "--port", "0") as simulator:
        readers = Readers(simulator.wait_for_chat())
        readers.write("hello")
        assert readers.get("/user/messages", chat=7)["last"] == 1
        done = simulator.stop()
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("Chat: http://127.0.0.1:")


def test_its_port_may_be_a_setting(home: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as held:
        port = held.getsockname()[1]
    with serving(home, "simulator", TALKS_SIMULATOR_PORT=str(port)) as simulator:
        assert simulator.wait_for_chat().endswith(f":{port}")
        assert simulator.stop().code == 0


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        ({"TALKS_SIMULATOR_PROT": "1"}, "There is no setting TALKS_SIMULATOR_PROT; did you mean TALKS_SIMULATOR_PORT?"),
        ({"TALKS_SIMULATOR_PORT": "x"}, "TALKS_SIMULATOR_PORT: input should be a valid integer"),
    ],
)
def test_a_wrong_setting_is_refused(home: Path, settings: dict[str, str], sentence: str) -> None:
    done = call(home, "simulator", "--port", "0", env=settings)
    assert done.code == 2
    assert done.error().startswith(sentence)


def test_a_taken_port_is_told_of(home: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        asked = taken.getsockname()[1]
        with serving(home, "simulator", "--port", str(asked)) as simulator:
            port = int(simulator.wait_for_chat().rpartition(":")[2])
            done = simulator.stop()
    assert port > asked
    assert done.err == f"talks: port {asked} cannot be used, so the simulator took {port}\n"
