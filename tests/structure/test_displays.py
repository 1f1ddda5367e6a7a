"""The vision below its heading, set like a title."""

from __future__ import annotations

import pytest
from drawing import page, pdf

from extractor.document import LayoutDocument, Line
from extractor.structure.sections import build_outline

FILL = "Kommunen har spurt innbyggerne om råd, og svarene er samlet i dette kapittelet om planen."


def _plan(vision: str, below: str, size: float) -> LayoutDocument:
    first = page(
        1,
        (100, "1 Innledning", 18.0), (140, FILL), (155, FILL), (200, "2 Visjon", 18.0), (240, vision),
        (290, below, size), (330, FILL), (345, FILL), (390, "4 Tiltak", 18.0), (430, FILL),
    )  # fmt: skip
    for line in first.blocks:
        if isinstance(line, Line) and line.text.value in {vision, below}:
            line.bold, line.gap = True, 1.0
    return pdf(first)


def _titles(document: LayoutDocument) -> list[str]:
    return [section.title.value for section in build_outline(document).sections]


@pytest.mark.parametrize("vision", ["Sammen ser vi alle", "Saman ser vi alle"])
def test_bold_vision_above_the_next_chapter_is_no_heading(vision: str) -> None:
    assert _titles(_plan(vision, "3 Mål", 18.0)) == ["Innledning", "Visjon", "Mål", "Tiltak"]


@pytest.mark.parametrize("title", ["Verdier", "Verdiar"])
def test_bold_line_with_text_below_it_is_a_heading(title: str) -> None:
    assert title in _titles(_plan(title, FILL, 11.0))
