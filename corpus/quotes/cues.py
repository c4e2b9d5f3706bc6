"""Which words say that something was said?"""

from __future__ import annotations

from collections.abc import Iterator


def _forms(*tables: str) -> frozenset[str]:
    return frozenset(word for table in tables for word in table.split())


def _regular(stems: str) -> Iterator[str]:
    """The forms of verbs that bend by rule: warn, warns, warned, warning; argue, argues, argued, arguing; deny."""
    for verb in stems.split():
        if verb.endswith("e"):
            yield from (verb, verb + "s", verb + "d", verb[:-1] + "ing")
        elif verb.endswith("y") and verb[-2] not in "aeou":
            yield from (verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing")
        elif verb.endswith(("sh", "ss", "ch", "x")):
            yield from (verb, verb + "es", verb + "ed", verb + "ing")
        else:
            yield from (verb, verb + "s", verb + "ed", verb + "ing")


STRONG = _forms(
    "say says said saying tell tells told telling write writes wrote written writing",
    "quip quips quipped quipping admit admits admitted admitting reply replies replied replying",
) | frozenset(
    _regular(
        "add argue ask explain declare remark respond recall tweet warn announce acknowledge note insist joke observe"
        " predict proclaim reiterate shout state stress testify assert claim concede contend counter complain conclude"
        " confirm caution boast blog lament muse opine post report retort repeat recount scoff vow exclaim yell"
        " continue comment mention emphasize emphasise intone chant snap plead interject confess whisper point riff"
        " crow rant thunder deadpan gush sigh relate marvel fume elaborate remember exhort"
    )
)
"""Verbs of saying."""

WEAK = _forms(
    "think thinks thought thinking believe believes believed believing swear swears swore speak speaks spoke speaking"
    " read reads reading begin begins began beginning rip rips ripped ripping slam slams slammed slamming dub dubs"
    " dubbed dubbing refer refers referred referring find finds found feel feels felt feeling hit hits put puts"
    " tout touts touted touting bet bets planned shot"
    " forget forgets see sees saw mean means meant meaning hope hopes hoped hoping fear fears feared fearing"
) | frozenset(
    _regular(
        "call label describe accuse urge demand promise pledge propose suggest criticize criticise denounce blast"
        " condemn dismiss praise attack defend deny deride decry declare question express mock characterize"
        " characterise invoke offer agree answer advise appeal assail assure blame bash caption charge chide cite"
        " compare confide credit cry decide deem deplore detail deliver discuss echo encourage endorse estimate"
        " expect fire hail highlight imply indicate instruct issue joke laud liken maintain mouth order paint"
        " ponder portray present pronounce quote rail recommend reference refuse reject release remember remind"
        " request reveal ridicule signal sound speculate summarize support target taunt tease threaten toast torch"
        " trumpet underscore utter voice volunteer want warrant weigh welcome wonder worry brand bemoan berate"
        " challenge consider cheer lash title thank trash rebuke implore lambast lambaste castigate hammer tag"
        " explode open close end start finish identify share doubt conceive phrase quote send chastise"
    )
)
"""Verbs that may introduce somebody's words, and often do not."""

INVERTING = STRONG | _forms("thinks read reads agree agrees agreed goes went urged wondered cried")
"""Verbs that stand before their subject behind a quotation: "said Blinken"."""

TELLING = _forms("tell tells told telling")
"""Verbs that need somebody to be told, and so are not turned round."""

THINKING = _forms("think thinks thought believe believes believed hope hopes hoped fear fears feared")
"""Weak verbs that tell of no saying at all."""

NOUNS = _forms(
    "answer response reply statement remark remarks comment comments words claim claims message tweet pledge promise"
    " call warning assertion argument view quote speech question suggestion proposal rhetoric post interview advice"
    " explanation description declaration contention complaint charge accusation reaction verdict take slogan"
)
"""What somebody has said: "his response was", "Clinton's pledge to"."""

ALSO_NOUNS = _forms(
    "state states post posts report reports claim claims comment comments note notes question questions answer answers"
    " attack attacks charge charges support supports request requests offer offers target targets hope hopes fear fears"
    " remark remarks mention mentions quote quotes tweet tweets promise promises pledge pledges praise release start"
    " close end finish fire brand label challenge call calls demand demands order orders reference references signal"
    " sound detail details estimate estimates joke jokes boast vow vows point points sigh blog reply replies blame"
    " blast attempt caution warning complaint trash thank display plot express hit mean means shout chant contest"
    " issue issues welcome worry worries doubt voice reason sense respect cheer lash tag share insult answer discuss"
)
"""Forms that are nouns unless a subject stands right before them."""

REPORTING = STRONG - _forms(
    "quip joke joked shout yell chant snap sigh whisper point points continue continues continued comment comments post"
)
"""Verbs that hand over a clause: "said that talks begin"."""

REPORTING_BARE = _forms("say says said saying")
"""Verbs that do so without a "that": "said talks begin". Others may before a pronoun: "insisted he would"."""

DEMANDS = _forms(
    "urge urges urged urging demand demands demanded demanding deny denies denied denying vow"
    " vows vowed pledge pledges pledged promise promises promised"
)
"""Verbs whose object or infinitive is what was said: "denies aggressive intentions", "urged Russia to withdraw"."""
