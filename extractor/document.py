"""The layout document: words and where they stand, before anybody asks what they mean.

Coordinates are PDF points from the top left of the page as the reader sees it, as in pdfplumber; of what is drawn
sideways, as a reader sees it who turns the page (`Sheet`). Pages count from 1. Offsets are characters in the decoded
text of the document, end exclusive; a PDF's text is its words in reading order. Text input has offsets only.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

HYPHENATED = re.compile(r"[^\W\d_]{2,}[-\u2010]$")
SHARED_PART = re.compile(r"(?:og|eller|samt|and|til)\b", re.IGNORECASE)  # «helse- og omsorg» keeps its hyphen
CAPITALS = re.compile(r"[^\W\d_a-zæøå]{2,}\b")
POINTS_OF_THE_COMPASS = re.compile(r"\b(?:MIDT|NORD|SØR|ØST|AUST|VEST|INDRE|YTRE)[-\u2010]$")
SHORT_NAME = re.compile(r"[A-ZÆØÅ]{2,6}[-\u2010]")
LINES_UP = 2.0  # line heights: a word further above the word before it may begin a column
LINE_END_DASHES = ("-", "\u2010", "–")
RANGE_CUT = re.compile(r"\d\.?[-–]$")  # «5.-» at the line end, «7. trinn» on the next line


class Box(NamedTuple):
    """A rectangle on a page, in points from the top left."""

    x0: float
    top: float
    x1: float
    bottom: float

    @classmethod
    def around(cls, boxes: Iterable[Box]) -> Box:
        """Return the smallest box that holds all of `boxes`."""
        x0s, tops, x1s, bottoms = zip(*boxes, strict=True)
        return cls(min(x0s), min(tops), max(x1s), max(bottoms))


class Sheet(NamedTuple):
    """A page, or a part of it, that does not read upright: how it lies when it does."""

    quarters: int  # turns with the clock that take it from how it reads to how the page is seen
    width: float  # points, as it reads
    height: float  # points, as it reads

    def seen(self, box: Box) -> Box:
        """Return where a box stands on the page as it is seen."""
        return clockwise(box, self.quarters, self.width, self.height)


def clockwise(box: Box, quarters: int, width: float, height: float) -> Box:
    """Turn a box together with its page, which is `width` wide and `height` high before the turn."""
    x0, top, x1, bottom = box
    match quarters % 4:
        case 1:
            return Box(height - bottom, x0, height - top, x1)
        case 2:
            return Box(width - x1, height - bottom, width - x0, height - top)
        case 3:
            return Box(top, width - x1, bottom, width - x0)
    return box


class Place(NamedTuple):
    """Where something stands: offsets, and page and box where there are pages."""

    start: int
    end: int
    page: int | None = None
    box: Box | None = None  # as it reads
    sheet: Sheet | None = None  # where that is not how the page is seen

    @property
    def seen(self) -> Box | None:
        """The box on the page as it is seen."""
        return self.box if self.box is None or self.sheet is None else self.sheet.seen(self.box)


class Word(NamedTuple):
    """One word as the reader found it."""

    text: str
    place: Place


@dataclass(slots=True)
class Text:
    """Running text that knows where each of its words stands.

    `marks` gives, for each word, the index in `value` at which it begins; parts of a hyphenated word are two
    words without a space between them.
    """

    value: str
    words: list[Word]
    marks: list[int]

    @classmethod
    def of(cls, words: Iterable[Word]) -> Text:
        """Join words with single spaces."""
        value, marks, kept = "", [], []
        for word in words:
            if value:
                value += " "
            marks.append(len(value))
            kept.append(word)
            value += word.text
        return cls(value, kept, marks)

    def __add__(self, other: Text) -> Text:
        return self.joined(other, " ")

    def joined(self, other: Text, glue: str, *, drop: int = 0) -> Text:
        """Return this text, less its last `drop` characters, with `glue` and `other` behind it."""
        if not self.value:
            return other
        if not other.value:
            return self
        value = self.value[: len(self.value) - drop] + glue
        marks = [*self.marks, *(mark + len(value) for mark in other.marks)]
        return Text(value + other.value, self.words + other.words, marks)

    def continued(self, other: Text) -> Text:
        """Return this text with the next line behind it; a word that a hyphen cut is made whole."""
        glue, drop = _seam(self.value, other.value)
        return self.joined(other, glue, drop=drop)

    def slice(self, start: int, end: int | None = None) -> Text:
        """Return the part from `start` to `end`, trimmed of spaces, with its words."""
        end = len(self.value) if end is None else end
        part = self.value[start:end]
        start += len(part) - len(part.lstrip())
        part = part.strip()
        end = start + len(part)
        words: list[Word] = []
        marks: list[int] = []
        for index in range(max(bisect_right(self.marks, start) - 1, 0), len(self.words)):
            mark, word = self.marks[index], self.words[index]
            if mark >= end:
                break
            if mark + len(word.text) <= start:
                continue
            words.append(_cut(word, start - mark, end - mark))
            marks.append(max(mark - start, 0))
        return Text(part, words, marks)

    def places(self) -> list[Place]:
        """Return where the text stands, one place for each column of each page that it touches."""
        pages: dict[tuple[int | None, Sheet | None], list[list[Place]]] = {}
        for word in self.words:
            columns = pages.setdefault((word.place.page, word.place.sheet), [])
            if columns and _goes_on(columns[-1], word.place):
                columns[-1].append(word.place)
            else:
                columns.append([word.place])
        return [_around(places) for columns in pages.values() for places in columns]

    def __bool__(self) -> bool:
        return bool(self.value)

    def __str__(self) -> str:
        return self.value


def _seam(before: str, behind: str) -> tuple[str, int]:
    """Return what stands between two lines that are joined, and how many characters the first one loses."""
    if not before.endswith(LINE_END_DASHES):
        return " ", 0
    opens, cut = behind[:1], HYPHENATED.search(before)
    if cut and opens.isalpha() and not SHARED_PART.match(behind):
        return "", int(not _keeps_hyphen(cut[0], behind))
    return "" if RANGE_CUT.search(before) and opens.isdigit() else " ", 0


def _keeps_hyphen(cut: str, behind: str) -> bool:
    """Whether a hyphen at the line end belongs to the name: «Midt-» and «Telemark», not «HAND-» and «LINGSPLAN».

    It does between a short name in capitals and what it is put before: «SLT-» and «koordinator».
    """
    if behind[0].islower() and SHORT_NAME.fullmatch(cut):
        return True
    if CAPITALS.match(behind) and CAPITALS.match(cut):
        return bool(POINTS_OF_THE_COMPASS.search(cut))
    return behind[0].isupper()


def _goes_on(column: Sequence[Place], place: Place) -> bool:
    """Whether a word stands in the same column of a page as those before it: not clearly above them.

    The next cell of a table's row begins above the end of the one before it, but not above its beginning.
    """
    last = column[-1]
    if last.box is None or place.box is None:
        return True
    up = LINES_UP * (place.box.bottom - place.box.top)
    above = all(other.box is None or place.box.bottom <= other.box.top for other in column)
    return not above or last.box.top - place.box.top <= up


def _cut(word: Word, start: int, end: int) -> Word:
    """Cut a word of the text file to the characters asked for; a word on a page keeps its box."""
    start, end = max(start, 0), min(end, len(word.text))
    place = word.place
    if (
        place.box is None
        and (start, end) != (0, len(word.text))
        and place.end - place.start == len(word.text)
    ):
        place = Place(place.start + start, place.start + end)
    return Word(word.text[start:end], place)


def _around(places: Sequence[Place]) -> Place:
    boxes = [place.box for place in places if place.box is not None]
    return Place(
        min(place.start for place in places),
        max(place.end for place in places),
        places[0].page,
        Box.around(boxes) if boxes else None,
        places[0].sheet,
    )


@dataclass(slots=True)
class Line:
    """One line as it stands on the page or in the file."""

    text: Text
    page: int | None = None
    box: Box | None = None
    size: float | None = None  # points; None for text input
    bold: bool = False
    italic: bool = False
    indent: float = 0.0  # points from the page's left edge, or characters
    gap: float = 0.0  # white space above, in line heights; text: number of empty lines
    heading: int | None = None  # level that mark-up gives it (HTML h1–h6, Markdown #)
    tag: int | None = None  # level of a heading, says the structure tree of a tagged PDF
    bullet: str | None = None  # the marker of a list item that mark-up gives it
    full: bool = True  # the line was broken for want of room: the next word did not fit
    furniture: bool = False  # running header, footer or page number
    note: bool = False  # footnote


@dataclass(slots=True)
class Cell:
    """A table cell: its lines, in reading order."""

    lines: list[Line] = field(default_factory=list)

    @property
    def words(self) -> list[Word]:
        """All words of the cell."""
        return [word for line in self.lines for word in line.text.words]

    @property
    def value(self) -> str:
        """The whole text on one line."""
        value = ""
        for line in self.lines:
            behind = line.text.value
            if value and behind:
                glue, drop = (" ", 0) if line.bullet else _seam(value, behind)
                value = value[: len(value) - drop] + glue + behind
            else:
                value = value or behind
        return value

    @property
    def text(self) -> Text:
        """The same with the places of its words."""
        text = Text("", [], [])
        for line in self.lines:
            text = text.joined(line.text, " ") if line.bullet else text.continued(line.text)
        return text


@dataclass(slots=True)
class Table:
    """A grid of cells. Rows have equally many cells; a cell that is merged into another is empty."""

    rows: list[list[Cell]]
    page: int | None = None
    box: Box | None = None
    header_rows: int = 1
    gap: float = 0.0
    bands: dict[int, Text] = field(default_factory=dict)  # row index → title of the band that it stands under
    set_aside: list[Word] = field(
        default_factory=list
    )  # words of band rows and of headers that were repeated


Block = Line | Table


@dataclass(slots=True)
class Page:
    """One page, or the whole file for text input."""

    number: int | None
    width: float = 0.0
    height: float = 0.0
    blocks: list[Block] = field(default_factory=list)

    def height_for(self, line: Line) -> float:
        """Return how high the page is to one who reads a line of it."""
        sheet = line.text.words[0].place.sheet
        return sheet.height if sheet else self.height


@dataclass(slots=True, frozen=True)
class Bookmark:
    """An entry of the PDF's own outline."""

    title: str
    level: int


@dataclass(slots=True, frozen=True)
class Notice:
    """Something that the reader of the result should know."""

    code: str
    severity: Literal["info", "warning", "error"]
    message: str
    page: int | None = None


@dataclass(slots=True)
class LayoutDocument:
    """A document as read: pages with lines and tables in reading order."""

    filename: str
    sha256: str
    media_type: str
    pages: list[Page]
    text: str = ""  # what offsets count in
    encoding: str | None = None
    bookmarks: list[Bookmark] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)

    @property
    def has_pages(self) -> bool:
        """Whether the document is made of pages (PDF) or of one long text."""
        return self.media_type == "application/pdf"
