"""Whether what stands on the page bears out what the tree says of a table.

A tree is easily wrong: tables that only lay out a page, cells in an order that nobody sees, parts without tags. It is
believed where each column keeps to the right of the one before, each row below the one above, nothing untagged stands
in between, and the cells hold neither running text nor headings and page numbers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from extractor.document import Box
from extractor.read.pdf_tag_columns import Columns, PlacedRow
from extractor.read.pdf_tag_parts import TagTable
from extractor.read.pdf_tokens import Token, box_of

OVERLAP = 2.0  # points: how far the words of two columns may reach into each other
SUNK = 0.35  # of the size: how far those of two rows may
PROSE_WORDS = 30  # in one cell: more may be running text
PROSE_SHARE = 0.5  # of the words of a table in such cells: it lays out a page
PROSE_ROWS = 3  # a table with more, or as many and a header, is one however long its cells are
CONTENTS_COLUMNS = 3  # number, title and page: a wider table is no table of contents
LAST_PAGE = 999  # higher numbers are years

Words = Mapping[int, list[Token]]
"""The words of each cell, by its id()."""


@dataclass(slots=True)
class Known:
    """What is known of a table from the pages before."""

    columns: Columns = field(default_factory=Columns)
    edges: list[float] = field(default_factory=list)
    header: list[list[list[Token]]] = field(default_factory=list)  # rows of cells


@dataclass(slots=True)
class Tagged:
    """A tagged table of a page with its words."""

    table: TagTable
    rows: list[PlacedRow]
    words: Words
    known: Known

    def tokens(self) -> list[Token]:
        """Return all its words."""
        return [token for cell in self.table.cells for token in self.words.get(id(cell), [])]

    def filled(self) -> list[PlacedRow]:
        """Return the rows less the cells without words; rows without any are left out."""
        kept = [
            (path, {at: cell for at, cell in cells.items() if id(cell) in self.words})
            for path, cells in self.rows
        ]
        return [(path, cells) for path, cells in kept if cells]


def is_sound(found: Tagged, others: Sequence[Token]) -> bool:
    """Whether what stands on the page bears the tree out.

    Args:
        found: the table.
        others: the words of the page that are not in it.
    """
    rows = found.filled()
    if not _is_grid(found, rows) or _is_layout(found, rows):
        return False
    return _columns_part(found, rows) and _rows_part(found, rows) and not _has_holes(found, others)


def _is_grid(found: Tagged, rows: Sequence[PlacedRow]) -> bool:
    """Whether rows and columns are at least two. A table that goes on may have fewer, and its header may be cut off."""
    if found.known.edges or not rows:
        return bool(rows)
    columns = {column for _, cells in rows for column in cells}
    level = any(len(cells) > 1 for _, cells in rows)
    cut = found.table.more and all(cell.header for cell in rows[0][1].values())
    return len(columns) > 1 and level and (len(rows) > 1 or cut)


def _is_layout(found: Tagged, rows: Sequence[PlacedRow]) -> bool:
    """Whether a table holds headings, running text or lists, or what a page of contents holds."""
    if any(cell.titled for cell in found.table.cells):
        return True
    if found.known.edges:
        return False
    headed = all(cell.header for cell in rows[0][1].values())
    if len(rows) > PROSE_ROWS - headed:
        return not headed and _is_contents(found, rows)
    if any(cell.paragraphs > 1 for cell in found.table.cells):
        return True
    counts = [len(found.words[id(cell)]) for _, cells in rows for cell in cells.values()]
    return not headed and sum(count for count in counts if count > PROSE_WORDS) > PROSE_SHARE * sum(counts)


def _is_contents(found: Tagged, rows: Sequence[PlacedRow]) -> bool:
    """Whether each row ends in a page number, none lower than the one above."""
    ends = ["".join(token.text for token in found.words[id(cells[max(cells)])]) for _, cells in rows]
    if not all(end.isdecimal() for end in ends):
        return False
    pages = [int(end) for end in ends]
    narrow = max(len(cells) for _, cells in rows) <= CONTENTS_COLUMNS
    return narrow and pages == sorted(pages) and pages[-1] <= LAST_PAGE


def _columns_part(found: Tagged, rows: Sequence[PlacedRow]) -> bool:
    """Whether each column keeps to the right of the one before."""
    extents = extents_of(found, rows)
    order = sorted(extents)
    if any(extents[one][1] > extents[two][0] + OVERLAP for one, two in pairwise(order)):
        return False
    for column, cell in ((column, cell) for _, cells in rows for column, cell in cells.items()):
        box = box_of(found.words[id(cell)])
        before = [extents[at][1] for at in order if at < column]
        behind = [extents[at][0] for at in order if at >= column + cell.columns]
        if (before and max(before) > box.x0 + OVERLAP) or (behind and min(behind) < box.x1 - OVERLAP):
            return False
    return True


def extents_of(found: Tagged, rows: Sequence[PlacedRow]) -> dict[int, tuple[float, float]]:
    """Return where the words of each column begin and end."""
    boxes: dict[int, list[Box]] = {}
    for _, cells in rows:
        for column, cell in cells.items():
            if cell.columns == 1:
                boxes.setdefault(column, []).append(box_of(found.words[id(cell)]))
    return {column: (min(box.x0 for box in own), max(box.x1 for box in own)) for column, own in boxes.items()}


def _rows_part(found: Tagged, rows: Sequence[PlacedRow]) -> bool:
    """Whether each cell keeps below the rows above the one that it begins in; cells that reach down end the rows."""
    floor = reached = float("-inf")  # of the rows above, and of the last one
    for _, cells in rows:
        own = [(found.words[id(cell)], cell.rows) for cell in cells.values()]
        top = min(min(token.top for token in words) for words, _ in own)
        sunk = SUNK * max(token.size for words, _ in own for token in words)
        floor = max(floor, reached)
        if top < floor - sunk:
            return False
        ends = [max(token.bottom for token in words) for words, rows_down in own if rows_down == 1]
        reached = max(ends, default=top)
    return True


def _has_holes(found: Tagged, others: Sequence[Token]) -> bool:
    """Whether words that the tree does not have in the table stand in it."""
    area = box_of(found.tokens())
    return any(
        area.x0 < (token.x0 + token.x1) / 2 < area.x1
        and area.top < (token.top + token.bottom) / 2 < area.bottom
        for token in others
        if any(letter.isalnum() for letter in token.text)
    )
