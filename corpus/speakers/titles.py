"""Which words name an office, a trade or a body of people rather than a person?"""

from __future__ import annotations

from typing import Literal

Gender = Literal["he", "she"]

OFFICES = frozenset(
    "secretary minister president premier chancellor senator representative congressman congresswoman governor mayor"
    " ambassador envoy diplomat general colonel admiral commander captain sergeant sheriff chief head leader chair"
    " chairman chairwoman chairperson director deputy undersecretary under-secretary commissioner councilman"
    " councilwoman councillor delegate negotiator counsel counselor attorney lawyer judge justice prosecutor spokesman"
    " spokeswoman spokesperson strategist adviser advisor aide official officer operative manager pollster consultant"
    " analyst expert scholar professor historian economist researcher fellow scientist doctor teacher pastor rabbi"
    " priest bishop cardinal pope king queen prince princess nominee candidate front-runner frontrunner contender"
    " rival hopeful challenger incumbent lawmaker politician speaker whip reporter journalist correspondent columnist"
    " editor writer author blogger host anchor moderator commentator pundit producer publisher broadcaster founder co-"
    " founder executive ceo owner billionaire businessman businesswoman mogul magnate entrepreneur banker investor"
    " donor fundraiser activist organizer organiser advocate volunteer supporter voter resident student farmer worker"
    " veteran actor actress singer comedian musician filmmaker neurosurgeon surgeon physician speechwriter treasurer"
    " coordinator agent detective investigator inspector superintendent administrator principal dean provost member"
    " democrat republican socialist conservative liberal libertarian sen rep gov gen lt col capt sgt maj adm prof rev"
    " hon pres".split()
)
"""Nouns for one who holds an office or has a trade."""

FAMILY = frozenset(
    "mother father son daughter wife husband brother sister widow man woman lady partner friend colleague neighbor"
    " neighbour mr mrs ms dr miss sir".split()
)
"""Nouns for persons that are no office."""

QUALIFIERS = frozenset(
    "former ex-president ex then current senior junior deputy vice assistant associate acting chief top first prime"
    " foreign interior defense defence finance justice state communications campaign press security national federal"
    " independent presidential congressional republican democratic gop longtime veteran retired political policy white"
    " house senate us u.s. american russian ukrainian british french german chinese european iranian israeli supreme"
    " court district attorney general party affairs majority minority lead regional deputy-prime".split()
)
"""Words that stand before an office."""

HONORIFICS: dict[str, Gender | None] = {
    "mr": "he", "mrs": "she", "ms": "she", "miss": "she", "mister": "he", "sir": "he", "dr": None, "sen": None,
    "rep": None, "gov": None, "gen": None, "lt": None, "col": None, "capt": None, "sgt": None, "maj": None,
    "adm": None, "prof": None, "rev": None, "hon": None, "pres": None, "senator": None, "president": None,
    "secretary": None, "governor": None, "spokesman": "he", "spokeswoman": "she", "congressman": "he",
    "congresswoman": "she", "chairman": "he", "chairwoman": "she", "businessman": "he", "king": "he", "queen": "she",
    "minister": None, "representative": None, "mayor": None, "judge": None, "justice": None, "general": None,
    "chancellor": None, "ambassador": None, "speaker": None, "prince": "he", "princess": "she",
}  # fmt: skip
"""Words before a name that make it a person's, and the pronoun that they ask for."""

BODIES = frozenset(
    "department ministry committee council commission congress parliament senate party coalition union league"
    " association federation organization organisation institute foundation center centre university college school"
    " academy press news times post journal tribune herald gazette magazine radio television network agency bureau"
    " office administration government authority court campaign group corporation company inc corp llc ltd bank fund"
    " house street avenue river county city state states kingdom republic island islands lake mountain valley park bay"
    " beach kremlin pentagon nato army navy force forces police guard intelligence security act bill amendment"
    " constitution agreement deal treaty accord plan project program programme day week year month war crisis election"
    " convention conference caucus primary debate summit forum hall hotel tower airport club team board service"
    " services trust society alliance movement initiative report survey poll america american americans democrats"
    " republicans democratic republican north south east west northern southern eastern western new united national"
    " international world european central supreme federal christian muslim jewish white black islam internet twitter"
    " facebook google apple amazon microsoft youtube instagram reuters bloomberg".split()
)
"""Words that make a name one of a body, a place or a thing."""

PLACES = frozenset(
    "washington moscow kiev kyiv london paris berlin brussels vienna geneva beijing tehran jerusalem ankara warsaw"
    " damascus baghdad kabul riyadh cairo seoul pyongyang tokyo delhi islamabad madrid rome athens budapest minsk"
    " havana nato us usa uk eu un u.s u.k u.n u.s.a america europe asia africa england scotland wales afghanistan"
    " albania algeria argentina armenia australia austria azerbaijan bahrain bangladesh belarus belgium bolivia bosnia"
    " brazil britain bulgaria cambodia cameroon canada chile china colombia congo crimea croatia cuba cyprus czechia"
    " denmark ecuador egypt estonia ethiopia finland france gambia germany ghana greece guatemala haiti honduras"
    " hungary iceland india indonesia iran iraq ireland israel italy jamaica japan kazakhstan kenya kosovo kuwait"
    " kyrgyzstan laos latvia lebanon libya lithuania luxembourg macedonia malaysia mali malta mexico moldova mongolia"
    " montenegro morocco mozambique myanmar nepal netherlands nicaragua niger nigeria norway oman pakistan palestine"
    " panama paraguay peru philippines poland portugal qatar romania russia rwanda senegal serbia singapore slovakia"
    " slovenia somalia spain sudan sweden switzerland syria taiwan tajikistan tanzania thailand tunisia turkey"
    " turkmenistan uganda ukraine uruguay uzbekistan venezuela vietnam yemen zambia zimbabwe alabama alaska arizona"
    " arkansas california colorado connecticut delaware florida hawaii idaho illinois indiana iowa kansas kentucky"
    " louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada hampshire"
    " ohio oklahoma oregon pennsylvania carolina dakota tennessee texas utah vermont wisconsin wyoming jersey"
    " york".split()
)
"""Countries, capitals and others that speak, and that no person's name holds."""

STARTERS = frozenset(
    "the a an in on at but and so maybe perhaps if when while as after before since for with by from to of this that"
    " these those it he she they we i you his her their our my its there here then now also yet still even not no yes"
    " most many some several all both each every one two three other others another such what who whom whose which"
    " where why how than though although because until unless despite during among between against about over under"
    " according asked however meanwhile instead later earlier last next like unlike only just is was are were has have"
    " had do did does can could will would should may might must let speaking told said says monday tuesday wednesday"
    " thursday friday saturday sunday january february march april may june july august september october november"
    " december jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
"""Words that begin a sentence with a capital and name nobody, and days and months."""
