"""Labels right above a table, or over the width of it, that hold for all its rows: «Ansvarleg: Rektor».

They do where the table lists tiltak and has no column that says the same.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractor.document import Table, Text
from extractor.interpret.drafts import TiltakDraft
from extractor.interpret.labels import Label, read_labels
from extractor.interpret.measure_columns import Columns, read_columns
from extractor.interpret.measure_lists import apply_label
from extractor.structure.outline import Block

MOST_LINES = 8  # of labels above a table


class TableLabels:
    """Labels that wait for the table below them."""

    def __init__(self) -> None:
        self._labels: list[Label] = []

    def take(self, blocks: Sequence[Block], index: int) -> bool:
        """Take the paragraph at `index` when its labels hold for a table below it."""
        above = _labels_above_table(blocks, index)
        self._labels = self._labels or above
        return bool(above)

    def give(self, drafts: Sequence[TiltakDraft]) -> None:
        """Tell the tiltak of the table what was taken."""
        for draft in drafts:
            for label in self._labels:
                apply_label(draft, label)
        self._labels = []


def tell_from_band(draft: TiltakDraft, band: Text, columns: Columns) -> bool:
    """Fill the fields of a tiltak from the band above its row; tell whether the band holds such labels."""
    labels = [label for label in _field_labels(band) if columns.first(*label.roles) is None]
    for label in labels:
        apply_label(draft, label)
    return bool(labels)


def _labels_above_table(blocks: Sequence[Block], index: int) -> list[Label]:
    """Return the labels in the paragraphs from `index` to a table whose columns do not tell the same; else none."""
    labels: list[Label] = []
    for block in blocks[index : index + MOST_LINES + 1]:
        if isinstance(block, Table):
            columns = read_columns(block)
            listed = columns.first("measure") is not None
            told_again = any(columns.first(*label.roles) is not None for label in labels)
            return labels if listed and not told_again else []
        told = _field_labels(block.text)
        if not told or block.is_item:
            return []
        labels += told
    return []


def _field_labels(text: Text) -> list[Label]:
    """Return the labels of a text that consists of nothing else, each with what it tells."""
    if ":" not in text.value:
        return []
    lead, labels = read_labels(text)
    return labels if not lead and all(label.is_field and label.value for label in labels) else []
