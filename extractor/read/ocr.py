"""Pages that are pictures → ink, with the help of OCR.

A page is read from its picture when it shows one and has no text of its own but for a stamp in its margin, or when its
letters are garbled. What is there in readable text stays as it is, and its pages are never drawn. The first page that
has to be recognised decides when the engine is started; it is then given all pages of the document that need it. What
it recognised is kept (`ocr_cache`), and answers of the cache and of the engine are the same.

    pages that need it → cache → engine (`ocr_engine`, a process) → cache → ink (`ocr_page`)
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from extractor.document import Notice
from extractor.errors import CannotReadError
from extractor.read.ocr_cache import Cache, pack, unpack
from extractor.read.ocr_engine import recognise
from extractor.read.ocr_page import confidence, scan_ink
from extractor.read.ocr_parts import installed_parts
from extractor.read.ocr_time import SCANS, MorePagesError, allowed_pages
from extractor.read.ocr_wanted import needs_ocr
from extractor.read.ocr_words import Scan
from extractor.read.pdf_ink import Ink
from extractor.read.pdf_parsers import ParsedPage, Parsers, read_ink
from extractor.settings import Ocr

progress = logging.getLogger(SCANS)

LEAST_SURE = 0.5  # 0–1: what OCR makes of a photo is below, of a bad scan above
TOLD_EVERY = 4  # pages, to somebody who waits
AT_ONCE = 8  # pages that one process of the engine is given


@dataclass
class Scans:
    """The pages of one document that have to be read from their pictures."""

    data: bytes
    sha256: str
    wanted: Ocr
    most: int  # pages of the document that are read
    notices: list[Notice] = field(default_factory=list)
    recognised: dict[int, float] = field(default_factory=dict)  # page → how sure its words are, 0–1
    tried: bool = False  # pages were recognised, whatever came of it
    _found: dict[int, bytes | str] = field(
        default_factory=dict
    )  # pages to come, packed, or why nothing was found

    def ink(self, page: ParsedPage) -> Ink:
        """Return what is printed on a page, recognised where it has to be.

        Raises:
            CannotReadError: OCR is asked for, and something that it needs is not installed.
            MorePagesError: see `allowed_pages`.
        """
        ink = read_ink(page)
        if self.wanted == "never" or not needs_ocr(ink, self.wanted) or not self._is_possible(page.parsers):
            return ink
        number = page.page_number
        if number not in self._found:
            self._recognise([number, *_later_pages(page, self.wanted, self.most)])
        return self._take(number, self._found.pop(number), ink)

    def told(self) -> list[Notice]:
        """Return what is to be told since this was last asked."""
        told, self.notices = self.notices, []
        return told

    def _is_possible(self, parsers: Parsers) -> bool:
        parts = installed_parts()
        if parts.missing and self.wanted == "always":
            raise CannotReadError("", "OCR is asked for and is not installed", parts.advice)
        return not parts.missing and parsers.fast is not None

    def _recognise(self, pages: Sequence[int]) -> None:
        cache, allowed = Cache(installed_parts().engine), allowed_pages.get()
        self._found |= {page: pack(found) for page in pages if (found := _kept(cache, self.sha256, page))}
        left = [page for page in pages if page not in self._found]
        if allowed is not None and len(left) > allowed:
            raise MorePagesError(len(left))
        for start in range(0, len(left), AT_ONCE):
            found_pages = recognise(self.data, left[start : start + AT_ONCE])
            for done, (page, found, reason) in enumerate(found_pages, start):
                if done % TOLD_EVERY == 0:
                    progress.info("OCR: %d of %d pages read", done, len(left))
                self._found[page] = pack(found) if reason is None else reason
                if reason is None:
                    cache.put(self.sha256, page, found)

    def _take(self, number: int, found: bytes | str, ink: Ink) -> Ink:
        self.tried = True
        if isinstance(found, str):
            message = f"its picture could not be read with OCR: {found}"
            self.notices.append(Notice("ocr-failed", "warning", message, number))
            return replace(ink, pictures=[])
        scan = Scan.of(unpack(found))
        sure = confidence(scan)
        if sure < LEAST_SURE:
            message = "no words that can be relied on were found in its picture with OCR"
            self.notices.append(Notice("ocr-page", "info", message, number))
            return replace(ink, pictures=[])
        self.recognised[number] = round(sure, 3)
        message = f"read from its picture with OCR, which is sure of {sure:.0%} of its letters"
        self.notices.append(Notice("ocr-page", "info", message, number))
        return scan_ink(scan, ink)


def _later_pages(page: ParsedPage, wanted: Ocr, most: int) -> Iterator[int]:
    """Yield the pages behind one that have to be recognised, too; what cannot be parsed is told of in its turn."""
    parsers = page.parsers
    for number in range(page.page_number + 1, min(len(parsers.fast or ()), most) + 1):
        later = ParsedPage(parsers, number)
        try:
            needed = needs_ocr(read_ink(later), wanted)
        except Exception:
            continue
        finally:
            later.close()
        if needed:
            yield number


def _kept(cache: Cache, sha256: str, page: int) -> Any | None:
    """Return what was kept of a page, if it is a scan."""
    found = cache.get(sha256, page)
    try:
        return found and Scan.of(found)
    except (TypeError, ValueError):
        return None
