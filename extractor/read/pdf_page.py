"""One page of a PDF → blocks in reading order.

Rules first: they enclose tables and frames. Then the lines in the margins, which stand apart from the text and
whose left and right ends have nothing to do with each other. Then tables that only white space tells. What is left
is running text, read column by column.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from extractor.document import Block, Box, Cell, Line, Notice, Page, Table
from extractor.read.pdf_borderless import find_borderless, keeps_columns
from extractor.read.pdf_columns import Chunk, Column, Item, make_chunks, read_in_columns
from extractor.read.pdf_ink import MOST_GLYPHS, MOST_PATHS, Ink, Rule, read_ink
from extractor.read.pdf_lattice import MOST_CROSSINGS, merge_rules
from extractor.read.pdf_lines import Flow, Settler, Tape, make_line, make_lines
from extractor.read.pdf_tables import Frame, Grid, read_ruled
from extractor.read.pdf_tokens import Token, rows_of, split_row
from extractor.read.pdf_words import Words, read_words

MARGIN = 0.10  # of the page's height: headers and footers stand within it
MARGIN_LINES = 3  # at most, at each end
MARGIN_GAP = 1.0  # line heights of white between them and the text
EVEN = 1.5  # times the white below the next line: a line of the text stands no further off
ENDS_GAP = 4.0  # sizes of white between the left and right end of a header
MOST_CHUNKS = 4_000  # on one page: more is no running text, and is read line by line


@dataclass(slots=True)
class Reader:
    """Reads pages one after the other and keeps what goes on from page to page."""

    tape: Tape = field(default_factory=Tape)
    settler: Settler = field(default_factory=Settler)
    notices: list[Notice] = field(default_factory=list)
    last: Grid | None = None  # the table that the page before ended with
    number: int = 0
    glyphs: int = 0

    def read(self, page: Any, number: int) -> Page:
        """Read one pdfplumber page."""
        self.number = number
        ink = read_ink(page)
        words = read_words(ink)
        self.glyphs += len(ink.glyphs)
        self._notice(ink, words)
        return Page(number, ink.width, ink.height, list(self._blocks(ink, words)))

    def _blocks(self, ink: Ink, words: Words) -> Iterator[Block]:
        across, down = self._rules(ink)
        last_edges = self.last.edges if self.last else None
        tokens = words.upright + words.turned
        ruled = read_ruled(tokens, across, down, ink.fills, last_edges=last_edges, height=ink.height)
        if left_out := ruled.turned + words.upside_down:
            self._warn("rotated-text", f"{left_out} characters that do not stand upright were left out")
        enclosed: list[Grid | Frame] = [*ruled.grids, *ruled.frames]
        boxes = [item.box for item in enclosed]
        head, body, foot = split_margins(ruled.free, boxes, ink.height)
        starts = self.last.edges[:-1] if self.last and self.last.to_margin else None
        if starts and head and keeps_columns(head[-1], starts):
            body = head.pop() + body
        yield from self._margin_lines(head)
        grids, rest = find_borderless(body, across, ink.fills, last_starts=starts)
        items: list[Item] = [*make_chunks(rest), *grids, *enclosed]
        self.last = None
        for column in self._columns(items, ink, across):
            yield from self._column_blocks(column, ink, across)
            self.last = column.items[-1] if isinstance(column.items[-1], Grid) else None
        yield from self._margin_lines(foot)

    def _rules(self, ink: Ink) -> tuple[list[Rule], list[Rule]]:
        across, down = merge_rules(ink.across), merge_rules(ink.down)
        if ink.paths > MOST_PATHS or len(across) * len(down) > MOST_CROSSINGS:
            self._warn("limit-rules", "so many rules that no table was looked for")
            return [], []
        return across, down

    def _columns(self, items: list[Item], ink: Ink, rules: Sequence[Rule]) -> list[Column]:
        """Return the items in reading order; tables inside a column of text are found too."""
        key = ("page", round(ink.width))
        if len(items) > MOST_CHUNKS:
            return [Column(sorted(items, key=lambda item: item.box.top), key)]
        columns = read_in_columns(items, key)
        for column in columns:
            if column.key != key:
                tokens = [token for item in column.items if isinstance(item, Chunk) for token in item.tokens]
                grids, rest = find_borderless(tokens, rules, ink.fills)
                others = [item for item in column.items if not isinstance(item, Chunk)]
                column.items = sorted([*make_chunks(rest), *grids, *others], key=lambda item: item.box.top)
        return columns

    def _column_blocks(
        self, column: Column, ink: Ink, rules: Sequence[Rule], right: float | None = None
    ) -> list[Block]:
        """Write the items of one column."""
        key: Hashable = column.key if column.key == ("page", round(ink.width)) else (self.number, column.key)
        blocks: list[Block] = []
        run: list[Token] = []
        for item in column.items:
            if isinstance(item, Chunk):
                run += item.tokens
                continue
            blocks += self._text(run, key, right)
            run = []
            if isinstance(item, Grid):
                blocks.append(self._table(item, key))
            else:
                blocks += self._frame(item, ink, rules)
        return blocks + self._text(run, key, right)

    def _text(self, tokens: list[Token], key: Hashable, right: float | None) -> list[Block]:
        lines: list[Block] = list(make_lines(tokens, self.number, self.tape, right))
        if lines:
            self.settler.body.append(Flow(lines, key, right))
        return lines

    def _table(self, grid: Grid, key: Hashable) -> Table:
        rows = [
            [self._cell(tokens, limit) for tokens, limit in zip(row, limits, strict=True)]
            for row, limits in zip(grid.rows, grid.limits, strict=True)
        ]
        table = Table(rows, self.number, grid.box, grid.header_rows)
        self.settler.body.append(Flow([table], key))
        if grid.to_margin:
            self.settler.open_tables.append((table, key))
        return table

    def _cell(self, tokens: list[Token], limit: float) -> Cell:
        lines = make_lines(tokens, self.number, self.tape, limit)
        if lines:
            self.settler.cells.append(Flow(list(lines), None, limit))
        return Cell(lines)

    def _frame(self, frame: Frame, ink: Ink, rules: Sequence[Rule]) -> list[Block]:
        blocks: list[Block] = []
        for tokens, right in frame.parts:
            grids, rest = find_borderless(tokens, rules, ink.fills)
            for column in read_in_columns([*make_chunks(rest), *grids], ("frame", frame.box)):
                edge = right if column.key == ("frame", frame.box) else None
                blocks += self._column_blocks(column, ink, rules, edge)
        return blocks

    def _margin_lines(self, rows: list[list[Token]]) -> Iterator[Line]:
        for row in rows:
            for part in split_row(row, ENDS_GAP):
                line = make_line(part, self.number, self.tape)
                if line:
                    line.full = False
                    yield line

    def _notice(self, ink: Ink, words: Words) -> None:
        if not ink.glyphs and ink.pictures:
            self._warn("no-text-layer", "a picture without text: run OCR to have it read")
        if ink.cut:
            self._warn("limit-chars", f"more than {MOST_GLYPHS} characters: the rest was left out")
        if words.unreadable:
            self._warn("garbled-text", f"{words.unreadable} words whose letters the file does not tell")

    def _warn(self, code: str, message: str) -> None:
        self.notices.append(Notice(code, "warning", message, self.number))


def split_margins(
    tokens: Sequence[Token], boxes: Sequence[Box], height: float
) -> tuple[list[list[Token]], list[Token], list[list[Token]]]:
    """Return the lines in the upper margin, the words of the text, and the lines in the lower margin.

    Args:
        tokens: the free words of the page.
        boxes: tables and frames.
        height: of the page.
    """
    rows = rows_of(tokens)
    upper = _margin_end(rows, [box.top for box in boxes], MARGIN * height)
    rest = rows[upper:]
    mirrored = [[_mirror(token.box, height) for token in row] for row in reversed(rest)]
    lower = _margin_end(mirrored, [height - box.bottom for box in boxes], MARGIN * height)
    end = len(rest) - lower
    return rows[:upper], [token for row in rest[:end] for token in row], rest[end:]


def _mirror(box: Box, height: float) -> Box:
    return Box(box.x0, height - box.bottom, box.x1, height - box.top)


def _margin_end(rows: Sequence[Sequence[Token | Box]], tops: Sequence[float], limit: float) -> int:
    """Return how many of the first lines stand in the margin, apart from all that follows."""
    for count in range(1, min(MARGIN_LINES, len(rows)) + 1):
        bottom = max(token.bottom for token in rows[count - 1])
        if bottom > limit:
            return 0
        following = [*tops, *(token.top for row in rows[count : count + 2] for token in row)]
        height = max(token.bottom - token.top for token in rows[count - 1])
        white = min(following, default=bottom + limit) - bottom
        if white >= MARGIN_GAP * height and not _is_evenly_spaced(rows[count - 1 : count + 2], white):
            return count
    return 0


def _is_evenly_spaced(rows: Sequence[Sequence[Token | Box]], white: float) -> bool:
    """Whether three lines of one height follow each other at about the same distance, as lines of a text do."""
    if len(rows) < 3:
        return False
    heights = [token.bottom - token.top for row in rows for token in row]
    next_white = min(token.top for token in rows[2]) - max(token.bottom for token in rows[1])
    return max(heights) - min(heights) < 1 and white < EVEN * next_white
