from __future__ import annotations

import pytest

from extractor.interpret.owners import find_owners
from schemas.plan import Kind
from tests.interpret.build import drawn


def owners(drawing: str, *, furniture: tuple[str, ...] = (), kind: Kind = "plan") -> list[str]:
    return [owner.name for owner in find_owners(drawn(drawing, furniture=furniture), kind)]


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("Rusplan for Tynset kommune 2012-2016", ["Tynset"]),
        ("Rollag kommunes ruspolitiske handlingsplan", ["Rollag"]),
        ("Folkehelseplan for Ulvik herad", ["Ulvik"]),
        ("RUSPLAN FOR NORD-ODAL KOMMUNE", ["Nord-Odal"]),
        ("Rusplan for Evje og Hornnes kommune", ["Evje og Hornnes"]),
        ("Oppvekstplan for Suldal", ["Suldal"]),
        ("Rusplan for kommunene Grong, Lierne og Overhalla", ["Grong", "Lierne", "Overhalla"]),
        ("Rusplan for Fjaler, Hyllestad og Solund kommunar", ["Fjaler", "Hyllestad", "Solund"]),
        ("Felles beredskapsplan for Fjaler og Solund", ["Fjaler", "Solund"]),
        ("Plan for Hábmera suohkan", ["Hamarøy"]),
        ("Trafikksikkerhetsplan for Os kommune", ["Os"]),
        ("Trafikksikkerhetsplan for Noetteroey kommune", ["Nøtterøy"]),
        ("Tinn kommune sin kulturplan", ["Tinn"]),
        ("Grongs rusplan 2012-2016", ["Grong"]),
        ("Rusplan Bykle 2012-2016", ["Bykle"]),
        ("Felles rusplan Fjaler og Solund 2020-2024", ["Fjaler", "Solund"]),
        ("RUSPLAN BODØ", ["Bodø"]),
        ("Kulturplan for Lund", ["Lund"]),
        ("Kulturplan for Time", ["Time"]),
    ],
)
def test_the_title_names_the_owner(title: str, names: list[str]) -> None:
    assert owners(f"{title}\n# 1 Innledning\nSamarbeidet med Oslo kommune går bra.") == names


@pytest.mark.parametrize(
    ("cover", "names"),
    [
        ("Bykle kommune\nFolkehelseplan", ["Bykle"]),
        ("ULVIK HERAD\nFolkehelseplan", ["Ulvik"]),
        ("Folkehelseplan\nVedtatt av Tolga kommunestyre 1.2.2016", ["Tolga"]),
        ("Folkehelseplan\nVedteken av Kvam heradsstyre 1.2.2016", ["Kvam"]),
        ("FELLES FOLKEHELSEPLAN\nGRONG\nLIERNE\nNAMSSKOGAN", ["Grong", "Lierne", "Namsskogan"]),
        (
            "Folkehelseplan\nSamarbeid mellom kommunene Grong, Lierne og Røyrvik.",
            ["Grong", "Lierne", "Røyrvik"],
        ),
        (
            "Folkehelseplan\nSamarbeid mellom kommunane Fjaler, Askvoll og Gaular.",
            ["Fjaler", "Askvoll", "Gaular"],
        ),
        ("Folkehelseplan\nTolga kommune\nOslo\nmai 2016", ["Tolga"]),
        ("Time\nFolkehelseplan", ["Time"]),
        ("Bykle kommune\nFolkehelseplan\nUtarbeidet i samarbeid med Valle kommune", ["Bykle"]),
        ("Bykle kommune\nFolkehelseplan\nFoto: Valle kommune", ["Bykle"]),
        ("Beredskapsplan\nFjaler - Hyllestad - Solund", ["Fjaler", "Hyllestad", "Solund"]),
        ("Beredskapsplan\nGrong, Lierne og Røyrvik\n2020-2024", ["Grong", "Lierne", "Røyrvik"]),
        ("BEREDSKAPSPLAN\nFJALER • GAULAR • SOLUND", ["Fjaler", "Gaular", "Solund"]),
        (
            "Rusplan\nVedteken av\nFjaler kommunestyre 1.2.2020\nSolund kommunestyre 2.2.2020",
            ["Fjaler", "Solund"],
        ),
        ("Kristiansand kommune\n(tidligere Søgne kommune)\nRusplan", ["Kristiansand"]),
        ("Sunnfjord kommune\n(tidlegare Gaular kommune)\nRusplan", ["Sunnfjord"]),
    ],
)
def test_the_cover_names_the_owners(cover: str, names: list[str]) -> None:
    assert owners(f"{cover}\n# 1 Innledning\nTekst.") == names


def test_the_running_header_names_the_owner() -> None:
    assert owners("Folkehelseplan\n# 1 Innleiing\nTekst.", furniture=("Lærdal kommune Side 3 av 9",)) == [
        "Lærdal"
    ]


def test_the_council_that_adopted_it_is_the_owners() -> None:
    text = "Planen ble vedtatt av Tolga kommunestyre. Oslo kommune har gitt innspill."
    assert owners(f"Folkehelseplan\n# 1 Innledning\n{text}") == ["Tolga"]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Vedtatt i Tana bystyre 1.2.2012.", ["Tana"]),
        ("Planen er vedteken i Gloppen kommunestyre.", ["Gloppen"]),
        ("Kommunestyret i Suldal vedtok planen i 2012.", ["Suldal"]),
        ("Heradsstyret i Ulvik vedtok planen i 2012.", ["Ulvik"]),
        ("Modellen ble vedtatt av Tolga kommunestyre.", []),
        ("Ein liknande modell er vedteken i Gloppen kommunestyre.", []),
    ],
)
def test_only_the_council_that_adopted_this_plan_tells_the_owner(sentence: str, names: list[str]) -> None:
    assert owners(f"Folkehelseplan\n# 1 Innledning\nTekst.\n{sentence}") == names


NAMED_OFTEN = "\n# 1 Innledning\nTinn kommune er med.\nTinn kommune har mål.\nTinn kommune skal."


@pytest.mark.parametrize(
    "cover",
    [
        "Regional plan for folkehelse\nTelemark fylkeskommune",
        "Regional plan for folkehelse\nVedteken av fylkestinget 12.12.2018",
    ],
)
def test_a_plan_of_the_county_has_no_kommune_as_owner(cover: str) -> None:
    assert owners(cover + NAMED_OFTEN) == []
    assert owners("Plan for folkehelse" + NAMED_OFTEN) == ["Tinn"]


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("Post: Skaun kommune Boks 130, 7353 Børsa Besøksadresse: Rådhuset", "Skaun"),
        ("Postadresse: Rådhuset, 7353 Børsa E-post: postmottak@skaun.kommune.no", "Skaun"),
        ("Telefon 00 00 00 00 www.nord-odal.kommune.no", "Nord-Odal"),
        ("Tlf 00 00 00 00 post@notteroy.kommune.no", "Nøtterøy"),
    ],
)
def test_the_address_at_the_end_names_the_sender(address: str, name: str) -> None:
    case = "Kommunestyret 1.2.2016 sak 3/16 - Folkehelseplan\n# Saksopplysninger:\nVerdal og Frosta er med."
    drawing = f"{case}\n{address}"
    assert owners(drawing, kind="case_document") == [name]


BODY = "Folkehelseplan\n# 1 Innledning\n"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Tolga kommune har mål.\nTolga kommune skal.\nI Tolga kommune er det godt.\nOslo kommune hjelper.",
            ["Tolga"],
        ),
        ("Innbyggerne i Tolga trives.\nNAV Tolga hjelper.\nFolk i Tolga går tur.", ["Tolga"]),
        ("Tolga kommune har mål.\nOslo kommune har mål.\nTolga kommune skal.\nOslo kommune skal.", []),
        ("Tolga kommune har mål.", []),
        ("Time for time går.\nTime er en enhet.\nTime teller.", []),
        (
            "Vi arbeider saman med Modum og Sigdal.\nVoss herad og Eidfjord kommune har gjeve råd undervegs.",
            [],
        ),
    ],
)
def test_the_body_names_the_owner_only_when_one_kommune_clearly_leads(text: str, names: list[str]) -> None:
    assert owners(BODY + text) == names


def test_guidance_has_no_owner() -> None:
    assert owners("Rettleiar for Tolga kommune", kind="guidance") == []


def test_the_owner_is_shown_where_it_is_named() -> None:
    outline = drawn("Folkehelseplan\nfor\nTolga kommune")
    (owner,) = find_owners(outline, "plan")
    (place,) = owner.text.places()
    assert outline.document.text[place.start : place.end] == "Tolga kommune"
