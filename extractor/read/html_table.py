"""Tables of a web page: the grid of cells, its header rows, and whether it is a table at all.

A cell that spans several rows stands in each of them; one that spans several columns leaves those behind the first
empty. A list of terms with short descriptions («Ansvar» – «Rektor») is a table of two columns as well.

Web pages of the 2000s put menus, columns and frames into tables. A table is only layout when it says so,
has one column, holds other tables without having header cells of its own, or has few cells of which one
holds a whole document. Everything else is a table, also one without header cells.
"""

from __future__ import annotations

from collections.abc import Iterator

from extractor.read.html_tree import Node, find, text_of, walk

MAX_COLUMNS = 100  # a colspan beyond this is a mistake
MAX_CELLS = 500_000
FEW_CELLS = 6
WHOLE_DOCUMENT = 1500  # characters in one cell
PARTS = {"thead": 0, "tbody": 1, "tfoot": 2}  # in the order that a reader sees them

LONGEST_TERM = 60  # characters: a term that is longer is a question or a paragraph of its own
LONGEST_DESCRIPTION = 800  # characters
STRUCTURE = frozenset(
    {"h1", "h2", "h3", "h4", "h5", "h6", "table", "dl"}
)  # what a description list may not hold

Grid = list[list[Node | None]]  # None where a cell is merged into another in its row


def data_grid(table: Node) -> Grid | None:
    """Return the cells of a table, equally many in each row; None when the table only lays out the page."""
    rows = list(_rows(table))
    grid = _expand([cells for _, cells in rows])
    return None if _is_layout(table, grid) else grid


def count_header_rows(table: Node, grid: Grid) -> int:
    """Return how many rows at the top are header.

    A table without header cells is taken to begin with one header row. A table that names its rows, with
    header cells in the first column only, has none.
    """
    marked = sum(part == "thead" for part, _ in _rows(table))
    if marked:
        return marked
    count = 0
    for row in grid:
        cells = [cell for cell in row if cell is not None]
        if not cells or any(cell.tag != "th" for cell in cells):
            break
        count += 1
    has_header_cells = any(cell is not None and cell.tag == "th" for row in grid for cell in row)
    return min(count, len(grid) - 1) if has_header_cells else 1


def described_terms(node: Node) -> list[tuple[Node, list[Node]]]:
    """Return the terms of a description list with what describes them; none when it lays out a page or a text."""
    if any(part is not node and part.tag in STRUCTURE for part in walk(node) if isinstance(part, Node)):
        return []
    pairs: list[tuple[Node, list[Node]]] = []
    for part in _terms(node):
        if part.tag == "dt":
            pairs.append((part, []))
        elif not pairs:
            return []
        else:
            pairs[-1][1].append(part)
    return pairs if all(_is_described(*pair) for pair in pairs) else []


def _terms(node: Node) -> Iterator[Node]:
    """Yield terms and descriptions; one that was left open, and so holds the next, only once."""
    for child in node.children:
        if isinstance(child, Node):
            yield from [child] if child.tag in ("dt", "dd") else _terms(child)


def _is_described(term: Node, descriptions: list[Node]) -> bool:
    length = sum(len(text_of(description)) for description in descriptions)
    return 0 < len(text_of(term)) <= LONGEST_TERM and 0 < length <= LONGEST_DESCRIPTION


def _rows(table: Node) -> Iterator[tuple[str, list[Node]]]:
    """Yield each row with the part of the table that it stands in; cells outside a row make one."""
    found: list[tuple[str, list[Node]]] = []
    stack: list[tuple[str, Node | str]] = [("tbody", child) for child in reversed(table.children)]
    loose = False
    while stack:
        part, node = stack.pop()
        if isinstance(node, str) or node.tag in ("table", "caption"):
            continue
        if node.tag in ("td", "th"):
            if not loose:
                found.append((part, []))
            found[-1][1].append(node)
            loose = True
            continue
        loose = False
        if node.tag == "tr":
            found.append((part, list(_cells(node))))
        else:
            part = node.tag if node.tag in PARTS else part
            stack.extend((part, child) for child in reversed(node.children))
    yield from sorted(found, key=lambda row: PARTS[row[0]])


def _cells(row: Node) -> Iterator[Node]:
    stack = list(reversed(row.children))
    while stack:
        node = stack.pop()
        if isinstance(node, Node) and node.tag in ("td", "th"):
            yield node
        elif isinstance(node, Node) and node.tag != "table":
            stack.extend(reversed(node.children))


def _expand(rows: list[list[Node]]) -> Grid:
    """Lay the cells out with their spans."""
    grid: Grid = []
    taken: dict[int, int] = {}  # column → row in which it is free again
    spanning: dict[int, Node] = {}  # column → the last cell that began in it
    for index, cells in enumerate(rows):
        row = {key: cell for key, cell in spanning.items() if taken[key] > index} if cells else {}
        column = 0
        for cell in cells:
            while taken.get(column, 0) > index:
                column += 1
            row[column] = spanning[column] = cell
            for _ in range(min(_span(cell, "colspan"), MAX_COLUMNS)):
                if row.get(column) is not cell:
                    spanning.pop(column, None)
                taken[column] = index + _span(cell, "rowspan")
                column += 1
        width = max((column, *(key + 1 for key, until in taken.items() if until > index)))
        grid.append([row.get(key) for key in range(width)])
    width = max(map(len, grid), default=0)
    if width * len(grid) > MAX_CELLS:
        return []
    return [[*row, *[None] * (width - len(row))] for row in grid]


def _span(cell: Node, name: str) -> int:
    value = cell.get(name)
    return max(int(value), 1) if value.isdecimal() and len(value) < 6 else 1


def _is_layout(table: Node, grid: Grid) -> bool:
    if table.get("role") in ("presentation", "none") or not grid:
        return True
    cells = list(dict.fromkeys(cell for row in grid for cell in row if cell is not None))
    if len(grid[0]) < 2 or not cells:
        return True
    if any(cell.tag == "th" for cell in cells):
        return False
    if any(node is not table for node in find(table, "table")):
        return True
    return len(cells) <= FEW_CELLS and any(len(text_of(cell)) > WHOLE_DOCUMENT for cell in cells)
