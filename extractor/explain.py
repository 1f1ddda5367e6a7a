"""How one wording is read: as a kommune, a responsible party, a time, an amount, a theme and a type of plan.

A document tells where a wording stands, and only one of these is asked there. Here all are asked, each as it would be
in its own place; the header of a column may be given, and the years of the plan.
"""

from __future__ import annotations

import re

from extractor.interpret.kommune_names import find_kommuner
from extractor.interpret.metadata import named_type
from extractor.normalise.amounts import unit_from_header
from extractor.normalise.costs import parse_cost
from extractor.normalise.kommune_register import KommuneEntry as RegisterEntry
from extractor.normalise.kommuner import resolve_kommune
from extractor.normalise.parties import split_responsible
from extractor.normalise.schedule import parse_schedule
from extractor.normalise.themes import themes_for
from extractor.structure.columns import column_roles
from extractor.version import __version__
from schemas import Cost
from schemas.explanation import Explanation, KommuneEntry, KommuneReading

_NUMBER = re.compile(r"(?<!\d)\d{4}(?!\d)")
_WORD = re.compile(r"[^\W\d_]{2}")


def explain(
    text: str,
    *,
    header: str = "",
    period: tuple[int, int] | None = None,
    year: int | None = None,
    plan_type: str | None = None,
) -> Explanation:
    """Return how `text` is read.

    Args:
        text: a cell of a table, a name, a title.
        header: of the column that it stands in: «Kostnad i 1000 kr», «Frist».
        period: first and last year of the plan, which short years are read by.
        year: that decides which number a kommune had; the first of the period when it is not given.
        plan_type: decides the taxonomy of themes.
    """
    deadline = "deadline" in column_roles(header)
    cost = parse_cost(text, unit=unit_from_header(header) if header else None)
    parties = split_responsible(text)
    return Explanation(
        tool=f"planuttrekk {__version__}",
        text=text,
        kommuner=_kommuner(text, year or (period[0] if period else None)),
        responsible=parties,
        schedule=parse_schedule(text, period=period, label="deadline" if deadline else None),
        cost=cost if cost and _tells_amount(cost) else None,
        themes=themes_for(
            text, plan_type=plan_type, categories=[party.category for party in parties if party.category]
        )
        if _WORD.search(text)
        else [],
        plan_type=named_type(text),
    )


def _tells_amount(cost: Cost) -> bool:
    return any((cost.amount is not None, cost.least is not None, cost.most is not None, cost.per_year))


def _kommuner(text: str, year: int | None) -> list[KommuneReading]:
    """Return the kommuner that are named, or the one whose number stands there."""
    if _NUMBER.search(text):
        whole = _reading(text, year, fylke=None, rule="kommune:number")
        if whole.status == "resolved":
            return [whole]
    return [
        _reading(
            text[mention.start : mention.end],
            year,
            fylke=mention.fylke,
            rule="kommune:county" if mention.fylke else "kommune:name",
            name=mention.name,
        )
        for mention in find_kommuner(text, ordinary=True)
    ]


def _reading(
    raw: str, year: int | None, *, fylke: str | None, rule: str, name: str | None = None
) -> KommuneReading:
    match = resolve_kommune(name or raw, on=year, fylke=fylke)
    today = [match.current] if match.current else match.current_candidates
    return KommuneReading(
        raw=raw,
        status=match.status,
        rule=rule,
        entry=_entry(match.entry) if match.entry else None,
        today=[_entry(entry) for entry in today],
        candidates=[] if match.entry else [_entry(entry) for entry in match.candidates],
    )


def _entry(entry: RegisterEntry) -> KommuneEntry:
    until = entry.valid_to.year if entry.valid_to else ""
    return KommuneEntry(
        name=entry.name,
        number=entry.number,
        fylke=entry.fylke_name,
        years=f"{entry.valid_from.year}-{until}",
    )
