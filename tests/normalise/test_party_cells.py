from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.normalise.parties import split_responsible

CELLS = [
    line
    for line in Path(__file__).with_name("party_cells.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("# ")
]
NN = re.compile(r"leiar|eining|teneste|skul|leg\b|heim|bustad|eigedom|syster|utval\b|ikkje|ane\b|sjå|frå")
NB = re.compile(r"leder|enhet|tjeneste|skole|lig\b|hjem|bolig|eiendom|søster|utvalg\b|ikke|ene\b|se |fra")
PARTIES = [
    "Rektor", "rektorane", "Rektorene", "NAV", "NAV Xdal", "Helse og omsorg", "kultur", "leiar for psykisk helse",
    "leder for psykisk helse", "Kari Nordmann", "Fjellvang", "Xdal idrettslag", "K&O", "barne- og ungdomsarbeidar",
    "Barne- og ungdomsarbeider", "kommunedirektøren v/kultursjefen", "FAU (leiar)", "einingsleiar oppvekst",
    "enhetsleder oppvekst", "Plan- og miljøutvalet", "tekn. etat",
]  # fmt: skip


def read(example: str) -> tuple[str, list[str]]:
    cell, _, expected = example.partition(" →")
    return cell.replace("¶", "\n"), [part.strip() for part in expected.split(" | ") if part.strip()]


@pytest.mark.parametrize("example", CELLS)
def test_a_cell_gives_its_parties_and_their_entries(example: str) -> None:
    cell, expected = read(example)
    assert [f"{party.raw} = {party.id or '–'}" for party in split_responsible(cell)] == expected


@pytest.mark.parametrize("standard", [NB, NN])
def test_the_cells_are_in_both_written_standards(standard: re.Pattern[str]) -> None:
    assert sum(bool(standard.search(cell)) for cell in CELLS) > 100


@given(
    st.lists(st.tuples(st.sampled_from(PARTIES), st.sampled_from([", ", "/", "\n", "; ", " og ", " samt ", "\n- "])))
)  # fmt: skip
def test_every_word_of_a_cell_is_in_one_of_its_parties(cells: list[tuple[str, str]]) -> None:
    text = "".join(party + link for party, link in cells)
    kept = " ".join(party.raw for party in split_responsible(text))
    for word in re.findall(r"[^\W\d_]{3,}", re.sub(r"\b(?:samt|og)\b", "", text)):
        assert re.search(rf"\b{word}\b", kept), word


@pytest.mark.parametrize(
    ("text", "sector", "rule"),
    [
        ("Kultursjefen", "kultur", "role"),
        ("Seksjon for kultur", "kultur", "unit"),
        ("Kultureininga", "kultur", "unit"),
        ("NAV-leder", "NAV", "listed"),
        ("Leiar NAV Xdal", "NAV", "listed+place"),
        ("Rektorane", "skole", "listed"),
        ("Helsesøster", "helsestasjon og skolehelsetjeneste", "listed"),
        ("Leiar for heimetenesta", "hjemmetjenesten", "head"),
        ("Rådmannen v/kultursjefen", "sentraladministrasjonen", "listed+place"),
        ("Ordføraren", None, "listed"),
        ("Fjellvang", None, None),
    ],
)
def test_a_party_tells_its_sector_and_how_it_was_known(
    text: str, sector: str | None, rule: str | None
) -> None:
    (party,) = split_responsible(text)
    assert (party.sector, party.rule) == (sector, rule)


@pytest.mark.parametrize(("short", "long"), [("H&O", "Helse og omsorg"), ("BU", "Barn og familie")])
def test_a_party_known_by_the_documents_own_abbreviation_says_so(short: str, long: str) -> None:
    (party,) = split_responsible(f"Leiar {short}", abbreviations={short: long})
    assert party.rule == "abbreviation+role" and party.sector == long.casefold()
    (unknown,) = split_responsible(short, abbreviations={short: "Fjellvang og omland"})
    assert (unknown.name, unknown.id, unknown.rule) == ("Fjellvang og omland", None, "abbreviation")
