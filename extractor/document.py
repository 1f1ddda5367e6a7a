"""The layout document: words and where they stand, before anybody asks what they mean.

Coordinates are PDF points from the top left of the page as the reader sees it, as in pdfplumber; of what is drawn
sideways, as a reader sees it who turns the page (`Sheet`). Pages count from 1. Offsets are characters in the decoded
text of the document, end exclusive; a PDF's text is its words in reading order. Text input has offsets only.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from extractor.place import Box as Box
from extractor.place import Leaf as Leaf
from extractor.place import Place as Place
from extractor.place import Sheet as Sheet
from extractor.place import clockwise as clockwise
from extractor.place import leaf_of as leaf_of
from extractor.words import Word as Word
from extractor.words import join
from extractor.words import numbers_of as numbers_of
from extractor.words import places_of as places_of
from extractor.words import spans_of as spans_of

HYPHENATED = re.compile(r"[^\W\d_]{2,}[-\u2010]$")
SHARED_PART = re.compile(r"(?:og|eller|samt|and|til)\b", re.IGNORECASE)  # «helse- og omsorg» keeps its hyphen
CAPITALS = re.compile(r"[^\W\d_a-zæøå]{2,}\b")
POINTS_OF_THE_COMPASS = re.compile(r"\b(?:MIDT|NORD|SØR|ØST|AUST|VEST|INDRE|YTRE)[-\u2010]$")
SHORT_NAME = re.compile(r"[A-ZÆØÅ]{2,6}[-\u2010]")
LINE_END_DASHES = ("-", "\u2010", "–")
RANGE_CUT = re.compile(r"\d\.?[-–]$")  # «5.-» at the line end, «7. trinn» on the next line


@dataclass(slots=True)
class Text:
    """Running text that knows where each of its words stands.

    `marks` gives, for each word, the index in `value` at which it begins; parts of a hyphenated word are two
    words without a space between them.
    """

    value: str
    words: Sequence[Word]
    marks: list[int]

    @classmethod
    def of(cls, words: Iterable[Word]) -> Text:
        """Join words with single spaces."""
        kept = list(words)
        value, marks = in_line([word.text for word in kept])
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
        return Text(value + other.value, join(self.words, other.words), marks)

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
        first = max(bisect_right(self.marks, start) - 1, 0)
        last = max(bisect_left(self.marks, end), first)
        if first < last and self.marks[first] + len(self.words[first].text) <= start:
            first += 1
        words, marks = self.words[first:last], self.marks[first:last]
        if words:
            words = _cut_ends(words, start - marks[0], end - marks[-1])
        return Text(part, words, [max(mark - start, 0) for mark in marks])

    def places(self) -> list[Place]:
        """Return where the text stands, one place for each column of each page that it touches."""
        return places_of(self.words)

    def __bool__(self) -> bool:
        return bool(self.value)

    def __str__(self) -> str:
        return self.value


def in_line(texts: Sequence[str]) -> tuple[str, list[int]]:
    """Return words with single spaces between them, and the index at which each begins."""
    marks, length = [], 0
    for text in texts:
        length += bool(length)
        marks.append(length)
        length += len(text)
    return " ".join(texts).lstrip(" "), marks


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


def _cut_ends(words: Sequence[Word], start: int, end: int) -> Sequence[Word]:
    """Cut the first of some words to what stands from `start` on, and the last to what stands before `end`."""
    last = words[-1]
    cut = _cut(last, start if len(words) == 1 else 0, end)
    if cut is not last:
        words = join(words[:-1], [cut])
    if len(words) > 1 and start > 0:
        words = join([_cut(words[0], start, len(words[0].text))], words[1:])
    return words


def _cut(word: Word, start: int, end: int) -> Word:
    """Cut a word of the text file to the characters asked for; a word on a page keeps its box."""
    start, end = max(start, 0), min(end, len(word.text))
    if (start, end) == (0, len(word.text)):
        return word
    place = word.place
    if place.box is None and place.end - place.start == len(word.text):
        place = Place(place.start + start, place.start + end)
    return Word(word.text[start:end], place)


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
    owner: tuple[Hashable, Hashable] | None = None  # table and row of the structure tree, where it tells

    @property
    def words(self) -> Sequence[Word]:
        """All words of the cell."""
        return join(*(line.text.words for line in self.lines))

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
        sheet = line.text.words[0].leaf.sheet
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
    recognised: dict[int, float] = field(
        default_factory=dict
    )  # pages read with OCR: how sure their words are, 0–1

    @property
    def text_origin(self) -> Literal["native", "ocr", "mixed", "text"]:
        """Whether the text stood in the file or was read from pictures."""
        if not self.has_pages:
            return "text"
        if not self.recognised:
            return "native"
        others = any(page.blocks for page in self.pages if page.number not in self.recognised)
        return "mixed" if others else "ocr"

    @property
    def has_pages(self) -> bool:
        """Whether the document is made of pages (PDF) or of one long text."""
        return self.media_type == "application/pdf"
