"""Two plans of one kommune, the older and the newer: what became of each goal and tiltak.

Items have the ids of a comparison (`p1.t7`: tiltak t7 of the older plan, `p2.t3`: tiltak t3 of the newer one). What
happened to an item has a word of its own only where both plans say enough; where one is silent, nothing is concluded.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from schemas.base import Model
from schemas.comparison import ComparedGoal, ComparedPlan, ComparedTiltak, ItemId
from schemas.plan import Diagnostic
from schemas.promises import TiltakStatus
from schemas.version import DIFF_VERSION

Fate = Literal["kept", "reworded", "split", "merged", "dropped", "new"]
TimeShift = Literal[
    "slipped", "brought_forward", "dropped", "made_open", "set", "changed", "unclear"
]  # fmt: skip
TargetShift = Literal["set", "dropped", "changed"]
CostShift = Literal["raised", "lowered", "set", "dropped", "changed"]


class Run(Model):
    """Some words of a text of which the other plan has none, or the same."""

    kind: Literal["same", "deleted", "inserted"]
    text: str


class SameParty(Model):
    """One responsible under two titles: the register knows them as one («rådmann» is «kommunedirektør»)."""

    name: str
    old: str = Field(description="As the older plan writes it.")
    new: str = Field(description="As the newer plan writes it.")


class ResponsibleChange(Model):
    """Who is to see to it, before and after, compared by the register of responsible parties."""

    removed: list[str] = Field(default=[], description="Named in the older plan only, as written.")
    added: list[str] = Field(default=[], description="Named in the newer plan only, as written.")
    renamed: list[SameParty] = Field(default=[], description="The same under another title: no change.")


class TimeChange(Model):
    """When, before and after; of split and merged tiltak there is one for each pair."""

    old: ItemId
    new: ItemId
    kind: TimeShift = Field(
        description="slipped: later than before; made_open: a date gave way to «løpende», «ved behov» and the like; "
        "dropped: no time any more; set: a date where there was none; unclear: one of the two was not understood."
    )
    old_raw: str | None = None
    new_raw: str | None = None
    years: int | None = Field(None, description="How many years later; negative where brought forward.")
    inferred: bool = Field(False, description="A date is not written, but follows from the plan's period.")


class StatusChange(Model):
    """How far it has come, before and after."""

    old: ItemId
    new: ItemId
    before: TiltakStatus | None = None
    after: TiltakStatus


class TargetChange(Model):
    """What is to be reached, before and after; another spelling or standard of the same words is no change."""

    old: ItemId
    new: ItemId
    kind: TargetShift = Field(description="set: where there was none; dropped: none any more.")
    old_raw: str | None = None
    new_raw: str | None = None


class CostChange(Model):
    """What it costs, before and after; the same amount in other words is no change."""

    old: ItemId
    new: ItemId
    kind: CostShift = Field(
        description="set: where there was none; dropped: none any more; changed: not an amount against an amount."
    )
    old_raw: str | None = None
    new_raw: str | None = None
    by: float | None = Field(
        None, description="How much more, in whole units of the currency; negative: less."
    )
    currency: str | None = Field(None, description="Of `by`.")


class GoalChange(Model):
    """What became of a goal, or of several that were merged."""

    id: str
    kind: Fate
    old: list[ComparedGoal] = Field(default=[], description="One; several where merged; none where new.")
    new: list[ComparedGoal] = Field(default=[], description="One; several where split; none where dropped.")
    similarity: float | None = Field(None, ge=0, le=1)
    redline: list[Run] = Field(default=[], description="Word by word, where the wording is another.")


class TiltakChange(Model):
    """What became of a tiltak, or of several that were merged."""

    id: str
    kind: Fate
    old: list[ComparedTiltak] = Field(default=[], description="One; several where merged; none where new.")
    new: list[ComparedTiltak] = Field(default=[], description="One; several where split; none where dropped.")
    similarity: float | None = Field(None, ge=0, le=1)
    redline: list[Run] = Field(default=[], description="Word by word, where the wording is another.")
    responsible: ResponsibleChange | None = None
    times: list[TimeChange] = []
    statuses: list[StatusChange] = []
    targets: list[TargetChange] = []
    costs: list[CostChange] = []


class Fates(Model):
    """How many became what; a split or merged group counts once."""

    kept: int = 0
    reworded: int = 0
    split: int = 0
    merged: int = 0
    dropped: int = 0
    new: int = 0


class DiffSummary(Model):
    """How much is different."""

    differences: bool = Field(description="Anything but kept items with nothing changed about them.")
    tiltak: Fates = Fates()
    goals: Fates = Fates()
    responsible_changed: int = Field(0, description="Tiltak whose responsible parties are others.")
    times: dict[TimeShift, int] = Field(default={}, description="Tiltak by what became of their time.")
    status_changed: int = 0
    targets: dict[TargetShift, int] = Field(default={}, description="Tiltak by what became of their target.")
    costs: dict[CostShift, int] = Field(default={}, description="Tiltak by what became of their cost.")


class Diff(Model):
    """What the newer of two plans does with what the older one promised."""

    schema_version: str = DIFF_VERSION
    tool: str
    old: ComparedPlan
    new: ComparedPlan
    summary: DiffSummary
    notes: list[Diagnostic] = Field(default=[], description="What makes the two hard to compare.")
    goals: list[GoalChange] = Field(
        default=[], description="In the order of the older plan, then what is new."
    )
    tiltak: list[TiltakChange] = Field(
        default=[], description="In the order of the older plan, then what is new."
    )
