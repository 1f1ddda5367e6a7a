"""How one wording is read: what each register makes of it, and which rule of it."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from schemas.base import Model
from schemas.promises import Cost, Responsible, Schedule, Theme
from schemas.version import EXPLANATION_VERSION


class KommuneEntry(Model):
    """An entry of the register of kommuner."""

    name: str
    number: str
    fylke: str
    years: str = Field(description="That it had this number: «1971-2019», «2024-».")


class KommuneReading(Model):
    """A kommune that the wording names."""

    raw: str
    status: Literal["resolved", "ambiguous", "unknown"]
    rule: str = Field(description="kommune:name, kommune:number or kommune:county.")
    entry: KommuneEntry | None = Field(None, description="Null unless resolved.")
    today: list[KommuneEntry] = Field(
        default=[], description="The kommune that it is today; several where it was split."
    )
    candidates: list[KommuneEntry] = Field(default=[], description="Those that it may be, unless resolved.")


class Explanation(Model):
    """What a wording would mean in each place where it may stand; null or empty where it means nothing there."""

    schema_version: str = EXPLANATION_VERSION
    tool: str
    text: str
    kommuner: list[KommuneReading] = []
    responsible: list[Responsible] = Field([], description="`rule` is null for a party that is not known.")
    schedule: Schedule | None = None
    cost: Cost | None = None
    themes: list[Theme] = []
    plan_type: str | None = None
