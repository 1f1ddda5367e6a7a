"""Where the words of tagged tables stand on a page: free, or in the cells of tables that rules make up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from extractor.document import Box
from extractor.read.pdf_tables import Grid, Ruled
from extractor.read.pdf_tag_objects import Objects
from extractor.read.pdf_tag_parts import TagCell, TagTable
from extractor.read.pdf_tokens import Token

STRANGER = 0
"""Stands for the id() of the cell of words that are in none."""


@dataclass(slots=True)
class RuledCell:
    """A cell of a ruled table and its words, by the id() of the tagged cell that they belong to."""

    grid: Grid
    row: int
    column: int
    words: dict[int, list[Token]] = field(default_factory=dict)


@dataclass(slots=True)
class Survey:
    """Where the words of one tagged table stand."""

    free: dict[int, list[Token]] = field(
        default_factory=dict
    )  # outside ruled tables, by the id() of the cell
    ruled: list[RuledCell] = field(default_factory=list)  # those that hold some of them

    @property
    def grids(self) -> list[Grid]:
        """The ruled tables."""
        return list({id(cell.grid): cell.grid for cell in self.ruled}.values())

    @property
    def is_crossed(self) -> bool:
        """Whether rules part what is one cell in the tree, or a ruled cell holds words of others too."""
        parts = [cell for ruled in self.ruled for cell in ruled.words] + list(self.free)
        return STRANGER in parts or len(set(parts)) < len(parts)

    @property
    def agrees(self) -> bool:
        """Whether one ruled table has the same cells."""
        whole = not self.free and all(len(cell.words) == 1 for cell in self.ruled)
        return whole and len(self.grids) == 1 and not self.is_crossed

    def words(self) -> dict[int, list[Token]]:
        """Return the words of each cell, by its id()."""
        found = {cell: list(words) for cell, words in self.free.items()}
        for ruled in self.ruled:
            for cell, words in ruled.words.items():
                if cell != STRANGER:
                    found.setdefault(cell, []).extend(words)
        return found


class TaggedPage:
    """The words of a page that stand where its tagged tables are."""

    def __init__(self, tables: Sequence[TagTable], ruled: Ruled) -> None:
        named = [(box, cell) for table in tables for cell in table.cells for box in cell.boxes]
        self.elements = Objects(named)
        self.area = Box.around([box for box, _ in named])
        self.ruled = ruled
        ruled.free = [part for token in ruled.free for part in self._parts(token)]

    def survey(self, cells: Iterable[TagCell]) -> Survey:
        """Return where the words of the cells of a table stand."""
        wanted = {id(cell) for cell in cells}
        found = Survey(
            {cell: words for cell, words in self._sorted(self.outside_grids()).items() if cell in wanted}
        )
        for grid in self.ruled.grids:
            for row, ruled_cells in enumerate(grid.rows):
                for column, words in enumerate(ruled_cells):
                    sorted_words = self._sorted(words)
                    if not wanted.isdisjoint(sorted_words):
                        own = {
                            cell if cell in wanted else STRANGER: part for cell, part in sorted_words.items()
                        }
                        found.ruled.append(RuledCell(grid, row, column, own))
        return found

    def outside_grids(self) -> Iterator[Token]:
        """Yield the words that stand in no ruled table."""
        yield from self.ruled.free
        yield from self.ruled.turned
        for frame in self.ruled.frames:
            for tokens, _ in frame.parts:
                yield from tokens

    def take_out(self, own: set[int], grids: Sequence[Grid] = ()) -> None:
        """Take words out of what stands free, and tables away; their other words stand free then.

        Args:
            own: the words, by id().
            grids: the tables.
        """
        ruled = self.ruled
        gone = {id(grid) for grid in grids}
        ruled.free += [token for grid in grids for row in grid.rows for cell in row for token in cell]
        ruled.grids = [grid for grid in ruled.grids if id(grid) not in gone]
        ruled.free = [token for token in ruled.free if id(token) not in own]
        ruled.turned = [token for token in ruled.turned if id(token) not in own]
        for frame in ruled.frames:
            parts = [
                ([token for token in tokens if id(token) not in own], right) for tokens, right in frame.parts
            ]
            frame.parts = [(tokens, right) for tokens, right in parts if tokens]
        ruled.frames = [frame for frame in ruled.frames if frame.parts]

    def _parts(self, token: Token) -> list[Token]:
        return self.elements.parts(token) if self._is_near(token) else [token]

    def _sorted(self, tokens: Iterable[Token]) -> dict[int, list[Token]]:
        """Return words by the id() of the cell that they belong to."""
        found: dict[int, list[Token]] = {}
        for token in tokens:
            cell = self.elements.of(token) if self._is_near(token) else None
            found.setdefault(STRANGER if cell is None else id(cell), []).append(token)
        return found

    def _is_near(self, token: Token) -> bool:
        area = self.area
        return (
            token.top < area.bottom and token.bottom > area.top and token.x0 < area.x1 and token.x1 > area.x0
        )
