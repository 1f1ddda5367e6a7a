"""By how much the picture of a page lies askew.

Baselines of text and ruled lines have in common that ink ends below them. Seen along the right angle, these ends lie in
few rows; seen along any other, they are spread over many. The angle at which they lie closest together is looked for
in two passes, a coarse and a fine one.
"""

from __future__ import annotations

from math import radians, tan
from typing import Any

import numpy
from PIL import Image

REDUCED = 2  # times: what is left is fine enough, as there are many ends
DARKER = 50  # of 255: ink is darker than what lies below it by so much
WIDEST = 5.0  # degrees: paper that lies further askew is put in anew by whoever scans it
COARSE, FINE = 0.2, 0.02  # degrees from one angle to the next
SOFT = (1, 2, 1)  # weights of a row and its neighbours: letters do not end in one row of pixels
FEWEST = 100  # ends of ink: fewer tell nothing
CLEAR = 1.1  # times as close together as at the angles around: else nothing is level on the page


def find_skew(picture: Image.Image) -> float:
    """Return by how many degrees against the clock a picture in grey has to be turned to be straight."""
    small = numpy.asarray(picture.convert("L").reduce(REDUCED)).astype(numpy.int16)
    y, x = numpy.nonzero(small[1:] - small[:-1] >= DARKER)
    if len(y) < FEWEST:
        return 0.0
    x = x - small.shape[1] / 2
    grain = numpy.random.default_rng(0).uniform(-1, 1, len(y))  # or rows look level because they are rows
    coarse = numpy.arange(-WIDEST, WIDEST + COARSE / 2, COARSE)
    found = [_closeness(x, y + grain, angle) for angle in coarse]
    if max(found) < CLEAR * float(numpy.median(found)):
        return 0.0
    middle = float(coarse[int(numpy.argmax(found))])
    fine = numpy.arange(middle - COARSE, middle + COARSE + FINE / 2, FINE)
    return round(float(fine[int(numpy.argmax([_closeness(x, y + grain, angle) for angle in fine]))]), 2)


def _closeness(x: Any, y: Any, angle: float) -> float:
    """Return how close together points lie on lines that fall by `angle` degrees to the right."""
    rows = numpy.floor(y - x * tan(radians(angle))).astype(numpy.int64)
    counts = numpy.convolve(numpy.bincount(rows - rows.min()), SOFT)
    return float((counts.astype(float) ** 2).sum())
