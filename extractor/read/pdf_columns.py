"""Reading order: columns of running text, read one after the other.

A small recursive cut. A gutter is a strip of white between text on both sides. What crosses it (full-width lines,
tables) splits the page into bands; within a band the left column is read before the right one, and each column may
be cut again. A heading that stands alone between two bands of columns splits them as well, although it is too
short to cross the gutter: both columns end above it and begin anew below it.

Lines that happen to have a wide space in them are no columns. Both sides must be wide enough for running text, and
their lines must either fill their column or stand at heights of their own: «Saksbehandler    Kari Nes» is read
across.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractor.document import Box
from extractor.read.pdf_tables import Frame, Grid
from extractor.read.pdf_tokens import Token, box_of, rows_of, split_row

CHUNK_GAP = 0.9  # of the size: wider white space in a line may be a gutter
GUTTER = 0.8  # of the size: the least width of a gutter
LEAST_LINES = 3  # lines on each side of a gutter, on the whole page
BLOCK_LINES = 3  # what a table or frame counts for
LEAST_WIDTH = 7.0  # sizes: a narrower column holds labels or numbers
LONG_LINE = 0.6  # of the column's width is covered by the words of a line that fills it
LONG_SHARE = 0.25  # of the lines fill the column where text runs
OWN_HEIGHT_SHARE = 0.25  # of the lines stand beside no line of the other column
BALANCE = 3.0  # line heights: how unequal columns may end above a heading that spans them
HOLE = 6.0  # sizes: so much white in the middle of a column means that another pair of columns begins below
HEADING_SIZE = 1.12  # times the body's size
DEEPEST = 3  # cuts within cuts


@dataclass(slots=True)
class Chunk:
    """Words on one line without wide white space between them."""

    tokens: list[Token]
    box: Box
    size: float
    bold: bool


Item = Chunk | Grid | Frame


@dataclass(slots=True)
class Column:
    """Items that are read from top to bottom. Columns with the same key share their right edge."""

    items: list[Item]
    key: Hashable


def make_chunks(tokens: Sequence[Token]) -> list[Chunk]:
    """Return the words of a page as chunks."""
    return [
        Chunk(
            part,
            box_of(part),
            max([token.size for token in part]),
            all(token.bold for token in part),
        )
        for row in rows_of(tokens)
        for part in split_row(row, CHUNK_GAP)
    ]


def read_in_columns(items: Sequence[Item], key: Hashable = "page", depth: int = 0) -> list[Column]:
    """Return the items of an area in reading order, column by column."""
    ordered = sorted(items, key=lambda item: (item.box.top, item.box.x0))
    gutter = _find_gutter(ordered) if depth < DEEPEST else None
    if gutter is None:
        return [Column(ordered, key)] if ordered else []
    columns: list[Column] = []
    for band in _bands(ordered, gutter):
        left, right = _sides(band, gutter)
        if len(left) + len(right) < len(band) or (len(band) == 1 and not right):
            _append(columns, Column(band, key))
            continue
        for side, name in ((left, "left"), (right, "right")):
            columns += read_in_columns(side, (key, round(gutter.x1), name), depth + 1)
    return columns


def _append(columns: list[Column], column: Column) -> None:
    if columns and columns[-1].key == column.key:
        columns[-1].items += column.items
    else:
        columns.append(column)


def _find_gutter(items: Sequence[Item]) -> Box | None:
    """Return the gutter that divides most lines, or None when the text runs over the whole width."""
    chunks = [item for item in items if isinstance(item, Chunk)]
    if len(items) < 2 or not chunks:
        return None
    area = Box.around([item.box for item in items])
    size = sorted(chunk.size for chunk in chunks)[len(chunks) // 2]
    best, best_count = None, 0
    for x in _left_edges(items, area, size):
        gutter = Box(x - GUTTER * size, area.top, x - 0.5, area.bottom)
        count = _divided(items, gutter, size)
        if count > best_count:
            best, best_count = gutter, count
    return best


def _left_edges(items: Sequence[Item], area: Box, size: float) -> list[float]:
    """Return where a right-hand column may begin: left edges that several items share."""
    edges = sorted(item.box.x0 for item in items)
    groups: list[list[float]] = []
    for edge in edges:
        if groups and edge - groups[-1][0] <= 0.3 * size:
            groups[-1].append(edge)
        else:
            groups.append([edge])
    return [
        group[0]
        for group in groups
        if area.x0 + LEAST_WIDTH * size < group[0] < area.x1 - LEAST_WIDTH * size
        and (len(group) >= 2 or len(groups) < 8)
    ]


def _divided(items: Sequence[Item], gutter: Box, size: float) -> int:
    """Return how many lines a gutter divides; 0 when what stands beside it is not running text."""
    lefts: list[Item] = []
    rights: list[Item] = []
    lines = 0
    for band in _bands(items, gutter):
        left, right = _sides(band, gutter)
        beside = min(_count_lines(left), _count_lines(right))
        if beside > 1:  # a single line may have a wide space there by chance
            lefts += left
            rights += right
            lines += beside
    if lines < LEAST_LINES or not (_runs(lefts, rights, size) and _runs(rights, lefts, size)):
        return 0
    return lines


def _count_lines(items: Sequence[Item]) -> int:
    """Return how many lines items from top to bottom make up; tables and frames count as several."""
    count, bottom = 0, 0.0
    for item in items:
        if not isinstance(item, Chunk):
            count += BLOCK_LINES
        elif item.box.top > bottom - item.size / 2:
            count += 1
            bottom = item.box.bottom
    return count


def _runs(side: Sequence[Item], other: Sequence[Item], size: float) -> bool:
    """Whether one side of a gutter looks like a column of text or tables."""
    x0, x1 = min(item.box.x0 for item in side), max(item.box.x1 for item in side)
    if x1 - x0 < LEAST_WIDTH * size:
        return False
    chunks = [item for item in side if isinstance(item, Chunk)]
    if len(chunks) < len(side):
        return True
    rows = rows_of([token for chunk in chunks for token in chunk.tokens])
    long = sum(sum(token.x1 - token.x0 for token in row) >= LONG_LINE * (x1 - x0) for row in rows)
    own = sum(not any(_beside(row[0], item.box) for item in other) for row in rows)
    return long >= LONG_SHARE * len(rows) and (
        own >= OWN_HEIGHT_SHARE * len(rows) or long >= 2 * LONG_SHARE * len(rows)
    )


def _beside(token: Token, box: Box) -> bool:
    """Whether a word stands on the line of another item, give or take a fifth of its height."""
    return abs(token.bottom - box.bottom) < 0.2 * (token.bottom - token.top)


def _crosses(item: Item, gutter: Box) -> bool:
    return item.box.x0 < gutter.x1 and item.box.x1 > gutter.x0


def _sides(band: Sequence[Item], gutter: Box) -> tuple[list[Item], list[Item]]:
    left = [item for item in band if item.box.x1 <= gutter.x0]
    return left, [item for item in band if item.box.x0 >= gutter.x1]


def _bands(items: Sequence[Item], gutter: Box) -> list[list[Item]]:
    """Split items from top to bottom where something crosses the gutter or a heading spans both columns."""
    bands: list[list[Item]] = [[]]
    crossing = sorted((item for item in items if _crosses(item, gutter)), key=lambda item: item.box.top)
    rest = [item for item in items if not _crosses(item, gutter)]
    for item in crossing:
        above = [other for other in rest if other.box.top < item.box.top]
        rest = [other for other in rest if other.box.top >= item.box.top]
        bands += [*_split_at_headings(above, gutter), [item]]
    bands += _split_at_headings(rest, gutter)
    return [band for band in bands if band]


def _split_at_headings(band: list[Item], gutter: Box) -> list[list[Item]]:
    """Split a band in front of each heading that stands alone between two pairs of columns, from below."""
    parts: list[list[Item]] = []
    left, _ = _sides(band, gutter)
    size = _body_size(band)
    for above, item in reversed(list(pairwise(sorted(left, key=lambda item: item.box.top)))):
        if _spans(item, above, band, gutter, size):
            parts.insert(0, [other for other in band if other.box.top >= item.box.top])
            band = [other for other in band if other.box.top < item.box.top]
    return [band, *parts]


def _body_size(items: Sequence[Item]) -> float:
    sizes = sorted(item.size for item in items if isinstance(item, Chunk))
    return sizes[len(sizes) // 2] if sizes else 0.0


def _spans(item: Item, above: Item, band: Sequence[Item], gutter: Box, size: float) -> bool:
    """Whether a line in the left column is a heading over both."""
    if not isinstance(item, Chunk) or not (item.bold or item.size > HEADING_SIZE * size):
        return False
    height = item.box.bottom - item.box.top
    left, right = _sides(band, gutter)
    if any(other.box.bottom > item.box.top and other.box.top < item.box.bottom for other in right):
        return False
    higher = max((other.box.bottom for other in right if other.box.bottom <= item.box.top), default=None)
    lower = min((other.box.top for other in right if other.box.top >= item.box.bottom), default=None)
    under = min((other.box.top for other in left if other.box.top >= item.box.bottom), default=None)
    level = higher is None or abs(higher - above.box.bottom) <= BALANCE * height
    hole = higher is not None and lower is not None and lower - higher > HOLE * size
    aligned = lower is None or under is None or abs(lower - under) <= BALANCE / 2 * height
    return aligned and (level or hole) and item.box.top - above.box.bottom > 0.3 * height
