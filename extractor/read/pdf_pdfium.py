"""PDF → ink through PDFium, several times as fast as through pdfplumber.

A page that PDFium does not tell well enough is refused with the reason (`Unfit`), and the caller reads it with
pdfplumber, which is also the reference: where both read a page, the words, rules and fills are the same.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from typing import Any

from extractor.read.pdf_fields import Field, print_fields
from extractor.read.pdf_ink import MOST_GLYPHS, Ink
from extractor.read.pdf_pdfium_calls import RectStruct, address, bound_calls
from extractor.read.pdf_pdfium_metrics import Fonts
from extractor.read.pdf_pdfium_paths import MOST_OBJECTS, prints_something, walk_objects
from extractor.read.pdf_pdfium_pieces import read_pieces
from extractor.read.pdf_pdfium_runs import Unfit
from extractor.read.pdf_tags import TagReader

SCALED = 0.01  # points between a page's width and its box: the page has a unit of its own
REPLACEMENT = b"ActualText"


class TooLargeError(Exception):
    """PDFium refuses a page that is too large to be read by a slower parser."""


class PdfiumDocument:
    """An open PDF. Pages count from 0.

    Raises:
        Exception: PDFium is too old, or cannot open it (pypdfium2's own errors).
    """

    def __init__(self, data: bytes) -> None:
        import pypdfium2

        bound_calls()  # an older PDFium lacks some
        self._pdf = pypdfium2.PdfDocument(data)
        self._page: Any = None  # the one opened last: it keeps the fonts that the next may share
        self._fonts = Fonts()
        self._tags = TagReader() if pypdfium2.raw.FPDFCatalog_IsTagged(self._pdf.raw) else None

    def __len__(self) -> int:
        return len(self._pdf)

    def close(self) -> None:
        """Let go of the file."""
        self._turn_to(None)
        self._pdf.close()

    def bookmarks(self, most: int) -> Iterator[tuple[str, int]]:
        """Yield at most `most` titles of the outline with their levels, from 1."""
        for entry in islice(self._pdf.get_toc(), most):
            yield entry.get_title(), entry.level + 1

    def size(self, index: int) -> tuple[float, float]:
        """Return the width and height of a page in points."""
        width, height = self._pdf.get_page_size(index)
        return float(width), float(height)

    def read_ink(self, index: int) -> Ink:
        """Return what is printed on a page.

        Raises:
            Unfit: another parser has to read it.
            TooLargeError: none should.
        """
        calls = bound_calls()
        with self._opened(index) as (page, text, fields):
            huge = calls.page_objects(page) > MOST_OBJECTS or calls.characters(text) > MOST_GLYPHS
            try:
                ink = _read(page, text, self._fonts, self._tags)
                ink.glyphs += [piece for field in fields for piece in field.pieces()]
                return ink
            except Unfit as error:
                if huge:
                    raise TooLargeError(f"{error}, on a page too large for another parser") from error
                raise

    def add_tags(self, index: int, ink: Ink) -> None:
        """Add what the structure tree says of a page to the ink that another parser read.

        Raises:
            Unfit: the page cannot be opened.
        """
        if self._tags is None:
            return
        with self._opened(index) as (page, _, _):
            own = _empty_ink(page)
            if not own.quarters:
                self._tags.read(page, walk_objects(page, own), own)
                ink.titles, ink.tags = own.titles, own.tags

    @contextmanager
    def _opened(self, index: int) -> Iterator[tuple[int, int, list[Field]]]:
        """Open a page and its text; give their handles, and what is typed into it."""
        try:
            page: Any = self._pdf[index]
            changed, fields = print_fields(page)
            if changed:
                page.close()
                page = self._pdf[index]
            text: Any = page.get_textpage()
        except Exception as error:
            raise Unfit(f"the page cannot be opened ({error})") from error
        self._turn_to(page)
        try:
            yield address(page.raw), address(text.raw), fields
        finally:
            text.close()

    def _turn_to(self, page: Any) -> None:
        """Let go of the page before."""
        self._fonts.turn_page()
        if self._page is not None:
            self._page.close()
        self._page = page


def _read(page: int, text: int, fonts: Fonts, tags: TagReader | None) -> Ink:
    ink = _empty_ink(page)
    texts = walk_objects(page, ink)
    if tags is not None:
        tags.read(page, texts, ink)
    printed = read_pieces(text, ink, MOST_GLYPHS, texts, fonts)
    ink.cut = bound_calls().characters(text) > MOST_GLYPHS
    if not ink.cut:
        _check_texts(texts, printed)
    return ink


def _empty_ink(page: int) -> Ink:
    calls, box = bound_calls(), RectStruct()
    quarters = calls.page_rotation(page) % 4
    calls.page_box(page, ctypes.byref(box))
    width, height = box.right - box.left, box.top - box.bottom
    if abs(calls.page_width(page) - (height if quarters % 2 else width)) > SCALED:
        raise Unfit("a page with a unit of its own")
    return Ink(width, height, left=box.left, base=box.top, quarters=quarters)


def _check_texts(texts: list[int], printed: set[int]) -> None:
    """Make sure that every text object came through as it was printed.

    PDFium drops what is printed twice in one place, which is a way of printing bold, and puts the wording that a
    file gives for reading aloud in the place of the letters.
    """
    calls = bound_calls()
    for text in texts:
        if text not in printed:
            if prints_something(text):
                raise Unfit("text printed twice")
        elif any(
            calls.mark_value_type(calls.mark(text, index), REPLACEMENT) for index in range(calls.marks(text))
        ):
            raise Unfit("letters replaced by others")
