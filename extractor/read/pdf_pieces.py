"""What is printed in one go: a few letters, or words with the spaces between them.

Both look like the glyphs of the other parser (text, box, size, font, matrix). Most text objects hold a whole line,
and what is as wide as its letters together need not be looked at word by word until the words are wanted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from extractor.read.pdf_letters import EvenLetters, Letter

Matrix = tuple[float, float, float, float, float, float]


@dataclass(slots=True, eq=False)
class Piece:
    """Letters printed one after the other, in points from the bottom left as the file counts them."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    size: float
    fontname: str
    upright: bool
    matrix: Matrix
    letters: Sequence[Letter]

    @property
    def width(self) -> float:
        """Its extent across the page."""
        return self.x1 - self.x0

    def get_text(self) -> str:
        """Return its letters, as the other parser's glyphs do."""
        return self.text


SPACE = Piece(" ", 0, 0, 0, 0, 0, "", True, (1, 0, 0, 1, 0, 0), [(" ", 0, 0)])
"""Any space that the file writes: where it stands is not asked for."""


@dataclass(slots=True, eq=False)
class Stretch:
    """Two words or more, upright on a level line, with a space behind each but the last."""

    words: Sequence[Letter]  # each with its left and right edge
    y0: float
    y1: float
    size: float
    fontname: str
    matrix: Matrix
    widths: Mapping[str, float]  # of the letters, in sizes

    upright = True

    @property
    def x0(self) -> float:
        """Where the first word begins."""
        return self.words[0][1]

    @property
    def x1(self) -> float:
        """Where the last word ends."""
        return self.words[-1][2]

    def get_text(self) -> str:
        """Return the words with the spaces between them."""
        return " ".join([word[0] for word in self.words])

    def letters(self, word: Letter) -> Sequence[Letter]:
        """Return the letters of one of the words with their edges."""
        return EvenLetters(*word, self.widths)

    def piece(self, word: Letter) -> Piece:
        """Return one of the words on its own."""
        text, x0, x1 = word
        return Piece(
            text, x0, self.y0, x1, self.y1, self.size, self.fontname, True, self.matrix, self.letters(word)
        )

    def pieces(self) -> Iterator[Piece]:
        """Yield the words and the spaces between them."""
        for number, word in enumerate(self.words):
            if number:
                yield SPACE
            yield self.piece(word)
