"""Ruled lines in the picture of a page.

A pixel belongs to a horizontal line when it is darker than what lies a little above and below it, and to a vertical
one when it is darker than what lies beside it. Edges of photos and shaded areas are darker on one side only. Where
such pixels follow each other for longer than letters are wide or high, there is a line. A page with more of them than
any table has shows a photo or a map, in which no lines are looked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice, takewhile
from typing import Any, NamedTuple

import numpy

SIDE = 1.6  # points from the middle of a line to where the paper is seen again
DARKER = 40  # of 255: what is a line, and not the grain of the paper
LEAST_ACROSS = 24.0  # points: longer than a dash or the bar of a large letter
LEAST_DOWN = 13.0  # points: as high as a row of a table, and higher than most letters
FILLED = 0.9  # share of a line that must be seen
THICKEST = 3.5  # points
SLIMMEST = 6.0  # times as long as thick, at least
LONG = 40.0  # points: a vertical line that meets no other must be so long, or it may be a letter
MEETS = 4.0  # points
MOST_RUNS = 20_000  # stretches of a line's pixels on a page
NEAR = 2  # pixels from one stretch of a line to the next


Run = tuple[int, int, int]
"""Row, start and end of a stretch, in pixels."""


class Stroke(NamedTuple):
    """A straight line in pixels: its middle on one axis, its extent on the other, its thickness."""

    at: float
    start: float
    end: float
    first: int  # on the axis of `at`
    last: int


class Strokes(NamedTuple):
    """All lines of a page."""

    across: list[Stroke]
    down: list[Stroke]


def find_strokes(pixels: Any, scale: float) -> Strokes:
    """Return the ruled lines of a straight page in grey; `scale` is pixels in a point."""
    across = _strokes(pixels, scale, LEAST_ACROSS)
    down = _strokes(pixels.T, scale, LEAST_DOWN)
    reach = MEETS * scale
    return Strokes(
        across,
        [
            line
            for line in down
            if line.end - line.start >= LONG * scale or any(_meet(line, other, reach) for other in across)
        ],
    )


def erase(pixels: Any, strokes: Strokes) -> None:
    """Paint over the lines with what lies beside them."""
    for line in strokes.across:
        _paint(pixels, line)
    for line in strokes.down:
        _paint(pixels.T, line)


def _paint(pixels: Any, line: Stroke) -> None:
    first, last = max(line.first - 1, 0), min(line.last + 2, len(pixels))
    start, end = int(line.start), int(line.end) + 1
    above, below = max(first - 1, 0), min(last, len(pixels) - 1)
    paper = numpy.maximum(pixels[above, start:end], pixels[below, start:end])
    pixels[first:last, start:end] = numpy.maximum(pixels[first:last, start:end], paper)


def _strokes(pixels: Any, scale: float, least: float) -> list[Stroke]:
    """Return the lines along the second axis."""
    runs = list(islice(_runs(_is_line(pixels, round(SIDE * scale)), round(least * scale)), MOST_RUNS))
    if len(runs) == MOST_RUNS:
        return []
    return [
        line
        for line in map(_stroke, gather(runs))
        if line.last - line.first < THICKEST * scale
        and line.end - line.start >= SLIMMEST * (line.last - line.first + 1)
    ]


def _is_line(pixels: Any, side: int) -> Any:
    """Return where a pixel is darker than those `side` away from it along the first axis, on both sides."""
    light = numpy.full_like(pixels, 255)
    light[side:] = pixels[:-side]
    other = numpy.full_like(pixels, 255)
    other[:-side] = pixels[side:]
    return numpy.minimum(light, other).astype(numpy.int16) - pixels >= DARKER


def _runs(dark: Any, least: int) -> Iterator[Run]:
    """Yield row, start and end of stretches in which nearly all pixels are dark, each at least so long."""
    sums = numpy.zeros((dark.shape[0], dark.shape[1] + 1), dtype=numpy.int32)
    numpy.cumsum(dark, axis=1, out=sums[:, 1:])
    full = sums[:, least:] - sums[:, :-least] >= FILLED * least  # windows that begin here
    for row in numpy.flatnonzero(full.any(axis=1)).tolist():
        edges = numpy.flatnonzero(numpy.diff(full[row].astype(numpy.int8), prepend=0, append=0))
        for start, end in edges.reshape(-1, 2).tolist():
            found = numpy.flatnonzero(dark[row, start : end + least - 1])
            yield row, start + int(found[0]), start + int(found[-1])


def gather(runs: Iterable[Run]) -> Iterator[list[Run]]:
    """Put stretches of neighbouring rows that lie beside each other together; rows come in order."""
    growing: list[list[Run]] = []
    for run in runs:
        ended = [line for line in growing if line[-1][0] < run[0] - NEAR]
        yield from ended
        touching = [line for line in growing if any(_beside(run, other) for other in _last(line, run))]
        growing = [line for line in growing if line not in ended and line not in touching]
        growing.append([*sorted(other for line in touching for other in line), run])
    yield from growing


def _last(line: list[Run], run: Run) -> Iterator[Run]:
    """Return what lies in the rows in front of a stretch."""
    return takewhile(lambda other: other[0] >= run[0] - NEAR, reversed(line))


def _beside(run: Run, other: Run) -> bool:
    return run[0] - other[0] <= NEAR and run[1] <= other[2] + NEAR and other[1] <= run[2] + NEAR


def _stroke(line: list[Run]) -> Stroke:
    weights = [end - start + 1 for _, start, end in line]
    at = sum(row * weight for (row, _, _), weight in zip(line, weights, strict=True)) / sum(weights)
    return Stroke(at, min(run[1] for run in line), max(run[2] for run in line), line[0][0], line[-1][0])


def _meet(line: Stroke, other: Stroke, reach: float) -> bool:
    return (
        other.start - reach <= line.at <= other.end + reach
        and line.start - reach <= other.at <= line.end + reach
    )
