"""How are the words of a question said in English: who, when, how many, what did they say?"""

from __future__ import annotations

import re

from retrieval.foreign.language import Foreign

_PHRASES: dict[Foreign, tuple[tuple[str, str], ...]] = {
    "de": (
        (r"um wie ?viel uhr|zu welcher uhrzeit|wann genau um", "what time"),
        (r"wie lange", "how long"),
        (r"wie ?viele?n?", "how many"),
        (r"seit wann|(?:an|zu) welche[mr] (?:tag|datum)|welcher tag|wann", "when"),
        (r"wer|wen|wem|wessen", "who"),
        (r"in welche[mr] (?:stadt|ort|land)|wo(?:her|hin)?", "where"),
        (r"was (?:sagte|sagt) (?P<who>)(?= (?:über|zu[mr]?|von|in|am)\b| ?[\d,?.!]|$)", "what did {who} say"),
        (r"was ha(?:t|ben) (?P<who>) (?:(?P<on>(?:über|zu[mr]?) [^,?]{1,200}?) )?gesagt", "what did {who} say {on}"),
    ),
    "fr": (
        (r"à quelle heure", "what time"),
        (r"(?:pendant |depuis )?combien de temps", "how long"),
        (r"combien(?: d[e'’])?", "how many"),
        (r"depuis quand|quel jour|à quelle date|quand", "when"),
        (r"^qui est-ce qui|(?:^|(?<=à )|(?<=avec )|(?<=par ))qui|^de qui", "who"),
        (r"dans quelle ville|dans quel pays|où", "where"),
        (
            r"qu['’](?:a|ont) (?:dit|déclaré|affirmé) (?P<who>)(?= (?:à|au|sur|du|des?|en)\b|\s?[\d,?.!]|$)",
            "what did {who} say",
        ),
        (r"que dit (?P<who>)(?= (?:à|au|sur|de|du|des|en|le)\b|\s?[\d,?.!]|$)", "what did {who} say"),
    ),
    "es": (
        (r"a qué hora", "what time"),
        (r"(?:durante )?cu[aá]nto tiempo", "how long"),
        (r"cu[aá]nt[oa]s?", "how many"),
        (r"desde cu[aá]ndo|(?:en )?qué (?:día|fecha)|cu[aá]ndo", "when"),
        (r"(?:(?<=a )|(?<=con )|(?<=de )|(?<=¿)|^)qui[ée]n(?:es)?", "who"),
        (r"en qué (?:ciudad|país|lugar)|d[oó]nde", "where"),
        (
            r"qué (?:dijo|dice|declaró) (?P<who>)(?= (?:sobre|de|del|a|al|en|el)\b| ?[\d,?.!]|$)",
            "what did {who} say",
        ),
    ),
    "pl": (
        (r"o której(?: godzinie)?", "what time"),
        (r"(?:jak|przez ile) długo|ile czasu", "how long"),
        (r"il[eu]", "how many"),
        (r"(?:od )?kiedy|którego dnia", "when"),
        (r"kto|kogo|komu|kim", "who"),
        (r"gdzie|dokąd|w którym (?:mieście|kraju)", "where"),
        (r"co (?:powiedział[aio]?|mówi) (?P<who>)(?= (?:o|na|po|w|we)\b| ?[\d,?.!]|$)", "what did {who} say"),
    ),
    "ru": (
        (r"во сколько|в котором часу", "what time"),
        (r"как долго|сколько (?:времени|продлится|длится|будет длиться)", "how long"),
        (r"сколько", "how many"),
        (r"с каких пор|(?:с|в) какого дня|в какой день|когда", "when"),
        (r"кто|кого|кому|с кем|кем", "who"),
        (r"в каком (?:городе|месте)|в какой стране|где|куда", "where"),
        (r"что (?:сказал[аи]?|говорит|заявил[аи]?) (?P<who>)(?= (?:об?|про|на|по|во?)\b| ?[\d,?.!]|$)",
         "what did {who} say"),
    ),
    "uk": (
        (r"о котрій(?: годині)?|котра година", "what time"),
        (r"як довго|скільки (?:часу|триває|триватиме)", "how long"),
        (r"скільки", "how many"),
        (r"відколи|якого дня|коли", "when"),
        (r"хто|кого|кому|з ким|ким", "who"),
        (r"в якому (?:місті|місці)|в якій країні|де|куди", "where"),
        (r"що (?:сказа(?:в|ла|ли)|каже|заяви(?:в|ла)) (?P<who>)(?= (?:про|на|щодо|у|в)\b| ?[\d,?.!]|$)",
         "what did {who} say"),
    ),
}  # fmt: skip
"""Longer ones first. What is asked for decides what an answer must hold, and whose words are wanted."""

_WHO = r"(?P<who>[^,?\d]{1,60}?)"
"""Bounded, as is what is said: else a long message of nothing but “was hat über” would keep the program busy."""


def _compile(said: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{said.replace('(?P<who>)', _WHO)})(?!\w)", re.IGNORECASE)


_COMPILED = {
    language: tuple((_compile(said), english) for said, english in phrases) for language, phrases in _PHRASES.items()
}


def english_phrases(text: str, language: Foreign) -> str:
    """The text with the phrases of a question in English, the rest as it is."""
    for said, english in _COMPILED[language]:
        text = said.sub(lambda found, english=english: _write(english, found), text)  # type: ignore[misc]
    return text


def _write(english: str, found: re.Match[str]) -> str:
    return english.format_map({name: value or "" for name, value in found.groupdict().items()})
