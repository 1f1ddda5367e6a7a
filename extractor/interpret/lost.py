"""Lists and tables that a text converter took apart.

Bullets go missing, and columns come out one after the other: all tiltak, then all parties, then all deadlines. The
tiltak can still be told; which party or deadline belongs to which cannot, so these stay out and are reported. A
wrong pairing is worse than none. Only where every cell is a line, row after row, and a time closes or opens each row,
the rows are read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from extractor.document import Table
from extractor.interpret.labels import Label, read_labels
from extractor.interpret.times import is_time
from extractor.lexicon import load_toml, words
from extractor.structure.outline import Paragraph

LONGEST_PLAIN_ITEM = 180  # characters: a longer line is running text, not an item that lost its bullet
NEW_GROUP_GAP = 0.9  # empty lines: more white space than this separates the columns
LEAST_TITLES = 2  # column titles one below the other
MOST_TITLES = 10
LONGEST_COLUMN_TITLE = 60  # characters
LONGEST_PARTY = 10  # words in a cell of parties
LONGEST_PARTY_WORDS = 4  # words: a longer line among mixed cells is a tiltak
TIMES = frozenset({"time", "deadline"})
SIDE_ROLES = ("number", "cost")  # of columns that may stand beside those that tell of tiltak
FIGURES = re.compile(r"[\d\s.,/-]*\d\.?(?:\s?(?:kr|mill\.?|kroner|kronar))?|-|–")
ENDS_IN_YEAR = re.compile(r"(?:19|20)\d\d\.?$")  # a party and a time that a comma made one line
FILE = "columns.toml"
TELLING = TIMES | {"responsible"}


@dataclass(slots=True, frozen=True)
class LostColumns:
    """The cells of a table that lost its columns; rows where they can still be told."""

    tiltak: list[Paragraph]
    others: list[Paragraph]
    end: int  # index behind the last of them
    titles: list[Paragraph] = field(default_factory=list)  # of the columns of `rows`
    rows: list[list[Paragraph]] = field(default_factory=list)


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


def stacked_titles(blocks: Sequence[Paragraph | Table]) -> set[int]:
    """Return the id() of each column title that stands right above or below another: a table that lost its columns."""
    roles = [_bare_column_title(block) for block in blocks]
    pairs = [
        (one, two)
        for one, two in pairwise(zip(blocks, roles, strict=True))
        if one[1] and two[1] and {one[1], two[1]} & TELLING
    ]
    return {id(block) for pair in pairs for block, _ in pair}


def lost_columns(blocks: Sequence[Paragraph | Table], index: int) -> LostColumns | None:
    """Return the cells below a row of column titles that stand one below the other, from `index` on.

    Where each cell is a line, row after row, the times show it: every row has its time in the same place. Else the
    groups of lines below are the columns, in the order of the titles.
    """
    titles = _stack(blocks, index)
    roles = [_bare_column_title(title) for title in titles]
    if (
        not LEAST_TITLES <= len(titles) <= MOST_TITLES
        or roles.count("measure") != 1
        or not TELLING & set(roles)
    ):
        return None
    lines = _lines(blocks, index + len(titles))
    column = roles.index("measure")
    rows = _rows(lines, roles)
    if rows:
        end = index + len(titles) + len(rows) * len(titles)
        return LostColumns([row[column] for row in rows], [], end, titles, rows)
    groups: list[list[Paragraph]] = []
    for line in lines:
        if not groups or line.gap > NEW_GROUP_GAP:
            if len(groups) == len(roles):
                break
            groups.append([])
        groups[-1].append(line)
    if column >= len(groups):
        return None
    end = index + len(titles) + sum(map(len, groups))
    mixed = len(groups) == 1
    tiltak = [line for line in groups[column] if _may_name(line, mixed=mixed)]
    others = [line for group in groups for line in group if line not in tiltak]
    return LostColumns(tiltak, others, end)


def row_labels(lost: LostColumns, number: int) -> list[Label]:
    """Return the cells of a row as labels: what each column tells of the tiltak."""
    pairs = zip(lost.titles, lost.rows[number], strict=True)
    return [
        replace(_title_label(title), value=cell.whole if cell.number else cell.text, bare=False)
        for title, cell in pairs
        if cell is not lost.tiltak[number]
    ]


def _title_label(title: Paragraph) -> Label:
    labels = read_labels(title.text)[1]
    return labels[0] if labels else Label((_side_title(title.text.value),), title.text.value, title.text)


def _stack(blocks: Sequence[Paragraph | Table], index: int) -> list[Paragraph]:
    """Return the column titles one below the other from `index` on."""
    titles: list[Paragraph] = []
    for at in range(index, min(index + MOST_TITLES + 1, len(blocks))):
        block = blocks[at]
        if isinstance(block, Table) or not _bare_column_title(block):
            break
        titles.append(block)
    return titles


def _lines(blocks: Sequence[Paragraph | Table], start: int) -> list[Paragraph]:
    """Return the lines that may be cells: down to a table, a label or a lead-in."""
    lines: list[Paragraph] = []
    for block in blocks[start:]:
        if isinstance(block, Table) or read_labels(block.text)[1] or block.text.value.endswith(":"):
            break
        lines.append(block)
    return lines


def _rows(lines: list[Paragraph], roles: list[str]) -> list[list[Paragraph]]:
    """Return the cells row by row, as long as the times stand where they should; none in doubt.

    Without a column of times nothing tells rows from columns. Where lines go on without a gap behind the last row, a
    cell is missing somewhere.
    """
    width = len(roles)
    rows: list[list[Paragraph]] = []
    for start in range(0, len(lines) - width + 1, width):
        row = lines[start : start + width]
        times = [is_time(line.text.value) for line in row]
        if times != [role in TIMES for role in roles] or any(times) is False or _has_prose(row, roles):
            break
        if not _has_figures(row, roles):
            break
        rows.append(row)
    rest = lines[len(rows) * width :]
    return [] if rest and rest[0].gap <= NEW_GROUP_GAP else rows


def _has_figures(row: list[Paragraph], roles: list[str]) -> bool:
    """Whether the columns of numbers and costs hold nothing else."""
    pairs = zip(row, roles, strict=True)
    return all(FIGURES.fullmatch(line.whole.value) for line, role in pairs if role in SIDE_ROLES)


def _has_prose(row: list[Paragraph], roles: list[str]) -> bool:
    """Whether a cell that should name a party is too long for one."""
    pairs = zip(row, roles, strict=True)
    return any(role == "responsible" and len(line.text.value.split()) > LONGEST_PARTY for line, role in pairs)


def _may_name(line: Paragraph, *, mixed: bool) -> bool:
    """Whether a line of the column of measures is a tiltak; where all columns are mixed, only a long one surely is."""
    value = line.text.value
    long = len(value.split()) > LONGEST_PARTY_WORDS and not ENDS_IN_YEAR.search(value)
    return not is_time(value) and (not mixed or long)


def _bare_column_title(block: Paragraph | Table) -> str:
    """Return the role of a column title alone on its line; empty where it is none."""
    if isinstance(block, Table) or len(block.text.value) > LONGEST_COLUMN_TITLE:
        return ""
    labels = read_labels(block.text)[1]
    if not labels:
        return _side_title(block.text.value)
    if len(labels) != 1 or labels[0].value or block.text.value.endswith(":"):
        return ""
    role = labels[0].roles[0]
    return role if role in {"measure", "goal"} | TELLING else ""


def _side_title(value: str) -> str:
    """Return the role of a title that says too little to stand alone: «Nr», «Kr», «Eining»."""
    title = value.strip(" .").casefold()
    if title in words(load_toml(FILE), "organisation", file=FILE):
        return "responsible"
    table = load_toml(FILE)["columns"]
    return next((role for role in SIDE_ROLES if title in words(table, role, file=FILE)), "")
