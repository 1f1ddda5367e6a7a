"""Words that read upwards or downwards outside tables: labels along a table or box, and marks in the margin.

Words that stand in one sideways line, or in the next one beside it, are one label. A label along a table or box is
read before it; any other one stands at the end of the page, where it interrupts no sentence.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractor.document import Box
from extractor.read.pdf_columns import Chunk, Column
from extractor.read.pdf_tables import Frame
from extractor.read.pdf_tokens import Token, box_of

WORD_GAP = 1.2  # sizes of white between the words of a label, at most
LINE_GAP = 0.8  # sizes of white between its lines, at most


def find_labels(tokens: Sequence[Token]) -> list[Frame]:
    """Return the labels that turned words make up."""
    groups: list[list[Token]] = []
    for token in tokens:
        near = [group for group in groups if any(_is_near(token, other) for other in group)]
        groups = [group for group in groups if group not in near]
        groups.append([other for group in near for other in group] + [token])
    boxes = [box_of(group) for group in groups]
    labels = [Frame(box, [(group, box.x1)]) for box, group in zip(boxes, groups, strict=True)]
    return sorted(labels, key=lambda label: (label.box.top, label.box.x0))


def _is_near(token: Token, other: Token) -> bool:
    across = max(token.x0, other.x0) - min(token.x1, other.x1)
    along = max(token.top, other.top) - min(token.bottom, other.bottom)
    return token.turn == other.turn and across < LINE_GAP * token.size and along < WORD_GAP * token.size


def put_labels(labels: Sequence[Frame], columns: list[Column]) -> None:
    """Put labels before what they stand beside; the others in a column of their own at the end."""
    for label in labels:
        places = [
            (column, index)
            for column in columns
            for index, item in enumerate(column.items)
            if not isinstance(item, Chunk) and _is_level(label.box, item.box)
        ]
        if places:
            column, index = places[0]
            column.items.insert(index, label)
        elif columns and columns[-1].key == "labels":
            columns[-1].items.append(label)
        else:
            columns.append(Column([label], "labels"))


def _is_level(box: Box, other: Box) -> bool:
    return min(box.bottom, other.bottom) - max(box.top, other.top) > (box.bottom - box.top) / 2
