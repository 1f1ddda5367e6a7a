"""Times in the words of a reader: «innen 1. mars 2017» for `../2017-03-01`, «hver høst» for a rule of recurrence.

What the codes say beyond that (the first Monday, week 40) stays with the wording of the plan, which is always shown
too. A code that is not understood here is shown as it is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from extractor.lexicon import load_toml
from schemas.promises import Recurrence

Words = Mapping[str, Any]

_DATE = re.compile(r"(?P<year>\d{4})(?:-(?P<part>\d\d))?(?:-(?P<day>\d\d))?(?P<doubt>[?~]?)")
_SEASONS = {"3,4,5": "21", "6,7,8": "22", "9,10,11": "23", "12,1,2": "24"}
_OPEN = ("", "..")


def time_words(language: str) -> Words:
    """Return the words of times in a language."""
    words: Words = load_toml("when.toml")[language]
    return words


def date_in_words(edtf: str | None, words: Words) -> str:
    """Return a date or stretch of time (EDTF) in words; nothing where there is none."""
    if not edtf:
        return ""
    if edtf[0] in "[{":
        return str(words["or" if edtf[0] == "[" else "and"]).join(
            _date(one, words) for one in edtf[1:-1].split(",")
        )
    first, slash, last = edtf.partition("/")
    if not slash:
        return _date(first, words)
    if first in _OPEN:
        return str(words["until"]).format(date=_date(last, words))
    if last in _OPEN:
        return str(words["from"]).format(date=_date(first, words))
    return f"{_date(first, words, before=last)}–{_date(last, words)}"


def often_in_words(recurrence: Recurrence | None, words: Words) -> str:
    """Return how often something is done; nothing where it is not said."""
    if recurrence is None:
        return ""
    if recurrence.freq is None:
        return str(words["often"])
    told = dict(part.split("=", 1) for part in (recurrence.rrule or "").split(";") if "=" in part)
    if season := _SEASONS.get(told.get("BYMONTH", "")):
        return str(words["each_season"][season])
    rhythm = " ".join(filter(None, (_rhythm(recurrence, words), _in_year(recurrence, told, words))))
    days = told.get("BYDAY", "").split(",") if recurrence.freq == "WEEKLY" else []
    return ", ".join([rhythm, *(words["weekdays"][day] for day in days if day in words["weekdays"])])


def _date(edtf: str, words: Words, before: str = "") -> str:
    """Return a date in words, without its year where that of `before`, which follows it, is the same."""
    found = _DATE.fullmatch(edtf)
    if not found:
        return edtf
    year, part, day = found["year"], found["part"], found["day"]
    names = words["parts_of_year"]
    if part and part not in names:
        return edtf
    shown = "" if part and before.startswith(year) else year
    pieces = (str(words["day"]).format(day=int(day)) if day else "", names[part] if part else "", shown)
    told = " ".join(filter(None, pieces))
    return f"{words['about']} {told}" if found["doubt"] else told


def _rhythm(recurrence: Recurrence, words: Words) -> str:
    """Return «hvert 2. år» or «2–3 ganger i året»."""
    freq, interval = recurrence.freq or "", recurrence.interval
    every: str = words["each"][freq] if interval == 1 else words["every"][freq].format(n=interval)
    if not recurrence.times:
        return every
    least, most = recurrence.times[0], recurrence.times[-1]
    count = str(words["once"]) if most == 1 else str(words["times"])
    often = count.format(n=least if least == most else f"{least}–{most}")
    return f"{often} {words['within'][freq] if interval == 1 else every}"


def _in_year(recurrence: Recurrence, told: Mapping[str, str], words: Words) -> str:
    """Return «i mars og september», or «1. oktober» where the day is told; a rule of fewer months is a nominal one."""
    months = [month.zfill(2) for month in told.get("BYMONTH", "").split(",") if month]
    if not months or (recurrence.times and recurrence.times != [len(months)] * 2):
        return ""
    names, day = [words["parts_of_year"][month] for month in months], told.get("BYMONTHDAY", "")
    between = str(words["and"])
    if day.isdigit():
        return between.join(f"{str(words['day']).format(day=day)} {name}" for name in names)
    return f"{words['in']} {between.join(names)}"
