"""Shaded areas in the picture of a page: headers of tables, rows of two colours, panels behind text.

They tell where tables and rows are, as coloured boxes of a PDF do, and they keep Tesseract from seeing letters, which
it takes to be dark on white. So they are noted as boxes, and the picture is made white where they were: tints are
lifted to white, and dark areas with light letters are turned into their negative.

An area is told by its tone. Letters are taken out first by a median over more than the thickness of their strokes.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy
from PIL import Image, ImageFilter

from extractor.read.ocr_strokes import Run, gather

LETTERS = 5  # points: strokes of letters are less than half as thick
GAPS = 3  # points: what is left of letters in an area
LEAST_PAPER = 0.03  # of the page: its lightest tone that covers so much is the paper
PAPER = 12  # of 255: what differs less from the paper is paper
SAME = 8  # of 255: tones that differ less are one
SPREAD = 4  # of 255: how far the tones of one area lie around the commonest
LEAST = (20, 7)  # points: width and height
FULL = 0.75  # share of its box that an area fills: other shapes are pictures
MOST = 300  # areas on a page: more are those of a photo
DARK = 100  # of 255: letters on darker areas are light


class Shade(NamedTuple):
    """A shaded area, in pixels."""

    x0: int
    top: int
    x1: int
    bottom: int
    tone: int  # of 255


def find_shades(pixels: Any, scale: float) -> list[Shade]:
    """Return the shaded areas of a straight page in grey; `scale` is pixels in a point."""
    point = max(round(scale), 1)
    tones = numpy.asarray(Image.fromarray(pixels).reduce(point).filter(ImageFilter.MedianFilter(LETTERS)))
    counts = numpy.bincount(tones.ravel(), minlength=256)
    around = numpy.convolve(counts, numpy.ones(2 * SPREAD + 1, dtype=int), "same")
    paper = int(numpy.flatnonzero(around >= LEAST_PAPER * tones.size)[-1])
    counts[max(paper - PAPER, 0) :] = 0
    shades: list[Shade] = []
    while counts.max() and len(shades) <= MOST:
        around = numpy.convolve(counts, numpy.ones(2 * SPREAD + 1, dtype=int), "same")
        tone = int(numpy.argmax(around))
        if around[tone] < LEAST[0] * LEAST[1]:
            break
        counts[max(tone - SAME, 0) : tone + SAME + 1] = 0
        shades += [_times(shade, point) for shade in _areas(tones, tone)]
    return shades if len(shades) <= MOST else []


def lift(pixels: Any, shades: list[Shade], scale: float) -> None:
    """Make shaded areas white, and what is written on them dark."""
    edge = max(round(scale), 1)
    for shade in shades:
        if shade.tone >= DARK:
            area = _part(pixels, shade, edge)
            area[:] = numpy.minimum(area.astype(numpy.int16) + (255 - shade.tone), 255)
        else:
            area = _part(pixels, shade, -edge)
            area[:] = 255 - (numpy.maximum(area, shade.tone) - shade.tone)


def _areas(tones: Any, tone: int) -> list[Shade]:
    """Return the boxes that are filled with a tone, in points."""
    near = numpy.abs(tones.astype(numpy.int16) - tone) <= SAME
    mask = Image.fromarray(near.astype(numpy.uint8) * 255)
    mask = mask.filter(ImageFilter.MaxFilter(GAPS)).filter(ImageFilter.MinFilter(GAPS))
    found = []
    for area in gather(_runs(numpy.asarray(mask) > 0)):
        x0, x1 = min(run[1] for run in area), max(run[2] for run in area) + 1
        top, bottom = min(run[0] for run in area), max(run[0] for run in area) + 1
        filled = sum(end - start + 1 for _, start, end in area)
        if x1 - x0 >= LEAST[0] and bottom - top >= LEAST[1] and filled >= FULL * (x1 - x0) * (bottom - top):
            found.append(Shade(x0, top, x1, bottom, tone))
    return found


def _runs(mask: Any) -> list[Run]:
    """Return the stretches of a mask, row by row."""
    runs = []
    for row in numpy.flatnonzero(mask.any(axis=1)).tolist():
        edges = numpy.flatnonzero(numpy.diff(mask[row].astype(numpy.int8), prepend=0, append=0))
        runs += [(row, start, end - 1) for start, end in edges.reshape(-1, 2).tolist() if end - start > GAPS]
    return runs


def _times(shade: Shade, factor: int) -> Shade:
    x0, top, x1, bottom, tone = shade
    return Shade(x0 * factor, top * factor, x1 * factor, bottom * factor, tone)


def _part(pixels: Any, shade: Shade, grown: int) -> Any:
    return pixels[
        max(shade.top - grown, 0) : max(shade.bottom + grown, 0),
        max(shade.x0 - grown, 0) : max(shade.x1 + grown, 0),
    ]
