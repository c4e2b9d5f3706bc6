"""Does a message thank, greet or agree, rather than ask? And in which language?"""

from __future__ import annotations

import re
from typing import Literal

from retrieval.foreign.followups import without_courtesy
from retrieval.foreign.language import FOREIGN, Language

Courtesy = Literal["thanks", "greeting", "other"]

LONGEST = 80
"""Characters; whoever writes more says more than that."""

_ENGLISH = re.compile(
    r"""^\W*(?:(?:
        (?:many\ |much\ )?thanks?(?:\ you|\ u)?(?:\ (?:so|very)\ much|\ a\ (?:lot|million)|\ again|\ anyway)?
            (?:\ for\ (?:(?:your|the|this|that|all)\ ?)+(?:\w+\ )?(?:help|answers?|info(?:rmation)?|reply|time)?)?
        |thx|ty|cheers|much\ appreciated|hello|hi|hiya|hey|there|greetings|good\ (?:morning|afternoon|evening|day|night)
        |how\ are\ you(?:\ (?:doing|today))?|how['’]?s\ it\ going|what['’]?s\ up|good\ ?bye|bye(?:[\ -]bye)?
        |see\ (?:you|ya)(?:\ later)?|ok|okay|yes|yeah|yep|no|nope|sure|please|sorry|great|good|very\ good|nice|fine|cool
        |perfect|excellent|awesome|super|wow|well\ done|good\ (?:job|bot)|got\ it|i\ (?:see|understand)|understood
        |all\ right|alright|never\ ?mind|bot
    )(?!\w)\W*)+$""",
    re.IGNORECASE | re.VERBOSE,
)
_NONE = re.compile(r"\W*(?:there|bot)?\W*", re.IGNORECASE)
"""Nothing, or what is only said beside a courtesy."""
_THANKS = re.compile(
    r"\b(?:thank|thx\b|cheers|appreciated|danke?|merci|gracias|dzi[ęe]k|спасиб|благодар|дякую)", re.IGNORECASE
)
_GREETING = re.compile(
    r"\b(?:hello|hi|hiya|hey|greetings|good (?:morning|afternoon|evening|day)|how are you|what['’]?s up|hallo|moin"
    r"|servus|guten? (?:morgen|abend|tag)|bonjour|bonsoir|salut|coucou|hola|buen[oa]s (?:d[íi]as|tardes)|cze[śs][ćc]"
    r"|hej|witam|witaj|dzie[ńn] dobry|dobry wiecz[óo]r|привет|здравствуйте?|добр(?:ый|ое|ого) (?:день|дня|вечер|утро)"
    r"|привіт|вітаю|добр(?:ий|ого) (?:день|вечір|вечора|ранок|ранку)|добридень)\b",
    re.IGNORECASE,
)


def find_courtesy(text: str) -> Courtesy | None:
    """None where it says anything else: “Thanks! And when?”."""
    if not _languages(text):
        return None
    if _THANKS.search(text):
        return "thanks"
    return "greeting" if _GREETING.search(text) else "other"


def courtesy_language(text: str, usual: str | None) -> Language | None:
    """The one language that thanks and greets so; where there are several, the usual one or none."""
    languages = _languages(text)
    return next((one for one in languages if one == usual or len(languages) == 1), None)


def _languages(text: str) -> list[Language]:
    if len(text) > LONGEST or _NONE.fullmatch(text):
        return []
    own: list[Language] = ["en"] if _ENGLISH.match(text) else []
    return own + [language for language in FOREIGN if not without_courtesy(text, language)]
