"""Reads a day of the calendar: «16.06.2016», «14. juni 2012», «1/5-14», «2016-06-16»."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import NamedTuple

from extractor.interpret.wording import either, fold
from extractor.lexicon import load_toml

NEWEST_SHORT_YEAR = 49  # «49» is 2049, «50» is 1950: no plan in digital form is older

_YEAR = r"(?P<year>(?:19|20)\d\d|\d\d)(?!\d|/\d)"
_DAY = r"(?<![\d./])(?P<day>[0-3]?\d)"
_MONTH = r"(?P<month>[01]?\d)"


class Day(NamedTuple):
    """A day and where it is written, end exclusive."""

    iso: str
    start: int
    end: int


def find_days(text: str) -> list[Day]:
    """Return the days written in `text` from left to right; what is no day (31.02.2012) is left out."""
    found = [day for pattern in _patterns() for match in pattern.finditer(fold(text)) if (day := _day(match))]
    return sorted(found, key=lambda day: day.start)


def _day(match: re.Match[str]) -> Day | None:
    month, year = match["month"], match["year"]
    if len(year) == 2:
        year = f"20{year}" if int(year) <= NEWEST_SHORT_YEAR else f"19{year}"
    try:
        day = date(int(year), _months().get(month) or int(month), int(match["day"]))
    except ValueError:
        return None
    return Day(day.isoformat(), match.start(), match.end())


@cache
def _months() -> dict[str, int]:
    months: dict[str, int] = load_toml("decisions.toml")["months"]
    return months


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    forms = (
        rf"{_DAY}\.\s?{_MONTH}\.\s?{_YEAR}",
        rf"{_DAY}\.?\s?(?P<month>{either(_months())})\b\.?,?\s*{_YEAR}",
        rf"{_DAY}/{_MONTH}[\s-]\s?{_YEAR}",
        r"(?<![\d-])(?P<year>(?:19|20)\d\d)-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?![\d-])",
    )
    return tuple(re.compile(form) for form in forms)
