"""How does an update come in, whichever way it was brought, so that it is never lost?"""

from __future__ import annotations

import asyncio
import logging
import time
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from telegram import Update

from bot.journal.journal import Journal, Left
from bot.journal.schema import JournalError
from bot.journal.writer import Json
from bot.telegram.chosen_language import LanguageOf, in_chosen_language
from bot.telegram.throttle import Throttle, Verdict

if TYPE_CHECKING:
    from bot.telegram.context import TalksApplication

logger = logging.getLogger(__name__)

MOST_UNDER_WAY = 1_000
"""Updates in memory. Behind them Telegram is not asked for more: it keeps them for a day."""
SUSPECT_AFTER = 3
"""Runs that ended without an answer to it. From then on an update is taken up with nothing beside it."""
MOST_ALONE = 3
"""Runs that it may end alone before it is set aside; one could be a coincidence."""
ALONE_SECONDS = 30.0
"""An update that takes longer may be waiting for Telegram, but it does not end the program."""
PUT_OFF_SECONDS = 60.0
"""Until a reply that the network lost, however often it was tried, is tried again."""
MOST_ROUNDS = 60
"""Times that it is put off before it is set aside: with the attempts of each, two hours or more."""


class Intake:
    """Every update is in the journal before it is taken up, and leaves it when the reader has the reply."""

    def __init__(
        self, journal: Journal, caught_up: Callable[[], None], language_of: LanguageOf = lambda _: None
    ) -> None:
        """`caught_up` is called when what piled up before the start is handled; `language_of` is a reader's choice."""
        self._journal = journal
        self._caught_up = caught_up
        self._language_of = language_of
        self.offset = 0
        """The first update that isn't in the journal yet, as getUpdates is told it."""
        self._hears = False
        """Whether Telegram has brought anything yet, beside what an earlier run left."""
        self._throttle = Throttle()
        self._application: TalksApplication
        self._under_way: dict[int, asyncio.Event] = {}
        self._room = asyncio.Event()
        self._room.set()
        self._too_fast: set[int] = set()
        self._put_off: set[int] = set()
        self._rounds: Counter[int] = Counter()
        self._timers: dict[int, tuple[Update, asyncio.TimerHandle]] = {}

    def feed(self, application: TalksApplication) -> None:
        """This application is to answer."""
        self._application = application

    @property
    def depth(self) -> int:
        """How many updates are not yet answered."""
        return self._journal.depth

    async def accept(self, *updates: Json) -> None:
        """Returns once they are on disk: Telegram may forget them. JournalError where they can't be written.

        A stop waits for it: what is half in the journal would only be answered after the next start.
        """
        await self._room.wait()
        taking = asyncio.create_task(self._take_in(updates))
        try:
            await asyncio.shield(taking)
        except asyncio.CancelledError:
            with suppress(JournalError):
                await taking
            raise

    async def _take_in(self, updates: Sequence[Json]) -> None:
        fresh = await self._journal.add(updates)
        self.offset = updates[-1]["update_id"] + 1
        self._hears = True
        for update in fresh:
            self._take(update)
            await asyncio.sleep(0)  # a hundred at once would keep replies waiting that are about to go out

    async def replay(self) -> None:
        """Take up what an earlier run left, ahead of anything new."""
        left = await self._journal.take_up()
        if left:
            logger.info("Taken up again from an earlier run: %d", len(left))
        for one in left:
            if one.replays <= SUSPECT_AFTER:
                self._take(one.update)
                await asyncio.sleep(0)
            else:
                await self._take_alone(one)

    async def forget(self, user_id: int) -> int:
        """Delete what is kept of updates that name this user, and what is put off of theirs; how many they were."""
        for number, (update, timer) in tuple(self._timers.items()):
            if update.effective_user and update.effective_user.id == user_id:
                timer.cancel()
                del self._timers[number]
                self._rounds.pop(number, None)
        return await self._journal.forget(user_id)

    def is_too_fast(self, update: object) -> bool:
        """Whether the reader of this update is to be told to slow down."""
        return isinstance(update, Update) and update.update_id in self._too_fast

    def put_off(self, update: Update) -> None:
        """Its reply could not be sent for now."""
        self._put_off.add(update.update_id)

    def settle(self, update: object) -> None:
        """Its handler is through with it."""
        if not isinstance(update, Update):
            return
        number = update.update_id
        if handled := self._under_way.pop(number, None):
            handled.set()
        if self._hears and not self._under_way:
            self._caught_up()
        self._room.set()
        self._too_fast.discard(number)
        if number not in self._put_off:
            self._rounds.pop(number, None)
            self._journal.settle(number)
            return
        self._put_off.discard(number)
        self._rounds[number] += 1
        if self._rounds[number] <= MOST_ROUNDS:
            timer = asyncio.get_running_loop().call_later(PUT_OFF_SECONDS, self._queue, update)
            self._timers[number] = update, timer
        else:
            logger.error("Update %s could not be answered in %d rounds and is set aside", number, MOST_ROUNDS)
            self._journal.set_aside(number, "could not be answered")

    def stop(self) -> None:
        """What was put off stays in the journal for the next run."""
        for _, timer in self._timers.values():
            timer.cancel()

    def _take(self, raw: Json) -> None:
        number = raw["update_id"]
        try:
            update = Update.de_json(in_chosen_language(raw, self._language_of), self._application.bot)
        except (TypeError, KeyError, ValueError, AttributeError) as error:
            logger.warning("Update %s cannot be read and is set aside: %r", number, error)
            self._journal.set_aside(number, f"cannot be read: {error!r}")
            return
        verdict = self._judge(update)
        if verdict == "ignore":
            self._journal.settle(number)
            return
        if verdict == "tell":
            logger.info("Update %s: its sender writes too fast and is not heard for a while", number)
            self._too_fast.add(number)
        self._queue(update)

    def _queue(self, update: Update) -> None:
        self._timers.pop(update.update_id, None)
        self._under_way[update.update_id] = asyncio.Event()
        if len(self._under_way) >= MOST_UNDER_WAY:
            self._room.clear()
        self._application.update_queue.put_nowait(update)

    def _judge(self, update: Update) -> Verdict:
        """By when it was written: what piled up while the bot was away was not written all at once."""
        said, sender = update.message or update.edited_message, update.effective_user or update.effective_chat
        if not said and not update.callback_query:
            return "serve"  # an inline query comes with each letter
        if sender is None or not self._is_for_us(update):
            return "serve"
        at = (said.edit_date or said.date).timestamp() if said else time.time()
        return self._throttle.judge(sender.id, at)

    def _is_for_us(self, update: Update) -> bool:
        """In a group a bot may hear what is said to others."""
        chat = update.effective_chat
        if chat and chat.id > 0:
            return True
        handlers = (handler for group in self._application.handlers.values() for handler in group)
        checks = (handler.check_update(update) for handler in handlers)
        return any(check is not None and check is not False for check in checks)

    async def _take_alone(self, left: Left) -> None:
        number = left.update["update_id"]
        if left.alone >= MOST_ALONE:
            logger.error("Update %s ended the program time and again and is set aside", number)
            self._journal.set_aside(number, "ended the program")
            return
        await self._journal.note_alone(number)
        self._take(left.update)
        if handled := self._under_way.get(number):
            try:
                await asyncio.wait_for(handled.wait(), ALONE_SECONDS)
            except TimeoutError:
                logger.warning("Update %s takes long; the others are taken up beside it", number)
