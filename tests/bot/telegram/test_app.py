from __future__ import annotations

import pytest

from bot.journal.journal import Journal
from bot.service import TalksService
from bot.telegram.app import build
from tests.bot.telegram.fakes import TOKEN
from tests.bot.telegram.samples import SEEDS, refused


@pytest.mark.parametrize(
    ("api_url", "base", "files"),
    [
        (None, "https://api.telegram.org/bot", "https://api.telegram.org/file/bot"),
        ("http://127.0.0.1:8081", "http://127.0.0.1:8081/bot", "http://127.0.0.1:8081/file/bot"),
        ("http://127.0.0.1:8081/", "http://127.0.0.1:8081/bot", "http://127.0.0.1:8081/file/bot"),
    ],
)
def test_the_bot_asks_the_server_it_is_given(journal: Journal, api_url: str | None, base: str, files: str) -> None:
    service = TalksService(SEEDS, lambda *_: refused())
    bot = build(service, TOKEN, "telegram", journal, api_url).bot
    assert (bot.base_url, bot.base_file_url) == (base + TOKEN, files + TOKEN)
    service.close()
