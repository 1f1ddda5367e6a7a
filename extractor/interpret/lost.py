"""Lists and tables that a text converter took apart.

Bullets go missing, and columns come out one after the other: all tiltak, then all parties, then all deadlines. The
tiltak can still be told; which party or deadline belongs to which cannot, so these stay out and are reported. A
wrong pairing is worse than none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extractor.document import Table
from extractor.interpret.labels import read_labels
from extractor.structure.outline import Paragraph

LONGEST_PLAIN_ITEM = 180  # characters: a longer line is running text, not an item that lost its bullet
NEW_GROUP_GAP = 0.9  # empty lines: more white space than this separates the columns
LEAST_TITLES = 2  # column titles one below the other


@dataclass(slots=True, frozen=True)
class LostColumns:
    """The cells of a table without its rows."""

    tiltak: list[Paragraph]
    others: list[Paragraph]
    end: int  # index behind the last of them


def lost_bullets(blocks: Sequence[Paragraph | Table], index: int) -> list[Paragraph]:
    """Return the lines from `index` on that are a list whose bullets a converter lost: short, one below the other.

    Called right below «Tiltak:». One line alone counts only when a label such as «Ansvar:» follows it.
    """
    run: list[Paragraph] = []
    follower: Paragraph | Table | None = None
    for block in blocks[index:]:
        follower = block
        if (
            isinstance(block, Table)
            or block.is_item
            or read_labels(block.text)[1]
            or (run and block.gap > 0.9)
        ):
            break
        if len(block.text.value) > LONGEST_PLAIN_ITEM or block.text.value.endswith(":"):
            break
        run.append(block)
        follower = None
    labelled = isinstance(follower, Paragraph) and any(
        label.is_field for label in read_labels(follower.text)[1]
    )
    return run if len(run) > 1 or (run and labelled) else []


def lost_columns(blocks: Sequence[Paragraph | Table], index: int) -> LostColumns | None:
    """Return the columns below a row of column titles that stand one below the other, from `index` on.

    The groups of lines below are the columns, in the order of the titles.
    """
    roles: list[str] = []
    position = index
    while position < len(blocks) and (role := _bare_column_title(blocks[position])):
        roles.append(role)
        position += 1
    if len(roles) < LEAST_TITLES or roles.count("measure") != 1:
        return None
    groups: list[list[Paragraph]] = []
    while position < len(blocks):
        block = blocks[position]
        if isinstance(block, Table) or read_labels(block.text)[1] or block.text.value.endswith(":"):
            break
        if not groups or block.gap > NEW_GROUP_GAP:
            if len(groups) == len(roles):
                break
            groups.append([])
        groups[-1].append(block)
        position += 1
    column = roles.index("measure")
    if column >= len(groups):
        return None
    others = [paragraph for number, group in enumerate(groups) if number != column for paragraph in group]
    return LostColumns(groups[column], others, position)


def _bare_column_title(block: Paragraph | Table) -> str | None:
    """Return the role of a column title alone on its line."""
    if isinstance(block, Table):
        return None
    labels = read_labels(block.text)[1]
    if len(labels) != 1 or labels[0].value or block.text.value.endswith(":"):
        return None
    return (
        labels[0].roles[0] if labels[0].roles[0] in {"measure", "responsible", "deadline", "time"} else None
    )
