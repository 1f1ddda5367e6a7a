"""How long a document is, before it is read: what time it may take goes by its pages.

PDFium counts the pages of a PDF without opening them. In a file that it refuses, what looks like a page is counted.
Text and web pages have as many pages as they would fill in print, Word files as their mark-up would; pictures in them
do not count.
"""

from __future__ import annotations

import re
from pathlib import Path

from extractor.read.sniff import DOCX, PDF, sniff

BYTES_OF_A_PAGE = 3_000
BYTES_OF_A_WORD_PAGE = 10_000  # unpacked, with its mark-up
PAGE = re.compile(rb"/Type\s*/Page\b")


def count_pages(path: Path) -> int:
    """Return the number of pages, at least 1; for what is no file and cannot be opened, 1 as well."""
    try:
        data = path.read_bytes() if path.is_file() else b""
    except OSError:
        return 1
    media_type = sniff(data)
    if media_type == DOCX:
        from extractor.read.docx_package import unpacked_size

        return 1 + unpacked_size(data) // BYTES_OF_A_WORD_PAGE
    if media_type != PDF:
        return 1 + len(data) // BYTES_OF_A_PAGE
    from extractor.read.pdf_parsers import count_pages as count

    return max(count(data) or len(PAGE.findall(data)), 1)
