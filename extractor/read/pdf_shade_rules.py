"""The rules that a table drawn by shading lacks: between its columns, and between its rows.

The edges of columns run all the way down. Rows part at the bands and at white space between them, in the columns in
which a cell begins there: one that goes on from above is not cut.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from extractor.document import Box
from extractor.read.pdf_bands import Shaded
from extractor.read.pdf_ink import Rule
from extractor.read.pdf_lattice import SNAP
from extractor.read.pdf_looks import is_bold
from extractor.read.pdf_row_groups import white_starts
from extractor.read.pdf_row_lines import RowLine

RULED = 0.5  # of the height of a table is ruled down between two columns: the table needs no shades


def find_levels(table: Shaded) -> list[float]:
    """Return the heights at which rows part: at the bands, and at white space between them."""
    levels = {level for band in table.bands for level in (band.top, band.bottom)}
    bands = table.bands
    open_lines = [
        line
        for line in table.lines
        if not any(band.top <= (line.top + line.bottom) / 2 <= band.bottom for band in bands)
    ]
    gaps = [table.top, *(band.top for band in bands), table.bottom + 1]
    for start, end in pairwise(gaps):
        lines = [line for line in open_lines if start <= (line.top + line.bottom) / 2 < end]
        starts = white_starts(lines, table.least) | _below_headers(lines)
        levels |= {lines[index].top - table.above for index in starts}
    return sorted(level for level in levels if table.top < level < table.bottom)


def _below_headers(lines: Sequence[RowLine]) -> set[int]:
    """Return the lines in two columns below lines that are bold all over, and are not so themselves."""
    bold = [is_bold(token for part in line.parts for token in part.tokens) for line in lines]
    return {
        index
        for index in range(1, len(lines))
        if bold[index - 1] and not bold[index] and len(lines[index].columns) > 1
    }


def floors_of(table: Shaded) -> list[Rule]:
    """Return the rules between rows: in the columns in which text begins below, and around the table."""
    x0, x1 = table.edges[0], table.edges[-1]
    floors = [Rule(table.top, x0, x1), Rule(table.bottom, x0, x1)]
    for level, end in pairwise([*table.levels, table.bottom]):
        for column, (left, right) in enumerate(pairwise(table.edges)):
            if _begins(table, column, (level, end)):
                floors.append(Rule(level, left, right))
    return floors


def _begins(table: Shaded, column: int, extent: tuple[float, float]) -> bool:
    """Whether a cell begins in a row: it holds words, and they do not go on from those above."""
    parts = [(part, line.height) for line in table.lines for part in line.parts if part.column == column]
    inside = [(part, height) for part, height in parts if extent[0] - 1 <= part.top < extent[1]]
    if not inside:
        return False
    part, height = inside[0]
    above = [other for other, _ in parts if other.top < extent[0] - 1]
    if not above or is_bold(above[-1].tokens) != is_bold(part.tokens):
        return True
    return part.top - max(other.bottom for other in above) > table.least * height


def walls_of(table: Shaded, fills: Iterable[Box]) -> list[Rule]:
    """Return the rules between columns, from top to bottom but for boxes that reach over several columns."""
    walls: list[Rule] = []
    for edge in table.edges:
        start = table.top
        over = [fill for fill in fills if fill.x0 + SNAP < edge < fill.x1 - SNAP]
        for fill in sorted(over, key=lambda fill: fill.top):
            if table.top - SNAP <= fill.top and fill.bottom <= table.bottom + SNAP:
                walls.append(Rule(edge, start, max(fill.top, start)))
                start = fill.bottom
        walls.append(Rule(edge, start, max(table.bottom, start)))
    return [wall for wall in walls if wall.end > wall.start]


def is_ruled(edges: Sequence[float], top: float, bottom: float, down: Sequence[Rule]) -> bool:
    """Whether vertical rules that are drawn part the columns of a table between two heights."""
    for edge in edges[1:-1]:
        drawn = [rule for rule in down if abs(rule.at - edge) <= SNAP]
        shared = sum(max(min(rule.end, bottom) - max(rule.start, top), 0.0) for rule in drawn)
        if shared > RULED * (bottom - top):
            return True
    return False
