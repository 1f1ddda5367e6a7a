"""A cost cell → what the tiltak costs, in which years, and who pays.

Amounts by year come from year columns, written down as «2026: 100; 2027: 250», or from a cell that names the years
itself («kr 50 000 i 2014, kr 60 000 i 2015»). They are added up when each of them is known. A cell that names other
years, or only some, is read as one wording.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from extractor.normalise.amounts import parse_amount, unit_from_header
from extractor.normalise.payers import payers_of
from schemas import Cost

_YEAR = r"(?P<year>(?:19|20)\d\d)"
_YEAR_TITLE = re.compile(rf"{_YEAR}(?![\d/–-])")
_YEAR_FIRST = re.compile(rf"\(?(?:i )?{_YEAR}\)?(?: ?[:=] ?| [-–] | )(?P<amount>.+)")
_YEAR_LAST = re.compile(rf"(?P<amount>.+?),? ?(?:\(|\bi |\bfor )? ?{_YEAR}\)?\.?")
# «; », a line end, and a comma or «og» behind which an amount or a year begins
_APART = re.compile(r"\s*[;\n]\s*|,?\s+og\s+(?=[\d(]|kr|i \d)|,\s+(?=[\d(]|kr|i \d)", re.IGNORECASE)


def parse_cost(text: str, *, unit: str | None = None) -> Cost | None:
    """Return what a cost cell says; see `parse_amount` for its arguments."""
    cost = _by_year(text.strip(), unit) or parse_amount(text, unit=unit)
    if cost is not None:
        cost.payers = payers_of(cost.raw)
    return cost


def with_year_columns(cost: Cost, columns: Mapping[str, str], *, unit: str | None) -> Cost:
    """Return a cost with the amounts of the row's year columns, where it has none by year itself.

    Args:
        cost: what the cost column says.
        columns: the cells of the row under their headers.
        unit: what bare numbers are counted in, where the header of the year does not say.
    """
    if cost.per_year:
        return cost
    found: dict[str, float] = {}
    for title, cell in columns.items():
        year = _YEAR_TITLE.match(title.strip())
        amount = parse_amount(cell, unit=unit_from_header(title) or unit) if year else None
        if year and amount and amount.amount is not None:
            found[year["year"]] = amount.amount
    return cost.model_copy(update={"per_year": found}) if found else cost


def _by_year(raw: str, unit: str | None) -> Cost | None:
    parts = [part for part in _APART.split(raw) if part.strip()]
    costs: dict[str, Cost | None] = {}
    for part in parts:
        match = _YEAR_FIRST.fullmatch(part.strip()) or _YEAR_LAST.fullmatch(part.strip())
        if match is None or match["year"] in costs:
            return None
        costs[match["year"]] = parse_amount(match["amount"], unit=unit)
    if len(costs) < 2 and not re.match(r"(?:19|20)\d\d: ", raw):
        return None
    known = {year: cost for year, cost in costs.items() if cost and cost.amount is not None}
    if not known and ":" not in raw:
        return None
    complete = len(known) == len(costs)
    return Cost(
        raw=raw,
        amount=sum(cost.amount or 0 for cost in known.values()) if complete else None,
        currency=next((cost.currency for cost in known.values()), "NOK"),
        unit=next((cost.unit for cost in costs.values() if cost), None),
        per_year={year: cost.amount or 0.0 for year, cost in known.items()},
    )
