"""Glyphs → words.

Glyphs are taken in the order in which they were printed: a word goes on while the next glyph stands where the last
one ended. That keeps apart what is printed on top of each other, and needs no guess about columns. Pieces of one
word that were printed separately are welded afterwards, line by line, where no space was written between them.

Letters that were spread out (R U S P L A N) are put together again. A small raised number behind a word is a
footnote mark and goes; m² keeps its exponent. Words that read upwards or downwards are kept apart, since only the
cell of a table tells where they belong; what stands on its head is counted and left out.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from extractor.read.pdf_glyphs import extent_of, glyph_turn, letters_in, letters_of, style_of
from extractor.read.pdf_ink import Ink
from extractor.read.pdf_pieces import Stretch
from extractor.read.pdf_tokens import LEADERS, UNREADABLE, Token, cut_token, rows_of, spell

NEW_WORD = 0.2  # of the size: a wider gap separates words even where no space is written
NEW_WORD_SPACED = 0.35  # the same on pages that do write their spaces: headings may be spread a little
WRITES_SPACES = 0.05  # share of spaces among the glyphs of such a page
OVERPRINTED = 0.1  # of its width: a space that leaves less room to the next glyph is none
STEP_BACK = 0.4  # of the size: a glyph that begins this far inside the last one belongs to another word
DRIFT = 0.25  # of the size: a glyph that stands this much higher or lower does not go on in the word
WELD = 0.12  # of the size: pieces of a word stand no further apart
RAISED = 0.12  # of the size: how far a footnote mark is lifted, at least
SMALLER = 0.9  # of the size: a footnote mark is smaller than this
TWICE = 0.4  # of its width: the same again, no further off, is a way of printing bold
SPREAD = range(4, 60)  # single letters in a row that are read as one spread word
SPREAD_GAP = 1.6  # times the usual gap between spread letters: the gap between two such words
UNITS = frozenset({"m", "km", "dm", "cm", "mm"})  # a raised digit behind them is an exponent


@dataclass(slots=True)
class Words:
    """The words of a page, and what was left out."""

    upright: list[Token] = field(default_factory=list)
    turned: list[Token] = field(default_factory=list)
    upside_down: int = 0  # glyphs
    marks: int = 0  # glyphs of footnote marks

    @property
    def unreadable(self) -> int:
        """Number of words whose letters the file does not tell."""
        return sum(token.text.count(UNREADABLE) > 1 for token in self.upright)


def read_words(ink: Ink) -> Words:
    """Return the words of a page, line by line across the whole page."""
    pen = _Pen(ink)
    for glyph in ink.glyphs:
        if isinstance(glyph, Stretch):
            pen.write(glyph)
        else:
            pen.take(glyph)
    pen.lift(spaced=pen.space is not None)
    words = Words(turned=[token for token in pen.tokens if token.turn], upside_down=pen.upside_down)
    for row in rows_of(token for token in pen.tokens if not token.turn):
        words.upright += _weld(row, words)
    return words


class _Pen:
    """Writes glyphs into words in the order in which they come."""

    def __init__(self, ink: Ink) -> None:
        self.left, self.base = ink.left, ink.base
        text = "".join([glyph.get_text() for glyph in ink.glyphs])
        spaces = len(text) - sum(map(len, text.split()))
        spaced = spaces > WRITES_SPACES * len(text)
        self.gap = NEW_WORD_SPACED if spaced else NEW_WORD
        self.tokens: list[Token] = []
        self.run: list[Any] = []
        self.space: Any = None  # behind the last glyph of the run
        self.turn = 0
        self.doubled = False
        self.upside_down = 0

    def write(self, stretch: Stretch) -> None:
        """Write words; the first may go on from what stands before, and the last be gone on with."""
        first, *inner, last = stretch.words
        self.take(stretch.piece(first))
        self.lift(spaced=True)
        bold, italic, symbol = style_of(stretch.fontname)
        left, top, bottom = self.left, self.base - stretch.y1, self.base - stretch.y0
        for word in inner:
            text, x0, x1 = word
            letters = letters_of((stretch.piece(word),), left) if left else stretch.letters(word)
            token = Token(
                spell(text),
                x0 - left,
                top,
                x1 - left,
                bottom,
                stretch.size,
                bold,
                italic,
                symbol,
                True,
                letters,
            )
            self.tokens += [part for part in _split_leaders(token) if part.text]
        self.take(stretch.piece(last))

    def take(self, glyph: Any) -> None:
        """Go on with a glyph."""
        text = glyph.get_text()
        if not text or text.isspace():
            if self.run and self.space is None and glyph.x1 > glyph.x0:
                self.space = glyph
            else:
                self.lift(spaced=True)
            return
        if self.space is not None and not (glyph.upright and self._has_no_room(glyph)):
            self.lift(spaced=True)
        self.space = None
        turn = glyph_turn(glyph)
        if turn == 180:
            self.upside_down += 1
        elif self.run and self._is_repeated(text, glyph):
            self.doubled = True
        else:
            if self.run and not (turn == self.turn and self._goes_on(text, glyph)):
                self.lift()
            self.run.append(glyph)
            self.turn = turn

    def _has_no_room(self, glyph: Any) -> bool:
        """Whether a glyph is printed over the space in front of it: a soft hyphen that the line did not need."""
        space, last = self.space, self.run[-1]
        reach = OVERPRINTED * (space.x1 - space.x0)
        return bool(last.x1 - reach < glyph.x0 < space.x0 + reach and abs(glyph.y0 - last.y0) < reach)

    def _is_repeated(self, text: str, glyph: Any) -> bool:
        last = self.run[-1]
        if text != last.get_text():
            return False
        _, x0, x1 = letters_in(glyph)[0]
        reach = TWICE * (x1 - x0)
        return bool(abs(glyph.x0 - last.x0) < reach and abs(glyph.y0 - last.y0) < reach)

    def _goes_on(self, text: str, glyph: Any) -> bool:
        last = self.run[-1]
        if self.turn == 0:
            size, last_size = glyph.size, last.size
            gap, drift = glyph.x0 - last.x1, glyph.y0 - last.y0
            limit = self.gap
        else:
            size, last_size = glyph.width, last.width
            gap = glyph.y0 - last.y1 if self.turn == 90 else last.y0 - glyph.y1
            drift = glyph.x0 - last.x0
            limit = NEW_WORD  # the spaces of turned text may have been lost
        if abs(drift) > DRIFT * size or not 0.9 < size / last_size < 1.1:
            return False
        return bool(-STEP_BACK * size < gap <= limit * size) or unicodedata.combining(text[0]) > 0

    def lift(self, *, spaced: bool = False) -> None:
        """End the word."""
        if self.run:
            self.tokens += [part for part in _split_leaders(self._token(spaced)) if part.text]
        elif spaced and self.tokens:
            self.tokens[-1].spaced = True
        self.run, self.space, self.doubled = [], None, False

    def _token(self, spaced: bool) -> Token:
        run, first, left = self.run, self.run[0], self.left
        bold, italic, symbol = style_of(first.fontname)
        x0, y0, x1, y1 = extent_of(run)
        return Token(
            spell("".join([glyph.get_text() for glyph in run]) if len(run) > 1 else first.get_text()),
            x0 - left,
            self.base - y1,
            x1 - left,
            self.base - y0,
            first.width if self.turn else first.size,
            (bold and style_of(run[-1].fontname)[0]) or self.doubled,
            italic,
            symbol,
            spaced,
            letters_of(run, left),
            self.turn,
        )


def _split_leaders(token: Token) -> list[Token]:
    """Split «Innledning......4», as tables of contents write it, into its three words."""
    if token.text.isalnum() or not LEADERS.search(token.text) or len(token.text) != len(token.glyphs):
        return [token]
    cuts = {0, len(token.text)}
    for leader in LEADERS.finditer(token.text):
        cuts |= {leader.start(), leader.end()}
    edges = sorted(cuts)
    parts = [cut_token(token, start, end) for start, end in pairwise(edges)]
    for part in parts[:-1]:
        part.spaced = True
    return parts


def _weld(row: list[Token], found: Words) -> list[Token]:
    """Put pieces of words together in one line; drop what was printed twice and footnote marks."""
    welded: list[Token] = []
    for token in row:
        last = welded[-1] if welded else None
        if last is None:
            welded.append(token)
        elif last.text == token.text and abs(last.x0 - token.x0) < TWICE * _glyph_width(token):
            last.bold = True
        elif last.spaced and token.text[0] != ".":
            welded.append(token)  # most words
        elif _is_footnote_mark(last, token):
            found.marks += len(token.glyphs)
            last.spaced = last.spaced or token.spaced
        elif _is_piece(last, token):
            _join(last, token)
        else:
            welded.append(token)
    return _join_spread(welded)


def _glyph_width(token: Token) -> float:
    return (token.x1 - token.x0) / len(token.glyphs)


def _is_footnote_mark(last: Token, token: Token) -> bool:
    return (
        token.text.strip(",").isdigit()
        and len(token.text) <= 4
        and token.size < SMALLER * last.size
        and last.bottom - token.bottom > RAISED * last.size
        and not last.spaced
        and token.x0 - last.x1 < NEW_WORD * last.size
        and last.text not in UNITS
    )


def _is_piece(last: Token, token: Token) -> bool:
    gap = (token.x0 - last.x1) / max(last.size, token.size)
    if gap < 1 and not last.text.strip(".") and not token.text.strip("."):
        return True  # leaders of a table of contents
    return not last.spaced and -STEP_BACK < gap < WELD and last.symbol == token.symbol


def _join(last: Token, token: Token) -> None:
    """Add a piece to the word in front of it."""
    last.glyphs = [*last.glyphs, *token.glyphs]
    last.text = spell("".join(glyph[0] for glyph in last.glyphs))
    last.bold, last.italic = last.bold and token.bold, last.italic and token.italic
    last.x1, last.spaced = max(last.x1, token.x1), token.spaced
    last.top, last.bottom = min(last.top, token.top), max(last.bottom, token.bottom)
    last.size = max(last.size, token.size)


def _join_spread(row: list[Token]) -> list[Token]:
    """Join letters that were spread out over the line; a wider gap among them still separates words."""
    if sum([len(token.text) == 1 for token in row]) < SPREAD.start:
        return row
    joined: list[Token] = []
    start = 0
    while start < len(row):
        end = start
        while end < len(row) and _is_letter(row[end]) and (end == start or _is_near(row[end - 1], row[end])):
            end += 1
        if end - start in SPREAD:
            joined += _spread_words(row[start:end])
        else:
            end = start + 1
            joined.append(row[start])
        start = end
    return joined


def _is_letter(token: Token) -> bool:
    return len(token.text) == 1 and token.text.isalpha() and not token.symbol


def _is_near(last: Token, token: Token) -> bool:
    return token.x0 - last.x1 < last.size


def _spread_words(letters: list[Token]) -> list[Token]:
    gaps = sorted(token.x0 - last.x1 for last, token in pairwise(letters))
    usual = max(gaps[len(gaps) // 2], 0.1 * letters[0].size)
    words = [letters[0]]
    for last, token in pairwise(letters):
        if token.x0 - last.x1 > SPREAD_GAP * usual:
            words.append(token)
        else:
            _join(words[-1], token)
    return words
