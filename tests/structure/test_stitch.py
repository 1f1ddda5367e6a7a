"""Tables that a page break cut, and tables that only follow each other."""

from __future__ import annotations

import pytest
from drawing import line, table

from extractor.document import Block, Table
from extractor.structure.stitch import stitch_tables


def _rows(blocks: list[Block]) -> list[list[list[str]]]:
    return [
        [[cell.value for cell in row] for row in b.rows]
        for b in stitch_tables(blocks)
        if isinstance(b, Table)
    ]


HEADER = "Tiltak | Ansvar | Frist"


def test_a_table_over_three_pages_is_one_table_with_one_header() -> None:
    parts = [table(HEADER, f"Tiltak nummer {page} | NAV | 2027", page=page) for page in (1, 2, 3)]
    (rows,) = _rows(list(parts))
    assert [row[0] for row in rows] == ["Tiltak", "Tiltak nummer 1", "Tiltak nummer 2", "Tiltak nummer 3"]


def test_a_table_that_goes_on_without_header_is_one_table() -> None:
    (rows,) = _rows([table(HEADER, "Kurs | NAV | 2027", page=1), table("Kafé | Kultur | Årlig", page=2)])
    assert [row[0] for row in rows] == ["Tiltak", "Kurs", "Kafé"]


def test_a_row_cut_by_the_page_break_is_one_row() -> None:
    cut = table("gjennom sentrum | |", page=2)
    (rows,) = _rows([table(HEADER, "Kartlegge støy langs veien | Teknisk | 2027", page=1), cut])
    assert rows[1] == ["Kartlegge støy langs veien gjennom sentrum", "Teknisk", "2027"]


def test_the_rest_of_a_cell_in_another_column_belongs_to_the_last_row() -> None:
    rest = table(" | og hjemmetjenesten | ", page=2)
    (rows,) = _rows([table(HEADER, "Besøksvenn | Frivilligsentralen | Løpende", page=1), rest])
    assert rows[1] == ["Besøksvenn", "Frivilligsentralen og hjemmetjenesten", "Løpende"]


def test_two_tables_with_different_headers_stay_two() -> None:
    other = table("Mål | Tiltak | Kostnad", "Trygghet | Lys | 10 000", page=2)
    assert len(_rows([table(HEADER, "Kurs | NAV | 2027", page=1), other])) == 2


def test_text_between_keeps_tables_apart() -> None:
    blocks: list[Block] = [
        table(HEADER, "Kurs | NAV | 2027"),
        line("Fysiske tiltak"),
        table(HEADER, "Lys | Drift | 2026"),
    ]
    assert len(_rows(blocks)) == 2


def test_rows_of_dashes_are_no_rows() -> None:
    (rows,) = _rows([table(HEADER, "--- | --- | ---", "Kurs | NAV | 2027")])
    assert len(rows) == 2


def test_a_band_row_names_the_rows_below_it() -> None:
    drawn = table(
        HEADER,
        "Sentrum | |",
        "Lys | Drift | 2026",
        "Benker | Drift | 2027",
        "Bygda | |",
        "Fortau | Drift | 2028",
    )
    (stitched,) = stitch_tables([drawn])
    assert isinstance(stitched, Table)
    assert {row: band.value for row, band in stitched.bands.items()} == {
        1: "Sentrum",
        2: "Sentrum",
        3: "Bygda",
    }
    assert all(band.places() for band in stitched.bands.values())
    assert [row[0].value for row in stitched.rows] == ["Tiltak", "Lys", "Benker", "Fortau"]


def test_a_numbered_first_column_shows_that_a_row_without_number_goes_on() -> None:
    first = table(
        "Delmål | Tiltak | Ansvar",
        "1. Trygge foreldre | Kurs | NAV",
        "2. Robuste barn | Samtaler | Skole",
        page=1,
    )
    (rows,) = _rows([first, table("Mobbefrie skoler | Program | ", page=2)])
    assert rows[2][0] == "2. Robuste barn Mobbefrie skoler"


GOALS = "Mål | Tiltak | Ansvar | Frist"


@pytest.mark.parametrize(
    ("goal", "rest", "time"),
    [
        ("Flere unge skal ha et", "trygt sted å være", "årlig"),
        ("Fleire unge skal ha ein", "trygg stad", "kvar haust"),
    ],
)
def test_goal_that_a_page_break_cut_is_whole_and_its_rows_stay_apart(goal: str, rest: str, time: str) -> None:
    first = table(GOALS, f"{goal} | Åpen klubb | Kultur | 2027", " | Kino | Kultur | 2026", page=1)
    second = table(f"{rest} | Sommerjobb | NAV | {time}", page=2)
    (rows,) = _rows([first, second])
    assert rows[1:] == [
        [f"{goal} {rest}", "Åpen klubb", "Kultur", "2027"],
        ["", "Kino", "Kultur", "2026"],
        ["", "Sommerjobb", "NAV", time],
    ]


@pytest.mark.parametrize("time", ["årlig", "kvart år", "hver høst"])
def test_row_below_a_merged_goal_on_the_next_page_stays_a_row(time: str) -> None:
    first = table(GOALS, f"Trygghet | Åpen klubb | Kultur | {time}", page=1)
    (rows,) = _rows([first, table(f" | Sommerjobb | NAV | {time}", page=2)])
    assert [row[1] for row in rows] == ["Tiltak", "Åpen klubb", "Sommerjobb"]


@pytest.mark.parametrize(
    ("first", "second"), [("Tema 1: Bolig", "Tema 2: Arbeid"), ("Barn og unge", "Eldre")]
)
def test_title_above_the_header_is_a_band_on_each_page(first: str, second: str) -> None:
    parts: list[Block] = [
        table(
            f"{title} | | | ",
            GOALS,
            f"Mål {page} | 1. Kafé | NAV | 2027",
            f" | 2. Kurs {page} | NAV | Årlig",
            page=page,
        )
        for page, title in enumerate((first, second), start=1)
    ]
    [joined] = [block for block in stitch_tables(parts) if isinstance(block, Table)]
    assert [cell.value for cell in joined.rows[0]] == ["Mål", "Tiltak", "Ansvar", "Frist"]
    assert len(joined.rows) == 5
    assert [joined.bands[index].value for index in range(1, 5)] == [first, first, second, second]


def test_title_above_a_header_of_two_columns_stays_in_the_header() -> None:
    drawn = table("Oversikt | ", "Tiltak | Ansvar", "Kafé | NAV")
    assert _rows([drawn]) == [[["Oversikt", ""], ["Tiltak", "Ansvar"], ["Kafé", "NAV"]]]


@pytest.mark.parametrize(
    ("theme", "rows"),
    [
        ("1 | Trygg oppvekst | |", ["1.1 | Kurs | NAV | 2027", "1.2 | Kafé | Kultur | Årlig"]),
        ("A. | Trygg oppvekst | |", ["A1 | Kurs | NAV | 2027", "A2 | Kafé | Kultur | Kvart år"]),
    ],
)
def test_a_number_and_a_title_above_rows_that_count_on_from_it_are_their_band(
    theme: str, rows: list[str]
) -> None:
    [stitched] = stitch_tables([table("Nr | Tiltak | Ansvar | Frist", theme, *rows)])
    assert isinstance(stitched, Table)
    assert [row[1].value for row in stitched.rows[1:]] == ["Kurs", "Kafé"]
    assert {band.value.split(maxsplit=1)[1] for band in stitched.bands.values()} == {"Trygg oppvekst"}


def test_a_numbered_tiltak_without_party_and_time_stays_a_row() -> None:
    rows = ["1 | Kurs for nye foreldre | |", "2 | Kafé | Kultur | Årlig"]
    [stitched] = stitch_tables([table("Nr | Tiltak | Ansvar | Frist", *rows)])
    assert isinstance(stitched, Table)
    assert [row[1].value for row in stitched.rows[1:]] == ["Kurs for nye foreldre", "Kafé"]
