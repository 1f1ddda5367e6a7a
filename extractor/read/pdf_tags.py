"""Headings that the structure tree of a tagged PDF names.

Each text object may carry the number of a piece of marked content, and the tree says which numbers belong to which
heading. Where such objects stand, lines are headings, says the file; whether that is to be believed is settled when
the whole document is known (`structure/witnesses.py`). Tables are passed by: their cells are told by geometry.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from extractor.document import Box
from extractor.read.pdf_ink import Ink
from extractor.read.pdf_pdfium_calls import address, bound_calls

LEVELS = {"Title": 1, "H": 1, **{f"H{level}": level for level in range(1, 7)}}
PASSED_BY = frozenset({"Table", "Figure", "TOC", "Formula"})
MOST_ELEMENTS = 5_000  # on one page
DEEPEST = 40
NAME_ROOM = 64  # bytes for the name of a type: longer ones are none of ours


class TreeCalls(NamedTuple):
    """The functions that reading a tree needs, named by what they give."""

    content_number: Any
    tree: Any
    close: Any
    roots: Any
    root: Any
    children: Any
    child: Any
    kind: Any
    numbers: Any
    number: Any


@cache
def _tree_calls() -> TreeCalls:
    import pypdfium2.raw as raw

    at, count = ctypes.c_void_p, ctypes.c_int

    def bind(function: Any, result: Any, *arguments: Any) -> Any:
        return ctypes.PYFUNCTYPE(result, *arguments)(address(function))

    return TreeCalls(
        content_number=bind(raw.FPDFPageObj_GetMarkedContentID, count, at),
        tree=bind(raw.FPDF_StructTree_GetForPage, at, at),
        close=bind(raw.FPDF_StructTree_Close, None, at),
        roots=bind(raw.FPDF_StructTree_CountChildren, count, at),
        root=bind(raw.FPDF_StructTree_GetChildAtIndex, at, at, count),
        children=bind(raw.FPDF_StructElement_CountChildren, count, at),
        child=bind(raw.FPDF_StructElement_GetChildAtIndex, at, at, count),
        kind=bind(raw.FPDF_StructElement_GetType, ctypes.c_ulong, at, at, ctypes.c_ulong),
        numbers=bind(raw.FPDF_StructElement_GetMarkedContentIdCount, count, at),
        number=bind(raw.FPDF_StructElement_GetMarkedContentIdAtIndex, count, at, count),
    )


def read_titles(page: int, texts: Sequence[int], ink: Ink) -> None:
    """Note in the ink where the headings of a page stand.

    Args:
        page: its handle.
        texts: handles of its text objects.
        ink: what it is noted in.
    """
    calls = _tree_calls()
    tree = calls.tree(page)
    if not tree:
        return
    try:
        levels = dict(_Walker(calls).walk(tree))
    finally:
        calls.close(tree)
    if levels:
        found = ((levels.get(calls.content_number(text)), text) for text in texts)
        ink.titles += [(level, box) for level, text in found if level and (box := _box(text, ink))]


class _Walker:
    """Walks the elements of a page."""

    def __init__(self, calls: TreeCalls) -> None:
        self.calls = calls
        self.left = MOST_ELEMENTS
        self.name = ctypes.create_string_buffer(NAME_ROOM)

    def walk(self, tree: int) -> Iterator[tuple[int, int]]:
        """Yield the numbers of what stands in headings, with the level."""
        for index in range(self.calls.roots(tree)):
            yield from self._walk(self.calls.root(tree, index), None, 0)

    def _walk(self, element: int | None, level: int | None, depth: int) -> Iterator[tuple[int, int]]:
        self.left -= 1
        if not element or self.left < 0 or depth > DEEPEST:
            return
        kind = self._kind(element)
        if kind in PASSED_BY:
            return
        level = LEVELS.get(kind, level)
        if level is not None:
            for index in range(self.calls.numbers(element)):
                number = self.calls.number(element, index)
                if number >= 0:  # an element of its own has none
                    yield number, level
        for index in range(self.calls.children(element)):
            yield from self._walk(self.calls.child(element, index), level, depth + 1)

    def _kind(self, element: int) -> str:
        size = self.calls.kind(element, self.name, NAME_ROOM)
        return self.name.raw[: size - 2].decode("utf-16-le") if 2 < size <= NAME_ROOM else ""


def _box(text: int, ink: Ink) -> Box | None:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not bound_calls().object_bounds(text, *map(ctypes.byref, (left, bottom, right, top))):
        return None
    return Box(left.value - ink.left, ink.base - top.value, right.value - ink.left, ink.base - bottom.value)
