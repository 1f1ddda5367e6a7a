"""The kommuner that own a plan: number in force when its period began, and today's."""

from __future__ import annotations

from extractor.normalise.kommuner import KommuneMatch, resolve_kommune
from schemas import Diagnostic, Kommune, Plan


def resolve_owners(plan: Plan) -> tuple[list[Kommune], list[Diagnostic]]:
    """Return the owners with their numbers, and a note for each that cannot be told."""
    date = _date_of(plan)
    owners, notes = [], []
    for owner in plan.kommuner:
        match = resolve_kommune(owner.name, on=date)
        owners.append(_resolved(owner, match))
        if match.status != "resolved":
            notes.append(_note(owner, match))
    return owners, notes


def _date_of(plan: Plan) -> str | int | None:
    """Return the day that the numbers are asked for: start of the period, else the case, else the decision."""
    if plan.period:
        return plan.period.start_year
    if plan.case and plan.case.date:
        return plan.case.date
    return next((decision.date for decision in plan.decisions if decision.date), None)


def _resolved(owner: Kommune, match: KommuneMatch) -> Kommune:
    if match.entry is None:
        return owner.model_copy(update={"candidates": [entry.number for entry in match.candidates]})
    return Kommune(
        name=match.entry.name,
        number=match.entry.number,
        current_name=match.current.name if match.current else None,
        current_number=match.current.number if match.current else None,
        candidates=[] if match.current else [entry.number for entry in match.current_candidates],
        source=owner.source,
    )


def _note(owner: Kommune, match: KommuneMatch) -> Diagnostic:
    choices = ", ".join(f"{entry.number} {entry.name}" for entry in match.candidates)
    return Diagnostic(
        code=f"kommune-{match.status}",
        severity="warning",
        message=f"«{owner.name}» may be {choices}; the document does not tell which."
        if choices
        else f"«{owner.name}» is not in the register.",
    )
