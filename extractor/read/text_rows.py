"""The lines of a table set with white space → its rows.

A cell that did not fit goes on in the line below. In most tables nothing but the wording tells such a line from
the next row, so all its pieces have to look like it: they begin with a small letter, follow a hyphen or a comma,
or the first word would not have fitted above; and none stands under a cell that is empty. Where the first column
counts the rows, its numbers decide alone. Where wording tells nothing, a cell that ended above does not go on, and
a figure alone in the first column is no row. When a line reads both ways the table is given up: a cell at the wrong
row is worse than lines that stay lines.
"""

from __future__ import annotations

import re

from extractor.document import Cell, Line, Table
from extractor.read.markup import cell_lines
from extractor.read.text_gutters import LEAST_ROWS, GridLine, Piece, find_grid
from extractor.read.text_lines import RawLine

NUMBER = re.compile(r"(?:[A-ZÆØÅ]{1,3}[ .-]?)?\d{1,3}(?:\.\d{1,3})*[.)]?[a-z]?")
ITEM = re.compile(r"\d+(?:\.\d+)*[.)]")
CROSS = re.compile(r"[xX]{1,2}|[-–—]")
BROKEN = re.compile(
    r"(?:[-,/&+]|\b(?:og|eller|samt|for|av|til|med|i|på|ved|om|mellom|fra|frå|mot|hos|gjennom|som|at|en|ei|et|eit|den"
    r"|det|dei|de))$"
)  # no sentence and no title ends so

ABOUT_FULL = 0.7  # of the column's width: letters of unequal width leave lines of unequal length


def aligned_table(lines: list[RawLine], index: int) -> tuple[Table | None, int] | None:
    """Return the table set with white space whose header stands at `index`, and the index of the line behind it.

    The table is None when its columns or rows cannot be told apart; the whole is None when no header stands there.
    """
    grid = find_grid(lines, index)
    if grid is None:
        return None
    rows = _Rows(grid.lines, grid.columns).split() if grid.sound else None
    if rows is None or len(rows) <= LEAST_ROWS:
        return None, grid.end
    cells = [[_cell(row, column) for column in range(grid.columns)] for row in rows]
    return Table(cells, gap=float(lines[index].gap)), grid.end


class _Rows:
    """Splits the lines of a grid into rows."""

    def __init__(self, grid: list[GridLine], columns: int) -> None:
        self.grid = grid
        self.columns = columns
        pieces = [[line.pieces[at] for line in grid if at in line.pieces] for at in range(columns)]
        self.starts = [min(piece.start for piece in column) for column in pieces]
        self.ends = [max(piece.end for piece in column) for column in pieces]
        self.small = [self._writes_small(at, column) for at, column in enumerate(pieces)]
        self.main = max(range(columns), key=lambda at: sum(len(piece.text) for piece in pieces[at]))
        first = [piece.text for piece in pieces[0][1:]]
        self.numbered = len(first) >= LEAST_ROWS and all(NUMBER.fullmatch(text) for text in first)

    def _writes_small(self, at: int, column: list[Piece]) -> bool:
        """Whether the cells of a column begin with small letters: the first does, and its title had room for it."""
        body = column[1:]
        return bool(body) and body[0].text[0].islower() and not self._is_cramped(at, column[0], body[0])

    def split(self) -> list[list[GridLine]] | None:
        """Return the lines of each row, the header's first; None when they cannot be told apart."""
        rows = [[self.grid[0]]]
        for line in self.grid[1:]:
            above = {column: piece for old in rows[-1] for column, piece in old.pieces.items()}
            opens = self._opens_row(above, line)
            if opens is None and not line.gap:
                opens = self._opens_by_place(above, rows[-1][-1], line)
            if opens is None:
                return None
            if not opens:
                rows[-1].append(line)
            elif len(rows) > 1 and self._leaves_key(above, line):
                rows[-1].append(GridLine(line.raw, 0, {0: line.pieces[0]}))
                rows.append([GridLine(line.raw, 0, {at: line.pieces[at] for at in line.pieces if at})])
            else:
                rows.append([line])
        return rows

    def _opens_row(self, above: dict[int, Piece], line: GridLine) -> bool | None:
        """Whether a line begins a row; None when it may as well go on in the row above."""
        if 0 not in line.pieces:
            return self._opens_without_key(above, line)
        if self.numbered or line.gap:
            return True
        if 0 not in above and len(line.pieces) == 1:
            return None  # the first column stands lower than the others
        if not set(line.pieces) <= set(above):
            torn = 0 in above and self._goes_on(0, above[0], line.pieces[0])
            return None if torn else True
        if self._leaves_key(above, line):
            return True
        if len(line.pieces) > 1 and all(
            self._is_broken(at, above[at], line.pieces[at]) for at in line.pieces
        ):
            return False
        broken = {at for at, piece in line.pieces.items() if self._goes_on(at, above[at], piece)}
        if 0 in broken and (len(line.pieces) < self.columns or len(broken) > 1):
            return False
        whole = all(at in broken or self._is_cramped(at, above[at], line.pieces[at]) for at in line.pieces)
        if not whole or len(line.pieces) == self.columns:
            return True
        return False if broken else None  # capitals below a full line

    def _opens_by_place(self, above: dict[int, Piece], last: GridLine, line: GridLine) -> bool | None:
        """The same by what stands where, for a line of capitals or figures below full ones."""
        key = line.pieces.get(0)
        if key is None or self.numbered or not set(line.pieces) <= set(above):
            return None
        if len(line.pieces) > 1 and len(set(line.pieces) - set(last.pieces)) > 1 and 0 not in last.pieces:
            return True
        alone = len(line.pieces) == 1 and 0 in last.pieces and key.text[0].isdigit()
        return False if alone and not ITEM.match(key.text) else None

    def _opens_without_key(self, above: dict[int, Piece], line: GridLine) -> bool | None:
        """The same for a line without a first cell: it goes on, or the first cell holds for several rows."""
        if set(above) == {0}:
            return None
        broken = any(
            at in above and self._is_broken(at, above[at], piece) for at, piece in line.pieces.items()
        )
        whole = len(line.pieces) >= max(self.columns - 1, 2)
        if (
            not self.numbered
            and not broken
            and (whole or (len(line.pieces) > 1 and self.main in line.pieces))
        ):
            return True
        if not set(line.pieces) <= set(above):
            return None
        main = line.pieces.get(self.main) if self.numbered else None
        torn = main and not broken and not self._is_cramped(self.main, above[self.main], main)
        return None if torn else False

    def _leaves_key(self, above: dict[int, Piece], line: GridLine) -> bool:
        """Whether the first cell of a line still belongs to the row above, while its other cells begin the next."""
        key, main = line.pieces.get(0), line.pieces.get(self.main)
        if key is None or main is None or self.main == 0 or self.numbered or line.gap:
            return False
        others = [at for at in line.pieces if at]
        if 0 not in above or not set(others) <= set(above) or len(others) < LEAST_ROWS:
            return False
        return self._goes_on(0, above[0], key) and not any(
            self._is_broken(at, above[at], line.pieces[at]) for at in others
        )

    def _goes_on(self, at: int, above: Piece, piece: Piece) -> bool:
        """Whether the wording goes on, in a line that was about full."""
        return self._is_broken(at, above, piece) and self._is_cramped(at, above, piece, share=ABOUT_FULL)

    def _is_broken(self, at: int, above: Piece, piece: Piece) -> bool:
        """Whether the wording goes on; small letters tell nothing in a column that begins with one."""
        return _is_broken(above, piece) and not (self.small[at] and not BROKEN.search(above.text))

    def _is_cramped(self, at: int, above: Piece, piece: Piece, *, share: float = 1.0) -> bool:
        """Whether the first word of a piece had no room in the line above."""
        needed = above.end + 1 + len(piece.text.split()[0]) - self.starts[at]
        return needed > share * (self.ends[at] - self.starts[at])


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
