"""Dates without a year, as what comes back every year.

«17. mai» and «vår og høst» in a table of activities are yearly even where no word says so; a single month or season
is not, since it may as well be that of one year. Beside a rhythm a date without a year tells when in the year.
"""

from __future__ import annotations

from dataclasses import replace

from extractor.normalise.when.part import LAST_DAY, Part
from extractor.normalise.when.repeats import SEASON_MONTHS
from extractor.normalise.when.rhythm import Repeat
from extractor.normalise.when.stretch import When

_NEUTRAL = ("", "during", "within")


def annual_repeat(dates: list[When]) -> Repeat | None:
    """Return the yearly rhythm that `dates`, none of which has a year, stand for by themselves."""
    if len(dates) != 1 or dates[0].role not in _NEUTRAL or dates[0].open:
        return None
    when = dates[0]
    single = when.items[0].first
    if len(when.items) == 1 and when.items[0].last is None:
        comes_back = single.yearly or (bool(single.first.day) and single.first == single.last)
        return in_the_year(Repeat("YEARLY"), when) if comes_back else None
    if when.is_range and not when.slash:
        return None
    return in_the_year(Repeat("YEARLY"), when) if all(part.months for part in when.parts) else None


def in_the_year(repeat: Repeat, when: When) -> Repeat:
    """Return `repeat`, limited to the part of the year that `when` names."""
    if repeat.freq is None or any(part.precision == "plan-period" for part in when.parts):
        return repeat
    first, last = when.items[0]
    if repeat.freq != "YEARLY":
        months = _months(when)
        return (
            replace(repeat, by={"BYMONTH": months, **repeat.by})
            if months and when.role in _NEUTRAL
            else repeat
        )
    if len(when.items) > 1:
        by = _list_rule([stretch.first for stretch in when.items])
        return replace(
            repeat, by={**by, **repeat.by}, times=repeat.times or (len(when.items), len(when.items))
        )
    if last is not None and when.slash:
        return replace(repeat, by={"BYMONTH": _months(when), "BYSETPOS": "1", **repeat.by})
    return replace(repeat, by={**_rule(first), **repeat.by})


def _rule(part: Part) -> dict[str, str]:
    """Return the rule for one part of the year."""
    if part.week:
        return {"BYWEEKNO": str(part.week), "BYDAY": "MO"}
    if part.season:
        return {"BYMONTH": SEASON_MONTHS[part.season], "BYSETPOS": "1"}
    if not part.months or part.feast is not None:
        return {}
    if part.first.day and part.first == part.last:
        day = "-1" if part.first.day == LAST_DAY else str(part.first.day)
        return {"BYMONTH": str(part.first.month), "BYMONTHDAY": day}
    months = ",".join(str(month) for month in part.months)
    return {"BYMONTH": months, "BYSETPOS": "1"} if "," in months else {"BYMONTH": months}


def _list_rule(parts: list[Part]) -> dict[str, str]:
    """Return the rule for several: their first months, and their day when they share it."""
    months = {"BYMONTH": ",".join(str(month) for month in dict.fromkeys(part.first.month for part in parts))}
    days = {part.first.day for part in parts}
    return {**months, "BYMONTHDAY": str(days.pop())} if len(days) == 1 and days != {0} else months


def _months(when: When) -> str:
    """Return all months that `when` touches, in calendar order from its first."""
    months: dict[int, None] = {}
    for first, last in when.items:
        if not first.first.month:
            return ""
        span = (last or first).last
        count = (span.month - first.first.month) % 12 + 1
        months.update(dict.fromkeys((first.first.month - 1 + step) % 12 + 1 for step in range(count)))
    return ",".join(map(str, months))
