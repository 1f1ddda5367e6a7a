"""The table of places: where in its document each thing stands.

The thing is named by a column of its own for each sort of thing, so that each of them is a foreign key; the others
are empty. A period has no table and is the document's own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from extractor.export.document import Document
from extractor.export.model import Cell, Column, Found, Table, in_document, position, primary, reference
from extractor.export.tables.plans import found_decisions, found_kommuner, found_laws, found_sections
from extractor.export.tables.promises import found_goals, found_tiltak
from schemas import Evidence

_Place = tuple[str, Evidence]  # what sort of thing, and where

_SORTS: tuple[tuple[str, Callable[[Document], Iterator[Found[Any]]]], ...] = (
    ("kommune", found_kommuner),
    ("decision", found_decisions),
    ("law", found_laws),
    ("section", found_sections),
    ("goal", found_goals),
    ("tiltak", found_tiltak),
)


def _sources(document: Document) -> Iterator[Found[_Place]]:
    """Yield the places of all things in a document, sort by sort."""
    if document.plan.period:
        yield from _places(document, "period", document.key("period"), document.plan.period.source)
    for sort, found in _SORTS:
        for row in found(document):
            yield from _places(document, sort, row.key, row.what.source)


def _places(document: Document, sort: str, key: str, source: Sequence[Evidence]) -> Iterator[Found[_Place]]:
    for at, evidence in enumerate(source, start=1):
        yield Found(document, (sort, evidence), f"{key}.p{at}", at, key)


def _key_of(sort: str) -> Callable[[Found[_Place]], Cell]:
    return lambda row: row.of if row.what[0] == sort else None


def _box(at: int) -> Callable[[Found[_Place]], Cell]:
    return lambda row: row.what[1].bbox[at] if row.what[1].bbox else None


SOURCES: Table[_Place] = Table(
    "sources",
    "A place in a document where something stands; what runs over two pages has two.",
    (
        primary(lambda row: row.key, "Key of the row."),
        in_document(),
        Column("item", "What stands there: period, kommune, decision, law, section, goal or tiltak.",
               lambda row: row.what[0]),
        position("Place among the places of the thing, from 1."),
        reference("tiltak_id", "tiltak", _key_of("tiltak"), "The tiltak that stands there."),
        reference("goal_id", "goals", _key_of("goal"), "The goal that stands there."),
        reference("section_id", "sections", _key_of("section"), "The section that stands there."),
        reference("kommune_id", "kommuner", _key_of("kommune"), "The owner that is named there."),
        reference("decision_id", "decisions", _key_of("decision"), "The vote that is told of there."),
        reference("legal_basis_id", "legal_basis", _key_of("law"), "The law that is named there."),
        Column("page", "The page, from 1; empty for text input.", lambda row: row.what[1].page, "integer", 7),
        Column("x0", "Left edge, in PDF points from the left of the page.", _box(0), "number", 9),
        Column("top", "Upper edge, in PDF points from the top of the page.", _box(1), "number", 9),
        Column("x1", "Right edge, in PDF points from the left of the page.", _box(2), "number", 9),
        Column("bottom", "Lower edge, in PDF points from the top of the page.", _box(3), "number", 9),
        Column("start", "Offset of the first character in the decoded text.",
               lambda row: row.what[1].start, "integer", 9),
        Column("end", "Offset behind the last character.", lambda row: row.what[1].end, "integer", 9),
    ),
    _sources,
)  # fmt: skip
