"""Boxes that hold the words of an item and no others.

A sentence in the middle of a paragraph, or a first line that begins behind a number, shares its lines with other words,
and one box around all its lines would hold them, too. Such an item has several places on its page: as few boxes as will
do, each around whole lines of it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from extractor.document import Box, LayoutDocument, Line, Page, Place, Text, Word, places_of
from extractor.place import Leaf

REACH = 400  # characters: words that share a line with an item stand no further from it in the text
TOUCH = 0.5  # points: boxes of neighbours may touch


class Surroundings:
    """The words of a document, page by page, for looking up what stands around an item."""

    def __init__(self, document: LayoutDocument) -> None:
        self._pages = {page.number: page for page in document.pages} if document.has_pages else {}
        self._words: dict[Leaf, tuple[list[int], list[Word]]] = {}

    def places(self, text: Text) -> list[Place]:
        """Return where a text stands: one place for each column of each page, more where its lines are shared."""
        places, own = text.places(), {word.start for word in text.words}
        if not any(self._holds_others(place, own) for place in places):
            return places
        groups: list[list[Word]] = []
        for line in _lines(text.words):
            if groups and self._belong_together([*groups[-1], *line], own):
                groups[-1] += line
            else:
                groups.append(line)
        return [place for group in groups for place in places_of(group)]

    def _belong_together(self, words: list[Word], own: set[int]) -> bool:
        places = places_of(words)
        return len(places) == 1 and not self._holds_others(places[0], own)

    def _holds_others(self, place: Place, own: set[int]) -> bool:
        """Whether words that are not the item's own stand in its box."""
        if place.box is None or place.page not in self._pages:
            return False
        starts, words = self._of(Leaf(place.page, place.sheet))
        first, last = bisect_left(starts, place.start - REACH), bisect_left(starts, place.end + REACH)
        return any(
            starts[at] not in own and _reaches_into(words[at].box, place.box) for at in range(first, last)
        )

    def _of(self, leaf: Leaf) -> tuple[list[int], list[Word]]:
        """Return the words that read in one direction on a page, in the order of the text, and their offsets."""
        if leaf not in self._words:
            page = self._pages[leaf.page]
            words = sorted((word for word in _words(page) if word.leaf == leaf), key=lambda word: word.start)
            self._words[leaf] = [word.start for word in words], words
        return self._words[leaf]


def _reaches_into(word: Box | None, box: Box) -> bool:
    """Whether a word stands in a box, at least with its end."""
    if word is None:
        return False
    across = min(word.x1, box.x1) - max(word.x0, box.x0)
    return across > TOUCH and box.top < (word.top + word.bottom) / 2 < box.bottom


def _words(page: Page) -> Iterator[Word]:
    for block in page.blocks:
        if isinstance(block, Line):
            yield from block.text.words
        else:
            for row in block.rows:
                for cell in row:
                    yield from cell.words


def _lines(words: Iterable[Word]) -> Iterator[list[Word]]:
    """Yield the words line by line."""
    line: list[Word] = []
    for word in words:
        if line and not _goes_on(line[-1], word):
            yield line
            line = []
        line.append(word)
    if line:
        yield line


def _goes_on(before: Word, word: Word) -> bool:
    """Whether a word stands on the same line as the one before it."""
    if before.leaf != word.leaf or before.box is None or word.box is None:
        return False
    middle = (word.box.top + word.box.bottom) / 2
    return word.box.x0 >= before.box.x0 and before.box.top < middle < before.box.bottom
