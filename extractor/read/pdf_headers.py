"""What may head a table without rules: a line of short titles with wide white space between them.

Weight, a shade or a rule sets a header apart from the rows. Its titles name the columns, and may take several lines.
A label with a colon or a number is no title; a shortened one may end in a full stop.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractor.document import Box
from extractor.read.pdf_ink import Rule
from extractor.read.pdf_looks import is_bold, is_shaded
from extractor.read.pdf_row_lines import Part, RowLine
from extractor.read.pdf_tables import Grid
from extractor.read.pdf_tokens import LEADERS, Token, split_row

PART_GAP = 0.55  # sizes of white between parts of a line that may stand in two cells
LEAST_GUTTER = 0.45  # sizes of white between two columns, all the way down
TITLE = re.compile(
    r"[A-ZÆØÅ](?:.*[^.:;,])?|[A-ZÆØÅ][\w-]{1,7}\.(?: [\w-]{1,7}\.?)?|\d{4}(?:\s?[-–/]\s?\d{2,4})?|%"
)
TITLE_WORDS = 6
PLAIN_TITLE_WORDS = 3  # of a title in a header that nothing sets apart
MOST_COLUMNS = 12
HEADER_LINES = 4
HEADER_GAP = 0.8  # line heights between the lines of a header
OUTDENT = 3.0  # sizes: how far left of its title a first cell may begin
ACROSS = 0.6  # of the header's width: a rule below it is at least this long


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


@dataclass(slots=True)
class Backdrop:
    """What lies behind the words of a page: horizontal rules, coloured boxes, and the table of the page before."""

    rules: Sequence[Rule]
    fills: Sequence[Box]
    last: Grid | None = None


def read_header(rows: list[list[Token]], backdrop: Backdrop, gap: float) -> Header | None:
    """Return the header that begins at the first line, if one does, with titles that stand `gap` sizes apart."""
    first = rows[0]
    titles = list(split_row(first, gap))
    if not 2 <= len(titles) <= MOST_COLUMNS or not _are_titles(titles, TITLE_WORDS):
        return None
    columns = [Column(part[0].x0, part[0].x0, part[-1].x1) for part in titles]
    bold = is_bold(first)
    lines = _header_lines(rows, columns, backdrop.rules) if bold else [first]
    following = rows[len(lines)] if len(lines) < len(rows) else []
    apart = (
        (bold and not (following and is_bold(following)))
        or is_shaded(first, backdrop.fills)
        or _is_underlined(lines[-1], following, backdrop.rules)
    )
    if not apart and (len(titles) < 3 or not _are_titles(titles, PLAIN_TITLE_WORDS)):
        return None
    return Header(columns, lines, apart)


def _are_titles(parts: list[list[Token]], most: int) -> bool:
    texts = [" ".join(token.text for token in part) for part in parts]
    return texts[0][0].isalpha() and all(
        TITLE.fullmatch(text) and len(text.split()) <= most and not LEADERS.search(text) for text in texts
    )


def _header_lines(rows: list[list[Token]], columns: list[Column], rules: Sequence[Rule]) -> list[list[Token]]:
    """Return the lines of a bold header, whose titles may take several; widen the columns to hold them."""
    lines = [rows[0]]
    for index, row in enumerate(rows[1:HEADER_LINES], start=1):
        bottom = max(token.bottom for token in lines[-1])
        height = row[0].bottom - row[0].top
        if not is_bold(row) or row[0].top - bottom > HEADER_GAP * height:
            break
        parts = list(split_row(row, PART_GAP))
        owners = [_column_of(part, columns) for part in parts]
        if (
            None in owners
            or _is_underlined(lines[-1], row, rules)
            or _names_rows(row, owners, rows[index + 1 :])
        ):
            break
        _widen(columns, parts, owners)
        lines.append(row)
    return lines


def _names_rows(row: list[Token], owners: list[int | None], rows: Sequence[list[Token]]) -> bool:
    """Whether a bold line below a header is a title for the rows that follow, and no part of the header."""
    return owners == [0] and row[0].text[:1].isupper() and not (rows and is_bold(rows[0]))


def _is_underlined(row: list[Token], following: list[Token], rules: Sequence[Rule]) -> bool:
    bottom = max(token.bottom for token in row)
    top = min((token.top for token in following), default=bottom)
    width = row[-1].x1 - row[0].x0
    return any(
        bottom - 2 <= rule.at <= top + 2
        and min(rule.end, row[-1].x1) - max(rule.start, row[0].x0) > ACROSS * width
        for rule in rules
    )


def row_line(row: list[Token], columns: list[Column]) -> RowLine:
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
