"""Pages as pictures: how large they are, and copies of single pages for those that look at pictures."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

MOST_PIXELS = 120_000_000  # of the pictures on a page: a large map, finely scanned, has as many
DEEPEST = 4  # forms in forms that pictures are looked for in


@contextmanager
def open_document(data: bytes) -> Iterator[Any]:
    """Lend a PDF as PDFium opens it.

    Raises:
        Exception: it cannot be opened (pypdfium2's own errors).
    """
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    try:
        yield document
    finally:
        document.close()


def pixels_of(document: Any, index: int) -> int:
    """Return how many pixels the pictures on a page have as the file tells it, before any of them is unpacked."""
    import pypdfium2.raw as raw

    page = document[index]
    try:
        found = page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=DEEPEST)
        return sum(width * height for width, height in (picture.get_px_size() for picture in found))
    finally:
        page.close()


def copy_page(document: Any, index: int, path: Path) -> None:
    """Write one page as a PDF of its own."""
    import pypdfium2

    copy = pypdfium2.PdfDocument.new()
    try:
        copy.import_pages(document, [index])
        copy.save(path)
    finally:
        copy.close()
