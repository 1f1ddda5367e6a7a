"""PDF pages → pictures for people to look at.

PDFium draws a page as its reader sees it. Pages of print have few colours once the grey of smoothed edges is put into
steps; kept without loss they are small and sharp. What is large even then holds photographs or is a scan, and is kept
as such pictures are. However large a page says it is, its picture is not.
"""

from __future__ import annotations

import io
from typing import Any

from extractor.printed import Picture

PER_INCH = 100  # dots: letters of eight points can be read
LONGEST = 1_800  # dots: the long side of A3
POINTS_PER_INCH = 72
FAST_OCTREE = 2  # of Pillow's ways to choose colours: the fastest, and letters come out smallest
SHADES = 16  # colours, paper and ink and the steps between
LARGE = 60_000  # bytes: pages of print are smaller
QUALITY = 45  # of photographs and scans


def draw_pages(data: bytes, first: int, last: int) -> list[Picture]:
    """Return the pictures of the pages from `first` to `last`, from 1 and both included; empty where none can be drawn.

    Raises:
        Exception: PDFium cannot open the file (pypdfium2's own errors).
    """
    import pypdfium2

    pdf = pypdfium2.PdfDocument(data)
    try:
        pdf.init_forms()  # what is typed into forms is drawn, too
        return [_picture(pdf, number) for number in range(first, min(last, len(pdf)) + 1)]
    finally:
        pdf.close()


def _picture(pdf: Any, number: int) -> Picture:
    width, height = pdf.get_page_size(number - 1)
    try:
        page = pdf[number - 1]
        try:
            return Picture(number, width, height, _drawn(page, max(width, height)))
        finally:
            page.close()
    except Exception:  # PDFium's own: the other pages are still there to be looked at
        return Picture(number, width, height, b"")


def _drawn(page: Any, longest: float) -> bytes:
    scale = min(PER_INCH / POINTS_PER_INCH, LONGEST / max(longest, 1.0))
    image = page.render(scale=scale).to_pil().convert("RGB")
    stepped = image.quantize(SHADES, method=FAST_OCTREE).convert("RGB")
    small = _saved(stepped, lossless=True, method=1)
    if len(small) <= LARGE:
        return small
    return min(small, _saved(image, quality=QUALITY, method=3), key=len)


def _saved(image: Any, **options: Any) -> bytes:
    out = io.BytesIO()
    image.save(out, "WEBP", **options)
    return out.getvalue()
