from __future__ import annotations

from gettext import NullTranslations
from typing import Any

import pytest

from bot import __version__
from bot.render.help import help_html, how_html
from bot.render.sources import sources_html
from bot.render.start import start_html
from tests.bot.telegram.conftest import Feed, Questions
from tests.bot.telegram.fakes import GROUP, FakeRequest, update
from tests.bot.telegram.samples import SEEDS

WORDS = NullTranslations()


@pytest.mark.parametrize(
    ("text", "reply"),
    [
        ("/start", start_html(SEEDS, [], WORDS)),
        (
            "/start deep_link",
            f"What this link leads to is no longer in the articles.\n\n{start_html(SEEDS, [], WORDS)}",
        ),
        ("/help", help_html("talks_bot", WORDS)),
        ("/about", how_html(SEEDS, __version__, WORDS)),
        ("/sources", sources_html(SEEDS, [0, 1], 0, WORDS)),
        ("/nothing", "There is no such command. /help shows what there is."),
    ],
)
async def test_commands(feed: Feed, server: FakeRequest, questions: Questions, text: str, reply: str) -> None:
    await feed(update(text))
    assert server.texts == [reply]
    assert not questions.askers, "nothing of it is a question"


async def test_commands_in_groups_are_replied_to(feed: Feed, server: FakeRequest) -> None:
    await feed(update("/sources@talks_bot", chat=GROUP))
    assert server.sent()[0]["reply_parameters"]["message_id"] == 51


VOICE = {"file_id": "1", "file_unique_id": "1", "duration": 2}
STICKER = VOICE | {"width": 1, "height": 1, "is_animated": False, "is_video": False, "type": "regular"}
PHOTO = {"file_id": "1", "file_unique_id": "1", "width": 1, "height": 1}


@pytest.mark.parametrize(
    ("fields", "replies"),
    [
        ({"photo": [PHOTO]}, ["Only text can be read here. Please put the question in words."]),
        ({"photo": [PHOTO], "caption": "Who?"}, ["Only text can be read here. Please put the question in words."]),
        ({"sticker": STICKER}, ["Only text can be read here. Please put the question in words."]),
        ({"voice": VOICE}, ["Voice messages can’t be heard here. Please type the question."]),
        ({"pinned_message": {"message_id": 1, "date": 0, "chat": GROUP}}, []),
    ],
)
async def test_what_is_no_text_gets_one_sentence(
    feed: Feed, server: FakeRequest, fields: dict[str, Any], replies: list[str]
) -> None:
    await feed(update(**fields))
    assert server.texts == replies
