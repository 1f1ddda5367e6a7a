"""Form fields and text notes: a plan that was filled in as a form.

What is typed into a form stands on the page as seen but not among what is printed on it. PDFium prints it there when
asked to (`FPDFPage_Flatten`), each field as it looks. A field or note that does not say how it looks is written in
its box in plain letters. Links, highlights and stamps are left alone.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any, NamedTuple

from extractor.read.pdf_pieces import SPACE, Piece

FREE_TEXT, WIDGET = 3, 20
HIDDEN = 0b100010  # flags of what is shown nowhere, or not on screen
PRINTED = 1  # what flattening says when it has changed the page
VALUES = {FREE_TEXT: "Contents", WIDGET: "V"}  # where the text stands


SIZE = 10.0  # points: letters of a text that does not say how it looks
LETTER_WIDTH = 0.5  # of the size
UPRIGHT = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class Field(NamedTuple):
    """A text that does not say how it looks, and its box in points from the bottom left."""

    text: str
    left: float
    bottom: float
    right: float
    top: float

    def pieces(self) -> Iterator[Piece]:
        """Yield its words as if they were printed in the box."""
        lines = self.text.splitlines()
        size = min(SIZE, (self.top - self.bottom) / len(lines))
        top = self.top if len(lines) > 1 else (self.top + self.bottom + size) / 2
        for number, line in enumerate(lines, start=1):
            step = min(LETTER_WIDTH * size, (self.right - self.left) / max(len(line), 1))
            y, start = top - number * size, 0
            for word in line.split():
                start = line.index(word, start)
                edges = [self.left + step * place for place in range(start, start + len(word) + 1)]
                letters = list(zip(word, edges, edges[1:], strict=False))
                yield Piece(word, edges[0], y, edges[-1], y + size, size, "", True, UPRIGHT, letters)
                yield SPACE
                start += len(word)


def print_fields(page: Any) -> tuple[bool, list[Field]]:
    """Print what is typed into a page onto it.

    Args:
        page: of pypdfium2.

    Returns:
        Whether the page must be opened again, and the texts that could not be printed.
    """
    import pypdfium2.raw as raw

    looks, plain = False, []
    for index in range(raw.FPDFPage_GetAnnotCount(page.raw)):
        note = raw.FPDFPage_GetAnnot(page.raw, index)
        try:
            kind = raw.FPDFAnnot_GetSubtype(note)
            if kind not in VALUES or raw.FPDFAnnot_GetFlags(note) & HIDDEN:
                continue
            if raw.FPDFAnnot_HasKey(note, b"AP"):
                looks = True
            elif text := _value(note, VALUES[kind]):
                plain.append(Field(text, *_edges(note)))
        finally:
            raw.FPDFPage_CloseAnnot(note)
    return looks and raw.FPDFPage_Flatten(page.raw, raw.FLAT_NORMALDISPLAY) == PRINTED, plain


def _value(note: Any, key: str) -> str:
    import pypdfium2.raw as raw

    size = raw.FPDFAnnot_GetStringValue(note, key.encode(), None, 0)
    buffer = ctypes.create_string_buffer(size)
    raw.FPDFAnnot_GetStringValue(
        note, key.encode(), ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), size
    )
    return buffer.raw.decode("utf-16-le", "replace").rstrip("\0").strip()


def _edges(note: Any) -> tuple[float, float, float, float]:
    import pypdfium2.raw as raw

    rect = raw.FS_RECTF()
    raw.FPDFAnnot_GetRect(note, ctypes.byref(rect))
    return rect.left, min(rect.bottom, rect.top), rect.right, max(rect.bottom, rect.top)
