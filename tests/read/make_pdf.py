"""Draws small PDFs: text, rules and boxes at points from the top left of an A4 page."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from pathlib import Path

import reportlab
from reportlab.lib import pdfencrypt
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from extractor.document import Cell, LayoutDocument, Line, Table
from extractor.read.pdf import read_pdf

WIDTH, HEIGHT = 595.0, 842.0
LEADING = 1.3  # sizes from one line to the next
Draw = Callable[["Sheet"], object]

pdfmetrics.registerFont(TTFont("Vera", str(Path(reportlab.__file__).parent / "fonts" / "Vera.ttf")))


class Sheet:
    """One page to draw on; y counts from the top, to the top of the letters."""

    def __init__(self, canvas: Canvas, width: float = WIDTH, height: float = HEIGHT) -> None:
        self.canvas, self.width, self.height = canvas, width, height
        canvas.setPageSize((width, height))

    def text(
        self, x: float, y: float, words: str, *, size: float = 11, font: str = "Helvetica", **extra: float
    ) -> None:
        """Write one line."""
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, self.height - y - size, words, **extra)

    def prose(
        self, x: float, y: float, words: str, width: float, *, size: float = 11, font: str = "Helvetica"
    ) -> float:
        """Write a paragraph that is broken at `width`; return where the next line would begin."""
        for line in simpleSplit(words, font, size, width):
            self.text(x, y, line, size=size, font=font)
            y += LEADING * size
        return y

    def turned(self, x: float, y: float, words: str, degrees: float, *, size: float = 11) -> None:
        """Write one line, turned against the clock."""
        self.canvas.saveState()
        self.canvas.translate(x, self.height - y)
        self.canvas.rotate(degrees)
        self.canvas.setFont("Helvetica", size)
        self.canvas.drawString(0, 0, words)
        self.canvas.restoreState()

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """Draw a straight line."""
        self.canvas.line(x0, self.height - y0, x1, self.height - y1)

    def box(self, x0: float, y0: float, x1: float, y1: float, *, fill: float | None = None) -> None:
        """Draw a rectangle, or fill one with a shade of grey."""
        if fill is not None:
            self.canvas.setFillGray(fill)
        stroke, filled = int(fill is None), int(fill is not None)
        self.canvas.rect(x0, self.height - y1, x1 - x0, y1 - y0, stroke=stroke, fill=filled)
        self.canvas.setFillGray(0)

    def table(
        self,
        xs: Sequence[float],
        y: float,
        rows: Sequence[Sequence[str]],
        *,
        ruled: bool = True,
        header: str = "Helvetica-Bold",
        closed: bool = True,
        size: float = 9,
    ) -> float:
        """Draw a table whose columns lie between `xs`; return where it ends."""
        top = y
        for index, row in enumerate(rows):
            font = header if index == 0 else "Helvetica"
            start, bottom = y + 3, y + 3 + LEADING * size
            for x, right, cell in zip(xs, xs[1:], row, strict=False):
                bottom = max(bottom, self.prose(x + 4, start, cell, right - x - 8, size=size, font=font))
            if ruled:
                self.rule(xs[0], y, xs[-1], y)
            y = bottom + 4
        if ruled:
            if closed:
                self.rule(xs[0], y, xs[-1], y)
            for x in xs:
                self.rule(x, top, x, y)
        return y


def make_pdf(
    *pages: Draw,
    size: tuple[float, float] = (WIDTH, HEIGHT),
    bookmarks: Sequence[tuple[str, int]] = (),
    password: str | None = None,
) -> bytes:
    """Return a PDF with one page for each drawing function."""
    buffer = io.BytesIO()
    lock = pdfencrypt.StandardEncryption(password, "eigar") if password is not None else None
    canvas = Canvas(buffer, pageCompression=0, encrypt=lock, invariant=1)
    for draw in pages:
        draw(Sheet(canvas, *size))
        for title, level in bookmarks:
            canvas.bookmarkPage(title)
            canvas.addOutlineEntry(title, title, level)
        bookmarks = ()
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def read(*pages: Draw, size: tuple[float, float] = (WIDTH, HEIGHT)) -> LayoutDocument:
    """Draw pages and read them."""
    return read_pdf(make_pdf(*pages, size=size), "plan.pdf", "0" * 64)


def blocks(document: LayoutDocument) -> list[Line | Table]:
    """Return the blocks of all pages."""
    return [block for page in document.pages for block in page.blocks]


def lines(document: LayoutDocument) -> list[Line]:
    """Return the lines outside tables."""
    return [block for block in blocks(document) if isinstance(block, Line)]


def texts(document: LayoutDocument) -> list[str]:
    """Return the wording of the lines outside tables."""
    return [line.text.value for line in lines(document)]


def tables(document: LayoutDocument) -> list[Table]:
    """Return the tables."""
    return [block for block in blocks(document) if isinstance(block, Table)]


def values(table: Table) -> list[list[str]]:
    """Return the wording of the cells."""
    return [[cell_text(cell) for cell in row] for row in table.rows]


def cell_text(cell: Cell) -> str:
    """Return a cell with its bullets and line breaks."""
    return " / ".join(("• " if line.bullet else "") + line.text.value for line in cell.lines)


def table_of(*pages: Draw) -> list[list[str]]:
    """Draw pages, read them and return the cells of their only table."""
    (table,) = tables(read(*pages))
    return values(table)
