"""Coloured backgrounds of words, which are no cells of a table.

A status in a cell is often set on a coloured ground of its own, square or rounded («pill»), and so is a marked word
in running text. Such a ground is as low as its line, ends where its words end, and touches neither rules nor other
coloured boxes as the cell of a table does. It is taken out of what may be the edges of cells.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractor.document import Box
from extractor.read.pdf_ink import Ink, Rule
from extractor.read.pdf_tokens import Token, rows_of, split_row

HIGHEST = 1.9  # line heights
PADDING = 0.9  # sizes from its end to that of its words
ONE_PART = 1.5  # sizes: words further apart are those of two cells
BESIDE = 6.0  # points: the next cell of a table is no further off
TOUCHES = 1.0  # points: the rule of a cell is no further off
SAME = 0.5  # points
MOST_SHAPES = 1_000  # on one page: more is a map or a drawing


def drop_pills(ink: Ink, tokens: Sequence[Token]) -> None:
    """Take the coloured backgrounds of words out of the ink of a page.

    Args:
        ink: of the page.
        tokens: its upright words.
    """
    fills, rounded = set(ink.fills), set(ink.rounded)
    if len(fills) + len(rounded) > MOST_SHAPES:
        return
    pills = {fill for fill in fills if _hugs(fill, tokens) and not _is_cell(fill, ink)}
    ink.fills = [fill for fill in ink.fills if fill not in pills]
    for shape in rounded:
        if _holds_one_line(shape, tokens) and not any(_is_next(shape, fill) for fill in ink.fills):
            ink.across = [rule for rule in ink.across if not _is_own(rule, shape, across=True)]
            ink.down = [rule for rule in ink.down if not _is_own(rule, shape, across=False)]


def _words_on(ground: Box, tokens: Sequence[Token]) -> list[Token]:
    x0, top, x1, bottom = ground
    return [
        token
        for token in tokens
        if token.top < bottom
        and token.bottom > top
        and top < (token.top + token.bottom) / 2 < bottom
        and x0 < (token.x0 + token.x1) / 2 < x1
    ]


def _holds_one_line(ground: Box, tokens: Sequence[Token]) -> bool:
    """Whether a low shape has words of one line on it that belong together."""
    words = _words_on(ground, tokens)
    if not words or ground.bottom - ground.top > HIGHEST * max(word.bottom - word.top for word in words):
        return False
    rows = rows_of(words)
    return len(rows) == 1 and len(list(split_row(rows[0], ONE_PART))) == 1


def _hugs(ground: Box, tokens: Sequence[Token]) -> bool:
    if not _holds_one_line(ground, tokens):
        return False
    words = _words_on(ground, tokens)
    reach = PADDING * max(word.size for word in words)
    left, right = min(word.x0 for word in words), max(word.x1 for word in words)
    return left - ground.x0 <= reach and ground.x1 - right <= reach


def _is_cell(fill: Box, ink: Ink) -> bool:
    """Whether other boxes or rules stand at the edges of a coloured box."""
    if any(_is_next(fill, other) for other in ink.fills):
        return True
    across = [rule for rule in ink.across if min(rule.end, fill.x1) > max(rule.start, fill.x0)]
    down = [rule for rule in ink.down if min(rule.end, fill.bottom) > max(rule.start, fill.top)]
    return any(min(abs(rule.at - fill.top), abs(rule.at - fill.bottom)) <= TOUCHES for rule in across) or any(
        min(abs(rule.at - fill.x0), abs(rule.at - fill.x1)) <= TOUCHES for rule in down
    )


def _is_next(fill: Box, other: Box) -> bool:
    """Whether two boxes stand side by side in a row, or one on top of the other in a column."""
    beside = min(abs(other.x0 - fill.x1), abs(fill.x0 - other.x1)) <= BESIDE
    level = min(fill.bottom, other.bottom) - max(fill.top, other.top) > (fill.bottom - fill.top) / 2
    stacked = min(abs(other.top - fill.bottom), abs(fill.top - other.bottom)) <= BESIDE / 2
    same_column = abs(other.x0 - fill.x0) <= TOUCHES and abs(other.x1 - fill.x1) <= TOUCHES
    return (beside and level) or (stacked and same_column)


def _is_own(rule: Rule, shape: Box, *, across: bool) -> bool:
    """Whether a rule is a side of a shape."""
    box = (
        Box(rule.start, rule.at, rule.end, rule.at) if across else Box(rule.at, rule.start, rule.at, rule.end)
    )
    inside = box.x0 >= shape.x0 - SAME and box.x1 <= shape.x1 + SAME
    return inside and box.top >= shape.top - SAME and box.bottom <= shape.bottom + SAME
