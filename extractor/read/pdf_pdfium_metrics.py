"""What PDFium tells of the letters of one font on a page: how far they move the pen, and how far their ink bleeds.

Each letter is asked for once, and words that come again are not even added up again. What is known of a font holds
on the next page too, as long as PDFium keeps the font: it does while the page before is open.
"""

from __future__ import annotations

import ctypes

from extractor.read.pdf_pdfium_calls import RectStruct, bound_calls
from extractor.read.pdf_pdfium_runs import Font, Run, Unfit, origin, read_font

LINE_END_HYPHENS = "\x02\ufffe"  # what PDFium writes for a hyphen at the end of a line
MOST_WORDS = 5_000  # of one font that are kept
WIDEST_BLEED = 0.3  # of the size: ink that reaches further out of its place is none


def check_letter(textpage: int, index: int, font: Font) -> None:
    """Make sure that PDFium knows which letter a character is.

    Raises:
        Unfit: it does not.
    """
    if bound_calls().has_no_letter(textpage, index):
        raise Unfit(f"a font without letters ({font.name})")


class Metrics:
    """The letters of one font. Widths are in sizes."""

    def __init__(self, font: Font) -> None:
        self.font = font
        self.advances: dict[str, float] = {}
        self._words: dict[str, float | None] = {}
        self._bleeds: dict[str, tuple[float, float]] = {}

    def width(self, textpage: int, text: str, index: int) -> float | None:
        """Return how far a word moves the pen; None where the font cannot tell.

        Args:
            textpage: handle of the page's text.
            text: the word.
            index: of its first character on the page.

        Raises:
            Unfit: there is a character without a letter in it.
        """
        if text not in self._words:
            if len(self._words) >= MOST_WORDS:
                self._words.clear()
            self._words[text] = self._add_up(textpage, text, index)
        return self._words[text]

    def widths(self, textpage: int, text: str, index: int) -> list[float]:
        """Return how far words and the spaces between them move the pen, in turns; empty where the font cannot tell.

        Args:
            textpage: handle of the page's text.
            text: words with one space between them.
            index: of the first character on the page.

        Raises:
            Unfit: there is a character without a letter in it.
        """
        found: list[float] = []
        for word in text.split(" "):
            if found:
                space = self.width(textpage, " ", index - 1)
                if not space:
                    return []
                found.append(space)
            width = self.width(textpage, word, index)
            if width is None:
                return []
            found.append(width)
            index += len(word) + 1
        return found

    def _add_up(self, textpage: int, text: str, index: int) -> float | None:
        for offset, letter in enumerate(text):
            if letter not in self.advances:
                if letter < " " or letter in LINE_END_HYPHENS:
                    return None
                check_letter(textpage, index + offset, self.font)
                self.advances[letter] = self.font.advance(letter, 1.0)
        return sum([self.advances[letter] for letter in text])

    def bleed(self, textpage: int, run: Run, text: str, index: int, loose: RectStruct) -> tuple[float, float]:
        """Return how far the ink of a letter reaches out of its place, in sizes: PDFium's boxes hold both.

        Args:
            textpage: handle of the page's text.
            run: the text object that the letter is in.
            text: the letter.
            index: of its character on the page.
            loose: its box.

        Raises:
            Unfit: it is a character without a letter.
        """
        known = self._bleeds.get(text)
        if known is not None:
            return known
        check_letter(textpage, index, self.font)
        if _is_in_ligature(textpage, index, loose):
            return 0.0, 0.0
        start, advance = origin(textpage, index)[0], self.font.advance(text, 1.0)
        right = (loose.right - start) / run.scale - advance
        bleed = (start - loose.left) / run.scale, right if 0 < right < WIDEST_BLEED else 0.0
        self._bleeds[text] = bleed
        return bleed


def _is_in_ligature(textpage: int, index: int, loose: RectStruct) -> bool:
    """Whether the character before or after has the same box."""
    other, calls = RectStruct(), bound_calls()
    for beside in (index - 1, index + 1):
        found = calls.loose_box(textpage, beside, ctypes.byref(other))
        if found and other.left == loose.left and other.right == loose.right:
            return True
    return False


class Fonts:
    """The fonts of a page, by their handles, and those of the page before, which may be the same."""

    def __init__(self) -> None:
        self._known: dict[int, Metrics] = {}
        self._used: dict[int, Metrics] = {}

    def turn_page(self) -> None:
        """Begin another page while the one before is open; forget what that one did not use."""
        self._known, self._used = self._used, {}

    def of(self, handle: int) -> Metrics:
        """Return what is known of a font.

        Raises:
            Unfit: the file draws its glyphs itself.
        """
        found = self._used.get(handle)
        if found is None:
            found = self._known.get(handle) or Metrics(read_font(handle))
            self._used[handle] = found
        return found
