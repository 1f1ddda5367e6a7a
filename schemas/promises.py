"""What a plan promises: goals and tiltak, who is to see to them, when, and at what cost.

`raw` is always the wording of the document; what stands beside it is the normalised form.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from schemas.base import Evidence, Model

GoalKind = Literal[
    "vision", "main_goal", "sub_goal", "local_goal", "national_goal", "focus_area", "strategy", "goal"
]
ScheduleKind = Literal[
    "deadline", "start", "period", "point", "recurring", "continuous", "conditional", "status", "asap"
]
TiltakStatus = Literal["proposed", "planned", "ongoing", "implemented", "established", "discontinued"]
Reviewed = Annotated[
    Literal["right", "changed", "added"] | None,
    Field(description="What a reader who went through the document said of it; null when nobody did."),
]
Confidence = Annotated[
    float,
    Field(
        ge=0,
        le=1,
        description="The share of items like this one that are right, as measured; 1 where a reader has confirmed it.",
    ),
]


class Theme(Model):
    """What an item is about, in a fixed taxonomy."""

    id: str
    name: str
    weight: float
    cues: list[str] = Field(description="The words that decided; none where the type of the plan did.")
    kostra: list[int] = Field(default=[], description="Functions of the municipal accounts it belongs to.")
    sdg: list[str] = Field(default=[], description="UN goals and targets it belongs to: «3», «3.5».")


class Goal(Model):
    """Something that the plan wants to reach."""

    id: str
    text: str
    number: str | None = None
    kind: GoalKind = "goal"
    parent_id: str | None = None
    section_id: str | None = None
    themes: list[Theme] = []
    source: list[Evidence] = []
    rule: str
    confidence: Confidence
    reviewed: Reviewed = None


class Responsible(Model):
    """One who is to see to it."""

    raw: str
    name: str | None = Field(None, description="Canonical name; null when the register does not know it.")
    id: str | None = Field(None, description="Id in the register of responsible parties.")
    category: str | None = None
    sector: str | None = Field(
        None, description="The unit or field that it is, leads or works in: «kultur» behind «kultursjef»."
    )
    rule: str | None = Field(
        None,
        description="How the register knew it: listed, unit, role or head (of a body); «+place» where a place or "
        "person was put aside, «abbreviation» where the document explains the letters; null when unknown.",
    )


class Recurrence(Model):
    """How often."""

    freq: Literal["DAILY", "WEEKLY", "MONTHLY", "YEARLY"] | None = Field(
        None, description="Null for «regelmessig»: often, without saying how often."
    )
    interval: int = 1
    times: list[int] | None = Field(None, description="Least and most times in each interval.")
    rrule: str | None = Field(None, description="RFC 5545; a nominal spacing where the days are not said.")


class ScheduleDate(Model):
    """One of the dates that a wording names, with what happens then."""

    raw: str
    event: str = Field(
        description="deadline, from, start, end, point, period, planned, adopted, asked, postponed, implemented …"
    )
    edtf: str | None = Field(None, description="The date of the event itself: 2014 for «oppstart 2014».")
    precision: str | None = None


class Schedule(Model):
    """When."""

    raw: str
    kind: ScheduleKind | None = None
    edtf: str | None = Field(None, description="ISO 8601-2 level 1; null where there is no date.")
    recurrence: Recurrence | None = None
    status: str | None = None
    condition: str | None = None
    precision: str | None = Field(None, description="day, month, season, quarter, year …")
    inferred: list[str] = Field(default=[], description="What was not written: century, year, plan period.")
    dates: list[ScheduleDate] = Field(
        default=[], description="All dates one by one, where `edtf` does not say it all."
    )


class Cost(Model):
    """What it costs."""

    raw: str
    amount: float | None = Field(
        None, description="In whole units of the currency; null for a range or a bound."
    )
    currency: str = "NOK"
    unit: str | None = Field(None, description="How the unit was found: kr, tusen, mill, header.")
    least: float | None = Field(None, description="The lower end of a range.")
    most: float | None = Field(None, description="The upper end of a range.")
    per: Literal["year"] | None = Field(None, description="The amount comes back every year.")
    per_year: dict[str, float] = Field(default={}, description="Amounts by year, where the plan has them.")
    payers: list[str] = Field(
        default=[], description="Who pays, where said: own, state, county, project, grant, private."
    )


class Tiltak(Model):
    """A measure that the plan promises."""

    id: str
    text: str
    number: str | None = None
    description: str | None = None
    target: str | None = None
    goal_ids: list[str] = []
    responsible: list[Responsible] = []
    schedule: Schedule | None = None
    status: TiltakStatus | None = None
    status_raw: str | None = Field(None, description="The wording of a status column.")
    cost: Cost | None = None
    themes: list[Theme] = []
    columns: dict[str, str] = Field(default={}, description="Every cell of its row under its own header.")
    origin: Literal["table", "list", "paragraph"]
    section_id: str | None = None
    source: list[Evidence] = []
    rule: str
    confidence: Confidence
    reviewed: Reviewed = None
