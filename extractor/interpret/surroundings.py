"""Boxes that hold the words of an item and no others.

A sentence in the middle of a paragraph, or a first line that begins behind a number, shares its lines with other words,
and one box around all its lines would hold them, too. Such an item has several places on its page: as few boxes as will
do, each around whole lines of it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from extractor.document import Box, LayoutDocument, Leaf, Line, Page, Place, Text, Word, numbers_of, places_of

REACH = 400  # characters: words that share a line with an item stand no further from it in the text
TOUCH = 0.5  # points: boxes of neighbours may touch

Numbers = tuple[Any, ...]  # start, end, x0, top, x1, bottom


class Surroundings:
    """What stands on the pages of a document around an item; items are asked for page by page."""

    def __init__(self, document: LayoutDocument) -> None:
        self._pages = {page.number: page for page in document.pages} if document.has_pages else {}
        self._leaf: Leaf | None = None  # that of the item before
        self._starts: list[int] = []
        self._words: list[Numbers] = []

    def places(self, text: Text) -> list[Place]:
        """Return where a text stands: one place for each column of each page, more where its lines are shared."""
        places = text.places()
        if not self._pages:
            return places
        own = {numbers[0] for _, numbers in numbers_of(text.words)}
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
        self._turn_to(Leaf(place.page, place.sheet))
        first = bisect_left(self._starts, place.start - REACH)
        last = bisect_left(self._starts, place.end + REACH)
        return any(
            numbers[0] not in own and _reaches_into(numbers, place.box) for numbers in self._words[first:last]
        )

    def _turn_to(self, leaf: Leaf) -> None:
        """Take the words that read in one direction on a page, in the order of the text."""
        if leaf != self._leaf:
            words = (found for part in _parts(self._pages[leaf.page]) for found in numbers_of(part))
            self._leaf, self._words = leaf, sorted(numbers for on, numbers in words if on == leaf)
            self._starts = [numbers[0] for numbers in self._words]


def _reaches_into(numbers: Numbers, box: Box) -> bool:
    """Whether a word stands in a box, at least with its end."""
    x0, top, x1, bottom = Box._make(numbers[2:])
    across: float = min(x1, box.x1) - max(x0, box.x0)
    return across > TOUCH and box.top < (top + bottom) / 2 < box.bottom


def _parts(page: Page) -> Iterator[Sequence[Word]]:
    """Yield the words of a page, some at a time."""
    for block in page.blocks:
        if isinstance(block, Line):
            yield block.text.words
        else:
            yield from (cell.words for row in block.rows for cell in row)


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
