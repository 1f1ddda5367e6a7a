"""What all characters of a text object share: font, size, matrix, base line.

The descender, from which boxes are built, is the one that the file tells. The standard fonts' own descriptions step
in where the file takes these fonts for granted, since PDFium puts fonts of its own in their place. Where the file
tells neither descender nor ascender PDFium measures letters; the descender then counts as 0, as in pdfminer.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import NamedTuple

from extractor.read.pdf_pdfium_calls import MatrixStruct, bound_calls
from extractor.read.pdf_pieces import Matrix

TILTED = 1e-3  # of the size: text whose base line rises or falls less is level
LEVEL = (0.0, 0.0)  # what letters that do not lean add
EM = 1000.0  # font units to a size
LEAST_EXTENT = 800.0  # font units from descender to ascender: less is what letters measure
STANDARD_DESCENTS = {
    "Helvetica": -207.0,
    "Arial": -207.0,
    "Times": -217.0,
    "Courier": -194.0,
    "Symbol": 0.0,
    "ZapfDingbats": 0.0,
}


class Unfit(Exception):
    """PDFium does not tell enough of a page; the message says why."""


class Font(NamedTuple):
    """A font of the page."""

    handle: int
    name: str
    descent: float  # of the size; below the base line negative

    def advance(self, text: str, size: float) -> float:
        """Return how far a letter moves the pen."""
        width = ctypes.c_float()
        bound_calls().glyph_width(self.handle, ord(text), EM, ctypes.byref(width))
        return width.value * size / EM


class Run(NamedTuple):
    """A text object, in points from the bottom left."""

    font: Font
    size: float  # in the font's own space
    scale: float  # the size across the page
    height: float  # the size up the page
    y0: float
    y1: float
    slants: tuple[float, float]  # what leaning letters add to their left and right edge
    level: bool  # the letters stand upright on a level line
    matrix: Matrix


def read_run(textpage: int, index: int, owner: int, font_of: Callable[[int], Font]) -> Run:
    """Return a text object.

    Args:
        textpage: handle of the page's text.
        index: one of its characters.
        owner: its handle.
        font_of: gives the font with a handle.

    Raises:
        Unfit: the file draws the glyphs itself.
    """
    calls, matrix = bound_calls(), MatrixStruct()
    font = font_of(calls.font_of(owner))
    size = calls.font_size(textpage, index)
    calls.text_matrix(textpage, index, ctypes.byref(matrix))
    a, b, c, d = matrix.a, matrix.b, matrix.c, matrix.d
    x, y = origin(textpage, index)
    low, high = font.descent * size, (font.descent + 1) * size
    return Run(
        font=font,
        size=size,
        scale=a * size,
        height=abs(d * size),
        y0=y + min(d * low, d * high),
        y1=y + max(d * low, d * high),
        slants=(min(c * low, c * high), max(c * low, c * high)) if c else LEVEL,
        level=a * size > 0 and d * size > 0 and abs(b) <= TILTED * a,
        matrix=(a, b, c, d, x, y),
    )


def origin(textpage: int, index: int) -> tuple[float, float]:
    """Return where the pen stands when it begins a character."""
    x, y = ctypes.c_double(), ctypes.c_double()
    bound_calls().origin(textpage, index, ctypes.byref(x), ctypes.byref(y))
    return x.value, y.value


def read_font(handle: int) -> Font:
    """Return a font.

    Raises:
        Unfit: the file draws its glyphs itself.
    """
    calls, name = bound_calls(), ctypes.create_string_buffer(256)
    calls.font_name(handle, name, len(name))
    if not name.value:
        raise Unfit("glyphs that the file draws itself")
    ascent, descent = ctypes.c_float(), ctypes.c_float()
    calls.font_ascent(handle, EM, ctypes.byref(ascent))
    calls.font_descent(handle, EM, ctypes.byref(descent))
    label = name.value.decode("latin-1")
    standard = _standard_descent(label, embedded=bool(calls.is_embedded(handle)))
    if standard is not None:
        return Font(handle, label, standard / EM)
    told = ascent.value - descent.value >= LEAST_EXTENT
    return Font(handle, label, -abs(descent.value) / EM if told else 0.0)


def _standard_descent(name: str, *, embedded: bool) -> float | None:
    """Return the descender of a font that the file takes for granted."""
    families = [] if embedded else [family for family in STANDARD_DESCENTS if name.startswith(family)]
    return STANDARD_DESCENTS[families[0]] if families else None
