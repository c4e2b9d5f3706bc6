from __future__ import annotations

from bot.telegram.chosen_language import in_chosen_language
from tests.bot.telegram.fakes import PRIVATE, READER, Json, press, update


def language_of(user: int) -> str | None:
    return {7: "uk"}.get(user)


def test_the_choice_takes_the_place_of_what_telegram_says() -> None:
    for part in (update("hello")["message"], press("x")["callback_query"]):
        said = in_chosen_language({"update_id": 1, "any": part}, language_of)
        assert said == {"update_id": 1, "any": part | {"from": READER | {"language_code": "uk"}}}


def test_nothing_else_changes() -> None:
    other: Json = update("hello") | {"message": {"from": {"id": 8, "language_code": "en"}}}
    post: Json = {"update_id": 2, "channel_post": {"chat": PRIVATE}, "unheard_of": [1]}
    assert [in_chosen_language(said, language_of) for said in (other, post)] == [other, post]
