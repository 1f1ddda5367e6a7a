"""The first bytes of a file → its media type.

Suffixes are not asked: kommuner publish PDFs without one, web pages as `.pdf` and text files as `.doc`. A
signature answers first, then mark-up at the very start, then whether the bytes can be text at all. A text
file that quotes a tag further down stays text.
"""

from __future__ import annotations

import re

from extractor.read.decode import marked_encoding

PDF = "application/pdf"
HTML = "text/html"
TEXT = "text/plain"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ODT = "application/vnd.oasis.opendocument.text"
ZIP = "application/zip"
OLD_WORD = "application/msword"
LOCKED = "application/encrypted"
RTF = "application/rtf"
XML = "application/xml"
JSON = "application/json"
BINARY = "application/octet-stream"

DESCRIPTIONS = {
    DOCX: "a Word file",
    OLD_WORD: "an old Word or Excel file",
    LOCKED: "an office file with a password",
    XLSX: "an Excel file",
    ODT: "an OpenDocument text",
    RTF: "a rich text file",
    ZIP: "a ZIP archive",
    XML: "an XML file",
    JSON: "JSON of planuttrekk",
    BINARY: "a file of unknown type",
}

SIGNATURES = (
    (b"%PDF-", PDF),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"II*\0", "image/tiff"),
    (b"MM\0*", "image/tiff"),
    (b"GIF8", "image/gif"),
    (b"{\\rtf", RTF),
)
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PACKAGE_WITHIN = "EncryptedPackage".encode("utf-16-le")  # names what a password locks, in an old office file
TOLD_WITHIN = 4096  # bytes that are enough to tell files in folders apart
PDF_WITHIN = 1024  # bytes: readers accept a PDF header behind that much other matter
TEXT_SAMPLE = 4096  # bytes that decide between text and other
CONTROL_SHARE = 0.02  # more control characters than this are no text; packed data has about 10 %
NUL_SHARE = 0.3  # some editors pad text with NULs, but not to this extent

_OUR_JSON = re.compile(rb'\s*\{\s*"schema_version"\s*:')
_LEADING = re.compile(r"(?:\ufeff|\s|<!--.*?-->)+", re.DOTALL)
_OPENS_HTML = re.compile(
    r"<(?:!doctype\s+html|(?:html|head|body|title|meta|link|style|script|main|article|section|nav|header|div|table"
    r"|h[1-6]|ul|ol|p|center|font)\b[^<]*>)",
    re.IGNORECASE,
)
_XML = re.compile(r"<\?xml\b", re.IGNORECASE)
_HTML_ROOT = re.compile(r"<(?:!doctype\s+)?html\b", re.IGNORECASE)
# Control characters less tab, line ends, page break and escape, which old text files hold.
_CONTROLS = bytes({*range(1, 9), 11, *range(14, 27), *range(28, 32), 127})


def sniff(head: bytes) -> str:
    """Return the media type of the file that begins with `head`; some thousand bytes are enough.

    `text/plain` is anything that can be text, empty input too; `application/octet-stream` is the rest.
    """
    for signature, media_type in SIGNATURES:
        if head.startswith(signature):
            return media_type
    if head.startswith(OLD_OFFICE):
        return LOCKED if PACKAGE_WITHIN in head else OLD_WORD
    if head.startswith(b"PK\x03\x04"):
        return _kind_of_zip(head)
    if _OUR_JSON.match(head[:TEXT_SAMPLE]):
        return JSON
    if markup := _kind_of_markup(_as_text(head)):
        return markup
    if b"%PDF-" in head[:PDF_WITHIN]:
        return PDF
    return TEXT if _can_be_text(head[:TEXT_SAMPLE]) else BINARY


def describe(media_type: str) -> str:
    """Return what people call a file of `media_type`."""
    if media_type.startswith("image/"):
        return f"a picture ({media_type.removeprefix('image/').upper()})"
    return DESCRIPTIONS.get(media_type, media_type)


def _kind_of_zip(head: bytes) -> str:
    """Tell office documents apart by the names of the files in them, which stand unpacked."""
    if ODT.encode() in head[:PDF_WITHIN]:
        return ODT
    if b"[Content_Types].xml" not in head:
        return ZIP
    if b"word/" in head or b"word\\" in head:
        return DOCX
    return XLSX if b"xl/" in head else ZIP


def _as_text(head: bytes) -> str:
    return head.decode(marked_encoding(head) or "latin-1", errors="replace")


def _kind_of_markup(text: str) -> str | None:
    start = _LEADING.match(text)
    text = text[start.end() :] if start else text
    if _XML.match(text):
        return HTML if _HTML_ROOT.search(text) else XML
    return HTML if _OPENS_HTML.match(text) else None


def _can_be_text(sample: bytes) -> bool:
    if marked_encoding(sample) is not None:
        return True
    written = len(sample) - sample.count(0)
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return not sample or (written >= len(sample) * (1 - NUL_SHARE) and controls <= written * CONTROL_SHARE)
