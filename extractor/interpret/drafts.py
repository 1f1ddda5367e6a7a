"""Goals and tiltak while they are being read: text with its place, before ids are given."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from extractor.document import Text
from extractor.structure.outline import Section
from schemas.promises import GoalKind, TiltakStatus

Origin = Literal["table", "list", "paragraph"]


@dataclass(slots=True, eq=False)
class GoalDraft:
    """A goal as written."""

    text: Text
    kind: GoalKind
    rule: str
    section: Section | None = None
    number: str | None = None
    parent: GoalDraft | None = None
    also: list[Text] = field(default_factory=list)  # where it is said again


@dataclass(slots=True, eq=False)
class TiltakDraft:
    """A tiltak as written; parties, time and cost are the cells or label values themselves."""

    text: Text
    origin: Origin
    rule: str
    section: Section | None = None
    number: str | None = None
    description: Text | None = None
    target: str | None = None
    responsible: str | None = None  # hard line breaks kept
    schedule: str | None = None
    is_deadline: bool = False  # the time stood after «Frist»
    is_start: bool = False  # the time stood after «Oppstart»
    mixed: bool = False  # parties and time stand in the same cell
    cost: str | None = None
    cost_header: str | None = None
    status: TiltakStatus | None = None
    status_raw: str | None = None
    goals: list[GoalDraft] = field(default_factory=list)
    columns: dict[str, str] = field(default_factory=dict)
    also: list[Text] = field(default_factory=list)  # where it is said again
