"""Tables that touch, read as one, are parted at the second header."""

from __future__ import annotations

import pytest
from drawing import table

from extractor.document import Table
from extractor.structure.header_rows import split_at_headers

NB = (
    "Tiltak | Ansvar | Frist",
    "Gangvei | Drift | 2031",
    "Anlegg | Byggeår | Kapasitet",
    "Vannverket | 1974 | 900 pe",
)
NN = (
    "Tiltak | Ansvar | Frist",
    "Gangveg | Drift | 2031",
    "Anlegg | Byggjeår | Kapasitet",
    "Vassverket | 1974 | 900 pe",
)
both = pytest.mark.parametrize("rows", [NB, NN], ids=["nb", "nn"])


def bold(drawn: Table, *rows: int) -> Table:
    """Set rows in bold."""
    for index in rows:
        for cell in drawn.rows[index]:
            for line in cell.lines:
                line.bold = True
    return drawn


def parts(drawn: Table) -> list[list[list[str]]]:
    return [
        [[c.value for c in row] for row in t.rows] for t in split_at_headers(drawn) if isinstance(t, Table)
    ]


@both
def test_a_second_bold_header_begins_a_second_table(rows: tuple[str, ...]) -> None:
    first, second = parts(bold(table(*rows), 0, 2))
    assert first == [row.split(" | ") for row in rows[:2]]
    assert second == [row.split(" | ") for row in rows[2:]]


@both
def test_columns_between_other_edges_go_with_their_own_table(rows: tuple[str, ...]) -> None:
    one, two, three, four = (row.split(" | ") for row in rows)
    drawn = table(
        *(f"{a} | | {b} | {c}" for a, b, c in (one, two)),
        *(f"{a} | {b} | | {c}" for a, b, c in (three, four)),
    )
    assert parts(bold(drawn, 0, 2)) == [[one, two], [three, four]]


@both
def test_rows_that_look_alike_stay_one_table(rows: tuple[str, ...]) -> None:
    assert len(parts(bold(table(*rows), 0))) == 1
    assert len(parts(table(*rows))) == 1


@pytest.mark.parametrize(
    "band", ["Trygge veier | |", "Trygge vegar | |", "A | Trygge vegar |", "2 | Trygge veier |"]
)
def test_a_bold_band_begins_no_table(band: str) -> None:
    assert len(parts(bold(table(NB[0], NB[1], band, NB[3], NB[1]), 0, 2))) == 1


def test_a_bold_row_of_sums_begins_no_table() -> None:
    assert (
        len(
            parts(
                bold(
                    table("Tiltak | 2031 | 2032", "Lys | 10 | 20", "Sum | 10 | 20", "Rekkverk | 5 | 5"), 0, 2
                )
            )
        )
        == 1
    )


@both
def test_the_header_over_again_goes_and_parts_nothing(rows: tuple[str, ...]) -> None:
    drawn = table(rows[0], rows[1], rows[0], rows[3])
    assert [row[0] for row in parts(drawn)[0]] == ["Tiltak", rows[1].split(" | ")[0], rows[3].split(" | ")[0]]
    assert [word.text for word in drawn.set_aside] == ["Tiltak", "Ansvar", "Frist"]
