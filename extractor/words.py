"""Words and where they stand.

A plan of 200 pages has 100 000 words, and they stay until its last sentence is read. Texts and boxes side by side take
a quarter of the room that an object for each word would. So the words of a line on a page are packed; a word is made
when it is asked for, and forgotten again. Lines that are joined to paragraphs, and parts that are cut out of them,
stay packed, and what is asked of all words (`places_of`, `spans_of`) makes none.
"""

from __future__ import annotations

import struct
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from math import isnan, nan
from typing import Any, overload

from extractor.place import Box, Leaf, Place, leaf_of

LINES_UP = 2.0  # line heights: a word further above the word before it may begin a column

_OFFSETS = struct.Struct("<QQ")
_OFFSETS_AND_BOX = struct.Struct("<QQ4d")
_BOX = struct.Struct("<4d")


class Word:
    """One word as the reader found it; its `place` is made when asked for."""

    __slots__ = ("_where", "leaf", "text")

    def __init__(self, text: str, place: Place) -> None:
        self.text = sys.intern(text)
        self.leaf = leaf_of(place.page, place.sheet)
        if place.box is None:
            self._where = _OFFSETS.pack(place.start, place.end)
        else:
            self._where = _OFFSETS_AND_BOX.pack(place.start, place.end, *place.box)

    @classmethod
    def on_page(cls, text: str, leaf: Leaf, *numbers: float) -> Word:
        """Return a word from what `numbers` gives, without the objects in between."""
        word = cls.__new__(cls)
        word.text, word.leaf, word._where = sys.intern(text), leaf, _OFFSETS_AND_BOX.pack(*numbers)
        return word

    @property
    def place(self) -> Place:
        """Where the word stands."""
        start, end = _OFFSETS.unpack_from(self._where)
        return Place(start, end, self.leaf.page, self.box, self.leaf.sheet)

    @property
    def box(self) -> Box | None:
        """Its box as it reads; None where there are no pages."""
        _, _, *box = self.numbers()
        return Box._make(box) if box else None

    def numbers(self) -> tuple[Any, ...]:
        """Return start and end and, where there are pages, x0, top, x1 and bottom."""
        where = self._where
        return (_OFFSETS_AND_BOX if len(where) > _OFFSETS.size else _OFFSETS).unpack(where)

    @property
    def start(self) -> int:
        """The offset of its first character."""
        start: int = _OFFSETS.unpack_from(self._where)[0]
        return start

    @property
    def end(self) -> int:
        """The offset behind its last character."""
        end: int = _OFFSETS.unpack_from(self._where)[1]
        return end

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Word) and (self.text, self.place) == (other.text, other.place)

    def __hash__(self) -> int:
        return hash((self.text, self._where))

    def __repr__(self) -> str:
        return f"Word({self.text!r}, {self.place!r})"


class PackedWords(Sequence[Word]):
    """Words of one line: a space parts them."""

    __slots__ = ("_boxes", "_leaf", "_start", "_texts")

    def __init__(self, texts: Sequence[str], leaf: Leaf, start: int, boxes: bytes) -> None:
        """Take packed words; see `pack`."""
        self._texts, self._leaf, self._start, self._boxes = texts, leaf, start, boxes

    def __len__(self) -> int:
        return len(self._texts)

    def __iter__(self) -> Iterator[Word]:
        for text, (leaf, numbers) in zip(self._texts, self.numbers(), strict=True):
            yield Word.on_page(text, leaf, *numbers)

    def numbers(self) -> Iterator[tuple[Leaf, tuple[Any, ...]]]:
        """Yield for each word what it stands on and its `Word.numbers`."""
        leaf, start = self._leaf, self._start
        for text, box in zip(self._texts, _BOX.iter_unpack(self._boxes), strict=True):
            end = start + len(text)
            yield leaf, (start, end, *box)
            start = end + 1

    def spans(self) -> Iterator[tuple[int | None, int, int]]:
        """Yield for each word the page, the offset of its first character, and how many it has."""
        page, start = self._leaf.page, self._start
        for text in self._texts:
            yield page, start, len(text)
            start += len(text) + 1

    @overload
    def __getitem__(self, index: int) -> Word: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Word]: ...
    def __getitem__(self, index: int | slice) -> Word | Sequence[Word]:
        if isinstance(index, slice):
            first, last, step = index.indices(len(self))
            return self._part(first, max(first, last)) if step == 1 else list(self)[index]
        at = range(len(self))[index]
        return next(iter(self._part(at, at + 1)))

    def _part(self, first: int, last: int) -> PackedWords:
        start = self._start + sum(len(text) + 1 for text in self._texts[:first])
        boxes = self._boxes[first * _BOX.size : last * _BOX.size]
        return PackedWords(self._texts[first:last], self._leaf, start, boxes)


class JoinedWords(Sequence[Word]):
    """Words of several lines, or of parts of them."""

    __slots__ = ("_parts",)

    def __init__(self, parts: Sequence[Sequence[Word]]) -> None:
        self._parts = parts

    def __len__(self) -> int:
        return sum(map(len, self._parts))

    def __iter__(self) -> Iterator[Word]:
        return chain.from_iterable(self._parts)

    def numbers(self) -> Iterator[tuple[Leaf, tuple[Any, ...]]]:
        """Yield for each word what it stands on and its `Word.numbers`."""
        return chain.from_iterable(map(numbers_of, self._parts))

    def spans(self) -> Iterator[tuple[int | None, int, int]]:
        """Yield for each word the page, the offset of its first character, and how many it has."""
        return chain.from_iterable(map(spans_of, self._parts))

    @overload
    def __getitem__(self, index: int) -> Word: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Word]: ...
    def __getitem__(self, index: int | slice) -> Word | Sequence[Word]:
        if isinstance(index, slice):
            first, last, step = index.indices(len(self))
            return join(*self._between(first, last)) if step == 1 else list(self)[index]
        at = range(len(self))[index]
        return next(iter(next(self._between(at, at + 1))))

    def _between(self, first: int, last: int) -> Iterator[Sequence[Word]]:
        """Yield the parts, or what is left of them, between two words."""
        begins = 0
        for part in self._parts:
            ends = begins + len(part)
            if begins < last and first < ends:
                whole = first <= begins and ends <= last
                yield part if whole else part[max(first - begins, 0) : last - begins]
            begins = ends


def pack(texts: Iterable[str], leaf: Leaf, start: int, boxes: Iterable[Box]) -> PackedWords:
    """Pack the words of a line.

    Args:
        texts: the words from left to right.
        leaf: what they stand on.
        start: offset of the first.
        boxes: where each stands.
    """
    return PackedWords(
        tuple(map(sys.intern, texts)), leaf, start, b"".join([_BOX.pack(*box) for box in boxes])
    )


def join(*parts: Sequence[Word]) -> Sequence[Word]:
    """Return the words of all parts behind each other; packed ones stay so."""
    flat: list[Sequence[Word]] = []
    for part in parts:
        flat += part._parts if isinstance(part, JoinedWords) else [part]
    flat = [part for part in flat if len(part)]
    if all(isinstance(part, list) for part in flat):
        return [word for part in flat for word in part]
    return flat[0] if len(flat) == 1 else JoinedWords(flat)


def spans_of(words: Sequence[Word]) -> Iterable[tuple[int | None, int, int]]:
    """Return for each word the page, the offset of its first character, and how many it has."""
    if isinstance(words, PackedWords | JoinedWords):
        return words.spans()
    return ((word.leaf.page, word.start, len(word.text)) for word in words)


def numbers_of(words: Iterable[Word]) -> Iterable[tuple[Leaf, tuple[Any, ...]]]:
    """Return for each word what it stands on and its `Word.numbers`."""
    if isinstance(words, PackedWords | JoinedWords):
        return words.numbers()
    return ((word.leaf, word.numbers()) for word in words)


def places_of(words: Iterable[Word]) -> list[Place]:
    """Return where words stand, one place for each column of each page that they touch."""
    pages: dict[Leaf, list[_Column]] = {}
    for leaf, numbers in numbers_of(words):
        columns = pages.setdefault(leaf, [])
        if not (columns and columns[-1].takes(*numbers)):
            columns.append(_Column(*numbers))
    return [column.place(leaf) for leaf, columns in pages.items() for column in columns]


class _Column:
    """Words that follow each other in one column of a page: from where to where they stand."""

    __slots__ = ("bottom", "end", "last_top", "start", "top", "x0", "x1")

    def __init__(
        self, start: int, end: int, x0: float = nan, top: float = nan, x1: float = nan, bottom: float = nan
    ) -> None:
        self.start, self.end = start, end
        self.x0, self.top, self.x1, self.bottom = x0, top, x1, bottom
        self.last_top = top

    def takes(
        self, start: int, end: int, x0: float = nan, top: float = nan, x1: float = nan, bottom: float = nan
    ) -> bool:
        """Take in a word, unless another column begins with it: it stands clearly above all those before.

        The next cell of a table's row begins above the end of the one before it, but not above its beginning.
        """
        if bottom <= self.top and self.last_top - top > LINES_UP * (bottom - top):
            return False
        self.last_top = top
        # Plain comparisons: this runs for every word, several times over.
        if start < self.start:
            self.start = start
        if end > self.end:
            self.end = end
        if x0 < self.x0:
            self.x0 = x0
        if top < self.top:
            self.top = top
        if x1 > self.x1:
            self.x1 = x1
        if bottom > self.bottom:
            self.bottom = bottom
        return True

    def place(self, leaf: Leaf) -> Place:
        box = None if isnan(self.x0) else Box(self.x0, self.top, self.x1, self.bottom)
        return Place(self.start, self.end, leaf.page, box, leaf.sheet)
