from __future__ import annotations

import threading
from urllib.parse import parse_qs, urlsplit

import pytest

from bot.i18n import words
from bot.render.quote_lines import QuoteLines
from bot.render.quotes import MOST_QUOTES
from bot.service import TalksService
from bot.telegram.deep_links import DeepLinks
from corpus.ingest import find_files, ingest, seed_folder
from corpus.models import Corpus
from retrieval.quote_book import Statement
from tests.bot.telegram.conftest import Feed, Questions
from tests.bot.telegram.fakes import FIRST_NUMBER, READER, FakeRequest, Json, press, update

REPLY = FIRST_NUMBER + 1


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return ingest(find_files(seed_folder()))


def buttons(parameters: Json) -> dict[str, str]:
    rows = parameters.get("reply_markup", {}).get("inline_keyboard", [])
    return {button["text"]: button.get("callback_data") or button["url"] for row in rows for button in row}


async def send(feed: Feed, server: FakeRequest, text: str) -> Json:
    await feed(update(text))
    sent: Json = server.sent()[-1]
    return sent


async def tap(feed: Feed, server: FakeRequest, data: str) -> Json:
    await feed(press(data, REPLY))
    edited: Json = server.sent("editMessageText")[-1]
    return edited


async def test_without_a_filter_it_lists_speakers_as_buttons(feed: Feed, server: FakeRequest) -> None:
    sent = await send(feed, server, "/quotes")
    assert "<b>Sergei Ryabkov</b> · 2 direct, 1 reported" in sent["text"]
    assert "Sergei Ryabkov · 3" in buttons(sent)


async def test_a_speaker_is_one_tap_away_and_so_is_the_way_back(feed: Feed, server: FakeRequest) -> None:
    overview = await send(feed, server, "/quotes")
    speaker = await tap(feed, server, buttons(overview)["Sergei Ryabkov · 3"])
    assert speaker["text"].startswith("<b>Sergei Ryabkov</b> · 2 direct, 1 reported")
    assert "“Russian Foreign Minister” in [" in speaker["text"]
    assert list(buttons(speaker)) == ["All speakers"]
    back = await tap(feed, server, buttons(speaker)["All speakers"])
    assert (back["text"], buttons(back)) == (overview["text"], buttons(overview))


async def test_what_is_typed_is_the_filter(feed: Feed, server: FakeRequest, questions: Questions) -> None:
    sent = await send(feed, server, "/quotes ryabkov no illusions")
    assert sent["text"].count("<blockquote>") == 1
    assert "should have no illusions about this" in sent["text"]
    assert [asker.command for asker in questions.askers] == ["quotes"]


async def test_a_single_quote_can_be_shared(feed: Feed, server: FakeRequest, corpus: Corpus) -> None:
    sent = await send(feed, server, "/quotes ryabkov no illusions")
    assert list(buttons(sent)) == ["Share"]
    [link] = parse_qs(urlsplit(buttons(sent)["Share"]).query)["url"]
    linked = DeepLinks(corpus).find(link.partition("=")[2])
    assert linked
    assert linked.kind == "quote"
    assert "should have no illusions about this" in linked.citation.text
    await send(feed, server, f"/start {link.partition('=')[2]}")
    assert "should have no illusions about this" in server.texts[-1]


async def test_many_quotes_are_paged(feed: Feed, server: FakeRequest) -> None:
    first = await send(feed, server, "/quotes direct")
    assert "page 1 of" in first["text"]
    second = await tap(feed, server, buttons(first)["›"])
    assert "page 2 of" in second["text"]
    assert second["text"] != first["text"]
    again = await tap(feed, server, buttons(second)["‹"])
    assert (again["text"], buttons(again)) == (first["text"], buttons(first))


async def test_an_unknown_name_is_offered_the_nearest(feed: Feed, server: FakeRequest) -> None:
    sent = await send(feed, server, "/quotes Blinkovsky")
    assert "Nobody quoted has the name “Blinkovsky”" in sent["text"]
    [name, *_] = buttons(sent)
    chosen = await tap(feed, server, buttons(sent)[name])
    assert chosen["text"].startswith(f"<b>{name}</b>")


@pytest.mark.parametrize(
    ("typed", "told"),
    [("since 31 Feb", "can’t be read as a day"), ("after 12 Jan before 8 Jan", "ends before it begins")],
)
async def test_a_wrong_day_is_said_to_be_one(feed: Feed, server: FakeRequest, typed: str, told: str) -> None:
    assert told in (await send(feed, server, f"/quotes {typed}"))["text"]


async def test_a_page_that_is_no_longer_there_becomes_the_last_one(feed: Feed, server: FakeRequest) -> None:
    first = await send(feed, server, "/quotes direct")
    beyond = buttons(first)["›"].rsplit(":", 1)[0] + ":99"
    last = await tap(feed, server, beyond)
    assert "›" not in buttons(last)


async def test_turning_a_page_is_no_new_question(feed: Feed, server: FakeRequest, questions: Questions) -> None:
    first = await send(feed, server, "/quotes direct")
    await tap(feed, server, buttons(first)["›"])
    assert len(questions.askers) == 1


async def test_statements_are_measured_once_and_written_beside_the_loop(
    feed: Feed, server: FakeRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[threading.Thread] = []
    write = QuoteLines.write

    def note(lines: QuoteLines, statement: Statement) -> str:
        threads.append(threading.current_thread())
        return write(lines, statement)

    monkeypatch.setattr(QuoteLines, "write", note)
    overview = await send(feed, server, "/quotes")
    assert not threads
    first = await tap(feed, server, next(data for name, data in buttons(overview).items() if "Blinken" in name))
    measured = len(threads) - MOST_QUOTES
    assert measured > MOST_QUOTES
    await tap(feed, server, buttons(first)["›"])
    assert len(threads) == MOST_QUOTES + 2 * measured - MOST_QUOTES
    assert threading.main_thread() not in threads


@pytest.mark.parametrize(
    ("chosen", "telegram", "typed", "language"),
    [
        (None, "en", "Rjabkow illusions bis 12. Januar", "de"),
        (None, "en", "Rjabkow illusions wörtlich", "de"),
        (None, "en", "Riabkov illusions jusqu'au 12 janvier", "fr"),
        (None, "de", "Riabkov illusions hasta el 12 de enero", "es"),
        (None, "en", "Rjabkow illusions do 12 stycznia", "pl"),
        (None, "uk", "Рябков illusions до 12 января", "ru"),
        (None, "ru", "Рябков illusions до 12 січня", "uk"),
        (None, "uk", "Рябков illusions", "uk"),
        (None, "de", "ryabkov illusions before 12 Jan", "en"),
        (None, "de", "ryabkov no illusions", "de"),
        (None, "de", "ryabkov “no illusions”", "de"),
        ("fr", "fr", "Rjabkow illusions bis 12. Januar", "fr"),
    ],
)
async def test_a_list_is_in_the_reader_s_language(  # noqa: PLR0917
    feed: Feed,
    server: FakeRequest,
    monkeypatch: pytest.MonkeyPatch,
    chosen: str | None,
    telegram: str,
    typed: str,
    language: str,
) -> None:
    monkeypatch.setattr(TalksService, "language_of", lambda *_: chosen)
    sender: Json = {"from": READER | {"language_code": telegram}}
    await feed(update(f"/quotes {typed}", **sender))
    assert list(buttons(server.sent()[-1])) == [words(language).gettext("Share")]


async def test_a_chosen_name_s_quotes_stay_in_the_language_of_the_list(feed: Feed, server: FakeRequest) -> None:
    """The name, as the articles spell it, tells none."""
    second = words("ru").gettext("page {number} of {count}").partition("{count}")[0].format(number=2)
    nearest = await send(feed, server, "/quotes Блинкенский")
    first = await tap(feed, server, buttons(nearest)["Antony Blinken"])
    assert second in (await tap(feed, server, buttons(first)["›"]))["text"]


async def test_its_other_pages_are_in_that_language_too(feed: Feed, server: FakeRequest) -> None:
    second = words("de").gettext("page {number} of {count}").partition("{count}")[0].format(number=2)
    first = await send(feed, server, "/quotes wörtlich")
    assert second in (await tap(feed, server, buttons(first)["›"]))["text"]
