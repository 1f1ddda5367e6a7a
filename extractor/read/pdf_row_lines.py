"""The lines of a table: words sorted into columns, and the white that stands above them in each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractor.document import Box
from extractor.read.pdf_tokens import Token, box_of

CELL_GAP = 0.4  # sizes of white between the words of two cells, at least
OVERLAP = 2.0  # points by which a word may stick out of its column


@dataclass(slots=True)
class Part:
    """Some words of one line, all in one column."""

    tokens: list[Token]
    column: int

    @property
    def box(self) -> Box:
        """Where they stand."""
        return box_of(self.tokens)

    @property
    def top(self) -> float:
        """Upper edge of its highest word."""
        return min([token.top for token in self.tokens])

    @property
    def bottom(self) -> float:
        """Lower edge of its lowest word."""
        return max([token.bottom for token in self.tokens])


@dataclass(slots=True)
class RowLine:
    """One line across a table; `band` when it is a title that runs over all columns."""

    parts: list[Part]
    band: bool = False

    @property
    def top(self) -> float:
        """Upper edge of its highest word."""
        return min(part.top for part in self.parts)

    @property
    def bottom(self) -> float:
        """Lower edge of its lowest word."""
        return max(part.bottom for part in self.parts)

    @property
    def height(self) -> float:
        """Height of its first word."""
        token = self.parts[0].tokens[0]
        return token.bottom - token.top

    @property
    def columns(self) -> set[int]:
        """The columns that it fills."""
        return {part.column for part in self.parts}

    def box_in(self, column: int) -> Box:
        """Where its words in one column stand."""
        return Box.around([part.box for part in self.parts if part.column == column])


def sort_line(row: Sequence[Token], edges: Sequence[float]) -> RowLine | None:
    """Sort a line into the columns between edges; None when it runs across one or stands outside."""
    parts: list[Part] = []
    for token in row:
        column = _column(token, edges)
        if column is None:
            return None
        if parts and parts[-1].column == column:
            parts[-1].tokens.append(token)
        else:
            parts.append(Part([token], column))
    for last, part in pairwise(parts):
        if part.tokens[0].x0 - last.tokens[-1].x1 < CELL_GAP * part.tokens[0].size:
            return None
    return RowLine(parts)


def _column(token: Token, edges: Sequence[float]) -> int | None:
    for column, (left, right) in enumerate(pairwise(edges)):
        if left - OVERLAP <= token.x0 and token.x1 <= right + OVERLAP:
            return column
    return None


def line_white(lines: Sequence[RowLine]) -> float:
    """Return the least white between two lines in one column, in line heights; 0.0 when there are no two."""
    last: dict[int, Part] = {}
    whites = []
    for line in lines:
        for part in line.parts:
            above = last.get(part.column)
            if above and above.bottom <= part.top + 0.5 * line.height:
                whites.append((part.top - above.bottom) / line.height)
            last[part.column] = part
    return min(whites, default=0.0)
