"""What the glyphs of either parser tell: their letters, their extent, direction, the style of their font."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from extractor.read.pdf_letters import Letter

BOLD = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
ITALIC = re.compile(r"italic|oblique|kursiv", re.IGNORECASE)
SYMBOLS = re.compile(r"wingdings|webdings|symbol|dingbats", re.IGNORECASE)


def extent_of(run: Sequence[Any]) -> tuple[float, float, float, float]:
    """Return the left, lower, right and upper end of glyphs."""
    if len(run) == 1:
        return run[0].x0, run[0].y0, run[0].x1, run[0].y1
    return (
        min([glyph.x0 for glyph in run]),
        min([glyph.y0 for glyph in run]),
        max([glyph.x1 for glyph in run]),
        max([glyph.y1 for glyph in run]),
    )


def letters_of(run: Sequence[Any], left: float) -> Sequence[Letter]:
    """Return the letters of glyphs on a page that begins `left` points from where they count."""
    if len(run) == 1 and not left:
        return letters_in(run[0])
    letters = [letter for glyph in run for letter in letters_in(glyph)]
    return [(text, x0 - left, x1 - left) for text, x0, x1 in letters] if left else letters


def letters_in(glyph: Any) -> Sequence[Letter]:
    """Return the letters of a glyph with their left and right edges; PDFium's come several in one piece."""
    letters: Sequence[Letter] | None = getattr(glyph, "letters", None)
    return letters or [(glyph.get_text(), glyph.x0, glyph.x1)]


def glyph_turn(glyph: Any) -> int:
    """Return by how many degrees a glyph is turned against the clock, in quarters."""
    a, b = glyph.matrix[:2]
    if a > 0 and glyph.upright:
        return 0
    if abs(b) > abs(a):
        return 90 if b > 0 else 270
    return 180 if a < 0 else 0


@cache
def style_of(font: str | bytes) -> tuple[bool, bool, bool]:
    """Tell from a font's name whether it is bold, italic, or made of symbols."""
    name = font.decode("latin-1") if isinstance(font, bytes) else str(font)
    return bool(BOLD.search(name)), bool(ITALIC.search(name)), bool(SYMBOLS.search(name))
