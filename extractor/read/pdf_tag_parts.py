"""What the structure tree of a tagged PDF says of one page: tables, the items of lists, and where they stand.

Elements of a tree that go on from page to page are known by their path: the places that they and what they stand in
have among their neighbours. It is the same on each page.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from extractor.document import Box

Path = tuple[int, ...]
Turn = Callable[[Box], Box]


@dataclass(slots=True, eq=False)
class TagCell:
    """A cell of a table."""

    row: Path  # of the row that it begins in, within the table
    rows: int = 1  # how many it covers
    columns: int = 1
    header: bool = False
    titled: bool = False  # it holds headings
    paragraphs: int = 0  # and items of lists
    boxes: list[Box] = field(default_factory=list)  # of what is printed in it


@dataclass(slots=True, eq=False)
class TagRow:
    """A row with its cells from left to right; None for one with nothing on the page."""

    path: Path  # within the table
    cells: list[TagCell | None] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class TagTable:
    """What a page holds of a table."""

    path: Path
    rows: list[TagRow] = field(default_factory=list)
    more: bool = False  # some rows are empty or stand on other pages
    nested: bool = False  # another table stands in it

    @property
    def cells(self) -> list[TagCell]:
        """The cells that are not empty."""
        return [cell for row in self.rows for cell in row.cells if cell and cell.boxes]


@dataclass(slots=True, eq=False)
class TagItem:
    """An item of a list, less the items of lists within it."""

    path: Path  # of its list
    boxes: list[Box] = field(default_factory=list)  # of what is printed in it, its bullet or number too
    titled: bool = False  # it is a heading


@dataclass(slots=True)
class Tags:
    """What a page holds."""

    tables: list[TagTable] = field(default_factory=list)
    items: list[TagItem] = field(default_factory=list)
    outside: list[Box] = field(
        default_factory=list
    )  # of what the tree has outside tables, on pages with tables

    def turned(self, turn: Turn) -> Tags:
        """Return the same on a page that somebody turned.

        Args:
            turn: gives where a box stands then.
        """
        items = [replace(item, boxes=list(map(turn, item.boxes))) for item in self.items]
        tables = [_turned(table, turn) for table in self.tables]
        return Tags(tables, items, [turn(box) for box in self.outside])


def _turned(table: TagTable, turn: Turn) -> TagTable:
    rows = [
        TagRow(row.path, [cell and replace(cell, boxes=list(map(turn, cell.boxes))) for cell in row.cells])
        for row in table.rows
    ]
    return replace(table, rows=rows)
