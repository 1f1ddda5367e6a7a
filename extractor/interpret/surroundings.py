"""Boxes that hold the words of an item and no others.

A sentence in the middle of a paragraph, or a first line that begins behind a number, shares its lines with other words,
and one box around all its lines would hold them, too. Such an item has several places on its page: as few boxes as will
do, each around whole lines of it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import Any

from extractor.document import (
    Box,
    LayoutDocument,
    Leaf,
    Line,
    Page,
    Place,
    Text,
    Word,
    numbers_of,
    places_of,
    spans_of,
)

REACH = 200  # characters: lines that an item shares begin no further from it in the text
LESS_THAN_TWO = 1.5  # heights of a word: two lines are higher
TOUCH = 0.5  # points: boxes of neighbours may touch

Numbers = tuple[Any, ...]  # start, end, x0, top, x1, bottom


class Surroundings:
    """What stands on the pages of a document around an item."""

    def __init__(self, document: LayoutDocument) -> None:
        self._pages = {page.number: page for page in document.pages} if document.has_pages else {}
        self._lines: dict[int | None, tuple[list[int], list[Line]]] = {}

    def places(self, text: Text) -> list[Place]:
        """Return where a text stands: one place for each column of each page, more where its lines are shared."""
        places = text.places()
        if not self._pages or _is_one_line(text, places):
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
        here = Leaf(place.page, place.sheet)
        return any(
            leaf == here and numbers[0] not in own and _reaches_into(numbers, place.box)
            for line in self._lines_around(place)
            if line.box is None or _touch(line.box, place.box)
            for leaf, numbers in numbers_of(line.text.words)
        )

    def _lines_around(self, place: Place) -> list[Line]:
        """Return the lines of a page that stand near a place in the text."""
        if place.page not in self._lines:
            found = sorted(_lines_on(self._pages[place.page]), key=_start)
            self._lines[place.page] = [_start(line) for line in found], found
        starts, lines = self._lines[place.page]
        first = max(bisect_right(starts, place.start - REACH) - 1, 0)
        return lines[first : bisect_left(starts, place.end + REACH)]


def _is_one_line(text: Text, places: list[Place]) -> bool:
    """Whether a text is a line or a part of one, without others in between: its box holds nothing else."""
    if len(places) != 1 or (box := places[0].box) is None:
        return False
    _, (_, _, _, top, _, bottom) = next(iter(numbers_of(text.words)))
    is_low: bool = box.bottom - box.top < LESS_THAN_TWO * (bottom - top)
    return is_low and places[0].end - places[0].start <= len(text.value)


def _reaches_into(numbers: Numbers, box: Box) -> bool:
    """Whether a word stands in a box, at least with its end."""
    x0, top, x1, bottom = Box._make(numbers[2:])
    across: float = min(x1, box.x1) - max(x0, box.x0)
    return across > TOUCH and box.top < (top + bottom) / 2 < box.bottom


def _touch(one: Box, other: Box) -> bool:
    """Whether two boxes have anything in common; most lines of a page are told apart by that."""
    return one.x0 < other.x1 and other.x0 < one.x1 and one.top < other.bottom and other.top < one.bottom


def _lines_on(page: Page) -> Iterator[Line]:
    """Yield the lines of a page that hold words."""
    for block in page.blocks:
        cells = [] if isinstance(block, Line) else [cell for row in block.rows for cell in row]
        lines = [block] if isinstance(block, Line) else [line for cell in cells for line in cell.lines]
        yield from (line for line in lines if line.text.words)


def _start(line: Line) -> int:
    """Return the offset at which a line begins."""
    return next(iter(spans_of(line.text.words)))[1]


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
