"""Rows that a page break cut, where the structure tree of a tagged PDF tells which belong together.

Parts of one table stand under one element of the tree, and so do the two halves of a row. A cell that groups rows may
go on beside a row that begins: it belongs to the row that it began in.
"""

from __future__ import annotations

from collections.abc import Callable

from extractor.document import Cell, Table

Row = list[Cell]
Join = Callable[[Cell, Cell], Cell]


def are_one(table: Table, part: Table) -> bool:
    """Whether the tree has the rows of two tables in one."""
    above, below = _owners(table.rows[-1:]), _owners(part.rows)
    return bool(above and below) and above[0][0] == below[0][0] and len(table.rows[0]) == len(part.rows[0])


def put_together(table: Table, rows: list[Row], join: Join) -> list[Row]:
    """Give the rows of a table what a page break cut off; return the rows that are left.

    Args:
        table: what stands above.
        rows: those of the next part of it; changed.
        join: puts two halves of a cell together.
    """
    body = table.rows[table.header_rows :]
    homes = {cell.owner: row for row in body for cell in row if cell.owner is not None}
    for row in rows:
        for column, cell in enumerate(row):
            home = homes.get(cell.owner) if cell.owner is not None else None
            if home is not None and cell.lines:
                home[column] = join(home[column], cell)
                row[column] = Cell()
    return [row for row in rows if any(cell.lines for cell in row)]


def _owners(rows: list[Row]) -> list[tuple[object, object]]:
    return [cell.owner for row in rows for cell in row if cell.owner is not None]
