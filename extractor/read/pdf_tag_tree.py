"""The structure tree of a page, walked once: headings, tables with their cells, lists with their items.

The tree names pieces of marked content by number. A piece belongs to the cell, and to the innermost item, that it
stands in. What the tree has on other pages takes its place among the neighbours and is empty here. A document of a
thousand pages may hang under one element: the search in such a long row begins where the page before began, and
ends where nothing more comes.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import NamedTuple

from extractor.read.pdf_tag_calls import tree_calls
from extractor.read.pdf_tag_parts import Path, TagCell, TagItem, TagRow, TagTable

LEVELS = {"Title": 1, "H": 1, **{f"H{level}": level for level in range(1, 7)}}
PASSED_BY = frozenset({"Figure", "TOC", "Formula"})
CELLS = frozenset({"TD", "TH"})
PARAGRAPHS = frozenset({"P", "LI"})
HOLDERS = frozenset(
    {"Document", "DocumentFragment", "Part", "Art", "Sect", "Div", "NonStruct", "Table", "TBody", "L"}
)
MOST_ELEMENTS = 5_000  # on one page
MOST_EMPTY = 60_000  # places looked at for it that hold no element of the page
LONG_ROW = 100  # elements under one: more are not looked through from the beginning
LONG_PAUSE = 80  # empty places behind what a page holds: nothing more comes
DEEPEST = 40
MOST_SPANNED = 100  # rows or columns
NAME_ROOM = 64  # bytes for the name of a type: longer ones are none of ours


class _Within(NamedTuple):
    """What an element stands in."""

    level: int | None = None
    table: TagTable | None = None
    row: TagRow | None = None
    cell: TagCell | None = None
    item: TagItem | None = None


@dataclass(slots=True)
class Walk:
    """What the walk through the tree of a page found. Numbers are those of pieces of marked content."""

    levels: dict[int, int] = field(default_factory=dict)  # of headings outside tables
    cells: dict[int, TagCell] = field(default_factory=dict)
    items: dict[int, TagItem] = field(default_factory=dict)
    tables: list[TagTable] = field(default_factory=list)

    def take(self, number: int, within: _Within) -> None:
        """Note what a piece belongs to."""
        if within.level is not None and within.table is None:
            self.levels[number] = within.level
        if within.cell is not None:
            self.cells[number] = within.cell
        if within.item is not None:
            self.items[number] = within.item


def walk_tree(tree: int, begun: dict[Path, int]) -> Walk:
    """Walk through the tree of a page.

    Args:
        tree: its handle.
        begun: where in long rows of elements the page before began; changed.
    """
    walker = _Walker(begun)
    for index in range(walker.calls.roots(tree)):
        if element := walker.calls.root(tree, index):
            walker.walk(element, (index,), _Within())
    for table in walker.found.tables:
        table.rows.sort(key=lambda row: row.path)
    return walker.found


class _Walker:
    """Walks from element to element."""

    def __init__(self, begun: dict[Path, int]) -> None:
        self.calls = tree_calls()
        self.begun = begun
        self.found = Walk()
        self.left, self.empty = MOST_ELEMENTS, MOST_EMPTY
        self.name = ctypes.create_string_buffer(NAME_ROOM)
        self.kinds: dict[bytes, str] = {}

    def walk(self, element: int, path: Path, within: _Within) -> None:
        self.left -= 1
        kind = self._kind(element)
        if self.left < 0 or len(path) > DEEPEST or kind in PASSED_BY:
            return
        inside = self._enter(element, kind, path, within)
        wanted = inside.level is not None or inside.cell is not None or inside.item is not None
        row = inside.row if kind == "TR" else None
        if wanted and kind not in HOLDERS:
            self._take_pieces(element, path, inside)
            return
        for index, child in self._children(element, kind, path, inside, wanted=wanted):
            if child:
                self.walk(child, (*path, index), inside)
            elif row is not None or wanted:
                number = self.calls.child_number(element, index)
                if number >= 0:
                    self.found.take(number, inside)
                elif row is not None:
                    row.cells.append(None)

    def _take_pieces(self, element: int, path: Path, within: _Within) -> None:
        """Walk on from what holds pieces of content above all."""
        for index in range(min(self.calls.children(element), self.empty)):
            number = self.calls.child_number(element, index)
            self.empty -= 1
            if number >= 0:
                self.found.take(number, within)
            elif child := self.calls.child(element, index):
                self.walk(child, (*path, index), within)

    def _enter(self, element: int, kind: str, path: Path, within: _Within) -> _Within:
        """Return what the children of an element stand in."""
        table, row = within.table, within.row
        if kind == "Table":
            return within._replace(table=self._new_table(path, table), row=None, cell=None)
        if kind == "TR" and table is not None and within.cell is None:
            row = TagRow(path[len(table.path) :])
            table.rows.append(row)
            return within._replace(row=row)
        if kind in CELLS and row is not None and within.cell is None:
            cell = TagCell(row.path, header=kind == "TH")
            if self.calls.attributes(element) > 0:
                cell.rows, cell.columns = self._span(element, b"RowSpan"), self._span(element, b"ColSpan")
            row.cells.append(cell)
            return within._replace(cell=cell)
        if within.cell is not None and kind in PARAGRAPHS:
            within.cell.paragraphs += 1
        if kind == "LI":
            return within._replace(item=TagItem(path[:-1]))
        return self._enter_title(kind, within)

    def _new_table(self, path: Path, outer: TagTable | None) -> TagTable:
        if outer is not None:
            outer.nested = True
        self.found.tables.append(TagTable(path))
        return self.found.tables[-1]

    def _enter_title(self, kind: str, within: _Within) -> _Within:
        level = LEVELS.get(kind)
        if level is None:
            return within
        for holder in (within.cell, within.item):
            if holder is not None:
                holder.titled = True
        return within._replace(level=level)

    def _children(
        self, element: int, kind: str, path: Path, within: _Within, *, wanted: bool
    ) -> Iterator[tuple[int, int | None]]:
        """Yield the places below an element with what stands there; None for what is no element of the page."""
        count, child = self.calls.children(element), self.calls.child
        near = count > LONG_ROW and kind in HOLDERS
        start = min(self.begun.get(path, 0), count) if near else 0
        first, pause = None, 0
        for index in chain(range(start, count), range(start)):
            if found := child(element, index):
                yield index, found
                first, pause = index if first is None else first, 0
                continue
            if wanted or kind not in HOLDERS:
                yield index, None
            pause += 1
            self.empty -= 1
            if within.table is not None and kind != "TR" and within.cell is None:
                within.table.more = True
            if self.empty < 0 or (near and first is not None and pause > LONG_PAUSE):
                break
        if near and first is not None:
            self.begun[path] = first

    def _kind(self, element: int) -> str:
        size = self.calls.kind(element, self.name, NAME_ROOM)
        if not 2 < size <= NAME_ROOM:
            return ""
        raw = self.name.raw[: size - 2]
        if raw not in self.kinds:
            self.kinds[raw] = raw.decode("utf-16-le", "replace")
        return self.kinds[raw]

    def _span(self, element: int, name: bytes) -> int:
        """Return over how many rows or columns a cell reaches."""
        calls, value = self.calls, ctypes.c_float()
        for index in range(min(calls.attributes(element), 9)):
            attribute = calls.attribute(element, index)
            told = attribute and calls.value(attribute, name)
            if told and calls.number(told, ctypes.byref(value)) and 1 <= value.value <= MOST_SPANNED:
                return int(value.value)
        return 1
