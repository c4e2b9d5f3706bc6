"""Does a question that isn't in English lean on the one before it, and how?

Fewer forms are taken for leaning than could be: these languages ask without auxiliaries, name a thing he or she, and
leave out who is meant, so that a whole question looks much like a part of one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from os.path import commonprefix

from retrieval.analysis import TOKEN
from retrieval.foreign.followup_words import SAYS
from retrieval.foreign.followups import Signs, has_foreign_content, signs_of
from retrieval.foreign.language import Foreign
from retrieval.leaning import LONGEST, PEOPLE, SHORT, Asked, Lean
from retrieval.topics import Topic

_COMPILED = {
    language: [(re.compile(rf"(?<!\w){said}(?!\w)", re.IGNORECASE), named) for said, named in frames]
    for language, frames in SAYS.items()
}
_ADJECTIVE = re.compile(r"[^\W\d_]+(?:sch|sk|ck|ск|цк|ськ|цьк)\w+")
"""Of a country, in Slavic and Germanic languages: amerikanische, американская. Beside it a noun stands, not a verb."""
_CYRILLIC_NOUN = re.compile(r"[Ѐ-ӿ]+(?<!л)(?<!л[аои])(?<!в)(?<!т)(?<!ть)(?<!с[яь])(?<!є)")
"""Without the ending of a verb."""
_HYPHENED = re.compile(r"(?:-t)?-$")
_WORD_BEGUN = re.compile(r"\S+$")
_SAME_LETTERS = 4
"""Words that share so many first letters, and all but three of the longer one, are forms of one word."""


def may_lean_foreign(text: str, language: Foreign) -> bool:
    """A quick look, so that other questions don't wait until their topics are found."""
    signs, words = signs_of(language), len(text.split())
    if not words or words > LONGEST or signs.reader.search(text):
        return False
    bears = signs.opener.match(text) or signs.person.search(text) or signs.thing.search(text) or _said(text, language)
    return bool(bears) or words <= SHORT or not has_foreign_content(text, language)


def find_foreign_lean(asked: Asked, before: Asked, language: Foreign) -> Lean | None:
    """How a question leans on the one before it; None where it stands for itself."""
    text, own, signs = asked.text, asked.topics, signs_of(language)
    rest = signs.opener.sub("", text)
    means_thing = bool(signs.thing.search(text))
    if (gap := _said(text, language)) and not _names_speaker(own, signs.person.search(text)):
        return Lean("person", rest, gap, means_thing=means_thing)
    if (pronoun := signs.person.search(text)) and _is_unbound(pronoun, text, own, language):
        gap = _HYPHENED.sub(" ", text[: pronoun.start()]), text[pronoun.end() :]
        return Lean("person", text, gap, means_person=bool(signs.who.search(text)), means_thing=means_thing)
    if not own:
        asks = signs.asks.search(text) or signs.opener.match(text)
        return Lean("nothing", text, asks_when=bool(signs.when.search(text))) if asks else None
    if _is_fragment(asked, rest, before.topics, signs):
        return Lean("fragment", rest, in_pieces=True, asks=bool(signs.asks.match(rest)))
    pronoun = signs.thing.search(text)
    if pronoun and not any(topic.is_name for topic in own) and _is_unbound(pronoun, text, own, language):
        return Lean("thing", text, means_place=bool(signs.there.search(text)))
    return None


def asks_who_foreign(text: str, language: Foreign) -> bool:
    return bool(signs_of(language).who.search(text))


def _said(text: str, language: Foreign) -> tuple[str, str] | None:
    """What stands before and behind the speaker's name in “What did he say?”."""
    for said, named in _COMPILED[language]:
        if found := said.search(text):
            return text[: found.start()] + found.expand(named), text[found.end() :]
    return None


def _names_speaker(own: Sequence[Topic], pronoun: re.Match[str] | None) -> bool:
    """“Co powiedział o NATO Blinken?”: behind, but by no preposition. Beside “he” only a name may be meant."""
    return any(not topic.preposition and (topic.kind in PEOPLE or not pronoun) for topic in own)


def _is_unbound(pronoun: re.Match[str], text: str, own: Sequence[Topic], language: Foreign) -> bool:
    """Whether nothing before it in the same question can be meant by it. A verb may stand there, but no noun: in French
    not even a verb, as nouns do: “La diplomatie pourrait-elle …”."""
    start = pronoun.start()
    if language == "fr":  # a verb that the pronoun is hyphened to is no noun
        start = len(_WORD_BEGUN.sub("", text[:start]))
    earlier = [topic for topic in own if topic.span.start < start]
    nouns = [topic for topic in earlier if topic.is_name or topic.text[0].isupper()]
    return not nouns and len(earlier) <= (language != "fr")


def _is_fragment(asked: Asked, rest: str, before: Sequence[Topic], signs: Signs) -> bool:
    """No clause of its own: “Und in Wien?”, “А американская сторона?”, “А хто від США?”."""
    text, own, opened = asked.text, asked.topics, rest != asked.text
    if signs.verb.search(rest) or signs.person.search(rest) or signs.thing.search(rest):
        return False
    if asking := signs.asks.match(rest):
        begins = signs.preposition.match(rest, asking.end())
        return opened and bool(begins) and all(topic.is_name and topic.preposition for topic in own)
    if not (opened or (signs.preposition.match(rest) and len(text.split()) <= SHORT)):
        return False
    if signs.asks.search(rest) or any(map(signs.light.fullmatch, TOKEN.findall(rest))):
        return False
    words = [topic for topic in own if not topic.is_name and not any(_same_word(topic, old) for old in before)]
    if len(words) == 1 and len(own) > 1:
        return _is_noun(words[0], text, own, signs)
    return len(words) <= 1


def _is_noun(word: Topic, text: str, own: Sequence[Topic], signs: Signs) -> bool:
    """Whether a word beside names is surely no verb: “А переговоры в Вене?”, not “А уступят в Вене?”."""
    if signs.about.fullmatch(own[0].preposition) or signs.article.search(text[: word.span.start]):
        return True
    if word == own[0] and all(name.preposition for name in own[1:]) and _CYRILLIC_NOUN.fullmatch(word.text):
        return True
    return any(_ADJECTIVE.fullmatch(name.text) and name.text.islower() and _adjoin(name, word, text) for name in own)


def _adjoin(one: Topic, other: Topic, text: str) -> bool:
    first, second = sorted((one.span, other.span))
    return first != second and not text[first.end : second.start].strip()


def _same_word(one: Topic, other: Topic) -> bool:
    shared = len(commonprefix((one.text.lower(), other.text.lower())))
    return shared >= max(_SAME_LETTERS, max(len(one.text), len(other.text)) - 3)
