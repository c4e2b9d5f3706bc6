from __future__ import annotations

import logging

import pytest
from telegram import User

from bot.i18n import words
from bot.telegram import profile
from bot.telegram.context import TalksApplication
from bot.telegram.handlers import all_handlers
from bot.telegram.profile import commands, group_commands, introduce, operator_commands, unset
from tests.bot.telegram.fakes import FakeRequest, refusal

WORDS = words("en")


@pytest.fixture(autouse=True)
def _one_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(profile, "shipped", lambda: ["en"])


def me(**fields: bool) -> User:
    well = {"can_join_groups": True, "can_read_all_group_messages": False, "supports_inline_queries": True}
    return User(1, "talks", is_bot=True, **well | fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("fields", "remedies"),
    [
        ({}, []),
        ({"supports_inline_queries": False}, ["/setinline"]),
        ({"can_read_all_group_messages": True}, ["/setprivacy"]),
        ({"can_join_groups": False}, ["/setjoingroups"]),
        (
            {"supports_inline_queries": False, "can_read_all_group_messages": True, "can_join_groups": False},
            ["/setinline", "/setprivacy", "/setjoingroups"],
        ),
    ],
)
def test_what_is_not_set_up_is_named_with_its_remedy(fields: dict[str, bool], remedies: list[str]) -> None:
    lines = list(unset(me(**fields)))
    assert len(lines) == len(remedies)
    assert all(remedy in line for remedy, line in zip(remedies, lines, strict=True))
    assert all("\n" not in line for line in lines)


async def test_it_is_logged_at_the_start(application: TalksApplication, caplog: pytest.LogCaptureFixture) -> None:
    await introduce(application)
    said = [record.getMessage() for record in caplog.records]
    assert any("/setinline to @BotFather" in line for line in said)


async def test_menus_are_set_for_everybody_and_for_groups(application: TalksApplication, server: FakeRequest) -> None:
    await introduce(application)
    everybody, groups = server.sent("setMyCommands")
    assert "scope" not in everybody
    assert groups["scope"] == {"type": "all_group_chats"}


async def test_an_operator_has_a_menu_of_their_own(application: TalksApplication, server: FakeRequest) -> None:
    application.bot_data.operators = frozenset({7})
    await introduce(application)
    *_, operators = server.sent("setMyCommands")
    assert operators["scope"] == {"type": "chat", "chat_id": 7}
    assert [command["command"] for command in operators["commands"]][-2:] == ["stats", "gaps"]


async def test_an_operator_whom_the_bot_has_not_met_is_no_trouble(
    application: TalksApplication, server: FakeRequest, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, profile.__name__)
    application.bot_data.operators = frozenset({7, 8})
    well = 200, {"ok": True, "result": True}
    server.replies["setMyCommands"] = [well, well, refusal(400, "Bad Request: chat not found")]
    await introduce(application)
    assert "An operator's commands could not be set: Chat not found" in caplog.messages
    assert len(server.sent("setMyCommands")) == 4
    assert server.sent("setMyShortDescription")


async def test_menus_are_set_in_each_language_that_is_shipped(
    application: TalksApplication, server: FakeRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(profile, "shipped", lambda: ["en", "uk"])
    await introduce(application)
    assert [menu.get("language_code") for menu in server.sent("setMyCommands")] == [None, None, "uk", "uk"]
    assert [text.get("language_code") for text in server.sent("setMyDescription")] == [None, "uk"]


async def test_that_they_cannot_be_set_keeps_nobody_from_asking(
    application: TalksApplication, server: FakeRequest, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING, profile.__name__)
    server.replies["setMyCommands"] = [refusal(400, "Bad Request: BOT_COMMAND_INVALID")]
    await introduce(application)
    assert caplog.messages[-1].startswith("Commands and descriptions could not be set: ")


def test_every_command_in_the_menu_is_served() -> None:
    served = {name for handler in all_handlers() for name in getattr(handler, "commands", ())}
    assert {command.command for command in operator_commands(WORDS)} == served
    assert {command.command for command in commands(WORDS)} == served - {"stats", "gaps"}
    assert {command.command for command in group_commands(WORDS)} < served
