"""Tables drawn by shading alone: shaded cells → the rules of their table.

Where every other row is shaded, each cell as a box of its own, the rows between have no edges. Boxes side by side
make a band, and their edges are the edges of columns. Two bands with the same columns belong to one table when what
stands between them keeps to these columns; what follows right below the last band, or stands right above the first,
in as much white as the shaded rows have around their words, is a row too. In such a table the edges of columns run
all the way down. The bands part its rows; where several rows stand between two bands, white space does. A cell
that reaches down over several rows, shaded or not, is not cut.

A band alone is a table only where it goes on with the one of the page before.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from extractor.document import Box
from extractor.read.pdf_bands import Band, Shaded, are_among, find_bands, union_of
from extractor.read.pdf_ink import Rule, borders
from extractor.read.pdf_lattice import SNAP
from extractor.read.pdf_row_groups import ROW_GAP
from extractor.read.pdf_row_lines import Part, RowLine, line_white, sort_line
from extractor.read.pdf_shade_rules import find_levels, floors_of, is_ruled, walls_of
from extractor.read.pdf_tables import Grid
from extractor.read.pdf_tokens import Token, rows_of

HALF = 0.5  # of the table's width: a box over all columns is wider
LARGER = 1.12  # times the size of the words in the bands: a heading
WIDEST_GAP = 3.0  # line heights of white within a row, or between two
USUAL_WHITE = 0.2  # line heights between the lines of a cell, where no cell has two
SLACK = 0.6  # line heights: how much more white than in the bands there may be around the words of a row


def shade_rules(
    fills: Sequence[Box], tokens: Sequence[Token], down: Sequence[Rule], last: Grid | None
) -> tuple[list[Rule], list[Rule]]:
    """Return the edges of coloured boxes, and those that the tables made of them lack, as rules.

    Args:
        fills: coloured boxes.
        tokens: the words of the page.
        down: vertical rules that are drawn.
        last: the table that the page before ends with.
    """
    boxes, across, upright = set(fills), list[Rule](), list[Rule]()
    bands = find_bands(boxes)
    if any(len(band.edges) > 2 for band in bands):
        rows = rows_of(tokens)
        for table in _tables(bands, rows, last.edges if last else None):
            if is_ruled(table.edges, table.top, table.bottom, down):
                continue
            if _lacks_columns(table, rows, last):
                loose = {cell for band in table.bands for cell in band.cells}
                across += [rule for cell in loose for rule in borders(cell)[0]]
                boxes -= loose
            else:
                across += floors_of(table)
                upright += walls_of(table, boxes)
    sides = [borders(box) for box in boxes]
    return (
        across + [rule for side in sides for rule in side[0]],
        upright + [rule for side in sides for rule in side[1]],
    )


def _lacks_columns(table: Shaded, rows: Sequence[list[Token]], last: Grid | None) -> bool:
    """Whether only the header of a table is shaded cell by cell, and white space tells the columns below it."""
    if len(table.bands) > 1:
        titles = table.bands[1:]
        return len(table.bands[0].edges) > 2 and all(_is_title(band, table.edges) for band in titles)
    words = [token.text for row in rows if _is_in(row, table.bands[0]) for token in row]
    return last is not None and sorted(words) == sorted(token.text for cell in last.rows[0] for token in cell)


def _is_title(band: Band, edges: Sequence[float]) -> bool:
    """Whether a band is one box over all columns."""
    return len(band.edges) == 2 and band.edges[-1] - band.edges[0] > HALF * (edges[-1] - edges[0])


def _tables(
    bands: Sequence[Band], rows: Sequence[list[Token]], last_edges: Sequence[float] | None
) -> list[Shaded]:
    """Return the tables that bands make up."""
    tables: list[Shaded] = []
    for band in bands:
        if not (tables and _joins(tables[-1], band, rows)):
            tables.append(Shaded([], [], []))
        _add(tables[-1], band, rows)
    found = []
    for table in tables:
        goes_on = last_edges is not None and are_among(table.edges, last_edges)
        if goes_on and last_edges is not None:
            table.edges = list(last_edges)
        if len(table.edges) > 2 and (goes_on or len(table.bands) > 1):
            _finish(table, rows, goes_on=goes_on)
            found.append(table)
    return found


def _joins(table: Shaded, band: Band, rows: Sequence[list[Token]]) -> bool:
    """Whether a band goes on with a table: the same columns, and nothing between that leaves them."""
    if not (are_among(band.edges, table.edges) or are_among(table.edges, band.edges)):
        return False
    last, edges = table.bands[-1], union_of(table.edges, band.edges)
    if band.top - last.bottom <= SNAP:
        return True
    if len(edges) < 3 or _repeats(table.bands[0], band, rows):
        return False
    between = [row for row in rows if last.bottom <= _middle(row) <= band.top]
    lines = [sort_line(row, edges) for row in between]
    size = max((token.size for row in rows if _is_in(row, last) for token in row), default=0.0)
    if not all(lines) or any(token.size > LARGER * size for row in between for token in row):
        return False
    kept = [line for line in lines if line]
    bottoms = [last.bottom, *(line.bottom for line in kept)]
    tops = [*(line.top for line in kept), band.top]
    height = kept[0].height if kept else size
    return all(top - bottom <= WIDEST_GAP * height for bottom, top in zip(bottoms, tops, strict=True))


def _middle(row: Sequence[Token]) -> float:
    return (row[0].top + row[0].bottom) / 2


def _is_in(row: Sequence[Token], band: Band) -> bool:
    return band.top <= _middle(row) <= band.bottom


def _repeats(first: Band, band: Band, rows: Sequence[list[Token]]) -> bool:
    """Whether a band holds the same words as the first: the header of another table."""
    words = [[token.text for row in rows if _is_in(row, each) for token in row] for each in (first, band)]
    return len(words[0]) > 1 and words[0] == words[1]


def _add(table: Shaded, band: Band, rows: Sequence[list[Token]]) -> None:
    table.bands.append(band)
    table.edges = union_of(table.edges, band.edges)


def _finish(table: Shaded, rows: Sequence[list[Token]], *, goes_on: bool) -> None:
    """Find the rows at the open ends of a table and where its rows part."""
    first, last = table.bands[0], table.bands[-1]
    inner = [row for row in rows if first.top <= _middle(row) <= last.bottom]
    table.lines = [line for row in inner if (line := sort_line(row, table.edges))]
    _measure(table)
    size = max((token.size for row in inner for token in row), default=0.0)
    above = [_line(row, table, size) for row in rows if _middle(row) < first.top]
    head = _head(above, table, goes_on=goes_on)
    tail = _tail([_line(row, table, size) for row in rows if _middle(row) > last.bottom], table)
    table.lines = [*head, *table.lines, *tail]
    table.top = min(line.top for line in head) - table.above if head else first.top
    lowest = max(line.bottom for line in tail) + table.below if tail else last.bottom
    table.bottom = max([lowest, *(band.lowest for band in table.bands)])
    table.levels = find_levels(table)


def _line(row: list[Token], table: Shaded, size: float) -> RowLine | None:
    if any(token.size > LARGER * size for token in row):
        return None
    return sort_line(row, table.edges)


def _measure(table: Shaded) -> None:
    """Measure the least white above, below and between the words in the bands."""
    above, below, between = [], [], []
    for band in table.bands:
        inside = [line for line in table.lines if band.top <= line.top and line.bottom <= band.bottom + 1]
        if inside:
            above.append(min(line.top for line in inside) - band.top)
            below.append(band.bottom - max(line.bottom for line in inside))
            between += [line_white(inside)] if len(inside) > 1 else []
    table.above = max(min(above, default=0.0), 0.0)
    table.below = max(min(below, default=0.0), 0.0)
    table.least = min((white for white in between if white), default=USUAL_WHITE) + ROW_GAP


def _head(lines: Sequence[RowLine | None], table: Shaded, *, goes_on: bool) -> list[RowLine]:
    """Return the lines of the rows right above the first band; the first fills two columns unless the table goes on."""
    head: list[RowLine] = []
    top = table.bands[0].top
    for line in reversed(lines):
        if line is None:
            break
        most = table.below + (table.above if head else 0.0) + SLACK * line.height
        if top - line.bottom > max(most, table.least * line.height if head else 0.0):
            break
        head.insert(0, line)
        top = line.top
    while head and not goes_on and len(head[0].columns) < 2:
        head.pop(0)
    return head


def _tail(lines: Sequence[RowLine | None], table: Shaded) -> list[RowLine]:
    """Return the lines of the rows right below the last band; merged cells may go on beside them."""
    tail: list[RowLine] = []
    ends = {part.column: part.bottom for line in table.lines for part in line.parts}
    bottom, opened = table.bands[-1].bottom, set[int]()
    for line in lines:
        if line is None:
            break
        fresh = [part for part in line.parts if _is_apart(part, ends, table.least * line.height)]
        beside = bool(opened) and line.top < bottom  # a cell set at half the height of its row begins late
        if fresh and not beside:
            most = table.above + (table.below if opened else 0.0) + SLACK * line.height
            if line.top - bottom > most or not _may_begin(fresh, table):
                break
        opened |= {part.column for part in fresh}
        tail.append(line)
        ends |= {part.column: part.bottom for part in line.parts}
        bottom = max([bottom, *(part.bottom for part in line.parts if part.column in opened)])
    return tail


def _is_apart(part: Part, ends: Mapping[int, float], least: float) -> bool:
    """Whether wide white, or nothing at all, stands above some words in their column."""
    return part.column not in ends or part.top - ends[part.column] > least


def _may_begin(parts: Sequence[Part], table: Shaded) -> bool:
    """Whether words may begin a row: in two columns, or else where the words of an inner column begin."""
    if len(parts) > 1:
        return True
    column, x0 = parts[0].column, parts[0].tokens[0].x0
    starts = [part.tokens[0].x0 for line in table.lines for part in line.parts if part.column == column]
    return column > 0 and any(abs(start - x0) <= SNAP for start in starts)
