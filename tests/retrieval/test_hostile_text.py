"""Does a text of repetitions cost about as much as it is long, wherever a reader's text is read?"""

from __future__ import annotations

import datetime as dt
import re
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial

import pytest

from retrieval.about import is_about
from retrieval.answerer import Answerer
from retrieval.bm25 import BM25Retriever
from retrieval.courtesy import courtesy_language, find_courtesy
from retrieval.filters import language_of_filter, read_event_filter, read_quote_filter
from retrieval.followup import MOST_REMEMBERED, Exchange, join
from retrieval.foreign.dates import english_dates, languages_of_days
from retrieval.foreign.followups import find_followup_language, has_foreign_content, without_courtesy
from retrieval.foreign.language import FOREIGN, find_language
from retrieval.foreign.leaning import asks_who_foreign
from retrieval.foreign.phrases import english_phrases
from retrieval.message import split_questions
from retrieval.speaker_names import SpeakerNames
from retrieval.topics import TopicFinder
from retrieval.understanding import understand
from retrieval.vocabulary import Vocabulary
from tests.retrieval.gold.measure import seeds
from tests.retrieval.quoted import book_of_seeds
from tests.retrieval.semantic.encoders import Letters, made_meanings

LONG, SHORT = 4096, 1024
"""Characters: of the longest message, and of a quarter of it."""
GROWTH = 12
"""Where the work grows with the square of the length, the longer text takes 16 times as long as the shorter one."""
QUICK, STUCK = 1, 5
"""Seconds of work, whatever else the machine does. What is quick may grow as it likes; what is stuck is stopped."""

UNITS = (
    *("x", " ", "\n", "\0", "1", "-", ".", "?", "!", "(", "“", "’", '"', "¿", "_", "é", "ß", "й", "😀", "\u0301"),
    *("\u202e", "\u00a0", "ﷺ", "请问", "ماذا قال ", "a ", "a-", "a?", "x?\n", "1,", "1 000", "10. ", "l'", "x’s "),
    *("U.S.", "“x” ", "Mr. ", "12 Jan ", "10.01.2022 ", "10 de ", "between 8 and ", "since ", "today "),
    *(" now", " please,", "so ", "and ", "of ", "in in ", "said ", "say he ", "who is ", "when? ", "How many "),
    *("what did x say ", "What is it ", "What do you know about ", "What did it achieve ", "thank you for your "),
    *("Geneva ", "blinkin ", "befor ", "Sergei Ryabkov and ", "North Atlantic ", "United States "),
    *("und ", "was hat über ", "was hat er ", "von bis ", "ab 8. ", "Wann? ", "Vereinigte Staaten ", "diese Woche "),
    *("et ", "qu’a dit ", "qu'est-ce que ", "a-t-il ", "entre le 8 et ", "y ", "qué dijo ", "del ", "gracias por "),
    *("od do ", "co powiedział ", "dziękuję za ", "о ", "с 10 по ", "что сказал ", "між 8 і ", "п'ят", "дякую "),
)
TEXTS = (*(("", unit) for unit in UNITS), *zip(UNITS[::3], UNITS[1::3], strict=False))
"""How a text begins, and what is repeated then."""

CORPUS = seeds()
RETRIEVER = BM25Retriever(CORPUS)
VOCABULARY = Vocabulary(article.text for article in CORPUS.articles)
TOPICS = TopicFinder(CORPUS, RETRIEVER, VOCABULARY)
BOOK = book_of_seeds()
NAMES = SpeakerNames(quoted.speaker for quoted in BOOK.speakers)
NEWEST = dt.date(2022, 1, 9)
PREVIOUS = Exchange("What did Ryabkov say in Geneva on Monday?", 0)

Read = Callable[[str], object]


def in_each_language(read: Callable[..., object]) -> Read:
    return lambda text: [read(text, language) for language in FOREIGN]


READERS: dict[str, Read] = {
    "is_about": is_about,
    "find_courtesy": find_courtesy,
    "courtesy_language": partial(courtesy_language, usual="de"),
    "split_questions": split_questions,
    "find_language": find_language,
    "find_followup_language": partial(find_followup_language, usual="de"),
    "english_dates": english_dates,
    "languages_of_days": lambda text: list(languages_of_days(text)),
    "english_phrases": in_each_language(english_phrases),
    "without_courtesy": in_each_language(without_courtesy),
    "has_foreign_content": in_each_language(has_foreign_content),
    "asks_who_foreign": in_each_language(asks_who_foreign),
    "understand": lambda text: understand(text, RETRIEVER.knows, VOCABULARY, by_meaning=True),
    "join": lambda text: join(text[:MOST_REMEMBERED], PREVIOUS, TOPICS),
    "join, behind it": lambda text: join("And when?", Exchange(text[:MOST_REMEMBERED], 0), TOPICS),
    "read_quote_filter": lambda text: read_quote_filter(text, NAMES, BOOK.knows, NEWEST),
    "read_event_filter": partial(read_event_filter, reference=NEWEST),
    "language_of_filter": partial(language_of_filter, usual=None),
    "answer": Answerer(CORPUS, RETRIEVER, meanings=made_meanings(CORPUS, Letters())).answer,
}


@pytest.mark.parametrize("reader", READERS)
def test_a_longer_text_is_not_out_of_all_proportion(reader: str) -> None:
    read = READERS[reader]
    slow = next((text for text in TEXTS if gets_stuck(read, *text)), None)
    assert slow is None


def gets_stuck(read: Read, begin: str, unit: str) -> bool:
    long = seconds(read, write(begin, unit, LONG))
    if not QUICK < long < STUCK:
        return long >= STUCK
    # Both once more: what was read is remembered.
    return seconds(read, write(begin, unit, LONG)) > max(QUICK, GROWTH * seconds(read, write(begin, unit, SHORT)))


def write(begin: str, unit: str, length: int) -> str:
    """What is behind the repetitions keeps them from being all that there is."""
    return (begin + unit * length)[: length - 2] + " x"


def seconds(read: Read, text: str) -> float:
    """How long this thread works at it: STUCK where that is too long."""
    begun = time.thread_time()
    with suppress(TimeoutError), stopped_after(STUCK):
        read(text)
        return min(time.thread_time() - begun, STUCK)
    return STUCK


@contextmanager
def stopped_after(limit: float) -> Iterator[None]:
    """A TimeoutError after so much work of this process; a search for a pattern, too, looks up now and then."""

    def stop(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, limit)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


@pytest.mark.parametrize(
    ("read", "stuck"),
    [
        (lambda text: sum(range(len(text) << 8)), False),
        (lambda text: sum(range(len(text) ** 3 >> 15)), True),
        (re.compile(r"(?:x+)+y").search, True),
    ],
    ids=("linear", "cubic", "exponential"),
)
def test_what_is_out_of_proportion_is_told(monkeypatch: pytest.MonkeyPatch, read: Read, *, stuck: bool) -> None:
    monkeypatch.setattr(f"{__name__}.QUICK", 0.001)
    monkeypatch.setattr(f"{__name__}.STUCK", 1)
    assert gets_stuck(read, "", "x") is stuck
