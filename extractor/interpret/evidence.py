"""Turns the places of a text into the evidence that goes with every answer."""

from __future__ import annotations

from extractor.document import Text
from schemas import Evidence


def evidence(text: Text) -> list[Evidence]:
    """Return where `text` stands: one entry for each page that it touches."""
    return [
        Evidence(page=place.page, bbox=place.box, start=place.start, end=place.end) for place in text.places()
    ]
