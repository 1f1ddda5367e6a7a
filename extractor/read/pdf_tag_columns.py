"""In which columns the cells of a tagged table stand.

The tree has cells row by row and says how many rows and columns each covers; a cell takes the first columns that the
cells of its row and those that reach down from rows above leave free, as in HTML. What reaches down from a page to
the next is remembered, and so is what a row found taken that goes on there. An element with nothing on the page
counts as one empty cell.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from extractor.read.pdf_tag_parts import Path, TagCell, TagRow

MOST_COLUMNS = 60  # more is no table that people read

PlacedRow = tuple[Path, dict[int, TagCell]]
"""A row's path, and its cells by their first column."""


@dataclass(slots=True)
class _Reach:
    """For how many rows more, this one counted, the cells of a row take their columns."""

    row: Path
    left: list[int]

    def at(self, row: Path) -> list[int]:
        """Return the same at a row further down; nothing in another part of the table."""
        steps = row[-1] - self.row[-1]
        return (
            [max(count - steps, 0) for count in self.left] if row[:-1] == self.row[:-1] and steps > 0 else []
        )


@dataclass(slots=True)
class Columns:
    """The columns of one table, page after page."""

    count: int = 0
    taken: dict[Path, list[int]] = field(default_factory=dict)  # what each row found
    reaches: list[_Reach] = field(default_factory=list)  # of the last rows of each page

    def place(self, rows: Sequence[TagRow]) -> list[PlacedRow] | None:
        """Return the cells that a page has of the table in their columns; None for too many columns."""
        placed: list[PlacedRow] = []
        above = self.reaches[-1:]
        for row in rows:
            left = list(self._taken(row.path, above)) if row.path else None
            cells = None if left is None else _take(row, left)
            if left is None or cells is None:
                return None
            placed.append((row.path, cells))
            above = [*self.reaches[-1:], _Reach(row.path, left)]
            self.count = max(self.count, len(left))
        self.reaches = above[-1:]
        return placed

    def _taken(self, row: Path, above: Sequence[_Reach]) -> list[int]:
        if row not in self.taken:
            found = zip_longest(*(reach.at(row) for reach in above), fillvalue=0)
            self.taken[row] = [max(counts) for counts in found]
        return self.taken[row]


def _take(row: TagRow, left: list[int]) -> dict[int, TagCell] | None:
    """Put the cells of a row into the columns that are free; `left` is brought up to date."""
    found: dict[int, TagCell] = {}
    column = 0
    for cell in row.cells:
        while column < len(left) and left[column]:
            column += 1
        end = column + (cell.columns if cell else 1)
        if end > MOST_COLUMNS:
            return None
        left += [0] * (end - len(left))
        left[column:end] = [cell.rows if cell else 1] * (end - column)
        if cell and cell.boxes:
            found[column] = cell
        column = end
    return found
