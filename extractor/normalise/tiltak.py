"""One tiltak: its parties one by one, its time, its cost and its status."""

from __future__ import annotations

import re
from collections.abc import Mapping

from extractor.normalise.amounts import parse_amount, unit_from_header
from extractor.normalise.parties import leading_parties, split_responsible
from extractor.normalise.schedule import find_schedule, parse_schedule, schedule_in_prose
from schemas import Cost, Responsible, Schedule, Tiltak
from schemas.plan import TiltakStatus

STATUS_OF: dict[str, TiltakStatus] = {
    "established": "established",
    "ongoing": "ongoing",
    "implemented": "implemented",
    "completed": "implemented",
    "planned": "planned",
    "proposed": "proposed",
    "discontinued": "discontinued",
}

YEARS = re.compile(r"((?:19|20)\d\d): ([^;]+)")
Years = tuple[int, int] | None


def normalise_tiltak(tiltak: Tiltak, *, period: Years, abbreviations: Mapping[str, str]) -> None:
    """Read the cells of a tiltak against the registers; it is changed in place."""
    parties = tiltak.responsible[0].raw if tiltak.responsible else None
    time = tiltak.schedule.raw if tiltak.schedule else None
    if parties is not None and parties == time:
        tiltak.responsible, tiltak.schedule = split_mixed(parties, period=period, abbreviations=abbreviations)
    else:
        tiltak.responsible = split_responsible(parties, abbreviations=abbreviations) if parties else []
        tiltak.schedule = _read_time(tiltak, period)
    if tiltak.cost:
        header = unit_from_header(tiltak.cost.unit) if tiltak.cost.unit else None
        tiltak.cost = _read_cost(tiltak.cost.raw, header)
    if tiltak.status is None and tiltak.schedule and tiltak.schedule.status:
        tiltak.status = STATUS_OF.get(tiltak.schedule.status)


def _read_cost(raw: str, unit: str | None) -> Cost | None:
    """Read a cost cell, or the year columns that were written down as «2026: 100; 2027: 250» and are added up."""
    years = YEARS.findall(raw)
    if not years:
        return parse_amount(raw, unit=unit)
    costs = [parse_amount(value, unit=unit) for _, value in years]
    amounts = [cost.amount if cost else None for cost in costs]
    known = [amount for amount in amounts if amount is not None]
    units = [cost.unit for cost in costs if cost]
    return Cost(
        raw=raw, amount=sum(known) if len(known) == len(amounts) else None, unit=units[0] if units else None
    )


def split_mixed(
    cell: str, *, period: Years, abbreviations: Mapping[str, str]
) -> tuple[list[Responsible], Schedule | None]:
    """Split a cell that holds parties and time: «Seksjon for oppvekst NAV Innen 2015»."""
    found = find_schedule(cell, period=period)
    if found is None:
        return leading_parties(cell, abbreviations=abbreviations), None
    start, end, schedule = found
    before, behind = cell[:start].rstrip(" ,;\n"), cell[end:].lstrip(" ,;.\n")
    parties = leading_parties(before, abbreviations=abbreviations) if before else []
    if not parties and behind:
        parties = leading_parties(behind, abbreviations=abbreviations)
    return parties, schedule


def _read_time(tiltak: Tiltak, period: Years) -> Schedule | None:
    if tiltak.schedule:
        return parse_schedule(tiltak.schedule.raw, period=period, label=tiltak.schedule.kind)
    if tiltak.origin == "table":
        return None  # an empty time cell says that no time is set
    return schedule_in_prose(tiltak.text, period=period) or (
        schedule_in_prose(tiltak.description, period=period) if tiltak.description else None
    )
