"""Tables of a Word file: the grid of cells, its header rows, and whether it is a table at all.

Rows and cells may stand in content controls and corrections; those that were deleted are not seen. A cell that is
merged over several rows stands in each of them, one over several columns leaves those behind the first empty.

Word users draw boxes and set pages with tables. A table is only layout when it has one column, holds other tables
without marking a header of its own, or has few cells of which one holds a whole document.
"""

from __future__ import annotations

from collections.abc import Iterator

from extractor.read.docx_runs import seen_parts
from extractor.read.docx_xml import Element, attribute, below, child, is_on, name_of, number

MAX_COLUMNS = 100  # Word allows 63
MAX_CELLS = 500_000
FEW_CELLS = 6
WHOLE_DOCUMENT = 1500  # characters in one cell
HOLDERS = frozenset({
    "w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo", "w:smartTag", "mc:AlternateContent",
})  # fmt: skip

Grid = list[list[Element | None]]  # None where a cell is merged into another in its row, or left out


def held(element: Element, *names: str) -> Iterator[Element]:
    """Yield the parts of these names, through whatever Word puts around them."""
    for part in seen_parts(element):
        name = name_of(part)
        if name in names:
            yield part
        elif name in HOLDERS:
            yield from held(part, *names)


def read_grid(table: Element) -> tuple[Grid, int]:
    """Return the cells of a table, equally many in each row, and how many rows at the top are header."""
    grid: Grid = []
    headers = 0
    for row in held(table, "w:tr"):
        properties = child(row, "w:trPr")
        if child(properties, "w:del") is not None:
            continue
        headers += headers == len(grid) and bool(is_on(child(properties, "w:tblHeader")))
        grid.append(_row(row, properties, above=grid[-1] if grid else []))
    width = max(map(len, grid), default=0)
    if width * len(grid) > MAX_CELLS:
        return [], 0
    grid = [[*row, *[None] * (width - len(row))] for row in grid]
    return grid, min(headers, len(grid) - 1) or 1


def is_layout(table: Element, grid: Grid) -> bool:
    """Whether a table only places text on the page."""
    cells = _cells(grid)
    if not cells or max(len(set(row) - {None}) for row in grid) < 2:
        return True
    if any(True for _ in below(table, "w:tblHeader")):
        return False
    if any(_is_grid(inner) for cell in cells for inner in held(cell, "w:tbl")):
        return True
    return len(cells) <= FEW_CELLS and any(_length(cell) > WHOLE_DOCUMENT for cell in cells)


def _cells(grid: Grid) -> list[Element]:
    return list(dict.fromkeys(cell for row in grid for cell in row if cell is not None))


def _row(row: Element, properties: Element | None, above: list[Element | None]) -> list[Element | None]:
    cells: list[Element | None] = [None] * _span(properties, "w:gridBefore", least=0)
    for cell in held(row, "w:tc"):
        layout = child(cell, "w:tcPr")
        if child(layout, "w:cellDel") is not None:
            continue
        at = len(cells)
        upper = above[at] if at < len(above) and _goes_on(child(layout, "w:vMerge")) else None
        beside = at > 0 and _goes_on(child(layout, "w:hMerge"))
        cells.append(None if beside else cell if upper is None else upper)
        cells += [None] * (_span(layout, "w:gridSpan", least=1) - 1)
    return cells[:MAX_COLUMNS]


def _goes_on(merged: Element | None) -> bool:
    """Whether a cell is merged into the one before; `restart` marks the first of those."""
    return merged is not None and attribute(merged) != "restart"


def _span(properties: Element | None, name: str, *, least: int) -> int:
    return min(max(number(child(properties, name)) or least, least), MAX_COLUMNS)


def _is_grid(table: Element) -> bool:
    """Whether a table within a cell has rows and columns of its own."""
    return sum(sum(1 for _ in held(row, "w:tc")) > 1 for row in held(table, "w:tr")) > 1


def _length(cell: Element) -> int:
    return sum(len(text.text or "") for text in below(cell, "w:t"))
