"""Where words stand: offsets in the text, pages, boxes, and pages that do not read upright."""

from __future__ import annotations

import struct
import sys
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

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
        self.leaf = _leaf(place.page, place.sheet)
        if place.box is None:
            self._where = _OFFSETS.pack(place.start, place.end)
        else:
            self._where = _OFFSETS_AND_BOX.pack(place.start, place.end, *place.box)

    @property
    def place(self) -> Place:
        """Where the word stands."""
        start, end = _OFFSETS.unpack_from(self._where)
        return Place(start, end, self.leaf.page, self.box, self.leaf.sheet)

    @property
    def box(self) -> Box | None:
        """Its box as it reads; None where there are no pages."""
        where = self._where
        return Box._make(_OFFSETS_AND_BOX.unpack(where)[2:]) if len(where) > _OFFSETS.size else None

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
def _leaf(page: int | None, sheet: Sheet | None) -> Leaf:
    return Leaf(page, sheet)


def places_of(words: Iterable[Word]) -> list[Place]:
    """Return where words stand, one place for each column of each page that they touch."""
    pages: dict[Leaf, list[_Column]] = {}
    for word in words:
        columns = pages.setdefault(word.leaf, [])
        if not (columns and columns[-1].takes(word)):
            columns.append(_Column(word))
    return [column.place() for columns in pages.values() for column in columns]


class _Column:
    """Words that follow each other in one column of a page: from where to where they stand."""

    __slots__ = ("box", "end", "last_top", "leaf", "start")

    def __init__(self, word: Word) -> None:
        self.leaf = word.leaf
        self.start, self.end, self.box = word.start, word.end, word.box
        self.last_top = None if self.box is None else self.box.top

    def takes(self, word: Word) -> bool:
        """Take in a word, unless another column begins with it: it stands clearly above all those before.

        The next cell of a table's row begins above the end of the one before it, but not above its beginning.
        """
        box = word.box
        if box is not None and self._stands_above(box):
            return False
        self.start, self.end = min(self.start, word.start), max(self.end, word.end)
        self.last_top = None if box is None else box.top
        if box is not None:
            self.box = box if self.box is None else Box.around((self.box, box))
        return True

    def _stands_above(self, box: Box) -> bool:
        if self.box is None or self.last_top is None or box.bottom > self.box.top:
            return False
        return self.last_top - box.top > LINES_UP * (box.bottom - box.top)

    def place(self) -> Place:
        return Place(self.start, self.end, self.leaf.page, self.box, self.leaf.sheet)
