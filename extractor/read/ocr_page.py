"""A recognised page → ink, so that it is read like any other page of a PDF.

Words become glyphs of one piece each. Their tops and bottoms are those of their line, not of their letters, and the
height of the small letters tells the size of the font; sizes that differ by less than the picture can show are the
same. Words with thicker strokes than most are bold. Blots in front of lines, and what Tesseract takes them for, are
bullets; upright dashes are what is left of ruled lines, or the letter I.

The picture was straightened before it was read. What is left of its slant shows in the baselines and is taken out
here, so that rows are level; `Ink.skew` takes boxes back to how the page is seen.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import accumulate, pairwise
from math import atan, cos, degrees, radians, sin
from statistics import fmean

from extractor.document import Box
from extractor.read.ocr_repairs import repaired
from extractor.read.ocr_words import Line, Scan, Spot
from extractor.read.pdf_ink import Ink, Rule
from extractor.read.pdf_pieces import SPACE, Piece

SIZE = 1.8  # sizes of a font in the height of its small letters, as they are seen in the usual fonts of documents
REACH = 4.0  # points between an upright line and the shade that it ends at
DESCENT = 0.22  # of the size: how far letters reach below the baseline
SAME_SIZE = 0.055  # share by which sizes differ that are the same: a pixel in twenty
BOLD = 1.25  # times the usual thickness
LETTERS_TO_WEIGH = 3  # shorter words do not tell how thick their strokes are
OFF_BASELINE = 1.2  # heights of small letters: a word further off does not stand on its line
LEVEL_WORDS = 5  # words of a line that tells how level the picture is
MOST_SLOPE = 0.05  # a steeper line was misread


def scan_ink(scan: Scan, page: Ink) -> Ink:
    """Return the ink of a recognised page.

    Args:
        scan: what was recognised.
        page: what the file itself says is printed on it. Where that is no picture, its lines and boxes are exact
            and stay.
    """
    slope = _slope(scan.lines)
    scan = _straightened(scan, slope)
    lines = repaired(scan.lines)
    width, height = scan.width / scan.scale, scan.height / scan.scale
    ink = Ink(width, height, base=height, quarters=scan.turned // 90, skew=scan.skew + degrees(atan(slope)))
    ink.glyphs = list(_glyphs(lines, scan))
    ink.across = [Rule(*(edge / scan.scale for edge in rule)) for rule in scan.across]
    ink.down = [Rule(*(edge / scan.scale for edge in rule)) for rule in scan.down]
    ink.down = [_through_shades(rule, scan, lines) for rule in ink.down]
    if not page.pictures and not page.quarters and not scan.turned:
        return replace(page, glyphs=seen_straight(ink))
    ink.fills = [Box(*(edge / scan.scale for edge in shade)) for shade in scan.shades]
    ink.dots = [Box(*(edge / scan.scale for edge in dot)) for line in lines for dot in line.dots]
    return ink


def _through_shades(rule: Rule, scan: Scan, lines: Iterable[Line]) -> Rule:
    """Return an upright line led on through the shaded header that it ends at, where no word stands in its way.

    White lines between dark cells are seldom seen in a picture, and a header would come out as one cell.
    """
    for shade in scan.shades:
        x0, top, x1, bottom = (edge / scan.scale for edge in shade)
        if not (x0 + REACH < rule.at < x1 - REACH and abs(rule.start - bottom) <= REACH):
            continue
        at = rule.at * scan.scale
        words = (spot for line in lines for spot in line.words)
        if not any(
            spot.x0 < at < spot.x1 and shade[1] < spot.bottom and spot.top < shade[3] for spot in words
        ):
            return rule._replace(start=top)
    return rule


def confidence(scan: Scan) -> float:
    """Return how sure Tesseract is of the letters and digits of a page, 0–1; dotted lines do not count."""
    spots = [spot for line in repaired(scan.lines) for spot in line.words]
    letters = [sum(map(str.isalnum, spot.text)) for spot in spots]
    sure = sum(spot.sure * count for spot, count in zip(spots, letters, strict=True))
    return sure / sum(letters) if any(letters) else 0.0


def _slope(lines: Iterable[Line]) -> float:
    """Return how much the lines still fall for each pixel to the right: the middle one, weighed by length."""
    told = sorted(
        (line.slope, line.words[-1].x1 - line.words[0].x0)
        for line in lines
        if len(line.words) >= LEVEL_WORDS and abs(line.slope) < MOST_SLOPE
    )
    half = sum(length for _, length in told) / 2
    for slope, length in told:
        half -= length
        if half <= 0:
            return slope
    return 0.0


def _straightened(scan: Scan, slope: float) -> Scan:
    """Turn all that stands on a page a very little about its middle, so that its lines are level."""
    middle, centre = scan.width / 2, scan.height / 2

    def turn(x0: float, top: float, x1: float, bottom: float) -> tuple[float, float, float, float]:
        right, down = slope * ((top + bottom) / 2 - centre), -slope * ((x0 + x1) / 2 - middle)
        return x0 + right, top + down, x1 + right, bottom + down

    lines = []
    for line in scan.lines:
        words = [Spot(spot.text, *turn(*spot[1:5]), *spot[5:]) for spot in line.words]
        dots = [list(turn(*dot)) for dot in line.dots]
        lines.append(
            line._replace(base=line.base + slope * middle, slope=line.slope - slope, words=words, dots=dots)
        )
    across = [turn(x0, y, x1, y) for y, x0, x1 in scan.across]
    down = [turn(x, y0, x, y1) for x, y0, y1 in scan.down]
    return scan._replace(
        lines=lines,
        across=[[top, x0, x1] for x0, top, x1, _ in across],
        down=[[x0, top, bottom] for x0, top, _, bottom in down],
        shades=[list(turn(*shade)) for shade in scan.shades],
    )


def _glyphs(lines: list[Line], scan: Scan) -> Iterator[Piece]:
    sizes = _sizes(lines)
    usual = _usual_stroke(lines)
    for line in lines:
        size = SIZE * sizes[line.small] / scan.scale
        for spot in line.words:
            yield _piece(spot, line, size, scan, bold=_is_bold(spot, line, usual))
            yield SPACE


def _piece(spot: Spot, line: Line, size: float, scan: Scan, *, bold: bool) -> Piece:
    """Return a word as a glyph, in points from the bottom left."""
    x0, x1 = spot.x0 / scan.scale, spot.x1 / scan.scale
    base = line.base + line.slope * (spot.x0 + spot.x1) / 2
    if not spot.top - OFF_BASELINE * line.small <= base <= spot.bottom + OFF_BASELINE * line.small:
        base = spot.bottom
    y0 = (scan.height - base) / scan.scale - DESCENT * size
    edges = pairwise(accumulate([(x1 - x0) / len(spot.text)] * len(spot.text), initial=x0))
    letters = [(letter, left, right) for letter, (left, right) in zip(spot.text, edges, strict=True)]
    font = "Bold" if bold else "Regular"
    return Piece(spot.text, x0, y0, x1, y0 + size, size, font, True, (1, 0, 0, 1, 0, 0), letters)


def _sizes(lines: list[Line]) -> dict[float, float]:
    """Return for each height of small letters the one that it is taken for: the commonest near it."""
    letters: Counter[float] = Counter()
    for line in lines:
        letters[line.small] += sum(len(spot.text) for spot in line.words)
    sizes: dict[float, float] = {}
    for small, _ in sorted(letters.items(), key=lambda item: (-item[1], item[0])):
        if small not in sizes:
            near = [
                other for other in letters if other not in sizes and abs(other - small) <= SAME_SIZE * small
            ]
            middle = sum(other * letters[other] for other in near) / sum(letters[other] for other in near)
            sizes |= dict.fromkeys(near, middle)
    return sizes


def _usual_stroke(lines: list[Line]) -> float:
    """Return how thick most strokes are, in heights of small letters."""
    weights = sorted(
        (spot.stroke / line.small, len(spot.text))
        for line in lines
        for spot in line.words
        if len(spot.text) >= LETTERS_TO_WEIGH and line.small > 0
    )
    half = sum(length for _, length in weights) / 2
    for weight, length in weights:
        half -= length
        if half <= 0:
            return weight
    return 0.0


def _is_bold(spot: Spot, line: Line, usual: float) -> bool:
    """Whether a word is bold; a short one is as the others of its line are."""
    told = [other for other in line.words if len(other.text) >= LETTERS_TO_WEIGH]
    weighed = [spot] if len(spot.text) >= LETTERS_TO_WEIGH else told
    return bool(usual and weighed) and fmean(word.stroke for word in weighed) >= BOLD * usual * line.small


def seen_straight(ink: Ink) -> list[Piece]:
    """Return the glyphs of an ink where they are seen: turned back by as much as the picture was turned."""
    return [glyph if glyph is SPACE else _turned_back(glyph, ink) for glyph in ink.glyphs]


def _turned_back(glyph: Piece, ink: Ink) -> Piece:
    angle = radians(ink.skew)
    dx, dy = (glyph.x0 + glyph.x1 - ink.width) / 2, (glyph.y0 + glyph.y1 - ink.height) / 2
    right, up = dx * cos(angle) + dy * sin(angle) - dx, dy * cos(angle) - dx * sin(angle) - dy
    return replace(
        glyph,
        x0=glyph.x0 + right,
        x1=glyph.x1 + right,
        y0=glyph.y0 + up,
        y1=glyph.y1 + up,
        letters=[(text, left + right, end + right) for text, left, end in glyph.letters],
    )
