"""Pairs of years: «2014/15», «2019–2023», «2013-14», and which years two digits stand for beside another year."""

from __future__ import annotations

from extractor.normalise.when.numeric import is_year
from extractor.normalise.when.part import Part
from extractor.normalise.when.vocabulary import Terms

_SHORT_YEAR = 2  # digits
_HALF_CENTURY = 50
_OTHER_USE = frozenset({"unit", "times", "month", "month_short"})


def year_pair(terms: Terms, at: int) -> tuple[int, int, str, int] | None:
    """Read «2014/15» and «2019–2023»: both years, what was inferred, where they end."""
    first, sign, last = terms[at : at + 3]
    if not is_year(terms, at) or not (sign.kind in ("dash", "to") or sign.is_sign("/")):
        return None
    if is_year(terms, at + 2) and last.value > first.value:
        return first.value, last.value, "", at + 3
    year = _completed(first.value, terms, at + 2)
    return (first.value, year, "century", at + 3) if year else None


def short_pair(terms: Terms, at: int) -> tuple[int, int, str, int] | None:
    """Read the «14/15» of a school year."""
    first, sign, last = terms[at : at + 3]
    numbers = first.kind == last.kind == "number" and len(first.text) == len(last.text) == _SHORT_YEAR
    if not numbers or not (sign.kind == "dash" or sign.is_sign("/")) or last.value <= first.value:
        return None
    return 2000 + first.value, 2000 + last.value, "century", at + 3


def _completed(first: int, terms: Terms, at: int) -> int | None:
    """Return the year that the two digits at `at` stand for, behind the year `first`: «2013-14», «1999-00»."""
    short = terms[at]
    if short.kind != "number" or len(short.text) != _SHORT_YEAR:
        return None
    year = first - first % 100 + int(short.value)
    year += 100 if year < first - _HALF_CENTURY else 0
    return year if year > first else None


def year_end(first: Part, terms: Terms, at: int) -> tuple[Part, int] | None:
    """Read two digits that end a range of years which begins with `first`."""
    if first.precision != "year" or first.year is None or first.short:
        return None
    following, after = terms[at + 1], terms[at + 2]
    if following.kind in _OTHER_USE or (following.kind == "word" and following.glued):
        return None
    if following.is_sign(".") and after.kind in ("number", "month", "month_short", "unit"):
        return None
    year = _completed(first.year, terms, at)
    return (Part("year", year=year, inferred=("century",)), at + 1) if year else None
