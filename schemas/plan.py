"""One extracted document.

Keys that the document says nothing about are `null` or empty: nothing is invented. `raw` is always the wording of
the document; what stands beside it is the normalised form. The order of every list is the reading order.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from schemas.base import Evidence, Model
from schemas.promises import Goal, Tiltak
from schemas.version import SCHEMA_VERSION

Kind = Literal["plan", "case_document", "guidance", "other"]
SectionRole = Literal[
    "introduction", "situation", "vision", "goals", "strategy", "measures", "implementation", "economy",
    "evaluation", "legal", "definitions", "cooperation", "appendix", "other",
]  # fmt: skip
TableRole = Literal["measures", "goals", "resources", "toc", "case_history", "other"]
Level = Literal["law", "guide", "practice"]
FoundIn = Literal["structure", "heading", "text"]


class Source(Model):
    """The file that was read, and by what."""

    filename: str
    sha256: str
    media_type: str
    page_count: int | None = Field(None, description="Number of pages; null for text without pages.")
    text_origin: Literal["native", "ocr", "mixed", "text"]
    language: Literal["nb", "nn"] | None = Field(None, description="The language of most of the body text.")
    encoding: str | None = Field(None, description="The encoding that the bytes of a text file were read in.")
    tool: str


class Kommune(Model):
    """A kommune that owns the plan."""

    name: str
    number: str | None = Field(None, description="In force when the plan period began.")
    current_name: str | None = None
    current_number: str | None = Field(None, description="Today's number; null when the kommune was split.")
    fylke: str | None = Field(None, description="The county that it was in when the plan period began.")
    resolved_by: Literal["name", "number", "county", "co-owners"] | None = Field(
        None,
        description="What told which kommune it is: the name alone, the number or county that the document gives it, "
        "or the county of the plan's other owners; null when it cannot be told.",
    )
    candidates: list[str] = Field(default=[], description="Numbers it may be, when that cannot be told.")
    source: list[Evidence] = []


class Period(Model):
    """The years that the plan is for."""

    raw: str
    start_year: int
    end_year: int
    edtf: str
    source: list[Evidence] = []


class Decision(Model):
    """A vote that adopted or changed this plan."""

    raw: str
    body: str | None = None
    case_number: str | None = None
    date: str | None = None
    source: list[Evidence] = []


class LegalReference(Model):
    """A place in the law that the document names."""

    reference: str = Field(description="In the written standard of the document: «folkehelselova § 5».")
    law: str | None = Field(None, description="The law's name in bokmål, the same for all its names.")
    paragraph: str | None = Field(None, description="«§ 5», «§§ 4-7».")
    source: list[Evidence] = []


class Case(Model):
    """What a case document says of its case."""

    body: str | None = None
    date: str | None = None
    case_number: str | None = None
    archive_ref: str | None = None
    case_handler: str | None = None
    proposed_decision: str | None = None


class Section(Model):
    """A chapter or part, with the running text below its heading."""

    id: str
    number: str | None = None
    label: str | None = Field(None, description="The word in front of the number: Kapittel, Delmål, Vedlegg.")
    title: str
    level: int = Field(ge=1)
    parent_id: str | None = None
    role: SectionRole = "other"
    language: Literal["nb", "nn"] | None = Field(
        None, description="Only where it differs from the document's."
    )
    text: str = Field("", description="Paragraphs and items of lists, one a line.")
    text_source: list[list[Evidence]] = Field(default=[], description="Where each line of `text` stands.")
    source: list[Evidence] = []


class Table(Model):
    """A table as it stands, stitched over pages."""

    id: str
    role: TableRole = "other"
    header: list[str] = []
    rows: list[list[str]] = []
    section_id: str | None = None
    source: list[Evidence] = []


class Note(Model):
    """A footnote, taken out of the text that it interrupts."""

    text: str
    source: list[Evidence] = []


class PageLoss(Model):
    """Characters of a page that no part of the outline took."""

    page: int | None = None
    unassigned: int


class Coverage(Model):
    """The loss ledger: what became of every character that was read, white space not counted."""

    characters: int
    assigned: int = Field(description="In sections and tables, cover included.")
    notes: int = 0
    contents: int = Field(0, description="In the table of contents.")
    furniture: int = Field(0, description="In running headers, footers, page numbers, web page chrome.")
    unassigned: int = 0
    pages: list[PageLoss] = Field(default=[], description="Only pages where something is unassigned.")


class Quoted(Evidence):
    """A place with the words that stand there."""

    quotation: str


class Component(Model):
    """Something that the national guidance asks such a plan to contain."""

    component: str = Field(description="«responsibility», «goals», «cooperation» …")
    id: str = Field(description="Id in the list of the guidance: «R17».")
    guideline: str = Field(description="Id of the list: «rus».")
    level: Level = Field(description="Asked for by law, by a guide, or usual in such plans.")
    present: bool = Field(description="Evidence was found; that it is enough is not said.")
    how: FoundIn | None = Field(
        None, description="What the best of the evidence is; null where none was found."
    )
    evidence: list[Quoted] = Field(default=[], description="The first places, structure before words.")


class Diagnostic(Model):
    """Something that the reader of the result should know."""

    code: str
    severity: Literal["info", "warning", "error"]
    message: str
    page: int | None = None


class Plan(Model):
    """What a document promises, and where it says so."""

    schema_version: str = SCHEMA_VERSION
    source: Source
    kind: Kind
    title: str | None = None
    plan_type: str | None = None
    kommuner: list[Kommune] = []
    period: Period | None = None
    decisions: list[Decision] = []
    next_revision: str | None = None
    legal_basis: list[LegalReference] = []
    case: Case | None = None
    front: str = Field("", description="The text before the first heading: cover, preamble.")
    front_source: list[list[Evidence]] = Field(default=[], description="Where each line of `front` stands.")
    sections: list[Section] = []
    goals: list[Goal] = []
    tiltak: list[Tiltak] = []
    tables: list[Table] = []
    notes: list[Note] = []
    coverage: Coverage | None = None
    completeness: list[Component] = Field(
        default=[], description="What the national guidance asks of such a plan, and what was found of it."
    )
    diagnostics: list[Diagnostic] = []
