"""Tables whose columns stand apart by white space only, as converters of page layout and typewriters leave them.

    Tiltak                      Ansvar            Frist
    Temakveld om vold for       Styrerne i        Høst 2011
    foreldre                    barnehagene

Without the gutters such lines read as nonsense, and with a wrong gutter a deadline lands at another tiltak. So a
table is believed only when a header of at least three short titles stands over two or more rows, every piece of
every line falls under one title, and the rows can be told apart (`text_rows.py`). Two columns may be labels and
what they say, addresses or running text in columns; such lines are left as they are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from extractor.read.text_lines import RULE, RawLine

PIECE = re.compile(r"\S+(?: \S+)*")  # two or more spaces end a piece
LEADERS = re.compile(r"(?:\.\s?){4,}|…{2,}|_{4,}")
PAGE_MARK = re.compile(r"(?:\bside|\bs\.|\bpage)\s*\d{1,4}(?:\s*(?:av|of|/)\s*\d{1,4})?\s*$", re.IGNORECASE)
TITLE = re.compile(r"[^\W\d_][^@]*|(?:19|20)\d\d(?:\s*[-–/]\s*\d{2,4})?|\d+\s?[-–]\s?\d+|\d+\s?\+|%")
ABBREVIATED = re.compile(r"[^\W\d_]{1,8}\.")  # «Nr.», «Saksnr.», «Ansv.»

CHAPTER = re.compile(r"\d{1,2}(?:\.\d{1,2})*\.?")

LEAST_COLUMNS = 3
LEAST_ROWS = 2
LONGEST_TITLE = 40  # characters
OVERHANG = 2  # characters: a column set by hand may reach this far over the edge of the next
ASTRAY = 6  # characters: a piece that stands this far from every title belongs to none


@dataclass(slots=True)
class Piece:
    """A stretch of a line without wide spaces: its columns of characters, end exclusive, and its text."""

    start: int
    end: int
    text: str


@dataclass(slots=True)
class GridLine:
    """A line of a table: its piece under each title, by the index of the column."""

    raw: RawLine
    gap: int  # empty lines or rules above
    pieces: dict[int, Piece]


@dataclass(slots=True)
class Grid:
    """The lines under a header that may be a table, the header among them."""

    lines: list[GridLine]
    columns: int
    end: int  # index of the line behind
    sound: bool = True  # every piece stands under one title, with white gutters between


def find_grid(lines: list[RawLine], index: int) -> Grid | None:
    """Return what stands under the header at `index`, or None when that line is no header."""
    titles = _titles(lines[index])
    if titles is None or _is_inside(lines, index):
        return None
    columns = [(title.start, title.end) for title in titles]
    grid = Grid([GridLine(lines[index], 0, dict(enumerate(titles)))], len(columns), index + 1)
    ruled = False
    for at in range(index + 1, len(lines)):
        raw = lines[at]
        if RULE.fullmatch(raw.text):
            ruled, grid.end = True, grid.end + 1
            continue
        found = _placed(raw, columns)
        grid.sound = grid.sound and (found is not None or raw.gap > 0 or len(_pieces(raw.text)) == 1)
        if (found is None and (raw.gap or grid.sound)) or (found and _is_behind(raw, found, grid)):
            break
        grid.lines.append(GridLine(raw, max(raw.gap, int(ruled)), found or {}))
        ruled, grid.end = False, grid.end + 1
    grid.sound = grid.sound and _holds(grid.lines, len(columns))
    return grid


def _is_inside(lines: list[RawLine], index: int) -> bool:
    """Whether lines of columns stand right above, so that a line of titles is but another row of theirs."""
    above = lines[index - 1] if index else None
    if above is None or lines[index].gap > 1 or PAGE_MARK.search(above.text) or RULE.fullmatch(above.text):
        return False
    pieces = _pieces(above.text)
    if len(pieces) == 2 and CHAPTER.fullmatch(pieces[0].text):
        return False
    return len(pieces) >= (LEAST_COLUMNS if lines[index].gap else 2)


def _pieces(text: str) -> list[Piece]:
    return [Piece(match.start(), match.end(), match[0]) for match in PIECE.finditer(text)]


def _titles(raw: RawLine) -> list[Piece] | None:
    """Return the titles of a header line, or None when the line cannot be one."""
    if "\t" in raw.text or raw.piped or raw.heading or LEADERS.search(raw.text):
        return None
    titles = _pieces(raw.text)
    if len(titles) < LEAST_COLUMNS or not all(_is_title(title.text) for title in titles):
        return None
    return titles if titles[0].text[0].isalpha() else None


def _is_title(text: str) -> bool:
    short = len(text) <= LONGEST_TITLE and bool(TITLE.fullmatch(text))
    ends = text[-1] not in ".,;" or bool(ABBREVIATED.fullmatch(text))
    return short and not text[0].islower() and ends and ": " not in text


def _placed(raw: RawLine, columns: list[tuple[int, int]]) -> dict[int, Piece] | None:
    """Return the pieces of a line by column, or None when one stands under no title or under several."""
    if "\t" in raw.text or raw.piped or raw.heading or LEADERS.search(raw.text) or PAGE_MARK.search(raw.text):
        return None
    placed: dict[int, Piece] = {}
    wholes = _pieces(raw.text)
    for whole in wholes:
        for piece in _split_at_edges(whole, raw.text, columns) if len(wholes) > 1 else [whole]:
            column = _column(piece, columns)
            if column is None or column in placed or column < max(placed, default=0):
                return None
            placed[column] = piece
    return placed


def _split_at_edges(piece: Piece, text: str, columns: list[tuple[int, int]]) -> list[Piece]:
    """Cut a piece where a title begins, when a long cell has left but one space in front of the next."""
    if len(_under(piece, columns)) < 2:
        return [piece]
    edges = [start for start, _ in columns if piece.start < start < piece.end and text[start - 1] == " "]
    stops = [piece.start, *edges, piece.end]
    return [Piece(start, end, text[start:end].rstrip()) for start, end in pairwise(stops)]


def _under(piece: Piece, columns: list[tuple[int, int]]) -> list[int]:
    """Return the columns whose title the piece stands under, overhang aside."""
    return [
        index
        for index, (start, end) in enumerate(columns)
        if piece.start < end and piece.end > start and _overlap(piece, start, end) > 0
    ]


def _overlap(piece: Piece, start: int, end: int) -> int:
    shared = min(piece.end, end) - max(piece.start, start)
    return shared if shared > OVERHANG or shared >= min(piece.end - piece.start, end - start) else 0


def _column(piece: Piece, columns: list[tuple[int, int]]) -> int | None:
    under = _under(piece, columns)
    if under:
        return under[0] if len(under) == 1 else None
    distances = [max(start - piece.end, piece.start - end) for start, end in columns]
    nearest = min(distances)
    return distances.index(nearest) if nearest <= ASTRAY and distances.count(nearest) == 1 else None


def _is_behind(raw: RawLine, found: dict[int, Piece], grid: Grid) -> bool:
    """Whether a line that would fit stands behind the table: far below, alone below a gap, or a label."""
    if raw.gap > 1 or found[min(found)].text.endswith(":"):
        return True
    if not raw.gap or len(grid.lines) == 1:
        return False
    spaced = any(line.gap for line in grid.lines[2:])
    return len(found) < (2 if spaced or grid.columns == LEAST_COLUMNS else 3)


def _holds(grid: list[GridLine], columns: int) -> bool:
    """Whether the gutters are white in all lines, enough rows cross them, and no page numbers stand at the end."""
    for left, right in pairwise(range(columns)):
        ends = [line.pieces[left].end for line in grid if left in line.pieces]
        starts = [line.pieces[right].start for line in grid if right in line.pieces]
        if max(ends) > min(starts) + OVERHANG:
            return False
    body = grid[1:]
    last = [line.pieces[columns - 1].text for line in body if columns - 1 in line.pieces]
    numbered = len(last) == len(body) > LEAST_ROWS and all(re.fullmatch(r"\d{1,3}", text) for text in last)
    is_contents = columns == LEAST_COLUMNS and numbered and sorted(last, key=int) == last
    crossing = sum(len(line.pieces) >= min(LEAST_COLUMNS, columns - (0 not in line.pieces)) for line in body)
    return crossing >= LEAST_ROWS and not is_contents
