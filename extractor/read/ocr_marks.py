"""What the picture shows of words beyond their letters: how thick their strokes are, and bullets in front of lines.

Tesseract tells neither. Bold words have thicker strokes than others of their size. Bullets are small round or square
blots in front of a line; Tesseract drops them or takes them for letters.
"""

from __future__ import annotations

from typing import Any

import numpy

from extractor.read.ocr_words import Line, Spot

REACH = 5.0  # heights of small letters: how far in front of a line a bullet stands, at most
NEAREST = 0.3  # heights of small letters between a bullet and the line
HIGHEST, LOWEST = 1.3, 0.3  # heights of small letters over and under the baseline between which it stands
DOT = (0.25, 1.3)  # heights of small letters: how large a bullet is
ROUND = 1.35  # times as wide as high, or as high as wide, at most
SOLID = 0.6  # share of its box that is ink


def mark(pixels: Any, lines: list[Line]) -> list[Line]:
    """Return the lines with thickness and ink of their words, and the bullets in front of them.

    Args:
        pixels: the picture in grey, without ruled lines.
        lines: as Tesseract told them.
    """
    marked = []
    for line in lines:
        found = _with_bullet(pixels, line)
        marked.append(found._replace(words=[_weighed(pixels, spot) for spot in found.words]))
    return marked


def _with_bullet(pixels: Any, line: Line) -> Line:
    """Return a line with the blot that stands in front of it, which may have been taken into its first word."""
    first = line.words[0] if line.words else None
    if first is None or line.small <= 0:
        return line
    if dot := _blot(pixels, line, max(first.x0 - REACH * line.small, 0), first.x0 - NEAREST * line.small):
        return line._replace(dots=[dot])
    dark = _dark(pixels, first.x0, first.top, first.x1, first.bottom).any(axis=0)
    white: Any = numpy.flatnonzero(~dark[numpy.argmax(dark) :]) + numpy.argmax(dark) if dark.any() else []
    if not len(white) or not dark[white[0] :].any():
        return line
    start = int(white[0])
    text = start + int(numpy.argmax(dark[start:]))
    if text - start < NEAREST * line.small:
        return line
    dot = _blot(pixels, line, first.x0, first.x0 + start)
    words = [first._replace(x0=first.x0 + text), *line.words[1:]]
    return line._replace(words=words, dots=[dot]) if dot else line


def _weighed(pixels: Any, spot: Spot) -> Spot:
    dark = _dark(pixels, spot.x0, spot.top, spot.x1, spot.bottom)
    if not dark.size:
        return spot
    area = int(dark.sum())
    edges = int((dark[:, 1:] != dark[:, :-1]).sum() + (dark[1:] != dark[:-1]).sum())
    return spot._replace(stroke=round(2 * area / max(edges, 1), 3), solid=round(area / dark.size, 3))


def _blot(pixels: Any, line: Line, left: float, right: float) -> list[float] | None:
    """Return the box of a round blot that stands alone on a line between `left` and `right`."""
    base = line.base + line.slope * right
    above = int(base - HIGHEST * line.small)
    dark = _dark(pixels, left, above, right, base + LOWEST * line.small)
    columns, rows = numpy.flatnonzero(dark.any(axis=0)), numpy.flatnonzero(dark.any(axis=1))
    if not len(columns) or above < 0:
        return None
    x0, x1, top, bottom = int(columns[0]), int(columns[-1]) + 1, int(rows[0]), int(rows[-1]) + 1
    wide, high = x1 - x0, bottom - top
    fits = DOT[0] * line.small <= min(wide, high) and max(wide, high) <= DOT[1] * line.small
    if not fits or max(wide, high) > ROUND * min(wide, high) or dark[top:bottom, x0:x1].mean() < SOLID:
        return None
    return [int(left) + x0, above + top, int(left) + x1, above + bottom]


def _dark(pixels: Any, x0: float, top: float, x1: float, bottom: float) -> Any:
    """Return which pixels of a box are ink: darker than halfway between the darkest and the lightest."""
    part = pixels[max(int(top), 0) : max(int(bottom), 0), max(int(x0), 0) : max(int(x1), 0)]
    if not part.size:
        return numpy.zeros((0, 0), dtype=bool)
    darkest, lightest = int(part.min()), int(part.max())
    return part < (darkest + lightest) / 2 if lightest - darkest > 60 else numpy.zeros(part.shape, dtype=bool)
