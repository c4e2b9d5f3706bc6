"""What does a reader see? Asks the running bot and writes down what it says: `python -m tests.whole.transcript`."""

from __future__ import annotations

from collections.abc import Iterator

from tests.whole.chats import ROOT, Step, User, running_bot, save, write_down

FILE = ROOT / "docs" / "transcript.md"
ANN: User = {"id": 1, "first_name": "Ann"}
BEN: User = {"id": 2, "first_name": "Ben"}

CHATS: dict[str, list[Step]] = {
    "A reader's first minutes": [
        (ANN, text)
        for text in (
            "/start",
            "▢ What did Ryabkov say?",
            "Who leads the Russian side?",
            "▢ Context",
            "What did he say about NATO?",
            "And in Vienna?",
            "When do the Geneva talks start?",
            "And in Vienna?",
            "Who is Wendy Sherman?",
            "When will she arrive?",
            "/help",
        )
    ],
    "Several outlets, one statement": [
        (ANN, text)
        for text in (
            "What does Blinken say about breakthroughs?",
            "▢ Other wording",
            "▢ Less",
            "And about NATO?",
            "And Ryabkov?",
        )
    ],
    "Several questions": [
        (ANN, text)
        for text in (
            "Who leads the Russian side? And when do the talks start?",
            "What is planned in Brussels?\nAnd in Vienna?",
            "How many soldiers are at the border? Where is Macron? Why? And what is NATO's open door?",
        )
    ],
    "What the articles don't tell": [
        (ANN, text)
        for text in (
            "What did the talks achieve?",
            "Who won the Super Bowl?",
            "What does Macron want?",
            "When?",
            "Did Russia invade?",
            "What did Putin say?",
            "Is Ryabkov foreign minister?",
            "Who leads the American side?",
            "thanks!",
        )
    ],
    "As people type": [
        (ANN, text)
        for text in (
            "blinkin breakthru",
            "Ukranian soldiers",
            "NATO counsel",
            "how many russian troops are at the boarder",
            "and why",
            "what does moscow demand",
            "what did ryabkov rule out?",
        )
    ],
    "About the bot": [
        (ANN, text)
        for text in ("What do you know?", "How many articles do you have?", "What do you know about Ryabkov?", "hello")
    ],
    "In a group": [
        (ANN, "@talks_bot what is planned in Brussels?"),
        (BEN, "↩ When?"),
        (BEN, "↩ And in Vienna?"),
        (ANN, "/ask who is chess champion?"),
    ],
}


def transcript() -> Iterator[str]:
    yield "# What a reader sees\n"
    yield (
        "Written by `python -m tests.whole.transcript`, which asks the bot on its simulator. `>` is the reader, `│` a "
        "passage, braces are buttons, `▢` presses one, `↩` replies to the bot's message.\n"
    )
    with running_bot() as bot, bot.asked() as http:
        for number, (title, steps) in enumerate(CHATS.items(), 1):
            yield f"## {title}\n"
            # One who asked all of it would ask too fast.
            yield from write_down(http, number, [(_in_chat(reader, number), text) for reader, text in steps])


def _in_chat(reader: User, number: int) -> User:
    return reader | {"id": 10 * number + int(str(reader["id"]))}


if __name__ == "__main__":
    save(transcript(), FILE)
