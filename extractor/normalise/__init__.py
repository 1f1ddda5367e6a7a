"""What the plan says, made comparable: the wording stays beside every answer."""

from __future__ import annotations

from collections.abc import Mapping

from extractor.normalise.owners import resolve_owners
from extractor.normalise.themes import themes_for
from extractor.normalise.tiltak import normalise_tiltak
from schemas import Plan

__all__ = ["normalise", "tie_to_themes"]


def normalise(plan: Plan, *, abbreviations: Mapping[str, str] | None = None, year: int | None = None) -> Plan:
    """Return a copy of `plan` with parties, times, amounts, kommuner and themes resolved against the registers.

    Args:
        plan: as the interpret stage wrote it.
        abbreviations: those that the document itself explains («K&O» → «kultur og oppvekst»).
        year: that the document is from; it counts for the numbers of kommuner where no period or decision does.
    """
    fresh = {
        "goals": [goal.model_copy() for goal in plan.goals],
        "tiltak": [tiltak.model_copy() for tiltak in plan.tiltak],
    }
    plan = plan.model_copy(update=fresh)  # only these are changed in place
    kommuner, notes = resolve_owners(plan, year=year)
    plan.kommuner = kommuner
    plan.diagnostics = [*plan.diagnostics, *notes]
    period = (plan.period.start_year, plan.period.end_year) if plan.period else None
    for tiltak in plan.tiltak:
        normalise_tiltak(tiltak, period=period, abbreviations=abbreviations or {})
    tie_to_themes(plan)
    return plan


def tie_to_themes(plan: Plan) -> None:
    """Find anew what each goal and tiltak is about; they are changed in place."""
    sections = {section.id: section.title for section in plan.sections}
    for goal in plan.goals:
        goal.themes = themes_for(
            goal.text, heading=sections.get(goal.section_id or "", ""), plan_type=plan.plan_type
        )
    goals = {goal.id: goal.text for goal in plan.goals}
    for tiltak in plan.tiltak:
        tiltak.themes = themes_for(
            tiltak.text,
            goal=" ".join(goals[goal_id] for goal_id in tiltak.goal_ids[:1]),
            heading=sections.get(tiltak.section_id or "", ""),
            plan_type=plan.plan_type,
            categories=[party.category for party in tiltak.responsible if party.category],
        )
