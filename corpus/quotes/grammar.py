"""Which small words hold a sentence together, and which stand at a phrase's border?"""

from __future__ import annotations

PRONOUNS = frozenset("he she they i we it who you".split())
PREPOSITIONS = frozenset(
    "of for at in on from with to by about against among between during after before under over into through without"
    " within as like since until amid toward towards despite around behind near outside inside alongside upon via"
    " than".split()
)
SUBORDINATORS = frozenset("while when if because although though after before since as unless where until once".split())
CONJUNCTIONS = frozenset("and or but nor yet".split())
DETERMINERS = frozenset(
    "the a an one some several many two three another his her their its my our this that these those both most"
    " other".split()
)
DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday yesterday today tonight tomorrow morning afternoon"
    " evening night week month year".split()
)
ANYBODY = frozenset("everyone everybody anyone somebody someone nobody people police others none few".split())
OPENERS = frozenset(
    "rather indeed instead here there meanwhile however moreover furthermore thus hence perhaps maybe besides asked"
    " pressed overall likewise nonetheless nevertheless elsewhere otherwise hours days weeks months minutes".split()
)
TIMES = frozenset(
    "later earlier ago before after week month year morning evening night afternoon day moment point".split()
)
BREAKS = frozenset([",", ";", ":", "—", "–", "--"])
HANGING = PREPOSITIONS - SUBORDINATORS
LEADS = PREPOSITIONS | SUBORDINATORS
JOINTS = CONJUNCTIONS | SUBORDINATORS
OUTSIDE_PHRASES = PREPOSITIONS | SUBORDINATORS | CONJUNCTIONS | PRONOUNS | {"that", "which", "whose"}
CONNECTORS = frozenset("of for and de van von bin".split())
GOING = frozenset("go goes went going".split())
BE = frozenset("is was are were been be being as".split())
POSSESSIVES = ("'s", "’s", "s’", "s'")
AUXILIARIES = frozenset(
    "has have had having is was are were be been being do does did will would can could may might must should shall"
    " to not n't also then later still just again even never ever once often always sometimes first now only so soon"
    " both all further earlier previously recently repeatedly famously reportedly too instead ’s 's simply".split()
)
"""Words that may stand between a subject and its verb."""

_NOT_ADVERBS = frozenset("family reply supply ally bully assembly".split())


def is_adverb(word: str) -> bool:
    """Of a word as it is written: "really", not "Kelly"."""
    if (word.lower() in AUXILIARIES and word not in ("Will", "May", "Can")) or word.endswith(("n't", "n’t")):
        return True
    return word.endswith("ly") and len(word) > 4 and word[0].islower() and word not in _NOT_ADVERBS
