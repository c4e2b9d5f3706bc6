"""Where does Telegram draw its lines? Every limit that the simulator enforces, by name."""

from __future__ import annotations

import re

# Lengths of text are counted in UTF-16 units, after entity parsing.
TEXT = 4096
CAPTION = 1024
QUOTE = 1024
ENTITIES = 100

CALLBACK_DATA_BYTES = 64
KEYBOARD_BUTTONS = 100
KEYBOARD_ROW = 8
COPY_TEXT = 256
DEEP_LINK = re.compile(r"[A-Za-z0-9_-]{1,64}")

CALLBACK_ANSWER = 200
INLINE_QUERY = 256
INLINE_RESULTS = 50
INLINE_RESULT_ID_BYTES = 64
INLINE_OFFSET_BYTES = 64

COMMANDS = 100
COMMAND_NAME = re.compile(r"[a-z0-9_]{1,32}")
COMMAND_DESCRIPTION = 256
BOT_NAME = 64
BOT_DESCRIPTION = 512
BOT_SHORT_DESCRIPTION = 120

PHOTO_BYTES = 10_000_000
PHOTO_SIDES = 10_000
"""Width and height together."""
PHOTO_RATIO = 20
DOWNLOAD_BYTES = 20_000_000
REQUEST_BYTES = 50_000_000

POLL_SECONDS = 50
POLL_UPDATES = 100
ANSWER_SECONDS = 10
"""How long a pressed button or an inline query waits for the bot."""

IDS = 2**52
"""Chat and user ids have at most 52 significant bits."""
