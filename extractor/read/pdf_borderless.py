"""Tables without rules, told by their header and the white between their columns.

A line of short titles, set apart by weight, a shade or a rule and with wide white space between them, may be the
header of a table. Its titles name the columns. Lines below belong to the table as long as each of their parts falls
under one title and the gutters stay white; the first line that runs across a gutter is text again. Where the page
before ended in such a table, its columns may go on without a header.

Lines that go on with the columns of the page before are rows even when they are few. A line that runs across the
gutters is a row too when it is a title for the rows below: shaded over the table's width, or in a row of its own
between two rules.

A wrong table is worse than none, see `convinces`. A label with a colon or a number is no title.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from extractor.document import Box
from extractor.read.pdf_conviction import convinces, drop_cut
from extractor.read.pdf_headers import (
    ACROSS,
    HEADER_LINES,
    LEAST_GUTTER,
    PART_GAP,
    Backdrop,
    Column,
    Header,
    read_header,
    row_line,
)
from extractor.read.pdf_looks import is_bold, is_shaded, shades
from extractor.read.pdf_row_groups import Group, gather_merged, group_rows
from extractor.read.pdf_row_lines import Part, RowLine
from extractor.read.pdf_tables import Grid
from extractor.read.pdf_tokens import Token, rows_of, split_row

TITLE_GAPS = (PART_GAP, 0.9)  # sizes of white between two titles; the wider when the narrower makes no table
END_GAP = 3.0  # line heights of white that end a table
LARGER = 1.12  # times the size of the header: a heading
SAME_START = 6.0  # points: columns of a table that goes on begin this close
LAST_REACH = 80.0  # points: how far the last column may reach on the next page beyond what it did
LOOK_AHEAD = 8  # lines at the top of a page, one of which shows that the table goes on
BAND_HEIGHT = 3.0  # line heights of a shaded box that holds one line
BAND_REACH = 1.2  # line heights from the line between two rules to each of them
LOW = 0.7  # of the page's height: a header whose rows stand on the next page stands below


def find_borderless(tokens: Sequence[Token], backdrop: Backdrop) -> tuple[list[Grid], list[Token]]:
    """Return the tables among words that no rules enclose, and the words that are left."""
    rows = rows_of(tokens)
    grids: list[Grid] = []
    rest: list[Token] = []
    index = 0
    while index < len(rows):
        grid, length = _table_at(rows[index:], backdrop, first=index == 0)
        if grid is not None:
            grids.append(grid)
        else:
            rest += rows[index]
        index += max(length, 1)
    return grids, rest


def find_cut_header(
    tokens: Sequence[Token], backdrop: Backdrop, height: float
) -> tuple[Grid | None, list[Token]]:
    """Return the header at the end of a page whose rows stand on the next one, and the words that are left.

    Args:
        tokens: the words outside tables.
        backdrop: what lies behind them.
        height: of the page.
    """
    rows = rows_of(token for token in tokens if token.bottom > LOW * height)
    for count in range(1, min(HEADER_LINES, len(rows)) + 1):
        lines = rows[-count:]
        header = read_header(lines, backdrop, TITLE_GAPS[-1]) if lines[0][0].top > LOW * height else None
        if header and header.apart and len(header.lines) == count and len(header.columns) > 2:
            groups = [[row_line(line, header.columns) for line in header.lines]]
            if all(line.parts for line in groups[0]):
                taken = {id(token) for row in lines for token in row}
                return _grid(groups, header), [token for token in tokens if id(token) not in taken]
    return None, list(tokens)


def _table_at(rows: list[list[Token]], backdrop: Backdrop, *, first: bool) -> tuple[Grid | None, int]:
    """Return the table that begins with the first line, and how many lines it has."""
    headers = [read_header(rows, backdrop, gap) for gap in TITLE_GAPS]
    last = backdrop.last
    if first and last is not None and keeps_columns(rows, last):
        carried = Header([Column(start, start, start + 1) for start in _starts(last)], [], apart=True)
        headers = [*(header for header in headers if header and header.apart), carried]
    for header in headers:
        grid, length = _table_below(header, rows, backdrop) if header else (None, 0)
        if grid is not None:
            return grid, length
    return None, 0


def _table_below(header: Header, rows: list[list[Token]], backdrop: Backdrop) -> tuple[Grid | None, int]:
    """Return the table that a header begins, and how many lines it has."""
    lines = _grow(header, rows, backdrop)
    groups = group_rows(lines, len(header.lines), backdrop.rules)
    goes_on = _goes_on(header, backdrop.last)
    if not (goes_on and len(groups) == 2):  # the rest of a row may be all that goes on
        drop_cut(groups, backdrop.rules, at_end=len(lines) == len(rows))
    length = sum(len(group) for group in groups)
    gather_merged(groups[1:] if header.lines else groups, backdrop.rules)
    headed = bool(header.lines)
    if not convinces(groups, len(header.columns), headed=headed, apart=header.apart, goes_on=goes_on):
        return None, 0
    grid = _grid(groups, header)
    if goes_on and backdrop.last:
        _align(grid, backdrop.last)
    return grid, length


def _goes_on(header: Header, last: Grid | None) -> bool:
    """Whether a table is the one that the page before ends with: it has no header, or the same again."""
    if last is None or not header.lines:
        return last is not None
    titles = [token.text for cell in last.rows[0] for token in cell]
    return sorted(titles) == sorted(token.text for line in header.lines for token in line)


def keeps_columns(rows: Sequence[Sequence[Token]], last: Grid) -> bool:
    """Whether lines go on with the columns of a table.

    Each part of a line stands in one column. One line fills two columns and begins one of them, or begins an inner
    one; lines above it may hold the rest of a cell, or a bold title over all columns.
    """
    for row in rows[:LOOK_AHEAD]:
        columns = [_column_at(part, last) for part in split_row(row, PART_GAP)]
        if None not in columns:
            begun = any(abs(token.x0 - start) <= SAME_START for token in row for start in _starts(last))
            if begun and set(columns) != {0}:
                return True
        elif len(columns) > 1 or not is_bold(row):
            return False
    return False


def _column_at(part: Sequence[Token], last: Grid) -> int | None:
    """Return the column of the table that some words stand in; None when they leave it."""
    column = bisect_right(last.edges, part[0].x0 + SAME_START) - 1
    inside = 0 <= column < len(last.edges) - 1 and part[-1].x1 <= _reach(last, column)
    return column if inside else None


def _starts(last: Grid) -> list[float]:
    """Return where the words of each column begin."""
    columns = [
        [token.x0 for row in last.rows for token in row[index]] for index in range(len(last.edges) - 1)
    ]
    return [min(found, default=edge) for found, edge in zip(columns, last.edges, strict=False)]


def _reach(last: Grid, column: int) -> float:
    """Return how far to the right the words of a column may go."""
    if column + 2 == len(last.edges):
        return last.edges[-1] + LAST_REACH
    return last.edges[column + 1] - 1


def _grow(header: Header, rows: list[list[Token]], backdrop: Backdrop) -> list[RowLine]:
    """Return the lines of the table, from its header to the last line that keeps to the columns."""
    lines = [row_line(row, header.columns) for row in header.lines]
    size = max(token.size for token in (header.lines or rows)[0])
    wording = [token.text for token in header.lines[0]] if header.lines else None
    bottom = max((line.bottom for line in lines), default=0.0)
    for index, row in enumerate(rows[len(lines) :], start=len(lines)):
        if min(token.size for token in row) > LARGER * size or [token.text for token in row] == wording:
            break
        band = _is_band(index, rows, header.columns, backdrop)
        line = RowLine([Part(row, 0)], band=True) if band else row_line(row, header.columns)
        if not line.parts or (bottom and line.top - bottom > END_GAP * line.height):
            break
        lines.append(line)
        bottom = max(bottom, line.bottom)
    return lines


def _is_band(index: int, rows: Sequence[list[Token]], columns: Sequence[Column], backdrop: Backdrop) -> bool:
    """Whether a line is a title over all columns: shaded, between rules of its own, or bold before a plain row."""
    row = rows[index]
    if len(list(split_row(row, TITLE_GAPS[-1]))) > 1 or row[0].x0 > columns[0].x1:
        return False
    beside = [token for other in rows[max(index - 1, 0) : index + 2] if other is not row for token in other]
    if _is_on_shade_of_its_own(row, beside, columns, backdrop):
        return True
    crosses = row[-1].x1 > columns[1].x0 - LEAST_GUTTER * row[-1].size
    return crosses and (_is_between_rules(row, columns, backdrop) or _heads_a_row(index, rows, columns))


def _is_on_shade_of_its_own(
    row: Sequence[Token], beside: Sequence[Token], columns: Sequence[Column], backdrop: Backdrop
) -> bool:
    height = row[0].bottom - row[0].top
    for fill in backdrop.fills:
        low = fill.bottom - fill.top < BAND_HEIGHT * height
        wide = fill.x1 - fill.x0 > ACROSS * _width(columns)
        if low and wide and is_shaded(row, [fill]) and not any(shades(fill, other) for other in beside):
            return True
    return False


def _is_between_rules(row: Sequence[Token], columns: Sequence[Column], backdrop: Backdrop) -> bool:
    reach = BAND_REACH * (row[0].bottom - row[0].top)
    top, bottom = min(token.top for token in row), max(token.bottom for token in row)
    levels = [
        rule.at
        for rule in backdrop.rules
        if rule.end - rule.start > ACROSS * _width(columns) and rule.start < row[-1].x1
    ]
    above = any(top - reach <= at <= top + 2 for at in levels)
    return above and any(bottom - 2 <= at <= bottom + reach for at in levels)


def _heads_a_row(index: int, rows: Sequence[list[Token]], columns: Sequence[Column]) -> bool:
    """Whether a bold line is followed right away by a row of the table that is not bold all over."""
    row, following = rows[index], rows[index + 1] if index + 1 < len(rows) else []
    if not following or not is_bold(row) or is_bold(following):
        return False
    if following[0].top - row[0].bottom > BAND_REACH * (row[0].bottom - row[0].top):
        return False
    line = row_line(following, [Column(column.start, column.x0, column.x1) for column in columns])
    return len(line.columns) > 1 and 0 in line.columns


def _width(columns: Sequence[Column]) -> float:
    return columns[-1].x1 - columns[0].x0


def _grid(groups: list[Group], header: Header) -> Grid:
    columns = range(len(header.columns))
    parts = [part for group in groups for line in group for part in line.parts if not line.band]
    boxes = [[part.box for part in parts if part.column == index] for index in columns]
    reach = [
        Box.around(found) if found else Box(column.start, parts[0].top, column.x1, parts[0].bottom)
        for column, found in zip(header.columns, boxes, strict=True)
    ]
    rows = [[_tokens(group, index) for index in columns] for group in groups]
    limits = [[max([box.x1, *_ends(cell)]) for box, cell in zip(reach, row, strict=True)] for row in rows]
    area = Box.around([part.box for group in groups for line in group for part in line.parts])
    edges = [*(box.x0 for box in reach), reach[-1].x1]
    return Grid(area, rows, limits, edges, to_margin=True)


def _align(grid: Grid, last: Grid) -> None:
    """Let a table that goes on have the edges that it had on the page before."""
    if len(grid.edges) == len(last.edges):
        grid.edges = [*last.edges[:-1], max(last.edges[-1], grid.edges[-1])]
        grid.box = grid.box._replace(x0=min(grid.box.x0, last.edges[0]), x1=max(grid.box.x1, last.edges[-1]))


def _tokens(group: Group, column: int) -> list[Token]:
    return [token for line in group for part in line.parts if part.column == column for token in part.tokens]


def _ends(cell: list[Token]) -> list[float]:
    return [token.x1 for token in cell]
