"""Which names, as people write them, are one?"""

from __future__ import annotations

_SAME = """
    us: US USA U.S. U.S U.S.A. U.S.A America / United States / United States of America
    uk: UK U.K. U.K Britain British Briton Britons / United Kingdom / Great Britain
    eu: EU E.U. / European Union
    un: UN U.N. / United Nations
    ussr: USSR U.S.S.R. Soviet Soviets / Soviet Union
    kyiv: Kyiv Kiev Kyïv
    kharkiv: Kharkiv Kharkov
    lviv: Lviv Lvov
    odesa: Odesa Odessa
    chernobyl: Chernobyl Chornobyl
    beijing: Beijing Peking
    turkey: Turkey Türkiye Turkiye Turkish Turk Turks
    netherlands: Netherlands Holland Dutch
    burma: Burma Myanmar Burmese
"""
_DEMONYMS = """
    Afghan Afghanistan, Albanian Albania, Algerian Algeria, Argentine Argentina, Argentinian Argentina,
    Armenian Armenia, Australian Australia, Austrian Austria, Azerbaijani Azerbaijan, Belarusian Belarus,
    Belgian Belgium, Bosnian Bosnia, Brazilian Brazil, Bulgarian Bulgaria, Canadian Canada, Chilean Chile,
    Chinese China, Croatian Croatia, Cuban Cuba, Cypriot Cyprus, Czech Czechia, Danish Denmark, Dane Denmark,
    Egyptian Egypt, Estonian Estonia, European Europe, Finnish Finland, Finn Finland, French France,
    Georgian Georgia, German Germany, Greek Greece, Hungarian Hungary, Icelandic Iceland, Indian India,
    Indonesian Indonesia, Iranian Iran, Iraqi Iraq, Irish Ireland, Israeli Israel, Italian Italy, Japanese Japan,
    Jordanian Jordan, Kazakh Kazakhstan, Korean Korea, Latvian Latvia, Lebanese Lebanon, Libyan Libya,
    Lithuanian Lithuania, Mexican Mexico, Moldovan Moldova, Moroccan Morocco, Norwegian Norway, Pakistani Pakistan,
    Palestinian Palestine, Polish Poland, Pole Poland, Portuguese Portugal, Romanian Romania, Russian Russia,
    Saudi Arabia, Scottish Scotland, Serbian Serbia, Slovak Slovakia, Slovenian Slovenia, Spanish Spain,
    Swedish Sweden, Swede Sweden, Swiss Switzerland, Syrian Syria, Taiwanese Taiwan, Thai Thailand,
    Tunisian Tunisia, Ukrainian Ukraine, Vietnamese Vietnam, Welsh Wales, Yemeni Yemen
"""


def _read_same() -> dict[str, str]:
    names: dict[str, str] = {}
    for line in _SAME.strip().splitlines():
        one, forms = line.strip().split(": ")
        words, *phrases = forms.split(" / ")
        names |= dict.fromkeys([*words.split(), *phrases], one)
    return names


def _read_demonyms() -> dict[str, str]:
    pairs = [pair.split() for pair in " ".join(_DEMONYMS.split()).split(", ")]
    return {people + plural: country for people, country in pairs for plural in ("", "s")}


SAME_NAMES = _read_same()
"""A name as written, and the term that stands for it."""
PHRASES = tuple(name for name in SAME_NAMES if " " in name)
DEMONYMS = _read_demonyms()
"""A people, and its country: Russians, Russia."""
CAPITALS_ONLY = frozenset({"US", "EU", "UN", "Polish", "Pole", "Poles", "Thai", "Finns", "Soviet", "Turkey", "Dutch"})
"""In lower case these may be other words: tell us, polish."""
