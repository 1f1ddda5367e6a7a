"""Paths, pictures and text objects of a page through PDFium.

Page objects are walked in the order of printing; forms (drawings with text and lines, which a page prints by name)
are opened up to a fixed depth, with the matrices of all forms around them applied. A path is cut into its strokes,
and each goes the way of every stroke (`pdf_ink`). Clipping is not looked at, as in the other parser.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field

from extractor.document import Box
from extractor.read.pdf_ink import MOST_PATHS, Ink, take_path
from extractor.read.pdf_pdfium_calls import MatrixStruct, bound_calls

DEEPEST = 8  # forms within forms
MOST_OBJECTS = 50_000  # on one page: more is a map or a drawing, in which no table is looked for
EXACT = 1e-3  # points: how far the corners of a rectangle may be off, and what has no extent
TEXT, PATH, PICTURE, FORM = 1, 2, 3, 5
BEZIER_TO, MOVE_TO = 1, 2

Point = tuple[float, float]
Matrix = tuple[float, float, float, float, float, float]  # x → a·x + c·y + e, y → b·x + d·y + f
UNCHANGED: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(slots=True)
class Stroke:
    """One run of a path: its corners in points from the bottom left, and how it is painted."""

    pts: list[Point]
    stroke: bool
    fill: bool
    non_stroking_color: tuple[float, ...]  # RGB; empty for a pattern
    x0: float = field(init=False)
    y0: float = field(init=False)
    x1: float = field(init=False)
    y1: float = field(init=False)

    def __post_init__(self) -> None:
        xs, ys = zip(*self.pts, strict=True)
        self.x0, self.y0, self.x1, self.y1 = min(xs), min(ys), max(xs), max(ys)


class LTRect(Stroke):
    """A rectangle with level sides. The ink knows it by this name, which is the other parser's."""

    __slots__ = ()


def walk_objects(page: int, ink: Ink) -> list[int]:
    """Put the paths of a page into its ink, note where its pictures stand, and return its text objects.

    What comes after the most objects is not looked at; the page then counts as one with too many paths.
    """
    walker = _Walker(ink)
    walker.walk(page, UNCHANGED, depth=0)
    return walker.texts


def prints_something(text_object: int) -> bool:
    """Whether a text object has an extent; spaces have none."""
    ends = [ctypes.c_float() for _ in range(4)]
    if not bound_calls().object_bounds(text_object, *map(ctypes.byref, ends)):
        return False
    left, bottom, right, top = (end.value for end in ends)
    return right - left > EXACT and top - bottom > EXACT


class _Walker:
    """Walks page objects and what is in their forms."""

    def __init__(self, ink: Ink) -> None:
        self.ink = ink
        self.calls = bound_calls()
        self.texts: list[int] = []
        self.left = MOST_OBJECTS

    def walk(self, parent: int, outer: Matrix, *, depth: int) -> None:
        """Walk the objects of a page (at depth 0) or of a form."""
        calls = self.calls
        count = (calls.form_objects if depth else calls.page_objects)(parent)
        get = calls.form_object if depth else calls.page_object
        for index in range(count):
            if not self.left:
                self.ink.paths = MOST_PATHS + 1
                return
            self.left -= 1
            item = get(parent, index)
            kind = calls.object_type(item)
            if kind == TEXT:
                self.texts.append(item)
            elif kind == PATH:
                self._take_path(item, _within(self._matrix(item), outer))
            elif kind == PICTURE:
                self.ink.pictures.append(self._square(_within(self._matrix(item), outer)))
            elif kind == FORM and depth < DEEPEST:
                self.walk(item, _within(self._matrix(item), outer), depth=depth + 1)

    def _matrix(self, item: int) -> Matrix:
        found = MatrixStruct()
        if not self.calls.object_matrix(item, ctypes.byref(found)):
            return UNCHANGED
        return found.a, found.b, found.c, found.d, found.e, found.f

    def _square(self, matrix: Matrix) -> Box:
        """Return where a matrix puts the square that a picture fills."""
        a, b, c, d, e, f = matrix
        xs = [e + min(a, 0) + min(c, 0) - self.ink.left, e + max(a, 0) + max(c, 0) - self.ink.left]
        ys = [self.ink.base - (f + max(b, 0) + max(d, 0)), self.ink.base - (f + min(b, 0) + min(d, 0))]
        return Box(xs[0], ys[0], xs[1], ys[1])

    def _take_path(self, item: int, matrix: Matrix) -> None:
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        self.calls.draw_mode(item, ctypes.byref(fill), ctypes.byref(stroke))
        colour = self._fill_colour(item) if fill.value else ()
        for pts in self._subpaths(item, matrix):
            kind = LTRect if _is_rectangle(pts) else Stroke
            take_path(kind(pts, bool(stroke.value), bool(fill.value), colour), self.ink)

    def _fill_colour(self, item: int) -> tuple[float, ...]:
        parts = [ctypes.c_uint() for _ in range(4)]
        if not self.calls.fill_colour(item, *map(ctypes.byref, parts)):
            return ()
        return tuple(part.value / 255 for part in parts[:3])

    def _subpaths(self, item: int, matrix: Matrix) -> Iterator[list[Point]]:
        """Yield the ends of the strokes of each run, on the page; of curves, too, only the ends."""
        calls, x, y = self.calls, ctypes.c_float(), ctypes.c_float()
        a, b, c, d, e, f = matrix
        pts: list[Point] = []
        controls = 0
        for index in range(min(calls.segments(item), MOST_OBJECTS)):
            segment = calls.segment(item, index)
            kind = calls.segment_type(segment)
            if kind == MOVE_TO and pts:
                yield pts
                pts = []
            controls = (controls + 1) % 3 if kind == BEZIER_TO else 0
            if not controls:
                calls.segment_point(segment, ctypes.byref(x), ctypes.byref(y))
                pts.append((a * x.value + c * y.value + e, b * x.value + d * y.value + f))
        if pts:
            yield pts


def _within(inner: Matrix, outer: Matrix) -> Matrix:
    """Return the matrix that applies the inner and then the outer one."""
    if outer == UNCHANGED:
        return inner
    a, b, c, d, e, f = inner
    oa, ob, oc, od, oe, of = outer
    return (
        a * oa + b * oc,
        a * ob + b * od,
        c * oa + d * oc,
        c * ob + d * od,
        e * oa + f * oc + oe,
        e * ob + f * od + of,
    )


def _is_rectangle(pts: list[Point]) -> bool:
    """Whether five points go round a rectangle with level sides."""
    if len(pts) != 5 or not _same(pts[0], pts[4]):
        return False
    (xa, ya), (xb, yb), (xc, yc), (xd, yd) = pts[:4]
    lying = _same((xa, yb, xc, yd), (xb, yc, xd, ya))
    return lying or _same((ya, xb, yc, xd), (yb, xc, yd, xa))


def _same(numbers: tuple[float, ...], others: tuple[float, ...]) -> bool:
    return all(abs(one - other) <= EXACT for one, other in zip(numbers, others, strict=True))
