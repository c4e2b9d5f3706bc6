"""Which months and weekdays do other languages name?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from retrieval.analysis import fold
from retrieval.foreign.language import FOREIGN, Foreign

_MONTHS: dict[Foreign, str] = {
    "de": """
        januar jänner, februar feber, märz, april, mai, juni, juli, august, september, oktober, november, dezember
    """,
    "fr": """
        janvier, février, mars, avril, mai, juin, juillet, août, septembre, octobre, novembre, décembre
    """,
    "es": """
        enero, febrero, marzo, abril, mayo, junio, julio, agosto, septiembre setiembre, octubre, noviembre, diciembre
    """,
    "pl": """
        stycznia styczeń styczniu, lutego luty lutym, marca marzec marcu, kwietnia kwiecień kwietniu, maja maj maju,
        czerwca czerwiec czerwcu, lipca lipiec lipcu, sierpnia sierpień sierpniu, września wrzesień wrześniu,
        października październik październiku, listopada listopad listopadzie, grudnia grudzień grudniu
    """,
    "ru": """
        января январь январе, февраля февраль феврале, марта март марте, апреля апрель апреле, мая май мае,
        июня июнь июне, июля июль июле, августа август августе, сентября сентябрь сентябре,
        октября октябрь октябре, ноября ноябрь ноябре, декабря декабрь декабре
    """,
    "uk": """
        січня січень січні, лютого лютий лютому, березня березень березні, квітня квітень квітні,
        травня травень травні, червня червень червні, липня липень липні, серпня серпень серпні,
        вересня вересень вересні, жовтня жовтень жовтні, листопада листопад листопаді, грудня грудень грудні
    """,
}
_SHORT_MONTHS: dict[Foreign, str] = {
    "de": "jan jän, feb, mär mrz, apr, mai, jun, jul, aug, sep sept, okt, nov, dez",
    "fr": "janv, févr fév, mars, avr, mai, juin, juil, août, sept, oct, nov, déc",
    "es": "ene, feb, mar, abr, may, jun, jul, ago, sep sept, oct, nov, dic",
    "pl": "sty, lut, mar, kwi, maj, cze, lip, sierp, wrz, paź, lis, gru",
    "ru": "янв, фев февр, мар, апр, мая, июн, июл, авг, сен сент, окт, ноя нояб, дек",
    "uk": "січ, лют, бер, квіт, трав, черв, лип, серп, вер, жовт, лист, груд",
}
"""Behind a number only: alone they may be anything."""
_WEEKDAYS: dict[Foreign, str] = {
    "de": "montag, dienstag, mittwoch, donnerstag, freitag, samstag sonnabend, sonntag",
    "fr": "lundi, mardi, mercredi, jeudi, vendredi, samedi, dimanche",
    "es": "lunes, martes, miércoles, jueves, viernes, sábado, domingo",
    "pl": """
        poniedziałek poniedziałku poniedziałkiem, wtorek wtorku wtorkiem, środa środę środy środą,
        czwartek czwartku czwartkiem, piątek piątku piątkiem, sobota sobotę soboty sobotą,
        niedziela niedzielę niedzieli niedzielą
    """,
    "ru": """
        понедельник понедельника понедельником понедельнику, вторник вторника вторником вторнику,
        среда среду среды средой среде, четверг четверга четвергом четвергу, пятница пятницу пятницы пятницей пятнице,
        суббота субботу субботы субботой субботе, воскресенье воскресенья воскресеньем воскресенью
    """,
    "uk": """
        понеділок понеділка понеділком, вівторок вівторка вівторком, середа середу середи середою,
        четвер четверга четвергом, п'ятниця п'ятницю п'ятниці п'ятницею, субота суботу суботи суботою,
        неділя неділю неділі неділею
    """,
}
ENGLISH_MONTHS = tuple("January February March April May June July August September October November December".split())
ENGLISH_WEEKDAYS = tuple("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
LONGEST_SHORT_FORM = 4
"""Letters: sept."""
_NUMBER = r"\d{1,2}"
_WORD = r"[^\W\d_]{3,}"
_ANY_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)?")
_DAY = re.compile(
    rf"""
      \b({_NUMBER})(?:\.|er|º|°|-?го|-?[ея])?\s+(?:de\s+)?({_WORD})
      (?:\.?\s+(?:del?\s+)?(\d{{4}}))?(?:\s*(?:г|р)\.?(?!\w))?
    """,
    re.VERBOSE,
)


def _read(tables: Mapping[Foreign, str], english: Sequence[str]) -> dict[Foreign, dict[str, str]]:
    return {
        language: {
            fold(form): name
            for name, forms in zip(english, table.split(","), strict=True)
            for form in forms.split()
        }
        for language, table in tables.items()
    }  # fmt: skip


def _join(forms: Mapping[Foreign, Mapping[str, str]]) -> dict[str, str]:
    return {form: english for own in forms.values() for form, english in own.items()}


def _is_english(form: str, name: str) -> bool:
    """September, Sept; not Januar."""
    return form == name.casefold() or (len(form) <= LONGEST_SHORT_FORM and name.casefold().startswith(form))


def _tell(names: Mapping[str, str], *forms: Mapping[Foreign, Mapping[str, str]]) -> dict[str, frozenset[Foreign]]:
    """Which languages have a form, of those that English hasn't."""
    return {
        form: frozenset(language for own in forms for language in FOREIGN if form in own[language])
        for form, english in names.items()
        if not _is_english(form, english)
    }


MONTHS: Mapping[Foreign, Mapping[str, str]] = MappingProxyType(_read(_MONTHS, ENGLISH_MONTHS))
"""The English name of each form of a month, folded, by language."""
_ABBREVIATED = _read(_SHORT_MONTHS, ENGLISH_MONTHS)
_WEEKDAY_FORMS = _read(_WEEKDAYS, ENGLISH_WEEKDAYS)
_MONTH_NAMES = _join(_ABBREVIATED) | _join(MONTHS)
_WEEKDAY_NAMES = _join(_WEEKDAY_FORMS)
_LANGUAGES_OF_MONTHS = _tell(_MONTH_NAMES, MONTHS, _ABBREVIATED)
_LANGUAGES_OF_WEEKDAYS = _tell(_WEEKDAY_NAMES, _WEEKDAY_FORMS)


def english_dates(text: str) -> str:
    """The text with days of a month and weekdays in English: 12 січня, 12. Januar, 12 de enero, понеділок.

    A month alone stays: mars and mai may be something else.
    """
    return _ANY_WORD.sub(_write_weekday, _DAY.sub(_write_day, text))


def typed_day(english: str, text: str) -> str:
    """How a day that `english_dates` wrote was typed in the text."""
    return next((day[0] for day in _DAY.finditer(text) if _write_day(day) == english), english)


def languages_of_days(text: str) -> Iterator[frozenset[Foreign]]:
    """For each day of a month and each weekday in the text, the languages that name it so; none where English does."""
    months = (_LANGUAGES_OF_MONTHS.get(fold(day[2])) for day in _DAY.finditer(text))
    weekdays = (_LANGUAGES_OF_WEEKDAYS.get(fold(word)) for word in _ANY_WORD.findall(text))
    yield from filter(None, (*months, *weekdays))


def _write_day(found: re.Match[str]) -> str:
    form = fold(found[2])
    if (month := _MONTH_NAMES.get(form)) is None:
        return found[0]
    return " ".join(filter(None, (found[1], found[2] if _is_english(form, month) else month, found[3])))


def _write_weekday(found: re.Match[str]) -> str:
    return _WEEKDAY_NAMES.get(fold(found[0]), found[0])
