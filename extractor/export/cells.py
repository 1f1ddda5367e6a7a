"""Text from documents as a spreadsheet may have it: nothing unseen, nothing that it would work out."""

from __future__ import annotations

from extractor.emit.plain import plain
from extractor.export.model import Cell


def seen(cell: Cell) -> Cell:
    """Return a cell without control characters and direction marks; line ends in text stay."""
    if not isinstance(cell, str) or cell.isprintable():
        return cell
    return "\n".join(plain(line) for line in cell.splitlines())
