"""Dates with what stands in front of them and between them: openers, ranges, lists.

    when     = openers dates [arrow]
    openers  = («innen» | «frå og med» | «oppstart» | «går ut» | «i løpet av» | …, little words)*
    dates    = stretch ((«,» | «og» | «eller») stretch)*
    stretch  = date [(dash | «/» | «til» | «til og med») date]

A year that is written once holds for the whole list («mai og juni 2014»). An opener without a date is nothing.
"""

from __future__ import annotations

from dataclasses import replace

from extractor.normalise.when.dates import read_date
from extractor.normalise.when.numeric import Read
from extractor.normalise.when.part import Part, Stretch
from extractor.normalise.when.plan_years import names_plan_period
from extractor.normalise.when.stretch import When
from extractor.normalise.when.vocabulary import Term, Terms
from extractor.normalise.when.years import year_end

STARTS = frozenset({
    "opener", "link", "number", "ordinal", "month", "month_short", "season", "semester", "window", "holiday", "turn",
    "years", "some_year", "plan", "to", "weekday", "approx", "portion", "unit", "word", "condition", "out", "dash",
    "count", "sign",
})  # fmt: skip
_LEADING_LINKS = frozenset({"i", "på", "den"})  # a link that may open a date by itself
_PREPOSITIONS = frozenset({"from", "before", "after"})
_UNSURE = ("low_confidence",)
_MONTHS = 12
_MOST_OPENERS, _MOST_WORDS, _MOST_DATES = 8, 4, 12
# «Oppstart av nytt tilbud 2025»: words may stand between these openers and their date; «innen helse 2025» is none.
_FAR_OPENERS = frozenset({"onset", "ends", "done"})
_FAR_WORDS = frozenset({"word", "link", "status", "and", "count"})
# Of several openers the strongest decides: «oppstart innen 2015» is a deadline.
_STRENGTH = (
    "deadline", "before", "until", "ends", "to", "toward", "earliest", "from", "after", "onset", "done", "during",
    "label", "within",
)  # fmt: skip


def read_when(terms: Terms, at: int) -> When | None:
    """Read the date expression at `at`, openers and all."""
    if terms[at].value in _PREPOSITIONS and terms[at + 1].value == "deadline":
        return None  # the «fra» of «melde fra innen 1. oktober» belongs to its verb
    roles, stop = _openers(terms, at)
    if stop == at + 1 and terms[at].kind == "link" and terms[at].text not in _LEADING_LINKS:
        return None
    read = _dates(terms, stop, bare=bool(roles), between="between" in roles)
    if read is None and _FAR_OPENERS & set(roles):
        read = _far_dates(terms, stop, roles)
    if read is None and "within" in roles and (pair := _short_years(terms, stop)):
        read = [pair], False, stop + 3
    if read is None:
        return None
    items, any_of, end = read
    role = next((role for role in _STRENGTH if role in roles), "")
    when = When(role, _with_years(items), any_of, at, end)
    when.whole = any(term.kind == "plan" and term.value == "whole" for term in terms[at:end])
    when.slash = any(term.is_sign("/") for term in terms[stop:end])
    return _with_onset(_with_arrow(when, terms), terms)


def read_bare_years(terms: Terms) -> When | None:
    """Read «14-16», «14/15» and the month of «05/24», when the text is nothing else."""
    if terms[3].kind != "end":
        return None
    stretch = _short_years(terms, 0) or _short_month(terms)
    return When("", [stretch], False, 0, 3) if stretch else None


def _short_years(terms: Terms, at: int) -> Stretch | None:
    """Read two years of two digits; behind a slash they may not be a month and its year."""
    first, sign, last, behind = terms[at : at + 4]
    if not _two_digits(first, last) or (behind.glued and behind.kind in ("word", "number")):
        return None
    if (
        not (sign.kind == "dash" or (sign.is_sign("/") and first.value > _MONTHS))
        or first.value >= last.value
    ):
        return None
    return Stretch(*(Part("year", year=term.value, short=True, inferred=_UNSURE) for term in (first, last)))


def _short_month(terms: Terms) -> Stretch | None:
    """Read «05/24»; «11/12» may as well be two years."""
    first, sign, last = terms[:3]
    if not _two_digits(first, last) or not sign.is_sign("/") or not 1 <= first.value <= _MONTHS < last.value:
        return None
    if last.value == first.value + 1:
        return None
    month = Part.of_months("month", first.value, first.value)
    return Stretch(month.in_year(last.value, inferred=_UNSURE[0], short=True))


def _two_digits(*terms: Term) -> bool:
    return all(term.kind == "number" and len(term.text) == 2 for term in terms)


def _openers(terms: Terms, at: int) -> tuple[list[str], int]:
    """Return the roles of the openers at `at`, and where the date should begin."""
    roles: list[str] = []
    stop = at
    while stop < at + _MOST_OPENERS:
        term = terms[stop]
        if names_plan_period(terms, stop):
            break
        if term.kind == "opener":
            roles.append(_due(terms, stop) if term.value == "due" else term.value)
        elif term.kind == "out" and _stands_out(terms, stop):
            roles.append("until")
        elif term.kind == "to" and stop == at:
            roles.append("to")
        elif not (term.kind == "link" or (term.kind == "condition" and term.value in _little(roles))):
            behind = roles and (term.is_sign(":") or (term.kind == "dash" and not term.glued))
            if not (behind or (roles and term.kind == "to")):
                break
        stop += 1
    return roles, stop


def _little(roles: list[str]) -> tuple[str, ...]:
    """Return the openers of conditions that are little words in front of a date: «frå neste skuleår»."""
    return ("weak", "next") if roles else ("weak",)


def _stands_out(terms: Terms, at: int) -> bool:
    """Whether «ut» is «to the end of»: at the head, behind a state or another opener; not that of a verb."""
    before = terms[at - 1] if at else None
    return before is None or before.kind not in ("word", "number", "count", "unit") or before.is_sign(",;.(")


def _due(terms: Terms, at: int) -> str:
    """«Frist: 2020» is a label, after which only an exact day is a deadline; «med frist 2020» is one."""
    return "label" if terms[at + 1].is_sign(":") else "deadline"


def _far_dates(terms: Terms, at: int, roles: list[str]) -> tuple[list[Stretch], bool, int] | None:
    """Read dates that stand a few words behind their opener."""
    stop = at
    while terms[stop].kind in _FAR_WORDS and stop - at < _MOST_WORDS:
        stop += 1
    if stop == at:
        return None
    more, stop = _openers(terms, stop)
    roles += more
    return _dates(terms, stop, bare=bool(more))


def _dates(
    terms: Terms, at: int, *, bare: bool, between: bool = False
) -> tuple[list[Stretch], bool, int] | None:
    """Read a list of stretches: the stretches, whether one of them is meant, where it ends."""
    read = _stretch(terms, at, bare=bare, between=between)
    if read is None:
        return None
    items, stop = read
    any_of = False
    while len(items) < _MOST_DATES and _joins(terms, stop):
        behind = stop + 1 + (terms[stop].kind == "sign" and terms[stop + 1].kind == "or")  # 2024, evt. 2025
        more = _stretch(terms, behind, bare=False)
        if more is None:
            break
        any_of = any_of or terms[behind - 1].kind == "or"
        items, stop = [*items, *more[0]], more[1]
    return items, any_of, stop


def _joins(terms: Terms, at: int) -> bool:
    """Whether another date is joined here; a bracket may name another choice: «2024 (evt. 2025)»."""
    other = terms[at].is_sign("(") and terms[at + 1].kind == "or"
    return other or terms[at].kind in ("and", "or") or terms[at].is_sign(",/+")


def _stretch(terms: Terms, at: int, *, bare: bool, between: bool = False) -> Read | None:
    """Read one date or one range; a group of numbered parts («1. og 3. kvartal») is several stretches."""
    read = read_date(terms, at, bare=bare) or _bare_start(terms, at)
    while read is not None and len(read[0]) == 1:
        (first, last), stop = read[0][0], read[1]
        end = _range_end(terms, stop, last or first, between=between)
        if end is None:
            break
        read, between = ([Stretch(first, end[0])], end[1]), False
    return read


def _bare_start(terms: Terms, at: int) -> Read | None:
    """Read the day and month that a range begins with: «1.1.–31.12.2022»."""
    read = read_date(terms, at, bare=True)
    if read is None or len(read[0]) > 1:
        return None
    end = _range_end(terms, read[1], read[0][0].first, between=False)
    return read if end and end[0].year is not None else None


def _range_end(terms: Terms, at: int, first: Part, *, between: bool) -> tuple[Part, int] | None:
    """Read the sign of a range and the date behind it."""
    sign = terms[at]
    if sign.kind in ("dash", "arrow") or sign.is_sign("/"):
        short = year_end(first, terms, at + 1)
        if short:
            return short
        if sign.kind == "sign" and first.precision in ("day", "week"):
            return None  # «1. mai/1. oktober» are two days
    elif sign.is_sign(":"):
        if first.precision != "year" or terms[at + 1].kind != "number":
            return None
    elif not (
        sign.kind == "to"
        or (sign.kind == "opener" and sign.value == "until")
        or sign.kind == "out"
        or (between and sign.kind == "and")
    ):
        return None
    stop = at + 1
    while terms[stop].kind == "link" and stop < at + 3:
        stop += 1
    read = read_date(terms, stop)
    if read is None or len(read[0]) > 1 or read[0][0].last is not None:
        return None
    last = read[0][0].first
    if sign.is_sign("/") and first.year is None and not _adjoin(first, last):
        return None  # «vår/høst» are two seasons
    return last, read[1]


def _adjoin(first: Part, last: Part) -> bool:
    """Whether `last` begins where `first` ends: «aug/sep», «høst/vinter»."""
    return bool(first.months and last.months) and last.months[0] == first.months[-1] % 12 + 1


def _with_arrow(when: When, terms: Terms) -> When:
    """Mark «2014 →», «2014 og framover», and «2014-» before the end of the text or a sign, as open."""
    arrow, following = terms[when.stop], terms[when.stop + 1]
    if when.items[-1].last is not None or len(when.items) > 1:
        return when
    if arrow.kind == "arrow" or (arrow.is_sign("+") and _is_over(following)):
        when.open, when.stop = True, when.stop + 1
    elif arrow.kind == "to" and following.kind == "arrow":
        when.open, when.stop = True, when.stop + 2
    elif (arrow.kind == "dash" and following.is_sign("?")) or (
        arrow.kind == "and" and following.kind == "then" and terms[when.stop + 2].kind == "end"
    ):
        when.open, when.stop = True, when.stop + 2  # «2024 – ?», «2024 og deretter»
    elif arrow.kind == "dash" and (following.kind in ("end", "arrow") or following.is_sign("),;>")):
        when.open, when.stop = True, when.stop + 1 + (following.kind == "arrow" or following.is_sign(">"))
    return when


def _is_over(term: Term) -> bool:
    return term.kind == "end" or term.is_sign("),;")


def _with_onset(when: When, terms: Terms) -> When:
    """Read «2025 (oppstart)» as a start."""
    at = when.stop + (terms[when.stop].is_sign("(,:") or terms[when.stop].kind == "dash")
    opener, following = terms[at], terms[at + 1]
    if when.role or opener.kind != "opener" or opener.value != "onset":
        return when
    if following.kind == "end" or following.is_sign("),.;"):
        when.role, when.stop = "onset", at + 1
    return when


def _with_years(items: list[Stretch]) -> list[Stretch]:
    """Give the parts without a year that of the part behind them, or that before them in a range."""
    found: list[Stretch] = []
    behind: Part | None = None
    for first, last in reversed(items):
        last = last and (_borrowed(last, behind) if behind else last)
        if last and last.year is None and first.year is not None:
            later = last.first.month < first.first.month
            last = last.in_year(first.year + later, short=first.short, inferred="year")
        if last and first.year is None and last.year is not None and first.first.month <= last.first.month:
            first = _borrowed(first, last)
        elif last is None and behind:
            first = _borrowed(first, behind)
        found.append(Stretch(first, last))
        behind = first if first.year is not None else behind
    return found[::-1]


def _borrowed(part: Part, other: Part) -> Part:
    """Return `part` in the year of `other`, which was written for both."""
    if part.year is not None or other.year is None or part.precision in ("year", "plan-period"):
        return part
    return replace(part, year=other.year, short=other.short)
