"""What sets words apart from others: a shade behind them, or weight."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extractor.document import Box
from extractor.read.pdf_tokens import Token

Cells = Sequence[Sequence[Token]]


def shades(fill: Box, token: Token) -> bool:
    """Whether a word stands on a coloured box."""
    x, y = (token.x0 + token.x1) / 2, (token.top + token.bottom) / 2
    return fill.x0 <= x <= fill.x1 and fill.top <= y <= fill.bottom


def is_shaded(tokens: Iterable[Token], fills: Sequence[Box]) -> bool:
    """Whether all words stand on coloured boxes."""
    return all(any(shades(fill, token) for fill in fills) for token in tokens)


def is_bold(tokens: Iterable[Token]) -> bool:
    """Whether all words are bold."""
    return all(token.bold for token in tokens)


def count_header_rows(rows: Sequence[Cells], fills: Sequence[Box]) -> int:
    """Return 2 when the first two rows are set apart from the rest, by a spanning title or by their look."""
    if len(rows) < 4:
        return 1
    if fills and any(_is_like(row, rows[1], fills) for row in rows[2:]):
        fills = []  # every other row is shaded
    top, second, third = (is_shaded(_words(row), fills) or is_bold(_words(row)) for row in rows[:3])
    return 2 if top and second and not third and _filled(rows[1]) > 1 else 1


def _is_like(row: Cells, other: Cells, fills: Sequence[Box]) -> bool:
    """Whether the cells of a row are shaded like those of another."""
    shaded = _grounds(row, fills)
    return bool(shaded) and is_shaded(_words(row), fills) and shaded <= _grounds(other, fills)


def _grounds(row: Cells, fills: Sequence[Box]) -> set[tuple[float, float]]:
    """Return where the coloured boxes behind the words of a row begin and end."""
    words = _words(row)
    if not words:
        return set()
    top, bottom = min([word.top for word in words]), max([word.bottom for word in words])
    near = [fill for fill in fills if fill.top < bottom and fill.bottom > top]
    return {(fill.x0, fill.x1) for fill in near if any(shades(fill, word) for word in words)}


def _words(row: Cells) -> list[Token]:
    return [token for cell in row for token in cell]


def _filled(row: Cells) -> int:
    return sum(map(bool, row))
