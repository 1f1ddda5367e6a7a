"""The lines of a table without rules → its rows.

Rules between lines separate rows. So does white space that runs through all columns and is wider than what the lines
of one cell have between them. White that is followed by text in one column only may also be a paragraph in a long
cell; it separates rows when it is as wide as the white between rows elsewhere. Where no white space tells rows from
lines, a row begins with each line that fills the first column and another one.

The cells of the first column may reach down over several rows: then the other columns tell the rows, and the lines
of such a cell are brought together in the row where it begins.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractor.read.pdf_ink import Rule
from extractor.read.pdf_row_lines import Part, RowLine, line_white

ROW_GAP = 0.3  # line heights: what rows have between them beyond the lines of a cell
FINE_GAP = 0.1  # line heights: the same where wider white is rare
OFTENER = 2  # times as many rows begin below fine gaps as below wide ones where wide ones are rare
SAME_TOP = 1.6  # line heights: cells of one row begin this close
SAME_LEVEL = 0.8  # line heights: the first cell of a row may begin this much higher than the others
AS_WIDE = 0.9  # of the white between rows elsewhere
ACROSS = 0.6  # of the table's width: a rule between rows is at least this long
PROSE_WIDTH = 12.0  # line heights: a column of running text is wider
FILLED = 0.8  # of the column's width
FILLED_SHARE = 0.6  # of the lines of running text fill their column

Group = list[RowLine]


def group_rows(lines: Sequence[RowLine], header_lines: int, rules: Sequence[Rule]) -> list[Group]:
    """Group the lines of a table into rows; the header's lines are the first."""
    body = list(lines[header_lines:])
    groups = [list(lines[:header_lines])] if header_lines else []
    starts = find_starts(body, rules)
    for index, line in enumerate(body):
        if index in starts or index == 0:
            groups.append([])
        groups[-1].append(line)
    return groups


def find_starts(body: Sequence[RowLine], rules: Sequence[Rule]) -> set[int]:
    """Return the indexes of the lines that begin a row."""
    if not body:
        return set()
    bands = _beside_bands(body)
    ruled = {_first_below(body, level) for level in _levels(body, rules)}
    strong, weak = _parted(body)
    if len(ruled) > 1:
        return bands | ruled | strong
    filled = {index for index in range(1, len(body)) if _begins_row(body[index])}
    tight = row_white(body) < line_white(body) + ROW_GAP and len(filled) > OFTENER * len(strong)
    if ruled or (strong and not tight):
        return bands | ruled | strong | weak
    return bands if _is_prose(body) else bands | strong | filled


def _beside_bands(body: Sequence[RowLine]) -> set[int]:
    """Return the titles over all columns, and the lines below them."""
    return {index + step for index, line in enumerate(body) if line.band for step in (0, 1)}


def _levels(body: Sequence[RowLine], rules: Sequence[Rule]) -> list[list[Rule]]:
    """Return the rules between lines, those above and below titles left out."""
    outside = {0, *_beside_bands(body)}
    return [level for level in rules_across(body, rules) if _first_below(body, level) not in outside]


def _parted(body: Sequence[RowLine]) -> tuple[set[int], set[int]]:
    """Return the lines that begin a row after white space for certain, and those that may begin one."""
    least = row_white(body)
    strong = white_starts(body, least)
    wide = {index: white for index, white in _whites(body, set()).items() if white >= least}
    usual = min((wide[index] for index in strong if index in wide), default=0.0)
    return strong, {index for index in wide if index not in strong and wide[index] >= AS_WIDE * usual}


def row_white(body: Sequence[RowLine]) -> float:
    """Return the line heights of white that lines of one cell never have between them."""
    usual = line_white(body)
    wide, fine = (len(white_starts(body, usual + gap)) for gap in (ROW_GAP, FINE_GAP))
    return usual + (FINE_GAP if fine > OFTENER * wide else ROW_GAP)


def white_starts(body: Sequence[RowLine], least: float) -> set[int]:
    """Return the lines that begin two columns or more below wide white.

    Args:
        body: the lines.
        least: line heights of white from which it is wide.
    """
    whites = _whites(body, set())
    starts = {index for index, white in whites.items() if white >= least and len(opened_at(body, index)) > 1}
    return starts | _starts_beside_merged(body, least)


def _starts_beside_merged(body: Sequence[RowLine], least: float) -> set[int]:
    """Return the lines above which wide white runs through all columns but the first, whose cells are merged.

    They are, where rows begin without a word in the first column.
    """
    whites = _whites(body, {0})
    starts = {
        index
        for index, white in whites.items()
        if white >= least
        and len(opened_at(body, index) - {0}) > 1
        and not _goes_with_line_above(body, index, least)
    }
    return starts if any(0 not in body[index].columns for index in starts) else set()


def _goes_with_line_above(body: Sequence[RowLine], index: int, least: float) -> bool:
    """Whether the first cell of the row begins a little higher, on the line above."""
    above, line = body[index - 1], body[index]
    if above.columns != {0} or line.top - above.top >= SAME_LEVEL * line.height:
        return False
    others = set().union(*(line.columns for line in body)) - {0}
    return _whites(body, others).get(index - 1, least) >= least


def rules_across(body: Sequence[RowLine], rules: Sequence[Rule]) -> list[list[Rule]]:
    """Return rules that run over most of a table; pieces at one height are taken together."""
    tokens = [token for line in body for part in line.parts for token in part.tokens]
    x0, x1 = min(token.x0 for token in tokens), max(token.x1 for token in tokens)
    pieces: dict[float, list[Rule]] = {}
    for rule in rules:
        if min(rule.end, x1) > max(rule.start, x0):
            pieces.setdefault(rule.at, []).append(rule)
    return [
        level
        for level in pieces.values()
        if sum(min(rule.end, x1) - max(rule.start, x0) for rule in level) > ACROSS * (x1 - x0)
    ]


def _first_below(body: Sequence[RowLine], level: Sequence[Rule]) -> int:
    """Return the first line that has words right below a rule, in the columns over which it runs; 0 for none."""
    for index, line in enumerate(body):
        if any(part.top >= level[0].at - 2 and covers(level, part) for part in line.parts):
            return index
    return 0


def covers(level: Sequence[Rule], part: Part) -> bool:
    """Whether one of some rules at one height runs above or below some words."""
    middle = (part.tokens[0].x0 + part.tokens[-1].x1) / 2
    return any(rule.start <= middle <= rule.end for rule in level)


def gather_merged(groups: list[Group], rules: Sequence[Rule]) -> None:
    """Bring the lines of cells that reach down over several rows together, in the row where they begin.

    A cell goes on while no white and no rule parts its lines. Where nothing but words in two columns tells where
    rows begin, no cell is known to be higher than its row.
    """
    body = [line for group in groups for line in group]
    lines = [line for line in body if not line.band]
    if not lines:
        return
    least, levels = row_white(lines), _levels(body, rules)
    if not levels and not _starts_beside_merged(lines, least):
        return
    last: dict[int, tuple[Part, Group]] = {}
    for group in groups:
        for line in list(group):
            if line.band:
                last = {}
                continue
            for part in list(line.parts):
                above = last.get(part.column)
                if above and above[1] is not group and _runs_on(above[0], part, least, levels):
                    line.parts.remove(part)
                    above[1].append(RowLine([part]))
                    last[part.column] = (part, above[1])
                else:
                    last[part.column] = (part, group)
        group[:] = [line for line in group if line.parts]


def _runs_on(above: Part, part: Part, least: float, levels: Sequence[Sequence[Rule]]) -> bool:
    """Whether a line in a column belongs to the cell of the line above."""
    height = part.tokens[0].bottom - part.tokens[0].top
    if part.top - above.bottom >= least * height:
        return False
    return not any(
        above.bottom - 2 <= level[0].at <= part.top + 2 and covers(level, part) for level in levels
    )


def _is_prose(body: Sequence[RowLine]) -> bool:
    """Whether all columns are wide and filled line by line, as columns of running text are."""
    prose = 0
    lines = [line for line in body if not line.band]
    columns = set().union(*(line.columns for line in lines))
    for column in columns:
        boxes = [line.box_in(column) for line in lines if column in line.columns]
        width = max(box.x1 for box in boxes) - min(box.x0 for box in boxes)
        filled = sum(box.x1 - box.x0 > FILLED * width for box in boxes)
        prose += width > PROSE_WIDTH * lines[0].height and filled > FILLED_SHARE * len(boxes)
    return prose > 1 and prose == len(columns)


def _whites(body: Sequence[RowLine], merged: set[int]) -> dict[int, float]:
    """Return the white above lines through all columns but the `merged` ones, in line heights."""
    whites = {}
    bottom = None
    for index, line in enumerate(body):
        parts = [part for part in line.parts if part.column not in merged]
        if not parts:
            continue
        if bottom is not None:
            whites[index] = (min(part.top for part in parts) - bottom) / line.height
        lowest = max(part.bottom for part in parts)
        bottom = lowest if bottom is None else max(bottom, lowest)
    return whites


def opened_at(body: Sequence[RowLine], index: int) -> set[int]:
    """Return the columns that begin at a line or just below it."""
    line = body[index]
    reach = line.top + SAME_TOP * line.height
    near = [other for other in body[index:] if other.top <= reach and not other.band]
    return {column for other in near for column in other.columns}


def _begins_row(line: RowLine) -> bool:
    """Whether a line fills the first column and another, and does not go on in small letters in all of them."""
    if not {0} < line.columns:
        return False
    return not all(part.tokens[0].text[:1].islower() for part in line.parts)
