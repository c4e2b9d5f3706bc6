"""How does a bot answer pressed buttons and inline queries?"""

from __future__ import annotations

from bot.simulator import limits
from bot.simulator.call import Call, Methods
from bot.simulator.content import MESSAGE_TEXT, read_text
from bot.simulator.errors import bad_request
from bot.simulator.formatted import utf16
from bot.simulator.json_text import Json
from bot.simulator.keyboards import read_markup
from bot.simulator.params import Params


def answer_callback_query(call: Call) -> bool:
    text = call.params.text("text")
    if utf16(text) > limits.CALLBACK_ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    answer = {"text": text or None, "show_alert": call.params.flag("show_alert")}
    if url := call.params.text("url"):
        answer["url"] = url
    call.state.queries.answer(call.params.text("callback_query_id"), answer)
    return True


def answer_inline_query(call: Call) -> bool:
    results = call.params.structure("results", list)
    if results is None:
        raise bad_request('parameter "results" is required')
    if len(results) > limits.INLINE_RESULTS:
        raise bad_request("RESULTS_TOO_MUCH")
    messages = [result_message(result) for result in results]
    if len({result["id"] for result in results}) < len(messages):
        raise bad_request("RESULT_ID_DUPLICATE")
    if len(call.params.text("next_offset").encode()) > limits.INLINE_OFFSET_BYTES:
        raise bad_request("NEXT_OFFSET_INVALID")
    _check_button(call.params.structure("button", dict))
    call.params.integer("cache_time", 300)
    call.state.queries.answer(call.params.text("inline_query_id"), {"results": results})
    return True


def result_message(result: object) -> Json:
    """The content of the message that choosing `result` sends."""
    if not isinstance(result, dict):
        raise bad_request("can't parse InlineQueryResult: expected an Object")
    if result.get("type") != "article":
        raise bad_request("can't parse InlineQueryResult: the simulator knows articles only")
    result_id, title = result.get("id"), result.get("title")
    if not isinstance(result_id, str) or not 1 <= len(result_id.encode()) <= limits.INLINE_RESULT_ID_BYTES:
        raise bad_request("RESULT_ID_INVALID")
    if not isinstance(title, str) or not title.strip():
        raise bad_request("ARTICLE_TITLE_EMPTY")
    content = result.get("input_message_content")
    if not isinstance(content, dict):
        raise bad_request("can't parse InlineQueryResult: input message content is not specified")
    message = read_text(Params(content), MESSAGE_TEXT)
    markup = read_markup(Params(result))
    return message | ({"reply_markup": markup} if markup else {})


def _check_button(button: Json | None) -> None:
    """The button above the results: it opens the bot with a deep link's payload."""
    if button is None:
        return
    text, payload = button.get("text"), button.get("start_parameter")
    if not isinstance(text, str) or not text.strip():
        raise bad_request('can\'t parse InlineQueryResultsButton: field "text" must be a non-empty String')
    if "web_app" not in button and not limits.DEEP_LINK.fullmatch(str(payload or "")):
        raise bad_request("START_PARAM_INVALID")


METHODS: Methods = {
    "answerCallbackQuery": answer_callback_query,
    "answerInlineQuery": answer_inline_query,
}
