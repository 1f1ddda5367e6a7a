"""Tagged tables beside the tables that rules make up.

Where both have the same cells the ruled table stays as it is, and learns which rows of the tree its cells stand in:
that tells on the next page what goes on. Where rules that are drawn part what is one cell in the tree, or put together
what the tree has inside and outside of it, the tree is wrong; so it is where they leave two rows of many together.
Where rules do not part rows at all, or shades stand for them, or there are none, the tree tells the table, if what
stands on the page bears it out.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from extractor.read.pdf_ink import Ink
from extractor.read.pdf_shade_rules import is_ruled
from extractor.read.pdf_tables import Grid, Ruled
from extractor.read.pdf_tag_grids import is_again, make_grid
from extractor.read.pdf_tag_objects import Objects
from extractor.read.pdf_tag_page import Survey, TaggedPage
from extractor.read.pdf_tag_parts import Path, TagCell
from extractor.read.pdf_tag_tables import Known, Tagged, is_sound
from extractor.read.pdf_tokens import Token

LUMPED = 2  # times as many rows as rules tell: rules do not part the rows


@dataclass(slots=True)
class TaggedTables:
    """The tagged tables of a document, page after page."""

    known: dict[Path, Known] = field(default_factory=dict)

    def settle(self, ink: Ink, ruled: Ruled) -> None:
        """Let what the tree says of the tables of a page change what its rules say.

        Args:
            ink: of the page.
            ruled: its tables, frames and free words; changed.
        """
        page = TaggedPage(ink.tags.tables, ruled)
        for table in ink.tags.tables:
            known = self.known.setdefault(table.path, Known())
            rows = None if table.nested else known.columns.place(table.rows)
            if rows is None:
                continue
            survey = page.survey(table.cells)
            found = Tagged(table, rows, survey.words(), known)
            if survey.agrees:
                last = _learn(survey, found)
                if not _is_drawn(survey.grids[0], ink):
                    ruled.free += _drop_tail(survey.grids[0], last, ink)
            elif found.words and not _rules_win(survey, found, ink):
                _take(page, survey, found, ink)


def _is_drawn(grid: Grid, ink: Ink) -> bool:
    return is_ruled(grid.edges, grid.box.top, grid.box.bottom, ink.down)


def _rules_win(survey: Survey, found: Tagged, ink: Ink) -> bool:
    """Whether drawn rules tell other cells than the tree: they cross its cells, or leave only a few of them together.

    Where they do not part rows at all, as between columns with rules, they say nothing of rows.
    """
    if not any(_is_drawn(grid, ink) for grid in survey.grids):
        return False
    ruled = len({(id(cell.grid), cell.row) for cell in survey.ruled})
    lumped = any(len(cell.words) > 1 for cell in survey.ruled)
    return survey.is_crossed or (lumped and LUMPED * ruled > len(found.filled()))


def _take(page: TaggedPage, survey: Survey, found: Tagged, ink: Ink) -> None:
    """Let the tree have its table, if what stands on the page bears it out."""
    own, grids = {id(token) for token in found.tokens()}, survey.grids
    others = [token for token in page.outside_grids() if id(token) not in own]
    if not is_sound(found, others):
        return
    page.take_out(own, grids)
    drawn = grids[0] if len(grids) == 1 and not survey.is_crossed else None
    grid, again = make_grid(found, ink.fills, page.ruled.free, drawn)
    page.take_out({id(token) for token in again})
    page.ruled.grids.append(grid)


def _learn(survey: Survey, found: Tagged) -> int:
    """Let a ruled table know what the tree has in the same cells; return the last row that it has."""
    grid, known = survey.grids[0], found.known
    cells = {id(cell): cell for cell in found.table.cells}
    told = {(ruled.row, ruled.column): cells[next(iter(ruled.words))] for ruled in survey.ruled}
    grid.owners = grid.owners or [[None] * len(row) for row in grid.rows]
    for (row, column), cell in told.items():
        if not is_again(known, grid.rows[row]):
            grid.owners[row][column] = (found.table.path, cell.row)
    if not known.header and min(row for row, _ in told) == 0:  # rules may draw several tables as one
        grid.header_rows = max(grid.header_rows, _titles(grid, told))
        known.header = grid.rows[: grid.header_rows]
    return max(row for row, _ in told)


def _drop_tail(grid: Grid, last: int, ink: Ink) -> list[Token]:
    """Return the lines below a table that a shade drew into it though the tree has them outside; they leave it."""
    outside = Objects((box, True) for box in ink.tags.outside)
    dropped: list[Token] = []
    while len(grid.rows) > last + 1 and grid.owners:
        filled = [cell for cell in grid.rows[-1] if cell]
        if len(filled) != 1 or not all(outside.of(token) for token in filled[0]):
            break
        dropped += filled[0]
        for rows in (grid.rows, grid.limits, grid.owners):
            rows.pop()
    return dropped


def _titles(grid: Grid, told: dict[tuple[int, int], TagCell]) -> int:
    """Return how many rows at the top of a table the tree has as titles; 0 when it has all."""
    plain = {row for (row, _), cell in told.items() if not cell.header}
    return min(plain, default=0)
