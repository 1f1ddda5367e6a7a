"""What Tesseract says of a picture (hOCR) → lines and words, in pixels from the top left.

    Scan           all that is known of one recognised page, as it is kept in the cache
    └── Line       words on one baseline, and how high its small letters are
        └── Spot   one word: its box, how sure Tesseract is of it, how thick its strokes are

All three are lists in JSON: nothing but numbers and text comes from the process that looks at pictures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple
from xml.etree import ElementTree

NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
CAPITALS = 1.4  # heights of small letters: how high capitals and digits are
RINGED = 1.75  # the same with the ring of an Å
UPRIGHT = 1.5  # times as high as wide: no word of three letters is that reads across
LINES = frozenset({"ocr_line", "ocr_header", "ocr_caption", "ocr_textfloat"})


class Spot(NamedTuple):
    """A word in the picture."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    sure: float  # 0–1
    stroke: float = 0.0  # thickness of its strokes in pixels
    solid: float = 0.0  # share of its box that is ink


class Line(NamedTuple):
    """A line in the picture. Its baseline is at `base` where x is 0, and falls by `slope` for each pixel."""

    base: float
    slope: float
    small: float  # height of its small letters
    words: list[Spot]
    dots: Sequence[Sequence[float]] = ()  # boxes of round marks in front of it
    turn: int = 0  # degrees against the clock by which it is turned


class Scan(NamedTuple):
    """A page as it was recognised. Pixels are those of the upright, straightened picture."""

    scale: float  # pixels in a point
    turned: int  # degrees against the clock that took it upright
    skew: float  # degrees against the clock that made it straight after that
    width: int
    height: int
    lines: list[Line]
    across: list[list[float]]  # ruled lines: y, x from, x to
    down: list[list[float]]  # x, y from, y to
    shades: Sequence[Sequence[float]] = ()  # boxes of shaded areas

    @classmethod
    def of(cls, found: Any) -> Scan:
        """Return a scan from what JSON keeps of it.

        Raises:
            TypeError: it is none.
        """
        scan = cls(*found)
        lines = [Line(*line) for line in scan.lines]
        lines = [line._replace(words=[Spot(*spot) for spot in line.words]) for line in lines]
        return scan._replace(lines=lines)


def read_hocr(hocr: str) -> list[Line]:
    """Return the lines of one page; none where Tesseract gave up."""
    if not hocr.strip():
        return []
    root = ElementTree.fromstring(hocr)
    return [_line(item) for item in root.iter() if item.get("class") in LINES]


def _line(item: ElementTree.Element) -> Line:
    told = _told(item)
    x0, _, _, bottom = told["bbox"]
    slope, offset = told.get("baseline", [0.0, 0.0])
    small = told["x_size"][0] - told["x_ascenders"][0] - told["x_descenders"][0]
    words = list(_words(item))
    return Line(bottom + offset - slope * x0, slope, _without_small(words) or small, words, turn=_turn(words))


def _without_small(words: Sequence[Spot]) -> float | None:
    """Return how high small letters would be in a line of capitals, which Tesseract takes for small ones."""
    if any(letter.islower() for word in words for letter in word.text):
        return None
    told = [word for word in words if word.text.isalnum() and len(word.text) > 1]
    heights = sorted((word.bottom - word.top) / (RINGED if "Å" in word.text else CAPITALS) for word in told)
    return heights[len(heights) // 2] if heights else None


def _turn(words: Sequence[Spot]) -> int:
    """Return by how many degrees against the clock words are turned that follow each other so."""
    if not words:
        return 0
    first, last = words[0], words[-1]
    if len(words) == 1:
        return 90 if len(first.text) > 2 and first.bottom - first.top > UPRIGHT * (first.x1 - first.x0) else 0
    right = (last.x0 + last.x1 - first.x0 - first.x1) / 2
    down = (last.top + last.bottom - first.top - first.bottom) / 2
    if abs(right) >= abs(down):
        return 0 if right >= 0 else 180
    return 90 if down < 0 else 270


def _words(item: ElementTree.Element) -> Iterator[Spot]:
    for part in item.iter():
        if part.get("class") == "ocrx_word":
            told = _told(part)
            text = "".join(part.itertext()).strip()
            if text:
                x0, top, x1, bottom = told["bbox"]
                yield Spot(text, x0, top, x1, bottom, told["x_wconf"][0] / 100)


def _told(item: ElementTree.Element) -> dict[str, list[float]]:
    """Return the properties in a title such as «bbox 10 20 30 40; x_size 38.5»."""
    parts = (part.split(None, 1) for part in item.get("title", "").split(";"))
    return {name: [float(number) for number in NUMBER.findall(rest)] for name, rest in parts}
