"""The lines of a table set with white space → its rows.

A cell that did not fit goes on in the line below. In most tables nothing but the wording tells such a line from
the next row, so all its pieces have to look like it: they begin with a small letter, follow a hyphen or a comma,
or the first word would not have fitted above; and none stands under a cell that is empty. Where the first column
counts the rows, its numbers decide alone. When a line reads both ways the table is given up: a cell at the wrong
row is worse than lines that stay lines.
"""

from __future__ import annotations

import re

from extractor.document import Cell, Line, Table
from extractor.read.markup import cell_lines
from extractor.read.text_gutters import LEAST_ROWS, GridLine, Piece, find_grid
from extractor.read.text_lines import RawLine

NUMBER = re.compile(r"(?:[A-ZÆØÅ]{1,3}[ .-]?)?\d{1,3}(?:\.\d{1,3})*[.)]?[a-z]?")
CROSS = re.compile(r"[xX]{1,2}|[-–—]")
BROKEN = re.compile(r"(?:[-,/&+]|\b(?:og|eller|samt|for|av|til|med|i|på))$")


def aligned_table(lines: list[RawLine], index: int) -> tuple[Table, int] | None:
    """Return the table set with white space that begins at `index`, and the index of the line behind it."""
    found = find_grid(lines, index)
    if found is None:
        return None
    grid, columns, end = found
    rows = _Rows(grid, columns).split()
    if rows is None or len(rows) <= LEAST_ROWS:
        return None
    return Table(
        [[_cell(row, column) for column in range(columns)] for row in rows], gap=float(grid[0].gap)
    ), end


class _Rows:
    """Splits the lines of a grid into rows."""

    def __init__(self, grid: list[GridLine], columns: int) -> None:
        self.grid = grid
        self.columns = columns
        self.limits = [
            max((line.pieces[column].end for line in grid if column in line.pieces), default=0)
            for column in range(columns)
        ]
        first = [line.pieces[0].text for line in grid[1:] if 0 in line.pieces]
        self.numbered = len(first) >= LEAST_ROWS and all(NUMBER.fullmatch(text) for text in first)

    def split(self) -> list[list[GridLine]] | None:
        """Return the lines of each row, the header's first; None when they cannot be told apart."""
        rows = [[self.grid[0]]]
        for line in self.grid[1:]:
            opens = self._opens_row(rows[-1], line)
            if opens is None:
                return None
            if opens:
                rows.append([line])
            else:
                rows[-1].append(line)
        return rows

    def _opens_row(self, row: list[GridLine], line: GridLine) -> bool | None:
        """Whether a line begins a row; None when it may as well go on in the row above."""
        above = {column: piece for old in row for column, piece in old.pieces.items()}
        fills = not set(line.pieces) <= set(above)
        if self.numbered or 0 not in line.pieces:
            return self._opens_below(above, line, fills=fills)
        if line.gap or fills:
            return True
        broken = [_is_broken(above[column], piece) for column, piece in line.pieces.items()]
        cramped = [self._is_cramped(column, above[column], piece) for column, piece in line.pieces.items()]
        if len(line.pieces) == self.columns:
            return not (all(broken) and all(cramped))
        if not all(first or second for first, second in zip(broken, cramped, strict=True)):
            return True
        return False if any(broken) else self._opens_alone(line)

    def _opens_below(self, above: dict[int, Piece], line: GridLine, *, fills: bool) -> bool | None:
        """The same for a line without a first cell, or under a first column that counts the rows."""
        if 0 in line.pieces:
            return True
        if not self.numbered and len(line.pieces) >= max(self.columns - 1, 2):
            goes_on = [
                column in above and _is_broken(above[column], piece) for column, piece in line.pieces.items()
            ]
            return not any(goes_on)
        return None if fills else False

    def _opens_alone(self, line: GridLine) -> bool | None:
        """A line of capitals that might be a wrapped one: a lone first cell opens a row where no cell is wrapped."""
        if len(line.pieces) > 1:
            return None
        return not any(
            0 in old.pieces and 0 in new.pieces and _is_broken(old.pieces[0], new.pieces[0]) and not new.gap
            for old, new in zip(self.grid[1:], self.grid[2:], strict=False)
        )

    def _is_cramped(self, column: int, above: Piece, piece: Piece) -> bool:
        """Whether the first word of a piece had no room in the line above."""
        return above.end + 1 + len(piece.text.split()[0]) > self.limits[column]


def _is_broken(above: Piece, piece: Piece) -> bool:
    """Whether the wording goes on: with a small letter, or behind a hyphen, a comma or a preposition."""
    if CROSS.fullmatch(piece.text) or CROSS.fullmatch(above.text) or above.text.endswith((".", "!", "?")):
        return False
    return piece.text[0].islower() or bool(BROKEN.search(above.text))


def _cell(row: list[GridLine], column: int) -> Cell:
    lines: list[Line] = []
    last: Piece | None = None
    for line in row:
        piece = line.pieces.get(column)
        if piece is None:
            continue
        if last is not None and lines:
            lines[-1].full = _is_broken(last, piece)
        lines += cell_lines(piece.text, line.raw.start + piece.start)
        last = piece
    return Cell(lines)
