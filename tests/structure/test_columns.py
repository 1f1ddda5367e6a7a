"""What column titles and labels mean, in both written standards."""

from __future__ import annotations

from pathlib import Path

import pytest
from drawing import table

from extractor.structure.columns import column_roles, is_header, is_never_measures


@pytest.mark.parametrize(
    ("title", "roles"),
    [
        ("Tiltak", ("measure",)),
        ("Aktivitet/tiltak", ("measure",)),
        ("Driftstiltak", ("measure",)),
        ("Investeringstiltaka", ("measure",)),
        ("Mulige tiltak", ()),
        ("Effekt av tiltak", ("target",)),
        ("Tiltak Både felles og kommunale.", ("measure",)),
        ("Ansvarlig enhet", ("responsible",)),
        ("Ansvarleg eining", ("responsible",)),
        ("Ansvar/Planlagt utført", ("responsible", "time")),
        ("Hvem", ("responsible",)),
        ("Kven", ("responsible",)),
        ("Samarbeidspartnere", ("partner",)),
        ("Samarbeidspartnarar", ("partner",)),
        ("Frist", ("deadline",)),
        ("Tidsramme", ("time",)),
        ("Når", ("time",)),
        ("Tiltaks mål", ("target",)),
        ("Delmål", ("goal",)),
        ("Kostnad i 1000 kr", ("cost",)),
        ("2026", ("year",)),
        ("Indikator", ("indicator",)),
        ("Andel med høyere utdanning", ()),
        ("", ()),
    ],
)
def test_a_title_says_what_stands_below_it(title: str, roles: tuple[str, ...]) -> None:
    assert column_roles(title) == roles


@pytest.mark.parametrize(
    "header", ["Tiltak | Ansvar | Frist", "Tiltak | Ansvarleg | Tidsramme | Kostnad", "Kva | Kven | Når"]
)
def test_a_header_is_known_by_its_titles(header: str) -> None:
    assert is_header(table(header).rows[0])


@pytest.mark.parametrize("row", ["Kurs for ansatte | NAV | 2027", "Lys i gata | Teknisk drift | Innan 2026"])
def test_a_row_of_data_is_no_header(row: str) -> None:
    assert not is_header(table(row).rows[0])


@pytest.mark.parametrize(
    "title", ["Indikator", "Spørsmål", "Forkorting", "Utvalg", "Utval", "Tiltak i førre plan"]
)
def test_some_first_columns_rule_measures_out(title: str) -> None:
    assert is_never_measures(title)


TITLES = [
    line.split(" → ")
    for line in Path(__file__).with_name("column_titles.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("# ")
]


@pytest.mark.parametrize(("title", "roles"), TITLES)
def test_titles_that_plans_use_are_understood_and_none_is_misread(title: str, roles: str) -> None:
    assert set(column_roles(title)) == set(roles.replace("–", "").split())
