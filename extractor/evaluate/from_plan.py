"""The truth in a plan that a reader went through: our own JSON, written with his corrections.

Where all goals and tiltak were reviewed, they are all there is. Where only some were, those are looked for, what was
not reviewed counts neither when found nor when missing, and nothing else that is found is called invented. Sections
and facts of the document were reviewed by nobody, so they are not judged. A plan that bears no marks at all is taken
at its word, everything in it.
"""

from __future__ import annotations

from typing import Any

from extractor.evaluate.truth import Counts, Link, TrueItem, TrueList, Truth
from schemas import Goal, Plan, Section, Tiltak


def truth_of_plan(plan: Plan, name: str) -> Truth:
    """Return what a plan tells, to the extent that somebody reviewed it."""
    items: list[Goal | Tiltak] = [*plan.goals, *plan.tiltak]
    marked = any(item.reviewed for item in items)
    whole = not marked or all(item.reviewed for item in items)
    goals = {goal.id: goal.text for goal in plan.goals}

    def counts(item: Goal | Tiltak) -> Counts:
        return "required" if item.reviewed or not marked else "optional"

    return Truth(
        name=name,
        form="reviewed" if marked else "plan",
        sha256=plan.source.sha256,
        sections=None if marked else TrueList([_section(section) for section in plan.sections]),
        goals=TrueList([_goal(goal, counts(goal)) for goal in plan.goals], whole),
        tiltak=TrueList([_tiltak(one, counts(one), goals) for one in plan.tiltak], whole),
        metadata={} if marked else _metadata(plan),
    )


def section_wordings(section: Section) -> list[str]:
    """Return what a section may be called; one without a title is called by its number."""
    if not section.title:
        return [f"#{(section.number or '').rstrip('.')}"]
    return [section.title, f"{section.number or ''} {section.title}".strip()]


def _section(section: Section) -> TrueItem:
    return TrueItem(
        section_wordings(section), judged={"section_levels": section.level}, source=section.source
    )


def _goal(goal: Goal, counts: Counts) -> TrueItem:
    return TrueItem([goal.text], counts, {"goal_kinds": goal.kind}, goal.source)


def _tiltak(tiltak: Tiltak, counts: Counts, goals: dict[str, str]) -> TrueItem:
    judged: dict[str, Any] = {
        "responsible": [party.raw for party in tiltak.responsible],
        "schedule": tiltak.schedule.model_dump() if tiltak.schedule else None,
        "target": tiltak.target,
        "description": tiltak.description,
        "cost": tiltak.cost.model_dump() if tiltak.cost else None,
        "status": tiltak.status,
        "goal_links": Link([goals[goal_id] for goal_id in tiltak.goal_ids if goal_id in goals]),
    }
    return TrueItem([tiltak.text], counts, judged, tiltak.source)


def _metadata(plan: Plan) -> dict[str, Any]:
    case = plan.case.model_dump() if plan.case else {}
    return {
        "kind": plan.kind,
        "language": plan.source.language,
        "plan_type": plan.plan_type,
        "title": [plan.title],
        "period": (plan.period.start_year, plan.period.end_year) if plan.period else None,
        "kommuner": [(owner.number, owner.current_number) for owner in plan.kommuner],
        "decisions": [decision.case_number for decision in plan.decisions],
        "next_revision": plan.next_revision,
        "legal_basis": [law.reference for law in plan.legal_basis],
    } | {f"case.{key}": value for key, value in case.items() if value}
