"""Tables that somebody typed: paragraphs with tabs between their columns.

Two columns are enough only where none of the first is a number, a bullet or a label («Ansvar:»), which a tab sets
apart from its text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractor.read.docx_drafts import Draft
from extractor.read.docx_runs import Piece

LEAST_ROWS = 3  # header and two more
LEAST_WHOLE = 0.6  # of the rows have all columns
MARK = re.compile(r"\W*(?:\d+(?:\.\d+)*|\w|[ivx]+)?\W*", re.IGNORECASE)
LABEL = re.compile(r".*:\s*")
PAGE = re.compile(r"\s*\d{1,3}\s*")


@dataclass(slots=True)
class Row:
    """A paragraph that may be a row."""

    draft: Draft
    columns: list[list[Piece]]
    gap: float  # white space above, in line heights


def columns_of(draft: Draft) -> list[list[Piece]]:
    """Return what stands between the tabs of a paragraph; nothing where it cannot be a row."""
    text = draft.text.strip("\t ")
    if "\t" not in text or "\n" in text or draft.heading or draft.bullet:
        return []
    columns: list[list[Piece]] = [[]]
    for piece in draft.pieces:
        first, *others = piece.text.split("\t")
        columns[-1].append(Piece(first, piece.look))
        columns += [[Piece(other, piece.look)] for other in others]
    return [column for column in columns if _text(column).strip()]


def is_typed_table(rows: list[Row]) -> bool:
    """Whether paragraphs in a row are rows of a table."""
    if len(rows) < LEAST_ROWS:
        return False
    widths = [len(row.columns) for row in rows]
    whole = (
        widths.count(max(widths)) >= LEAST_WHOLE * len(rows) and widths[0] == max(widths) and min(widths) > 1
    )
    first = [_text(row.columns[0]) for row in rows]
    last = [_text(row.columns[-1]) for row in rows]
    if not whole or all(PAGE.fullmatch(text) for text in last):
        return False
    return max(widths) > 2 or not any(MARK.fullmatch(text) or LABEL.fullmatch(text) for text in first)


def _text(pieces: list[Piece]) -> str:
    return "".join(piece.text for piece in pieces)
