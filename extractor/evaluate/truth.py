"""What there is in a document according to a reader, whatever form he wrote it down in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from schemas import Evidence
from schemas.evaluation import GoldForm

Counts = Literal["required", "optional", "rejected"]


@dataclass(frozen=True, slots=True)
class TrueItem:
    """A section, goal or tiltak that is there, or that is not though it was found once."""

    wordings: Sequence[str]  # the first one is told, all are as right
    counts: Counts = "required"  # optional: may be found or not; rejected: must not be found
    judged: Mapping[str, Any] = field(default_factory=dict)  # fields of a plan's item → what they should say
    source: Sequence[Evidence] = ()

    @property
    def text(self) -> str:
        """The wording that people are told."""
        return self.wordings[0] if self.wordings else ""


@dataclass(frozen=True, slots=True)
class TrueList:
    """The sections, goals or tiltak of a document."""

    items: Sequence[TrueItem] = ()
    whole: bool = True  # what stands in none of the items is not there


@dataclass(frozen=True, slots=True)
class Truth:
    """One document. What is None or absent is not judged."""

    name: str
    form: GoldForm
    sha256: str | None = None
    sections: TrueList | None = None
    goals: TrueList | None = None
    tiltak: TrueList | None = None
    metadata: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Link:
    """Which goals a tiltak serves: all of them one by one, or any of them."""

    goals: Sequence[str]  # wordings
    any_will_do: bool = False
