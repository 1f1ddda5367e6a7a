"""Tables without rules, told by their header and the white between their columns.

A line of short titles, set apart by weight, a shade or a rule and with wide white space between them, may be the
header of a table. Its titles name the columns. Lines below belong to the table as long as each of their parts falls
under one title and the gutters stay white; the first line that runs across a gutter is text again. Where the page
before ended in such a table, its columns may go on without a header.

A wrong table is worse than none, see `convinces`. A label with a colon or a number is no title.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractor.document import Box
from extractor.read.pdf_ink import Rule
from extractor.read.pdf_row_groups import Group, Part, RowLine, convinces, group_rows, is_cut
from extractor.read.pdf_tables import Grid, shades
from extractor.read.pdf_tokens import LEADERS, Token, rows_of, split_row

PART_GAP = 0.55  # sizes of white between parts of a line that may stand in two cells
TITLE_GAPS = (PART_GAP, 0.9)  # sizes of white between two titles; the wider when the narrower makes no table
LEAST_GUTTER = 0.45  # sizes of white between two columns, all the way down
TITLE = re.compile(r"[A-ZÆØÅ](?:.*[^.:;,])?|\d{4}(?:\s?[-–/]\s?\d{2,4})?|%")
TITLE_WORDS = 6
PLAIN_TITLE_WORDS = 3  # of a title in a header that nothing sets apart
MOST_COLUMNS = 12
HEADER_LINES = 4
HEADER_GAP = 0.8  # line heights between the lines of a header
END_GAP = 3.0  # line heights of white that end a table
LARGER = 1.12  # times the size of the header: a heading
OUTDENT = 3.0  # sizes: how far left of its title a first cell may begin
ACROSS = 0.6  # of the header's width: a rule below it is at least this long
SAME_START = 6.0  # points: columns of a table that goes on begin this close


@dataclass(slots=True)
class Column:
    """A column: where its title begins, and how far its words reach so far."""

    start: float
    x0: float
    x1: float


@dataclass(slots=True)
class Header:
    """The lines that name the columns; `apart` when something sets them apart from the rows."""

    columns: list[Column]
    lines: list[list[Token]]
    apart: bool
    bold: bool = False


def find_borderless(
    tokens: Sequence[Token],
    rules: Sequence[Rule],
    fills: Sequence[Box],
    *,
    last_starts: Sequence[float] | None = None,
) -> tuple[list[Grid], list[Token]]:
    """Return the tables among words that no rules enclose, and the words that are left.

    Args:
        tokens: the words.
        rules: horizontal rules of the page.
        fills: coloured boxes.
        last_starts: left edges of the columns, when the page before ended in such a table.
    """
    rows = rows_of(tokens)
    grids: list[Grid] = []
    rest: list[Token] = []
    index = 0
    while index < len(rows):
        grid, length = _table_at(rows[index:], rules, fills, None if index else last_starts)
        if grid is not None:
            grids.append(grid)
        else:
            rest += rows[index]
        index += max(length, 1)
    return grids, rest


def _table_at(
    rows: list[list[Token]], rules: Sequence[Rule], fills: Sequence[Box], last_starts: Sequence[float] | None
) -> tuple[Grid | None, int]:
    """Return the table that begins with the first line, and how many lines it has."""
    headers = [_read_header(rows, rules, fills, gap) for gap in TITLE_GAPS]
    if last_starts is not None and keeps_columns(rows[0], last_starts):
        carried = Header([Column(start, start, start + 1) for start in last_starts], [], apart=True)
        headers = [*(header for header in headers if header and header.apart), carried]
    for header in headers:
        grid, length = _table_below(header, rows, rules) if header else (None, 0)
        if grid is not None:
            return grid, length
    return None, 0


def _table_below(header: Header, rows: list[list[Token]], rules: Sequence[Rule]) -> tuple[Grid | None, int]:
    """Return the table that a header begins, and how many lines it has."""
    lines = _grow(header, rows)
    groups = group_rows(lines, len(header.lines), rules)
    while groups and is_cut(groups[-1]):
        groups.pop()
    if not convinces(groups, len(header.columns), headed=bool(header.lines), apart=header.apart):
        return None, 0
    return _grid(groups, len(header.columns)), sum(len(group) for group in groups)


def _read_header(
    rows: list[list[Token]], rules: Sequence[Rule], fills: Sequence[Box], gap: float
) -> Header | None:
    """Return the header that begins at the first line, if one does, with titles that stand `gap` sizes apart."""
    first = rows[0]
    titles = list(split_row(first, gap))
    if not 2 <= len(titles) <= MOST_COLUMNS or not _are_titles(titles, TITLE_WORDS):
        return None
    columns = [Column(part[0].x0, part[0].x0, part[-1].x1) for part in titles]
    bold = all(token.bold for token in first)
    lines = _header_lines(rows, columns) if bold else [first]
    following = rows[len(lines)] if len(lines) < len(rows) else []
    apart = (
        (bold and not all(token.bold for token in following))
        or _is_shaded(first, fills)
        or _is_underlined(lines[-1], following, rules)
    )
    if not apart and (len(titles) < 3 or not _are_titles(titles, PLAIN_TITLE_WORDS)):
        return None
    return Header(columns, lines, apart, bold)


def _are_titles(parts: list[list[Token]], most: int) -> bool:
    texts = [" ".join(token.text for token in part) for part in parts]
    return texts[0][0].isalpha() and all(
        TITLE.fullmatch(text) and len(text.split()) <= most and not LEADERS.search(text) for text in texts
    )


def _header_lines(rows: list[list[Token]], columns: list[Column]) -> list[list[Token]]:
    """Return the lines of a bold header, whose titles may take several; widen the columns to hold them."""
    lines = [rows[0]]
    for row in rows[1:HEADER_LINES]:
        bottom = max(token.bottom for token in lines[-1])
        height = row[0].bottom - row[0].top
        if not all(token.bold for token in row) or row[0].top - bottom > HEADER_GAP * height:
            break
        parts = list(split_row(row, PART_GAP))
        owners = [_column_of(part, columns) for part in parts]
        if None in owners:
            break
        _widen(columns, parts, owners)
        lines.append(row)
    return lines


def _is_shaded(row: list[Token], fills: Sequence[Box]) -> bool:
    return all(any(shades(fill, token) for fill in fills) for token in row)


def _is_underlined(row: list[Token], following: list[Token], rules: Sequence[Rule]) -> bool:
    bottom = max(token.bottom for token in row)
    top = min((token.top for token in following), default=bottom)
    width = row[-1].x1 - row[0].x0
    return any(
        bottom - 2 <= rule.at <= top + 2
        and min(rule.end, row[-1].x1) - max(rule.start, row[0].x0) > ACROSS * width
        for rule in rules
    )


def keeps_columns(row: Sequence[Token], starts: Sequence[float]) -> bool:
    """Whether the parts of a line begin where the columns of a table do."""
    parts = list(split_row(row, PART_GAP))
    return len(parts) > 1 and all(
        any(abs(part[0].x0 - start) <= SAME_START for start in starts) for part in parts
    )


def _grow(header: Header, rows: list[list[Token]]) -> list[RowLine]:
    """Return the lines of the table, from its header to the last line that keeps to the columns."""
    lines = [_row_line(row, header.columns) for row in header.lines]
    size = max(token.size for token in (header.lines or rows)[0])
    wording = [token.text for token in header.lines[0]] if header.lines else None
    bottom = max((line.bottom for line in lines), default=0.0)
    for row in rows[len(lines) :]:
        line = _row_line(row, header.columns)
        height = row[0].bottom - row[0].top
        if not line.parts or (bottom and line.top - bottom > END_GAP * height):
            break
        if min(token.size for token in row) > LARGER * size or [token.text for token in row] == wording:
            break
        lines.append(line)
        bottom = max(bottom, line.bottom)
    return lines


def _row_line(row: list[Token], columns: list[Column]) -> RowLine:
    """Sort a line into columns and widen them; it comes back empty when it does not keep to them."""
    parts = list(split_row(row, PART_GAP))
    owners = [_column_of(part, columns) for part in parts]
    if None in owners or not _widen(columns, parts, owners):
        return RowLine([])
    return RowLine(
        [Part(part, owner) for part, owner in zip(parts, owners, strict=True) if owner is not None]
    )  # fmt: skip


def _column_of(part: list[Token], columns: list[Column]) -> int | None:
    """Return the column that some words stand in; None when they run across two or stand outside."""
    x0, x1 = part[0].x0, part[-1].x1
    touched = [index for index, column in enumerate(columns) if x0 < column.x1 and x1 > column.x0]
    if touched:
        return touched[0] if len(touched) == 1 else None
    begun = [index for index, column in enumerate(columns) if column.start <= x0]
    if begun:
        return begun[-1]
    return 0 if columns[0].start - x0 <= OUTDENT * part[0].size else None


def _widen(columns: list[Column], parts: list[list[Token]], owners: list[int | None]) -> bool:
    """Let columns reach as far as their words do; leave them and return False where gutters would not be white."""
    reach = [(column.x0, column.x1) for column in columns]
    for part, owner in zip(parts, owners, strict=True):
        if owner is not None:
            x0, x1 = reach[owner]
            reach[owner] = (min(x0, part[0].x0), max(x1, part[-1].x1))
    gutter = LEAST_GUTTER * max(token.size for part in parts for token in part)
    if any(right[0] - left[1] < gutter for left, right in pairwise(reach)):
        return False
    for column, (x0, x1) in zip(columns, reach, strict=True):
        column.x0, column.x1 = x0, x1
    return True


def _grid(groups: list[Group], columns: int) -> Grid:
    parts = [part for group in groups for line in group for part in line.parts]
    reach = [Box.around([part.box for part in parts if part.column == index]) for index in range(columns)]
    rows = [
        [
            [token for line in group for part in line.parts if part.column == index for token in part.tokens]
            for index in range(columns)
        ]
        for group in groups
    ]
    edges = [*(box.x0 for box in reach), reach[-1].x1]
    return Grid(Box.around(reach), rows, [[box.x1 for box in reach] for _ in rows], edges, to_margin=True)
