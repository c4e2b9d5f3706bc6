"""With which questions can one begin, in a reader's language?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from gettext import NullTranslations


@dataclass(frozen=True, slots=True)
class OpeningPhrases:
    """Names and places stay as the articles spell them, whatever the grammar of the language would make of them."""

    words: NullTranslations

    def shipped(self) -> Sequence[str]:
        return (
            self.words.gettext("What did Ryabkov say?"),
            self.words.gettext("Who leads the Russian side?"),
            self.words.gettext("When do the Geneva talks start?"),
        )

    def said(self, name: str) -> str:
        return self.words.gettext("What did {name} say?").format(name=name)

    def who(self, name: str) -> str:
        return self.words.gettext("Who is {name}?").format(name=name)

    def when(self, meeting: str, place: str) -> str:
        asked = {
            "meeting": self.words.gettext("When is the meeting in {place}?"),
            "talks": self.words.gettext("When are the talks in {place}?"),
            "summit": self.words.gettext("When is the summit in {place}?"),
            "council": self.words.gettext("When is the council in {place}?"),
            "conference": self.words.gettext("When is the conference in {place}?"),
            "session": self.words.gettext("When is the session in {place}?"),
            "hearing": self.words.gettext("When is the hearing in {place}?"),
            "election": self.words.gettext("When is the election in {place}?"),
            "vote": self.words.gettext("When is the vote in {place}?"),
            "trial": self.words.gettext("When is the trial in {place}?"),
            "match": self.words.gettext("When is the match in {place}?"),
            "final": self.words.gettext("When is the final in {place}?"),
            "visit": self.words.gettext("When is the visit in {place}?"),
            "ceremony": self.words.gettext("When is the ceremony in {place}?"),
        }
        return asked[meeting].format(place=place)
