from __future__ import annotations

from typing import Any

import pytest

from extractor.compare.diff_amounts import cost_shift
from schemas import Cost
from tests.compare.test_diff import diff


def kroner(raw: str, **figures: Any) -> Cost:
    return Cost(raw=raw, **figures)


@pytest.mark.parametrize(
    ("standards", "old", "new", "kind"),
    [
        ("nb nb", "20 deltakere", "30 deltakere", "changed"),
        ("nn nn", "20 deltakarar", "30 deltakarar", "changed"),
        ("nb nn", "Alle skoler deltar", "Alle skular deltek", None),
        ("nn nb", "Færre ulukker på skulevegen", "Færre ulykker på skoleveien", None),
        ("nb nb", "Ingen ulykker", "Ulykker", "changed"),
        ("nn nn", "", "Alle er med", "set"),
        ("nb nb", "Alle er med", "", "dropped"),
        ("nb nb", "", "", None),
    ],
)
def test_what_became_of_a_target(standards: str, old: str, new: str, kind: str | None) -> None:
    before, after = ({"text": "Leksehjelp", "target": target or None} for target in (old, new))
    found = diff([before], [after], standards=standards)
    assert [change.kind for change in found.tiltak[0].targets] == ([kind] if kind else [])
    assert found.summary.targets == ({kind: 1} if kind else {})
    assert found.summary.differences == bool(kind)


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        (kroner("50 000 kr", amount=50000), kroner("kr 80.000,-", amount=80000), "raised"),
        (kroner("50 000 kr", amount=50000), kroner("kr 50.000,-", amount=50000), None),
        (kroner("1,5 mill.", amount=1.5e6), kroner("1 mill.", amount=1e6), "lowered"),
        (kroner("50 000", amount=5e4), kroner("50 000 i året", amount=5e4, per="year"), "changed"),
        (kroner("50 000", amount=5e4), kroner("EUR 50 000", amount=5e4, currency="EUR"), "changed"),
        (kroner("10–20 000", least=1e4, most=2e4), kroner("10-20 000", least=1e4, most=2e4), None),
        (kroner("10–20 000", least=1e4, most=2e4), kroner("30 000", amount=3e4), "changed"),
        (kroner("Innanfor budsjett"), kroner("Innanfor budsjettet"), None),
        (kroner("Innenfor budsjett"), kroner("Må utredes"), "changed"),
        (None, kroner("30 000", amount=3e4), "set"),
        (kroner("30 000", amount=3e4), None, "dropped"),
        (None, None, None),
    ],
)
def test_what_became_of_a_cost(old: Cost | None, new: Cost | None, kind: str | None) -> None:
    assert cost_shift(old, new) == kind


@pytest.mark.parametrize(
    ("standards", "words"), [("nb nn", "Inkludert i drift"), ("nn nb", "Inkludert i drifta")]
)
def test_words_instead_of_an_amount_are_the_same_in_either_standard(standards: str, words: str) -> None:
    before, after = ({"text": "Leksehjelp", "cost": {"raw": raw}} for raw in ("Inkludert i drifta", words))
    assert diff([before], [after], standards=standards).tiltak[0].costs == []


@pytest.mark.parametrize("standards", ["nb nb", "nn nn"])
def test_how_much_more_is_told_in_whole_kroner(standards: str) -> None:
    before, after = ({"text": "Leksehjelp", "cost": {"raw": "", "amount": amount}} for amount in (5e4, 8e4))
    found = diff([before], [after], standards=standards)
    [cost] = found.tiltak[0].costs
    assert (cost.kind, cost.by, cost.currency) == ("raised", 30000, "NOK")
    assert found.summary.costs == {"raised": 1}
