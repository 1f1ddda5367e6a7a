"""What the national guides ask a plan to contain, and the evidence for it that was found.

Never «legal» or «illegal»: evidence is found, with its place and words, or it is not.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from schemas.base import Model
from schemas.plan import FoundIn, Level
from schemas.version import CHECK_VERSION

Note = Literal["guidance", "case_document", "other", "no-guideline"]


class Names(Model):
    """A name in both written standards, and in English where one is at hand."""

    nb: str
    nn: str
    en: str | None = None


class Place(Model):
    """Where an item stands: page and section; the quotation is the item's own text."""

    page: int | None = Field(None, description="From 1; null for text without pages.")
    bbox: tuple[float, float, float, float] | None = None
    start: int | None = Field(None, description="Offset in the decoded text.")
    end: int | None = Field(None, description="Offset behind it, where it is told.")
    section: str | None = Field(None, description="Number and title of the section.")


class Quotation(Model):
    """Words of the document and where they stand."""

    text: str
    place: Place = Place()


class Finding(Model):
    """One thing that a guide asks for, and whether the plan shows it."""

    guideline: str = Field("", description="Id of the list that asks for it: «rus».")
    component: str = Field(description="Id in the guide's list: «R17».")
    key: str = Field("", description="Its name for programs: «responsibility».")
    name: Names
    level: Level = Field(description="Asked for by law, by a guide, or usual in such plans.")
    found: bool = Field(description="Evidence was found; that it is enough is not said.")
    how: FoundIn | None = Field(
        None, description="What the best of the evidence is; null where none was found."
    )
    count: int = Field(0, description="Places found; the first of them are quoted.")
    evidence: list[Quotation] = []


class GuidelineUsed(Model):
    """A list of what the national guidance asks for, and what the list rests on."""

    id: str
    name: Names
    source: str


class PlanCheck(Model):
    """What the national guides ask of such a plan, and what was found."""

    plan: str = Field(description="Id in a comparison, else the file's name.")
    title: str | None = None
    plan_type: str | None = None
    kommuner: list[str] = Field(default=[], description="Names of the kommuner whose plan it is.")
    guideline: str | None = Field(None, description="Id of the list that was used; null where there is none.")
    guidelines: list[GuidelineUsed] = Field(
        default=[],
        description="All lists that were used: the plan about substances may hold the one about alcohol.",
    )
    note: Note | None = Field(
        None, description="Why nothing was looked for: the document is no plan, or no list is for its type."
    )
    findings: list[Finding] = []
    tiltak: int = Field(0, description="How many there are.")
    goals: int = Field(0, description="How many there are.")
    without_responsible: list[str] = Field(default=[], description="Ids of tiltak.")
    without_time: list[str] = Field(default=[], description="Ids of tiltak that nothing tells the time of.")
    without_deadline: list[str] = Field(default=[], description="Ids of tiltak that have no last day.")
    goals_without_tiltak: list[str] = Field(default=[], description="Ids of the kommune's own goals.")


class CheckReport(Model):
    """The checks of one run, in the order of its inputs."""

    schema_version: str = CHECK_VERSION
    tool: str
    checks: list[PlanCheck] = []
