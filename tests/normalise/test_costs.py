"""Ranges, amounts by year, and who pays; bokmål and nynorsk side by side."""

from __future__ import annotations

import pytest

from extractor.normalise.costs import parse_cost, with_year_columns
from schemas import Cost


def cost(text: str, *, unit: str | None = None) -> Cost:
    found = parse_cost(text, unit=unit)
    assert found is not None and found.raw == text
    return found


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("50–100 000", (50_000, 100_000)),
        ("50 000–100 000 kr", (50_000, 100_000)),
        ("kr 50.000 til 100.000", (50_000, 100_000)),
        ("1-2 mill.", (1_000_000, 2_000_000)),
        ("mellom 1 og 2 millioner kroner", (1_000_000, 2_000_000)),
        ("mellom 1 og 2 millionar kroner", (1_000_000, 2_000_000)),
        ("100-200´", (100_000, 200_000)),
    ],
)
def test_a_range_has_two_ends_and_no_amount(text: str, ends: tuple[float, float]) -> None:
    found = cost(text)
    assert (found.amount, found.least, found.most) == (None, *ends)


@pytest.mark.parametrize(
    "text", ["2024–2027", "10–20 stk", "2-3 elever à 5 000", "2-3 elevar à 5 000", "100 000–50 000"]
)
def test_what_is_no_range_of_amounts_has_no_ends(text: str) -> None:
    assert (cost(text).least, cost(text).most) == (None, None)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Mill. kr 2,5", 2_500_000),
        ("TNOK 300", 300_000),
        ("MNOK 2,5", 2_500_000),
        ("ca. 2 mnok", 2_000_000),
        ("tkr 250", 250_000),
        ("millionar kroner 1,2", 1_200_000),
    ],
)
def test_the_unit_may_stand_in_front(text: str, amount: float) -> None:
    assert cost(text).amount == amount


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("50.000 pr år", "year"),
        ("50 000 kr årlig", "year"),
        ("50 000 kr årleg", "year"),
        ("20 000/år", "year"),
        ("50 000 hvert år", "year"),
        ("50 000 kvart år", "year"),
        ("50 000", None),
        ("kr 50 000 (2024)", None),
    ],
)
def test_an_amount_that_comes_back_says_so(text: str, per: str | None) -> None:
    assert cost(text).per == per


@pytest.mark.parametrize(
    ("text", "years", "amount"),
    [
        ("2026: 100; 2027: 250", {"2026": 100_000, "2027": 250_000}, 350_000),
        ("2026: 100; 2027: innenfor ramme", {"2026": 100_000}, None),
        ("2026: 100; 2027: innanfor ramma", {"2026": 100_000}, None),
        ("kr 50 000 i 2014, kr 60 000 i 2015", {"2014": 50_000, "2015": 60_000}, 110_000),
        ("100 000 (2024) og 50 000 (2025)", {"2024": 100_000, "2025": 50_000}, 150_000),
        ("2024: 0; 2025: 300", {"2024": 0, "2025": 300_000}, 300_000),
        ("2024-2027: 400 000", {}, 400_000),
        ("kr 100 000 (2024)", {}, 100_000),
    ],
)
def test_amounts_by_year_are_kept_and_added_up(
    text: str, years: dict[str, float], amount: float | None
) -> None:
    found = cost(text, unit="tusen" if ";" in text else None)
    assert (found.per_year, found.amount) == (years, amount)


def test_year_columns_stand_beside_the_cost_column() -> None:
    columns = {
        "Tiltak": "Gangveg",
        "Kostnad (1000 kr)": "500",
        "2024": "200",
        "2025": "300",
        "2026": "–",
        "2024–27": "9",
    }
    found = with_year_columns(cost("500", unit="tusen"), columns, unit="tusen")
    assert (found.amount, found.per_year) == (500_000, {"2024": 200_000, "2025": 300_000})


@pytest.mark.parametrize(
    ("text", "payers"),
    [
        ("Innenfor ramme", ["own"]),
        ("Innanfor ramma", ["own"]),
        ("Egne midler", ["own"]),
        ("Eigne midlar", ["own"]),
        ("Statlige midler", ["state"]),
        ("Statlege midlar", ["state"]),
        ("Skjønnsmidler", ["state"]),
        ("Skjønsmidlar", ["state"]),
        ("Spillemidler og egenandel", ["state", "own"]),
        ("Spelemidlar og eigendel", ["state", "own"]),
        ("Prosjektmidler 100 000", ["project"]),
        ("Prosjektmidlar 100 000", ["project"]),
        ("150 000 (tilskudd)", ["grant"]),
        ("150 000 (tilskot)", ["grant"]),
        ("Kommunen og fylkeskommunen", ["own", "county"]),
        ("Dugnad og sponsorar", ["private"]),
        ("100 000", []),
        ("Må utredes", []),
        ("Må greiast ut", []),
    ],
)
def test_who_pays_is_told_where_it_is_said(text: str, payers: list[str]) -> None:
    assert cost(text).payers == payers
