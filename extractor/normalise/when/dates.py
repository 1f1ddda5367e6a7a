"""One date expression: terms → the stretches of the calendar that it names.

Read here: months, seasons, holidays, semesters, weeks, school years and terms of office, the turn of the year, the
plan period, and what narrows them («primo», «utgangen av», «ca.»). Dates that begin with digits are read in
`numeric`. Ranges and lists of dates are put together in `spans`.
"""

from __future__ import annotations

from dataclasses import replace

from extractor.normalise.when.named import SEASON_MONTHS, read_named_years, read_weeks, seasons_of_pair
from extractor.normalise.when.numeric import Read, letter_part, month_at, read_number, subyear, unit_first
from extractor.normalise.when.part import PLAN_YEARS, Bound, Part, Stretch, end_of, portion_of
from extractor.normalise.when.plan_years import counted_years, first_years, names_plan_period, numbered_years
from extractor.normalise.when.vocabulary import Terms
from extractor.normalise.when.years import (
    dated,
    is_year,
    lone_short_year,
    short_pair,
    year_behind,
    year_pair,
)

_WINTER = 24
_SEMESTER_MONTHS = {"spring": (1, 6), "autumn": (8, 12)}
_WINDOWS = {
    "winter": (10, 3, 1),
    "summer": (4, 9, 0),
    "winter_months": (12, 2, 1),
    "summer_months": (6, 8, 0),
}
_HOLIDAYS = {
    "christmas": Part("day", Bound(0, 12, 24), Bound(0, 12, 24), yearly=True),
    "new_year": Part("day", Bound(0, 1, 1), Bound(0, 1, 1), yearly=True),
    "easter": Part("month", Bound(0, 4), Bound(0, 4), feast=0, yearly=True),
    "pentecost": Part("month", Bound(0, 5), Bound(0, 5), feast=49, yearly=True),
    "advent": Part("month", Bound(0, 12), Bound(0, 12), yearly=True),
    "midsummer_eve": Part("day", Bound(0, 6, 23), Bound(0, 6, 23), yearly=True),
    "midsummer": Part("day", Bound(0, 6, 24), Bound(0, 6, 24), yearly=True),
    "winter_break": Part("week", Bound(0, 2), Bound(0, 2), yearly=True),
    # July; as the end of an interval June, for what is due by the holiday is due before it begins
    "summer_break": Part("month", Bound(0, 7), Bound(0, 6), yearly=True),
    "autumn_break": Part("week", Bound(0, 10), Bound(0, 10), yearly=True),
    "school_start": Part("month", Bound(0, 8), Bound(0, 8), yearly=True),
    "school_end": Part("month", Bound(0, 6), Bound(0, 6), yearly=True),
}
# The first day of the new year; as the end of an interval the last day of the old one.
_TURN = Part("day", Bound(1, 1, 1), Bound(0, 12, 31))
# What may stand behind the year that it is in.
_INNER = frozenset({"number", "ordinal", "month", "month_short", "season", "semester", "unit", "word"})
_SHORT_YEAR = 2  # digits
_MOST_NARROWERS = 4


def read_date(terms: Terms, at: int, *, bare: bool = False) -> Read | None:
    """Read the date at `at`; `bare` also takes a day and month in digits alone («innen 1.5.»)."""
    kind = terms[at].kind
    if kind == "number":
        return _year(terms, at) or read_number(terms, at, bare=bare)
    if kind == "count":
        return first_years(terms, at)
    if kind in ("dash", "sign"):
        year = lone_short_year(terms, at)
        return None if year is None else ([Stretch(Part("year", year=year, short=True))], at + 2)
    if kind in ("approx", "portion", "weekday"):
        return _narrowed(terms, at)
    if kind in ("ordinal", "years"):
        return _ordinals(terms, at) if kind == "ordinal" else read_named_years(terms, at)
    if kind == "unit" and terms[at].value == "week":
        return read_weeks(terms, at)
    if kind == "unit" and (numbered := unit_first(terms, at)):
        return numbered
    if kind == "unit" and terms[at].value == "year" and (counted := numbered_years(terms, at)):
        return counted
    if kind == "season" and (seasons := seasons_of_pair(terms, at)):
        return seasons
    found = _single(terms, at)
    return ([Stretch(found[0])], found[1]) if found else None


def read_part(terms: Terms, at: int, *, bare: bool = False) -> tuple[Part, int] | None:
    """Read a date that is one part and no enumeration."""
    read = read_date(terms, at, bare=bare)
    if read is None or len(read[0]) > 1 or read[0][0].last is not None:
        return None
    return read[0][0].first, read[1]


def _single(terms: Terms, at: int) -> tuple[Part, int] | None:
    """Read a part of the year that has a name."""
    term = terms[at]
    match term.kind:
        case "month" | "month_short":
            return _month(terms, at)
        case "season":
            return _season(terms, at)
        case "semester":
            return dated(Part.of_months("semester", *_SEMESTER_MONTHS[term.value]), terms, at + 1)
        case "holiday":
            return _holiday(terms, at)
        case "window":
            return dated(Part.of_months("half-year", *_WINDOWS[term.value]), terms, at + 1)
        case "some_year":
            return Part("year"), at + 1
        case "turn":
            return _turn(terms, at)
        case "plan":
            return _plan(terms, at)
        case "opener" if names_plan_period(terms, at):
            return Part("plan-period", Bound(), Bound(PLAN_YEARS)), at + 1
        case "unit" if term.value == "year" and is_year(terms, at + 1):
            return Part("year", year=terms[at + 1].value), at + 2
        case "unit" if term.text == "året" and at and terms[at - 1].kind in ("opener", "portion"):
            return Part("year"), at + 1
        case "word" if len(term.text) == 1:
            return letter_part(terms, at)
    return None


def _year(terms: Terms, at: int) -> Read | None:
    """Read «2014», «2015?», and a year before its part: «2014 høst», «2025, 1. kvartal»."""
    if not is_year(terms, at):
        return None
    year = terms[at].value
    if read_number(terms, at):
        return None  # the year of a date such as 2014-05-01
    apart = terms[at + 1].is_sign(",(:/") or terms[at + 1].kind == "dash"
    inner = _inner(terms, at + (2 if apart else 1))
    if inner:
        stretches, stop = inner
        return [Stretch(first.in_year(year), last and last.in_year(year)) for first, last in stretches], stop
    if terms[at + 1].is_sign("(") and terms[at + 2].is_sign("?") and terms[at + 3].is_sign(")"):
        return [Stretch(Part("year", year=year, mark="?"))], at + 4
    if terms[at + 1].is_sign("?"):
        return [Stretch(Part("year", year=year, mark="?"))], at + 2
    return [Stretch(Part("year", year=year))], at + 1


def _inner(terms: Terms, at: int) -> Read | None:
    """Read the part of a year that stands behind the year and has none of its own."""
    if terms[at].kind not in _INNER:
        return None
    if len(terms[at].text) > _SHORT_YEAR and terms[at].kind == "number":
        return None
    read = read_date(terms, at)
    if read is None or any(first.year or first.precision == "day" for first, _ in read[0]):
        return None
    return None if terms[read[1]].kind == "word" and terms[at].text == "vår" else read


def _month(terms: Terms, at: int) -> tuple[Part, int] | None:
    """Read a month; a short form needs a full stop, a year or another month beside it."""
    found = month_at(terms, at)
    if found is None:
        return None
    month, stop = found
    part, end = dated(Part.of_months("month", month, month), terms, stop)
    if terms[at].kind == "month" or stop > at + 1 or end > stop or _beside_month(terms, at):
        return part, end
    return None


def _beside_month(terms: Terms, at: int) -> bool:
    separators = ("dash", "and", "to")
    before = at > 1 and (terms[at - 1].kind in separators or terms[at - 1].is_sign("/"))
    behind = terms[at + 1].kind in separators or terms[at + 1].is_sign("/")
    alone = at == 0 and terms[1].kind == "end"
    return alone or (before and bool(month_at(terms, at - 2))) or (behind and bool(month_at(terms, at + 2)))


def _season(terms: Terms, at: int) -> tuple[Part, int] | None:
    code = int(terms[at].value)
    part = Part.of_months("season", *SEASON_MONTHS[code])
    pair = year_pair(terms, at + 1) or short_pair(terms, at + 1) if code == _WINTER else None
    if pair and pair[1] > pair[0]:
        return part.in_year(pair[0], inferred=pair[2]), pair[3]
    part, stop = dated(replace(part, season=code), terms, at + 1)
    if part.year is None and terms[at].text == "vår" and not _in_company(terms, at):
        return None
    return part, stop


def _plan(terms: Terms, at: int) -> tuple[Part, int]:
    """Read «planperioden»; «neste planperiode» is another one, of years that are not told."""
    if terms[at].value == "next":
        return Part("plan-period"), at + 1
    part = Part("plan-period", Bound(), Bound(PLAN_YEARS))
    return (end_of(part) if terms[at].value == "end" else part), at + 1


def _in_company(terms: Terms, at: int) -> bool:
    """Whether «vår» without a year is the season and not «our»: alone, or beside another season."""
    if (at == 0 and terms[1].kind == "end") or (at > 0 and is_year(terms, at - 1)):
        return True
    separators = ("dash", "and", "or")
    before = at > 1 and (terms[at - 1].kind in separators or terms[at - 1].is_sign("/,"))
    behind = terms[at + 1].kind in separators or terms[at + 1].is_sign("/,")
    return (before and terms[at - 2].kind == "season") or (behind and terms[at + 2].kind == "season")


def _holiday(terms: Terms, at: int) -> tuple[Part, int] | None:
    """Read a holiday; «jul.» and «jul–aug» are July."""
    beside = terms[at + 1].is_sign(".") and terms[at + 2].kind == "number"
    month = month_at(terms, at)
    if month and (beside or _beside_month(terms, at)) and terms[at + 1].kind != "end":
        return dated(Part.of_months("month", month[0], month[0]), terms, month[1])
    if terms[at].value == "new_year" and year_pair(terms, at + 1):
        return _turn(terms, at)
    behind = at + 1 + (terms[at + 1].kind == "season")  # skolestart høsten 2024
    part, stop = dated(_HOLIDAYS[terms[at].value], terms, behind)
    return (part, stop) if part.year is not None else (part, at + 1)


def _turn(terms: Terms, at: int) -> tuple[Part, int]:
    """Read «årsskiftet 2014/15»; with one year only it may be either end of it, so the year is all that is said."""
    if terms[at].value == "end":
        year, stop = dated(Part("year"), terms, at + 1)
        return (end_of(year) if year.year is not None else year), stop
    pair = year_pair(terms, at + 1) or short_pair(terms, at + 1)
    if pair:
        return _TURN.in_year(pair[0], inferred=pair[2]), pair[3]
    named = year_behind(terms, at + 1)
    return (Part("year", year=named[0], short=named[1]), named[2]) if named else (_TURN, at + 1)


def _ordinals(terms: Terms, at: int) -> Read | None:
    """Read «andre halvår 2024», «første og andre kvartal 2025»."""
    if counted := first_years(terms, at):
        return counted
    numbers, stop = [int(terms[at].value)], at + 1
    if terms[stop].kind == "and" and terms[stop + 1].kind == "ordinal":
        numbers.append(int(terms[stop + 1].value))
        stop += 2
    return counted_years(numbers, terms, stop) or subyear(numbers, False, terms, stop)


def _narrowed(terms: Terms, at: int) -> Read | None:
    """Read «ca. 2015», «medio mars 2014», «utgangen av juni 2014», «torsdag 3. mai 2012»."""
    narrowers = []
    stop = at
    while terms[stop].kind in ("approx", "portion", "weekday", "link") or terms[stop].is_sign(","):
        narrowers.append(terms[stop])
        stop += 1
        if len(narrowers) > _MOST_NARROWERS:
            return None
    found = read_part(terms, stop)
    if found is None or (terms[at].kind == "weekday" and found[0].precision != "day"):
        return None
    part = found[0]
    for narrower in reversed(narrowers):
        if narrower.kind == "approx":
            part = replace(part, mark="~")
        elif narrower.kind == "portion":
            part = portion_of(part, narrower.value)
    return [Stretch(part)], found[1]
