"""Headers and footers: the lines in the margins of a page, which stand apart from the text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.document import Box
from extractor.read.pdf_tokens import Token, rows_of

MARGIN = 0.10  # of the page's longer side: headers and footers stand within it
MARGIN_LINES = 3  # at most, at each end
MARGIN_GAP = 1.0  # line heights of white between them and the text
EVEN = 1.5  # times the white below the next line: a line of the text stands no further off
NUMBER_GAP = 0.3  # line heights of white between the number of the page and the text
PAGE_NUMBER = re.compile(r"(?:side )?[-–|]? ?\d{1,3}(?: ?[-–|]| ?(?:av|/) ?\d{1,3})?", re.IGNORECASE)


def split_margins(
    tokens: Sequence[Token], boxes: Sequence[Box], side: float, height: float
) -> tuple[list[list[Token]], list[Token], list[list[Token]]]:
    """Return the lines in the upper margin, the words of the text, and the lines in the lower margin.

    Args:
        tokens: the free words of the page.
        boxes: tables and frames.
        side: the longer side of the page: a landscape page has the margins that it would have upright.
        height: of the page.
    """
    rows = rows_of(tokens)
    upper = _margin_end(rows, [box.top for box in boxes], MARGIN * side, numbered=_is_numbered(rows[:1]))
    rest = rows[upper:]
    mirrored = [[_mirror(token.box, height) for token in row] for row in reversed(rest[-MARGIN_LINES - 2 :])]
    edges = [height - box.bottom for box in boxes]
    lower = _margin_end(mirrored, edges, MARGIN * side, numbered=_is_numbered(rest[-1:]))
    end = len(rest) - lower
    return rows[:upper], [token for row in rest[:end] for token in row], rest[end:]


def _mirror(box: Box, height: float) -> Box:
    return Box(box.x0, height - box.bottom, box.x1, height - box.top)


def _margin_end(
    rows: Sequence[Sequence[Token | Box]], tops: Sequence[float], limit: float, *, numbered: bool
) -> int:
    """Return how many of the first lines stand in the margin, apart from all that follows.

    Args:
        rows: lines, those of the margin first.
        tops: where tables and frames begin.
        limit: where the margin ends.
        numbered: the first line is the number of the page.
    """
    for count in range(1, min(MARGIN_LINES, len(rows)) + 1):
        bottom = max(token.bottom for token in rows[count - 1])
        if bottom > limit:
            return 0
        following = [*tops, *(token.top for row in rows[count : count + 2] for token in row)]
        height = max(token.bottom - token.top for token in rows[count - 1])
        white = min(following, default=bottom + limit) - bottom
        if count == 1 and numbered and white >= NUMBER_GAP * height:
            return count
        if white >= MARGIN_GAP * height and not _is_evenly_spaced(rows[count - 1 : count + 2], white):
            return count
    return 0


def _is_evenly_spaced(rows: Sequence[Sequence[Token | Box]], white: float) -> bool:
    """Whether three lines of one height follow each other at about the same distance, as lines of a text do."""
    if len(rows) < 3:
        return False
    heights = [token.bottom - token.top for row in rows for token in row]
    next_white = min(token.top for token in rows[2]) - max(token.bottom for token in rows[1])
    return max(heights) - min(heights) < 1 and white < EVEN * next_white


def _is_numbered(rows: Sequence[Sequence[Token]]) -> bool:
    """Whether the outermost line is the number of the page."""
    return any(PAGE_NUMBER.fullmatch(" ".join(token.text for token in row)) for row in rows)
