"""From bytes to a layout document. The first bytes decide which reader is called, never the suffix."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from extractor.document import LayoutDocument
from extractor.errors import (
    CannotReadError,
    EmptyFileError,
    EncryptedFileError,
    ExtractorError,
    NotFoundError,
    TooLargeError,
    WrongTypeError,
)
from extractor.read.sniff import DOCX, JSON, LOCKED, ODT, OLD_WORD, PDF, RTF, ZIP, describe, sniff
from extractor.settings import DEFAULT, Settings

# media type → "module:function", imported on use so that nothing heavy is loaded before it is wanted
READERS = {
    "application/pdf": "extractor.read.pdf:read_pdf",
    DOCX: "extractor.read.docx:read_docx",
    "text/html": "extractor.read.html:read_html",
    "text/plain": "extractor.read.text:read_text",
}

MEGABYTE = 1_000_000  # bytes
LARGEST = {  # megabytes: several times the largest plans, and what a laptop has the memory for
    "application/pdf": 500,  # a thousand pages of scanned pictures
    DOCX: 200,  # photographs on every page
    "text/html": 100,  # pictures may stand in it
    "text/plain": 50,  # some fifteen thousand pages
}

REMEDIES = {
    JSON: "Look at JSON of planuttrekk with the command show.",
    ZIP: "Unpack it and give the documents in it.",
    **dict.fromkeys((ODT, OLD_WORD, RTF), "Save it as a Word file (.docx) or PDF and try again."),
}

Reader = Callable[..., LayoutDocument]


def read_document(path: Path, settings: Settings = DEFAULT) -> LayoutDocument:
    """Return the document in the file at `path`.

    Raises:
        CannotReadError: there is no such file, or it is empty, damaged, locked or of a type that is not read.
    """
    return read_bytes(_bytes_of(path), str(path), settings)


def read_bytes(data: bytes, filename: str, settings: Settings = DEFAULT) -> LayoutDocument:
    """Return the document in `data`; `filename` is what messages call it."""
    if not data.strip(b"\x00\t\n\r\f\v \xef\xbb\xbf\xff\xfe"):
        raise EmptyFileError(
            filename, "there is nothing in the file" if not data else "there is no text in the file"
        )
    media_type = sniff(data)
    if media_type == LOCKED:
        raise EncryptedFileError(filename, "it is locked with a password")
    if media_type not in READERS:
        cause = f"this is {describe(media_type)}, which is not read"
        raise WrongTypeError(filename, cause, REMEDIES.get(media_type))
    _check_size(len(data), LARGEST[media_type], filename)
    module, _, function = READERS[media_type].partition(":")
    reader: Reader = getattr(import_module(module), function)
    try:
        asked = {"ocr": settings.ocr} if media_type == PDF else {}
        return reader(data, Path(filename).name, hashlib.sha256(data).hexdigest(), **asked)
    except ExtractorError as error:  # the reader knows the bare name only
        raise type(error)(filename, error.cause, error.remedy) from error


def _bytes_of(path: Path) -> bytes:
    if path.is_dir():
        raise NotFoundError(
            str(path), "this is a folder", "Name the files in it, or use a pattern such as *.pdf."
        )
    if path.exists() and not path.is_file():
        raise CannotReadError(str(path), "this is a device or a pipe", "Give the name of a file.")
    try:
        _check_size(path.stat().st_size, max(LARGEST.values()), str(path))
        return path.read_bytes()
    except FileNotFoundError as error:
        raise NotFoundError(str(path), "there is no such file") from error
    except OSError as error:
        cause = f"the file cannot be opened ({error.strerror})"
        raise CannotReadError(str(path), cause, "Check your rights to the file.") from error


def _check_size(size: int, largest: int, filename: str) -> None:
    """Refuse `size` bytes when they are more than `largest` megabytes, before they are read or parsed."""
    if size > largest * MEGABYTE:
        cause = f"the file is too large ({size / MEGABYTE:.0f} MB; up to {largest} MB of this type are read)"
        raise TooLargeError(filename, cause, "Split it, or save it again with smaller pictures.")
