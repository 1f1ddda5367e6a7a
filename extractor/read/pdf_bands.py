"""Shaded boxes that stand side by side, as the cells of one row do, and the tables that they make up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from extractor.document import Box
from extractor.read.pdf_lattice import SNAP
from extractor.read.pdf_row_lines import RowLine


@dataclass(slots=True)
class Band:
    """Shaded cells side by side. `bottom` is where their row ends, `lowest` where merged cells do."""

    top: float
    bottom: float
    lowest: float
    cells: list[Box]
    edges: list[float]


@dataclass(slots=True)
class Shaded:
    """A table told by its shades: bands from the top, column edges, and the rows at its open ends."""

    bands: list[Band]
    edges: list[float]
    lines: list[RowLine]  # all lines inside it
    top: float = 0.0
    bottom: float = 0.0
    levels: list[float] = field(default_factory=list)  # where rows part
    above: float = 0.0  # white between the edge of a row and its words
    below: float = 0.0
    least: float = 0.0  # line heights of white that lines of one cell never have between them


def find_bands(fills: Iterable[Box]) -> list[Band]:
    """Return the boxes that stand side by side as bands, from the top."""
    rows: list[list[Box]] = []
    for fill in sorted(set(fills), key=lambda fill: (fill.top, fill.x0)):
        if rows and fill.top - rows[-1][0].top <= SNAP:
            rows[-1].append(fill)
        else:
            rows.append([fill])
    return [band for row in rows for band in _side_by_side(sorted(row, key=lambda fill: fill.x0))]


def _side_by_side(row: Sequence[Box]) -> list[Band]:
    bands: list[list[Box]] = []
    for fill in row:
        if bands and abs(fill.x0 - bands[-1][-1].x1) <= SNAP:
            bands[-1].append(fill)
        elif not (bands and _is_same(fill, bands[-1][-1])):
            bands.append([fill])
    return [
        Band(
            min(fill.top for fill in cells),
            min(fill.bottom for fill in cells),
            max(fill.bottom for fill in cells),
            cells,
            [*(fill.x0 for fill in cells), cells[-1].x1],
        )
        for cells in bands
    ]


def _is_same(first: Box, second: Box) -> bool:
    return all(abs(one - other) <= SNAP for one, other in zip(first, second, strict=True))


def are_among(edges: Sequence[float], others: Sequence[float]) -> bool:
    """Whether all edges of one part are edges of the other."""
    return all(any(abs(edge - other) <= SNAP for other in others) for edge in edges)


def union_of(edges: Sequence[float], others: Sequence[float]) -> list[float]:
    """Return the edges of both parts from left to right."""
    return sorted([*edges, *(other for other in others if not are_among([other], edges))])
