"""Plain text and what converters leave in it → layout document.

A text file that was once a PDF or a web page still shows its tables: cells between tabs or pipes, rules of dashes,
`<p>`, `<u>` and `<ul>` inside the cells. Lines that hold such cells become tables, one for each unbroken run;
joining runs that a page break cut is left to the structure stage. Everything else becomes lines. Mark-up is read
as a hint (heading, bullet, bold) and dropped; each word keeps its offsets in the decoded text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from extractor.document import Cell, LayoutDocument, Line, Page, Table
from extractor.read.decode import decode
from extractor.read.markup import cell_lines, plain_text
from extractor.read.text_lines import RULE, RawLine, raw_lines
from extractor.read.text_rows import aligned_table

HEADING = re.compile(r"\s{0,3}(#{1,6})\s+(?=\S)")
BOLD_LINE = re.compile(r"\s*(\*\*|__)(?=\S)(?:(?!\1).)+\1:?\s*$")
PAGE_REFERENCE = re.compile(r"\s*(?:s\.|side)?\s*(\d{1,3}|[ivxl]{1,6})\s*$", re.IGNORECASE)
JUMP = re.compile(
    r"\s*(?:[-*+]|\d+\.)?\s*\[[^\]]+\]\(#[^)]*\)\s*$"
)  # an entry of a Markdown table of contents
FOOTNOTE = re.compile(r"\s*\[\^\w{1,20}\]:\s")  # as Markdown writes it
WIDE = re.compile(r"\t|\S {3,}\S")  # a line of columns says nothing about the width of running text
NUMBERED = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}\.?\s*\t\s*[^\W\d_].*")
LEADERS = re.compile(r"(?:\.\s?){3,}|…|_{4,}")

WRAP_WIDTHS = range(50, 121)  # characters: a file whose long lines all end here was wrapped by a machine
LEAST_BROKEN = 3  # lines near the width that go on with a small letter: the file was wrapped
FULL_FROM = 0.75  # a line this long, of the width, was broken for want of room
CONTENTS_SHARE = 0.8  # of the rows in a run end with a page number: a table of contents, not a table


def read_text(data: bytes, filename: str, sha256: str) -> LayoutDocument:
    """Read the bytes of a text file, whatever its encoding."""
    text, encoding = decode(data)
    page = Page(None, blocks=list(_blocks(text)))
    return LayoutDocument(filename, sha256, "text/plain", [page], text=text, encoding=encoding)


def _blocks(text: str) -> Iterator[Line | Table]:
    width = _wrap_width(text)
    lines = raw_lines(text)
    run: list[RawLine] = []
    after_table = False
    behind = barred = (
        0  # index of the line behind the last table set with white space, and behind a failed one
    )
    for index, raw in enumerate(lines):
        if index < behind:
            continue
        if _is_row(raw, run, after_table=after_table):
            if run and (raw.gap or raw.piped != run[0].piped):
                yield from _run_blocks(run, width)
                run = []
            run.append(raw)
            after_table = True
        elif run and not raw.gap and _completes(raw, run):
            _append_to_last_cell(run[-1], raw)
        else:
            yield from _run_blocks(run, width)
            run = []
            table, end = (index >= barred and aligned_table(lines, index)) or (None, barred)
            if table:
                yield table
                behind, after_table = end, True
                continue
            barred = end
            line = _line(raw, width)
            if line.text and not RULE.fullmatch(raw.text):
                after_table = False
                yield line
    yield from _run_blocks(run, width)


def _is_row(raw: RawLine, run: list[RawLine], *, after_table: bool) -> bool:
    """Whether a line is a row; one that only begins with a tab is one where a table goes on."""
    if len(raw.cells) < 2 or (RULE.fullmatch(raw.text) and not run):
        return False
    return after_table or any(cell.strip() for _, cell in raw.cells[:-1])


def _completes(raw: RawLine, run: list[RawLine]) -> bool:
    """Whether a line without cells goes on in the last cell of a row that still lacks some."""
    return len(run) > 1 and len(run[-1].cells) < len(run[0].cells)


def _append_to_last_cell(row: RawLine, raw: RawLine) -> None:
    start, cell = row.cells[-1]
    row.cells[-1] = (start, cell + " " * (raw.start - start - len(cell)) + raw.text)


def _run_blocks(run: list[RawLine], width: int | None) -> Iterator[Line | Table]:
    """Turn a run of rows into a table, or back into lines when it is a table of contents or a stray tab."""
    rows = [raw for raw in run if not RULE.fullmatch(raw.text)]
    if _is_contents(rows) or (len(rows) == 1 and _is_stray(rows[0])) or _is_numbered(rows):
        yield from (_line(raw, width) for raw in rows)
    elif rows:
        columns = max(len(raw.cells) for raw in rows)
        grid = [[_cell(part) for part in raw.cells] for raw in rows]
        for row in grid:
            row.extend(Cell() for _ in range(columns - len(row)))
        yield Table(grid, gap=float(run[0].gap))


def _is_contents(rows: list[RawLine]) -> bool:
    ends = [raw for raw in rows if len(raw.cells) == 2 and PAGE_REFERENCE.fullmatch(raw.cells[1][1])]
    leaders = sum(bool(LEADERS.search(raw.text)) for raw in rows)
    if len(ends) < CONTENTS_SHARE * len(rows) or len(rows) < 3:
        return leaders >= CONTENTS_SHARE * len(rows)
    pages = [int(number) for raw in ends if (number := raw.cells[1][1].strip()).isdigit()]
    return leaders > 0 or pages == sorted(pages)


def _is_stray(raw: RawLine) -> bool:
    """A single line with one tab: a contents line, or a number or bullet and its text."""
    first, last = raw.cells[0][1].strip(), raw.cells[-1][1].strip()
    return len(raw.cells) == 2 and (
        bool(PAGE_REFERENCE.fullmatch(last) and LEADERS.search(first)) or len(first) <= 6 or not last
    )


def _is_numbered(rows: list[RawLine]) -> bool:
    """Whether lines are chapters with their numbers before a tab: «2», and right below it «2.1»."""
    if any(len(raw.cells) != 2 or not NUMBERED.fullmatch(raw.text.strip()) for raw in rows):
        return False
    return any("." in raw.cells[0][1].strip().rstrip(".") for raw in rows)


def _cell(part: tuple[int, str]) -> Cell:
    start, raw = part
    return Cell(cell_lines(raw, start))


def _line(raw: RawLine, width: int | None) -> Line:
    heading = None if raw.heading else HEADING.match(raw.text)
    body = raw.text[heading.end() :] if heading else raw.text
    offset = raw.start + (heading.end() if heading else 0)
    indent = len(raw.text) - len(raw.text.lstrip(" \t\u00a0"))
    full = width is not None and FULL_FROM * width <= len(raw.text.rstrip()) <= width
    bullet = "•" if re.match(r"\s*<li\b", body, re.IGNORECASE) else None
    return Line(
        plain_text(body, offset),
        indent=float(indent),
        gap=float(raw.gap),
        bold=bool(BOLD_LINE.fullmatch(body)),
        heading=len(heading[1]) if heading else raw.heading,
        bullet=bullet,
        full=full,
        furniture=bool(JUMP.match(raw.text)),
        note=bool(FOOTNOTE.match(raw.text)),
    )


def _wrap_width(text: str) -> int | None:
    """Return the width that the file was wrapped at, or None when its lines are whole paragraphs.

    A wrapped file has a longest line of page width, and lines near that width that go on with a small letter.
    """
    lines = [line.rstrip() for line in text.splitlines() if not (WIDE.search(line) or LEADERS.search(line))]
    lengths = sorted(len(line) for line in lines if line)
    if len(lengths) < 10:
        return None
    width = lengths[-1 - len(lengths) // 100]
    if width not in WRAP_WIDTHS:
        return None
    broken = sum(
        FULL_FROM * width <= len(line) <= width and following.lstrip()[:1].islower()
        for line, following in pairwise(lines)
    )
    return width if broken >= LEAST_BROKEN else None
