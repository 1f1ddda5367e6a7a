"""One tiltak: its parties one by one, its time, its cost and its status."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from extractor.normalise.amounts import unit_from_header
from extractor.normalise.costs import parse_cost, with_year_columns
from extractor.normalise.parties import leading_parties, split_responsible
from extractor.normalise.schedule import find_schedule, parse_schedule, schedule_in_prose
from schemas import Cost, Responsible, Schedule, Tiltak
from schemas.promises import TiltakStatus

STATUS_OF: dict[str, TiltakStatus] = {
    "established": "established",
    "ongoing": "ongoing",
    "implemented": "implemented",
    "completed": "implemented",
    "planned": "planned",
    "proposed": "proposed",
    "discontinued": "discontinued",
}

MOST_CELLS = 4096  # wordings that are remembered: «Rektor» and «Kontinuerlig» come back in every plan
Years = tuple[int, int] | None


def normalise_tiltak(tiltak: Tiltak, *, period: Years, abbreviations: Mapping[str, str]) -> None:
    """Read the cells of a tiltak against the registers; it is changed in place."""
    parties = tiltak.responsible[0].raw if tiltak.responsible else None
    time = tiltak.schedule.raw if tiltak.schedule else None
    if parties is not None and parties == time:
        tiltak.responsible, tiltak.schedule = split_mixed(parties, period=period, abbreviations=abbreviations)
    else:
        tiltak.responsible = _read_parties(parties, abbreviations) if parties else []
        tiltak.schedule = _read_time(tiltak, period)
    if tiltak.cost:
        header = unit_from_header(tiltak.cost.unit) if tiltak.cost.unit else None
        cost = _known_cost(tiltak.cost.raw, header)
        tiltak.cost = cost and with_year_columns(cost.model_copy(), tiltak.columns, unit=header)
    told = _known_time(tiltak.status_raw, period, None) if tiltak.status_raw else None
    for schedule in (told, tiltak.schedule):
        if tiltak.status is None and schedule and schedule.status:
            tiltak.status = STATUS_OF.get(schedule.status)


def _read_parties(raw: str, abbreviations: Mapping[str, str]) -> list[Responsible]:
    return [party.model_copy() for party in _known_parties(raw, tuple(abbreviations.items()))]


@lru_cache(maxsize=MOST_CELLS)
def _known_parties(raw: str, abbreviations: tuple[tuple[str, str], ...]) -> tuple[Responsible, ...]:
    return tuple(split_responsible(raw, abbreviations=dict(abbreviations)))


@lru_cache(maxsize=MOST_CELLS)
def _known_time(raw: str, period: Years, label: str | None) -> Schedule | None:
    return parse_schedule(raw, period=period, label=label)


@lru_cache(maxsize=MOST_CELLS)
def _known_cost(raw: str, unit: str | None) -> Cost | None:
    return parse_cost(raw, unit=unit)


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
        known = _known_time(tiltak.schedule.raw, period, tiltak.schedule.kind)
        schedule = known.model_copy(deep=known.recurrence is not None) if known else None
        return _with_rhythm(schedule, tiltak.text) if schedule else None
    if tiltak.origin == "table":
        return None  # an empty time cell says that no time is set
    return schedule_in_prose(tiltak.text, period=period) or (
        schedule_in_prose(tiltak.description, period=period) if tiltak.description else None
    )


def _with_rhythm(schedule: Schedule, name: str) -> Schedule:
    """Return the years of a cell with the rhythm that the name of the tiltak spells out: «Festival kvart anna år»."""
    if schedule.kind not in ("point", "period"):
        return schedule
    named = schedule_in_prose(name)
    if named is None or named.recurrence is None or named.edtf:
        return schedule
    return schedule.model_copy(update={"kind": "recurring", "recurrence": named.recurrence})
