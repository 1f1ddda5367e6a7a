"""Lines on a page that were broken though there seemed to be room."""

from __future__ import annotations

import pytest
from drawing import line

from extractor.structure.paragraphs import lines_to_paragraphs


def _texts(*lines: tuple[str, float], bullet: str | None = "•") -> list[str]:
    drawn = [
        line(words, size=11.0, page=1, indent=indent, full=False, bullet=bullet if index == 0 else None)
        for index, (words, indent) in enumerate(lines)
    ]
    return [paragraph.text.value for paragraph in lines_to_paragraphs(drawn, prose=True)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Halvparten av de ansatte i barnehagene", "skal være barnehagelærere."),
        ("Halvparten av dei tilsette i barnehagane", "skal vere barnehagelærarar."),
    ],
)
def test_item_goes_on_in_small_letters_on_the_next_line(first: str, second: str) -> None:
    assert _texts((first, 98.0), (second, 98.0)) == [f"{first} {second}"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Ansvar: Styrer i samarbeid med", "NAV Når: Hver vår"),
        ("Ansvar: Styrar i lag med", "NAV Når: Kvar vår"),
    ],
)
def test_line_behind_a_word_that_wants_more_goes_on(first: str, second: str) -> None:
    assert _texts((first, 68.0), (second, 68.0), bullet=None) == [f"{first} {second}"]


@pytest.mark.parametrize(
    ("first", "second", "bullet"),
    [
        ("Alle skal ha bolig.", "ett år etter", "•"),
        ("Alle skal ha bolig", "Neste mål står her", "•"),
        ("åpne haller", "gratis buss", None),
        ("Tiltak", "ansvar", None),
    ],
)
def test_other_short_lines_stay_apart(first: str, second: str, bullet: str | None) -> None:
    assert len(_texts((first, 98.0), (second, 98.0), bullet=bullet)) == 2


@pytest.mark.parametrize("second", ["som gjelder alle", "som gjeld alle"])
def test_line_further_out_than_the_item_is_not_its_rest(second: str) -> None:
    assert len(_texts(("Alle skal ha bolig", 98.0), (second, 68.0))) == 2
