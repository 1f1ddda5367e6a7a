"""A plan as the comparison has it: its goals and tiltak under ids of their own, its counts, how well it was read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from extractor.compare.taxonomy import goals_and_tiltak
from extractor.lexicon import load_csv
from schemas import Evidence, Goal, Kommune, Plan, Schedule, Section, Tiltak
from schemas.check import Place
from schemas.comparison import (
    ComparedGoal,
    ComparedPlan,
    ComparedTiltak,
    Counts,
    Owner,
    Party,
    Reading,
    Time,
)

UNSURE = 0.6  # items below this confidence are counted as not sure
_NOT_READ = {"no-text-layer", "garbled-text", "damaged-page"}
_DATED = {"deadline", "period", "point"}
_ENDED = {"implemented", "discontinued", "established"}
_YEAR = re.compile(r"\d{4}")
_POOR, _PARTIAL = 0.1, 0.01  # of the characters not assigned


def compared_plan(plan: Plan, number: int, label: str) -> ComparedPlan:
    """Return the head of a plan's column."""
    vote = next((decision.date for decision in plan.decisions if decision.date), None)
    return ComparedPlan(
        id=f"p{number}",
        label=label,
        filename=plan.source.filename,
        sha256=plan.source.sha256,
        title=plan.title,
        kind=plan.kind,
        plan_type=plan.plan_type,
        kommuner=[_owner(kommune) for kommune in plan.kommuner],
        start_year=plan.period.start_year if plan.period else None,
        end_year=plan.period.end_year if plan.period else None,
        language=plan.source.language,
        adopted=vote,
        counts=_counts(plan),
        oldest_open=_oldest_open(plan.tiltak),
        reading=_reading(plan),
    )


def compared_tiltak(plan: Plan, number: int, themes: dict[str, list[str]]) -> list[ComparedTiltak]:
    """Return the tiltak of a plan; `themes` are those of each by its id, in the taxonomy of the comparison."""
    sections = {section.id: section for section in plan.sections}
    return [
        ComparedTiltak(
            id=f"p{number}.{tiltak.id}",
            plan=f"p{number}",
            text=tiltak.text,
            number=tiltak.number,
            description=tiltak.description,
            target=tiltak.target,
            responsible=[
                Party(raw=party.raw, name=party.name, category=party.category) for party in tiltak.responsible
            ],
            time=_time(tiltak.schedule),
            status=tiltak.status,
            cost=tiltak.cost.raw if tiltak.cost else None,
            amount=tiltak.cost.amount if tiltak.cost else None,
            themes=themes.get(tiltak.id, []),
            goals=[f"p{number}.{goal}" for goal in tiltak.goal_ids],
            place=place(tiltak.source, sections.get(tiltak.section_id or "")),
            confidence=tiltak.confidence,
        )
        for tiltak in plan.tiltak
    ]


def compared_goals(plan: Plan, number: int, themes: dict[str, list[str]]) -> list[ComparedGoal]:
    """Return the goals of a plan, each with the tiltak that serve it directly."""
    sections = {section.id: section for section in plan.sections}
    return [
        ComparedGoal(
            id=f"p{number}.{goal.id}",
            plan=f"p{number}",
            text=goal.text,
            number=goal.number,
            kind=goal.kind,
            parent=f"p{number}.{goal.parent_id}" if goal.parent_id else None,
            tiltak=[f"p{number}.{tiltak.id}" for tiltak in plan.tiltak if goal.id in tiltak.goal_ids],
            themes=themes.get(goal.id, []),
            place=place(goal.source, sections.get(goal.section_id or "")),
            confidence=goal.confidence,
        )
        for goal in plan.goals
    ]


def place(source: Sequence[Evidence], section: Section | None) -> Place:
    """Return where an item begins."""
    heading = f"{section.number or ''} {section.title}".strip() if section else None
    if not source:
        return Place(section=heading)
    first = source[0]
    return Place(page=first.page, bbox=first.bbox, start=first.start, section=heading)


def goals_without_tiltak(plan: Plan) -> list[Goal]:
    """Return the kommune's own goals that no tiltak serves, neither directly nor through a goal below them."""
    served = {goal_id for tiltak in plan.tiltak for goal_id in tiltak.goal_ids}
    parents = {goal.id: goal.parent_id for goal in plan.goals}
    for goal_id in list(served):
        while goal_id := parents.get(goal_id) or "":
            if goal_id in served:
                break
            served.add(goal_id)
    return [
        goal for goal in plan.goals if goal.id not in served and goal.kind not in ("vision", "national_goal")
    ]


def _owner(kommune: Kommune) -> Owner:
    current = kommune.current_number
    return Owner(
        name=kommune.name,
        number=kommune.number,
        current_number=current,
        fylke=_fylker().get(current[:2]) if current else None,
    )


def _fylker() -> dict[str, str]:
    """Return the names of today's counties by their numbers."""
    return {row["number"]: row["name"] for row in load_csv("fylker.csv") if not row["valid_to"]}


def _time(schedule: Schedule | None) -> Time | None:
    if schedule is None:
        return None
    return Time(
        raw=schedule.raw,
        kind=schedule.kind,
        edtf=schedule.edtf,
        recurrence=schedule.recurrence,
        due=due_year(schedule),
    )


def due_year(schedule: Schedule | None) -> int | None:
    """Return the last year in which something may be done, where the plan tells one («2024/..» tells none)."""
    if schedule is None or not schedule.edtf or schedule.kind not in _DATED:
        return None
    years = _YEAR.findall(schedule.edtf.rpartition("/")[2])
    return int(years[-1]) if years else None


def _counts(plan: Plan) -> Counts:
    return Counts(
        goals=len(plan.goals),
        tiltak=len(plan.tiltak),
        with_responsible=_how_many(tiltak.responsible for tiltak in plan.tiltak),
        with_time=_how_many(tiltak.schedule and tiltak.schedule.kind for tiltak in plan.tiltak),
        with_deadline=_how_many(due_year(tiltak.schedule) for tiltak in plan.tiltak),
        with_target=_how_many(tiltak.target for tiltak in plan.tiltak),
        with_cost=_how_many(tiltak.cost for tiltak in plan.tiltak),
        goals_without_tiltak=len(goals_without_tiltak(plan)),
        tiltak_without_goal=_how_many(not tiltak.goal_ids for tiltak in plan.tiltak),
    )


def _how_many(answers: Iterable[object]) -> int:
    return sum(bool(answer) for answer in answers)


def _oldest_open(tiltak: Iterable[Tiltak]) -> str | None:
    open_ = [
        (due, one.schedule.edtf)
        for one in tiltak
        if one.status not in _ENDED and one.schedule and one.schedule.edtf and (due := due_year(one.schedule))
    ]
    return min(open_)[1] if open_ else None


def _reading(plan: Plan) -> Reading:
    characters = plan.coverage.characters if plan.coverage else None
    unassigned = plan.coverage.unassigned if plan.coverage else 0
    pages = {found.page for found in plan.diagnostics if found.code in _NOT_READ and found.page}
    share = unassigned / characters if characters else 0.0
    reading = Reading(
        characters=characters,
        unassigned=unassigned,
        pages_not_read=sorted(pages),
        warnings=sorted({found.code for found in plan.diagnostics if found.severity != "info"}),
        low_confidence=_how_many(item.confidence < UNSURE for item in goals_and_tiltak(plan)),
    )
    if share > _POOR or len(pages) > (plan.source.page_count or 1) / 4:
        reading.verdict = "poor"
    elif share > _PARTIAL or pages:
        reading.verdict = "partial"
    return reading
