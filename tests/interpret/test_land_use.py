"""In plans that say what may be built where, «tiltak» are buildings and nobody's promises."""

from __future__ import annotations

import pytest
from drawing import outline

from extractor.interpret import interpret

PROVISIONS = [
    """
    Haugen kommune

    Reguleringsbestemmelser for Sentrum sør

    Plan-ID 201503

    § 1 Formål

    Planen skal legge til rette for boliger.

    § 2 Tiltak i hensynssone

    Følgende tiltak kan ikke tillates:

    - Nye bygg under kote 4,5
    - Heving av terreng

    § 3 Avbøtende tiltak

    - Støyskjerm langs vegen
    """,
    """
    Haugen kommune

    Reguleringsføresegner for Sentrum sør

    PlanID 201503

    § 1 Føremål

    Planen skal leggje til rette for bustader.

    § 2 Tiltak i omsynssone

    Desse tiltaka kan ikkje tillatast:

    - Nye bygg under kote 4,5
    - Heving av terreng

    § 3 Avbøtande tiltak

    - Støyskjerm langs vegen
    """,
]


@pytest.mark.parametrize("text", PROVISIONS, ids=["nb", "nn"])
def test_provisions_promise_no_tiltak_and_keep_their_title(text: str) -> None:
    plan = interpret(outline(text)).plan
    assert plan.tiltak == []
    assert plan.title in {"Reguleringsbestemmelser for Sentrum sør", "Reguleringsføresegner for Sentrum sør"}
    assert plan.plan_type is None


@pytest.mark.parametrize(
    ("title", "heading"),
    [
        ("Folkehelseplan", "Tiltak"),
        ("Folkehelseplan for bygda", "Tiltak"),
        ("Handlingsplan mot støy", "Tiltak"),
    ],
)
def test_other_plans_keep_theirs(title: str, heading: str) -> None:
    plan = interpret(
        outline(f"{title}\n\n1 Bakgrunn\n\nTekst.\n\n2 {heading}\n\n- Støyskjerm langs vegen\n")
    ).plan
    assert [tiltak.text for tiltak in plan.tiltak] == ["Støyskjerm langs vegen"]
