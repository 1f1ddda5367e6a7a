"""A plan against what the national guidance asks of such plans, and how far it can be held to account.

Evidence is looked for in this order, and the first that is found says how sure the finding is:

1. the structure: goals that were read as goals, parties in the column of the responsible, votes, costs;
2. headings of chapters that have something below them;
3. sentences, items and rows of tables with a cue that is not denied there, and tiltak of a theme.

What the state or a guide wants shows nothing of the plan, nor does a look back at the plan before this one. A
component is *found* or *not found*; whether what was found is enough, readers judge by the quotation. Guidance, case
documents and other papers are no plans: nothing is looked for in them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from extractor.compare.check_cues import Index, cue_of
from extractor.compare.check_facts import Facts
from extractor.compare.check_passages import Passage, headings, passages
from extractor.compare.guidelines import Asked, Guideline, guidelines_of, guidelines_within
from extractor.compare.items import due_year, goals_without_tiltak
from schemas import Goal, Plan, Tiltak
from schemas.check import CheckReport, Finding, GuidelineUsed, PlanCheck, Quotation
from schemas.plan import Component, FoundIn, Quoted

QUOTED = 3  # places that are quoted of each component


def check_plans(plans: Iterable[Plan]) -> CheckReport:
    """Return the checks of several plans, in the order in which they are given."""
    tool, checks = "", []
    for plan in plans:
        tool = plan.source.tool
        checks.append(check_plan(plan))
    return CheckReport(tool=tool, checks=checks)


def check_plan(plan: Plan, *, name: str | None = None, quoted: int = QUOTED) -> PlanCheck:
    """Return what the guidance asks of such a plan, what was found of it, and what cannot be measured.

    Args:
        name: id of the plan in a comparison, which its tiltak and goals have in front of theirs; without one the
            plan is called by its file.
        quoted: how many places are quoted of each component at most.
    """
    check = PlanCheck(
        plan=name or plan.source.filename,
        title=plan.title,
        plan_type=plan.plan_type,
        kommuner=[kommune.name for kommune in plan.kommuner],
    )
    if plan.kind != "plan":
        check.note = plan.kind
        return check
    used, findings = _findings(plan, quoted)
    return check.model_copy(
        update={
            "note": None if used else "no-guideline",
            "guideline": used[0].id if used else None,
            "guidelines": [GuidelineUsed(id=one.id, name=one.name, source=one.source) for one in used],
            "findings": findings,
            **_measurability(plan, f"{name}." if name else ""),
        }
    )


def completeness(plan: Plan) -> list[Component]:
    """Return the findings in the form in which they stand in a plan."""
    return [
        Component(
            component=finding.key,
            id=finding.component,
            guideline=finding.guideline,
            level=finding.level,
            present=finding.found,
            how=finding.how,
            evidence=[quoted for quotation in finding.evidence if (quoted := _quoted(quotation))],
        )
        for finding in check_plan(plan).findings
    ]


def _quoted(quotation: Quotation) -> Quoted | None:
    """Return a quotation with its place; None for a title, whose place is not told."""
    place = quotation.place
    if place.start is None or place.end is None:
        return None
    return Quoted(
        page=place.page, bbox=place.bbox, start=place.start, end=place.end, quotation=quotation.text
    )


def _measurability(plan: Plan, prefix: str) -> dict[str, object]:
    def ids(items: Iterable[Goal | Tiltak]) -> list[str]:
        return [prefix + item.id for item in items]

    return {
        "tiltak": len(plan.tiltak),
        "goals": len(plan.goals),
        "without_responsible": ids(one for one in plan.tiltak if not one.responsible),
        "without_time": ids(one for one in plan.tiltak if not (one.schedule and one.schedule.kind)),
        "without_deadline": ids(one for one in plan.tiltak if due_year(one.schedule) is None),
        "goals_without_tiltak": ids(goals_without_tiltak(plan)),
    }


def _findings(plan: Plan, quoted: int) -> tuple[list[Guideline], list[Finding]]:
    """Return the lists that are for this plan, and what was found for each thing that they ask."""
    used = guidelines_of(plan.plan_type)
    if not used:
        return [], []
    searched = _Searched(plan, quoted)
    findings = [finding for guideline in used for finding in searched.look_through(guideline)]
    within = chain.from_iterable(
        guidelines_within(finding.component) for finding in findings if finding.found
    )
    for guideline in within:
        used.append(guideline)
        findings += searched.look_through(guideline)
    return used, findings


class _Searched:
    """A plan in which things are looked for."""

    def __init__(self, plan: Plan, quoted: int) -> None:
        self.plan = plan
        self.quoted = quoted
        self.facts = Facts(plan)
        self.headings = headings(plan)
        self.passages = passages(plan)
        self._in_headings = Index([passage.text for passage in self.headings])
        self._in_text = Index([passage.text for passage in self.passages])

    def look_through(self, guideline: Guideline) -> list[Finding]:
        """Return a finding for each thing that a list asks of this type of plan."""
        return [
            self._finding(guideline, asked)
            for asked in guideline.asked
            if not asked.types or self.plan.plan_type in asked.types
        ]

    def _finding(self, guideline: Guideline, asked: Asked) -> Finding:
        shown = self._structure(asked)
        headed = self._headings(asked)
        told = _allowed(self.passages, self._in_text, asked.cues, asked) + self.facts.of_themes(asked.themes)
        places = _each_once([*shown, *headed, *told])
        how: FoundIn | None = "structure" if shown else "heading" if headed else "text" if told else None
        return Finding(
            guideline=guideline.id,
            component=asked.id,
            key=asked.key,
            name=asked.name,
            level=asked.level,
            found=bool(places),
            how=how,
            count=len(places),
            evidence=[passage.quotation() for passage in _chosen(shown, headed, told)[: self.quoted]],
        )

    def _structure(self, asked: Asked) -> list[Passage]:
        shown = [passage for fact in asked.facts for passage in self.facts.find(fact)]
        return shown + (self.facts.columns(asked.columns) if asked.columns else [])

    def _headings(self, asked: Asked) -> list[Passage]:
        by_role = [
            passage
            for passage in self.headings
            if passage.section and passage.section.role in asked.roles and _counts(passage, asked)
        ]
        return by_role + _allowed(self.headings, self._in_headings, (*asked.headings, *asked.cues), asked)


def _allowed(found: Sequence[Passage], index: Index, cues: Iterable[str], asked: Asked) -> list[Passage]:
    """Return the passages with one of the cues, in reading order."""
    hits: set[int] = set()
    for cue in cues:
        hits |= index.find(cue_of(cue))
    return [found[at] for at in sorted(hits) if _counts(found[at], asked)]


def _counts(passage: Passage, asked: Asked) -> bool:
    return not passage.aside and (asked.of_others or not passage.of_others)


def _each_once(found: Iterable[Passage]) -> list[Passage]:
    places: dict[object, Passage] = {}
    for passage in found:
        places.setdefault(passage.key, passage)
    return list(places.values())


def _chosen(*ways: Sequence[Passage]) -> list[Passage]:
    """Return what is quoted: the first of each way of finding, then more of them in the same order."""
    firsts = [way[0] for way in ways if way]
    rest = [passage for way in ways for passage in way[1:]]
    return _each_once([*firsts, *rest])
