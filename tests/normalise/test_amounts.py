"""The wording of a cost becomes an amount where it names one, and stays wording where it does not."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.normalise.amounts import parse_amount, unit_from_header


def amount(text: str, *, unit: str | None = None) -> float | None:
    cost = parse_amount(text, unit=unit)
    assert cost is not None and cost.raw == text.strip()
    return cost.amount


@pytest.mark.parametrize(
    ("text", "expected", "unit"),
    [
        ("kr 1 250 000", 1_250_000, "kr"),
        ("kr. 200.000,-", 200_000, "kr"),
        ("kr.15 000", 15_000, "kr"),
        ("15.000,-", 15_000, "kr"),
        ("500.-", 500, "kr"),
        ("kr 200 000,00", 200_000, "kr"),
        ("200\u00a0000 kr", 200_000, "kr"),
        ("Kr: 30.000,-", 30_000, "kr"),
        ("75 000 kronar", 75_000, "kr"),
        ("1000 kr", 1_000, "kr"),
        ("kr 20,50", 20.5, "kr"),
        ("0,-", 0, "kr"),
        ("0,4 mill.", 400_000, "mill"),
        ("48 mill. kroner", 48_000_000, "mill"),
        ("2,5 millionar", 2_500_000, "mill"),
        ("3,6 millioner kroner", 3_600_000, "mill"),
        ("1,250 mill", 1_250_000, "mill"),
        ("NOK 1.5m", 1_500_000, "mill"),
        ("6,4 MNOK", 6_400_000, "mill"),
        ("1,2 mrd.", 1_200_000_000, "mrd"),
        ("425´", 425_000, "tusen"),
        ("425'", 425_000, "tusen"),
        ("30 ’", 30_000, "tusen"),
        ("25`", 25_000, "tusen"),
        ("25′", 25_000, "tusen"),
        ("300 tusen kroner", 300_000, "tusen"),
        ("300 tkr", 300_000, "tusen"),
        ("250 i 1000 kr", 250_000, "tusen"),
        ("250 (i heile tusen)", 250_000, "tusen"),
        ("180 000", 180_000, "none"),
        ("100.000", 100_000, "none"),
        ("1'250'000", 1_250_000, "none"),
        ("NOK 1,250,000", 1_250_000, "kr"),
        ("25000", 25_000, "none"),
        ("5 400 000*", 5_400_000, "none"),
        ("0", 0, "none"),
    ],
)
def test_amounts_are_read_in_every_form(text: str, expected: float, unit: str) -> None:
    cost = parse_amount(text)
    assert cost is not None
    assert (cost.amount, cost.unit, cost.currency) == (expected, unit, "NOK")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("240.000,- per år", 240_000),
        ("75 000 kr pr. år", 75_000),
        ("20 000/år", 20_000),
        ("Årlig 25 000", 25_000),
        ("Årleg 25 000", 25_000),
        ("ca. 50 000", 50_000),
        ("om lag 50 000 kr", 50_000),
        ("inntil 20 000 kroner", 20_000),
        ("Økonomiplan: 75 000 kr", 75_000),
        ("330 000 (50 % stilling)", 330_000),
        ("330 000 og 50 % stilling", 330_000),
        ("2014-2017: kr 400 000", 400_000),
        ("2014–17: 400 000", 400_000),
        ("kr 60 000,- (2019)", 60_000),
        ("kr 100 000 + mva", 100_000),
    ],
)
def test_what_stands_around_an_amount_does_not_hide_it(text: str, expected: float) -> None:
    assert amount(text) == expected


NO_COST = [
    *("", " ", "-", "–", "—", "--", "?", "*"),
    *("Ingen", "ingen", "Ingen ekstra kostnader", "Ikke aktuelt", "Ikke noe"),
    *("Inga", "Ingen ekstra kostnad", "Ikkje aktuelt", "Ikkje noko"),
]


@pytest.mark.parametrize("text", NO_COST)
def test_no_cost_is_no_answer(text: str) -> None:
    assert parse_amount(text) is None
    assert parse_amount(text, unit="tusen") is None


@pytest.mark.parametrize(
    "text",
    [
        "Innenfor ramme",
        "Innanfor ramma",
        "Egne midler",
        "Eigne midlar",
        "Må utredes",
        "Må greiast ut",
        "1 årsverk",
    ],
)
def test_wording_without_a_number_keeps_the_wording(text: str) -> None:
    assert amount(text) is None


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("100-200 000", "range"),
        ("100 000 til 200 000 kr", "range"),
        ("mellom 1 og 2 mill.", "range"),
        ("10´-15´", "range"),
        ("2000-2500 kr", "range, though 2000 looks like a year"),
        ("kr 50 000 i 2014, kr 60 000 i 2015", "two amounts"),
        ("50 000 + 20 000", "two amounts"),
        ("kr 500 per elev", "price for each"),
        ("kr 10 000/stk", "price for each"),
        ("20 000 kr per månad", "price for each"),
        ("á kr 500", "price for each"),
        ("2 x 50 000", "a product"),
        ("over 100 000", "a bound"),
        ("minst 3 mill.", "a bound"),
        ("-50 000", "a saving"),
        ("1,250", "decimals or English thousands"),
        ("1.250 mill.", "decimals or thousands"),
        ("½ mill.", "no digits"),
        ("425", "kroner or thousands"),
        ("2015", "a year"),
        ("240m", "a length"),
        ("240 m fortau", "a length"),
        ("12 000 innbyggere", "a count"),
        ("12 000 innbyggjarar", "a count"),
        ("99999999999999999999", "no amount is that long"),
    ],
)
def test_what_names_no_single_amount_has_none(text: str, why: str) -> None:
    assert amount(text) is None, why


def test_other_currencies_keep_their_code() -> None:
    cost = parse_amount("EUR 50 000")
    assert cost is not None and (cost.amount, cost.currency) == (50_000, "EUR")


@pytest.mark.parametrize(
    ("header", "unit"),
    [
        ("Kostnad i 1000 kr", "tusen"),
        ("Kostnad (1 000 kr)", "tusen"),
        ("Beløp i hele tusen", "tusen"),
        ("Beløp i heile tusen", "tusen"),
        ("Tall i 1000", "tusen"),
        ("Tal i 1000", "tusen"),
        ("TNOK", "tusen"),
        ("mill. kr", "mill"),
        ("Kostnad i millionar", "mill"),
        ("MNOK", "mill"),
        ("mrd. kroner", "mrd"),
        ("Kostnad i kr", "kr"),
        ("Kroner", "kr"),
        ("Kostnad i 2019-kronar", "kr"),
        ("Kostnad", None),
        ("Kostnad 2015", None),
        ("Krav", None),
        ("", None),
    ],
)
def test_header_gives_the_unit(header: str, unit: str | None) -> None:
    assert unit_from_header(header) == unit


@pytest.mark.parametrize(
    ("text", "unit", "expected"),
    [
        ("250", "tusen", 250_000),
        ("1 250", "tusen", 1_250_000),
        ("3,5", "mill", 3_500_000),
        ("ca. 250 per år", "tusen", 250_000),
        ("250*", "tusen", 250_000),
        ("500", "kr", 500),
        ("0", "tusen", 0),
    ],
)
def test_bare_number_is_counted_in_the_unit_of_its_header(text: str, unit: str, expected: float) -> None:
    cost = parse_amount(text, unit=unit)
    assert cost is not None and (cost.amount, cost.unit) == (expected, "header")


def test_unit_at_the_number_is_stronger_than_the_header() -> None:
    assert amount("kr 50 000", unit="tusen") == 50_000
    assert amount("0,2 mill.", unit="tusen") == 200_000


@given(st.integers(0, 10**9), st.sampled_from([" ", ".", "\u00a0", "\u202f"]))
def test_grouped_amounts_come_back(number: int, gap: str) -> None:
    grouped = f"{number:,}".replace(",", gap)
    assert amount(f"kr {grouped},-") == number


@given(st.text(), st.sampled_from([None, "kr", "tusen", "mill", "mrd", "ukjend"]))
def test_any_text_gets_an_answer(text: str, unit: str | None) -> None:
    cost = parse_amount(text, unit=unit)
    assert cost is None or cost.raw == text.strip()
    unit_from_header(text)


@pytest.mark.parametrize("piece", ["1 111 ", "kr ", "1", "1,", "1.111.", "i 1000 ", "ingen ", "1 - ", "per "])
def test_long_text_takes_time_in_proportion(piece: str) -> None:
    started = time.process_time()
    parse_amount(piece * (100_000 // len(piece)))
    assert time.process_time() - started < 5
