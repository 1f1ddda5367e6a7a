"""The directions in which a page reads, each as a layer that lies upright.

Most pages have one, and it is upright. Others are drawn upright and shown turned (/Rotate), or hold a table that
was drawn sideways because it is wide. The direction in which most letters run is the page's own. What runs in
another direction is a layer too when it is a block of text: the intro above a table that lies on its side, or the
header of its page. A few turned words are the titles of rows or columns and stay where they are.

All later steps see a layer as if somebody had turned the page to read it; `Sheet` takes boxes back to how the page
is seen.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from extractor.document import Box, Sheet, clockwise
from extractor.read.pdf_glyphs import glyph_turn
from extractor.read.pdf_ink import Ink, Rule
from extractor.read.pdf_pieces import SPACE, Piece, Stretch
from extractor.read.pdf_tag_parts import Tags

LEAST_LINES = 5  # of a turned block; titles of columns and rows have fewer, or short ones
LINE_LETTERS = 20  # letters in each of them, on the average
UPRIGHT_WEIGHT = 2  # a page reads sideways when so many times the upright letters do
NEXT_LINE = 0.5  # of the size: lines of a block stand further apart


@dataclass(slots=True, frozen=True)
class Layer:
    """What reads in one direction."""

    ink: Ink  # upright
    sheet: Sheet | None  # None where it is upright on the page as seen, too
    main: bool  # most letters of the page are in it


def split_layers(ink: Ink) -> list[Layer]:
    """Return the layers of a page, from the top of the page as seen."""
    if not ink.quarters and not any(glyph_turn(glyph) for glyph in ink.glyphs):
        sheet = Sheet(0, ink.width, ink.height, ink.skew) if ink.skew else None
        return [Layer(ink, sheet, True)]
    ink = replace(ink, glyphs=[piece for glyph in ink.glyphs for piece in _pieces(glyph)])
    turns = _with_spaces(ink.glyphs, [glyph_turn(glyph) for glyph in ink.glyphs])
    letters: Counter[int] = Counter()
    for glyph, turn in zip(ink.glyphs, turns, strict=True):
        letters[turn] += len(glyph.get_text())
    seen_upright = 90 * ink.quarters
    letters[seen_upright] *= UPRIGHT_WEIGHT
    main = max(sorted(letters), key=lambda turn: letters[turn])
    own = {main} | {turn for turn in letters if _is_layer(turn, ink, turns, main, seen_upright)}
    layers = []
    for turn in own:
        taken = {turn} if turn != main else {main, *letters} - own | {main}
        kept = [glyph for glyph, other in zip(ink.glyphs, turns, strict=True) if other in taken]
        layers.append(_layer(replace(ink, glyphs=kept), turn, main=turn == main))
    return sorted(layers, key=_top)


def _pieces(glyph: Any) -> Iterable[Any]:
    return glyph.pieces() if isinstance(glyph, Stretch) else (glyph,)


def _with_spaces(glyphs: Sequence[Any], turns: Sequence[int]) -> list[int]:
    """Let spaces, which may stand nowhere, run in the direction of what they follow."""
    found: list[int] = []
    for glyph, turn in zip(glyphs, turns, strict=True):
        found.append(found[-1] if glyph is SPACE and found else turn)
    return found


def _is_layer(turn: int, ink: Ink, turns: Sequence[int], main: int, upright: int) -> bool:
    """Whether what runs in a direction that is not the main one reads on its own."""
    if turn == upright:
        return True
    glyphs = [glyph for glyph, other in zip(ink.glyphs, turns, strict=True) if other == turn]
    printed = [glyph for glyph in glyphs if not glyph.get_text().isspace()]
    sideways = turn % 180 == 90
    ends = sorted((glyph.x0, glyph.x1) if sideways else (glyph.y0, glyph.y1) for glyph in printed)
    lines = 1 + sum(low - last > NEXT_LINE * (high - low) for (last, _), (low, high) in pairwise(ends))
    letters = sum(len(glyph.get_text()) for glyph in printed)
    return turn != main and lines >= LEAST_LINES and letters >= LINE_LETTERS * lines


def _layer(ink: Ink, turn: int, *, main: bool) -> Layer:
    upright = _turned(ink, turn // 90)
    if not main:
        upright = replace(upright, tags=Tags())
    quarters = (ink.quarters - turn // 90) % 4
    skew = 0.0 if turn else ink.skew
    sheet = Sheet(quarters, upright.width, upright.height, skew) if quarters or skew else None
    return Layer(upright, sheet, main)


def _top(layer: Layer) -> float:
    """Return where a layer begins on the page as seen."""
    boxes = [_box(glyph, layer.ink) for glyph in layer.ink.glyphs if glyph is not SPACE]
    return min((layer.sheet.seen(box).top if layer.sheet else box.top for box in boxes), default=0.0)


def _box(glyph: Any, ink: Ink) -> Box:
    return Box(glyph.x0 - ink.left, ink.base - glyph.y1, glyph.x1 - ink.left, ink.base - glyph.y0)


def _turned(ink: Ink, quarters: int) -> Ink:
    """Turn a page with the clock."""
    if not quarters:
        return ink
    width, height = (ink.height, ink.width) if quarters % 2 else (ink.width, ink.height)

    def turn(box: Box) -> Box:
        return clockwise(box, quarters, ink.width, ink.height)

    rules = [turn(Box(rule.start, rule.at, rule.end, rule.at)) for rule in ink.across]
    rules += [turn(Box(rule.at, rule.start, rule.at, rule.end)) for rule in ink.down]
    return replace(
        ink,
        width=width,
        height=height,
        left=0.0,
        base=height,
        quarters=0,
        glyphs=[piece for glyph in ink.glyphs for piece in _turned_letters(glyph, ink, quarters, height)],
        across=[Rule(box.top, box.x0, box.x1) for box in rules if box.x1 > box.x0],
        down=[Rule(box.x0, box.top, box.bottom) for box in rules if box.x1 <= box.x0],
        fills=[turn(box) for box in ink.fills],
        dots=[turn(box) for box in ink.dots],
        rounded=[turn(box) for box in ink.rounded],
        titles=[(level, turn(box)) for level, box in ink.titles],
        tags=ink.tags.turned(turn),
    )


def _turned_letters(glyph: Any, ink: Ink, quarters: int, base: float) -> Iterator[Piece]:
    """Turn a glyph; letters that stood on a level line become pieces of their own."""
    if glyph is SPACE:
        yield SPACE
        return
    letters = getattr(glyph, "letters", None) or [(glyph.get_text(), glyph.x0, glyph.x1)]
    matrix = _turned_matrix(glyph.matrix, quarters)
    upright = matrix[0] * matrix[3] > 0 and matrix[1] * matrix[2] <= 0
    for text, left, right in letters:
        box = _box(glyph, ink)._replace(x0=left - ink.left, x1=right - ink.left)
        x0, top, x1, bottom = clockwise(box, quarters, ink.width, ink.height)
        yield Piece(
            text,
            x0,
            base - bottom,
            x1,
            base - top,
            bottom - top,
            glyph.fontname,
            upright,
            matrix,
            [(text, x0, x1)],
        )


def _turned_matrix(matrix: Any, quarters: int) -> tuple[float, float, float, float, float, float]:
    a, b, c, d, e, f = matrix
    for _ in range(quarters):
        a, b, c, d = b, -a, d, -c
    return a, b, c, d, e, f
