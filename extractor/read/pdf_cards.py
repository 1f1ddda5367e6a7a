"""Cards: boxes that hold a title and, below it, labels with their values beside them and no rules between.

    Åpen kafé hver uke
    Ansvarlig     Kultur
    Når           Fra høsten 2027

Labels begin at the left edge, values all begin at the same place further in, with no word across it. Bold or larger
lines above are the title; what stands below it, before the first label, explains it. A value may go on below itself.
Anything else makes the box no card.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, takewhile

from extractor.read.pdf_looks import is_bold
from extractor.read.pdf_tokens import Token, rows_of

SAME_START = 1.5  # points: words that begin in one column
LEAST_FIELDS = 2  # labels with values
LABEL_WORDS = 4
LARGER = 1.08  # times the size of the values: a title

Row = list[Token]


@dataclass(slots=True)
class Card:
    """A card: the words of its title, the label and value of each field, and the x at which values begin."""

    title: Row
    fields: list[list[Row]]
    start: float


def find_card(tokens: Sequence[Token]) -> Card | None:
    """Return the card that the words of a box are; None when they are none."""
    rows = rows_of(tokens)
    titled = _title_lines(rows)
    start = _value_start(rows[titled:]) if 0 < titled < len(rows) else None
    if start is None or any(_parted(row, start) and _is_wide(row, start) for row in rows[:titled]):
        return None
    first = next(index for index, row in enumerate(rows) if index >= titled and _parted(row, start))
    fields = _fields(rows[first:], start)
    return Card([token for row in rows[:first] for token in row], fields, start) if fields else None


def _title_lines(rows: Sequence[Row]) -> int:
    """Return how many lines are set as a title: in larger letters than the last one, or bold all over."""
    size = LARGER * max(token.size for token in rows[-1])
    lines = list(takewhile(lambda row: is_bold(row) or row[0].size > size, rows))
    return len(lines)


def _value_start(rows: Sequence[Row]) -> float | None:
    """Return where the values begin: the place at which most lines begin a word, none has one across it."""
    left = min(row[0].x0 for row in rows)
    inner = sorted(token.x0 for row in rows for token in row[1 : LABEL_WORDS + 1] if token.x0 > left)
    counts: dict[float, int] = {}
    for start in inner:
        counts[start] = sum(_parted(row, start) for row in rows)
    best = max(counts, key=lambda start: (counts[start], -start), default=None)
    return best if best is not None and counts[best] >= LEAST_FIELDS else None


def _parted(row: Row, start: float) -> bool:
    """Whether a line holds a label, and a value that begins at `start`."""
    label = [token for token in row if token.x0 < start - SAME_START]
    value = row[len(label) :]
    if not (0 < len(label) <= LABEL_WORDS and value):
        return False
    same = abs(value[0].x0 - start) <= SAME_START and label[-1].x1 < start
    return same and label[0].text[:1].isupper()


def _fields(rows: Sequence[Row], start: float) -> list[list[Row]] | None:
    """Return (label, value) of each field; None when a line is neither a field nor the rest of a value."""
    cells: list[list[Row]] = []
    left = rows[0][0].x0
    for row in rows:
        if _parted(row, start) and abs(row[0].x0 - left) <= SAME_START:
            label = [token for token in row if token.x0 < start - SAME_START]
            cells.append([label, row[len(label) :]])
        elif row[0].x0 >= start - SAME_START:
            cells[-1][1].extend(row)
        else:
            return None
    return cells if len(cells) >= LEAST_FIELDS and _labels_look_alike(cells) else None


def _labels_look_alike(cells: Sequence[Sequence[Row]]) -> bool:
    """Whether all labels are set alike, and otherwise than the values where they stand close to them."""
    styles = [[{(token.bold, token.italic) for token in part} for part in cell] for cell in cells]
    if len(list(groupby(label for label, _ in styles))) > 1:
        return False
    apart = all(_is_wide([*label, *value], value[0].x0) for label, value in cells)
    return apart or all(label.isdisjoint(value) for label, value in styles)


def _is_wide(row: Row, start: float) -> bool:
    """Whether more than a space stands between a label and the value that begins at `start`."""
    label = [token for token in row if token.x0 < start - SAME_START]
    return row[len(label)].x0 - label[-1].x1 > label[-1].size
