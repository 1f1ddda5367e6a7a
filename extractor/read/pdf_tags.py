"""What the structure tree of a tagged PDF names, and where it stands on the page.

Each text object may carry the number of a piece of marked content, and the tree says which numbers belong to which
heading, cell or item (`pdf_tag_tree`). Where such objects stand, there the tree says that it is. Whether that is to be
believed is settled later: of headings when the whole document is known (`structure/witnesses.py`), of tables and lists
when it is known what else the page shows (`pdf_tag_tables`, `pdf_tag_ruled`, `pdf_tag_items`).
"""

from __future__ import annotations

import ctypes
from collections.abc import Sequence

from extractor.document import Box
from extractor.read.pdf_ink import Ink
from extractor.read.pdf_pdfium_calls import bound_calls
from extractor.read.pdf_tag_calls import tree_calls
from extractor.read.pdf_tag_parts import Path
from extractor.read.pdf_tag_tree import Walk, walk_tree

MOST_TABLES = 50  # on one page: more are none
MOST_ITEMS = 600


class TagReader:
    """Reads the tree of a document page by page."""

    def __init__(self) -> None:
        self._begun: dict[Path, int] = {}  # where in long rows of elements the page before began

    def read(self, page: int, texts: Sequence[int], ink: Ink) -> None:
        """Note in the ink what the tree says of a page.

        Args:
            page: its handle.
            texts: handles of its text objects.
            ink: what it is noted in.
        """
        calls = tree_calls()
        tree = calls.tree(page)
        if not tree:
            return
        try:
            found = walk_tree(tree, self._begun)
        finally:
            calls.close(tree)
        if found.levels or found.cells or found.items:
            _place(found, texts, ink)


def _place(found: Walk, texts: Sequence[int], ink: Ink) -> None:
    """Note where the text objects stand that the tree names."""
    number_of, box_of = tree_calls().content_number, _Boxes(ink).of
    levels, items, cells, outside = found.levels, found.items, found.cells, ink.tags.outside
    for text in texts:
        number = number_of(text)
        if number < 0 or not (cells or number in levels or number in items):
            continue
        box = box_of(text)
        if box is None:
            continue
        if number in levels:
            ink.titles.append((levels[number], box))
        if number in items:
            items[number].boxes.append(box)
        (cells[number].boxes if number in cells else outside).append(box)
    tables = [table for table in found.tables if table.cells]
    listed = list({id(item): item for item in items.values() if item.boxes}.values())
    ink.tags.tables = tables if len(tables) <= MOST_TABLES else []
    ink.tags.items = listed if len(listed) <= MOST_ITEMS else []


class _Boxes:
    """Where text objects stand."""

    def __init__(self, ink: Ink) -> None:
        self.left, self.base = ink.left, ink.base
        self.edges = [ctypes.c_float() for _ in range(4)]
        self.out = [ctypes.byref(edge) for edge in self.edges]

    def of(self, text: int) -> Box | None:
        """Return the box of one, None where it has none."""
        if not bound_calls().object_bounds(text, *self.out):
            return None
        x0, bottom, x1, top = (edge.value for edge in self.edges)
        return Box(x0 - self.left, self.base - top, x1 - self.left, self.base - bottom)
