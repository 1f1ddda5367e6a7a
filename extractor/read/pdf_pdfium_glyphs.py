"""Glyphs of a page through PDFium, in the shape in which the other parser hands them over.

PDFium tells each character's letter, the text object that printed it and a box. Font, size, matrix and height are
the same for all characters of a text object and are asked for once; of each character only its letter and its
left and right edge are. Boxes are built as pdfminer builds them: from the descender as high as the font is
large. Spaces that PDFium puts in where it thinks that words end are left out, since words are told elsewhere.

A page is refused (`Unfit`) where PDFium cannot tell its letters: a font without their codes, or one whose glyphs
the file draws itself.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from extractor.read.pdf_pdfium_calls import MatrixStruct, RectStruct, bound_calls

LINE_END_HYPHENS = "\x02\ufffe"  # what PDFium writes for a hyphen at the end of a line
MADE_UP = " \r\n"  # what PDFium puts in where it thinks that words and lines end
TILTED = 1e-3  # of the size: text whose base line rises or falls less is level
WIDEST_BLEED = 0.3  # of the size: ink that reaches further out of its place is none
EM = 1000.0  # font units to a size

# What the standard fonts' own descriptions say, for files that leave the description out; PDFium puts in fonts
# of its own for these, with a descender of their own.
STANDARD_DESCENTS = {
    "Helvetica": -207.0,
    "Arial": -207.0,
    "Times": -217.0,
    "Courier": -194.0,
    "Symbol": 0.0,
    "ZapfDingbats": 0.0,
}
LEAST_EXTENT = (
    800.0  # font units from descender to ascender: PDFium measured letters for want of a description
)

Matrix = tuple[float, float, float, float, float, float]


class Unfit(Exception):
    """PDFium does not tell enough of a page; the message says why."""


@dataclass(slots=True)
class Glyph:
    """One printed character, in points from the bottom left as the file counts them."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    size: float
    fontname: str
    upright: bool
    matrix: Matrix

    @property
    def width(self) -> float:
        """Its extent across the page."""
        return self.x1 - self.x0

    def get_text(self) -> str:
        """Return its letters: one, or more for a ligature."""
        return self.text


class _Font(NamedTuple):
    handle: int
    name: str
    descent: float  # of the size; below the base line negative


class _Run(NamedTuple):
    """What all characters of a text object share."""

    font: _Font
    size: float  # in the font's own space
    scale: float  # the size across the page
    height: float  # the size up the page
    y0: float
    y1: float
    slants: tuple[float, float]  # what leaning letters add to their left and right edge
    level: bool  # the letters stand upright on a level line
    matrix: Matrix


def read_glyphs(textpage: int, most: int) -> tuple[list[Glyph], set[int]]:
    """Return the glyphs of a page in the order of PDFium's text, and the text objects that they belong to.

    Args:
        textpage: handle of the page's text.
        most: how many characters are read.

    Raises:
        Unfit: the letters cannot be told.
    """
    reader = _GlyphReader(textpage)
    return list(reader.glyphs(most)), reader.seen


class _GlyphReader:
    """Reads characters one by one and keeps what their text objects share."""

    def __init__(self, textpage: int) -> None:
        self.page = textpage
        self.calls = bound_calls()
        self.seen: set[int] = set()
        self.fonts: dict[int, _Font] = {}
        self.bleeds: dict[tuple[int, str], tuple[float, float]] = {}  # of a font and a letter

    def glyphs(self, most: int) -> Iterator[Glyph]:
        """Yield at most `most` characters as glyphs."""
        calls, page, bleeds, rect = self.calls, self.page, self.bleeds, RectStruct()
        edges = ctypes.byref(rect)
        owner, run, last, left, right = 0, None, None, 0.0, 0.0
        for index, text in enumerate(self._letters(most)):
            if text in MADE_UP and calls.is_generated(page, index):
                continue
            found = calls.text_object(page, index)
            if run is None or found != owner:
                owner, run, last = found, self._run(found, index), None
            calls.loose_box(page, index, edges)
            if last is not None and right == rect.right and left == rect.left < right:
                last.text += text  # a ligature comes as its letters, one upon the other
                continue
            left, right = rect.left, rect.right
            bleed = bleeds.get((run.font.handle, text)) or self._bleed(run, text, index, rect)
            if text in LINE_END_HYPHENS:
                text = "-"
            if run.level:
                x0, x1 = left + bleed[0] * run.scale, right - bleed[1] * run.scale
                last = Glyph(
                    text,
                    x0 + run.slants[0],
                    run.y0,
                    x1 + run.slants[1],
                    run.y1,
                    run.height,
                    run.font.name,
                    True,
                    run.matrix,
                )
            else:
                last = self._tilted(run, text, index)
            yield last

    def _letters(self, most: int) -> str:
        """Return the letters of the characters, one for each."""
        count = min(self.calls.characters(self.page), most)
        if count <= 0:
            return ""
        buffer = (ctypes.c_ushort * (count + 1))()
        self.calls.letters(self.page, 0, count, buffer)
        letters = bytes(buffer)[: 2 * count].decode("utf-16-le", "surrogatepass")
        if len(letters) != count or "\0" in letters:
            raise Unfit("characters without a letter")
        return letters

    def _bleed(self, run: _Run, text: str, index: int, loose: RectStruct) -> tuple[float, float]:
        """Return how far the ink of a letter reaches out of its place, in sizes: PDFium's boxes hold both.

        Raises:
            Unfit: the file does not name the letter.
        """
        if self.calls.has_no_letter(self.page, index):
            raise Unfit(f"a font without letters ({run.font.name})")
        if not run.level or self._begins_ligature(index, loose):
            return 0.0, 0.0
        start, advance = self._origin(index)[0], self._width(run, text) / run.size
        right = (loose.right - start) / run.scale - advance
        bleed = (start - loose.left) / run.scale, right if 0 < right < WIDEST_BLEED else 0.0
        self.bleeds[run.font.handle, text] = bleed
        return bleed

    def _begins_ligature(self, index: int, loose: RectStruct) -> bool:
        following = RectStruct()
        self.calls.loose_box(self.page, index + 1, ctypes.byref(following))
        return bool(following.left == loose.left and following.right == loose.right)

    def _origin(self, index: int) -> tuple[float, float]:
        x, y = ctypes.c_double(), ctypes.c_double()
        self.calls.origin(self.page, index, ctypes.byref(x), ctypes.byref(y))
        return x.value, y.value

    def _width(self, run: _Run, text: str) -> float:
        """Return how far a letter moves the pen, in the font's own space."""
        width = ctypes.c_float()
        self.calls.glyph_width(run.font.handle, ord(text), run.size, ctypes.byref(width))
        return width.value

    def _run(self, owner: int, index: int) -> _Run:
        if not owner:
            raise Unfit("a character that nothing printed")
        self.seen.add(owner)
        matrix = MatrixStruct()
        size = self.calls.font_size(self.page, index)
        font = self._font(self.calls.font_of(owner))
        self.calls.text_matrix(self.page, index, ctypes.byref(matrix))
        a, b, c, d = matrix.a, matrix.b, matrix.c, matrix.d
        x, y = self._origin(index)
        low, high = font.descent * size, (font.descent + 1) * size
        return _Run(
            font=font,
            size=size,
            scale=a * size,
            height=abs(d * size),
            y0=y + min(d * low, d * high),
            y1=y + max(d * low, d * high),
            slants=(min(c * low, c * high), max(c * low, c * high)),
            level=a * size > 0 and d * size > 0 and abs(b) <= TILTED * a,
            matrix=(a, b, c, d, x, y),
        )

    def _tilted(self, run: _Run, text: str, index: int) -> Glyph:
        """Return a glyph that is turned or mirrored: its box as pdfminer would turn it."""
        x, y = self._origin(index)
        width = self._width(run, text)
        a, b, c, d = run.matrix[:4]
        low, high = run.font.descent * run.size, (run.font.descent + 1) * run.size
        corners = [(across, up) for across in (0.0, width) for up in (low, high)]
        xs = [x + a * across + c * up for across, up in corners]
        ys = [y + b * across + d * up for across, up in corners]
        x0, y0, x1, y1 = min(xs), min(ys), max(xs), max(ys)
        upright = a * d > 0 and b * c <= 0
        return Glyph(text, x0, y0, x1, y1, y1 - y0, run.font.name, upright, run.matrix)

    def _font(self, handle: int) -> _Font:
        if handle not in self.fonts:
            self.fonts[handle] = self._read_font(handle)
        return self.fonts[handle]

    def _read_font(self, handle: int) -> _Font:
        calls, name = self.calls, ctypes.create_string_buffer(256)
        calls.font_name(handle, name, len(name))
        if not name.value:
            raise Unfit("glyphs that the file draws itself")
        ascent, descent = ctypes.c_float(), ctypes.c_float()
        calls.font_ascent(handle, EM, ctypes.byref(ascent))
        calls.font_descent(handle, EM, ctypes.byref(descent))
        label = name.value.decode("latin-1")
        standard = _standard_descent(label, embedded=bool(calls.is_embedded(handle)))
        if standard is not None:
            return _Font(handle, label, standard / EM)
        told = ascent.value - descent.value >= LEAST_EXTENT
        return _Font(handle, label, -abs(descent.value) / EM if told else 0.0)


def _standard_descent(name: str, *, embedded: bool) -> float | None:
    """Return the descender of a font that the file takes for granted."""
    families = [] if embedded else [family for family in STANDARD_DESCENTS if name.startswith(family)]
    return STANDARD_DESCENTS[families[0]] if families else None
