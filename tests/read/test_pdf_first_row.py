"""The titles of columns in one bar, and what only stands above the columns."""

from __future__ import annotations

import pytest

from extractor.read.pdf_first_row import divided_row
from extractor.read.pdf_tokens import Token

EDGES = [70.0, 250.0, 400.0, 520.0]


def line(*words: tuple[float, str], top: float = 100) -> list[Token]:
    """Return words that begin at some x, in letters half as wide as high."""
    return [
        Token(word, x, top, x + 5 * len(word), top + 10, 10, True, False, False, True, [])
        for x, word in words
    ]


def texts(cells: list[list[Token]] | None) -> list[str] | None:
    return cells and [" ".join(token.text for token in cell) for cell in cells]


@pytest.mark.parametrize("who", ["Ansvarlig", "Ansvarleg"])
def test_titles_above_the_columns_are_theirs(who: str) -> None:
    bar = line((74, "Tiltak"), (254, who), (404, "Frist"))
    assert texts(divided_row([bar, [], []], EDGES)) == ["Tiltak", who, "Frist"]


@pytest.mark.parametrize("cost", ["Kostnad", "Kostnader"])
def test_titles_may_stand_in_two_lines(cost: str) -> None:
    bar = line((74, "Tiltak"), (254, cost)) + line((254, "2024"), (404, "2025"), top=112)
    assert texts(divided_row([bar, [], []], EDGES)) == ["Tiltak", f"{cost} 2024", "2025"]


@pytest.mark.parametrize(
    "words",
    [
        [(74, "Tiltak"), (110, "for"), (130, "barn"), (155, "og"), (170, "unge")],
        [(220, "Tiltak"), (258, "for"), (278, "vaksne")],
        [(74, "Tiltak"), (240, "for"), (260, "eldre"), (395, "kvar")],
        [(74, "Mål"), (254, "1")],
    ],
)
def test_a_band_stays_whole(words: list[tuple[float, str]]) -> None:
    assert divided_row([line(*words), [], []], EDGES) is None


def test_a_row_with_words_in_other_cells_is_left_alone() -> None:
    bar = line((74, "Tiltak"), (254, "Ansvar"), (404, "Frist"))
    assert divided_row([bar, line((254, "Rektor")), []], EDGES) is None
