"""What is printed on a page: glyphs, rules, fills and pictures, in coordinates of the visible page.

The parsed page is walked once. Glyphs stay the parser's own objects, since turning each into a dictionary costs
more than everything else that is done to a page. Straight strokes, thin filled boxes and the borders of stroked
boxes become rules; coloured boxes and dots, which may be bullets, are kept as they are; what can be none of these
(slanted lines, white backgrounds) is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from extractor.document import Box
from extractor.read.pdf_tag_parts import Tags

THIN = 3.0  # points: a box no wider than this is a rule that somebody filled
SLANT = 1.0  # points: how far a straight stroke may drift
SIDE = 0.6  # of the side of a rectangle is straight where its corners are round
SHORTEST = 4.0  # points: anything shorter is a dot or part of a drawing
DOT_SIZES = (1.2, 5.5)  # points
AS_WIDE_AS_HIGH = 1.25  # the longer side of a dot is no more than this many times the shorter
WHITE = 0.98  # share of full brightness from which a fill cannot be seen
LEAST_SIZE = 1.0  # points: smaller text is not meant to be read
LEAST_PICTURE = 0.05  # of the page: what is smaller holds no table
MOST_GLYPHS = 100_000  # on one page: more is no page that people read
MOST_PATHS = 20_000  # on one page: more is a map or a drawing, in which no table is looked for


class Rule(NamedTuple):
    """A horizontal or vertical stroke: its position on one axis and its extent on the other."""

    at: float
    start: float
    end: float


@dataclass(slots=True)
class Ink:
    """What one page holds. `left` and `base` take a glyph's own coordinates to the visible page.

    `quarters` says how often the page is turned with the clock before anybody sees it.
    """

    width: float
    height: float
    left: float = 0.0  # x of the visible page's left edge
    base: float = 0.0  # y (upwards) of the visible page's top edge
    quarters: int = 0
    glyphs: list[Any] = field(default_factory=list)
    across: list[Rule] = field(default_factory=list)  # at = y from the top
    down: list[Rule] = field(default_factory=list)  # at = x
    fills: list[Box] = field(default_factory=list)  # coloured boxes
    dots: list[Box] = field(default_factory=list)  # discs and squares of the size of bullets
    rounded: list[Box] = field(default_factory=list)  # coloured shapes that are no rectangles, without border
    pictures: list[Box] = field(default_factory=list)
    titles: list[tuple[int, Box]] = field(default_factory=list)  # tagged headings: level and place
    tags: Tags = field(default_factory=Tags)  # tagged tables and lists
    paths: int = 0
    skew: float = 0.0  # degrees against the clock that made its picture straight before it was read
    cut: bool = False  # there were more glyphs than MOST_GLYPHS


def read_ink(page: Any) -> Ink:
    """Walk a pdfplumber page and sort what is on it."""
    from pdfminer.layout import LTChar, LTCurve, LTImage

    ink = _empty_ink(page)
    for item in _items(page.layout):
        if isinstance(item, LTChar):
            _take_glyph(item, ink)
        elif isinstance(item, LTCurve):
            take_path(item, ink)
        elif isinstance(item, LTImage):
            box = Box(item.x0 - ink.left, ink.base - item.y1, item.x1 - ink.left, ink.base - item.y0)
            ink.pictures.append(box)
    return ink


def _empty_ink(page: Any) -> Ink:
    media, crop = page.mediabox, page.cropbox
    x0, top = max(crop[0], media[0]), max(crop[1], media[1])
    x1, bottom = min(crop[2], media[2]), min(crop[3], media[3])
    if x1 <= x0 or bottom <= top:
        x0, top, x1, bottom = media
    height = float(media[3] - media[1])
    return Ink(
        float(x1 - x0), float(bottom - top), left=float(x0 - media[0]), base=height - float(top - media[1])
    )


def _items(layout: Any) -> Iterator[Any]:
    """Yield what is on the page in the order of printing, figures opened up."""
    from pdfminer.layout import LTContainer

    stack = [iter(layout)]
    while stack:
        for item in stack[-1]:
            if isinstance(item, LTContainer):
                stack.append(iter(item))
                break
            yield item
        else:
            stack.pop()


def _take_glyph(glyph: Any, ink: Ink) -> None:
    x = (glyph.x0 + glyph.x1) / 2 - ink.left
    y = ink.base - (glyph.y0 + glyph.y1) / 2
    if 0 <= x <= ink.width and 0 <= y <= ink.height and glyph.size >= LEAST_SIZE:
        if len(ink.glyphs) < MOST_GLYPHS:
            ink.glyphs.append(glyph)
        else:
            ink.cut = True


def take_path(path: Any, ink: Ink) -> None:
    """Sort one path into rules and fills; `path` has pdfminer's names for its parts."""
    ink.paths += 1
    if ink.paths > MOST_PATHS:
        return
    x0, x1 = path.x0 - ink.left, path.x1 - ink.left
    top, bottom = ink.base - path.y1, ink.base - path.y0
    visible = path.stroke or (path.fill and not _is_white(path.non_stroking_color))
    if not visible:
        return
    if _is_dot(path):
        ink.dots.append(Box(x0, top, x1, bottom))
    elif x1 - x0 <= THIN or bottom - top <= THIN:
        _add_rule(ink, x0, top, x1, bottom)
    elif type(path).__name__ == "LTRect":
        _take_box(path, Box(x0, top, x1, bottom), ink)
    else:
        if not path.stroke:
            ink.rounded.append(Box(x0, top, x1, bottom))
        if _is_rounded_box(path):
            if not path.stroke:
                ink.fills.append(Box(x0, top, x1, bottom))
                return
            across, down = borders(Box(x0, top, x1, bottom))
            ink.across += across
            ink.down += down
            return
        for (xa, ya), (xb, yb) in zip(path.pts, path.pts[1:], strict=False):
            sides = sorted((xa - ink.left, xb - ink.left)), sorted((ink.base - ya, ink.base - yb))
            _add_rule(ink, sides[0][0], sides[1][0], sides[0][1], sides[1][1], slant=SLANT)


def _is_dot(path: Any) -> bool:
    """Whether a shape is closed or filled, as wide as high, and of the size of a bullet."""
    width, height = path.x1 - path.x0, path.y1 - path.y0
    closed = path.fill or path.pts[0] == path.pts[-1] or type(path).__name__ == "LTRect"
    return bool(
        closed
        and DOT_SIZES[0] <= min(width, height)
        and max(width, height) <= DOT_SIZES[1]
        and max(width, height) <= AS_WIDE_AS_HIGH * min(width, height)
    )


def _is_rounded_box(path: Any) -> bool:
    """Whether a shape is a rectangle but for its corners: straight strokes make up most of each of its sides."""
    drawn = dict.fromkeys(("x0", "x1", "y0", "y1"), 0.0)
    for (xa, ya), (xb, yb) in zip(path.pts, path.pts[1:], strict=False):
        for side, first, second, length in (
            ("x0", xa, xb, abs(yb - ya)), ("x1", xa, xb, abs(yb - ya)),
            ("y0", ya, yb, abs(xb - xa)), ("y1", ya, yb, abs(xb - xa)),
        ):  # fmt: skip
            at = getattr(path, side)
            if max(abs(first - at), abs(second - at)) <= SLANT / 2:
                drawn[side] += length
    wide, high = SIDE * (path.x1 - path.x0), SIDE * (path.y1 - path.y0)
    return bool(min(drawn["y0"], drawn["y1"]) >= wide and min(drawn["x0"], drawn["x1"]) >= high)


def _take_box(path: Any, box: Box, ink: Ink) -> None:
    if path.fill and not _is_white(path.non_stroking_color):
        ink.fills.append(box)
    if path.stroke:
        across, down = borders(box)
        ink.across += across
        ink.down += down


def borders(box: Box) -> tuple[list[Rule], list[Rule]]:
    """Return the upper and lower, and the left and right edge of a box as rules."""
    return (
        [Rule(box.top, box.x0, box.x1), Rule(box.bottom, box.x0, box.x1)],
        [Rule(box.x0, box.top, box.bottom), Rule(box.x1, box.top, box.bottom)],
    )


def _add_rule(ink: Ink, x0: float, top: float, x1: float, bottom: float, *, slant: float = THIN) -> None:
    width, height = x1 - x0, bottom - top
    if height <= slant and width >= SHORTEST and width > height:
        ink.across.append(Rule((top + bottom) / 2, x0, x1))
    elif width <= slant and height >= SHORTEST:
        ink.down.append(Rule((x0 + x1) / 2, top, bottom))


def _is_white(colour: Any) -> bool:
    """Whether a fill of this colour (grey, RGB or CMYK) leaves the paper as it is."""
    parts = colour if isinstance(colour, tuple | list) else (colour,)
    if not all(isinstance(part, int | float) for part in parts):
        return False
    if len(parts) == 4:
        return sum(parts) <= 4 * (1 - WHITE)
    return bool(parts) and min(parts) >= WHITE


def silent_share(ink: Ink) -> float:
    """Return the share of the page that pictures cover on which no letter is printed; 1 at most."""
    large = _large(ink)
    if not large:
        return 0.0
    middles = [
        ((glyph.x0 + glyph.x1) / 2 - ink.left, ink.base - (glyph.y0 + glyph.y1) / 2) for glyph in ink.glyphs
    ]
    silent = [
        box for box in large if not any(box.x0 < x < box.x1 and box.top < y < box.bottom for x, y in middles)
    ]
    area = sum((box.x1 - box.x0) * (box.bottom - box.top) for box in silent)
    return min(area / max(ink.width * ink.height, 1.0), 1.0)


def _large(ink: Ink) -> set[Box]:
    """Return the pictures that are no tiles, logos or bullets."""
    least = LEAST_PICTURE * ink.width * ink.height
    return {box for box in ink.pictures if (box.x1 - box.x0) * (box.bottom - box.top) >= least}
