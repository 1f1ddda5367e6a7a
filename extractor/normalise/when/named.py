"""Parts of the calendar that take more than one number or year: weeks, school years, seasons of two years.

«veke 40–42 2024», «skoleåret 2014/15», «valgperioden 2019–2023», «høst/vår 2024/25».
"""

from __future__ import annotations

from dataclasses import replace

from extractor.normalise.when.numeric import Read
from extractor.normalise.when.part import Bound, Part, Stretch
from extractor.normalise.when.vocabulary import Term, Terms
from extractor.normalise.when.years import is_full_year, is_year, short_pair, year_behind, year_pair

SEASON_MONTHS = {21: (3, 5, 0), 22: (6, 8, 0), 23: (9, 11, 0), 24: (12, 2, 1)}
_NAMED_YEARS = {
    "school": ("school-year", 8, 6),
    "kindergarten": ("school-year", 8, 7),
    "term": ("term", 10, 9),
}
_WEEKS = 53
_MOST_PARTS = 4


def seasons_of_pair(terms: Terms, at: int) -> Read | None:
    """Read «høst/vår 2024/25»: the years belong to the seasons one by one."""
    first, sign, last = terms[at : at + 3]
    pair = year_pair(terms, at + 3) or short_pair(terms, at + 3)
    joined = sign.kind in ("dash", "and") or sign.is_sign("/")
    if pair is None or not joined or last.kind != "season" or pair[1] != pair[0] + 1:
        return None
    if SEASON_MONTHS[first.value][0] <= SEASON_MONTHS[last.value][0]:
        return None
    years = zip((first, last), pair[:2], strict=True)
    return [Stretch(*(_season_part(term).in_year(year, inferred=pair[2]) for term, year in years))], pair[3]


def _season_part(term: Term) -> Part:
    return replace(Part.of_months("season", *SEASON_MONTHS[term.value]), season=term.value)


def read_weeks(terms: Terms, at: int) -> Read | None:
    """Read «uke 12 2024», «veke 40–42 2024», «uke 6 og 7»."""
    weeks: list[Part] = []
    stop, is_range = at, False
    while not weeks or (len(weeks) < _MOST_PARTS and (terms[stop].kind in ("dash", "and", "to"))):
        number = terms[stop + 1]
        elided = (
            is_range and terms[stop].kind == "dash" and not terms[stop].glued and number.glued
        )  # 38–39 -24
        if elided or number.kind != "number" or not 1 <= number.value <= _WEEKS:
            break
        is_range = is_range or (bool(weeks) and terms[stop].kind != "and")
        weeks.append(Part("week", week=number.value))
        stop += 2
    if not weeks:
        return None
    apart = terms[stop].is_sign(",/(") or terms[stop].kind in ("link", "dash")
    ahead = stop + 1 if apart else stop
    if (year := year_behind(terms, stop)) and year[1]:  # uke 38 -24
        weeks, stop = [week.in_year(year[0], short=True) for week in weeks], year[2]
        return ([Stretch(weeks[0], weeks[-1])] if is_range else [Stretch(week) for week in weeks]), stop
    if is_full_year(terms[ahead]) if terms[stop].is_sign("/") else is_year(terms, ahead):
        weeks, stop = [week.in_year(terms[ahead].value) for week in weeks], ahead + 1
    return ([Stretch(weeks[0], weeks[-1])] if is_range else [Stretch(week) for week in weeks]), stop


def read_named_years(terms: Terms, at: int) -> Read | None:
    """Read «skoleåret 2014/15», «valgperioden 2019–2023»; one year alone does not tell which of two it is."""
    precision, first, last = _NAMED_YEARS[terms[at].value]
    behind = at + 1 + (terms[at + 1].kind == "dash")  # skoleåret -24/25
    parts: list[Part] = []
    stop, is_range = behind, False
    while pair := year_pair(terms, stop) or short_pair(terms, stop):
        start, end, inferred, stop = pair
        parts.append(
            Part(precision, Bound(0, first), Bound(end - start, last)).in_year(start, inferred=inferred)
        )
        is_range = is_range or (terms[stop].kind in ("dash", "to") and precision != "term")
        if terms[stop].kind not in ("dash", "to", "and") or len(parts) == _MOST_PARTS:
            break
        stop += 1
    if not parts:
        return None if is_year(terms, at + 1) else ([Stretch(Part(precision))], at + 1)
    stop -= terms[stop - 1].kind in ("dash", "to", "and")
    if is_range and len(parts) == 2:
        return [Stretch(*parts)], stop
    return [Stretch(part) for part in parts], stop
