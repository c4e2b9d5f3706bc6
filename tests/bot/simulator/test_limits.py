"""Does the simulator refuse what Telegram refuses, in its words?"""

from __future__ import annotations

import pytest

from tests.bot.simulator.conftest import ANN, Api, Json, User


def button(**more: object) -> Json:
    return {"text": "x", **more}


def keyboard(*rows: list[Json]) -> Json:
    return {"inline_keyboard": list(rows)}


def data(value: str) -> Json:
    return keyboard([button(callback_data=value)])


DATA = button(callback_data="d")
COMMAND = {"command": "start", "description": "d"}
ARTICLE = {"type": "article", "id": "1", "title": "t", "input_message_content": {"message_text": "m"}}


@pytest.mark.parametrize(
    ("method", "parameters", "error"),
    [
        ("sendMessage", {"chat_id": 7, "text": "x" * 4096}, None),
        ("sendMessage", {"chat_id": 7, "text": "x" * 4097}, "message is too long"),
        ("sendMessage", {"chat_id": 7, "text": "😀" * 2049}, "message is too long"),
        ("sendMessage", {"chat_id": 7, "text": f"<b>{'x' * 4096}</b>\n", "parse_mode": "HTML"}, None),
        ("sendMessage", {"chat_id": 7, "text": " \n "}, "message text is empty"),
        ("sendMessage", {"chat_id": 7}, "message text is empty"),
        ("sendMessage", {"chat_id": 7, "text": "<b> </b>", "parse_mode": "HTML"}, "message text is empty"),
        ("sendMessage", {"text": "x"}, "chat_id is empty"),
        ("sendMessage", {"chat_id": 8, "text": "x"}, "chat not found"),
        ("sendMessage", {"chat_id": "@nobody", "text": "x"}, "chat not found"),
        ("sendMessage", {"chat_id": 7, "text": "x", "parse_mode": "MarkdownV2"}, "unsupported parse_mode"),
        (
            "sendMessage",
            {"chat_id": 7, "text": "a<b", "parse_mode": "HTML"},
            "can't parse entities: Unclosed start tag at byte offset 1",
        ),
        ("sendMessage", {"chat_id": 7, "text": "<i>x</i> " * 100, "parse_mode": "HTML"}, None),
        ("sendMessage", {"chat_id": 7, "text": "<i>x</i> " * 101, "parse_mode": "HTML"}, "ENTITIES_TOO_LONG"),
        (
            "sendMessage",
            {"chat_id": 7, "text": "😀", "entities": [{"type": "bold", "offset": 0, "length": 3}]},
            "entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 3",
        ),
        (
            "sendMessage",
            {"chat_id": 7, "text": "😀", "entities": [{"type": "bold", "offset": 0, "length": 1}]},
            "entity offset 1 is in the middle of a UTF-16 surrogate pair",
        ),
        (
            "sendMessage",
            {"chat_id": 7, "text": "x", "entities": [{"type": ["bold"], "offset": 0, "length": 1}]},
            "can't parse MessageEntity: unsupported type specified",
        ),
        (
            "sendMessage",
            {"chat_id": 7, "text": "<a href='https://[t.me/talks_bot?start=a.b'>x</a>", "parse_mode": "HTML"},
            "START_PARAM_INVALID",
        ),
        ("sendMessage", {"chat_id": 7, "text": "x", "reply_markup": data("é" * 32)}, None),
        ("sendMessage", {"chat_id": 7, "text": "x", "reply_markup": data("é" * 33)}, "BUTTON_DATA_INVALID"),
        ("sendMessage", {"chat_id": 7, "text": "x", "reply_markup": data("")}, "BUTTON_DATA_INVALID"),
        (
            "sendMessage",
            {"chat_id": 7, "text": "x", "reply_markup": keyboard([button()])},
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (
            "sendMessage",
            {"chat_id": 7, "text": "x", "reply_markup": keyboard([button(url="nowhere")])},
            "inline keyboard button URL 'nowhere' is invalid: Wrong HTTP URL",
        ),
        (
            "sendMessage",
            {
                "chat_id": 7,
                "text": "x",
                "reply_markup": keyboard([button(url="https://t.me/talks_bot?start=a.b")]),
            },
            "START_PARAM_INVALID",
        ),
        ("sendMessage", {"chat_id": 7, "text": "x", "reply_markup": keyboard([DATA] * 8)}, None),
        (
            "sendMessage",
            {"chat_id": 7, "text": "x", "reply_markup": keyboard([DATA] * 9)},
            "reply markup is too long",
        ),
        ("sendMessage", {"chat_id": 7, "text": "x", "reply_markup": keyboard(*[[DATA] * 5] * 20)}, None),
        (
            "sendMessage",
            {"chat_id": 7, "text": "x", "reply_markup": keyboard(*[[DATA]] * 101)},
            "reply markup is too long",
        ),
        ("sendMessage", {"chat_id": 7, "text": "x", "reply_markup": {"force_reply": True}}, None),
        ("sendMessage", {"chat_id": 7, "text": "x", "reply_markup": {"remove_keyboard": True}}, None),
        ("sendMessage", {"chat_id": 7, "text": "x", "reply_markup": "{"}, "can't parse reply_markup JSON object"),
        (
            "sendMessage",
            {"chat_id": 7, "text": "x", "reply_parameters": {"message_id": 1}},
            "message to be replied not found",
        ),
        (
            "sendMessage",
            {
                "chat_id": 7,
                "text": "x",
                "reply_parameters": {"message_id": 1, "allow_sending_without_reply": True},
            },
            None,
        ),
        ("sendPhoto", {"chat_id": 7}, "there is no photo in the request"),
        ("sendPhoto", {"chat_id": 7, "photo": "https://a.b/c.png"}, "wrong file identifier/HTTP URL specified"),
        ("sendPhoto", {"chat_id": 7, "photo": "x", "caption": "x" * 1025}, "message caption is too long"),
        ("editMessageText", {"chat_id": 7, "message_id": 1, "text": "x"}, "message to edit not found"),
        ("deleteMessage", {"chat_id": 7, "message_id": 1}, "message to delete not found"),
        ("sendChatAction", {"chat_id": 7, "action": "typing"}, None),
        ("sendChatAction", {"chat_id": 7, "action": "dancing"}, "wrong parameter action in request"),
        ("answerCallbackQuery", {"callback_query_id": "1", "text": "x" * 201}, "MESSAGE_TOO_LONG"),
        (
            "answerCallbackQuery",
            {"callback_query_id": "1"},
            "query is too old and response timeout expired or query ID is invalid",
        ),
        (
            "answerInlineQuery",
            {"inline_query_id": "1", "results": [ARTICLE | {"id": str(n)} for n in range(50)]},
            "query is too old and response timeout expired or query ID is invalid",
        ),
        (
            "answerInlineQuery",
            {"inline_query_id": "1", "results": [ARTICLE | {"id": str(n)} for n in range(51)]},
            "RESULTS_TOO_MUCH",
        ),
        ("answerInlineQuery", {"inline_query_id": "1", "results": [ARTICLE, ARTICLE]}, "RESULT_ID_DUPLICATE"),
        (
            "answerInlineQuery",
            {
                "inline_query_id": "1",
                "results": [ARTICLE | {"input_message_content": {"message_text": "<", "parse_mode": "HTML"}}],
            },
            "can't parse entities: Unclosed start tag at byte offset 0",
        ),
        (
            "answerInlineQuery",
            {"inline_query_id": "1", "results": [], "button": {"text": "x", "start_parameter": "a b"}},
            "START_PARAM_INVALID",
        ),
        ("setMyCommands", {"commands": [COMMAND] * 100}, None),
        ("setMyCommands", {"commands": [COMMAND] * 101}, "BOT_COMMANDS_TOO_MUCH"),
        ("setMyCommands", {"commands": [COMMAND | {"command": "a" * 33}]}, "BOT_COMMAND_INVALID"),
        ("setMyCommands", {"commands": [COMMAND | {"command": "Ask"}]}, "BOT_COMMAND_INVALID"),
        (
            "setMyCommands",
            {"commands": [COMMAND | {"description": "d" * 257}]},
            "BOT_COMMAND_DESCRIPTION_INVALID",
        ),
        ("setMyCommands", {"commands": [], "language_code": "EN"}, "invalid language code specified"),
        ("setMyDescription", {"description": "d" * 512}, None),
        ("setMyDescription", {"description": "d" * 513}, "DESCRIPTION_TOO_LONG"),
        ("setMyShortDescription", {"short_description": "d" * 121}, "SHORT_DESCRIPTION_TOO_LONG"),
        (
            "setMessageReaction",
            {"chat_id": 7, "message_id": 1, "reaction": []},
            "message to react not found",
        ),
        (
            "setWebhook",
            {"url": "https://example.org/hook"},
            "bad webhook: the simulator delivers to loopback addresses only",
        ),
        ("getFile", {"file_id": "x"}, "wrong file_id or the file is temporarily unavailable"),
        ("getChatMember", {"chat_id": 7, "user_id": 8}, "member not found"),
    ],
)
async def test_limits(user: User, api: Api, method: str, parameters: Json, error: str | None) -> None:
    await user.send("hello")
    answer = await api(method, **parameters)
    assert answer.get("description") == (f"Bad Request: {error}" if error else None)
    stats = (await user.http.get("/stats")).json()
    assert stats["calls"] == {method: 1}
    assert stats["rejected"] == ([{"method": method, "error": f"Bad Request: {error}"}] if error else [])


async def test_text_is_trimmed_and_its_entities_with_it(user: User, api: Api) -> None:
    await user.send("hello")
    answer = await api("sendMessage", chat_id=7, text="\n <b> a</b> /ask @talks_bot\r\n", parse_mode="HTML")
    message = answer["result"]
    assert message["text"] == "a /ask @talks_bot"
    assert message["entities"] == [
        {"type": "bold", "offset": 0, "length": 1},
        {"type": "bot_command", "offset": 2, "length": 4},
        {"type": "mention", "offset": 7, "length": 10},
    ]


@pytest.mark.parametrize(("quote", "position"), [("b 😀", 5), ("<b>b</b> 😀", 5), ("B", None), ("x" * 1025, None)])
async def test_a_quote_stands_in_the_original(user: User, api: Api, quote: str, position: int | None) -> None:
    message_id = await user.send("a 😀 b 😀")
    reply = {"message_id": message_id, "quote": quote, "quote_parse_mode": "HTML"}
    answer = await api("sendMessage", chat_id=7, text="x", reply_parameters=reply)
    if position is None:
        assert answer["description"] == "Bad Request: QUOTE_TEXT_INVALID"
    else:
        assert answer["result"]["quote"]["position"] == position
        assert answer["result"]["reply_to_message"]["message_id"] == message_id


async def test_an_edit_must_change_something(user: User, api: Api) -> None:
    await user.send("hello")
    sent = (await api("sendMessage", chat_id=7, text="x", reply_markup=data("d")))["result"]
    place = {"chat_id": 7, "message_id": sent["message_id"]}
    same = await api("editMessageText", **place, text="x", reply_markup=data("d"))
    assert same["description"].startswith("Bad Request: message is not modified: specified new message content")
    assert "reply_markup" not in (await api("editMessageText", **place, text="x"))["result"]
    assert (await api("editMessageReplyMarkup", **place, reply_markup=data("e")))["ok"]
    caption = await api("editMessageCaption", **place, caption="x")
    assert caption["description"] == "Bad Request: there is no caption in the message to edit"


async def test_a_bot_edits_only_its_own(user: User, api: Api) -> None:
    message_id = await user.send("hello")
    answer = await api("editMessageText", chat_id=7, message_id=message_id, text="x")
    assert answer["description"] == "Bad Request: message can't be edited"


async def test_blocked(user: User, api: Api) -> None:
    await user.send("hello")
    await user.post("/user/block", chat=7)
    answer = await api("sendMessage", chat_id=7, text="x")
    assert (answer["error_code"], answer["description"]) == (403, "Forbidden: bot was blocked by the user")
    await user.send("anyone there?")
    assert len((await api("getUpdates"))["result"]) == 1
    assert (await user.http.get("/stats")).json()["rejected"] == []
    await user.post("/user/block", chat=7, blocked=False)
    assert (await api("sendMessage", chat_id=7, text="x"))["ok"]


async def test_unknown_method_and_token(user: User, api: Api) -> None:
    assert (await api("sendTelepathy"))["description"] == "Not Found: method not found"
    for token, code in [("1:short", 401), ("nonsense", 404)]:
        response = await user.http.get(f"/bot{token}/getMe")
        assert (response.status_code, response.json()["error_code"]) == (code, code)


async def test_commands_by_scope_and_language(user: User, api: Api) -> None:
    await user.send("hello")

    async def offer(name: str, **more: object) -> None:
        assert (await api("setMyCommands", commands=[COMMAND | {"command": name}], **more))["ok"]

    async def shown(language: str) -> str:
        response = await user.http.get("/user/commands", params={"chat": 7, "language": language})
        command: str = response.json()["commands"][0]["command"]
        return command

    await offer("everywhere")
    assert await shown("uk") == "everywhere"
    await offer("private", scope={"type": "all_private_chats"})
    await offer("ukrainian", scope={"type": "all_private_chats"}, language_code="uk")
    assert (await shown("uk"), await shown("en")) == ("ukrainian", "private")
    await offer("here", scope={"type": "chat", "chat_id": ANN["id"]})
    assert await shown("uk") == "here"
    assert (await api("getMyCommands", language_code="uk"))["result"] == []
    await api("deleteMyCommands", scope={"type": "chat", "chat_id": ANN["id"]})
    assert await shown("uk") == "ukrainian"
