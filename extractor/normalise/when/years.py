"""Years: which numbers are one, which two digits are one, and pairs of them («2014/15», «2019–2023», «2013-14»).

Four digits are a year when nothing around them says that they count something («kr 2000», «2019-kroner»,
«IS-2038»). Two digits are a year behind a month, a season or the like, and behind another year.
"""

from __future__ import annotations

from extractor.normalise.when.part import CENTURY_TURN, Part
from extractor.normalise.when.vocabulary import Term, Terms, stems

FIRST_YEAR, LAST_YEAR = 1900, 2099
_YEAR, _SHORT_YEAR, _GROUP = 4, 2, 3  # digits
_HALF_CENTURY = 50
_SEASON_LETTERS = frozenset({"v", "h"})
_LETTERS = frozenset({"q", "h", "t"})
_SHORT_YEAR_FOLLOWS = frozenset({"opener", "link", "to", "begun", "finished", "over", "dash"})
_OTHER_USE = frozenset({"unit", "times", "month", "month_short", "daypart"})


def is_full_year(term: Term) -> bool:
    """Whether the term is a number in the range of years, whatever stands around it."""
    return term.kind == "number" and len(term.text) == _YEAR and FIRST_YEAR <= term.value <= LAST_YEAR


def is_year(terms: Terms, at: int) -> bool:
    """Whether the number at `at` is a year and counts nothing."""
    term = terms[at]
    if not is_full_year(term):
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
    if following.text in _LETTERS and following.glued and after.kind == "number" and after.glued:
        return False  # 2024Q4
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
    if term.kind != "number" or len(term.text) != _SHORT_YEAR or following.kind in _OTHER_USE:
        return False
    if following.is_sign("%") or (
        following.is_sign(".") and after.kind in ("number", "month", "month_short")
    ):
        return False
    if following.kind == "word" and (following.glued or following.text in stems("after_amount")):
        return False
    if after.text in _SEASON_LETTERS and terms[at + 3].kind == "number":
        return True  # H24-V25
    return not (following.kind == "dash" and following.glued and after.kind in ("number", "word"))


def lone_short_year(terms: Terms, at: int) -> int | None:
    """Return the year of «-09» and «'89», at the head of a text or behind an opener, a state or another year."""
    if at and terms[at - 1].kind not in _SHORT_YEAR_FOLLOWS:
        return None
    elided = terms[at].kind == "dash" or terms[at].is_sign("'’‘`´")
    short = elided and terms[at + 1].glued and _is_short(terms, at + 1)
    return int(terms[at + 1].value) if short else None


def dated(part: Part, terms: Terms, at: int) -> tuple[Part, int]:
    """Return `part` with the year that stands at `at`, if one does."""
    year = year_behind(terms, at)
    return (part.in_year(year[0], short=year[1]), year[2]) if year else (part, at)


def year_pair(terms: Terms, at: int) -> tuple[int, int, str, int] | None:
    """Read «2014/15» and «2019–2023»: both years, what was inferred, where they end."""
    first, sign, last = terms[at : at + 3]
    if not is_year(terms, at) or not (sign.kind in ("dash", "to") or sign.is_sign("/")):
        return None
    if is_year(terms, at + 2) and last.value > first.value:
        return first.value, last.value, "", at + 3
    year = completed(first.value, terms, at + 2)
    return (first.value, year, "century", at + 3) if year else None


def short_pair(terms: Terms, at: int) -> tuple[int, int, str, int] | None:
    """Read the «14/15» of a school year."""
    first, sign, last = terms[at : at + 3]
    numbers = first.kind == last.kind == "number" and len(first.text) == len(last.text) == _SHORT_YEAR
    if (
        not numbers
        or not (sign.kind == "dash" or sign.is_sign("/"))
        or not 0 < (last.value - first.value) % 100 < _HALF_CENTURY
    ):
        return None
    century = 1900 if first.value >= CENTURY_TURN else 2000
    return century + first.value, century + first.value + (last.value - first.value) % 100, "century", at + 3


def completed(first: int, terms: Terms, at: int) -> int | None:
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
    year = completed(first.year, terms, at)
    return (Part("year", year=year, inferred=("century",)), at + 1) if year else None
