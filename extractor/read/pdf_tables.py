"""Ruled tables: words → the cells of the grids that rules make up.

A word goes to the cell that holds its centre. A grid is a table when it has two columns and two rows that hold
text; the outermost table takes what stands in it. What has fewer is a frame around text (a box with goals, a
call-out): its text is given back, cell by cell. A single row that has the columns of the last table is where that
table goes on, or its header. A frame around other grids is a page border, a grid with next to no text a chart; they
are as if they were not there, and so is a grid whose rows below the header have no columns, since white space may
still tell them.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from extractor.document import Box
from extractor.read.pdf_cards import find_card
from extractor.read.pdf_first_row import divided_row
from extractor.read.pdf_ink import Rule
from extractor.read.pdf_lattice import Lattice, Span, find_lattices
from extractor.read.pdf_looks import count_header_rows
from extractor.read.pdf_tokens import Token, box_of, cut_token, rows_of, split_row

SAME_EDGE = 4.0  # points: column edges of two parts of one table lie this close
NARROW = 9.0  # points: an empty column this narrow comes from double rules
WIDEST_PADDING = 12.0  # points between a cell's edge and its text
CHART_CELLS = 30  # from so many cells on, a grid that is mostly empty is a chart
CHART_FILLED = 0.12  # share of filled cells in it
LOW = 0.7  # of the page's height: a header that the page break cut off stands below
FOOT = 0.9  # of the page's height: footers stand below
HEADER_HEIGHT = 4.0  # sizes of its letters: a higher row is no header
COLUMN_GAP = 1.5  # sizes of white that may part two columns
NUMBER_LENGTH = 4  # characters of a number such as «1.1.» in front of a heading
VISIBLE_GAP = 0.3  # points of white that separate the words of two cells at their common edge


@dataclass(slots=True)
class Grid:
    """A table on the page. Rows have equally many cells, each a list of words."""

    box: Box
    rows: list[list[list[Token]]]
    limits: list[list[float]]  # how far to the right the text of each cell may reach
    edges: list[float]  # x of the column edges, one more than columns
    header_rows: int = 1
    to_margin: bool = False  # its right edge is not drawn: it may reach to the margin of the page
    owners: list[list[tuple[Hashable, Hashable] | None]] | None = None  # of the cells: `Cell.owner`


@dataclass(slots=True)
class Frame:
    """A box around text that is no table; `parts` are its cells with their inner right edges."""

    box: Box
    parts: list[tuple[list[Token], float]]


@dataclass(slots=True)
class Ruled:
    """What the rules of a page enclose, and the words that stand free."""

    grids: list[Grid] = field(default_factory=list)
    frames: list[Frame] = field(default_factory=list)
    free: list[Token] = field(default_factory=list)
    turned: list[Token] = field(default_factory=list)  # words outside tables that do not stand upright


@dataclass(slots=True)
class _Filled:
    """A lattice with its words."""

    lattice: Lattice
    cells: dict[Span, list[Token]]


def read_ruled(
    tokens: Sequence[Token],
    across: Sequence[Rule],
    down: Sequence[Rule],
    fills: Sequence[Box],
    *,
    last_edges: Sequence[float] | None,
    height: float,
) -> Ruled:
    """Sort the words of a page into tables, frames and free words.

    Args:
        tokens: the words, all of them.
        across: merged horizontal rules.
        down: merged vertical rules.
        fills: coloured boxes.
        last_edges: column edges of the table that the page before ends with.
        height: of the page.
    """
    found = Ruled(free=list(tokens))
    frames: list[Lattice] = []
    for lattice in find_lattices(across, down):
        filled, free = _fill(lattice, found.free)
        if not filled.cells or _is_chart(filled) or _lacks_columns(filled):
            continue
        grid = _grid(filled)
        if _is_table(grid, last_edges) or _is_cut_header(grid, tokens, height):
            grid.header_rows = count_header_rows(grid.rows, fills)
            found.grids.append(grid)
            found.free = free
        elif not (_may_be_header(grid) or _is_columned(filled)) or _is_card(filled):
            frames.append(lattice)
    found.turned = [token for token in found.free if token.turn]
    found.free = [token for token in found.free if not token.turn]
    _take_frames(reversed(frames), found)
    return found


def _take_frames(lattices: Iterable[Lattice], found: Ruled) -> None:
    """Move the free words in frames to them, smallest frames first."""
    inner = [grid.box for grid in found.grids]
    for lattice in lattices:
        filled, free = _fill(lattice, found.free)
        if filled.cells and not any(_inside(box, lattice.box) for box in inner):
            found.frames.append(_frame(filled))
            found.free = free
            inner.append(lattice.box)


def _fill(lattice: Lattice, tokens: Iterable[Token]) -> tuple[_Filled, list[Token]]:
    """Put words in the cells that they stand in; return the others too."""
    cells: dict[Span, list[Token]] = {}
    free: list[Token] = []
    for token in tokens:
        if not _near(token, lattice.box):
            free.append(token)
            continue
        for part in _split_at_edges(token, lattice):
            x = (part.x0 + part.x1) / 2
            span = lattice.at(x, (part.top + part.bottom) / 2) or lattice.beyond(x, part.top)
            (free if span is None else cells.setdefault(span, [])).append(part)
    return _Filled(lattice, cells), free


def _near(token: Token, box: Box) -> bool:
    return token.x1 > box.x0 and token.x0 < box.x1 and token.bottom > box.top and token.top < box.bottom


def _inside(inner: Box, outer: Box) -> bool:
    x, y = (inner.x0 + inner.x1) / 2, (inner.top + inner.bottom) / 2
    return outer.x0 < x < outer.x1 and outer.top < y < outer.bottom


def _split_at_edges(token: Token, lattice: Lattice) -> list[Token]:
    """Split a word that runs over the edge of a cell where white space shows that it is two."""
    y = (token.top + token.bottom) / 2
    if lattice.at(token.x0 + 1, y) is lattice.at(token.x1 - 1, y):
        return [token]
    owners = [lattice.at((x0 + x1) / 2, y) for _, x0, x1 in token.glyphs]
    cuts = [0]
    for index, (last, glyph) in enumerate(pairwise(token.glyphs), start=1):
        if owners[index] is not owners[index - 1] and glyph[1] - last[2] > VISIBLE_GAP:
            cuts.append(index)
    return [cut_token(token, start, end) for start, end in pairwise([*cuts, len(token.glyphs)])]


def _grid(filled: _Filled) -> Grid:
    """Lay the cells out in rows and columns, those that hold nothing left out."""
    lattice = filled.lattice
    starts = {(span.row, span.column) for span in filled.cells}
    rows = [row for row in range(len(lattice.ys) - 1) if any(row == start for start, _ in starts)]
    columns = [
        column
        for column in range(len(lattice.xs) - 1)
        if any(column == start for _, start in starts) or _stays(lattice, column)
    ]
    padding = _padding(filled)
    cells: list[list[list[Token]]] = []
    limits: list[list[float]] = []
    for row in rows:
        spans = [lattice.owner[row][column] for column in columns]
        owned = [
            span if span and (span.row, span.column) == (row, c) else None for span, c in _zip(spans, columns)
        ]
        cells.append([filled.cells.get(span, []) if span else [] for span in owned])
        limits.append([_limit(filled, span, padding) if span else 0.0 for span in owned])
    edges = [lattice.xs[column] for column in columns] + [lattice.xs[columns[-1] + 1]]
    if titles := divided_row(cells[0], edges):
        cells[0], limits[0] = titles, edges[1:]
    return Grid(_shrunk(lattice, rows), cells, limits, edges)


def _zip(spans: list[Span | None], columns: list[int]) -> list[tuple[Span | None, int]]:
    return list(zip(spans, columns, strict=True))


def _shrunk(lattice: Lattice, rows: list[int]) -> Box:
    return Box(lattice.xs[0], lattice.ys[rows[0]], lattice.xs[-1], lattice.ys[rows[-1] + 1])


def _stays(lattice: Lattice, column: int) -> bool:
    """Whether an empty column stays: it is wide enough for text and has cells of its own."""
    wide = lattice.xs[column + 1] - lattice.xs[column] > NARROW
    return wide and any(
        span is not None and span.column == column for span in (row[column] for row in lattice.owner)
    )


def _padding(filled: _Filled) -> float:
    """Return the white space that the table leaves between a cell's edge and its text."""
    gaps = [
        min(token.x0 for token in tokens) - filled.lattice.xs[span.column]
        for span, tokens in filled.cells.items()
    ]
    return min(max(min(gaps), 0.0), WIDEST_PADDING)


def _limit(filled: _Filled, span: Span, padding: float) -> float:
    reach = max((token.x1 for token in filled.cells.get(span, [])), default=0.0)
    return max(filled.lattice.xs[span.column_end] - padding, reach)


def _is_chart(filled: _Filled) -> bool:
    cells = {span for row in filled.lattice.owner for span in row if span}
    return len(cells) >= CHART_CELLS and len(filled.cells) < CHART_FILLED * len(cells)


def _lacks_columns(filled: _Filled) -> bool:
    """Whether only the first row is divided: the columns of the rows below have no rules."""
    divided = [len(set(row)) > 1 for row in filled.lattice.owner]
    return len(divided) > 2 and divided[0] and not any(divided[1:])


def _is_table(grid: Grid, last_edges: Sequence[float] | None) -> bool:
    columns = sum(any(row[column] for row in grid.rows) for column in range(len(grid.edges) - 1))
    if len(grid.rows) > 1:
        return columns > 1 and any(sum(map(bool, row)) > 1 for row in grid.rows)
    return len(grid.edges) > 2 and last_edges is not None and same_edges(grid.edges, last_edges)


def same_edges(first: Sequence[float], second: Sequence[float]) -> bool:
    """Whether two tables have their columns in the same places."""
    return len(first) == len(second) and all(
        abs(one - other) <= SAME_EDGE for one, other in zip(first, second, strict=True)
    )


def _is_cut_header(grid: Grid, tokens: Sequence[Token], height: float) -> bool:
    """Whether a single row is a header that the page break cut off: three columns, nothing but a footer below."""
    if not _may_be_header(grid) or len(grid.edges) < 4 or not all(grid.rows[0]):
        return False
    below = [token for token in tokens if token.top > grid.box.bottom]
    return grid.box.bottom > LOW * height and all(token.top > FOOT * height for token in below)


def _may_be_header(grid: Grid) -> bool:
    """Whether a single row of low cells may head a table whose other rows have no rules."""
    tokens = [token for cell in grid.rows[0] for token in cell]
    height = grid.box.bottom - grid.box.top
    return (
        len(grid.rows) == 1
        and len(grid.edges) > 2
        and height < HEADER_HEIGHT * max(token.size for token in tokens)
    )


def _is_columned(filled: _Filled) -> bool:
    """Whether white space divides most cells of what may be a frame: shaded rows, or rows between rules."""
    divided = [_is_divided(tokens) for tokens in filled.cells.values()]
    return 2 * sum(divided) >= len(divided)


def _is_card(filled: _Filled) -> bool:
    return len(filled.cells) == 1 and any(find_card(tokens) for tokens in filled.cells.values())


def card_grid(tokens: Sequence[Token], right: float) -> Grid | None:
    """Return the words of a frame as a table of labels and values with a title over both, if they are a card.

    Args:
        tokens: the words.
        right: how far they may reach.
    """
    card = find_card(tokens)
    if card is None:
        return None
    box = box_of(tokens)
    rows: list[list[list[Token]]] = [[card.title, []], *card.fields]
    limits = [[right, right], *([card.start, right] for _ in card.fields)]
    return Grid(box, rows, limits, [box.x0, card.start, max(right, box.x1)], header_rows=0)


def _is_divided(tokens: list[Token]) -> bool:
    """Whether words that are no number or bullet stand in front of wide white space."""
    parts = [list(split_row(row, COLUMN_GAP)) for row in rows_of(tokens)]
    return any(
        len(part) > 1 and len("".join(token.text for token in part[0])) > NUMBER_LENGTH for part in parts
    )


def _frame(filled: _Filled) -> Frame:
    padding = _padding(filled)
    spans = sorted(filled.cells, key=lambda span: (span.row, span.column))
    return Frame(
        filled.lattice.box, [(filled.cells[span], _limit(filled, span, padding)) for span in spans]
    )  # fmt: skip
