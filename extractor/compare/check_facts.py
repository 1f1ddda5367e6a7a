"""What the structure of a plan shows by itself: its goals, who is responsible, when, what it costs, its votes.

Each fact is a function from a plan to the places that show it; the lists in `data/guidelines` name them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from extractor.compare.check_cues import has_cue
from extractor.compare.check_passages import Passage, item_text
from extractor.compare.items import due_year
from schemas import Goal, Plan, Section, Tiltak
from schemas.promises import GoalKind

_OWN: frozenset[GoalKind] = frozenset({"goal", "main_goal", "sub_goal", "local_goal"})
_BROAD: frozenset[GoalKind] = frozenset({"strategy", "focus_area"})


class Facts:
    """A plan that can be asked for facts by their names."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.sections = {section.id: section for section in plan.sections}

    def find(self, name: str) -> list[Passage]:
        """Return what shows a fact; words behind a colon narrow it: «goals:alkohol skjenk»."""
        fact, _, values = name.partition(":")
        found = list(FACTS[fact](self))
        wanted = values.split()
        return [
            passage for passage in found if not wanted or any(word in passage.text.lower() for word in wanted)
        ]

    def columns(self, cues: Iterable[str]) -> list[Passage]:
        """Return the tiltak that have something in a column whose header is one of `cues`."""
        wanted = tuple(cues)
        headers = {header for tiltak in self.plan.tiltak for header in tiltak.columns}
        meant = {header for header in headers if has_cue(header, wanted)}
        return [
            self._passage(tiltak, cell)
            for tiltak in self.plan.tiltak
            for header, cell in tiltak.columns.items()
            if header in meant and cell.strip(" -–")
        ]

    def of_themes(self, ids: Iterable[str]) -> list[Passage]:
        """Return the tiltak whose own words put them under one of the themes first of all."""
        return [
            self._passage(tiltak)
            for tiltak in self.plan.tiltak
            if tiltak.themes and tiltak.themes[0].id in ids and tiltak.themes[0].cues
        ]

    def own_goals(self) -> Iterator[Passage]:
        """Yield the goals that the kommune sets itself, without visions, strategies and mere focus areas."""
        return (self._passage(goal) for goal in self.plan.goals if goal.kind in _OWN)

    def dated_goals(self) -> Iterator[Passage]:
        """Yield own goals that name a year."""
        return (goal for goal in self.own_goals() if any(_is_year(word) for word in goal.text.split()))

    def visions(self) -> Iterator[Passage]:
        """Yield the vision."""
        return (self._passage(goal) for goal in self.plan.goals if goal.kind == "vision")

    def national_goals(self) -> Iterator[Passage]:
        """Yield goals of the state."""
        return (self._passage(goal) for goal in self.plan.goals if goal.kind == "national_goal")

    def strategies(self) -> Iterator[Passage]:
        """Yield strategies and focus areas."""
        return (self._passage(goal) for goal in self.plan.goals if goal.kind in _BROAD)

    def tiltak(self) -> Iterator[Passage]:
        """Yield the tiltak that are promised."""
        return (self._passage(tiltak) for tiltak in self.plan.tiltak if tiltak.status != "proposed")

    def responsible(self) -> Iterator[Passage]:
        """Yield tiltak with who is to see to them."""
        for tiltak in self.plan.tiltak:
            if tiltak.responsible:
                yield self._passage(tiltak, ", ".join(party.raw for party in tiltak.responsible))

    def times(self) -> Iterator[Passage]:
        """Yield tiltak with a time, be it a last day, a beginning or how often."""
        for tiltak in self.plan.tiltak:
            if tiltak.schedule and tiltak.schedule.kind not in (None, "status"):
                yield self._passage(tiltak, tiltak.schedule.raw)

    def deadlines(self) -> Iterator[Passage]:
        """Yield tiltak with a last day."""
        for tiltak in self.plan.tiltak:
            if tiltak.schedule and due_year(tiltak.schedule):
                yield self._passage(tiltak, tiltak.schedule.raw)

    def costs(self) -> Iterator[Passage]:
        """Yield tiltak with what they cost."""
        for tiltak in self.plan.tiltak:
            if tiltak.cost:
                yield self._passage(tiltak, tiltak.cost.raw)

    def laws(self) -> Iterator[Passage]:
        """Yield the places in the law that are named."""
        return (Passage(law.reference, law.source, None) for law in self.plan.legal_basis)

    def decisions(self) -> Iterator[Passage]:
        """Yield the votes on this plan."""
        return (Passage(vote.raw, vote.source, None) for vote in self.plan.decisions)

    def period(self) -> Iterator[Passage]:
        """Yield the years that the plan is for."""
        if self.plan.period:
            yield Passage(self.plan.period.raw, self.plan.period.source, None)

    def title(self) -> Iterator[Passage]:
        """Yield the title, which says what sort of plan it is."""
        if self.plan.title:
            yield Passage(self.plan.title, [], None)

    def _passage(self, item: Goal | Tiltak, *more: str) -> Passage:
        section: Section | None = self.sections.get(item.section_id or "")
        return Passage(item_text(item, *more), item.source, section)


FACTS: dict[str, Callable[[Facts], Iterator[Passage]]] = {
    "goals": Facts.own_goals,
    "dated_goals": Facts.dated_goals,
    "visions": Facts.visions,
    "national_goals": Facts.national_goals,
    "strategies": Facts.strategies,
    "tiltak": Facts.tiltak,
    "responsible": Facts.responsible,
    "times": Facts.times,
    "deadlines": Facts.deadlines,
    "costs": Facts.costs,
    "laws": Facts.laws,
    "decisions": Facts.decisions,
    "period": Facts.period,
    "title": Facts.title,
}
"""What the data may ask for."""


def _is_year(word: str) -> bool:
    digits = word.strip(".,;:()")
    return len(digits) == 4 and digits.isdigit() and digits.startswith(("19", "20"))
