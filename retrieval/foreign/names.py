"""What are the names of countries, cities and institutions in English, and what do other alphabets spell?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from anyascii import anyascii

from retrieval.analysis import fold

_NAMES = """
    Russia: Russland Russie Rusia Rosja Rosji Rosję Rosją Россия Росія
    Russian: russisch russe rus_ ruso rusa rosyjsk rosjan Rosjanie российск русск россиян російськ росіян
    Ukraine: Ukraine Ucrania Ukraina Украина Україна
    Ukrainian: ukrainisch Ukrainer ukrainien ucraniano ucraniana ukraińsk украинск украинец украинц українськ
        українец українц
    USA: США EEUU Etats-Unis
    American: amerikanisch Amerikaner américain americano americana estadounidens amerykańsk amerykanin американск
        американец американц американськ американец
    Europe: Europa Европа Європа
    European: europäisch européen europeo europea europejsk европейск європейськ
    EU: UE ЕС ЄС
    NATO: OTAN НАТО
    OSCE: OSZE OBWE ОБСЕ ОБСЄ
    UN: UNO ONU ONZ ООН
    CNN: СНН
    RIA: РИА РІА
    Reuters: Рейтер Ройтерс
    Kremlin: Kreml Кремль Кремл
    Pentagon: Пентагон
    Moscow: Moskau Moscou Moscú Moskwa Moskwy Moskwie Москва
    Kyiv: Kiew Kijów Kijow Киев Київ Києв
    Washington: Waszyngton Вашингтон
    Geneva: Genf Genève Ginebra Genewa Женева
    Brussels: Brüssel Bruxelles Bruselas Bruksela Брюссель Брюссел
    Vienna: Wien Vienne Viena Wiedeń Wiedni Вена Вене Вены Вену Веной Відень Відні Відня
    Berlin: Берлин Берлін
    Paris: París Paryż Париж
    London: Londres Londyn Лондон
    Rome: Rom Roma Rzym Рим
    Warsaw: Warschau Varsovie Varsovia Warszawa Варшава
    Prague: Prag Praga Прага
    Lisbon: Lissabon Lisbonne Lisboa Lizbona Лиссабон Лісабон
    Athens: Athen Athènes Atenas Ateny Афины Афіни
    Beijing: Peking Pékin Pekín Pekin Пекин Пекін
    Minsk: Mińsk Минск Мінськ
    Donetsk: Donezk Donieck Донецк Донецьк
    Donbas: Donbass Донбасс Донбас
    Crimea: Krim Crimée Krym Крым Крим
    Kharkiv: Charkiw Charków Харьков Харків
    Odesa: Odessa Одесса Одеса
    Lviv: Lemberg Lwów Львов Львів
    Istanbul: Estambul Stambuł Стамбул
    Germany: Deutschland Allemagne Alemania Niemcy Niemcz Германия Німеччина
    German: deutsch allemand alemán alemana niemieck немецк німецьк
    France: Frankreich Francia Francja Франция Франція
    French: französisch français francés francesa francusk французск французськ
    UK: Großbritannien Grande-Bretagne Wielka_Brytania Brytania Великобритания Британия Британія
    British: britisch britannique británico británica brytyjsk британск британськ
    Poland: Polen Pologne Polonia Polska Polsce Польша Польща
    Polish: polnisch polonais polaco polaca polsk польск польськ
    China: Chine Chiny Китай
    Chinese: chinesisch chinois chino china chińsk китайск китайськ
    Turkey: Türkei Turquie Turquía Turcja Турция Туреччина
    Belarus: Weißrussland Biélorussie Bielorrusia Białoruś Białorus Беларусь Белоруссия Білорусь
    Switzerland: Schweiz Suisse Suiza Szwajcaria Швейцария Швейцарія
    Austria: Österreich Autriche Австрия Австрія
    Belgium: Belgien Belgique Bélgica Belgia Бельгия Бельгія
    Italy: Italien Italie Italia Włochy Италия Італія
    Spain: Spanien Espagne España Hiszpania Испания Іспанія
    Georgia: Georgien Géorgie Gruzja Грузия Грузія
    Kazakhstan: Kasachstan Kazajistán Kazachstan Казахстан
    Iran: Irán Иран Іран
    Israel: Israël Izrael Израиль Ізраїль
    Syria: Syrien Syrie Siria Syria Сирия Сирія
    Japan: Japon Japón Japonia Япония Японія
    India: Indien Inde Indie Индия Індія
    Canada: Kanada Канада
    Finland: Finnland Finlande Finlandia Финляндия Фінляндія
    Sweden: Schweden Suède Suecia Szwecja Швеция Швеція
    Norway: Norwegen Norvège Noruega Norwegia Норвегия Норвегія
    Hungary: Ungarn Hongrie Hungría Węgry Венгрия Угорщина
    Romania: Rumänien Roumanie Rumania Rumunia Румыния Румунія
    Moldova: Moldau Moldavie Moldavia Mołdawia Молдавия Молдова
    Lithuania: Litauen Lituanie Lituania Litwa Литва
    Latvia: Lettland Lettonie Letonia Łotwa Латвия Латвія
    Estonia: Estland Estonie Estonia Эстония Естонія
    Putin: Poutine
    Zelensky: Selenskyj Zełenski Зеленский Зеленський
    Biden: Байден
    Council: Conseil Consejo Rada Rady Radzie Совет Рада
    Ministry: Ministerium Ministère Ministerio Ministerstwo Министерство Міністерство
    President: Präsident Président Presidente Prezydent Президент
    Organization: Organisation Organización Organizacja Организация Організація
    Security: Sicherheit Sécurité Seguridad Bezpieczeństwo Bezpieczeństwa Безопасность Безпека
    Soviet: sowjetisch soviétique soviético radzieck советск радянськ
"""
_ENDINGS = 3
"""So many letters a name may have behind its last consonant: Женева, Женеві, Женевою; русский, русскими."""
_LEAST_STEM = 3
_VOWELS = "aeiouyаеиоуыэюяіьй"
_RESPELT = (("tsch", "ch"), ("sch", "sh"), ("sz", "sh"), ("cz", "ch"), ("w", "v"), ("j", "y"))
"""As German and Polish spell what English spells otherwise: Rjabkow, Lawrow, Szerman."""


def _stem(name: str) -> str:
    """The name without the vowels at its end: what its cases share."""
    folded = fold(name)
    stem = folded.rstrip(_VOWELS)
    return stem if len(stem) >= _LEAST_STEM else folded


def _read_names() -> Iterator[tuple[str, str]]:
    for line in re.sub(r"\n {8}", " ", _NAMES).strip().splitlines():
        english, forms = line.strip().split(": ")
        yield from ((form.strip("_"), english) for form in forms.split())


_STEMS = {_stem(form): english for form, english in _read_names()}
_FORMS = {fold(form): english for form, english in _read_names()}
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")


@lru_cache(maxsize=1 << 12)
def english_name(word: str) -> str | None:
    """The English name of a country, a city or the like, whatever its case: Genf, Женеві, russischen."""
    folded = fold(word)
    for length in range(len(folded), max(_LEAST_STEM, len(folded) - _ENDINGS - 1) - 1, -1):
        if english := _STEMS.get(folded[:length]):
            return english
    return _STEMS.get(folded)


def spellings(word: str) -> list[str]:
    """How English may spell a name that stands in another alphabet, or in German or Polish spelling."""
    latin = anyascii(word).replace("'", "")
    respelt = fold(latin)
    for foreign, english in _RESPELT:
        respelt = respelt.replace(foreign, english)
    return list(dict.fromkeys(filter(str.isalpha, (latin, respelt))))


def english_word(word: str) -> str:
    """A word typed alone, in English where it is a name, else as it is: Genf, Рябков. In Latin letters it must be the
    name's very form: a parish is not Paris."""
    if _LATIN.match(word):
        return _FORMS.get(fold(word), word)
    return english_name(word) or next(iter(spellings(word)), word)
