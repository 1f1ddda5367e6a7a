"""Cells laid out by mark-up → tables.

A grid holds, for each place, the element that stands there: one that is merged over several rows in each of them,
None where a cell is merged into another in its row.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar

from extractor.document import Cell, Table

Element = TypeVar("Element", bound=Hashable)


def clear_repeated_headers(grid: list[list[Element | None]], headers: int) -> None:
    """Leave a header cell that spans several header rows in the first of them only."""
    for index in range(headers - 1, 0, -1):
        grid[index] = [
            None if cell is above else cell for cell, above in zip(grid[index], grid[index - 1], strict=True)
        ]


def to_table(grid: list[list[Element | None]], headers: int, read: Callable[[Element], Cell]) -> Table | None:
    """Return the table of a grid, each cell read once, in reading order; None when there is nothing in it.

    Args:
        grid: rows of equal length.
        headers: how many rows at the top are header.
        read: gives the content of a cell.
    """
    clear_repeated_headers(grid, headers)
    written: dict[Element, Cell] = {}  # a merged cell stands in each of its rows
    for cell in (cell for row in grid for cell in row if cell is not None):
        written[cell] = written.get(cell) or read(cell)
    rows = [[Cell() if cell is None else written[cell] for cell in row] for row in grid]
    headers -= sum(not _says_something(row) for row in rows[:headers])
    rows = [row for row in rows if _says_something(row)]
    columns = [index for index in range(len(grid[0])) if any(row[index].lines for row in rows)]
    kept = [[row[index] for index in columns] for row in rows]
    return Table(kept, header_rows=headers, gap=1.0) if columns else None


def _says_something(row: list[Cell]) -> bool:
    return any(cell.lines for cell in row)
