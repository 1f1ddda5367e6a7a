from __future__ import annotations

import time

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


@pytest.mark.parametrize(
    ("line", "pairs"),
    [
        ("Forkortelser: H&O = helse og omsorg, BUF = barn, unge og familie.",
         {"H&O": "helse og omsorg", "BUF": "barn, unge og familie"}),
        ("Forkortingar: H&O - helse og omsorg, BUF - born, unge og familie",
         {"H&O": "helse og omsorg", "BUF": "born, unge og familie"}),
        ("Forkortingar i planen: H/O: helse og omsorg; BUF: born, unge og familie",
         {"H/O": "helse og omsorg", "BUF": "born, unge og familie"}),
        ("H&O står for helse og omsorg. Annet står ikke her.", {"H&O": "helse og omsorg"}),
        ("BVT er forkorting for barneverntenesta.", {"BVT": "barneverntenesta"}),
        ("BVT er forkortelse for barneverntjenesten.", {"BVT": "barneverntjenesten"}),
        ("Møte i helse og omsorg (heretter H&O).", {"H&O": "helse og omsorg"}),
        ("Møte i helse og omsorg (heretter kalla H&O).", {"H&O": "helse og omsorg"}),
        ("Møte i barn, unge og familie, heretter forkortet BUF, ble holdt.", {"BUF": "barn, unge og familie"}),
        ("Møte i born, unge og familie, heretter forkorta BUF, vart halde.", {"BUF": "born, unge og familie"}),
        ("Møte i plan og utvikling («P&U») i går", {"P&U": "plan og utvikling"}),
        ("BUF (barn, unge og familie) har ansvaret.", {"BUF": "barn, unge og familie"}),
        ("BUF (born, unge og familie) har ansvaret.", {"BUF": "born, unge og familie"}),
    ],
)  # fmt: skip
def test_abbreviations_that_a_sentence_explains_are_read(line: str, pairs: dict[str, str]) -> None:
    assert defined_abbreviations(drawn(f"# 1 Innledning\n{line}")) == pairs


@pytest.mark.parametrize(
    "line",
    [
        "NAV, heretter AB",
        "Frist: PPT = fire uker",
        "Fristen (heretter UTE) er ute",
        "FAU (møte i juni)",
        "NAV - Kultur",
    ],
)
def test_a_sentence_that_explains_something_else_gives_no_abbreviation(line: str) -> None:
    assert defined_abbreviations(drawn(f"# 1 Innledning\n{line}")) == {}


@pytest.mark.parametrize("title", ["Forkortelser i planen:", "Forkortingar i planen:"])
def test_lines_below_a_label_are_a_list_as_long_as_they_are_pairs(title: str) -> None:
    outline = drawn(
        f"# 1 Innledning\n{title}\nLMT = Tverrfaglig møte\nVanlig tekst står her.\nXYZ = noe annet"
    )
    assert defined_abbreviations(outline) == {"LMT": "Tverrfaglig møte"}


@pytest.mark.parametrize("title", ["Forkortelser", "Forkortingar"])
def test_a_headed_list_may_have_spaces_alone(title: str) -> None:
    assert defined_abbreviations(drawn(f"# {title}\nH&O Helse og omsorg\nNAV Nord er her")) == {
        "H&O": "Helse og omsorg"
    }


@pytest.mark.parametrize(("who", "title"), [("Ansvarlig", "Tiltak"), ("Ansvarleg", "Tiltak")])
def test_a_cell_may_explain_an_abbreviation(who: str, title: str) -> None:
    table = f"| {title} | {who} |\n| Kurs | Barn og familie (BF) |\n| Bok | BF |"
    assert defined_abbreviations(drawn(f"# Tiltak\n{table}")) == {"BF": "Barn og familie"}


def test_long_sentences_of_abbreviations_are_read_in_linear_time() -> None:
    begun = time.process_time()
    defined_abbreviations(drawn("# Forkortelser\n" + "H&O = helse og omsorg, " * 2000))
    assert time.process_time() - begun < 5
