from __future__ import annotations

import pytest

from bot.chats.last_exchanges import LastExchanges, Place
from bot.chats.memory import IDLE
from retrieval.followup import Exchange
from tests.bot.chats.test_memory import Clock

PLACE = Place(chat=-100, topic=5, reader=7)
ASKED = Exchange("What is planned in Brussels?", 6)


@pytest.mark.parametrize(
    ("place", "replied_to", "recalled"),
    [
        (PLACE, None, ASKED),
        (Place(-100, 5, 8), None, None),
        (Place(-100, 4, 7), None, None),
        (Place(-100, None, 7), None, None),
        (Place(-200, 5, 7), None, None),
        (Place(-100, 5, None), None, None),
        (Place(-100, 5, 8), 901, ASKED),
        (Place(-100, 5, None), 902, ASKED),
        (PLACE, 903, None),
        (Place(-200, 5, 7), 901, None),
    ],
)
def test_whose_exchange_is_recalled(place: Place, replied_to: int | None, recalled: Exchange | None) -> None:
    exchanges = LastExchanges()
    exchanges.remember(PLACE, ASKED, [901, 902])
    assert exchanges.recall(place, replied_to) == recalled


def test_whoever_cannot_be_told_from_others_is_remembered_by_message_alone() -> None:
    exchanges, nobody = LastExchanges(), Place(-100, None, None)
    exchanges.remember(nobody, ASKED, [901])
    assert exchanges.recall(nobody) is None
    assert exchanges.recall(nobody, 901) == ASKED


def test_the_last_one_counts_and_an_older_message_keeps_its_own() -> None:
    exchanges, later = LastExchanges(), Exchange("Who leads?")
    exchanges.remember(PLACE, ASKED, [901])
    exchanges.remember(PLACE, later, [902])
    assert [exchanges.recall(PLACE), exchanges.recall(PLACE, 901)] == [later, ASKED]


def test_it_is_bounded_and_forgets() -> None:
    clock = Clock()
    exchanges = LastExchanges(clock, most=1)
    exchanges.remember(PLACE, ASKED, [901, 902])
    assert [exchanges.recall(PLACE, number) for number in (901, 902)] == [None, ASKED]
    clock.now += IDLE + 1
    assert exchanges.recall(PLACE) is None


def test_a_reader_is_forgotten_wherever_they_asked() -> None:
    exchanges, other = LastExchanges(), Place(-100, 5, 8)
    exchanges.remember(PLACE, ASKED, [901])
    exchanges.remember(other, ASKED, [902])
    exchanges.forget(7)
    assert [exchanges.recall(PLACE), exchanges.recall(other)] == [None, ASKED]
    assert [exchanges.recall(PLACE, 901), exchanges.recall(PLACE, 902)] == [None, ASKED]
