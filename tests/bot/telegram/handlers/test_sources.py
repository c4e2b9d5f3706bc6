from __future__ import annotations

import pytest

from corpus.models import Article, Corpus
from tests.bot.telegram.conftest import Feed
from tests.bot.telegram.fakes import FIRST_NUMBER, GROUP, FakeRequest, Json, press, update
from tests.bot.telegram.handlers.test_quotes import buttons
from tests.bot.telegram.samples import make_corpus

REPLY = FIRST_NUMBER + 1


def article(number: int) -> Article:
    text = "\n".join(f"Line {line} of {number}. {'word ' * 60}." for line in range(30))
    return Article(str(number), text, title=f"No. {number}", published=f"2022-01-{number:02}")


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return make_corpus(*map(article, range(1, 21)))


async def tap(feed: Feed, server: FakeRequest, data: str) -> Json:
    await feed(press(data, REPLY))
    edited: Json = server.sent("editMessageText")[-1]
    return edited


async def test_the_list_is_paged(feed: Feed, server: FakeRequest) -> None:
    await feed(update("/sources"))
    [first] = server.sent()
    assert list(buttons(first)) == [*(f"[{number}]" for number in range(1, 9)), "›"]
    second = await tap(feed, server, buttons(first)["›"])
    assert "[9] No. 12 · Wed 12 Jan 2022" in second["text"]
    third = await tap(feed, server, buttons(second)["›"])
    assert list(buttons(third)) == ["[17]", "[18]", "[19]", "[20]", "‹"]
    beyond = await tap(feed, server, buttons(first)["›"].rsplit(":", 1)[0] + ":99")
    assert beyond["text"] == third["text"]


async def test_an_article_is_read_page_by_page_and_left_again(feed: Feed, server: FakeRequest) -> None:
    await feed(update("/sources"))
    second = await tap(feed, server, buttons(server.sent()[0])["›"])
    opened = await tap(feed, server, buttons(second)["[10]"])
    assert opened["text"].startswith("[10] No. 11 · Tue 11 Jan 2022\n\nLine 0 of 11.")
    assert list(buttons(opened)) == ["›", "All articles"]
    turned = await tap(feed, server, buttons(opened)["›"])
    assert "Line 29 of 11" not in opened["text"]
    assert turned["text"] != opened["text"]
    back = await tap(feed, server, buttons(turned)["All articles"])
    assert (back["text"], buttons(back)) == (second["text"], buttons(second))


async def test_an_article_that_is_not_there_leaves_the_list(feed: Feed, server: FakeRequest) -> None:
    await feed(update("/sources"))
    data = buttons(server.sent()[0])["[1]"]
    shown = await tap(feed, server, data.rsplit(":", 1)[0] + ":999" if data.count(":") == 3 else f"{data}:999")
    assert "page 3 of 3" in shown["text"]


async def test_in_a_group_only_the_asker_reads_on(feed: Feed, server: FakeRequest) -> None:
    await feed(update("/sources", chat=GROUP))
    data = buttons(server.sent()[0])["[2]"]
    other = {"id": 8, "is_bot": False, "first_name": "Other"}
    await feed(press(data, REPLY, GROUP, **{"from": other}))
    assert not server.sent("editMessageText")
    assert "Only the reader who asked" in server.sent("answerCallbackQuery")[0]["text"]
