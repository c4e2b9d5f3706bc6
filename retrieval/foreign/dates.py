"""Which months and weekdays do other languages name?"""

from __future__ import annotations

import re
from functools import lru_cache

from retrieval.analysis import fold

_MONTHS = """
    January: januar jänner janvier enero stycznia styczeń styczniu января январь январе січня січень січні
    February: februar feber février febrero lutego luty lutym февраля февраль феврале лютого лютий лютому
    March: märz mars marzo marca marzec marcu марта март марте березня березень березні
    April: april avril abril kwietnia kwiecień kwietniu апреля апрель апреле квітня квітень квітні
    May: mai mayo maja maj maju мая май мае травня травень травні
    June: juni juin junio czerwca czerwiec czerwcu июня июнь июне червня червень червні
    July: juli juillet julio lipca lipiec lipcu июля июль июле липня липень липні
    August: august août agosto sierpnia sierpień sierpniu августа август августе серпня серпень серпні
    September: september septembre septiembre setiembre września wrzesień wrześniu сентября сентябрь сентябре
        вересня
        вересень вересні
    October: oktober octobre octubre października październik październiku октября октябрь октябре жовтня
        жовтень жовтні
    November: november novembre noviembre listopada listopad listopadzie ноября ноябрь ноябре листопада листопад
        листопаді
    December: dezember décembre diciembre grudnia grudzień grudniu декабря декабрь декабре грудня грудень грудні
"""
_WEEKDAYS = """
    Monday: montag lundi lunes poniedziałek poniedziałku понедельник понедельника понеділок понеділка
    Tuesday: dienstag mardi martes wtorek wtorku вторник вторника вівторок вівторка
    Wednesday: mittwoch mercredi miércoles środa środę środy среда среду среды середа середу середи
    Thursday: donnerstag jeudi jueves czwartek czwartku четверг четверга четвер четверга
    Friday: freitag vendredi viernes piątek piątku пятница пятницу пятницы п'ятниця п'ятницю п'ятниці
    Saturday: samstag sonnabend samedi sábado sobota sobotę soboty суббота субботу субботы субота суботу суботи
    Sunday: sonntag dimanche domingo niedziela niedzielę niedzieli воскресенье воскресенья неділя неділю неділі
"""
_NUMBER = r"\d{1,2}"
_WORD = r"[^\W\d_]{3,}"
_ANY_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)?")
_DAY = re.compile(
    rf"\b({_NUMBER})(?:\.|er|º|°)?\s+(?:de\s+)?({_WORD})(?:\s+(?:de\s+)?(\d{{4}}))?(?:\s*(?:г|р)\.?(?!\w))?"
)


def _read(table: str) -> dict[str, str]:
    names: dict[str, str] = {}
    for line in re.sub(r"\n {8}", " ", table).strip().splitlines():
        english, forms = line.strip().split(": ")
        names |= {fold(form): english for form in forms.split()}
    return names


_MONTH_NAMES, _WEEKDAY_NAMES = _read(_MONTHS), _read(_WEEKDAYS)


@lru_cache(maxsize=1 << 10)
def english_day_word(word: str) -> str | None:
    """The English name of a month or a weekday: janvier, понеділок."""
    folded = fold(word)
    return _WEEKDAY_NAMES.get(folded) or _MONTH_NAMES.get(folded)


def english_dates(text: str) -> str:
    """The text with days of a month and weekdays in English: 12 січня, 12. Januar, 12 de enero, понеділок.

    A month alone stays: mars and mai may be something else.
    """
    return _ANY_WORD.sub(_write_weekday, _DAY.sub(_write_day, text))


def _write_day(found: re.Match[str]) -> str:
    month = _MONTH_NAMES.get(fold(found[2]))
    return " ".join(filter(None, (found[1], month, found[3]))) if month else found[0]


def _write_weekday(found: re.Match[str]) -> str:
    return _WEEKDAY_NAMES.get(fold(found[0]), found[0])
