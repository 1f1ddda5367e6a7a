"""One page of a PDF → blocks in reading order.

Rules first: they enclose tables and frames. Then the tables that the tags of the file tell better. Then the lines in
the margins, which stand apart from the text and whose left and right ends have nothing to do with each other. Then
boxes beside the text and tables that only white space tells. What is left is running text, read column by column.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, field

from extractor.document import Block, Cell, Line, Notice, Page, Table
from extractor.read.ocr import Scans
from extractor.read.ocr_parts import installed_parts
from extractor.read.pdf_asides import find_asides, put_beside, stand_beside
from extractor.read.pdf_borderless import find_borderless, find_cut_header, keeps_columns
from extractor.read.pdf_bullets import mark_bullets
from extractor.read.pdf_columns import Chunk, Column, Item, make_chunks, read_in_columns
from extractor.read.pdf_headers import Backdrop
from extractor.read.pdf_ink import MOST_GLYPHS, MOST_PATHS, Ink, Rule, silent_share
from extractor.read.pdf_labels import find_labels, put_labels
from extractor.read.pdf_lattice import MOST_CROSSINGS, merge_rules
from extractor.read.pdf_lines import Flow, Settler, Tape, make_line, make_lines
from extractor.read.pdf_margins import split_margins
from extractor.read.pdf_parsers import ParsedPage
from extractor.read.pdf_pills import drop_pills
from extractor.read.pdf_shade_rules import is_ruled
from extractor.read.pdf_shading import shade_rules
from extractor.read.pdf_tables import Frame, Grid, Ruled, card_grid, read_ruled
from extractor.read.pdf_tag_items import mark_items
from extractor.read.pdf_tag_ruled import TaggedTables
from extractor.read.pdf_tokens import Token, rows_of, split_row
from extractor.read.pdf_turn import Layer, split_layers
from extractor.read.pdf_words import Words, read_words

ENDS_GAP = 4.0  # sizes of white between the left and right end of a header
LARGE_PICTURE = 0.25  # of the page: a table may be in it
MOST_CHUNKS = 4_000  # on one page: more is no running text, and is read line by line


@dataclass(slots=True)
class Reader:
    """Reads pages one after the other and keeps what goes on from page to page."""

    scans: Scans
    tape: Tape = field(default_factory=Tape)
    settler: Settler = field(default_factory=Settler)
    notices: list[Notice] = field(default_factory=list)
    last: Grid | None = None  # the table that the page before ended with
    tagged: TaggedTables = field(default_factory=TaggedTables)
    unruled: bool = False  # no rules part its columns
    number: int = 0
    glyphs: int = 0

    def read(self, page: ParsedPage, number: int) -> Page:
        """Read one page."""
        self.number = number
        ink = self.scans.ink(page)
        self.notices += self.scans.told()
        self.glyphs += len(ink.glyphs)
        self._notice(ink)
        width, height = (ink.height, ink.width) if ink.quarters % 2 else (ink.width, ink.height)
        layers = split_layers(ink)
        return Page(number, width, height, [block for layer in layers for block in self._layer_blocks(layer)])

    def _layer_blocks(self, layer: Layer) -> list[Block]:
        """Read what runs in one direction; the main one tells what table the page ends with."""
        ink, last = layer.ink, (self.last, self.unruled)
        self.tape.sheet = layer.sheet
        words = read_words(ink)
        mark_bullets(words.upright, ink.dots)
        if ink.tags.items:
            words.upright = mark_items(words.upright, ink.tags.items)
        drop_pills(ink, words.upright)
        if words.unreadable:
            self._warn("garbled-text", f"{words.unreadable} words whose letters the file does not tell")
        blocks = list(self._blocks(ink, words))
        _mark_titles(blocks, ink)
        if not layer.main:
            self.last, self.unruled = last
        return blocks

    def _blocks(self, ink: Ink, words: Words) -> Iterator[Block]:
        across, down = self._rules(ink, words)
        last_edges = self.last.edges if self.last else None
        tokens = words.upright + words.turned
        ruled = read_ruled(tokens, across, down, ink.fills, last_edges=last_edges, height=ink.height)
        if ink.tags.tables:
            self.tagged.settle(ink, ruled)
        if words.upside_down:
            message = f"{words.upside_down} characters that stand on their heads were left out"
            self._warn("rotated-text", message)
        boxes = [grid.box for grid in ruled.grids] + [frame.box for frame in ruled.frames]
        head, body, foot = split_margins(ruled.free, boxes, max(ink.height, ink.width), ink.height)
        backdrop = Backdrop(across, ink.fills, self.last if self.unruled else None)
        if backdrop.last and head and keeps_columns(head[-1:], backdrop.last):
            body = head.pop() + body
        yield from self._margin_lines(head)
        asides, body = find_asides(body, across, down)
        ruled.frames += asides
        items = self._items(ruled, body, backdrop, ink.height)
        self.last = None
        for column in self._columns(items, self._labels(ruled.turned), ink, across):
            yield from self._column_blocks(column, ink, across)
            if column.key != "labels":
                self._remember(column.items[-1], ink)
        yield from self._margin_lines(foot)

    def _labels(self, turned: list[Token]) -> list[Frame]:
        if turned:
            words = " ".join(token.text for token in turned[:6])
            message = f"words that read upwards or downwards stand where they may not belong: «{words}»"
            self.notices.append(Notice("rotated-text", "info", message, self.number))
        return find_labels(turned)

    def _remember(self, item: Item, ink: Ink) -> None:
        """Keep the table that the page ends with."""
        self.last = item if isinstance(item, Grid) else None
        self.unruled = self.last is not None and not is_ruled(
            self.last.edges, self.last.box.top, self.last.box.bottom, ink.down
        )

    def _items(self, ruled: Ruled, body: list[Token], backdrop: Backdrop, height: float) -> list[Item]:
        """Return tables, frames and pieces of running text; a frame of one line may be a row of a table."""
        low = [frame for frame in ruled.frames if _is_low(frame)]
        grids, rest = find_borderless(
            body + [token for frame in low for token in _tokens_of(frame)], backdrop
        )
        left = {id(token) for token in rest}
        kept = [frame for frame in low if all(id(token) in left for token in _tokens_of(frame))]
        framed = {id(token) for frame in kept for token in _tokens_of(frame)}
        rest = [token for token in rest if id(token) not in framed]
        frames = [frame for frame in ruled.frames if frame in kept or not _is_low(frame)]
        enclosed: list[Grid | Frame] = [*grids, *ruled.grids, *frames]
        header, others = find_cut_header(rest, backdrop, height)
        if header and all(item.box.bottom <= header.box.top for item in enclosed):
            return [*make_chunks(others), *enclosed, header]
        return [*make_chunks(rest), *enclosed]

    def _rules(self, ink: Ink, words: Words) -> tuple[list[Rule], list[Rule]]:
        if ink.paths > MOST_PATHS:
            return self._no_rules()
        shades = shade_rules(ink.fills, words.upright, ink.down, self.last)
        across, down = merge_rules(ink.across + shades[0]), merge_rules(ink.down + shades[1])
        return self._no_rules() if len(across) * len(down) > MOST_CROSSINGS else (across, down)

    def _no_rules(self) -> tuple[list[Rule], list[Rule]]:
        self._warn("limit-rules", "so many rules that no table was looked for")
        return [], []

    def _columns(
        self, items: list[Item], labels: list[Frame], ink: Ink, rules: Sequence[Rule]
    ) -> list[Column]:
        """Return the items in reading order; tables inside a column of text are found too."""
        key = ("page", round(ink.width))
        if len(items) > MOST_CHUNKS:
            return [Column(sorted(items, key=lambda item: item.box.top), key)]
        asides = stand_beside(items)
        apart = {id(frame) for frame in asides}
        columns = read_in_columns([item for item in items if id(item) not in apart], key)
        for column in columns:
            if column.key != key:
                tokens = [token for item in column.items if isinstance(item, Chunk) for token in item.tokens]
                grids, rest = find_borderless(tokens, Backdrop(rules, ink.fills))
                others = [item for item in column.items if not isinstance(item, Chunk)]
                column.items = sorted([*make_chunks(rest), *grids, *others], key=lambda item: item.box.top)
        for frame in asides:
            put_beside(frame, columns)
        put_labels(labels, columns)
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
        for cells, owners in zip(rows, grid.owners or [], strict=False):
            for cell, owner in zip(cells, owners, strict=True):
                cell.owner = owner
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
            if tokens[0].turn:
                blocks += self._text(tokens, ("label", frame.box), right)
                continue
            if card := card_grid(tokens, right):
                blocks.append(self._table(card, ("frame", frame.box)))
                continue
            grids, rest = find_borderless(tokens, Backdrop(rules, ink.fills))
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

    def _notice(self, ink: Ink) -> None:
        if not ink.glyphs and ink.pictures:
            self._warn("no-text-layer", f"a picture without text. {installed_parts().advice}".strip())
        elif self.number > 1 and (share := silent_share(ink)) >= LARGE_PICTURE:
            message = f"pictures cover {share:.0%} of the page: words in them are not read without OCR"
            self.notices.append(Notice("dropped-object", "info", message, self.number))
        if ink.cut:
            self._warn("limit-chars", f"more than {MOST_GLYPHS} characters: the rest was left out")

    def _warn(self, code: str, message: str) -> None:
        self.notices.append(Notice(code, "warning", message, self.number))


def _tokens_of(frame: Frame) -> list[Token]:
    return [token for tokens, _ in frame.parts for token in tokens]


def _is_low(frame: Frame) -> bool:
    """Whether a frame holds a single line."""
    return len(frame.parts) == 1 and len(rows_of(frame.parts[0][0])) == 1


def _mark_titles(blocks: Sequence[Block], ink: Ink) -> None:
    """Note on the lines what level of heading the file says that they are."""
    for line in blocks if ink.titles else ():
        if isinstance(line, Line) and line.box is not None:
            y = (line.box.top + line.box.bottom) / 2
            line.tag = next(
                (
                    level
                    for level, box in ink.titles
                    if box.top <= y <= box.bottom and box.x0 < line.box.x1 and line.box.x0 < box.x1
                ),
                None,
            )
