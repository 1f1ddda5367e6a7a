"""Words as they stand on the page, and how they group into lines."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from operator import attrgetter

from extractor.document import Box
from extractor.read.pdf_letters import Letter

UNREADABLE = "\ufffd"
SOFT_HYPHEN = "\u00ad"
GLYPH_NUMBER = re.compile(r"\(cid:\d+\)")  # what the parser writes where the file does not tell the letter
SAME_ROW = 0.5  # of the lower one's height is shared by two words on one line
LEADERS = re.compile(r"\.{8,}|…{3,}|_{8,}")
SPELLING = str.maketrans(
    {
        **{"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"},
        **{"\u2010": "-", "\u2011": "-"},
        **dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff"),
        **{chr(code): None for code in (*range(32), *range(127, 160))},
    }
)


@dataclass(slots=True)
class Token:
    """A word on the page. `glyphs` holds the text and left and right edge of each of its glyphs."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    bold: bool
    italic: bool
    symbol: bool  # set in a font of symbols
    spaced: bool  # a space is written behind it
    glyphs: Sequence[Letter]
    turn: int = 0  # degrees against the clock: 90 reads upwards, 270 downwards
    drawn_bullet: bool = False  # a disc or square is drawn in front of it

    @property
    def box(self) -> Box:
        """Where it stands."""
        return Box(self.x0, self.top, self.x1, self.bottom)


def box_of(tokens: Sequence[Token]) -> Box:
    """Return the smallest box that holds some words."""
    return Box(
        min([token.x0 for token in tokens]),
        min([token.top for token in tokens]),
        max([token.x1 for token in tokens]),
        max([token.bottom for token in tokens]),
    )


@lru_cache(maxsize=4096)
def spell(raw: str) -> str:
    """Return the letters of a word in their usual form: NFC, ligatures and soft hyphens resolved."""
    if raw.isascii() and raw.isprintable() and "(cid:" not in raw:
        return raw
    word = unicodedata.normalize("NFC", GLYPH_NUMBER.sub(UNREADABLE, raw).translate(SPELLING))
    word = word[:-1] + "-" if len(word) > 1 and word.endswith(SOFT_HYPHEN) else word
    return word.replace(SOFT_HYPHEN, "")


def cut_token(token: Token, start: int, end: int) -> Token:
    """Return the glyphs from `start` to `end` of a word as a word of their own."""
    glyphs = token.glyphs[start:end]
    text = spell("".join(glyph[0] for glyph in glyphs))
    return Token(
        text,
        min(glyph[1] for glyph in glyphs),
        token.top,
        max(glyph[2] for glyph in glyphs),
        token.bottom,
        token.size,
        token.bold,
        token.italic,
        token.symbol,
        token.spaced and end == len(token.glyphs),
        glyphs,
        token.turn,
        token.drawn_bullet and start == 0,
    )


_by_left = attrgetter("x0")


def rows_of(tokens: Iterable[Token]) -> list[list[Token]]:
    """Group words into lines across the page, from the top, each from left to right."""
    found = list(tokens)
    middles = [(token.top + token.bottom, token.x0) for token in found]
    placed = [found[at] for at in sorted(range(len(found)), key=middles.__getitem__)]
    if len(placed) < 2:
        return [placed] if placed else []
    rows: list[list[Token]] = []
    first_top = first_bottom = 0.0  # of the first word of the line
    uneven: list[list[Token]] = []  # lines whose words do not stand at one height: not from left to right yet
    for token in placed:
        top, bottom = token.top, token.bottom
        if top == first_top and bottom == first_bottom and rows:
            rows[-1].append(token)
            continue
        shared = (bottom if bottom < first_bottom else first_bottom) - (top if top > first_top else first_top)
        if rows and shared >= SAME_ROW * min(first_bottom - first_top, bottom - top):
            rows[-1].append(token)
            if not uneven or uneven[-1] is not rows[-1]:
                uneven.append(rows[-1])
        else:
            rows.append([token])
            first_top, first_bottom = top, bottom
    for row in uneven:
        row.sort(key=_by_left)
    return rows


def split_row(row: Sequence[Token], gap: float) -> Iterator[list[Token]]:
    """Split a line where the white space is wider than `gap` times the size of the letters."""
    part = [row[0]]
    for last, token in pairwise(row):
        least = gap * max(last.size, token.size)
        if token.x0 - last.x1 > least and token.x0 - max([other.x1 for other in part[-3:]]) > least:
            yield part
            part = []
        part.append(token)
    yield part
