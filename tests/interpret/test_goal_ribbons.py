"""Goals behind their word without a colon, as coloured ribbons print them."""

from __future__ import annotations

import pytest
from drawing import promises


@pytest.mark.parametrize(
    ("ribbon", "kind", "goal"),
    [
        ("MÅL Alle barn skal ha noen å leke med.", "goal", "Alle barn skal ha noen å leke med."),
        ("MÅL Alle born skal ha nokon å leike med.", "goal", "Alle born skal ha nokon å leike med."),
        ("DELMÅL Færre unge skal droppe ut av skolen", "sub_goal", "Færre unge skal droppe ut av skolen"),
        ("DELMÅL Færre unge skal slutte på skulen", "sub_goal", "Færre unge skal slutte på skulen"),
        (
            "HOVEDMÅL Å redusere utslippene med 40 prosent",
            "main_goal",
            "Å redusere utslippene med 40 prosent",
        ),
        ("HOVUDMÅL Å redusere utsleppa med 40 prosent", "main_goal", "Å redusere utsleppa med 40 prosent"),
        ("Mål 2 Alle eldre skal bo trygt hjemme", "goal", "Alle eldre skal bo trygt hjemme"),
        ("Delmål Alle eldre skal bu trygt heime", "sub_goal", "Alle eldre skal bu trygt heime"),
    ],
)
def test_goal_stands_behind_its_word(ribbon: str, kind: str, goal: str) -> None:
    found = promises(
        f"Plan for Bygda\n\n1 Oppvekst\n\nDette er kapittelet om barn.\n\n{ribbon}\n\n2 Slutt\n\nTakk."
    )
    assert [(one.text.value, one.kind) for one in found.goals] == [(goal, kind)]


@pytest.mark.parametrize(
    "line",
    ["MÅL OG STRATEGI", "MÅL Budsjett 2027", "MÅL Tabell 3 nedenfor", "Mål Regnskap Budsjett Avvik Merknad"],
)
def test_capitals_without_a_goal_behind_them_are_none(line: str) -> None:
    assert (
        promises(
            f"Plan for Bygda\n\n1 Oppvekst\n\nDette er kapittelet om barn.\n\n{line}\n\n2 Slutt\n\nTakk."
        ).goals
        == []
    )
