"""How many pages there is time for to be read with OCR, and who is told how far it is.

Nobody knows how many pages of a document have to be recognised before it is read. So it is read with leave for none,
or for some; the one who set that is told how many they are, and comes back with more time.
"""

from __future__ import annotations

from contextvars import ContextVar

SCANS = "extractor.scans"  # the logger that is told, page by page
allowed_pages: ContextVar[int | None] = ContextVar("allowed_pages", default=None)
"""How many pages may be recognised before somebody has to be asked for more time; None for any number."""


class MorePagesError(Exception):
    """More pages have to be recognised than there is time for.

    Args:
        pages: how many.
    """

    def __init__(self, pages: int) -> None:
        super().__init__(pages)
        self.pages = pages
