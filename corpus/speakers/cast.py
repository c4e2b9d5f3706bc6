"""To whom do the words of a mention point: a person of the article, a body, or somebody without a name?"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from corpus.models import Attribution, Span, SpeakerKind
from corpus.speakers.names import Named, People, Person, names_in
from corpus.speakers.pronouns import Focus
from corpus.speakers.roles import find_role
from corpus.speakers.titles import BODIES, HONORIFICS, OFFICES, PLACES, Gender

MAX_TITLES = 200
"""How many mentions back "the minister" may point."""

_PRONOUNS: dict[str, Gender | None] = {"he": "he", "his": "he", "she": "she", "her": "she", "who": None}
_SAME_OFFICE = {
    "sen": {"senator"},
    "gov": {"governor"},
    "rep": {"representative", "congressman", "congresswoman", "lawmaker"},
    "senator": {"lawmaker"},
    "secretary": {"minister"},
}
_WORD = re.compile(r"[\w’'.-]*\w")
_DETERMINER = re.compile(r"(?:the|an?|some|his|her|their|its|this|that)[ \xa0]+", re.IGNORECASE)
_SPOKEN_FOR = re.compile(r"(spokes(?:man|woman|person)s?)[ \xa0](?:for|of)[ \xa0](?:the[ \xa0])?(.+)", re.IGNORECASE)
_MODIFIES = re.compile(r"(?:[’']s?)?[ \xa0](?!(?:of|from|in|for|and|de|jr)\b)[a-z]")
_HANGS = re.compile(
    rf"\b(?:of|for|from|with|to|by|at|in)[ \xa0](?:the[ \xa0])?(?:(?:{'|'.join(HONORIFICS)})\.?[ \xa0])?\Z",
    re.IGNORECASE,
)


class Cast:
    """Who appears in an article. Names within `quoted` spans are not what the article's own pronouns mean."""

    def __init__(self, text: str, sentences: Sequence[Span], quoted: Sequence[Span]) -> None:
        self._text = text
        named = (named for sentence in sentences for named in names_in(text, sentence))
        self._people = People(named, frozenset(text.split()))
        self._focus = Focus(text, self._people, sentences, quoted)
        self._roles: dict[Person, str | None] = {}
        self._nameless: dict[str, str] = {}
        """The fullest phrase so far for each noun: "official" is the senior administration official."""
        self._known: dict[Span, Attribution] = {}

    def attribute(self, mention: Span) -> Attribution:
        """Who is meant. What was asked before helps with the pronouns that follow, so ask in reading order."""
        if mention not in self._known:
            self._known[mention] = self._attribute(mention)
        return self._known[mention]

    def _attribute(self, mention: Span) -> Attribution:
        words = mention.of(self._text)
        lower = words.lower()
        if lower in _PRONOUNS:
            person = self._focus.find(mention.start, _PRONOUNS[lower])
            if person and lower != "who":
                self._focus.spoke(mention.start, person)
            return self._person(mention, person) if person else Attribution(mention, words, None, "anonymous")
        if lower in ("they", "it", "we", "i", "you"):
            return Attribution(mention, words, None, "anonymous")
        named = [who for one, who in self._people.within(mention) if not self._hangs(one, mention)]
        if named:
            person = named[0] if " and " in words else named[-1]
            self._focus.spoke(mention.start, person)
            return self._person(mention, person)
        return self._described(mention, words)

    def _hangs(self, named: Named, mention: Span) -> bool:
        """Whether a name only says whose or which: "Clinton’s aides", "a spokesman for Mr. Trump"."""
        if _MODIFIES.match(self._text, named.span.end, mention.end):
            return True
        return bool(_HANGS.search(self._text[max(mention.start, named.span.start - 40) : named.span.start]))

    def _person(self, mention: Span, person: Person) -> Attribution:
        return Attribution(mention, " ".join(person.name), self._role(person), "person")

    def _role(self, person: Person) -> str | None:
        if person not in self._roles:
            names = (one.span for one, who in self._people.mentions if who is person)
            self._roles[person] = find_role(self._text, names)
        return self._roles[person]

    def _described(self, mention: Span, words: str) -> Attribution:
        lead = _DETERMINER.match(words)
        bare = words[lead.end() if lead else 0 :]
        if spoken := _SPOKEN_FOR.search(bare):
            return Attribution(mention, spoken[2], bare[: spoken.end(1)], "organisation")
        nouns = [word.lower() for word in _WORD.findall(bare)]
        noun = next((word for word in nouns[::-1] if word in OFFICES or word.removesuffix("s") in OFFICES), None)
        if noun is None:
            kind: SpeakerKind = "organisation" if _is_body(bare) else "anonymous"
            return Attribution(mention, bare or words, None, kind)
        if lead and lead[0].lower().startswith(("the", "his", "her")) and (person := self._titled(noun, mention.start)):
            self._focus.spoke(mention.start, person)
            return self._person(mention, person)
        self._nameless[noun] = max(self._nameless.get(noun, ""), bare, key=len)
        return Attribution(mention, self._nameless[noun], None, "anonymous")

    def _titled(self, noun: str, before: int) -> Person | None:
        """The person named last whose role holds the noun: "said the minister"."""
        mentions = self._people.mentions
        end = bisect_right(mentions, before, key=lambda one: one[0].span.start)
        for _, person in mentions[max(0, end - MAX_TITLES) : end][::-1]:
            if noun in _offices(self._role(person) or ""):
                return person
        return None


def _offices(role: str) -> set[str]:
    """The words of a role, written out: a "Sen." is "the senator", a Secretary of State a foreign "minister"."""
    words = {word.strip(".").lower() for word in role.split()}
    return words.union(*(_SAME_OFFICE[word] for word in words & _SAME_OFFICE.keys()))


def _is_body(words: str) -> bool:
    found = [word.lower() for word in _WORD.findall(words)]
    return words[:1].isupper() or any(word in BODIES or word in PLACES for word in found)
