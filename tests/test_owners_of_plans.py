"""Whole documents: whose plan it is, under which number, and why; in bokmål and nynorsk."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

import pytest

from extractor import extract_plan
from schemas import Plan

BODY = {
    "nb": "1 Innledning\n{opening}Planen beskriver tjenestene.\n\n2 Mål\n- Færre skal bli ensomme.",
    "nn": "1 Innleiing\n{opening}Planen skildrar tenestene.\n\n2 Mål\n- Færre skal bli einsame.",
}


class Reader(Protocol):
    """Reads a document made of a cover, its opening sentence and its end."""

    def __call__(self, cover: str, *, language: str = "nb", opening: str = "", end: str = "") -> Plan: ...


@pytest.fixture
def read(tmp_path: Path) -> Reader:
    def plan_of(cover: str, *, language: str = "nb", opening: str = "", end: str = "") -> Plan:
        path = tmp_path / "plan.txt"
        opening = f"{opening} " if opening else ""
        path.write_text(f"{cover}\n\n{BODY[language].format(opening=opening)}\n{end}\n", encoding="utf-8")
        return extract_plan(path)

    return plan_of


def numbers(plan: Plan) -> list[str | None]:
    return [kommune.number for kommune in plan.kommuner]


@pytest.mark.parametrize(
    ("cover", "language", "number", "ground"),
    [
        ("Rusplan for Bø kommune i Telemark 2009-2012", "nn", "0821", "county"),
        ("Rusplan for Bø i Vesterålen 2009-2012", "nb", "1867", "county"),
        ("Rusplan for Bø kommune 2022-2025", "nb", "1867", "name"),
        ("Rusplan 2009-2012\nHerøy kommune (Nordland)", "nb", "1818", "county"),
        ("Rusplan 2009-2012\nHerøy kommune\nKommunenr. 1515", "nn", "1515", "number"),
        ("Rusplan 2009-2012\n1818 Herøy", "nb", "1818", "number"),
        ("Rusplan for Nes kommune, Akershus 2009-2012", "nb", "0236", "county"),
        ("Rusplan for Våler i Østfold 2009-2012", "nb", "0137", "county"),
        ("VÅLER KOMMUNE I SOLØR\nRusplan 2009-2012", "nb", "0426", "county"),
        ("OS KOMMUNE\nHORDALAND\nRusplan 2009-2012", "nn", "1243", "county"),
        ("Sande kommune i Vestfold\nRusplan 2009-2012", "nb", "0713", "county"),
        ("Folkehelseplan for Våler kommune i Viken 2021-2024", "nb", "3018", "county"),
        ("Folkehelseplan for Våler 2021-2024\nInnlandet fylke", "nb", "3419", "county"),
        ("Rusplan for Sauherad og Bø kommunar 2012-2015", "nn", "0821", "co-owners"),
        ("Rusplan for Tolga, Tynset og Os 2012-2015", "nb", "0441", "co-owners"),
        ("Rusplan for Fusa og Os 2012-2015", "nn", "1243", "co-owners"),
    ],
)
def test_namesakes_are_told_apart_and_the_ground_is_given(
    read: Reader, cover: str, language: str, number: str, ground: str
) -> None:
    owner = read(cover, language=language).kommuner[-1]
    assert (owner.number, owner.resolved_by) == (number, ground)


@pytest.mark.parametrize(
    ("language", "end", "number"),
    [
        ("nn", "Bø kommune, Postboks 1, 3833 Bø i Telemark", "0821"),
        ("nn", "Fylkesmannen i Telemark gav midlar. Telemark fylkeskommune er partnar.", "0821"),
        ("nb", "Fylkesmannen i Nordland ga midler. Nordland fylkeskommune er partner.", "1867"),
        ("nn", "Meir på www.bo.telemark.no", "0821"),
        ("nb", "Mer på www.bo.nordland.no", "1867"),
        ("nb", "Fylkesmannen i Nordland ga midler.", None),
        ("nn", "Telemark fylkeskommune og Nordland fylkeskommune, Telemark fylke og Nordland fylke.", None),
    ],
)
def test_the_body_tells_namesakes_apart_only_when_it_is_plain(
    read: Reader, language: str, end: str, number: str | None
) -> None:
    plan = read("Rusplan for Bø kommune 2009-2012", language=language, end=end)
    assert numbers(plan) == [number]
    if number is None:
        assert plan.kommuner[0].candidates == ["0821", "1867"]
        assert plan.kommuner[0].resolved_by is None
        assert "kommune-ambiguous" in {note.code for note in plan.diagnostics}


@pytest.mark.parametrize("name", ["Herøy", "Nes", "Os", "Sande", "Våler"])
@pytest.mark.parametrize("language", ["nb", "nn"])
def test_shared_names_are_reported_where_nothing_tells_them_apart(
    read: Reader, name: str, language: str
) -> None:
    (owner,) = read(f"Rusplan for {name} kommune 2009-2012", language=language).kommuner
    assert (owner.name, owner.number, len(owner.candidates)) == (name, None, 2)


@pytest.mark.parametrize(
    ("site", "name", "number"),
    [
        ("post@nes-bu.kommune.no", "Nes", "0616"),
        ("post@valer-of.kommune.no", "Våler", "0137"),
        ("www.heroy.more-og-romsdal.no", "Herøy", "1515"),
        ("www.os-ho.kommune.no", "Os", "1243"),
    ],
)
def test_web_addresses_hold_the_county_of_namesakes(read: Reader, site: str, name: str, number: str) -> None:
    assert numbers(read(f"Rusplan for {name} kommune 2012-2015", end=f"Kontakt: {site}")) == [number]
    assert numbers(read("Rusplan 2012-2015", end=f"Kontakt: {site}")) == [number]


def test_a_kommune_that_was_split_lists_its_heirs(read: Reader) -> None:
    plan = read("Rusplan for Tysfjord kommune 2012-2015")
    (owner,) = plan.kommuner
    assert (owner.number, owner.fylke, owner.current_number) == ("1850", "Nordland", None)
    assert owner.candidates == ["1806", "1875"]
    assert [note.code for note in plan.diagnostics if note.code.startswith("kommune")] == ["kommune-split"]


@pytest.mark.parametrize(
    ("cover", "language", "number"),
    [
        ("Kommunedelplan rus for nye Lillestrøm kommune 2019-2022", "nb", "3030"),
        ("Kommunedelplan rus for nye Sunnfjord kommune 2019-2022", "nn", "4647"),
    ],
)
def test_a_plan_made_before_the_merger_says_that_the_number_was_not_in_force(
    read: Reader, cover: str, language: str, number: str
) -> None:
    plan = read(cover, language=language)
    assert numbers(plan) == [number]
    assert "kommune-not-in-force" in {note.code for note in plan.diagnostics}


@pytest.mark.parametrize(
    ("cover", "language", "number"),
    [
        ("Rusplan for Vinje kommune\n12. mars 2016", "nn", "0834"),
        ("Rusplan for Trysil kommune 2021", "nb", "3421"),
        ("Rusplan for Trysil kommune\nVedtatt av kommunestyret, sak 45/09", "nb", "0428"),
        ("Rusplan for Trysil kommune\nErstatter plan fra 2008", "nb", None),
        ("Rusplan for Vinje kommune\nErstattar plan frå 2008", "nn", None),
        ("Rusplan for Herøy kommune i Nordland", "nb", "1818"),
    ],
)
def test_without_a_period_the_year_of_the_document_counts(
    read: Reader, cover: str, language: str, number: str | None
) -> None:
    (owner,) = read(cover, language=language).kommuner
    assert owner.number == number
    assert owner.current_number
    assert bool(owner.candidates) == (number is None)


T = "Plan for psykisk helse 2012-2015"
TRYSIL, BYKLE = ["0428"], ["0941"]


@pytest.mark.parametrize(
    ("cover", "opening", "end", "wanted"),
    [
        (T, "Planen er felles for kommunene Etnedal, Vang og Øystre Slidre.", "", ["0541", "0545", "0544"]),
        (
            "Plan mot vold i Valdres 2012-2015",
            "Valdres består av kommunene Etnedal og Vang.",
            "",
            ["0541", "0545"],
        ),
        (T, "Tolga og Tynset kommuner har gått sammen om denne planen.", "", ["0436", "0437"]),
        (T, "Planen er laget i samarbeid mellom Rollag og Flesberg kommuner.", "", ["0632", "0631"]),
        (f"{T}\nDeltakerkommuner: Tolga, Tynset og Alvdal", "", "", ["0436", "0437", "0438"]),
        ("Plan mot vold 2012-2015\nPolitirådet for Ringebu og Sør-Fron", "", "", ["0520", "0519"]),
        (T, "Trysil kommune legger med dette fram plan for psykisk helse.", "", TRYSIL),
        (T, "I denne planen beskrives hvordan Trysil kommune vil arbeide.", "", TRYSIL),
        (T, "Dette er Trysil kommunes plan.", "", TRYSIL),
        (T, "", "Kari Nordmann\nOrdfører i Trysil kommune", TRYSIL),
        (T, "", "Kontakt: Trysil kommune, Storvegen 3", TRYSIL),
        (f"{T}\nByrådet i Bergen", "", "", ["1201"]),
        (f"{T}\n0428 Trysil", "", "", TRYSIL),
        (f"{T}\nTrysil kommune\nSendt på høring til: Lund kommune, Bjerkreim kommune", "", "", TRYSIL),
        (f"{T}\nTrysil kommune\nArbeidsgruppe: Kari Moen, Ole Dal (Elverum kommune)", "", "", TRYSIL),
        (f"{T}\nTrysil kommune\nErstatter plan for Engerdal kommune", "", "", TRYSIL),
        (
            "Plan for rus 2020-2023\nIndre Østfold kommune\nTidligere Askim og Hobøl kommuner",
            "",
            "",
            ["3014"],
        ),
        (f"{T}\nTrysil kommune", "", "Elverum kommune er vert. " * 5, TRYSIL),
        (T, "Vågå, Lom og Skjåk kommuner har laget felles plan.", "", ["0515", "0514", "0513"]),
        ("Plan for Follo 2012-2015", "Kommunene Ski og Ås utgjør Follo.", "", ["0213", "0214"]),
        (f"{T}\nTrysil kommune\nStatistikk: Hamar kommune og Løten kommune", "", "", TRYSIL),
        (f"{T}\nTolga kommune\nSamarbeid mellom Tolga og Tynset kommuner", "", "", ["0436", "0437"]),
        ("RUSPLAN FOR NORD AURDAL 2012-2015", "", "", ["0542"]),
        ("Moss' rusplan 2012-2015", "", "", ["0104"]),
    ],
)
def test_owners_in_bokmaal_documents(
    read: Reader, cover: str, opening: str, end: str, wanted: list[str]
) -> None:
    assert numbers(read(cover, opening=opening, end=end)) == wanted


@pytest.mark.parametrize(
    ("cover", "opening", "end", "wanted"),
    [
        (T, "Planen er felles for kommunane Stryn, Eid og Gloppen.", "", ["1449", "1443", "1445"]),
        (
            "Plan mot vald i Sogn 2012-2015",
            "Regionen Sogn omfattar kommunane Luster og Lærdal.",
            "",
            ["1426", "1422"],
        ),
        (T, "Fjaler og Solund kommunar har gått saman om denne planen.", "", ["1429", "1412"]),
        (T, "Planen er laga i samarbeid mellom kommunane Vaksdal og Samnanger.", "", ["1251", "1242"]),
        (f"{T}\nDeltakande kommunar: Eid, Gloppen og Stryn", "", "", ["1443", "1445", "1449"]),
        ("Plan mot vald 2012-2015\nPolitirådet for Fjaler og Solund", "", "", ["1429", "1412"]),
        (T, "Bykle kommune legg med dette fram plan for psykisk helse.", "", BYKLE),
        (T, "I denne planen går det fram korleis Bykle kommune vil arbeide.", "", BYKLE),
        (T, "Dette er Bykle kommune sin plan.", "", BYKLE),
        (T, "", "Kari Nordmann\nordførar i Bykle", BYKLE),
        (T, "", "Kontakt: Bykle kommune, Sarvsvegen 14", BYKLE),
        (f"{T}\n0941 Bykle", "", "", BYKLE),
        (f"{T}\nBykle kommune\nSendt på høyring til: Valle kommune, Bygland kommune", "", "", BYKLE),
        (f"{T}\nBykle kommune\nArbeidsgruppe: Kari Moen, Ole Dal (Valle kommune)", "", "", BYKLE),
        (f"{T}\nBykle kommune\nErstattar plan for Valle kommune", "", "", BYKLE),
        (f"{T}\nBykle kommune", "", "Valle kommune er vert. " * 5, BYKLE),
        (T, "Eid og Stryn kommunar har laga felles plan.", "", ["1443", "1449"]),
        ("Plan for Nordfjord 2012-2015", "Kommunane Eid og Stryn utgjer Nordfjord.", "", ["1443", "1449"]),
        (f"{T}\nBykle kommune\nStatistikk: Valle kommune og Bygland kommune", "", "", BYKLE),
        (f"{T}\nEid kommune\nSamarbeid mellom Eid og Stryn kommunar", "", "", ["1443", "1449"]),
        ("Vinjes rusplan 2012-2015", "", "", ["0834"]),
    ],
)
def test_owners_in_nynorsk_documents(
    read: Reader, cover: str, opening: str, end: str, wanted: list[str]
) -> None:
    assert numbers(read(cover, language="nn", opening=opening, end=end)) == wanted


@pytest.mark.parametrize(
    ("cover", "language", "opening", "end"),
    [
        (
            T,
            "nb",
            "",
            "Pasienter legges inn ved Levanger sykehus. DPS Levanger følger opp. Levanger sykehus har vakt.",
        ),
        (
            T,
            "nn",
            "",
            "Ålesund sjukehus tek imot. Helse Førde har vakt. Ålesund sjukehus har senger. Ålesund DPS.",
        ),
        (T, "nb", "", "Vi lærer av modellen fra Kongsvinger kommune. " * 4),
        (T, "nn", "", "Vi lærer av røynsler frå Voss kommune. " * 4),
        (T, "nb", "Barnevernet er et samarbeid mellom kommunene Tynset og Tolga.", ""),
        (T, "nn", "Legevakta er interkommunal for kommunane Stryn og Eid.", ""),
        (f"{T}\nArbeidsgruppe:\nKari Grong\nPer Stryn\nOla Lund", "nb", "", ""),
        (T, "nb", "Planen skal samordnes med planene for Elverum kommune.", ""),
        (T, "nn", "Planen skal samordnast med planane for Voss kommune.", ""),
        (T, "nb", "Planen gjelder for Oslo kommune og tolv andre kommuner.", ""),
        (T, "nn", "Planen gjeld for Voss kommune og tolv andre kommunar.", ""),
        (T, "nb", "Planen er utarbeidet av Gjøvik kommune på vegne av Øyer kommune.", ""),
        (T, "nn", "Planen er utarbeidd av Voss kommune på vegner av Vik kommune.", ""),
        (T, "nb", "", "Kari Grong, Ola Grong og Per Grong deltok."),
        (T, "nn", "", "Kari Stryn, Ola Stryn og Per Stryn var med."),
        (T, "nb", "", "Vi sammenligner oss med Hamar kommune. " * 4),
        (T, "nn", "", "Vi samanliknar oss med Voss kommune. " * 4),
        ("Regional plan for folkehelse i Vestland 2021-2024", "nn", "", "Voss kommune er med. " * 4),
        ("Fylkesplan for Nordland 2013-2016", "nb", "", "Bodø kommune er med. " * 4),
        ("Utviklingsplan for helseforetaket 2019-2022", "nb", "", "Molde kommune er med. " * 4),
        ("Utviklingsplan for helseføretaket HF 2019-2022", "nn", "", "Molde kommune er med. " * 4),
        (T, "nb", "", "Saken har arkivnr. 09/1515 og løpenr. 0618/09."),
        (T, "nn", "", "Telemarksforsking, Postboks 4, 3833 Bø i Telemark"),
    ],
)
def test_neighbours_hospitals_examples_and_counties_own_no_plan(
    read: Reader, cover: str, language: str, opening: str, end: str
) -> None:
    assert numbers(read(cover, language=language, opening=opening, end=end)) == []


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Guovdageainnu suohkan", "2011"),
        ("Kárášjoga gielda - Karasjok kommune", "2021"),
        ("Karasjok kommune/Karasjoga gielda", "2021"),
        ("Deanu gielda – Tana kommune", "2025"),
        ("Deatnu - Tana", "2025"),
        ("Snåasen tjïelte / Snåsa kommune", "1736"),
        ("Porsangin komuuni", "2020"),
        ("GÁIVUONA SUOHKAN KÅFJORD KOMMUNE KAIVUONON KOMUUNI", "1940"),
        ("Nordreisa/Ráisa/Raisi", "1942"),
        ("Omasvuona suohkan - Storfjord kommune - Omasvuonon kunta", "1939"),
    ],
)
def test_sami_and_kven_names_are_one_owner_with_the_norwegian(read: Reader, line: str, number: str) -> None:
    assert numbers(read(f"{line}\nRusplan 2012-2015")) == [number]
