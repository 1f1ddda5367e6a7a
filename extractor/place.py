"""Places: offsets in the text, pages, boxes, and pages that do not read upright."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from math import cos, radians, sin
from typing import NamedTuple


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
    skew: float = 0.0  # degrees against the clock that made it straight: a scanned page that lay askew

    def seen(self, box: Box) -> Box:
        """Return where a box stands on the page as it is seen."""
        box = self._askew(box) if self.skew else box
        return clockwise(box, self.quarters, self.width, self.height)

    def _askew(self, box: Box) -> Box:
        """Return the box around a box that is turned back with the clock."""
        angle, x, y = radians(self.skew), self.width / 2, self.height / 2
        corners = [(right - x, down - y) for right in (box.x0, box.x1) for down in (box.top, box.bottom)]
        xs = [x + right * cos(angle) - down * sin(angle) for right, down in corners]
        ys = [y + right * sin(angle) + down * cos(angle) for right, down in corners]
        return Box(min(xs), min(ys), max(xs), max(ys))


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


@lru_cache(maxsize=1024)
def leaf_of(page: int | None, sheet: Sheet | None) -> Leaf:
    """Return what the words of a page share, the same object for all of them."""
    return Leaf(page, sheet)
