"""Dates that begin with a number: «1.5.2014», «1/5-14», «2014-05-01», «3. mai 2012», «1. og 2. kvartal 25», «2014».

A bare number is no date. Four digits are a year when nothing around them says that they count something («kr
2000», «2019-kroner», «IS-2038»); two digits are a year only behind a month, a season or the like.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from extractor.normalise.when.part import Bound, Part
from extractor.normalise.when.vocabulary import Term, Terms, stems

FIRST_YEAR, LAST_YEAR = 1900, 2099
MOST_NUMBERS = 6  # «1., 2. og 3. kvartal»: longer enumerations are not read
_YEAR, _SHORT_YEAR, _GROUP = 4, 2, 3  # digits
_DAYS, _MONTHS = 31, 12
_UNIT_MONTHS = {"quarter": 3, "tertial": 4, "half-year": 6}
_BEFORE_OTHER_USE = frozenset({"unit", "times", "month", "month_short", "daypart"})
_JULY = 7


class Stretch(NamedTuple):
    """One part, or the first and the last of a range."""

    first: Part
    last: Part | None = None


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


def is_year(terms: Terms, at: int) -> bool:
    """Whether the number at `at` is a year and counts nothing."""
    term = terms[at]
    if term.kind != "number" or len(term.text) != _YEAR or not FIRST_YEAR <= term.value <= LAST_YEAR:
        return False
    return not (_counted_before(terms, at) or _counted_behind(terms, at))


def _counted_before(terms: Terms, at: int) -> bool:
    term, last = terms[at], terms[at - 1] if at else None
    if last is None:
        return False
    before = terms[at - 2] if at > 1 else last
    if last.text in stems("before_amount") or (last.is_sign(".§") and before.text in stems("before_amount")):
        return True
    if last.is_sign("(") and before.kind == "number":  # Meld. St. 30 (2011–2012)
        return any(word.text in stems("before_amount") for word in terms[max(at - 6, 0) : at - 2])
    if not term.glued:
        return False
    if last.kind in ("dash", "sign") and last.glued:
        number = before.kind == "number" and len(before.text) < _YEAR
        return before.kind == "word" if last.kind == "dash" else last.text in "/.," and number
    return last.kind == "word" or last.is_sign("§#")


def _counted_behind(terms: Terms, at: int) -> bool:
    following, after = terms[at + 1], terms[at + 2]
    if following.kind == "word":
        return following.glued or following.text in stems("after_amount")
    if following.kind == "number":
        return len(following.text) == _GROUP
    if following.kind == "dash" or following.is_sign(","):
        number = after.kind == "number" and following.kind == "sign" and len(after.text) < _YEAR
        return following.glued and after.glued and (after.kind == "word" or number)
    return following.is_sign("%´")


def year_behind(terms: Terms, at: int) -> tuple[int, bool, int] | None:
    """Return the year behind a month, season or the like: the year, whether it has two digits, where it ends."""
    term, following = terms[at], terms[at + 1]
    if is_year(terms, at):
        return term.value, False, at + 1
    if (term.is_sign(",") or (term.kind == "link" and term.text in ("i", "av"))) and is_year(terms, at + 1):
        return following.value, False, at + 2
    if term.kind == "dash" and following.glued and is_year(terms, at + 1):
        return following.value, False, at + 2
    if (term.kind == "dash" or term.is_sign("'’‘`´")) and following.glued and _is_short(terms, at + 1):
        return following.value, True, at + 2
    return (term.value, True, at + 1) if _is_short(terms, at) else None


def _is_short(terms: Terms, at: int) -> bool:
    """Whether two digits behind a month are its year and not the start of something else."""
    term, following, after = terms[at], terms[at + 1], terms[at + 2]
    if term.kind != "number" or len(term.text) != _SHORT_YEAR or following.kind in _BEFORE_OTHER_USE:
        return False
    if following.is_sign("%") or (
        following.is_sign(".") and after.kind in ("number", "month", "month_short")
    ):
        return False
    if following.kind == "word" and (following.glued or following.text in stems("after_amount")):
        return False
    return not (following.kind == "dash" and following.glued and after.kind in ("number", "word"))


def dated(part: Part, terms: Terms, at: int) -> tuple[Part, int]:
    """Return `part` with the year that stands at `at`, if one does."""
    year = year_behind(terms, at)
    return (part.in_year(year[0], short=year[1]), year[2]) if year else (part, at)


def read_number(terms: Terms, at: int, *, bare: bool = False) -> Read | None:
    """Read a date that begins with digits; `bare` also takes a day and month in digits alone («innen 1.5.»)."""
    term = terms[at]
    if len(term.text) == _YEAR:
        found = _iso_date(terms, at) or _iso_month(terms, at)
        return ([Stretch(found[0])], found[1]) if found else None
    if not 1 <= term.value <= _DAYS:
        return None
    found = _with_dots(terms, at) or _with_slash(terms, at) or _month_and_year(terms, at)
    found = found or (_day_and_month(terms, at) if bare else None)
    return ([Stretch(found[0])], found[1]) if found else _numbered(terms, at)


def day_part(day: int, month: int, year: int | None = None, *, short: bool = False) -> Part:
    """Return one day."""
    bound = Bound(0, month, day)
    return Part("day", bound, bound, year, short)


def _iso_date(terms: Terms, at: int) -> tuple[Part, int] | None:
    year, dash, month, second, day = terms[at : at + 5]
    dashes = dash.kind == second.kind == "dash" and dash.glued and day.glued
    if dashes and _is_month(month) and _is_day(day) and FIRST_YEAR <= year.value <= LAST_YEAR:
        return day_part(day.value, month.value, year.value), at + 5
    return None


def _iso_month(terms: Terms, at: int) -> tuple[Part, int] | None:
    """Read «2014-05»; «2011-12» are two years."""
    year, dash, month, behind = terms[at : at + 4]
    if dash.kind != "dash" or not (dash.glued and month.glued and _is_month(month) and _is_full_year(year)):
        return None
    if (
        len(month.text) < _SHORT_YEAR
        or month.value > year.value % 100
        or (behind.kind == "dash" and behind.glued)
    ):
        return None
    return Part.of_months("month", month.value, month.value).in_year(year.value), at + 3


def _with_dots(terms: Terms, at: int) -> tuple[Part, int] | None:
    """Read «1.5.2014», «01.06.14», «01.06 2014» and «01-05-2014»."""
    day, dot, month, second, year = terms[at : at + 5]
    if not (_is_month(month) and (dot.is_sign(".") or (dot.kind == "dash" and month.glued))):
        return None
    if second.kind == "number" and _is_full_year(second) and dot.kind == "sign":
        return day_part(day.value, month.value, second.value), at + 4
    if second.text != dot.text and not (second.kind == dot.kind == "dash"):
        return None
    if _is_full_year(year):
        return day_part(day.value, month.value, year.value), at + 5
    if dot.kind == "sign" and year.glued and year.kind == "number" and len(year.text) == _SHORT_YEAR:
        return day_part(day.value, month.value, year.value, short=True), at + 5
    return None


def _with_slash(terms: Terms, at: int) -> tuple[Part, int] | None:
    """Read «1/5-14», «1/5 2014» and «1/5/2014»."""
    day, slash, month, second, year = terms[at : at + 5]
    if not (slash.is_sign("/") and _is_month(month)):
        return None
    if _is_full_year(second):
        return day_part(day.value, month.value, second.value), at + 4
    if not (second.kind == "dash" or second.is_sign("/")) or year.kind != "number" or not year.glued:
        return None
    if _is_full_year(year) or len(year.text) == _SHORT_YEAR:
        short = len(year.text) == _SHORT_YEAR
        return day_part(day.value, month.value, year.value, short=short), at + 5
    return None


def _month_and_year(terms: Terms, at: int) -> tuple[Part, int] | None:
    """Read «12/2012» and «06.2014»."""
    month, sign, year = terms[at : at + 3]
    if _is_month(month) and sign.is_sign("/.") and sign.glued and year.glued and _is_full_year(year):
        return Part.of_months("month", month.value, month.value).in_year(year.value), at + 3
    return None


def _day_and_month(terms: Terms, at: int) -> tuple[Part, int] | None:
    day, sign, month, behind = terms[at : at + 4]
    if not (sign.is_sign("/.") and month.glued and _is_month(month)) or (
        behind.glued and behind.kind != "sign"
    ):
        return None
    return day_part(day.value, month.value), at + (4 if behind.is_sign(".") and behind.glued else 3)


def _numbered(terms: Terms, at: int) -> Read | None:
    """Read «3. mai 2012», «1.–15. mai», «3. kvartal 2025», «1. og 2. halvår»."""
    numbers, is_range, stop = _numbers(terms, at)
    month = month_at(terms, stop)
    if month and all(number <= _DAYS for number in numbers):
        return _stretches([day_part(number, month[0]) for number in numbers], is_range, terms, month[1])
    return subyear(numbers, is_range, terms, stop)


def subyear(numbers: list[int], is_range: bool, terms: Terms, at: int) -> Read | None:
    """Read the unit that `numbers` count, a quarter, tertial or half-year, and its year."""
    unit = terms[at]
    months = _UNIT_MONTHS.get(unit.value, 0) if unit.kind == "unit" else 0
    if not months or not all(1 <= number <= _MONTHS // months for number in numbers):
        return None
    stop = at + (2 if terms[at + 1].is_sign(".") and terms[at + 1].glued and len(unit.text) <= _GROUP else 1)
    parts = [_unit_part(unit.value, number) for number in numbers]
    follows = all(second - first == 1 for first, second in pairwise(numbers))
    return _stretches(parts, is_range or (follows and len(numbers) > 1), terms, stop)


def letter_part(terms: Terms, at: int) -> tuple[Part, int] | None:
    """Read «Q3 2025», «H1 2024» and «T2 2024»; without a year only a quarter is more than a label."""
    letter, number = terms[at], terms[at + 1]
    unit = {"q": "quarter", "h": "half-year", "t": "tertial"}.get(letter.text)
    if unit is None or number.kind != "number" or not number.glued or len(number.text) > 1:
        return None
    if not 1 <= number.value <= _MONTHS // _UNIT_MONTHS[unit]:
        return None
    part, stop = dated(_unit_part(unit, number.value), terms, at + 2)
    has_year = part.year is not None or (at > 0 and is_year(terms, at - 1))
    return (part, stop) if has_year or unit == "quarter" else None


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


def _is_day(term: Term) -> bool:
    return term.kind == "number" and len(term.text) <= _SHORT_YEAR and 1 <= term.value <= _DAYS


def _is_month(term: Term) -> bool:
    return term.kind == "number" and len(term.text) <= _SHORT_YEAR and 1 <= term.value <= _MONTHS


def _is_full_year(term: Term) -> bool:
    return term.kind == "number" and len(term.text) == _YEAR and FIRST_YEAR <= term.value <= LAST_YEAR
