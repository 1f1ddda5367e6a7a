"""Dates that begin with a number: «1.5.2014», «1/5-14», «2014-05-01», «3. mai 2012», «1. og 2. kvartal 25», «2014».

A bare number is no date; what makes four or two digits a year is told in `years`.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from extractor.normalise.when.part import Bound, Part, Stretch
from extractor.normalise.when.plan_years import counted_years
from extractor.normalise.when.vocabulary import Term, Terms
from extractor.normalise.when.years import (
    completed,
    dated,
    is_full_year,
    is_year,
    year_behind,
)

MOST_NUMBERS = 6  # «1., 2. og 3. kvartal»: longer enumerations are not read
_YEAR, _SHORT_YEAR, _GROUP = 4, 2, 3  # digits
_DAYS, _MONTHS = 31, 12
_UNIT_MONTHS = {"quarter": 3, "tertial": 4, "half-year": 6}
_JULY = 7
_LAST = -1  # «siste kvartal 2024»

Read = tuple[list[Stretch], int]


def month_at(terms: Terms, at: int) -> tuple[int, int] | None:
    """Return the month named at `at`, behind a day, and where its name (and full stop) ends."""
    term = terms[at]
    if term.kind not in ("month", "month_short") and term.text != "jul":
        return None
    month = _JULY if term.text == "jul" else int(term.value)
    stop = at + 1
    if terms[stop].is_sign(".") and terms[stop].glued and (term.kind != "month" or terms[stop + 1].glued):
        stop += 1
    return month, stop


def read_number(terms: Terms, at: int, *, bare: bool = False) -> Read | None:
    """Read a date that begins with digits; `bare` also takes a day and month in digits alone («innen 1.5.»)."""
    term = terms[at]
    if len(term.text) == _YEAR:
        found = _iso_date(terms, at) or _iso_month(terms, at)
        return ([Stretch(found[0])], found[1]) if found else None
    if not 1 <= term.value <= _DAYS:
        return None
    days = _days(terms, at)
    if days:
        return days
    found = _with_dots(terms, at) or _with_slash(terms, at) or _month_and_year(terms, at)
    found = found or (_day_and_month(terms, at) if bare else None)
    return ([Stretch(found[0])], found[1]) if found else _numbered(terms, at)


def day_part(day: int, month: int, year: int | None = None, *, short: bool = False) -> Part:
    """Return one day."""
    bound = Bound(0, month, day)
    return Part("day", bound, bound, year, short)


def _iso_date(terms: Terms, at: int) -> tuple[Part, int] | None:
    year, sign, month, second, day = terms[at : at + 5]
    separated = (sign.kind == "dash" or sign.is_sign("./")) and sign.value == second.value
    if not (separated and sign.glued and day.glued and is_full_year(year)):
        return None
    return (
        (day_part(day.value, month.value, year.value), at + 5) if _is_month(month) and _is_day(day) else None
    )


def _iso_month(terms: Terms, at: int) -> tuple[Part, int] | None:
    """Read «2014-05»; «2011-12» are two years."""
    year, dash, month, behind = terms[at : at + 4]
    if dash.kind != "dash" or not (dash.glued and month.glued and _is_month(month) and is_full_year(year)):
        return None
    goes_on = behind.kind == "dash" and behind.glued
    if len(month.text) < _SHORT_YEAR or goes_on or completed(year.value, terms, at + 2):
        return None
    return Part.of_months("month", month.value, month.value).in_year(year.value), at + 3


def _with_dots(terms: Terms, at: int) -> tuple[Part, int] | None:
    """Read «1.5.2014», «01.06.14», «01.06 2014» and «01-05-2014»."""
    day, dot, month, second, year = terms[at : at + 5]
    if not (_is_month(month) and (dot.is_sign(".") or (dot.kind == "dash" and month.glued))):
        return None
    if second.kind == "number" and is_full_year(second) and dot.kind == "sign":
        return day_part(day.value, month.value, second.value), at + 4
    elided = year.kind == "dash" and terms[at + 5].glued and not terms[at + 6].is_sign(".")  # 01.01.-25
    if elided and dot.is_sign(".") and second.is_sign(".") and _is_short_year(terms[at + 5]):
        return day_part(day.value, month.value, terms[at + 5].value, short=True), at + 6
    plain = len(month.text) == _SHORT_YEAR or day.value > _MONTHS  # «2.1-14» may number anything
    dashed = dot.is_sign(".") and second.kind == "dash" and year.glued and not terms[at + 5].is_sign(".")
    if dashed and (is_full_year(year) or (plain and _is_short_year(year))):
        return day_part(day.value, month.value, year.value, short=not is_full_year(year)), at + 5
    if second.text != dot.text and not (second.kind == dot.kind == "dash"):
        return None
    if is_full_year(year):
        return day_part(day.value, month.value, year.value), at + 5
    if dot.kind == "sign" and year.glued and _is_short_year(year):
        return day_part(day.value, month.value, year.value, short=True), at + 5
    return None


def _days(terms: Terms, at: int) -> Read | None:
    """Read «5.–6.5.2014»."""
    stop = _behind_dot(terms, at + 1)
    found = _with_dots(terms, stop + 1) if terms[stop].kind == "dash" and _is_day(terms[stop + 1]) else None
    if found is None or terms[stop + 2].kind == "dash":
        return None
    last = found[0]
    first = day_part(terms[at].value, last.first.month, last.year, short=last.short)
    return [Stretch(first, last)], found[1]


def _with_slash(terms: Terms, at: int) -> tuple[Part, int] | None:
    """Read «1/5-14», «1/5 2014» and «1/5/2014»."""
    day, slash, month, second, year = terms[at : at + 5]
    if not (slash.is_sign("/") and _is_month(month)):
        return None
    if is_full_year(second):
        return day_part(day.value, month.value, second.value), at + 4
    if not (second.kind == "dash" or second.is_sign("/")) or year.kind != "number" or not year.glued:
        return None
    if is_full_year(year) or len(year.text) == _SHORT_YEAR:
        short = len(year.text) == _SHORT_YEAR
        return day_part(day.value, month.value, year.value, short=short), at + 5
    return None


def _month_and_year(terms: Terms, at: int) -> tuple[Part, int] | None:
    """Read «12/2012», «06.2014» and «09-2014»."""
    month, sign, year = terms[at : at + 3]
    dashed = sign.kind == "dash" and len(month.text) == _SHORT_YEAR
    parted = (sign.is_sign("/.") or dashed) and sign.glued and year.glued
    if _is_month(month) and parted and is_full_year(year):
        return Part.of_months("month", month.value, month.value).in_year(year.value), at + 3
    return None


def _day_and_month(terms: Terms, at: int) -> tuple[Part, int] | None:
    day, sign, month, behind = terms[at : at + 4]
    if not (sign.is_sign("/.") and month.glued and _is_month(month)):
        return None
    if behind.glued and behind.kind != "sign":
        return None
    return day_part(day.value, month.value), at + (4 if behind.is_sign(".") and behind.glued else 3)


def _numbered(terms: Terms, at: int) -> Read | None:
    """Read «3. mai 2012», «1.–15. mai», «3. kvartal 2025», «1. og 2. halvår»."""
    numbers, is_range, stop = _numbers(terms, at)
    month = month_at(terms, stop)
    if month and all(number <= _DAYS for number in numbers):
        return _stretches([day_part(number, month[0]) for number in numbers], is_range, terms, month[1])
    ordinal = terms[stop - 1].is_sign(".")
    counted = counted_years(numbers, terms, stop, is_range=is_range) if ordinal else None
    return counted or subyear(numbers, is_range, terms, stop)


def subyear(numbers: list[int], is_range: bool, terms: Terms, at: int) -> Read | None:
    """Read the unit that `numbers` count, a quarter, tertial or half-year, and its year."""
    unit = terms[at]
    months = _UNIT_MONTHS.get(unit.value, 0) if unit.kind == "unit" else 0
    if months and numbers == [_LAST] and year_behind(terms, at + 1):
        numbers = [_MONTHS // months]
    if not months or not all(1 <= number <= _MONTHS // months for number in numbers):
        return None
    stop = at + (2 if terms[at + 1].is_sign(".") and terms[at + 1].glued and len(unit.text) <= _GROUP else 1)
    parts = [_unit_part(unit.value, number) for number in numbers]
    follows = all(second - first == 1 for first, second in pairwise(numbers))
    return _stretches(parts, is_range or (follows and len(numbers) > 1), terms, stop)


def unit_first(terms: Terms, at: int) -> Read | None:
    """Read «kvartal 1 2024», «tertial 2, 2024»; without a year «halvår 1» may number anything."""
    number = at + 1 + terms[at + 1].is_sign(".")
    if terms[number].kind != "number" or len(terms[number].text) > 1:
        return None
    behind = number + 1 + terms[number + 1].is_sign(",")
    if not is_year(terms, behind):
        return None
    read = subyear([terms[number].value], False, terms, at)
    return read and ([Stretch(read[0][0].first.in_year(terms[behind].value))], behind + 1)


def letter_part(terms: Terms, at: int) -> tuple[Part, int] | None:
    """Read «Q3 2025», «H1 2024» and «T2 2024»; without a year only a quarter is more than a label."""
    if season := _letter_season(terms, at):
        return season
    letter, number = terms[at], terms[at + 1]
    unit = {"q": "quarter", "h": "half-year", "t": "tertial"}.get(letter.text)
    if unit is None or number.kind != "number" or not number.glued or len(number.text) > 1:
        return None
    if not 1 <= number.value <= _MONTHS // _UNIT_MONTHS[unit]:
        return None
    behind = at + 2 + terms[at + 2].is_sign("/")  # Q4/24
    part, stop = dated(_unit_part(unit, number.value), terms, behind)
    stop = stop if part.year is not None else at + 2
    has_year = part.year is not None or (at > 0 and is_year(terms, at - 1))
    return (part, stop) if has_year or unit == "quarter" else None


def _letter_season(terms: Terms, at: int) -> tuple[Part, int] | None:
    """Read «H22», «V-23» and «H 2024»: the autumn and the spring of a year."""
    code = {"v": 21, "h": 23}.get(terms[at].text)
    if code is None or (terms[at].glued and at and terms[at - 1].kind not in ("dash", "sign")):
        return None
    first = terms[at + 1]
    glued_year = (first.value, False, at + 2) if first.glued and is_full_year(first) else None
    year = glued_year or year_behind(terms, at + 1)
    if year is None or (year[1] and not first.glued) or first.kind not in ("number", "dash"):
        return None
    months = (3, 5) if code == 21 else (9, 11)
    part = replace(Part.of_months("season", *months), season=code)
    return part.in_year(year[0], short=year[1]), year[2]


def _unit_part(unit: str, number: int) -> Part:
    months = _UNIT_MONTHS[unit]
    return Part.of_months(unit, (number - 1) * months + 1, number * months)


def _numbers(terms: Terms, at: int) -> tuple[list[int], bool, int]:
    """Return the numbers of an enumeration, whether it is a range, and where it ends."""
    numbers, is_range = [terms[at].value], False
    stop = _behind_dot(terms, at + 1)
    while len(numbers) < MOST_NUMBERS:
        sign, number = terms[stop], terms[stop + 1]
        if number.kind != "number" or len(number.text) > _SHORT_YEAR:
            break
        if sign.kind not in ("dash", "and", "to") and not sign.is_sign(",/"):
            break
        is_range = is_range or sign.kind in ("dash", "to")
        numbers.append(number.value)
        stop = _behind_dot(terms, stop + 2)
    return numbers, is_range, stop


def _stretches(parts: list[Part], is_range: bool, terms: Terms, at: int) -> Read:
    """Put the year at `at` on all of `parts`."""
    year = year_behind(terms, at)
    if year:
        parts = [part.in_year(year[0], short=year[1]) for part in parts]
    stop = year[2] if year else at
    if is_range:
        return [Stretch(parts[0], parts[-1])], stop
    return [Stretch(part) for part in parts], stop


def _behind_dot(terms: Terms, at: int) -> int:
    return at + 1 if terms[at].is_sign(".") and terms[at].glued else at


def _is_short_year(term: Term) -> bool:
    return term.kind == "number" and len(term.text) == _SHORT_YEAR


def _is_day(term: Term) -> bool:
    return term.kind == "number" and len(term.text) <= _SHORT_YEAR and 1 <= term.value <= _DAYS


def _is_month(term: Term) -> bool:
    return term.kind == "number" and len(term.text) <= _SHORT_YEAR and 1 <= term.value <= _MONTHS
