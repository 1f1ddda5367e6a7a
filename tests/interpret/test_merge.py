"""What a plan says twice is one tiltak; what only sounds alike stays two."""

from __future__ import annotations

import pytest
from drawing import promises

from extractor.interpret.merge import merge_goals, merge_tiltak


def _merged(first: str, second: str) -> list[tuple[str, str | None, str | None]]:
    drawing = f"""
        1 Barnehage

        Tiltak | Ansvar | Frist
        {first}
        Felles kurs i brannvern for alle | Brannsjef | 2020

        2 Skole

        Tiltak | Ansvar | Frist
        {second}
        Felles øving med politiet i bygda | Lensmann | 2021
    """
    found = merge_tiltak(promises(drawing).tiltak)
    return [(d.text.value, d.responsible, d.schedule) for d in found if not d.text.value.startswith("Felles")]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "Informasjon til foreldre om mobbing | – | 2022",
            "Informasjon til foreldre om mobbing | Rektor | 2023",
        ),
        (
            "Informasjon til foreldra om mobbing | Styrar | –",
            "Informasjon til foreldra om mobbing | Rektor | 2024",
        ),
        ("Møteplass for ungdom i Nordbygda | – | 2022", "Møteplass for ungdom i Sørbygda | Rektor | –"),
        ("Møteplass for elevar på 8. trinn | – | 2022", "Møteplass for elevar på 9. trinn | Rektor | –"),
    ],
)
def test_no_party_of_one_meets_the_time_of_another(first: str, second: str) -> None:
    told = [
        [None if part.strip() == "–" else part.strip() for part in row.split("|")] for row in (first, second)
    ]
    assert [list(row) for row in _merged(first, second)] == told


@pytest.mark.parametrize(
    "name", ["Informasjon til foreldre om mobbing", "Informasjon til foreldra om mobbing"]
)
def test_a_tiltak_that_stands_twice_is_one(name: str) -> None:
    assert _merged(f"{name} | Rektor | 2023", f"{name} | Rektor | 2023") == [(name, "Rektor", "2023")]
    assert _merged(f"{name} | Rektor | –", f"{name} | Rektor, FAU | 2023") == [(name, "Rektor", "2023")]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "Utslippene fra kommunens egen virksomhet skal reduseres med 20 prosent innen 2025",
            "Utslippene fra kommunens egen virksomhet skal reduseres med 40 prosent innen 2025",
        ),
        (
            "Utsleppa frå drifta til kommunen skal ned med minst 30 prosent i løpet av planperioden fram til 2026",
            "Utsleppa frå drifta til kommunen skal ned med minst 30 prosent i løpet av planperioden fram til 2028",
        ),
    ],
)
def test_goals_with_different_figures_are_two(first: str, second: str) -> None:
    drawing = f"""
        1 Mål

        - {first}
        - {second}
    """
    kept, _ = merge_goals(promises(drawing).goals)
    assert [goal.text.value for goal in kept] == [first, second]
