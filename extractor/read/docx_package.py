"""A Word file is a ZIP archive of XML parts that refer to each other; this opens it and hands the parts out.

Nothing in the archive is believed. Only parts that are asked for are unpacked, each up to a ceiling that holds
whatever size the archive says; pictures never are. Only the two ways of packing that the standard allows are unpacked.
"""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator

from extractor.errors import DamagedFileError, EncryptedFileError, TooLargeError
from extractor.read.docx_xml import BadXmlError, Element, attribute, name_of, parse

MEGABYTE = 1_000_000  # bytes
LARGEST_UNPACKED = 60 * MEGABYTE  # of all parts together: some three thousand pages
MOST_ENTRIES = 20_000  # a plan with pictures on each page has some hundreds
ENTRY = b"PK\x01\x02"  # begins each line of the archive's list
ENCRYPTED = 0x1  # bit of an entry's flags
PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
RELATIONSHIPS = "_rels/.rels"
MAIN = "word/document.xml"
SAVE_AGAIN = "Download it again, or open it in Word and save it as a new file."
BROKEN = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, RuntimeError)


def unpacked_size(data: bytes) -> int:
    """Return how many bytes of XML a Word file says that it holds, 0 where it cannot be opened."""
    try:
        entries = open_archive(data, "").infolist()
    except (DamagedFileError, TooLargeError):
        return 0
    return min(sum(entry.file_size for entry in entries if entry.filename.endswith(".xml")), LARGEST_UNPACKED)


def open_archive(data: bytes, filename: str) -> zipfile.ZipFile:
    """Return the archive in a file.

    Raises:
        DamagedFileError: it is broken.
        TooLargeError: its list of files is longer than that of any plan.
    """
    if data.count(ENTRY) > MOST_ENTRIES:
        raise TooLargeError(filename, f"there are more than {MOST_ENTRIES} files in it", SAVE_AGAIN)
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except BROKEN as error:
        raise damaged(filename, "it is cut off or broken") from error


def damaged(filename: str, cause: str) -> DamagedFileError:
    """Return the error that tells what is wrong with a Word file."""
    return DamagedFileError(filename, f"the Word file is damaged: {cause}", SAVE_AGAIN)


class Package:
    """The parts of a Word file.

    Raises:
        DamagedFileError: the archive is broken, or is no Word file.
        TooLargeError: it unpacks to more than any plan does.
        EncryptedFileError: its parts are locked.
    """

    def __init__(self, data: bytes, filename: str) -> None:
        self.filename = filename
        self.left = LARGEST_UNPACKED
        self._archive = open_archive(data, filename)
        entries = self._archive.infolist()
        self._entries = {entry.filename.replace("\\", "/").lower(): entry for entry in entries}
        self.main = next(
            (name for kind, _, name in self._relationships("") if kind == "officeDocument"), MAIN
        )
        self._references = list(self._relationships(self.main))

    def document(self) -> Element:
        """Return the root of the part that holds the text."""
        root = self.part(self.main)
        if root is None or name_of(root) != "w:document":
            raise damaged(self.filename, "the part with its text is missing")
        return root

    def part(self, name: str) -> Element | None:
        """Return the root of a part by its name; None when it is not there."""
        entry = self._entries.get(name.lower())
        if entry is None:
            return None
        try:
            return parse(self._unpack(entry))
        except BadXmlError as error:
            raise damaged(self.filename, "a part of it is broken") from error

    def related(self, kind: str) -> Element | None:
        """Return the part that the text refers to as its `styles`, `numbering`, `footnotes` …, or None."""
        name = next((name for found, _, name in self._references if found == kind), None)
        return self.part(name) if name else None

    def by_id(self) -> dict[str, str]:
        """Return the names of the parts that the text refers to, by the id that it does so with."""
        return {ident: name for _, ident, name in self._references}

    def _relationships(self, source: str) -> Iterator[tuple[str, str, str]]:
        """Yield kind, id and name of the parts that a part refers to; the package itself where it is empty."""
        folder, file = posixpath.split(source)
        listing = self.part(posixpath.join(folder, f"_rels/{file}.rels"))
        for entry in listing if listing is not None else ():
            kind, target = attribute(entry, "Type") or "", attribute(entry, "Target") or ""
            if attribute(entry, "TargetMode") != "External":
                name = posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/")
                yield kind.rpartition("/")[2], attribute(entry, "Id") or "", name

    def _unpack(self, entry: zipfile.ZipInfo) -> bytes:
        if entry.flag_bits & ENCRYPTED:
            raise EncryptedFileError(self.filename, "it is locked with a password")
        if entry.compress_type not in PACKINGS:
            raise damaged(self.filename, "it is packed in a way that Word does not use")
        try:
            with self._archive.open(entry) as file:
                data = file.read(self.left + 1)
        except BROKEN as error:
            raise damaged(self.filename, "a part of it is cut off or broken") from error
        self.left -= len(data)
        if self.left < 0:
            most = LARGEST_UNPACKED // MEGABYTE
            cause = f"it unpacks to more than {most} MB of text and layout, more than any plan has"
            raise TooLargeError(self.filename, cause, "Split it, or save it from Word as PDF and try again.")
        return data
