"""The loss ledger: every character that was read ends in a section, a table, a note or the page's furniture.

Words are told apart by the offset at which they begin. What stands in none of the parts of the outline is
unassigned, and the page that it stands on is named.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from extractor.document import LayoutDocument, Line, Table, Word
from extractor.structure.outline import Outline, Paragraph
from extractor.words import spans_of

_PARTS = ("furniture", "contents", "notes", "assigned")  # a word that is in several goes to the last of them
_UNASSIGNED, _COUNTED = 0, 255


@dataclass(slots=True)
class Ledger:
    """Characters without white space: all that were read, and where they went."""

    read: int = 0
    assigned: int = 0  # to sections and tables, cover included
    notes: int = 0
    contents: int = 0  # table of contents
    furniture: int = 0
    unassigned: dict[int | None, int] = field(default_factory=dict)  # by page, only where there are any
    pages: dict[int | None, int] = field(default_factory=dict)  # characters read, by page


def keep_ledger(outline: Outline) -> Ledger:
    """Return where the characters of the document went."""
    ledger = Ledger()
    parts = _parts(outline)
    sizes: Counter[int] = Counter()
    pages: Counter[int | None] = Counter()
    unassigned: Counter[int | None] = Counter()
    for page, start, size in _spans(_all_words(outline.document)):
        part, parts[start] = parts[start], _COUNTED
        if part == _COUNTED:
            continue  # a merged cell stands in each of its rows
        sizes[part] += size
        pages[page] += size
        if part == _UNASSIGNED:
            unassigned[page] += size
    for part, name in enumerate(_PARTS, start=1):
        setattr(ledger, name, sizes[part])
    ledger.read = sizes.total()
    ledger.pages, ledger.unassigned = dict(pages), dict(unassigned)
    return ledger


def _parts(outline: Outline) -> bytearray:
    """Return the part of the outline that each word went to, by its offset: one byte, as documents are long."""
    document = outline.document
    parts = bytearray(1 + max((start for _, start, _ in _spans(_all_words(document))), default=0))
    toc, notes = ((text.words for text in texts) for texts in (outline.toc, outline.notes))
    taken = (_furniture_words(document), toc, notes, _body_words(outline))
    for part, words in enumerate(taken, start=1):
        for _, start, _ in _spans(words):
            if start < len(parts):
                parts[start] = part
    return parts


def _spans(found: Iterable[Sequence[Word]]) -> Iterator[tuple[int | None, int, int]]:
    """Yield page, offset and number of characters of each word."""
    return chain.from_iterable(map(spans_of, found))


def _all_words(document: LayoutDocument) -> Iterator[Sequence[Word]]:
    for page in document.pages:
        for block in page.blocks:
            if isinstance(block, Line):
                yield block.text.words
            else:
                yield from _table_words(block)


def _body_words(outline: Outline) -> Iterator[Sequence[Word]]:
    for section in outline.sections:
        yield (section.heading or section.title).words
    for _, block in outline.blocks():
        if isinstance(block, Paragraph):
            yield block.whole.words
        else:
            yield from _table_words(block)
            yield block.set_aside


def _table_words(table: Table) -> Iterator[Sequence[Word]]:
    return (line.text.words for row in table.rows for cell in row for line in cell.lines)


def _furniture_words(document: LayoutDocument) -> Iterator[Sequence[Word]]:
    for page in document.pages:
        for block in page.blocks:
            if isinstance(block, Line) and block.furniture:
                yield block.text.words
