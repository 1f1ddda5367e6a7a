"""Bullets that are drawn and not written.

Browsers draw the bullets of a list as discs, circles and squares. Such a dot in the middle of a line's height, a
little in front of a word, makes it open a list item. The dots of a dotted line stand closer together than bullets
of two lines can and open nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractor.document import Box
from extractor.read.pdf_tokens import Token

NEAREST, FURTHEST = 0.15, 2.4  # sizes from the dot to the word behind it
OFF_CENTRE = 0.25  # of the line's height: how far a bullet may stand from its middle
CLOSE_DOTS = 3.0  # widths from one dot of a dotted line to the next
LARGEST = 0.6  # of the size of the word
MOST_DOTS = 2_000  # on one page: more is a map or a drawing


def mark_bullets(tokens: Sequence[Token], dots: Sequence[Box]) -> None:
    """Note on words that a bullet is drawn in front of them.

    Args:
        tokens: the upright words of a page.
        dots: discs and squares of the size of bullets.
    """
    if len(dots) > MOST_DOTS:
        return
    for dot in set(dots):
        behind = [token for token in tokens if token.x0 > dot.x0 and _is_level(dot, token)]
        first = min(behind, key=lambda token: token.x0, default=None)
        if first and _belongs(dot, first) and not _is_in_dotted_line(dot, dots):
            first.drawn_bullet = True


def _is_level(dot: Box, token: Token) -> bool:
    middle, height = (dot.top + dot.bottom) / 2, token.bottom - token.top
    return abs(middle - (token.top + token.bottom) / 2) <= OFF_CENTRE * height


def _belongs(dot: Box, token: Token) -> bool:
    white = token.x0 - dot.x1
    return (
        NEAREST * token.size <= white <= FURTHEST * token.size
        and dot.bottom - dot.top <= LARGEST * token.size
    )


def _is_in_dotted_line(dot: Box, dots: Sequence[Box]) -> bool:
    """Whether another dot stands right beside, above or below this one; the same one drawn twice does not count."""
    width = dot.x1 - dot.x0
    for other in dots:
        across, down = abs(other.x0 - dot.x0), abs(other.top - dot.top)
        if width / 2 < max(across, down) <= CLOSE_DOTS * width and min(across, down) < width / 2:
            return True
    return False
