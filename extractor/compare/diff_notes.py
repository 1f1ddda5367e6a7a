"""What makes two plans hard to compare, told beside the result."""

from __future__ import annotations

from collections.abc import Iterator

from schemas.comparison import ComparedPlan
from schemas.plan import Diagnostic


def diff_notes(old: ComparedPlan, new: ComparedPlan) -> Iterator[Diagnostic]:
    """Yield warnings: two kommuner, two types, one period, the newer plan first, or a plan that was badly read."""
    if _strangers(_owners(old), _owners(new)):
        yield _note("other-kommune", f"{old.label} and {new.label} are plans of different kommuner")
    if old.plan_type and new.plan_type and old.plan_type != new.plan_type:
        yield _note("other-plan-type", f"the plans are of different types: {old.plan_type}, {new.plan_type}")
    if old.sha256 == new.sha256:
        yield _note("same-document", "both are made from the same document")
    elif old.start_year and (old.start_year, old.end_year) == (new.start_year, new.end_year):
        yield _note("same-period", f"both plans are for {old.start_year}–{old.end_year}")
    if _begins(old) > _begins(new) > "":
        yield _note("reversed", "the first plan is the later one: are they in the right order?")
    for plan in (old, new):
        if plan.reading.verdict != "good":
            yield _note(
                "badly-read", f"parts of {plan.filename} could not be read: something may be missing there"
            )
        elif not plan.counts.tiltak and not plan.counts.goals:
            yield _note("nothing-in-it", f"neither goals nor tiltak were found in {plan.filename}")


def _owners(plan: ComparedPlan) -> set[str]:
    """Return today's numbers of the owners: a kommune that was merged goes on in its successor."""
    return {owner.current_number or owner.number or owner.name.casefold() for owner in plan.kommuner}


def _strangers(one: set[str], other: set[str]) -> bool:
    return bool(one and other) and not one & other


def _begins(plan: ComparedPlan) -> str:
    """Return when a plan begins, as text that can be sorted; empty where nobody knows."""
    return str(plan.start_year) if plan.start_year else (plan.adopted or "")


def _note(code: str, message: str) -> Diagnostic:
    return Diagnostic(code=code, severity="warning", message=message)
