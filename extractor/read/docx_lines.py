"""The content of a Word file → lines and tables, in the text that they make up.

A paragraph is a line, or several where it holds line breaks; a break in the middle of a sentence does not end it.
Text boxes follow the paragraph that they hang on. Paragraphs that follow each other with as many columns between
tabs are rows of a table that somebody typed.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from extractor.document import Block, Cell, Line, Table
from extractor.read.docx_drafts import Draft, Drafter
from extractor.read.docx_runs import Piece
from extractor.read.docx_table import held, is_layout, read_grid
from extractor.read.docx_typed import Row, columns_of, is_typed_table
from extractor.read.docx_xml import Element, name_of
from extractor.read.grids import to_table
from extractor.read.tape import Tape, clean

LINE_HEIGHT = 1.2  # times the size of the letters
SENTENCE_ENDS = (".", ":", "!", "?", ";")


@dataclass(slots=True)
class Writer:
    """Takes the parts of a file one by one and keeps the blocks that they make."""

    tape: Tape
    drafter: Drafter
    in_cell: bool = False  # the cells of a table hold lines only
    furniture: bool = False  # running headers and footers
    note: bool = False  # footnotes and endnotes
    blocks: list[Block] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)  # that the text refers to, in its order
    embedded: int = 0  # files that stand in the text and are not read
    carried: list[Piece] = field(default_factory=list)  # of a paragraph that goes on in the next
    rows: list[Row] = field(default_factory=list)  # of a table that may have been typed
    after: float = 0.0  # white space below the last paragraph, in points
    empty: int = 0  # paragraphs without text since the last one

    def write(self, holder: Element) -> None:
        """Write all that stands in an element."""
        for part in held(holder, "w:p", "w:tbl", "w:altChunk"):
            name = name_of(part)
            if name == "w:p":
                self._write_paragraph(part)
            elif name == "w:tbl":
                self._write_table(part)
            else:
                self.embedded += 1
        self._end_rows()

    def _write_paragraph(self, paragraph: Element) -> None:
        draft = self.drafter.draft(paragraph, in_cell=self.in_cell)
        draft.pieces, self.carried = [*self.carried, *draft.pieces], []
        self.notes += draft.notes
        if draft.joins_next:
            self.carried = draft.pieces
        elif draft.text.strip():
            gap = self._gap(draft)
            columns = [] if self.in_cell else columns_of(draft)
            if columns:
                self.rows.append(Row(draft, columns, gap))
            else:
                self._end_rows()
                self._write_lines(draft, gap)
            self.after, self.empty = draft.setting.after or 0.0, 0
        elif not draft.boxes:
            self.empty += 1
        for box in draft.boxes:
            self._end_rows()
            self.write(box)

    def _gap(self, draft: Draft) -> float:
        """Return the white space above a paragraph, in line heights."""
        space = max(self.after, draft.setting.before or 0.0)
        return round(space / (LINE_HEIGHT * draft.size), 2) + self.empty

    def _write_lines(self, draft: Draft, gap: float) -> None:
        """Write the lines of a paragraph."""
        last: Line | None = None
        for pieces in _split(draft):
            words = clean("".join(piece.text for piece in pieces)).split()
            if not words:
                continue
            part = Draft(pieces, draft.setting)
            line = Line(
                self.tape.write_line(words),
                size=part.size,
                bold=part.bold,
                italic=part.italic,
                indent=draft.indent,
                gap=0.0 if last else gap,
                heading=draft.heading,
                bullet=None if last else draft.bullet,
                full=False,
                furniture=self.furniture,
                note=self.note,
            )
            if last is not None and not last.text.value.endswith(SENTENCE_ENDS):
                last.full = words[0][0].islower()
            self.blocks.append(line)
            last = line

    def _end_rows(self) -> None:
        """Write the rows that were typed with tabs, as a table if they are one."""
        rows, self.rows = self.rows, []
        if not is_typed_table(rows):
            for row in rows:
                self._write_lines(row.draft, row.gap)
            return
        width = max(len(row.columns) for row in rows)
        cells = [[self._typed_cell(row.draft, column) for column in row.columns] for row in rows]
        grid = [[*row, *(Cell() for _ in range(width - len(row)))] for row in cells]
        self.blocks.append(Table(grid, gap=rows[0].gap))

    def _typed_cell(self, draft: Draft, pieces: list[Piece]) -> Cell:
        inner = Writer(self.tape, self.drafter, in_cell=True)
        inner._write_lines(Draft(pieces, draft.setting), 0.0)
        return Cell([block for block in inner.blocks if isinstance(block, Line)])

    def _write_table(self, table: Element) -> None:
        self._end_rows()
        grid, headers = read_grid(table)
        if self.in_cell or is_layout(table, grid):
            for cell in dict.fromkeys(cell for row in grid for cell in row if cell is not None):
                self.write(cell)
            return
        if made := to_table(grid, headers, self._cell):
            self.blocks.append(made)
        self.after = self.empty = 0

    def _cell(self, element: Element) -> Cell:
        inner = Writer(self.tape, self.drafter, in_cell=True, notes=self.notes)
        inner.write(element)
        self.embedded += inner.embedded
        return Cell([block for block in inner.blocks if isinstance(block, Line)])


def _split(draft: Draft) -> list[list[Piece]]:
    """Split a paragraph at its line breaks; one in a heading is white space."""
    lines: list[list[Piece]] = [[]]
    for piece in draft.pieces:
        first, *others = [piece.text] if draft.heading else piece.text.split("\n")
        lines[-1].append(Piece(first, piece.look))
        lines += [[Piece(other, piece.look)] for other in others]
    return lines
