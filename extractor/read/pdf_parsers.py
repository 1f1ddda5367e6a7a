"""Which parser reads a page: PDFium in front, pdfplumber behind.

PDFium is several times as fast. Pages that it refuses (`Unfit`), and files that it cannot open or in which it finds
no page, are read by pdfplumber, which is not even imported before that. Why is kept in the log. The two must agree
on the number of pages, or nobody knows which page is which. What is too large even for the fast parser is not given
to the slow one.
"""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Any

from extractor.read.pdf_ink import Ink
from extractor.read.pdf_ink import read_ink as read_plumber_ink
from extractor.read.pdf_pdfium import PdfiumDocument
from extractor.read.pdf_pdfium_runs import Unfit

log = logging.getLogger(__name__)


class PageCountError(Exception):
    """The parsers do not agree on how many pages there are."""


@dataclass
class ParsedPage:
    """One page, opened when its ink is asked for. Numbers count from 1."""

    parsers: Parsers
    page_number: int
    plumber: Any = None  # pdfplumber's page, where it is that which reads it

    @property
    def width(self) -> float:
        """Points; 0 where it is not known."""
        return self._size[0]

    @property
    def height(self) -> float:
        """Points; 0 where it is not known."""
        return self._size[1]

    @property
    def _size(self) -> tuple[float, float]:
        if self.plumber is not None:
            return float(self.plumber.width), float(self.plumber.height)
        return self.parsers.fast.size(self.page_number - 1) if self.parsers.fast else (0.0, 0.0)

    def read_ink(self) -> Ink:
        """Return what is printed on it."""
        if self.plumber is None and self.parsers.fast is not None:
            try:
                return self.parsers.fast.read_ink(self.page_number - 1)
            except Unfit as reason:
                log.debug("page %d goes to pdfplumber: %s", self.page_number, reason)
            self.plumber = self.parsers.slow.page(self.page_number, of=len(self.parsers.fast))
        ink = read_plumber_ink(self.plumber)
        if self.parsers.fast is not None:
            with suppress(Unfit):  # nothing is told of the page
                self.parsers.fast.add_tags(self.page_number - 1, ink)
        return ink

    def close(self) -> None:
        """Let go of what was parsed."""
        if self.plumber is not None:
            self.plumber.close()


def read_ink(page: ParsedPage) -> Ink:
    """Return what is printed on a page."""
    return page.read_ink()


class Parsers:
    """The two parsers with one file."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self.fast: PdfiumDocument | None = None
        try:
            self.fast = PdfiumDocument(data)
        except Exception as error:
            log.debug("the file goes to pdfplumber: %s", error)
        if self.fast is not None and not len(self.fast):
            log.debug("the file goes to pdfplumber: PDFium finds no page")
            self.fast = None

    @cached_property
    def slow(self) -> PlumberDocument:
        """The file as pdfplumber sees it."""
        return PlumberDocument(self._data)

    def pages(self) -> Iterator[ParsedPage]:
        """Yield the pages."""
        if self.fast is not None:
            for number in range(1, len(self.fast) + 1):
                yield ParsedPage(self, number)
        else:
            for number, page in enumerate(self.slow.pages(), start=1):
                yield ParsedPage(self, number, page)

    def bookmarks(self, most: int) -> Iterator[tuple[str, int]]:
        """Yield at most `most` titles of the outline with their levels, from 1."""
        return (self.fast or self.slow).bookmarks(most)

    def close(self) -> None:
        """Let go of the file."""
        if self.fast is not None:
            self.fast.close()


def count_pages(data: bytes) -> int:
    """Return the number of pages as PDFium knows it without opening them, 0 where it cannot open the file."""
    try:
        document = PdfiumDocument(data)
    except Exception as error:
        log.debug("the pages cannot be counted: %s", error)
        return 0
    try:
        return len(document)
    finally:
        document.close()


class PlumberDocument:
    """A file in pdfplumber. The list of pages that pdfplumber itself keeps would hold all that was parsed."""

    def __init__(self, data: bytes) -> None:
        import pdfplumber

        self._pdf = pdfplumber.open(io.BytesIO(data))

    def pages(self) -> Iterator[Any]:
        """Yield pages as they are found."""
        for number, found in enumerate(self._found(), start=1):
            yield self._page(found, number)

    def page(self, number: int, *, of: int) -> Any:
        """Return one page.

        Args:
            number: from 1.
            of: how many pages there must be.

        Raises:
            PageCountError: there are more or fewer.
        """
        if len(self._all) != of:
            raise PageCountError(f"{len(self._all)} pages in one parser, {of} in the other")
        return self._page(self._all[number - 1], number)

    def bookmarks(self, most: int) -> Iterator[tuple[str, int]]:
        """Yield at most `most` titles of the outline with their levels, from 1."""
        for level, title, *_ in islice(self._pdf.doc.get_outlines(), most):
            yield str(title), max(int(level), 1)

    @cached_property
    def _all(self) -> list[Any]:
        return list(self._found())

    def _found(self) -> Iterator[Any]:
        from pdfminer.pdfpage import PDFPage

        yield from PDFPage.create_pages(self._pdf.doc)

    def _page(self, found: Any, number: int) -> Any:
        from pdfplumber.page import Page

        return Page(self._pdf, found, page_number=number)
