"""Two tables that touch, read as one, are parted where the second one's header stands.

Rules of tables without white space between them make one grid. The second table gives itself away by a row that is
set like the header, all cells filled and bold, above rows that are not. The header over again, in the middle of a
table, begins no new one and goes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extractor.document import Block, Box, Cell, Table

LONGEST_TITLE = 40  # characters
NO_TITLE = re.compile(r"[\W\d_]*")

Row = list[Cell]


def split_at_headers(block: Block) -> list[Block]:
    """Return the tables that a table consists of, one for most; anything else as it is."""
    if not isinstance(block, Table) or len(block.rows) < 2 * (block.header_rows + 1):
        return [block]
    _drop_repeated(block)
    if not (block.header_rows and _is_set_as_header(block.rows[0])):
        return [block]
    body = range(block.header_rows, len(block.rows) - 1)
    cuts = [i for i in body if _is_set_as_header(block.rows[i]) and _heads(block.rows[i], block.rows[i + 1])]
    edges = [0, *(cut for cut in cuts if cut > block.header_rows), len(block.rows)]
    return [_part(block, block.rows[start:end], first=not start) for start, end in pairwise(edges)]


def _drop_repeated(table: Table) -> None:
    """Drop rows below the header that say the same as it does."""
    header = [[cell.value for cell in row] for row in table.rows[: table.header_rows]]
    if not header or sum(map(bool, header[0])) < 2:
        return
    repeated = [
        row
        for row in table.rows[table.header_rows :]
        if [cell.value for cell in row] in header and _all_filled(row)
    ]
    table.set_aside += [word for row in repeated for cell in row for word in cell.words]
    table.rows = [row for row in table.rows if not any(row is other for other in repeated)]


def _is_set_as_header(row: Row) -> bool:
    """Whether two cells or more hold a short bold title, and none anything else."""
    titles = [cell.value for cell in row if cell.lines]
    titled = all(len(title) <= LONGEST_TITLE and not NO_TITLE.fullmatch(title) for title in titles)
    return len(titles) > 1 and titled and _is_bold(row)


def _heads(row: Row, below: Row) -> bool:
    """Whether the row below has a plain cell under each of the titles, and under nothing else."""
    under = [bool(cell.lines) for cell in below] == [bool(cell.lines) for cell in row]
    return not _is_bold(below) and (under or _all_filled(row))


def _all_filled(row: Row) -> bool:
    return all(cell.lines for cell in row)


def _is_bold(row: Row) -> bool:
    return all(line.bold for cell in row for line in cell.lines)


def _part(table: Table, rows: Sequence[Row], *, first: bool) -> Table:
    if len(rows) == len(table.rows):
        return table
    boxes = [line.box for row in rows for cell in row for line in cell.lines if line.box]
    box = table.box
    if box and boxes:
        inner = Box.around(boxes)
        box = box._replace(top=inner.top, bottom=inner.bottom)
    header = table.header_rows if first else 1
    used = [index for index in range(len(rows[0])) if any(row[index].lines for row in rows)]
    rows = [[row[index] for index in used] for row in rows]
    return Table(rows, table.page, box, header, table.gap if first else 0.0)
