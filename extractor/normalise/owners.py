"""The kommuner that own a plan: number and county in force when its period began, and today's number.

The name and the date decide; for a name that two kommuner share, the number or county that the document gives it; and
last the other owners: of the namesakes one lies in their county. What is still open is told with its candidates.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from extractor.normalise.kommune_register import KommuneEntry
from extractor.normalise.kommuner import KommuneMatch, numbers_of_name, resolve_kommune
from schemas import Diagnostic, Kommune, Plan

FIRST_YEAR = 94  # of two digits: the register begins with 1994

Ground = Literal["name", "number", "county", "co-owners"]
Found = tuple[KommuneMatch, Ground]


def resolve_owners(plan: Plan, *, year: int | None = None) -> tuple[list[Kommune], list[Diagnostic]]:
    """Return the owners with their numbers, and a note for each that cannot be told, was split or not yet there.

    As written, an owner holds the number and county that the document gives it; both become those of the register.
    `year` is that of the document; it counts where it tells no period and no date of a case or decision. Without any
    of these the number in force is not known either, unless the kommune has had only one.
    """
    date = _date_of(plan) or year
    found = [_find(owner, date) for owner in plan.kommuner]
    places = {match.entry.fylke_number for match, _ in found if match.entry}
    found = [_by_neighbours(match, date, places) or (match, ground) for match, ground in found]
    pairs = list(zip(plan.kommuner, found, strict=True))
    owners = [_resolved(owner, *one, dated=date is not None) for owner, one in pairs]
    notes = [note for owner, (match, _) in pairs if (note := _note(owner, match, date))]
    return owners, notes


def _date_of(plan: Plan) -> str | int | None:
    """Return the day that the numbers are asked for: start of the period, else the case, else the decision."""
    if plan.period:
        return plan.period.start_year
    votes = [plan.case] if plan.case else plan.decisions
    dates = [vote.date for vote in votes if vote.date]
    return next(iter(dates), None) or next(filter(None, (_year_in(vote.case_number) for vote in votes)), None)


def _year_in(case_number: str | None) -> int | None:
    """Return the year of «45/09» and «45/2009»."""
    found = re.fullmatch(r"\d+/(?:19|20)?(\d\d)", case_number or "")
    return int(found[1]) + (1900 if int(found[1]) >= FIRST_YEAR else 2000) if found else None


def _find(owner: Kommune, date: str | int | None) -> Found:
    """Ask by the name alone, then with what the document says besides; a hint that fits no kommune is dropped."""
    by_name = resolve_kommune(owner.name, on=date)
    if by_name.status == "resolved" and by_name.in_force and date is not None:
        return by_name, "name"
    asked: list[tuple[KommuneMatch, Ground]] = []
    if owner.number:
        asked.append((resolve_kommune(f"{owner.number} {owner.name}", on=date), "number"))
    if owner.fylke:
        asked.append((resolve_kommune(owner.name, on=date, fylke=owner.fylke), "county"))
    return next((one for one in asked if one[0].entry), (by_name, "name"))


def _by_neighbours(match: KommuneMatch, date: str | int | None, places: set[str]) -> Found | None:
    """Return the one namesake that lies in the county of all other owners."""
    near = [entry for entry in match.candidates if {entry.fylke_number} == places]
    if match.status != "ambiguous" or len(near) != 1:
        return None
    return resolve_kommune(near[0].name, on=date, fylke=near[0].fylke_number), "co-owners"


def _resolved(owner: Kommune, match: KommuneMatch, ground: Ground, *, dated: bool) -> Kommune:
    if match.entry is None:
        return Kommune(name=owner.name, candidates=_numbers(match.candidates), source=owner.source)
    resolved = Kommune(
        name=match.entry.name,
        number=match.entry.number,
        current_name=match.current.name if match.current else None,
        current_number=match.current.number if match.current else None,
        fylke=match.entry.fylke_name,
        resolved_by=ground,
        candidates=[] if match.current else _numbers(match.current_candidates),
        source=owner.source,
    )
    numbers = numbers_of_name(match.entry)
    if not dated and ground != "number" and len(numbers) > 1:
        return resolved.model_copy(update={"number": None, "fylke": None, "candidates": list(numbers)})
    return resolved


def _note(owner: Kommune, match: KommuneMatch, date: str | int | None) -> Diagnostic | None:
    if match.entry is None:
        may_be = f"may be {_listed(match.candidates)}; the document does not tell which."
        return _diagnostic(match.status, owner, may_be if match.candidates else "is not in the register.")
    if match.current is None:
        return _diagnostic("split", owner, f"was split; today it may be {_listed(match.current_candidates)}.")
    if date is not None and not match.in_force:
        entry = match.entry
        since = f"from {entry.valid_from}" + (f" to {entry.valid_to}" if entry.valid_to else "")
        return _diagnostic("not-in-force", owner, f"had the number {entry.number} {since}, not in {date}.")
    return None


def _diagnostic(kind: str, owner: Kommune, message: str) -> Diagnostic:
    severity: Literal["info", "warning"] = "info" if kind == "not-in-force" else "warning"
    return Diagnostic(code=f"kommune-{kind}", severity=severity, message=f"«{owner.name}» {message}")


def _listed(entries: Sequence[KommuneEntry]) -> str:
    return ", ".join(f"{entry.number} {entry.name}" for entry in entries)


def _numbers(entries: Sequence[KommuneEntry]) -> list[str]:
    return [entry.number for entry in entries]
