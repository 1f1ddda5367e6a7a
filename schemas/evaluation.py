"""How well documents were read, measured against what readers found in them.

`strict` asks for the same wording (case, punctuation and the number in front put aside), `soft` for 85 per cent of its
characters. Shares go from 0 to 1 and are null where nothing could be right or wrong.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from schemas.base import Evidence, Model
from schemas.version import EVALUATION_VERSION

GoldForm = Literal["hand-made", "plan", "reviewed", "corrections"]
FaultKind = Literal["missed", "invented", "wrong"]


class Figures(Model):
    """Counts of one field, and what follows from them."""

    right: int
    given: int = Field(description="How many were found: right / given is the precision.")
    there: int = Field(description="How many there are: right / there is the recall.")
    precision: float | None = None
    recall: float | None = None
    f1: float | None = None


class Interval(Model):
    """Where the F1 lies with 95 per cent, had other documents of this kind been drawn."""

    low: float
    high: float


class FieldFigures(Model):
    """One field over all documents."""

    field: str = Field(
        description="sections, section_levels, goals, goal_kinds, tiltak, tiltak_complete (found, and all that is "
        "judged of it right), responsible, schedule, target, description, cost, status, goal_links, metadata, "
        "and metadata.* one by one. Fields of a tiltak are judged for the tiltak that were found."
    )
    documents: int = Field(description="Documents in which it could be right or wrong.")
    soft: Figures
    strict: Figures
    macro_f1: float | None = Field(None, description="Mean of the soft F1 of these documents.")
    interval: Interval | None = Field(
        None, description="Of the soft F1, by drawing documents again and again; null below five documents."
    )


class Fault(Model):
    """Something that was not right."""

    field: str
    kind: FaultKind = Field(
        description="missed: there, not found. invented: found, not there. wrong: told otherwise."
    )
    text: str = Field(description="The item.")
    wanted: str | None = Field(None, description="What there is.")
    given: str | None = Field(None, description="What was found.")
    source: list[Evidence] = Field(default=[], description="Where to look in the document.")


class DocumentFigures(Model):
    """One field of one document."""

    field: str
    soft: Figures
    strict: Figures


class EvaluatedDocument(Model):
    """One document."""

    name: str = Field(description="The file of the truth.")
    predicted: str = Field(description="The file that was measured.")
    form: GoldForm = Field(
        description="hand-made; plan: JSON of a plan, taken at its word; reviewed: JSON of a plan that a reader went "
        "through; corrections: a file of corrections, which tells of the items in it only."
    )
    fields: list[DocumentFigures] = []
    faults: list[Fault] = Field(
        default=[], description="By soft figures; by strict ones where those were asked for."
    )


class Evaluation(Model):
    """Figures over all documents, and for each of them."""

    schema_version: str = EVALUATION_VERSION
    tool: str
    fields: list[FieldFigures] = []
    documents: list[EvaluatedDocument] = []
    without_prediction: list[str] = Field(
        default=[], description="Files of truth that nothing was measured against."
    )
