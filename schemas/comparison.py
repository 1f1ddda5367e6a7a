"""Several plans side by side.

A tiltak or goal stands in the comparison once, under an id of its own (`p2.t7`: tiltak t7 of the second plan); all
views name it by that id. Plans stand in the order in which they were given, everything else in the order of the plans.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from schemas.base import Model
from schemas.check import Names, Place, PlanCheck
from schemas.plan import Kind
from schemas.promises import GoalKind, Recurrence, ScheduleKind, TiltakStatus
from schemas.version import COMPARISON_VERSION

ItemId = str
PlanId = str


class Owner(Model):
    """A kommune that owns a plan."""

    name: str
    number: str | None = None
    current_number: str | None = None
    fylke: str | None = Field(None, description="Today's county of the kommune.")


class Counts(Model):
    """How much a plan promises, and how much of it can be held to account."""

    goals: int = 0
    tiltak: int = 0
    with_responsible: int = 0
    with_time: int = Field(0, description="Tiltak whose time was understood.")
    with_deadline: int = Field(0, description="Tiltak that have a last day: a deadline, a period or a point.")
    with_target: int = 0
    with_cost: int = 0
    goals_without_tiltak: int = 0
    tiltak_without_goal: int = 0


class Reading(Model):
    """How well a document could be read: what is missing there may have been lost here."""

    characters: int | None = None
    unassigned: int = Field(0, description="Characters that no part of the outline took.")
    pages_not_read: list[int] = Field(default=[], description="Pages without text or with garbled text.")
    warnings: list[str] = Field(
        default=[], description="Codes of the diagnostics that are not just information."
    )
    low_confidence: int = Field(0, description="Tiltak and goals that the reader is not sure of.")
    verdict: Literal["good", "partial", "poor"] = "good"


class ComparedPlan(Model):
    """One of the plans that are compared."""

    id: PlanId
    label: str = Field(description="Short and the only one of its kind: «Gol 2021–2024».")
    filename: str
    sha256: str
    title: str | None = None
    kind: Kind
    plan_type: str | None = None
    kommuner: list[Owner] = []
    start_year: int | None = None
    end_year: int | None = None
    language: Literal["nb", "nn"] | None = None
    adopted: str | None = Field(None, description="Date of the vote, or null.")
    counts: Counts = Counts()
    oldest_open: str | None = Field(
        None, description="The earliest deadline (EDTF) of a tiltak that is not said to be done or dropped."
    )
    reading: Reading = Reading()


class Party(Model):
    """One who is to see to it."""

    raw: str
    name: str | None = None
    category: str | None = None


class Time(Model):
    """When, as the plan has it and as a year to compare by."""

    raw: str
    kind: ScheduleKind | None = None
    edtf: str | None = None
    recurrence: Recurrence | None = None
    due: int | None = Field(None, description="The last year that it may be done in, where one is told.")


class ComparedTiltak(Model):
    """A tiltak of one of the plans."""

    id: ItemId
    plan: PlanId
    text: str
    number: str | None = None
    description: str | None = None
    target: str | None = None
    responsible: list[Party] = []
    time: Time | None = None
    status: TiltakStatus | None = None
    cost: str | None = Field(None, description="As written.")
    amount: float | None = None
    themes: list[str] = Field(default=[], description="Ids, the main theme first.")
    goals: list[ItemId] = []
    place: Place = Place()
    confidence: float


class ComparedGoal(Model):
    """A goal of one of the plans."""

    id: ItemId
    plan: PlanId
    text: str
    number: str | None = None
    kind: GoalKind
    parent: ItemId | None = None
    tiltak: list[ItemId] = Field(default=[], description="The tiltak that serve it directly.")
    themes: list[str] = []
    place: Place = Place()
    confidence: float


class ThemeRow(Model):
    """A theme and what the plans do about it; an item is counted under its main theme only."""

    id: str
    name: Names
    tiltak: dict[PlanId, list[ItemId]] = {}
    goals: dict[PlanId, list[ItemId]] = {}
    aside: dict[PlanId, list[ItemId]] = Field(default={}, description="Tiltak with this as a side theme.")


class Alignment(Model):
    """Items of several plans that say the same."""

    id: str
    items: list[ItemId] = Field(description="In the order of the plans.")
    plans: list[PlanId]
    similarity: float = Field(
        ge=0, le=1, description="The least that an item has with the one it is most like."
    )
    sure: bool = Field(
        True,
        description="False where the wordings are so far apart that somebody should look before it is quoted.",
    )


class Missing(Model):
    """What all plans but one have."""

    alignment: str
    plan: PlanId


class CategoryRow(Model):
    """A category of responsible parties and what the plans give it to do."""

    id: str
    name: Names
    tiltak: dict[PlanId, list[ItemId]] = {}


class Year(Model):
    """What is due in a year."""

    year: int
    tiltak: list[ItemId]


class Timeline(Model):
    """When things are due."""

    years: list[Year] = []
    recurring: list[ItemId] = []
    continuous: list[ItemId] = []
    without_date: list[ItemId] = Field(default=[], description="A time that is no date, or none at all.")


class Comparison(Model):
    """Plans side by side."""

    schema_version: str = COMPARISON_VERSION
    tool: str
    plans: list[ComparedPlan]
    tiltak: list[ComparedTiltak] = []
    goals: list[ComparedGoal] = []
    themes: list[ThemeRow] = []
    without_theme: dict[PlanId, list[ItemId]] = {}
    tiltak_aligned: list[Alignment] = []
    goals_aligned: list[Alignment] = []
    only_here: dict[PlanId, list[ItemId]] = Field(default={}, description="Tiltak that no other plan has.")
    all_but_one: list[Missing] = Field(
        default=[], description="Only where at least three plans are compared."
    )
    responsible: list[CategoryRow] = []
    timeline: Timeline = Timeline()
    completeness: list[PlanCheck] = Field(default=[], description="What the guides ask for, plan by plan.")
    same_document: list[list[PlanId]] = Field(
        default=[],
        description="Plans that were given more than once: one content, or the same words in another file.",
    )
    same_words: list[list[str]] = Field(
        default=[],
        description="Words of the texts, in lower case, that are one word in several spellings: for searching.",
    )
