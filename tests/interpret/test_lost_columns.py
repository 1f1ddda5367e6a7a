"""Tables that a converter took apart: cell below cell, or column below column."""

from __future__ import annotations

import pytest
from drawing import promises

INTRO = "1 Bakgrunn\n\nTekst om planen.\n\n2 Tiltak\n\n2.1 Bolig\n\n"


@pytest.mark.parametrize(
    ("titles", "rows"),
    [
        (
            ("Tiltak", "Ansvarlig", "Tidspunkt"),
            [
                ("Leietakere tilbys å kjøpe boligen.", "Eiendom", "Løpende"),
                ("Startlån til barnefamilier.", "NAV", "2013"),
                ("Kurs i å bo.", "Voksenopplæringen", "To ganger i året"),
            ],
        ),
        (
            ("Tiltak", "Ansvarleg", "Frist"),
            [
                ("Leigetakarar får tilbod om å kjøpe.", "Eigedom", "Innan 2027"),
                ("Startlån til barnefamiliar.", "NAV/Bustadkontoret", "1. mai 2026"),
            ],
        ),
        (
            ("Når", "Tiltak", "Ansvarleg"),
            [("Haust 2026", "Kurs i å bu.", "Vaksenopplæringa"), ("Kvar vår", "Open dag.", "Eigedom")],
        ),
    ],
)
def test_cells_one_below_the_other_are_rows_where_the_times_show_it(
    titles: tuple[str, ...], rows: list[tuple[str, ...]]
) -> None:
    drawing = INTRO + "\n".join([*titles, *(cell for row in rows for cell in row)]) + "\n"
    found = promises(drawing).tiltak
    name, who = titles.index("Tiltak"), 2 if titles[1] == "Tiltak" else 1
    when = 3 - name - who
    assert [(draft.text.value, draft.responsible, draft.schedule) for draft in found] == [
        (row[name], row[who], row[when]) for row in rows
    ]


@pytest.mark.parametrize(
    "cells",
    [
        ("Leietakere tilbys å kjøpe boligen de bor i.", "Eiendom", "Løpende", "NAV", "2013"),
        ("Leigetakarar får tilbod om å kjøpe bustaden.", "Løpande", "Eigedom", "2013", "NAV", "Kvar haust"),
    ],
)
def test_with_a_cell_missing_neither_parties_nor_times_become_tiltak(cells: tuple[str, ...]) -> None:
    found = promises(INTRO + "\n".join(["Tiltak", "Ansvarlig", "Tidspunkt", *cells]) + "\n")
    assert [(draft.text.value, draft.responsible, draft.schedule) for draft in found.tiltak] == [
        (cells[0], None, None)
    ]
    assert [text.value for text in found.columns_lost] == list(cells[1:])


@pytest.mark.parametrize(
    ("who", "when", "parties", "times"),
    [
        ("Ansvarlig", "Tidspunkt", ["Eiendom", "NAV", "Barnevern"], ["2013", "Løpende", "Innen 2014"]),
        ("Ansvarleg", "Frist", ["Eigedom", "NAV", "Barnevern"], ["2013", "Løpande", "Innan 2014"]),
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_parties_of_a_column_are_given_to_no_tiltak(
    who: str, when: str, parties: list[str], times: list[str], gap: str
) -> None:
    names = ["Vaktmester går på tilsyn.", "Avtaler inngås med utleiere.", "Det bygges fire småhus."]
    columns = [["Tiltak", *names], [who, *parties], [when, *times]]
    found = promises(INTRO + gap.join("\n".join(column) for column in columns) + "\n\n3 Økonomi\n\nTekst.\n")
    assert [(draft.text.value, draft.responsible, draft.schedule) for draft in found.tiltak] == [
        (name, None, None) for name in names
    ]
    assert [text.value for text in found.columns_lost] == [*parties, *times]


@pytest.mark.parametrize(
    ("titles", "rows"),
    [
        (
            ("Nr", "Innsats", "Enhet", "Ferdig", "Kr"),
            [
                ("1", "Lys på gangveien", "Teknisk", "2026", "40 000"),
                ("2", "Benker", "Kultur", "2027", "8 000"),
            ],
        ),
        (
            ("Nr", "Innsats", "Eining", "Ferdig", "Kr"),
            [
                ("1", "Lys på gangvegen", "Teknisk", "2026", "40 000"),
                ("2", "Benkar", "Kultur", "2027", "8 000"),
            ],
        ),
    ],
)
def test_numbers_and_costs_may_stand_in_lines_of_their_own(
    titles: tuple[str, ...], rows: list[tuple[str, ...]]
) -> None:
    drawing = (
        INTRO + "\n".join([*titles, *(cell for row in rows for cell in row)]) + "\n\n3 Økonomi\n\nTekst.\n"
    )
    found = promises(drawing)
    assert [(draft.text.value, draft.responsible, draft.schedule) for draft in found.tiltak] == [
        row[1:4] for row in rows
    ]
    assert [draft.cost for draft in found.tiltak] == [row[4] for row in rows]
    assert found.columns_lost == []


@pytest.mark.parametrize(
    ("titles", "name", "ends"),
    [
        (
            ("Tiltak", "Ansvarlig", "Tidspunkt"),
            "Leietakere tilbys å kjøpe boligen.",
            "Rektor og styrer, våren og høsten 2026",
        ),
        (
            ("Tiltak", "Ansvarleg", "Frist"),
            "Leigetakarar får tilbod om å kjøpe.",
            "Rektor og styrar, våren og hausten 2026",
        ),
    ],
)
def test_where_columns_are_mixed_a_line_that_ends_in_a_year_is_no_tiltak(
    titles: tuple[str, ...], name: str, ends: str
) -> None:
    found = promises(INTRO + "\n".join([*titles, name, "2013", "NAV", ends]) + "\n").tiltak
    assert [draft.text.value for draft in found] == [name]
