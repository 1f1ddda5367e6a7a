"""What the national guides ask a plan to contain, and the evidence for it that was found.

Never «legal» or «illegal»: evidence is found, with its place and words, or it is not.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from schemas.plan import Model


class Names(Model):
    """A name in both written standards."""

    nb: str
    nn: str


class Place(Model):
    """Where an item stands: page and section; the quotation is the item's own text."""

    page: int | None = Field(None, description="From 1; null for text without pages.")
    bbox: tuple[float, float, float, float] | None = None
    start: int | None = Field(None, description="Offset in the decoded text.")
    section: str | None = Field(None, description="Number and title of the section.")


class Quotation(Model):
    """Words of the document and where they stand."""

    text: str
    place: Place = Place()


class Finding(Model):
    """One thing that a guide asks for, and whether the plan shows it."""

    component: str = Field(description="Id in the guide's list: «R17».")
    name: Names
    level: Literal["law", "guide", "practice"]
    found: bool = Field(description="Evidence was found; that it is enough is not said.")
    evidence: list[Quotation] = []


class PlanCheck(Model):
    """What the national guides ask of such a plan, and what was found."""

    plan: str = Field(description="Id in a comparison, else the file's name.")
    guideline: str | None = Field(None, description="Id of the list that was used; null where there is none.")
    note: str | None = Field(None, description="Why nothing was looked for: no plan, no list for this type.")
    findings: list[Finding] = []
    without_responsible: list[str] = []
    without_time: list[str] = []
    goals_without_tiltak: list[str] = []
