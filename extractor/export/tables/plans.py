"""Tables of the documents themselves: whose they are, when they were adopted, their chapters, how they were read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from extractor.export.document import Document
from extractor.export.model import (
    Cell,
    Column,
    Found,
    Table,
    joined,
    listed,
    primary,
    reference,
)
from schemas import Decision, Diagnostic, Evidence, Kommune, Plan, Section
from schemas.plan import LegalReference

T = TypeVar("T")


def first_page(source: Sequence[Evidence]) -> int | None:
    """Return the page that something begins on."""
    return source[0].page if source else None


def numbered(document: Document, things: Sequence[T], letter: str) -> Iterator[Found[T]]:
    """Yield things that have no id of their own under keys made of a letter and their place: `….d1`."""
    for at, thing in enumerate(things, start=1):
        yield Found(document, thing, document.key(f"{letter}{at}"), at)


def found_kommuner(document: Document) -> Iterator[Found[Kommune]]:
    """Yield the owners of a plan."""
    return numbered(document, document.plan.kommuner, "k")


def found_decisions(document: Document) -> Iterator[Found[Decision]]:
    """Yield the votes on a plan."""
    return numbered(document, document.plan.decisions, "d")


def found_laws(document: Document) -> Iterator[Found[LegalReference]]:
    """Yield the places in the law that a plan names."""
    return numbered(document, document.plan.legal_basis, "l")


def found_sections(document: Document) -> Iterator[Found[Section]]:
    """Yield the chapters and parts of a plan."""
    for at, section in enumerate(document.plan.sections, start=1):
        yield Found(document, section, document.key(section.id), at)


def _case(field: str) -> Callable[[Found[Plan]], Cell]:
    return lambda row: getattr(row.what.case, field) if row.what.case else None


def _coverage(field: str) -> Callable[[Found[Plan]], Cell]:
    return lambda row: getattr(row.what.coverage, field) if row.what.coverage else None


def _diagnostics(document: Document) -> Iterator[Found[Diagnostic]]:
    return numbered(document, document.plan.diagnostics, "n")


DOCUMENTS: Table[Plan] = Table(
    "documents",
    "A document that was read: a plan, or a paper about one.",
    (
        primary(lambda row: row.key, "The beginning of the file's SHA-256; the same in every export."),
        Column("title", "The title of the plan.", lambda row: row.what.title, width=44),
        Column("kommuner", "Names of the owners; the table `kommuner` has them one by one.",
               lambda row: row.document.kommuner, width=20),
        Column("kind", "plan, case_document, guidance or other.", lambda row: row.what.kind,
               indexed=True, words="kinds"),
        Column("plan_type", "What sort of plan: `rusmiddelpolitisk_handlingsplan` …",
               lambda row: row.what.plan_type, width=28, indexed=True, words="plan_types"),
        Column("start_year", "First year of the plan period.",
               lambda row: row.what.period.start_year if row.what.period else None, "integer", 9, indexed=True),
        Column("end_year", "Last year of the plan period.",
               lambda row: row.what.period.end_year if row.what.period else None, "integer", 9),
        Column("period", "The plan period as written.", lambda row: row.what.period.raw if row.what.period else None),
        Column("next_revision", "When it is to be revised (EDTF), where said.", lambda row: row.what.next_revision),
        Column("goals", "How many goals were found.", lambda row: len(row.what.goals), "integer", 8),
        Column("tiltak", "How many tiltak were found.", lambda row: len(row.what.tiltak), "integer", 8),
        Column("language", "nb or nn: the language of most of the text.", lambda row: row.what.source.language,
               width=9, words="languages"),
        Column("page_count", "Pages; empty for text without pages.",
               lambda row: row.what.source.page_count, "integer", 8),
        Column("characters", "Characters that were read.", _coverage("characters"), "integer", 11),
        Column("unassigned", "Characters of these that no part of the outline took.",
               _coverage("unassigned"), "integer", 11),
        Column("case_body", "For a case document: who treats the case.", _case("body"), width=22),
        Column("case_date", "For a case document: its date.", _case("date")),
        Column("case_number", "For a case document: the number of the case.", _case("case_number")),
        Column("case_archive_ref", "For a case document: the reference of the archive.", _case("archive_ref")),
        Column("case_handler", "For a case document: who prepared the case.", _case("case_handler"), width=20),
        Column("case_proposed_decision", "For a case document: the vote that is proposed.",
               _case("proposed_decision"), width=44),
        Column("front", "The text before the first heading.", lambda row: row.what.front or None, width=44),
        Column("filename", "The document's file.", lambda row: row.what.source.filename, width=32),
        Column("media_type", "Its type.", lambda row: row.what.source.media_type, width=16),
        Column("text_origin", "native, ocr, mixed or text.", lambda row: row.what.source.text_origin),
        Column("encoding", "The encoding of a text file.", lambda row: row.what.source.encoding),
        Column("sha256", "SHA-256 of the document's bytes.", lambda row: row.what.source.sha256, width=20),
        Column("exported_from", "The JSON file, or the document itself, as a path below the folder that was named.",
               lambda row: row.document.file, width=32),
        Column("tool", "The program that read it.", lambda row: row.what.source.tool, width=18),
        Column("schema_version", "Version of the JSON.", lambda row: row.what.schema_version, width=9),
    ),
    lambda document: [Found(document, document.plan, document.id)],
)  # fmt: skip

KOMMUNER: Table[Kommune] = Table(
    "kommuner",
    "A kommune that owns a document; a plan of several has a row for each.",
    (
        *listed(document="The document that it owns.", place="Place among the owners, from 1."),
        Column("name", "Name in the document.", lambda row: row.what.name, width=20),
        Column("number", "Number in force when the plan period began.",
               lambda row: row.what.number, width=9, indexed=True),
        Column("current_name", "Today's name.", lambda row: row.what.current_name, width=20),
        Column("current_number", "Today's number; empty when the kommune was split.",
               lambda row: row.what.current_number, width=9, indexed=True),
        Column("fylke", "The county that it was in when the plan period began.", lambda row: row.what.fylke, width=20),
        Column("resolved_by", "What told which kommune it is: name, number, county or co-owners.",
               lambda row: row.what.resolved_by),
        Column("candidates", "Numbers that it may be, where that cannot be told.",
               lambda row: joined(row.what.candidates)),
    ),
    found_kommuner,
)  # fmt: skip

DECISIONS: Table[Decision] = Table(
    "decisions",
    "A vote that adopted or changed a plan.",
    (
        *listed(),
        Column("raw", "The wording.", lambda row: row.what.raw, width=44),
        Column("body", "Who voted.", lambda row: row.what.body, width=20),
        Column("case_number", "Number of the case.", lambda row: row.what.case_number),
        Column("date", "Date of the vote.", lambda row: row.what.date),
    ),
    found_decisions,
)

LEGAL_BASIS: Table[LegalReference] = Table(
    "legal_basis",
    "A place in the law that a document names.",
    (
        *listed(),
        Column(
            "reference",
            "The law and paragraph as the document has them.",
            lambda row: row.what.reference,
            width=36,
        ),
        Column(
            "law",
            "Name of the law in bokmål, the same for all its names.",
            lambda row: row.what.law,
            width=28,
        ),
        Column("paragraph", "«§ 5», «§§ 4-7».", lambda row: row.what.paragraph),
    ),
    found_laws,
)

SECTIONS: Table[Section] = Table(
    "sections",
    "A chapter or part of a document, with the text below its heading.",
    (
        *listed(),
        Column("number", "Number of the heading.", lambda row: row.what.number, width=9),
        Column("label", "The word in front of the number: Kapittel, Vedlegg.", lambda row: row.what.label),
        Column("title", "The heading.", lambda row: row.what.title, width=44),
        Column("level", "1 for chapters.", lambda row: row.what.level, "integer", 8),
        reference("parent_id", "sections", lambda row: row.document.reference(row.what.parent_id),
                  "The section that it is a part of."),
        Column("role", "What it is for: goals, measures, situation …", lambda row: row.what.role, indexed=True),
        Column("language", "nb or nn, where it differs from the document's.", lambda row: row.what.language,
               width=9, words="languages"),
        Column("page", "The page that it begins on.", lambda row: first_page(row.what.source), "integer", 7),
        Column("text", "The text below the heading.", lambda row: row.what.text or None, width=70),
    ),
    found_sections,
)  # fmt: skip

DIAGNOSTICS: Table[Diagnostic] = Table(
    "diagnostics",
    "Something that one should know about how a document was read.",
    (
        *listed(place="Place among the diagnostics, from 1."),
        Column(
            "code", "What it is about: `no-text-layer` …", lambda row: row.what.code, width=20, indexed=True
        ),
        Column("severity", "info, warning or error.", lambda row: row.what.severity, words="severities"),
        Column("message", "What happened.", lambda row: row.what.message, width=60),
        Column("page", "The page that it happened on.", lambda row: row.what.page, "integer", 7),
    ),
    _diagnostics,
)
