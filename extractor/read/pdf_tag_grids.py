"""Tagged tables → grids like those that rules make up.

A header that is printed again on each page is no part of the tree, or the first row over again. It is known by its
words, which are those of the first page.
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter

from extractor.document import Box
from extractor.read.pdf_looks import count_header_rows
from extractor.read.pdf_tables import Grid
from extractor.read.pdf_tag_columns import PlacedRow
from extractor.read.pdf_tag_tables import OVERLAP, Known, Tagged, extents_of
from extractor.read.pdf_tokens import Token, box_of, rows_of

MOST_HEADERS = 3  # rows
HEADER_LINES = 8

Cells = list[list[Token]]

_in_print = attrgetter("text", "x0")


def make_grid(
    found: Tagged, fills: Sequence[Box], free: Sequence[Token], drawn: Grid | None
) -> tuple[Grid, list[Token]]:
    """Return a table as a grid, and the words above it that are its header over again.

    Args:
        found: the table.
        fills: coloured boxes.
        free: words outside tables.
        drawn: the grid that rules make up around it, if they do.
    """
    rows, known, count = found.filled(), found.known, found.known.columns.count
    cells: list[Cells] = [
        [found.words[id(own[at])] if at in own else [] for at in range(count)] for _, own in rows
    ]
    again = _printed_again(known, box_of(found.tokens()), free)
    headers = len(again) or _header_rows(rows, cells, fills)
    owners = [
        None if is_again(known, row) else (found.table.path, path)
        for (path, _), row in zip(rows, cells, strict=True)
    ]
    cells = again + cells
    box = box_of([token for row in cells for cell in row for token in cell])
    edges = _edges(extents_of(found, rows), known.edges, count, box)
    ruled = drawn is not None and len(drawn.edges) == count + 1
    if drawn is not None and ruled:
        edges, box = drawn.edges, drawn.box
    reach = _reach(cells, edges)
    limits = [
        [max(right, *(token.x1 for token in cell), 0.0) for right, cell in zip(reach, row, strict=True)]
        for row in cells
    ]
    known.edges = edges
    known.header = known.header or cells[:headers]
    return Grid(
        box._replace(x0=min(box.x0, edges[0]), x1=max(box.x1, edges[-1])),
        cells,
        limits,
        edges,
        headers,
        to_margin=not ruled,
        owners=[[owner] * count for owner in [None] * len(again) + owners],
    ), [token for row in again for cell in row for token in cell]


def _header_rows(rows: Sequence[PlacedRow], cells: Sequence[Cells], fills: Sequence[Box]) -> int:
    """Return how many rows head a table: those whose cells the tree has as titles, or what their looks tell."""
    told = 0
    while told < len(rows) and all(cell.header for cell in rows[told][1].values()):
        told += 1
    return told if 0 < told <= min(MOST_HEADERS, len(rows) - 1) else count_header_rows(cells, fills)


def is_again(known: Known, row: Cells) -> bool:
    """Whether a row is one of the header's over again."""
    wording = [[token.text for token in cell] for cell in row]
    return any(wording == [[token.text for token in cell] for cell in header] for header in known.header)


def _printed_again(known: Known, box: Box, free: Sequence[Token]) -> list[Cells]:
    """Return the header that stands above a part of a table and is not in the tree, in rows of cells."""
    header = [
        (token, row, column)
        for row, cells in enumerate(known.header)
        for column, cell in enumerate(cells)
        for token in cell
    ]
    above = [
        token for token in free if token.bottom <= box.top + 1 and token.x1 > box.x0 and token.x0 < box.x1
    ]
    header.sort(key=lambda found: _in_print(found[0]))
    lines = rows_of(above)[-HEADER_LINES:]
    for start in range(len(lines) if header else 0):
        tokens = sorted((token for line in lines[start:] for token in line), key=_in_print)
        if [token.text for token in tokens] == [token.text for token, _, _ in header]:
            again: list[Cells] = [[[] for _ in cells] for cells in known.header]
            for token, (_, row, column) in zip(tokens, header, strict=True):
                again[row][column].append(token)
            return again
    return []


def _edges(
    extents: dict[int, tuple[float, float]], last: Sequence[float], count: int, box: Box
) -> list[float]:
    """Return where the columns begin, and where the last one ends: where they did on the page before, if words fit."""
    fit = len(last) == count + 1 and all(
        last[column] - OVERLAP <= x0 and (column + 1 == count or x1 <= last[column + 1] + OVERLAP)
        for column, (x0, x1) in extents.items()
    )
    if fit:
        return [*last[:-1], max(last[-1], box.x1)]
    edges = [box.x1]
    for column in reversed(range(count)):
        edges.insert(0, min(extents[column][0] if column in extents else edges[0], edges[0]))
    return [min(edges[0], box.x0), *edges[1:]]


def _reach(rows: Sequence[Cells], edges: Sequence[float]) -> list[float]:
    """Return how far to the right the words of each column reach."""
    reaches = []
    for column, end in enumerate(edges[1:]):
        ends = [token.x1 for row in rows for token in row[column] if token.x1 <= end]
        reaches.append(max(ends, default=end))
    return reaches
