"""Titles on two lines: the number of a chapter or a tiltak above its name."""

from __future__ import annotations

import pytest
from drawing import outline, titles

TEXT = "Planen gjelder i fire år og er laget av en arbeidsgruppe."


@pytest.mark.parametrize(
    ("word", "name"), [("Kapittel", "Innledning"), ("Kapittel", "Innleiing"), ("Del", "Mål")]
)
def test_a_number_above_a_title_is_its_number(word: str, name: str) -> None:
    found = titles(f"{word} 1\n\n{name}\n\n{TEXT}\n\n{word} 2\n\nTiltak\n\n{TEXT}\n")
    assert found == [(1, "1", name), (1, "2", "Tiltak")]


@pytest.mark.parametrize("name", ["Merke turstier", "Merkje turstiar"])
def test_a_tiltak_may_have_its_number_on_a_line_of_its_own(name: str) -> None:
    drawing = (
        f"1 Tiltak\n\nTiltak 1\n\n{name}\n\nAnsvar: Turlaget\n\nTiltak 2\n\nLysløype\n\nAnsvar: Teknisk\n"
    )
    assert [(number, title) for _, number, title in titles(drawing)[1:]] == [("1", name), ("2", "Lysløype")]


@pytest.mark.parametrize(
    "below", ["Ansvar: Rektor", "Alle skal ha det trygt og godt i bygda vår.", "2 Status"]
)
def test_a_label_a_sentence_or_a_chapter_is_no_title_of_the_number_above(below: str) -> None:
    found = outline(f"1 Mål\n\nTekst om mål.\n\nTiltak 1\n\n{below}\n\n{TEXT}\n")
    assert not any(section.title.value == below for section in found.sections if section.label)
