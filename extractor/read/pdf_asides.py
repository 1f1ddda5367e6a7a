"""Boxes beside the main text: facts, quotes and call-outs, each read as one block.

A box with a border or a ground of its own is a frame already. What only a vertical rule sets apart from the text
beside it is made one here: the narrower side of the rule, over its length, where nothing crosses it and no other
rule touches it, and where the lines do not stand beside those of the main text as the cells of a table would.

The text beside a frame is read in one go, before a frame on its right and after one on its left. A frame between
the lines of a column is read where it stands.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractor.document import Box
from extractor.read.pdf_columns import Chunk, Column, Item
from extractor.read.pdf_ink import Rule
from extractor.read.pdf_lattice import TOUCH
from extractor.read.pdf_tables import Frame
from extractor.read.pdf_tokens import Token, box_of, rows_of

LEAST_ROWS = 2  # lines on each side
NARROWER = 0.7  # of the width of the main text
SAME_LINE = 0.2  # of its height: lines on both sides of a rule differ by more
LEVEL_SHARE = 0.5  # of the lines of a box may stand beside lines of the main text
COLUMN_LINES = 2  # lines above and below that make a frame a part of their column
SAME_COLUMN = 12.0  # points: how much wider than a frame its column may be
TIGHT = 0.5  # line heights of white between the lines of a paragraph, at most


def find_asides(
    tokens: Sequence[Token], across: Sequence[Rule], down: Sequence[Rule]
) -> tuple[list[Frame], list[Token]]:
    """Return the boxes that one vertical rule sets apart, and the words outside them.

    Args:
        tokens: words in no table or frame.
        across: merged horizontal rules.
        down: merged vertical rules.
    """
    frames: list[Frame] = []
    rest = list(tokens)
    for rule in down:
        if any(_touch(rule, other) for other in across):
            continue
        found = _beside_rule(rule, rest)
        if found:
            right = max(token.x1 for token in rest) if found[0].x0 > rule.at else rule.at
            frames.append(Frame(_box(found, rule), [(found, right)]))
            taken = {id(token) for token in found}
            rest = [token for token in rest if id(token) not in taken]
    return frames, rest


def _touch(rule: Rule, other: Rule) -> bool:
    along = other.start - TOUCH <= rule.at <= other.end + TOUCH
    return along and rule.start - TOUCH <= other.at <= rule.end + TOUCH


def _box(tokens: Sequence[Token], rule: Rule) -> Box:
    box = box_of(tokens)
    return box._replace(top=min(box.top, rule.start), bottom=max(box.bottom, rule.end))


def _beside_rule(rule: Rule, tokens: Sequence[Token]) -> list[Token]:
    """Return the words on the narrower side of a rule if they are a box beside the main text."""
    level = [token for token in tokens if rule.start <= (token.top + token.bottom) / 2 <= rule.end]
    left = [token for token in level if token.x1 <= rule.at]
    right = [token for token in level if token.x0 >= rule.at]
    if not left or not right or len(left) + len(right) < len(level):
        return []
    aside, main = sorted((left, right), key=_width)
    rows, main_rows = rows_of(aside), rows_of(main)
    if min(len(rows), len(main_rows)) < LEAST_ROWS or _width(aside) > NARROWER * _width(main):
        return []
    beside = sum(any(_on_one_line(row[0], other[0]) for other in main_rows) for row in rows)
    return aside if beside <= LEVEL_SHARE * len(rows) else []


def _width(tokens: Sequence[Token]) -> float:
    return max(token.x1 for token in tokens) - min(token.x0 for token in tokens)


def _on_one_line(first: Token, second: Token) -> bool:
    return abs(first.bottom - second.bottom) < SAME_LINE * (first.bottom - first.top)


def stand_beside(items: Sequence[Item]) -> list[Frame]:
    """Return the frames that stand beside text and are no part of a column of it."""
    chunks = [item for item in items if isinstance(item, Chunk)]
    return [
        item
        for item in sorted(items, key=lambda item: item.box.top)
        if isinstance(item, Frame)
        and any(_is_beside(chunk, item.box) for chunk in chunks)
        and sum(_is_in_column_of(chunk, item.box) for chunk in chunks) < COLUMN_LINES
    ]


def put_beside(frame: Frame, columns: Sequence[Column]) -> None:
    """Put a frame between the items of the columns: behind the text on its left, or before that on its right."""
    found = [
        (column, index)
        for column in columns
        for index, item in enumerate(column.items)
        if _is_beside(item, frame.box)
    ]
    column, index = found[0] if found else (columns[-1], len(columns[-1].items))
    if found and column.items[index].box.x0 < frame.box.x0:
        column, index = found[-1]
        index = _end_of_paragraph(column.items, index) + 1
    while index < len(column.items) and _is_above(column.items[index], frame):
        index += 1
    column.items.insert(index, frame)


def _is_beside(item: Item, box: Box) -> bool:
    middle = (item.box.top + item.box.bottom) / 2
    level = box.top <= middle <= box.bottom or item.box.top <= (box.top + box.bottom) / 2 <= item.box.bottom
    return level and (item.box.x1 <= box.x0 or item.box.x0 >= box.x1)


def _is_above(item: Item, frame: Frame) -> bool:
    return isinstance(item, Frame) and item.box.bottom <= frame.box.top


def _is_in_column_of(chunk: Chunk, box: Box) -> bool:
    """Whether a line stands above or below a frame and no wider than it."""
    apart = chunk.box.bottom <= box.top or chunk.box.top >= box.bottom
    return apart and chunk.box.x0 >= box.x0 - SAME_COLUMN and chunk.box.x1 <= box.x1 + SAME_COLUMN


def _end_of_paragraph(items: Sequence[Item], index: int) -> int:
    """Return the last line that follows a line without white space between."""
    while index + 1 < len(items):
        last, following = items[index], items[index + 1]
        if not (isinstance(last, Chunk) and isinstance(following, Chunk)) or last.size != following.size:
            break
        if following.box.top - last.box.bottom > TIGHT * (last.box.bottom - last.box.top):
            break
        index += 1
    return index
