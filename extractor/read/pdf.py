"""PDF → layout document.

Pages are parsed one by one and let go at once, so that memory does not grow with the length of the document. A
page that cannot be parsed is reported and left out; the others are read. Errors of the libraries come out as errors
that say what to do next. What stands where on a page is worked out in the `pdf_*` modules: glyphs and rules
(`pdf_parsers`, `pdf_ink`), words (`pdf_words`), tables with rules (`pdf_lattice`, `pdf_tables`), shades
(`pdf_shading`), tags (`pdf_tag_*`) or none of these (`pdf_borderless`), margins (`pdf_margins`), columns
(`pdf_columns`), lines (`pdf_lines`).
"""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager

from extractor.document import Bookmark, LayoutDocument, Notice, Page
from extractor.errors import CannotReadError, DamagedFileError, EncryptedFileError, NoTextError
from extractor.garbage import collected_seldom
from extractor.read.ocr import Scans
from extractor.read.ocr_parts import installed_parts
from extractor.read.ocr_time import MorePagesError
from extractor.read.pdf_page import Reader
from extractor.read.pdf_parsers import ParsedPage, Parsers
from extractor.read.pdf_tokens import spell
from extractor.settings import Ocr

MEDIA_TYPE = "application/pdf"
MOST_PAGES = 2_000
MOST_BOOKMARKS = 5_000


@collected_seldom()
def read_pdf(data: bytes, filename: str, sha256: str, *, ocr: Ocr = "auto") -> LayoutDocument:
    """Read the bytes of a PDF file.

    Args:
        data: the bytes.
        filename: what the file is called.
        sha256: of the bytes.
        ocr: which pages are read from their pictures.

    Raises:
        EncryptedFileError: it is locked with a password.
        DamagedFileError: no page can be read.
        NoTextError: the pages are pictures.
    """
    with _quiet():
        try:
            return _read(data, filename, sha256, ocr)
        except (CannotReadError, MorePagesError):
            raise
        except Exception as error:
            raise _translate(error, filename) from error


def _read(data: bytes, filename: str, sha256: str, ocr: Ocr) -> LayoutDocument:
    with closing(Parsers(data)) as parsers:
        return _read_document(parsers, filename, sha256, Scans(data, sha256, ocr, MOST_PAGES))


def _read_document(parsers: Parsers, filename: str, sha256: str, scans: Scans) -> LayoutDocument:
    reader = Reader(scans)
    pages = list(_read_pages(parsers.pages(), reader, filename))
    if not reader.glyphs:
        raise _no_text(filename, scans)
    reader.settler.settle()
    return LayoutDocument(
        filename,
        sha256,
        MEDIA_TYPE,
        pages,
        text=reader.tape.text,
        bookmarks=_read_bookmarks(parsers),
        notices=reader.notices,
        recognised=scans.recognised,
    )


def _no_text(filename: str, scans: Scans) -> NoTextError:
    """Return the error that says what helps to read pictures."""
    if scans.wanted == "never":
        return NoTextError(filename, "no page has a text layer", "Read it with --ocr auto.")
    if scans.tried:
        return NoTextError(filename, "no page has a text layer, and no words were found in the pictures")
    return NoTextError(filename, "no page has a text layer", installed_parts().advice or None)


def _read_pages(found: Iterable[ParsedPage], reader: Reader, filename: str) -> Iterator[Page]:
    """Yield the pages; those that cannot be parsed come without blocks and with a notice."""
    failure: Exception | None = None
    parsed = 0
    for number, page in enumerate(found, start=1):
        if number > MOST_PAGES:
            reader.notices.append(
                Notice("limit-pages", "warning", f"only the first {MOST_PAGES} pages were read", number)
            )
            break
        try:
            result = reader.read(page, number)
            parsed += 1
        except (CannotReadError, MorePagesError):
            raise
        except Exception as error:
            if isinstance(_cause(error), MemoryError):
                raise
            failure = error
            result = Page(number, page.width, page.height)
            message = f"the page cannot be read ({_describe(error)})"
            reader.notices.append(Notice("damaged-page", "error", message, number))
        finally:
            page.close()
        yield result
    if failure is not None and not parsed:
        raise failure
    if not parsed:
        raise DamagedFileError(filename, "no page can be found in it")


def _read_bookmarks(parsers: Parsers) -> list[Bookmark]:
    """Return the outline as far as it can be read."""
    bookmarks: list[Bookmark] = []
    try:
        for title, level in parsers.bookmarks(MOST_BOOKMARKS):
            words = [spell(word) for word in title.split()]
            if any(words):
                bookmarks.append(Bookmark(" ".join(filter(None, words)), level))
    except Exception as error:  # outlines come broken in many ways; headings are found without them
        logging.getLogger(__name__).debug("outline not read further: %r", error)
    return bookmarks


def _translate(error: Exception, filename: str) -> CannotReadError:
    """Return the error of this family that says what went wrong."""
    from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect

    cause = _cause(error)
    if isinstance(cause, PDFPasswordIncorrect):
        return EncryptedFileError(filename, "it is locked with a password")
    if isinstance(cause, PDFEncryptionError):
        return EncryptedFileError(filename, f"it is encrypted in an unknown way ({_describe(error)})")
    logging.getLogger(__name__).info("%s: %s", filename, _describe(error))
    return DamagedFileError(filename, "the PDF is cut off or damaged")


def _cause(error: BaseException) -> BaseException:
    """Return what pdfplumber wrapped."""
    while (
        type(error).__name__ == "PdfminerException"
        and error.args
        and isinstance(error.args[0], BaseException)
    ):
        error = error.args[0]
    return error


def _describe(error: BaseException) -> str:
    cause = _cause(error)
    return " ".join(f"{type(cause).__name__} {cause}".split())[:200]


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep what the libraries think of the file from the user; what matters is reported as notices."""
    loggers = [logging.getLogger(name) for name in ("pdfminer", "pypdfium2")]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL + 1)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)
