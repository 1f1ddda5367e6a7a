"""The content of a web page → lines and tables, in the text that they make up.

An element that browsers set on a new line begins one, `<br>` too. What a line says of itself is taken over:
heading level, list marker and depth, bold and italic when all of it is.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from extractor.document import Block, Cell, Line, Table
from extractor.read.grids import to_table
from extractor.read.html_table import Grid, count_header_rows, data_grid, described_terms
from extractor.read.html_tree import Close, Event, Node, find, text_of, walk
from extractor.read.tape import Tape, clean

HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
LISTS = frozenset({"ul", "ol", "dir", "menu"})
BREAKING = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "hr", "legend", "li",
    "main", "nav", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr",
    *LISTS, *HEADINGS,
})  # fmt: skip
SPACED = frozenset({"p", "table", "blockquote", "hr", "pre", "dl", "figure", *HEADINGS})  # white space above
BOLD = frozenset({"b", "strong", "caption", "summary"})
ITALIC = frozenset({"i", "em"})
BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)")
ITALIC_STYLE = re.compile(r"font-style\s*:\s*(?:italic|oblique)")
WORD_LIST = re.compile(r"mso-list\s*:\s*\w+\s+level(\d)")  # a list that a word processor saved as paragraphs
WORD_MARKER = re.compile(r"mso-list\s*:\s*ignore")
COUNTED = re.compile(r"[(\[]?(?:\d+(?:\.\d+)*|[a-zæøå]|[ivxl]+)[.)\]]?", re.IGNORECASE)
INDENT = 2.0  # characters for each level of a list


@dataclass(slots=True)
class _List:
    """An open list: the style of its numbers, empty for bullets, and the next one."""

    style: str
    following: int = 1

    def next_marker(self) -> str:
        number, self.following = self.following, self.following + 1
        if self.style == "a" and number <= 26:
            return f"{chr(ord('a') + number - 1)}."
        return f"{number}." if self.style else "•"


@dataclass(slots=True)
class Writer:
    """Takes the parts of a page one by one and keeps the blocks that they make."""

    tape: Tape
    in_cell: bool = False  # the cells of a table hold lines only
    blocks: list[Block] = field(default_factory=list)
    pieces: list[tuple[str, bool, bool]] = field(default_factory=list)  # text, bold, italic of the open line
    bold: int = 0
    italic: int = 0
    preformatted: int = 0
    heading: int | None = None
    lists: list[_List] = field(default_factory=list)
    marker: str | None = None
    depth: int = 0  # of a list that is saved as paragraphs
    gap: float = 0.0

    def write(self, root: Node, skip: Collection[Node] = ()) -> None:
        """Write all that stands in an element, without the elements in `skip`."""
        events = walk(root, skip)
        for part in events:
            if isinstance(part, str):
                self._say(part)
            elif isinstance(part, Close):
                self._close(part.node)
            elif self._take_whole(part, skip):
                _pass_by(part, events)
            else:
                self._open(part)
        self._end_line()

    def _say(self, text: str) -> None:
        first, *others = text.split("\n") if self.preformatted else [text]
        self.pieces.append((first, self.bold > 0, self.italic > 0))
        for other in others:
            self._end_line()
            self.pieces.append((other, self.bold > 0, self.italic > 0))

    def _take_whole(self, node: Node, skip: Collection[Node]) -> bool:
        """Deal with an element that is read as a whole or not at all; tell whether it was one."""
        if node.tag == "table" and not self.in_cell and (grid := data_grid(node)):
            self._write_table(node, grid, skip)
        elif node.tag == "dl" and not self.in_cell and (pairs := described_terms(node)):
            self._write_terms(pairs, skip)
        elif WORD_MARKER.search(node.get("style")):
            marker = text_of(node)
            self.marker = marker if COUNTED.fullmatch(marker) and len(marker) > 1 else "•"
        elif node.tag == "sup":
            return any(True for _ in find(node, "a"))  # a footnote's number
        elif node.tag == "button":
            return self.heading is None and "aria-expanded" not in node.attributes
        else:
            return False
        return True

    def _open(self, node: Node) -> None:
        tag = node.tag
        if tag == "br":
            self._break()
        elif tag in BREAKING:
            self._end_line()
        if tag in SPACED and not self.lists:
            self.gap = 1.0
        if tag in LISTS:
            self.lists.append(_open_list(node))
        elif tag == "li":
            self.marker = self._next_marker(node)
        elif tag in HEADINGS and not self.in_cell:
            self.heading = HEADINGS[tag]
        elif listed := WORD_LIST.search(node.get("style")):
            self.depth = int(listed[1])
        self._count_style(node, 1)

    def _break(self) -> None:
        """End the line; a break on an empty line is an empty line, and one in a heading is white space."""
        if self.heading is not None:
            self._say(" ")
        elif not self._end_line():
            self.gap = 1.0

    def _close(self, node: Node) -> None:
        tag = node.tag
        if tag in BREAKING:
            self._end_line()
            self.depth = 0
        if tag in LISTS and self.lists:
            self.lists.pop()
        elif tag in HEADINGS:
            self.heading = None
        if tag == "li":
            self.marker = None
        self._count_style(node, -1)

    def _count_style(self, node: Node, step: int) -> None:
        style = node.get("style")
        if node.tag in BOLD or (self.in_cell and node.tag in HEADINGS) or BOLD_STYLE.search(style):
            self.bold += step
        if node.tag in ITALIC or ITALIC_STYLE.search(style):
            self.italic += step
        if node.tag == "pre":
            self.preformatted += step

    def _next_marker(self, item: Node) -> str:
        if not self.lists:
            return "•"
        if item.get("value").isdecimal():
            self.lists[-1].following = int(item.get("value")[:6])
        return self.lists[-1].next_marker()

    def _end_line(self) -> bool:
        """Keep the open line and tell whether there was anything in it."""
        pieces, self.pieces = self.pieces, []
        words = clean("".join(text for text, _, _ in pieces)).split()
        if not words:
            return False
        seen = [(bold, italic) for text, bold, italic in pieces if not text.isspace() and text]
        line = Line(
            self.tape.write_line(words),
            bold=all(bold for bold, _ in seen),
            italic=all(italic for _, italic in seen),
            indent=INDENT * (len(self.lists) or self.depth),
            gap=self.gap,
            heading=self.heading,
            bullet=None if self.heading else self.marker,
            full=False,
        )
        self.blocks.append(line)
        self.marker, self.gap = None, 0.0
        return True

    def _write_table(self, node: Node, grid: Grid, skip: Collection[Node]) -> None:
        self._end_line()
        for caption in find(node, "caption"):
            self.gap = 1.0
            self.write(caption, skip)
        table = to_table(grid, count_header_rows(node, grid), lambda cell: self._cell(cell, skip))
        if table:
            self.blocks.append(table)

    def _write_terms(self, pairs: list[tuple[Node, list[Node]]], skip: Collection[Node]) -> None:
        """Write a description list as a table of two columns without header."""
        self._end_line()
        rows = []
        for term, descriptions in pairs:
            label = self._cell(term, skip)
            lines = [line for description in descriptions for line in self._cell(description, skip).lines]
            rows.append([label, Cell(lines)])
        self.blocks.append(Table(rows, header_rows=0, gap=1.0))

    def _cell(self, node: Node, skip: Collection[Node]) -> Cell:
        writer = Writer(self.tape, in_cell=True)
        writer.write(node, skip)
        return Cell([block for block in writer.blocks if isinstance(block, Line)])


def _open_list(node: Node) -> _List:
    if node.tag != "ol" or "none" in node.get("style"):
        return _List("")
    start = node.get("start")
    letters = node.get("type") == "a"
    return _List("a" if letters else "1", int(start[:6]) if start.isdecimal() else 1)


def _pass_by(node: Node, events: Iterator[Event]) -> None:
    """Skip what stands in an element, its end included."""
    for part in events:
        if isinstance(part, Close) and part.node is node:
            return
