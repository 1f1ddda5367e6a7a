"""A header whose columns no rules part: one dark bar above a table whose other rows have their columns.

The bar is one cell as wide as the table. When wide white space in each of its lines falls on the edges of the columns
below, it is the titles of these columns; a band («Holdningsskapende tiltak») has the spaces of a sentence.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from extractor.read.pdf_tokens import Token, rows_of

LEAST_TITLES = 3
WHITE = 0.9  # sizes between the titles of two columns; the space between words is a third of that
OVER = 3.0  # points that a word may reach over the edge of its column


def divided_row(row: Sequence[Sequence[Token]], edges: Sequence[float]) -> list[list[Token]] | None:
    """Return the cells of a row whose words all stand in its first cell, if they are the titles of columns.

    Args:
        row: the cells.
        edges: x of the column edges, one more than columns.
    """
    if len(row) < LEAST_TITLES or not row[0] or any(row[1:]):
        return None
    cells: list[list[Token]] = [[] for _ in row]
    for line in rows_of(row[0]):
        columns = [_column(token, edges) for token in line]
        if any(column is None for column in columns):
            return None
        for (last, token), (before, column) in zip(pairwise(line), pairwise(columns), strict=True):
            if before != column and token.x0 - last.x1 < WHITE * max(last.size, token.size):
                return None
        for token, column in zip(line, columns, strict=True):
            cells[column or 0].append(token)
    return cells if sum(map(bool, cells)) >= LEAST_TITLES else None


def _column(token: Token, edges: Sequence[float]) -> int | None:
    """Return the column that a word stands in; None for one that reaches into the next."""
    column = bisect_right(edges, (token.x0 + token.x1) / 2) - 1
    if not 0 <= column < len(edges) - 1:
        return None
    inside = edges[column] - OVER <= token.x0 and token.x1 <= edges[column + 1] + OVER
    return column if inside else None
