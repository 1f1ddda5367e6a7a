"""A stretch of the calendar that one date expression speaks of, and how EDTF writes it.

A part knows its first and last unit relative to a year that may be filled in later: «hausten» is months 9 to 11 of
some year, «skoleåret 2014/15» is month 8 of 2014 to month 6 of the year after. A point is written as it is meant
(`2014-23` for a season); a bound is the first or last day, month or year, since level 1 of EDTF has no seasons
inside intervals (`../2009-11`).
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import NamedTuple

LAST_DAY = 99  # as a day: the last of the month
PLAN_YEARS = -1  # as years after the first: the last year of the plan, not known before the plan period is
CENTURY_TURN = 70  # two-digit years from here on are 19xx when no plan period is near

# Month after which it is too late for «før sommeren»: before the summer holiday is the end of June.
_MONTH_BEFORE_SEASON = {21: 2, 22: 6, 23: 8, 24: 11}
# Stretches that have a length worth the name of a period; a month, a season or a year is a point.
_PERIODS = frozenset(
    {"week", "quarter", "tertial", "half-year", "semester", "third", "school-year", "term", "plan-period"}
)


class Bound(NamedTuple):
    """A year, month or day: years after the part's own, month or 0, day or 0."""

    year: int = 0
    month: int = 0
    day: int = 0


WHOLE_YEAR = Bound()


@dataclass(frozen=True, slots=True)
class Part:
    """One stretch of the calendar."""

    precision: str
    first: Bound = WHOLE_YEAR
    last: Bound = WHOLE_YEAR
    year: int | None = None
    short: bool = False  # the year was written with two digits
    season: int = 0  # EDTF code 21–24
    week: int = 0  # ISO week
    feast: int | None = None  # days after Easter Sunday; only the month of it is told
    plan_year: int = 0  # «2. planår»: counted from the first year of the plan, -1 for its last
    mark: str = ""  # ~ approximate, ? uncertain; EDTF has no place for it on a season
    yearly: bool = False  # without a year it comes back every year: a holiday, school start
    inferred: tuple[str, ...] = ()

    @classmethod
    def of_months(cls, precision: str, first: int, last: int, next_year: int = 0) -> Part:
        """Return a part of whole months; `next_year` is 1 when it ends in the year after."""
        return cls(precision, Bound(0, first), Bound(next_year, last))

    @property
    def is_period(self) -> bool:
        """Whether it is a period by nature (a quarter, a week) rather than a point."""
        return self.precision in _PERIODS

    @property
    def is_moving(self) -> bool:
        """Whether its days differ from year to year: a week, Easter."""
        return bool(self.week) or self.feast is not None

    @property
    def months(self) -> list[int]:
        """The months it touches, without their year; empty for a whole year or a week."""
        if not self.first.month:
            return []
        span = (self.last.year - self.first.year) * 12 + self.last.month - self.first.month
        return [(self.first.month - 1 + step) % 12 + 1 for step in range(span + 1)]

    def in_year(self, year: int, *, inferred: str = "", short: bool = False) -> Part:
        """Return the part with its year."""
        return replace(self, year=year, short=short, inferred=_added(self.inferred, inferred))

    def resolved(self, period: tuple[int, int] | None, *, in_rhythm: bool = False) -> Part:
        """Return the part with its century, and its year when the plan is for one year.

        Args:
            period: first and last year of the plan.
            in_rhythm: a rhythm stands beside it («årlig, i april»), so that it is of every year.
        """
        if self.plan_year:
            return self._year_of_plan(period)
        if self.last.year == PLAN_YEARS:
            return self._of_plan(period)
        if self.year is None:
            only = period[0] if period is not None and period[0] == period[1] and not in_rhythm else None
            return self if only is None else self.in_year(only, inferred="year")
        return self.in_year(_century(self.year, period), inferred="century") if self.short else self

    def _year_of_plan(self, period: tuple[int, int] | None) -> Part:
        """Return «2. planår» as the year that it is; a plan for two years has no third."""
        if period is None:
            return self
        year = period[1] if self.plan_year < 0 else period[0] + self.plan_year - 1
        if year > period[1]:
            return self
        return replace(self, precision="year", plan_year=0).in_year(year, inferred="plan_period")

    def _of_plan(self, period: tuple[int, int] | None) -> Part:
        if period is None:
            return self
        years = period[1] - period[0]
        first = self.first._replace(year=years) if self.first.year == PLAN_YEARS else self.first
        last = self.last._replace(year=years)
        return replace(self, first=first, last=last).in_year(period[0], inferred="plan_period")

    def point(self) -> str | None:
        """Return it as EDTF, or None without a year or on a day that does not exist."""
        if self.year is None:
            return None
        if self.season:
            return f"{self.year}-{self.season}"
        first, last = self.lower(), self.upper()
        if first is None or last is None:
            return None
        return f"{first}{self.mark}" if first == last or first > last else f"{first}/{last}"

    def lower(self) -> str | None:
        """Return its first day, month or year as the start of an interval."""
        return self._moving(0) if self.is_moving else self._written(self.first)

    def upper(self) -> str | None:
        """Return its last day, month or year as the end of an interval."""
        return self._moving(-1) if self.is_moving else self._written(self.last)

    def before(self) -> str | None:
        """Return the end of an interval that ends before it; a day, or the end of something, is itself the limit."""
        if self.is_moving or self.first.day:
            return self.lower()
        if not self.first.month:
            return self._written(Bound(self.first.year - 1))
        month = _MONTH_BEFORE_SEASON.get(self.season, self.first.month - 1)
        return self._written(Bound(self.first.year, month) if month else Bound(self.first.year - 1, 12))

    def after(self) -> str | None:
        """Return the start of an interval that begins after it."""
        if self.is_moving or self.last.day:
            return max(self.lower() or "", self.upper() or "") or None
        last = max(self.first, self.last)  # a holiday, and the turn of the year, end before they begin
        if not last.month:
            return self._written(Bound(last.year + 1))
        year, month = divmod(last.month, 12)
        return self._written(Bound(last.year + year, month + 1))

    def _written(self, bound: Bound) -> str | None:
        if self.year is None:
            return None
        year = self.year + bound.year
        if not bound.month:
            return f"{year}"
        if not bound.day:
            return f"{year}-{bound.month:02}"
        days = monthrange(year, bound.month)[1]
        day = days if bound.day == LAST_DAY else bound.day
        return f"{year}-{bound.month:02}-{day:02}" if day <= days else None

    def _moving(self, end: int) -> str | None:
        """Return the Monday or Sunday of the week, or the month of a feast that moves with Easter."""
        if self.year is None:
            return None
        if self.feast is not None:
            return f"{easter_sunday(self.year) + timedelta(days=self.feast):%Y-%m}"
        try:
            monday = date.fromisocalendar(self.year, self.week, 1)
        except ValueError:
            return None
        return (monday + timedelta(days=6 if end else 0)).isoformat()


class Stretch(NamedTuple):
    """One part, or the first and the last of a range."""

    first: Part
    last: Part | None = None

    def resolved(self, period: tuple[int, int] | None, *, in_rhythm: bool = False) -> Stretch:
        """Return it with centuries and years filled in where they can be told; see `Part.resolved`."""
        first = self.first.resolved(period, in_rhythm=in_rhythm)
        return Stretch(first, self.last and self.last.resolved(period, in_rhythm=in_rhythm))


def end_of(part: Part) -> Part:
    """Return the last day of `part`: «utgangen av juni»."""
    last = Bound(part.last.year, part.last.month or 12, part.last.day or LAST_DAY)
    return replace(part, precision="day", first=last, last=last, season=0)


def portion_of(part: Part, portion: str) -> Part:
    """Return a third or half of a year, or a third of a month; other parts are not divided."""
    if portion == "end":
        return end_of(part)
    if part.precision == "plan-period":
        return Part(part.precision)  # «tidleg i planperioden»: how early is not told
    if part.precision == "year":
        months = {
            "early": (1, 4),
            "middle": (5, 8),
            "late": (9, 12),
            "first_half": (1, 6),
            "second_half": (7, 12),
        }
        first, last = months[portion]
        precision = "half-year" if portion.endswith("half") else "third"
        return replace(part, precision=precision, first=Bound(0, first), last=Bound(0, last))
    days = {"early": (1, 10), "middle": (11, 20), "late": (21, LAST_DAY)}
    if part.precision == "month" and portion in days:
        first, last = days[portion]
        month = part.first
        return replace(
            part, precision="third", first=month._replace(day=first), last=month._replace(day=last)
        )
    return part


def _century(year: int, period: tuple[int, int] | None) -> int:
    if period is None:
        return year + (1900 if year >= CENTURY_TURN else 2000)
    return min((1900 + year, 2000 + year), key=lambda full: abs(full - period[0]))


def easter_sunday(year: int) -> date:
    """Return Easter Sunday in the Gregorian calendar (Meeus, Jones and Butcher)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    h = (19 * a + b - d - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    i, k = divmod(c, 4)
    week = (32 + 2 * e + 2 * i - h - k) % 7
    month, day = divmod(h + week - 7 * ((a + 11 * h + 22 * week) // 451) + 114, 31)
    return date(year, month, day + 1)


def _added(inferred: tuple[str, ...], name: str) -> tuple[str, ...]:
    return inferred if not name or name in inferred else (*inferred, name)
