"""How do readers and tests reach the simulator? The routes beside the Bot API, in and out as JSON."""

from __future__ import annotations

import asyncio

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.simulator import readers
from bot.simulator.api import METHODS
from bot.simulator.chats import Chat
from bot.simulator.errors import ReaderError
from bot.simulator.faults import read_fault
from bot.simulator.json_text import Json
from bot.simulator.orders import Order, query_integer, query_seconds, read_order
from bot.simulator.state import State

LONGEST_WAIT = 60


class UserSide:
    def __init__(self, state: State) -> None:
        self._state = state

    def routes(self) -> list[Route]:
        return [
            Route("/user/send", self.send, methods=["POST"]),
            Route("/user/press", self.press, methods=["POST"]),
            Route("/user/inline", self.inline, methods=["POST"]),
            Route("/user/choose", self.choose, methods=["POST"]),
            Route("/user/invite", self.invite, methods=["POST"]),
            Route("/user/block", self.block, methods=["POST"]),
            Route("/user/messages", self.messages),
            Route("/user/chats", self.chats),
            Route("/user/commands", self.commands),
            Route("/user/file/{file_id}", self.file),
            Route("/faults", self.add_fault, methods=["POST"]),
            Route("/faults", self.clear_faults, methods=["DELETE"]),
            Route("/stats", self.stats),
        ]

    async def send(self, request: Request) -> Response:
        order = await read_order(request)
        edit, reply_to = order.optional_integer("edit"), order.optional_integer("reply_to")
        draft = readers.Draft(
            readers.read_text(order.text("text")), reply_to, order.optional_integer("message_thread_id")
        )
        chat, user = self._enter(order)
        if edit is not None:
            message = readers.rewrite(self._state, chat, user, draft.content, edit)
        else:
            message = readers.write(self._state, chat, user, draft)
        return JSONResponse({"message_id": message["message_id"]})

    async def press(self, request: Request) -> Response:
        order = await read_order(request)
        chat, user = self._known_chat(order), readers.meet(self._state, order.user())
        answer = await readers.press(self._state, chat, user, order.integer("message_id"), order.callback_data())
        return JSONResponse({"answer": None, "show_alert": False} if answer is None else _shown(answer))

    async def inline(self, request: Request) -> Response:
        order = await read_order(request)
        user = readers.meet(self._state, order.user())
        return JSONResponse({"results": await readers.ask_inline(self._state, user, order.text("query"))})

    async def choose(self, request: Request) -> Response:
        order = await read_order(request)
        result_id = order.text("result_id")
        chat, user = self._enter(order)
        message = readers.choose(self._state, chat, user, result_id)
        return JSONResponse({"message_id": message["message_id"]})

    async def invite(self, request: Request) -> Response:
        """A reader adds the bot to a group, opened when it is new."""
        chat, user = self._enter(await read_order(request))
        readers.invite(self._state, chat, user)
        return JSONResponse({})

    async def block(self, request: Request) -> Response:
        """The reader of a chat blocks the bot, or lets it in again."""
        order = await read_order(request)
        self._known_chat(order).blocked = order.flag("blocked", default=True)
        return JSONResponse({})

    async def messages(self, request: Request) -> Response:
        """All that changed after `after`; waits up to `wait` seconds for the first change."""
        chat_id, after = query_integer(request, "chat"), query_integer(request, "after", 0)
        loop = asyncio.get_running_loop()
        until = loop.time() + min(query_seconds(request, "wait"), LONGEST_WAIT)
        bell = self._state.bell
        while not self._has_news(chat_id, after) and not bell.closed and (left := until - loop.time()) > 0:
            await bell.wait(chat_id, left)
        chat = self._state.chats.get(chat_id)
        entries = chat.since(after) if chat else []
        return JSONResponse({"messages": [entry.shape() for entry in entries], "last": chat.last if chat else 0})

    async def chats(self, _request: Request) -> Response:
        """Every chat, the latest first."""
        chats = reversed(self._state.chats.values())
        return JSONResponse({"chats": [{"id": c.id, "type": c.type, "title": c.title, "last": c.last} for c in chats]})

    async def commands(self, request: Request) -> Response:
        chat_id = query_integer(request, "chat", 1)
        chat = self._state.chats.get(chat_id)
        language = request.query_params.get("language", "")[:2]
        group = chat.is_group if chat else chat_id < 0
        return JSONResponse({"commands": self._state.commands.shown(chat_id, language, group=group)})

    async def file(self, request: Request) -> Response:
        """A picture to show, or a document to save: it may hold anything, so no browser opens it here."""
        stored = self._state.files.get(request.path_params["file_id"])
        if stored is None:
            raise HTTPException(404, "there is no such file")
        safe = stored.folder == "photos"
        headers = {"x-content-type-options": "nosniff"} | ({} if safe else {"content-disposition": "attachment"})
        return Response(stored.content, media_type=stored.mime, headers=headers)

    async def add_fault(self, request: Request) -> Response:
        order = await read_order(request)
        self._state.faults.append(read_fault(order.body, frozenset(METHODS)))
        return JSONResponse({})

    async def clear_faults(self, _request: Request) -> Response:
        self._state.faults.clear()
        return JSONResponse({})

    async def stats(self, _request: Request) -> Response:
        return JSONResponse(self._state.stats())

    def _enter(self, order: Order) -> tuple[Chat, Json]:
        user = readers.meet(self._state, order.user())
        chat = readers.enter(
            self._state, order.identifier("chat"), order.chat_type(), order.optional_text("title"), user
        )
        return chat, user

    def _known_chat(self, order: Order) -> Chat:
        chat = self._state.chats.get(order.identifier("chat"))
        if chat is None:
            raise ReaderError("there is no such chat")
        return chat

    def _has_news(self, chat_id: int, after: int) -> bool:
        chat = self._state.chats.get(chat_id)
        return chat is not None and chat.last > after


def _shown(answer: Json) -> Json:
    return {"answer": answer["text"], **{name: answer[name] for name in answer if name != "text"}}
