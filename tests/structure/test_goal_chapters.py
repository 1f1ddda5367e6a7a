"""Numbered chapters that are named for a goal and say it in a sentence."""

from __future__ import annotations

import pytest
from drawing import page, pdf

from extractor.document import Line
from extractor.structure.sections import build_outline

FILL = "Kommunen har spurt innbyggerne om råd, og svarene er samlet i dette kapittelet om planen."
CHAPTERS = ("1 Innledning", "2 Tiltak")


def _titles(*goals: str, bold: bool) -> list[tuple[str | None, str]]:
    lines = [CHAPTERS[0], FILL, CHAPTERS[1], *(part for goal in goals for part in (goal, FILL, FILL))]
    first = page(1, *((100 + 40 * index, text) for index, text in enumerate(lines)))
    for line in first.blocks:
        if isinstance(line, Line):
            line.gap, line.bold = 1.0, line.text.value in CHAPTERS or (bold and line.text.value in goals)
    return [(section.number, section.title.value) for section in build_outline(pdf(first)).sections]


@pytest.mark.parametrize(
    ("label", "first", "second"),
    [
        ("Delmål", "Alle skal ha en trygg bolig innen 2027.", "Ingen unge skal stå uten skoleplass."),
        ("Delmål", "Alle skal ha ein trygg bustad innan 2027.", "Ingen unge skal stå utan skuleplass."),
        ("Mål", "Alle skal ha en trygg bolig innen 2027.", "Ingen unge skal stå uten skoleplass."),
        ("Mål", "Alle skal ha ein trygg bustad innan 2027.", "Ingen unge skal stå utan skuleplass."),
    ],
)
def test_bold_chapter_that_names_its_goal_is_a_heading(label: str, first: str, second: str) -> None:
    found = _titles(f"2.1 {label} 1: {first}", f"2.2 {label} 2: {second}", bold=True)
    assert found[2:] == [("2.1", f"{label} 1: {first}"), ("2.2", f"{label} 2: {second}")]


@pytest.mark.parametrize(
    "sentence", ["2.1 Alle skal ha en trygg bolig.", "2.1 Alle skal ha ein trygg bustad."]
)
def test_numbered_sentence_is_no_heading(sentence: str) -> None:
    assert [number for number, _ in _titles(sentence, bold=True)] == ["1", "2"]


@pytest.mark.parametrize(
    "goal", ["2.1 Delmål 1: Alle skal ha en bolig.", "2.1 Delmål 1: Alle skal ha ein bustad."]
)
def test_numbered_goal_in_plain_type_is_no_heading(goal: str) -> None:
    assert [number for number, _ in _titles(goal, bold=False)] == ["1", "2"]
