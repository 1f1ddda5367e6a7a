"""The text of a page through PDFium, in the shape in which the other parser hands it over.

PDFium tells each character's letter, the text object that printed it and a box. Font, size, matrix and height are
the same for all characters of a text object and are asked for once. Of what stands between two spaces only the
ends are asked for where it is as wide as its letters together; otherwise the left and right edge of each letter
are. Letters that follow each other closely in one text object go on as one piece; whether pieces make one word is
told later, as it is for single letters.

Boxes are built as pdfminer builds them: from the descender as high as the font is large, as wide as the letter
moves the pen. Spaces that PDFium puts in where it thinks that words end are left out, unless the file prints one
there on its own. A page is refused (`Unfit`) where PDFium cannot tell its letters.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Sequence
from itertools import accumulate

from extractor.read.pdf_ink import LEAST_SIZE, Ink
from extractor.read.pdf_letters import EvenLetters, Letter
from extractor.read.pdf_pdfium_calls import RectStruct, bound_calls
from extractor.read.pdf_pdfium_metrics import LINE_END_HYPHENS, Fonts, Metrics, check_letter
from extractor.read.pdf_pdfium_paths import prints_something
from extractor.read.pdf_pdfium_runs import Run, Unfit, origin, read_run
from extractor.read.pdf_pieces import SPACE, Piece, Stretch

MADE_UP = "\0\1"  # spaces and line ends that PDFium puts in where it thinks that words and lines end
CLOSE = 0.2  # of the size: letters no further apart go on as one piece
OVERLAP = 0.1  # of the size: letters that reach further back into the last one are looked at
STEP_BACK = 0.4  # of the size: a letter that begins this far inside the last one begins another piece
TWICE = 0.4  # of its width: the same letter again, no further off, is a way of printing bold
FITS = (
    0.004  # of the size, for each letter: how far a word may be wider or narrower than its letters together
)
FITS_AT_ALL = 0.1  # of the size: how far words may be wider or narrower, however many they are
FIRST_STEP = 16  # characters: where the end of a text object is looked for first
BLANK = re.compile(r"[ \r\n]")
WORD = re.compile(r"\S+")
STRETCH = re.compile(r"\S+(?: \S+)*")


def read_pieces(textpage: int, ink: Ink, most: int, texts: Sequence[int], fonts: Fonts) -> set[int]:
    """Put what is written on a page into its ink; return the text objects that it belongs to.

    Args:
        textpage: handle of the page's text.
        ink: of the page.
        most: how many characters are read.
        texts: handles of the page's text objects, in the order of printing.
        fonts: what is known of the page's fonts.

    Raises:
        Unfit: the letters cannot be told.
    """
    reader = _Reader(textpage, ink, texts, fonts)
    reader.read(most)
    return set(reader.runs)


class _Reader:
    """Reads text object after text object."""

    def __init__(self, textpage: int, ink: Ink, texts: Sequence[int], fonts: Fonts) -> None:
        self.page, self.ink, self.fonts = textpage, ink, fonts
        self.before = dict(zip(texts[1:], texts, strict=False))
        self.calls = bound_calls()
        self.runs: dict[int, Run] = {}
        self.rect = RectStruct()
        self.edges = ctypes.byref(self.rect)

    def read(self, most: int) -> None:
        letters = self._letters(most)
        index = 0
        while index < len(letters):
            owner = self.calls.text_object(self.page, index)
            if not owner:  # made up
                index += 1
                continue
            if owner not in self.runs:
                if index and letters[index - 1] == MADE_UP[0] and self._follows_blank(owner):
                    self.ink.glyphs.append(SPACE)
                self.runs[owner] = read_run(
                    self.page, index, owner, lambda handle: self.fonts.of(handle).font
                )
            run, end = self.runs[owner], self._end(owner, index, len(letters))
            if self._is_visible(run):
                if run.level:
                    self._take_level(run, letters, index, end)
                else:
                    self._take_tilted(run, letters, index, end)
            index = end

    def _follows_blank(self, owner: int) -> bool:
        """Whether a space printed on its own stands in front of a text object; PDFium makes up one in its place."""
        before = self.before.get(owner)
        return before is not None and before not in self.runs and not prints_something(before)

    def _letters(self, most: int) -> str:
        """Return the letters of the characters, one for each."""
        count = min(self.calls.characters(self.page), most)
        if count <= 0:
            return ""
        buffer = (ctypes.c_ushort * (count + 1))()
        self.calls.letters(self.page, 0, count, buffer)
        letters = bytes(buffer)[: 2 * count].decode("utf-16-le", "surrogatepass")
        if len(letters) != count or "\0" in letters:
            raise Unfit("characters without a letter")
        return self._with_made_up(letters)

    def _with_made_up(self, letters: str) -> str:
        """Mark the spaces that the file does not write."""
        marked = list(letters)
        for blank in BLANK.finditer(letters):
            if self.calls.is_generated(self.page, blank.start()):
                marked[blank.start()] = MADE_UP[blank[0] != " "]
        return "".join(marked)

    def _end(self, owner: int, start: int, limit: int) -> int:
        """Return where a text object's characters end, or an index before that; they stand together."""
        text_object, step, low = self.calls.text_object, FIRST_STEP, start
        while low + step < limit and text_object(self.page, low + step) == owner:
            low += step
            step *= 2
        high = min(low + step, limit)
        while high - low > 1:
            middle = (low + high) // 2
            if text_object(self.page, middle) == owner:
                low = middle
            else:
                high = middle
        return low + 1

    def _is_visible(self, run: Run) -> bool:
        middle = self.ink.base - (run.y0 + run.y1) / 2
        return not run.level or (run.height >= LEAST_SIZE and 0 <= middle <= self.ink.height)

    def _take_level(self, run: Run, letters: str, start: int, end: int) -> None:
        glyphs, at = self.ink.glyphs, start
        for stretch in STRETCH.finditer(letters, start, end):
            first, last = stretch.span()
            glyphs += [SPACE] * (first - at)
            self._take_stretch(run, letters, first, last)
            at = last
        glyphs += [SPACE] * (end - at)

    def _take_stretch(self, run: Run, letters: str, start: int, end: int) -> None:
        """Take words in one if they are as wide as their letters together, else one by one, else by letters."""
        text, glyphs = letters[start:end], self.ink.glyphs
        if fitting := self._fitting(run, text, start):
            glyphs.append(fitting)
        elif " " not in text:
            self._take_letters(run, letters, start, end)
        else:
            for word in WORD.finditer(letters, start, end):
                glyphs += [SPACE] * (word.start() > start)
                self._take_stretch(run, letters, *word.span())

    def _fitting(self, run: Run, text: str, index: int) -> Piece | Stretch | None:
        """Return words if they are as wide as their letters and spaces together and stand on the page."""
        metrics = self.fonts.of(run.font.handle)
        widths = metrics.widths(self.page, text, index)
        if not widths or run.slants[0] != run.slants[1]:
            return None
        x0, x1 = self._ends(run, metrics, text, index)
        width = sum(widths)
        off = abs(x1 - x0 - width * run.scale)
        if off > min(FITS * len(text), FITS_AT_ALL) * run.scale or not self._holds(x0, x1):
            return None
        if len(widths) == 1:
            return _piece(run, text, x0, x1, EvenLetters(text, x0, x1, metrics.advances))
        scale = (x1 - x0) / (width or 1.0)
        edges = list(accumulate([scale * step for step in widths], initial=x0))
        words = list(zip(text.split(" "), edges[::2], edges[1::2], strict=True))
        return Stretch(words, run.y0, run.y1, run.height, run.font.name, run.matrix, metrics.advances)

    def _ends(self, run: Run, metrics: Metrics, text: str, index: int) -> tuple[float, float]:
        """Return where the first of some letters begins and the last one ends."""
        rect, last = self.rect, index + len(text) - 1
        self.calls.loose_box(self.page, index, self.edges)
        x0 = rect.left + metrics.bleed(self.page, run, text[0], index, rect)[0] * run.scale
        if last > index:
            self.calls.loose_box(self.page, last, self.edges)
        return x0, rect.right - metrics.bleed(self.page, run, text[-1], last, rect)[1] * run.scale

    def _holds(self, x0: float, x1: float) -> bool:
        """Whether all of a word stands on the page."""
        return x0 >= self.ink.left and x1 <= self.ink.left + self.ink.width

    def _take_letters(self, run: Run, letters: str, start: int, end: int) -> None:
        """Take letters one by one; spaces among them are made up."""
        calls, page, rect, scale = self.calls, self.page, self.rect, run.scale
        metrics = self.fonts.of(run.font.handle)
        piece: list[Letter] = []
        left = right = 0.0
        back, apart = -OVERLAP * scale, CLOSE * scale
        for index in range(start, end):
            text = letters[index]
            if text in MADE_UP:
                continue
            calls.loose_box(page, index, self.edges)
            if piece and left == rect.left and right == rect.right:
                piece[-1] = (piece[-1][0] + text, *piece[-1][1:])  # a ligature: one letter upon the other
                continue
            left, right = rect.left, rect.right
            bleed = metrics.bleed(page, run, text, index, rect)
            x0, x1 = left + bleed[0] * scale, right - bleed[1] * scale
            if (
                piece
                and not back <= x0 - piece[-1][2] <= apart
                and not _goes_on(piece[-1], text, x0, x1, scale)
            ):
                self._add(run, piece)
                piece = []
            piece.append(("-" if text in LINE_END_HYPHENS else text, x0, x1))
        self._add(run, piece)

    def _add(self, run: Run, piece: list[Letter]) -> None:
        """Put a piece into the ink, less the letters that stand outside the page."""
        ink, (lean_left, lean_right) = self.ink, run.slants
        if not piece:
            return
        if piece[0][1] < ink.left or piece[-1][2] > ink.left + ink.width:
            piece = [letter for letter in piece if 0 <= (letter[1] + letter[2]) / 2 - ink.left <= ink.width]
            if not piece:
                return
        if lean_right - lean_left:
            piece = [(text, x0 + lean_left, x1 + lean_right) for text, x0, x1 in piece]
        text = "".join([letter[0] for letter in piece])
        ink.glyphs.append(_piece(run, text, piece[0][1], piece[-1][2], piece))

    def _take_tilted(self, run: Run, letters: str, start: int, end: int) -> None:
        """Take letters that are turned or mirrored one by one."""
        ink = self.ink
        for index in range(start, end):
            text = letters[index]
            if text.isspace():
                ink.glyphs.append(SPACE)
                continue
            if text in MADE_UP:
                continue
            check_letter(self.page, index, run.font)
            piece = _tilted(run, text, origin(self.page, index))
            x, y = (piece.x0 + piece.x1) / 2 - ink.left, ink.base - (piece.y0 + piece.y1) / 2
            if 0 <= x <= ink.width and 0 <= y <= ink.height and piece.size >= LEAST_SIZE:
                ink.glyphs.append(piece)


def _piece(run: Run, text: str, x0: float, x1: float, letters: Sequence[Letter]) -> Piece:
    return Piece(text, x0, run.y0, x1, run.y1, run.height, run.font.name, True, run.matrix, letters)


def _goes_on(last: Letter, text: str, x0: float, x1: float, scale: float) -> bool:
    """Whether a letter that does not stand right behind the last one goes on in the same piece all the same.

    Raises:
        Unfit: it is the last one again.
    """
    if text == last[0] and abs(x0 - last[1]) < TWICE * (x1 - x0):
        raise Unfit("text printed twice")
    return -STEP_BACK * scale < x0 - last[2] <= 0


def _tilted(run: Run, text: str, start: tuple[float, float]) -> Piece:
    """Return one letter with the box that pdfminer would give it: the turned corners of the upright one."""
    a, b, c, d = run.matrix[:4]
    low, high = run.font.descent * run.size, (run.font.descent + 1) * run.size
    corners = [(across, up) for across in (0.0, run.font.advance(text, run.size)) for up in (low, high)]
    xs = [start[0] + a * across + c * up for across, up in corners]
    ys = [start[1] + b * across + d * up for across, up in corners]
    x0, y0, x1, y1 = min(xs), min(ys), max(xs), max(ys)
    text = "-" if text in LINE_END_HYPHENS else text
    upright = a * d > 0 and b * c <= 0
    return Piece(text, x0, y0, x1, y1, y1 - y0, run.font.name, upright, run.matrix, [(text, x0, x1)])
