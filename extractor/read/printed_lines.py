"""A layout document → its lines as they are printed, for people to select text in.

Each line has the offset of its first character, so that a selection in it has offsets, too. Where a line's words do
not follow each other in the text, it is given in pieces.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from extractor.document import Box, LayoutDocument, Line, Page, Word
from extractor.printed import Printed

WORD_SPACE = 4.0  # heights of a line: words further apart are given in pieces


def printed_lines(document: LayoutDocument) -> list[Printed]:
    """Return the lines of a document with pages, in reading order."""
    return [
        printed
        for page in document.pages
        if page.number is not None
        for line in _lines(page)
        for printed in _pieces(line.text.words, page.number)
    ]


def _lines(page: Page) -> Iterator[Line]:
    for block in page.blocks:
        if isinstance(block, Line):
            yield block
        else:
            for row in block.rows:
                for cell in row:
                    yield from cell.lines


def _pieces(words: Iterable[Word], page: int) -> Iterator[Printed]:
    piece: list[tuple[Word, Box]] = []
    for word in words:
        if (box := word.box) is None:
            continue
        if piece and not _follows(*piece[-1], word, box):
            yield _printed(piece, page)
            piece = []
        piece.append((word, box))
    if piece:
        yield _printed(piece, page)


def _follows(last: Word, before: Box, word: Word, box: Box) -> bool:
    """Whether a word stands behind another with a space between them, on the page and in the text."""
    near = box.x0 - before.x0 >= 0 and box.x0 - before.x1 < WORD_SPACE * (box.bottom - box.top)
    return near and last.leaf == word.leaf and word.start == last.start + len(last.text) + 1


def _printed(piece: list[tuple[Word, Box]], page: int) -> Printed:
    first = piece[0][0]
    sheet, box = first.leaf.sheet, Box.around(box for _, box in piece)
    text = " ".join(word.text for word, _ in piece)
    if sheet is None:
        return Printed(page, box, 0, first.start, text)
    return Printed(page, sheet.seen(box), sheet.quarters, first.start, text)
