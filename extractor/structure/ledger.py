"""The loss ledger: every character that was read ends in a section, a table, a note or the page's furniture.

Words are told apart by the offset at which they begin. What stands in none of the parts of the outline is
unassigned, and the page that it stands on is named.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from extractor.document import LayoutDocument, Line, Text, Word
from extractor.structure.outline import Outline, Paragraph

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
    for word in _all_words(outline.document):
        start, page, size = word.start, word.leaf.page, len(word.text)
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
    parts = bytearray(1 + max((word.start for word in _all_words(document)), default=0))
    taken = (_furniture_words(document), _words(outline.toc), _words(outline.notes), _body_words(outline))
    for part, words in enumerate(taken, start=1):
        for word in words:
            start = word.start
            if start < len(parts):
                parts[start] = part
    return parts


def _all_words(document: LayoutDocument) -> Iterator[Word]:
    for page in document.pages:
        for block in page.blocks:
            if isinstance(block, Line):
                yield from block.text.words
            else:
                yield from (word for row in block.rows for cell in row for word in cell.words)


def _body_words(outline: Outline) -> Iterator[Word]:
    for section in outline.sections:
        yield from (section.heading or section.title).words
    for _, block in outline.blocks():
        if isinstance(block, Paragraph):
            yield from block.whole.words
        else:
            yield from (word for row in block.rows for cell in row for word in cell.words)
            yield from block.set_aside


def _furniture_words(document: LayoutDocument) -> Iterator[Word]:
    for page in document.pages:
        for block in page.blocks:
            if isinstance(block, Line) and block.furniture:
                yield from block.text.words


def _words(texts: Iterable[Text]) -> Iterator[Word]:
    return (word for text in texts for word in text.words)
