"""Where words stand: offsets in the text, pages, boxes, and pages that do not read upright."""

from __future__ import annotations

import struct
import sys
from collections.abc import Iterable
from functools import lru_cache
from math import isnan, nan
from typing import Any, NamedTuple

LINES_UP = 2.0  # line heights: a word further above the word before it may begin a column

_OFFSETS = struct.Struct("<QQ")
_OFFSETS_AND_BOX = struct.Struct("<QQ4d")


class Box(NamedTuple):
    """A rectangle on a page, in points from the top left."""

    x0: float
    top: float
    x1: float
    bottom: float

    @classmethod
    def around(cls, boxes: Iterable[Box]) -> Box:
        """Return the smallest box that holds all of `boxes`."""
        x0s, tops, x1s, bottoms = zip(*boxes, strict=True)
        return cls(min(x0s), min(tops), max(x1s), max(bottoms))


class Sheet(NamedTuple):
    """A page, or a part of it, that does not read upright: how it lies when it does."""

    quarters: int  # turns with the clock that take it from how it reads to how the page is seen
    width: float  # points, as it reads
    height: float  # points, as it reads

    def seen(self, box: Box) -> Box:
        """Return where a box stands on the page as it is seen."""
        return clockwise(box, self.quarters, self.width, self.height)


def clockwise(box: Box, quarters: int, width: float, height: float) -> Box:
    """Turn a box together with its page, which is `width` wide and `height` high before the turn."""
    x0, top, x1, bottom = box
    match quarters % 4:
        case 1:
            return Box(height - bottom, x0, height - top, x1)
        case 2:
            return Box(width - x1, height - bottom, width - x0, height - top)
        case 3:
            return Box(top, width - x1, bottom, width - x0)
    return box


class Place(NamedTuple):
    """Where something stands: offsets, and page and box where there are pages."""

    start: int
    end: int
    page: int | None = None
    box: Box | None = None  # as it reads
    sheet: Sheet | None = None  # where that is not how the page is seen

    @property
    def seen(self) -> Box | None:
        """The box on the page as it is seen."""
        return self.box if self.box is None or self.sheet is None else self.sheet.seen(self.box)


class Leaf(NamedTuple):
    """What all words of a page share."""

    page: int | None
    sheet: Sheet | None


class Word:
    """One word as the reader found it.

    A plan of 200 pages has 100 000 of them, and they stay until its last sentence is read. So a word keeps its offsets
    and its box packed, in a third of the room that objects of their own would take; its `place` is made when asked for.
    """

    __slots__ = ("_where", "leaf", "text")

    def __init__(self, text: str, place: Place) -> None:
        self.text = sys.intern(text)
        self.leaf = leaf_of(place.page, place.sheet)
        if place.box is None:
            self._where = _OFFSETS.pack(place.start, place.end)
        else:
            self._where = _OFFSETS_AND_BOX.pack(place.start, place.end, *place.box)

    @classmethod
    def on_page(cls, text: str, leaf: Leaf, *numbers: float) -> Word:
        """Return a word from what `numbers` gives, without the objects in between: there are very many words."""
        word = cls.__new__(cls)
        word.text, word.leaf, word._where = sys.intern(text), leaf, _OFFSETS_AND_BOX.pack(*numbers)
        return word

    @property
    def place(self) -> Place:
        """Where the word stands."""
        start, end = _OFFSETS.unpack_from(self._where)
        return Place(start, end, self.leaf.page, self.box, self.leaf.sheet)

    @property
    def box(self) -> Box | None:
        """Its box as it reads; None where there are no pages."""
        _, _, *box = self.numbers()
        return Box._make(box) if box else None

    def numbers(self) -> tuple[Any, ...]:
        """Return start and end and, where there are pages, x0, top, x1 and bottom."""
        where = self._where
        return (_OFFSETS_AND_BOX if len(where) > _OFFSETS.size else _OFFSETS).unpack(where)

    @property
    def start(self) -> int:
        """The offset of its first character."""
        start: int = _OFFSETS.unpack_from(self._where)[0]
        return start

    @property
    def end(self) -> int:
        """The offset behind its last character."""
        end: int = _OFFSETS.unpack_from(self._where)[1]
        return end

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Word) and (self.text, self.place) == (other.text, other.place)

    def __hash__(self) -> int:
        return hash((self.text, self._where))

    def __repr__(self) -> str:
        return f"Word({self.text!r}, {self.place!r})"


@lru_cache(maxsize=1024)
def leaf_of(page: int | None, sheet: Sheet | None) -> Leaf:
    """Return what the words of a page share, the same object for all of them."""
    return Leaf(page, sheet)


def places_of(words: Iterable[Word]) -> list[Place]:
    """Return where words stand, one place for each column of each page that they touch."""
    pages: dict[Leaf, list[_Column]] = {}
    for word in words:
        columns = pages.setdefault(word.leaf, [])
        numbers = word.numbers()
        if not (columns and columns[-1].takes(*numbers)):
            columns.append(_Column(*numbers))
    return [column.place(leaf) for leaf, columns in pages.items() for column in columns]


class _Column:
    """Words that follow each other in one column of a page: from where to where they stand."""

    __slots__ = ("bottom", "end", "last_top", "start", "top", "x0", "x1")

    def __init__(
        self, start: int, end: int, x0: float = nan, top: float = nan, x1: float = nan, bottom: float = nan
    ) -> None:
        self.start, self.end = start, end
        self.x0, self.top, self.x1, self.bottom = x0, top, x1, bottom
        self.last_top = top

    def takes(
        self, start: int, end: int, x0: float = nan, top: float = nan, x1: float = nan, bottom: float = nan
    ) -> bool:
        """Take in a word, unless another column begins with it: it stands clearly above all those before.

        The next cell of a table's row begins above the end of the one before it, but not above its beginning.
        """
        if bottom <= self.top and self.last_top - top > LINES_UP * (bottom - top):
            return False
        self.last_top = top
        # Plain comparisons: this runs for every word, several times over.
        if start < self.start:
            self.start = start
        if end > self.end:
            self.end = end
        if x0 < self.x0:
            self.x0 = x0
        if top < self.top:
            self.top = top
        if x1 > self.x1:
            self.x1 = x1
        if bottom > self.bottom:
            self.bottom = bottom
        return True

    def place(self, leaf: Leaf) -> Place:
        box = None if isnan(self.x0) else Box(self.x0, self.top, self.x1, self.bottom)
        return Place(self.start, self.end, leaf.page, box, leaf.sheet)
