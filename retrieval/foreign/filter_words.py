"""Which words has a filter in other languages: seit, après, entre … y …, про, geplant?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from retrieval.analysis import fold
from retrieval.foreign.language import Foreign

_WORDS: dict[Foreign, str] = {
    "de": r"""
        since: seit|ab
        after: nach
        before: vor
        until: bis(?: zum)?
        between: zwischen
        on: (?<!\d )am|im|vo[nm]
        to: bis(?: zum)?
        and: und
        today: heute
        yesterday: gestern
        tomorrow: morgen
        this week: diese[rn]? woche
        last week: (?:letzte|vorige|vergangene)[rn]? woche
        next week: (?:nächste|kommende)[rn]? woche
        about: über|zu[mr]?|bezüglich|betreffend
        planned: geplant\w*|bevorstehend\w*|anstehend\w*
        reported: berichtet\w*|sinngemä\w*|indirekt\w*
        direct: wörtlich\w*|direkt\w*
        mixed: gemischt\w*
        unclear: (?:sprecher )?unklar\w*
        captions: bildunterschrift\w*|bildlegende\w*
        the: de[rmns]|die|das
        or: und|oder|von|vom|bei|mit|im
    """,
    "fr": r"""
        since: depuis|dès|à partir d[eu]
        after: après
        before: avant
        until: jusqu'(?:au?|en)
        between: entre
        on: l[ea]|en|d[eu]
        to: jusqu'au|au|à
        and: et
        today: aujourd'hui
        yesterday: hier
        tomorrow: demain
        this week: (?:de )?cette semaine
        last week: (?:la )?semaine (?:dernière|passée)
        next week: (?:la )?semaine prochaine
        about: sur|à propos|au sujet|concernant
        planned: prévue?s?|planifiée?s?|à venir
        reported: rapportée?s?|indirects|indirectes?
        direct: directs|directes?
        mixed: mixtes?
        unclear: (?:locuteur )?incertaine?s?|pas clair
        captions: légendes?
        the: l[ea]s?|l'|du|des?|d'
        or: et|ou|par|avec|en|à|aux?|chez|dans
    """,
    "es": r"""
        since: desde|a partir del?
        after: después del?|tras
        before: antes del?
        until: hasta
        between: entre
        on: el|en|del?
        to: hasta|al?
        and: [ye]
        today: hoy
        yesterday: ayer
        tomorrow: mañana
        this week: esta semana
        last week: (?:la )?semana pasada
        next week: (?:la )?(?:próxima semana|semana que viene)
        about: sobre|acerca|respecto
        planned: previst[oa]s?|planead[oa]s?|planificad[oa]s?|próxim[oa]s?
        reported: referid[oa]s?|indirect[oa]s?
        direct: direct[oa]s?
        mixed: mixt[oa]s?
        unclear: (?:hablante )?inciert[oa]s?|poco claro
        captions: pies? de foto
        the: el|l[ao]s?|del?|al?
        or: [yeou]|con|por|en
    """,
    "pl": r"""
        since: od|począwszy od
        after: po
        before: przed
        until: (?:aż )?do
        between: (?:po)?między
        on: we?|ze?|dnia
        to: (?:aż )?do
        and: [ia]|oraz
        today: dziś|dzisiaj
        yesterday: wczoraj
        tomorrow: jutr[ao]
        this week: tym tygodniu|tego tygodnia
        last week: (?:zeszłym|ubiegłym) tygodniu|(?:zeszłego|ubiegłego) tygodnia
        next week: (?:przyszłym|następnym) tygodniu|(?:przyszłego|następnego) tygodnia
        about: o|na temat|odnośnie
        planned: (?:za)?planowan\w*|nadchodząc\w*
        reported: zrelacjonowan\w*|(?:w )?mowie zależnej
        direct: dosłown\w*|bezpośredni\w*
        mixed: mieszan\w*
        unclear: (?:autor )?nieustalon\w*|niejasn\w*
        captions: podpisy?(?: pod zdjęci\w+)?
        the: dnia
        or: i|oraz|lub|albo|we?|ze?|na
    """,
    "ru": r"""
        since: (?:начиная )?со?
        after: после
        before: перед
        until: до|по|к
        between: между
        on: во?|на|за|от
        to: до|по
        and: и
        today: сегодня
        yesterday: вчера
        tomorrow: завтра
        this week: эт(?:ой неделе|у неделю|ой недели)
        last week: прошл(?:ой неделе|ую неделю|ой недели)
        next week: следующ(?:ей неделе|ую неделю|ей недели)
        about: об?|обо|про|насч[её]т|относительно|по поводу
        planned: (?:за)?планирован\w*|планиру\w*|предстоящ\w*
        reported: косвенн\w*|сообщ[её]нн\w*|сообщается
        direct: прям(?:ая|ые|ых|ую|ой)|дословн\w*
        mixed: смешанн\w*
        unclear: (?:автор )?(?:неясн\w*|неясен)
        captions: подпис[ьи](?: к фото)?
        the: дня
        or: и|или
    """,
    "uk": r"""
        since: (?:починаючи )?(?:зі?|із|від)
        after: після
        before: перед
        until: до|по
        between: (?:по)?між
        on: [ву]|на|за
        to: до|по
        and: [ій]|та
        today: сьогодні
        yesterday: [ву]чора
        tomorrow: завтра
        this week: цього тижня|цьому тижні
        last week: минулого тижня|минулому тижні
        next week: наступного тижня|наступному тижні
        about: про|щодо|стосовно
        planned: (?:за)?планован\w*|заплановані|плану\w*|майбутн\w*
        reported: непрям\w*|повідомлен\w*
        direct: прям(?:а|і|их|у|ою)|дослівн\w*
        mixed: змішан\w*
        unclear: нез'ясован\w*|(?:автора )?не з'ясовано|неясн\w*|незрозуміл\w*
        captions: підпис[иь]?(?: (?:до|під) фото)?
        the: дня
        or: [ійв]|або|чи|та
    """,
}
"""By what English says: regular expressions, folded before they are used. “Vom”, “du” and “del” before a day are
on, not since: what was said on 8 January is of that day. Before a range it makes no difference."""


def _read(table: str) -> dict[str, str]:
    lines = (line.strip().split(": ", 1) for line in table.strip().splitlines())
    return {english: fold(forms) for english, forms in lines}


FILTER_WORDS: Mapping[Foreign, Mapping[str, str]] = MappingProxyType(
    {language: _read(table) for language, table in _WORDS.items()}
)


def any_of(language: Foreign, english: Iterable[str]) -> str:
    """A pattern for those words of a language; its groups say which one was found."""
    return "|".join(f"(?P<{word.replace(' ', '_')}>{FILTER_WORDS[language][word]})" for word in english)
