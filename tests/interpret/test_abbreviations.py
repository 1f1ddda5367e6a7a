from __future__ import annotations

import pytest

from extractor.interpret.abbreviations import defined_abbreviations
from tests.interpret.build import drawn


@pytest.mark.parametrize(
    ("title", "header"), [("Forkortelser", "Forkortelse"), ("Forkortingar", "Forkorting")]
)
def test_a_table_of_abbreviations_is_read(title: str, header: str) -> None:
    rows = (
        "| K&O | Kultur og oppvekst |\n| HR | Personal og organisasjon |\n| HØP | Handlings- og økonomiplan |"
    )
    pairs = {
        "K&O": "Kultur og oppvekst",
        "HR": "Personal og organisasjon",
        "HØP": "Handlings- og økonomiplan",
    }
    assert defined_abbreviations(drawn(f"# Vedlegg: {title}\n| {header} | Betydning |\n{rows}")) == pairs
    assert defined_abbreviations(drawn(f"# Definisjoner\n| {header} | Tyding |\n{rows}")) == pairs
    assert defined_abbreviations(drawn(f"# {title}\n{rows}")) == pairs


def test_another_table_with_short_cells_is_no_list_of_abbreviations() -> None:
    assert defined_abbreviations(drawn("# Tiltak\n| NR | Tiltak |\n| NAV | Nytt avtaleverk |")) == {}


@pytest.mark.parametrize(
    ("line", "short", "long"),
    [
        (
            "ARA: Avdeling for rus og avhengighetsmedisin, ved sykehuset",
            "ARA",
            "Avdeling for rus og avhengighetsmedisin",
        ),
        ("BUP – Barne- og ungdomspsykiatrien", "BUP", "Barne- og ungdomspsykiatrien"),
        ("P&U = Plan og utvikling", "P&U", "Plan og utvikling"),
        ("Representant frå helse og omsorg (H&O)", "H&O", "helse og omsorg"),
        ("Leder for plan og utvikling (P&U) møter", "P&U", "plan og utvikling"),
        ("Representant fra teknisk (TEK)", "TEK", "teknisk"),
        (
            "legemiddelassistert rehabilitering (LAR) er eit tilbod",
            "LAR",
            "legemiddelassistert rehabilitering",
        ),
        ("ved barneverntenesta (BVT)", "BVT", "barneverntenesta"),
    ],
)
def test_an_abbreviation_beside_its_words_is_read(line: str, short: str, long: str) -> None:
    assert defined_abbreviations(drawn(f"# 1 Innledning\n{line}")) == {short: long}


@pytest.mark.parametrize(
    "line",
    [
        "Ta i bruk samhandlingsverktøy (IP) i alle saker",
        "Representanten Anna Persen (AP) tok ordet",
        "Representanten Hegge (H) tok ordet",
        "Ansvar: Rådmannen",
        "NB: Dette er viktig",
        "NAV: frist 1. mai",
        "Helsedirektoratets veileder (IS-2038)",
        "Planen (2013)",
    ],
)
def test_letters_that_do_not_stand_for_the_words_are_left_alone(line: str) -> None:
    assert defined_abbreviations(drawn(f"# 1 Innledning\n{line}")) == {}


def test_the_list_goes_before_the_running_text() -> None:
    drawing = """
    # 1 Innledning
    Møte i helse og omsorg (H&O).
    # Forkortelser
    H&O: Helse, omsorg og velferd
    """
    assert defined_abbreviations(drawn(drawing)) == {"H&O": "Helse, omsorg og velferd"}
