"""The lines of a text file: where each stands, how far it is from the one above, and the cells that it shows.

Cells stand between tabs, or between pipes. A row of pipes need not be closed at its ends, when its neighbours have
as many cells: `Tiltak | Ansvar | Frist` over `Kurs | NAV | 2025` is a table, a lone `Heim | Om oss | Kontakt` is the
menu of a web page. A line underlined with `====` or `----` is a heading, as Markdown and typewriters have it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

PIPE_ROW = re.compile(r"\s*\|.*\|\s*$")
RULE = re.compile(r"[\s|+:=_\-–—]*[|\t+\-–—=_]{2,}[\s|+:=_\-–—]*$")
UNDERLINE = re.compile(r"\s{0,3}(={3,}|-{3,})\s*$")
MARKDOWN = re.compile(r"^#{1,6} \S", re.MULTILINE)
WIDE = re.compile(r"\S {3,}\S")

LONGEST_TITLE = 100  # characters of an underlined heading
UNEVEN = 3  # characters: how much shorter or longer than its title a typed underline may be
LEAST_ROWS = (
    3  # rows of two cells between pipes; with three cells, or a rule below the first row, two will do
)


@dataclass(slots=True)
class RawLine:
    """A line of the file: where it stands and its cells, if it has several."""

    start: int
    text: str
    gap: int  # empty lines above
    cells: list[tuple[int, str]] = field(default_factory=list)  # (offset, raw text) of each cell
    piped: bool = False  # the cells stand between pipes
    heading: int | None = None  # level that an underline gives it


def raw_lines(text: str) -> list[RawLine]:
    """Return the lines that hold something, cells split and underlined headings marked."""
    found = _with_headings(list(_lines(text)), markdown=bool(MARKDOWN.search(text)))
    _split_open_pipes(found)
    return found


def _lines(text: str) -> Iterator[RawLine]:
    start, gap = 0, 0
    for line in re.split(r"(?<=[\n\f\v\x85\u2028\u2029])", text):
        content = line.rstrip("\n\f\v\x85\u2028\u2029\r")
        if content.strip().strip("\u200b\ufeff"):
            yield _raw_line(start, content, gap)
            gap = 0
        else:
            gap += 1
        start += len(line)


def _raw_line(start: int, text: str, gap: int) -> RawLine:
    """Split a line at its tabs, or at its pipes when they close it; a line without is one cell."""
    if PIPE_ROW.fullmatch(text) and text.count("|") >= 3:
        lead = text.index("|") + 1
        inside = text[lead : text.rindex("|")]
        return RawLine(start, text, gap, _cells(inside, start + lead, "|"), piped=True)
    return RawLine(start, text, gap, _cells(text, start, "\t"))


def _cells(text: str, start: int, separator: str) -> list[tuple[int, str]]:
    cells = []
    for cell in text.split(separator):
        cells.append((start, cell))
        start += len(cell) + 1
    return cells


def _with_headings(lines: list[RawLine], *, markdown: bool) -> list[RawLine]:
    """Mark the lines that are underlined, and drop the underlines."""
    markdown = markdown or any(line.text.startswith("===") for line in lines)
    kept: list[RawLine] = []
    for line in lines:
        rule = UNDERLINE.fullmatch(line.text)
        if rule and kept and not line.gap and _is_title(kept, rule[1], markdown=markdown):
            kept[-1].heading = 1 if rule[1][0] == "=" else 2
        else:
            kept.append(line)
    return kept


def _is_title(lines: list[RawLine], rule: str, *, markdown: bool) -> bool:
    """Whether the last line is a title: one line alone, as long as the rule below unless the file is Markdown."""
    title = lines[-1]
    text = title.text.strip()
    if len(title.cells) > 1 or " | " in text or WIDE.search(text) or not any(map(str.isalpha, text)):
        return False
    alone = title.gap > 0 or len(lines) == 1 or lines[-2].heading is not None
    even = markdown or abs(len(rule) - len(text)) <= UNEVEN
    return alone and even and title.heading is None and len(text) <= LONGEST_TITLE and text[-1] not in ".,;"


def _split_open_pipes(lines: list[RawLine]) -> None:
    """Give the lines of each run of open pipe rows their cells; the lines are changed in place."""
    index = 0
    while index < len(lines):
        run = _open_run(lines, index) if _has_open_pipes(lines[index]) else []
        for line, cells in run:
            line.cells, line.piped = cells, True
        index += max(len(run), 1)


def _has_open_pipes(line: RawLine) -> bool:
    return not line.piped and len(line.cells) == 1 and bool(re.search(r"\S\s+\|\s", line.text))


def _open_run(lines: list[RawLine], index: int) -> list[tuple[RawLine, list[tuple[int, str]]]]:
    """Return the rows that begin at `index`, with their cells; an empty list when it is no table."""
    first = lines[index]
    head = _cells(first.text, first.start, "|")
    run = [(first, head)]
    ruled = False
    for at in range(index + 1, len(lines)):
        line = lines[at]
        cells = _cells(line.text, line.start, "|")
        if len(cells) == len(head) + 1 and not cells[-1][1].strip():
            cells = cells[:-1]
        if line.gap > 1 or line.heading or "\t" in line.text or len(cells) != len(head):
            break
        ruled = ruled or (len(run) == 1 and bool(RULE.fullmatch(line.text)))
        run.append((line, cells))
    least = 2 if ruled or len(head) > 2 else LEAST_ROWS
    return run if len(run) >= least else []
