"""Turns the places of a text into the evidence that goes with every answer."""

from __future__ import annotations

from collections.abc import Iterable

from extractor.document import Box, Place, Text
from schemas import Evidence


def evidence(text: Text) -> list[Evidence]:
    """Return where `text` stands: one entry for each column of each page that it touches."""
    return evidence_at(text.places())


def evidence_at(places: Iterable[Place]) -> list[Evidence]:
    """Return places as they go with an answer."""
    return [
        Evidence(page=place.page, bbox=_rounded(place.seen), start=place.start, end=place.end)
        for place in places
    ]


def _rounded(box: Box | None) -> tuple[float, float, float, float] | None:
    """A hundredth of a point is finer than any eye; more digits are noise in the file."""
    if box is None:
        return None
    x0, top, x1, bottom = (round(edge, 2) for edge in box)
    return x0, top, x1, bottom
