"""The lines of a table without rules → its rows.

Rules between lines separate rows. So does white space that runs through all columns and is wider than what the lines
of one cell have between them. White that is followed by text in one column only may also be a paragraph in a long
cell; it separates rows when it is as wide as the white between rows elsewhere. Where no white space tells rows from
lines, a row begins with each line that fills the first column and another one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractor.document import Box
from extractor.read.pdf_ink import Rule
from extractor.read.pdf_tokens import LEADERS, Token

ROW_GAP = 0.3  # line heights: what rows have between them beyond the lines of a cell
SAME_TOP = 1.6  # line heights: cells of one row begin this close
AS_WIDE = 0.9  # of the white between rows elsewhere
ACROSS = 0.6  # of the table's width: a rule between rows is at least this long
BOTH_FILLED = 0.8  # of the rows fill both columns of a table with two
SOME_FILLED = 0.6  # of the rows fill two or more columns of a wider table
PROSE_WIDTH = 12.0  # line heights: a column of running text is wider
FILLED = 0.8  # of the column's width
FILLED_SHARE = 0.6  # of the lines of running text fill their column
SMALL_SHARE = 0.34  # of the rows may begin with a small letter
LEAST_ROWS = 2  # below the header
LEAST_PLAIN_ROWS = 3  # below a header that nothing sets apart


@dataclass(slots=True)
class Part:
    """Some words of one line, all in one column."""

    tokens: list[Token]
    column: int

    @property
    def box(self) -> Box:
        """Where they stand."""
        return Box.around([token.box for token in self.tokens])


@dataclass(slots=True)
class RowLine:
    """One line across a table."""

    parts: list[Part]

    @property
    def top(self) -> float:
        """Upper edge of its highest word."""
        return min(token.top for part in self.parts for token in part.tokens)

    @property
    def bottom(self) -> float:
        """Lower edge of its lowest word."""
        return max(token.bottom for part in self.parts for token in part.tokens)

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


Group = list[RowLine]


def group_rows(lines: Sequence[RowLine], header_lines: int, rules: Sequence[Rule]) -> list[Group]:
    """Group the lines of a table into rows; the header's lines are the first."""
    body = list(lines[header_lines:])
    groups = [list(lines[:header_lines])] if header_lines else []
    if not body:
        return groups
    starts = _starts(body, rules)
    for index, line in enumerate(body):
        if index in starts or index == 0:
            groups.append([])
        groups[-1].append(line)
    return groups


def _starts(body: list[RowLine], rules: Sequence[Rule]) -> set[int]:
    """Return the indexes of the lines that begin a row."""
    ruled = {index for index in range(1, len(body)) if _ruled(body, index, rules)}
    whites = _whites(body)
    least = _line_white(body) + ROW_GAP
    wide = {index: white for index, white in whites.items() if white >= least}
    strong = {index for index in wide if len(_opened(body, index)) > 1}
    usual = min((wide[index] for index in strong), default=0.0)
    weak = {index for index in wide if index not in strong and wide[index] >= AS_WIDE * usual}
    if len(ruled) > 1:
        return ruled | strong
    if strong or ruled:
        return ruled | strong | weak
    if _is_prose(body):
        return set()
    return {index for index in range(1, len(body)) if _begins_row(body[index])}


def _is_prose(body: list[RowLine]) -> bool:
    """Whether two columns are wide and filled line by line, as columns of running text are."""
    prose = 0
    for column in set().union(*(line.columns for line in body)):
        boxes = [line.box_in(column) for line in body if column in line.columns]
        width = max(box.x1 for box in boxes) - min(box.x0 for box in boxes)
        filled = sum(box.x1 - box.x0 > FILLED * width for box in boxes)
        prose += width > PROSE_WIDTH * body[0].height and filled > FILLED_SHARE * len(boxes)
    return prose > 1


def _whites(body: list[RowLine]) -> dict[int, float]:
    """Return, for each line but the first, the white above it through all columns, in line heights."""
    whites = {}
    bottom = body[0].bottom
    for index, line in enumerate(body[1:], start=1):
        whites[index] = (line.top - bottom) / line.height
        bottom = max(bottom, line.bottom)
    return whites


def _line_white(body: list[RowLine]) -> float:
    """Return the least white between two lines in one column, in line heights."""
    last: dict[int, Token] = {}
    whites = []
    for line in body:
        for part in line.parts:
            token = part.tokens[0]
            if part.column in last and last[part.column].bottom <= token.top + 0.5 * line.height:
                whites.append((token.top - last[part.column].bottom) / line.height)
            last[part.column] = token
    return min((white for white in whites), default=0.0)


def _ruled(body: list[RowLine], index: int, rules: Sequence[Rule]) -> bool:
    above, line = body[index - 1], body[index]
    tokens = [token for row in body for part in row.parts for token in part.tokens]
    x0, x1 = min(token.x0 for token in tokens), max(token.x1 for token in tokens)
    return any(
        above.bottom - 2 <= rule.at <= line.top + 2
        and min(rule.end, x1) - max(rule.start, x0) > ACROSS * (x1 - x0)
        for rule in rules
    )


def _opened(body: list[RowLine], index: int) -> set[int]:
    """Return the columns that begin at a line or just below it."""
    line = body[index]
    reach = line.top + SAME_TOP * line.height
    near = [other for other in body[index:] if other.top <= reach]
    return {column for other in near for column in other.columns}


def _begins_row(line: RowLine) -> bool:
    """Whether a line fills the first column and another, and does not go on in small letters in all of them."""
    if not {0} < line.columns:
        return False
    return not all(part.tokens[0].text[:1].islower() for part in line.parts)


def is_cut(group: Group) -> bool:
    """Whether the last row of a table may be text below it: it fills the first column only."""
    return all(line.columns == {0} for line in group)


def convinces(groups: Sequence[Group], columns: int, *, headed: bool, apart: bool) -> bool:
    """Whether rows make up a table beyond doubt.

    Args:
        groups: the rows, the header first if there is one.
        columns: how many there are.
        headed: whether the first row is a header.
        apart: whether something sets the header apart from the other rows.
    """
    body = groups[1:] if headed else groups
    if len(body) < (LEAST_ROWS if apart else LEAST_PLAIN_ROWS) or _is_contents(body):
        return False
    filled = [set().union(*(line.columns for line in group)) for group in body]
    share = sum(len(row) > 1 for row in filled) / len(body)
    if share < (BOTH_FILLED if columns == 2 else SOME_FILLED):
        return False
    if not apart and not all(0 in row for row in filled):
        return False
    if sum(_goes_on(group) for group in body) > SMALL_SHARE * len(body):
        return False
    level = [len(_opened(group, 0)) > 1 for group, row in zip(body, filled, strict=True) if len(row) > 1]
    return len(set().union(*filled)) > 1 and sum(level) >= BOTH_FILLED * len(level)


def _goes_on(group: Group) -> bool:
    """Whether a row begins in the middle of a sentence, as lines of running text do."""
    first = [part.tokens[0].text for line in group for part in line.parts if part.column == 0]
    return bool(first) and first[0][:1].islower()


def _is_contents(body: Sequence[Group]) -> bool:
    """Whether rows are entries of a table of contents: leaders, or ascending page numbers as the only other cell."""
    tokens = [[token for line in group for part in line.parts for token in part.tokens] for group in body]
    if 2 * sum(any(LEADERS.search(token.text) for token in row) for row in tokens) > len(body):
        return True
    lasts = [row[-1].text for row in tokens]
    two = all(max(line.columns) == 1 for group in body for line in group[:1])
    if not two or not all(last.isdigit() for last in lasts):
        return False
    pages = [int(last) for last in lasts]
    return all(first <= second for first, second in pairwise(pages))
