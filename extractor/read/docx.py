"""A Word file → layout document.

A Word file says what a PDF only suggests: headings, lists, tables. It is taken at its word, where it has one: many
writers set their headings in bold instead of choosing a style, so sizes and weights are handed on as well. What Word
prints and does not write is written here: the numbers of headings and lists (`docx_numbering`). What it writes and
does not print is left out: deletions, hidden text, prompts (`docx_runs`).

The text that offsets count in is what a reader sees, line by line: the document, then its notes in the order in which
it refers to them, then running headers and footers, each wording once. There are no pages: Word makes them as it
draws. Comments, pictures and files that are embedded in the text are not read.
"""

from __future__ import annotations

from extractor.document import LayoutDocument, Line, Notice, Page
from extractor.errors import NoTextError
from extractor.read.docx_drafts import Drafter
from extractor.read.docx_lines import Writer
from extractor.read.docx_numbering import Numbering
from extractor.read.docx_package import Package
from extractor.read.docx_styles import Styles
from extractor.read.docx_xml import Element, attribute, below, child
from extractor.read.sniff import DOCX
from extractor.read.tape import Tape

NOTES = {"footnotes": "w:footnote", "endnotes": "w:endnote"}
EDGES = ("w:headerReference", "w:footerReference")


def read_docx(data: bytes, filename: str, sha256: str) -> LayoutDocument:
    """Read the bytes of a Word file; offsets count in the `text` of the result.

    Raises:
        DamagedFileError, EncryptedFileError, TooLargeError: it cannot be unpacked.
        NoTextError: there is no text in it.
    """
    package = Package(data, filename)
    root = package.document()
    tape = Tape()
    drafter = Drafter(Styles(package.related("styles")), Numbering(package.related("numbering")))
    writer = Writer(tape, drafter)
    body = child(root, "w:body")
    if body is not None:
        writer.write(body)
    if not writer.blocks:
        raise NoTextError(
            filename, "there is no text in it", "Pictures of text are not read; run OCR on them first."
        )
    edge = Writer(tape, drafter, in_cell=True, furniture=True)
    blocks = [*writer.blocks, *_notes(package, writer), *_edges(package, root, edge)]
    notices = [_unread(writer.embedded)] if writer.embedded else []
    return LayoutDocument(
        filename, sha256, DOCX, [Page(None, blocks=blocks)], "".join(tape.parts), notices=notices
    )


def _notes(package: Package, writer: Writer) -> list[Line]:
    """Write the notes that the text refers to."""
    notes = Writer(writer.tape, writer.drafter, in_cell=True, note=True)
    known: dict[tuple[str, str], Element] = {}
    for kind, tag in NOTES.items():
        root = package.related(kind) if any(kind == of for of, _ in writer.notes) else None
        for note in () if root is None else below(root, tag):
            known.setdefault((kind, attribute(note, "w:id") or ""), note)
    for reference in dict.fromkeys(writer.notes):
        if reference in known:
            notes.write(known[reference])
    return [block for block in notes.blocks if isinstance(block, Line)]


def _edges(package: Package, root: Element, writer: Writer) -> list[Line]:
    """Write the running headers and footers."""
    names = package.by_id()
    used = [names.get(attribute(part, "r:id") or "") for tag in EDGES for part in below(root, tag)]
    for name in dict.fromkeys(name for name in used if name):
        part = package.part(name)
        if part is not None:
            writer.write(part)
    return [block for block in writer.blocks if isinstance(block, Line)]


def _unread(count: int) -> Notice:
    files = "a file stands" if count == 1 else f"{count} files stand"
    return Notice("dropped-object", "warning", f"{files} embedded in the text; words in them are not read")
