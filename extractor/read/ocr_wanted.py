"""Which pages have to be read from their picture."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from extractor.read.pdf_ink import Ink
from extractor.read.pdf_tokens import UNREADABLE
from extractor.settings import Ocr

GARBLED = re.compile(rf"\(cid:\d+\)|[{UNREADABLE}\ue000-\uf8ff]")
GARBLED_SHARE = 0.2  # of the letters of a page; bullets of symbol fonts are fewer
FEW_LETTERS = 30  # a page with fewer is no page of text whose letters are garbled
STAMP = 0.08  # of the height of a page: scanners and archives stamp its margins
SCANNED = 0.7  # of the page is covered by the pictures that a scanner made
DRAWN = 300  # shapes on a page without a letter: its text may have been turned into drawings


def needs_ocr(ink: Ink, wanted: Ocr) -> bool:
    """Tell whether a page has to be read from its picture."""
    letters = [glyph for glyph in ink.glyphs if not glyph.get_text().isspace()]
    if wanted != "auto":
        return wanted == "always" and bool(letters or ink.pictures or ink.paths)
    if not letters:
        return bool(ink.pictures) or ink.paths >= DRAWN
    return _is_garbled(letters) or (_covered(ink) >= SCANNED and _is_stamp(letters, ink))


def _is_garbled(letters: Sequence[Any]) -> bool:
    found = len(GARBLED.findall(" ".join([glyph.get_text() for glyph in letters])))
    if not found:
        return False
    total = sum(max(len(glyph.get_text()), 1) for glyph in letters)
    return total >= FEW_LETTERS and found >= GARBLED_SHARE * sum(
        _length(glyph.get_text()) for glyph in letters
    )


def _length(text: str) -> int:
    """Return how many letters there are, a number that stands for a letter counted once."""
    return len(GARBLED.sub("?", text))


def _is_stamp(letters: Sequence[Any], ink: Ink) -> bool:
    margin = STAMP * ink.height
    middles = [ink.base - (glyph.y0 + glyph.y1) / 2 for glyph in letters]
    return all(y < margin or y > ink.height - margin for y in middles)


def _covered(ink: Ink) -> float:
    """Return the share of a page that its pictures cover, those that overlap counted each; 1 at most."""
    area = sum((box.x1 - box.x0) * (box.bottom - box.top) for box in ink.pictures)
    return min(area / max(ink.width * ink.height, 1.0), 1.0)
