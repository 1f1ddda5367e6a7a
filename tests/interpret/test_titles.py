from __future__ import annotations

import pytest

from extractor.interpret.kind import document_kind
from extractor.interpret.titles import find_title
from extractor.structure.outline import Outline
from tests.interpret.build import drawn


def title_of(outline: Outline) -> str | None:
    title = find_title(outline, document_kind(outline))
    return title.value if title else None


@pytest.mark.parametrize(
    ("cover", "title"),
    [
        (
            """
            [20 bold] Rakkestad kommune
            [26] Handlingsplan for
            [40 bold] folkehelse
            [26] 2021-2033
            [11] Vedtatt av kommunestyret 17.06.2021, sak 52/21
            """,
            "Handlingsplan for folkehelse 2021-2033",
        ),
        (
            """
            [28] Oversikt over helsetilstanden i Rakkestad
            [15] Oversiktsdokument etter folkehelseloven § 5
            """,
            "Oversikt over helsetilstanden i Rakkestad",
        ),
        (
            """
            [14] Hyllestad kommune
            [34 bold] Trafikktryggingsplan
            [14] Trygg heile vegen
            """,
            "Trafikktryggingsplan",
        ),
        (
            """
            [30] Kommunedelplan for idrett
            [30] og fysisk aktivitet
            [14] 2018–2021
            [11] Høringsutkast
            """,
            "Kommunedelplan for idrett og fysisk aktivitet 2018–2021",
        ),
        (
            """
            [30 bold] Oppvekstplan
            [16] for Suldal kommune
            [12] Foto: Kari Nordmann
            """,
            "Oppvekstplan for Suldal kommune",
        ),
        (
            """
            [12] Temaplan
            [40 bold] Demensplan 2020–2024
            """,
            "Demensplan 2020–2024",
        ),
        (
            """
            [16] Øvre Eiker kommune
            [20] Kommunedelplan
            [40 bold] Trafikksikkerhet
            [20] 2019-2030
            """,
            "Kommunedelplan Trafikksikkerhet 2019-2030",
        ),
        (
            """
            [40] Rus og psykisk helse
            [20] Temaplan 2020–2024
            [12] Lom kommune
            """,
            "Rus og psykisk helse Temaplan 2020–2024",
        ),
    ],
)
def test_the_title_is_put_together_from_the_lines_of_a_pdf_cover(cover: str, title: str) -> None:
    assert title_of(drawn(cover)) == title


@pytest.mark.parametrize(
    ("cover", "title"),
    [
        (
            """
            RUSMIDDELPOLITISK
            HANDLINGSPLAN
            FOR
            TYNSET KOMMUNE
            2012 - 2016
            """,
            "RUSMIDDELPOLITISK HANDLINGSPLAN FOR TYNSET KOMMUNE 2012 - 2016",
        ),
        (
            """
            RUSMIDDELPOLITISK
            HÅNDLINGSPLAN
            FOR
            TOKKE KOMMUNE
            2012 : 2016

            Rusmiddelpolitisk handlingsplan for Tokke kommune 2012 - 2016
            """,
            "Rusmiddelpolitisk handlingsplan for Tokke kommune 2012 - 2016",
        ),
        (
            """
            Mål og tiltaksplan for perioden 2013-2015

            til

            Rollag kommunes ruspolitiske handlingsplan

            (Med endringer etter vedtak i kommunestyret sak 4/14)
            """,
            "Mål og tiltaksplan for perioden 2013-2015 til Rollag kommunes ruspolitiske handlingsplan",
        ),
        (
            """
            PLAN FOR FØREBYGGJANDE ARBEID FOR KOMMUNANE

            FJALER
            HYLLESTAD
            SOLUND

            Vedteken av:.....kommunestyre
            """,
            "PLAN FOR FØREBYGGJANDE ARBEID FOR KOMMUNANE FJALER HYLLESTAD SOLUND",
        ),
    ],
)
def test_the_title_is_put_together_from_the_lines_of_a_text(cover: str, title: str) -> None:
    assert title_of(drawn(cover)) == title


@pytest.mark.parametrize(
    ("header", "title"),
    [
        (
            "Øyer kommune Rusmiddelpolitisk handlingsplan 2016-2020",
            "Rusmiddelpolitisk handlingsplan 2016-2020",
        ),
        (
            "Rusmiddelpolitisk handlingsplan 2016-2020 Øyer kommune",
            "Rusmiddelpolitisk handlingsplan 2016-2020",
        ),
        ("Rusmiddelpolitisk handlingsplan 2016-2020 7", "Rusmiddelpolitisk handlingsplan 2016-2020"),
        ("Rusmiddelpolitisk handlingsplan", "Rusmiddelpolitisk handlingsplan 2016-2020"),
        ("Rusmiddelpolitisk han", "RUSMIDDELPOLITISK HANDLINGSPLAN 2016-2020"),
        ("Kommuneplan for Øyer", "RUSMIDDELPOLITISK HANDLINGSPLAN 2016-2020"),
    ],
)
def test_the_running_header_gives_the_title_in_small_letters_when_it_is_the_same(
    header: str, title: str
) -> None:
    cover = """
    [20 bold] ØYER KOMMUNE
    [30 bold] RUSMIDDELPOLITISK HANDLINGSPLAN
    [26 bold] 2016-2020
    [14] med retningslinjer for salg og skjenking av alkohol
    """
    assert title_of(drawn(cover, furniture=[header])) == title


def test_a_title_in_large_type_that_became_headings_is_still_found() -> None:
    outline = drawn(
        """
        # Lærdal kommune
        # Kulturplan 2022–2026
        # 1 Innleiing
        Planen gjeld kulturlivet.
        """
    )
    assert title_of(outline) == "Kulturplan 2022–2026"


def test_a_plan_named_inside_the_text_is_not_the_title() -> None:
    outline = drawn(
        """
        Folkehelseplan 2020–2024
        # 1 Innledning
        Planen bygger på kommuneplanen.
        """
    )
    assert title_of(outline) == "Folkehelseplan 2020–2024"


@pytest.mark.parametrize(
    ("case", "title"),
    [
        (
            """
            Toppbilde

            Driftsutvalget 07.10.09 sak 22/09 - Status for ruspolitisk plan

            Saksbehandler: Kari Nordmann
            Arkivref. 2009/1234
            # Rådmannens forslag til vedtak:
            Saken tas til orientering.
            """,
            "Driftsutvalget 07.10.09 sak 22/09 - Status for ruspolitisk plan",
        ),
        (
            """
            SAKSFRAMLEGG
            Sakshandsamar: Ola Nordmann
            Arkivsak: 17/1234
            Saksnr.: Utval Møtedato
            Saka gjeld: Folkehelseplan 2018-2021
            # Rådmannen si tilråding:
            Planen vert vedteken.
            """,
            "Folkehelseplan 2018-2021",
        ),
        (
            """
            Skaun kommune
            SAKSFRAMLEGG
            Saksbehandler: Kari Nordmann Arkiv: K22 Arkivsaksnr.: 13/1085
            BOLIGSOSIAL HANDLINGSPLAN 2014-2018 - SLUTTBEHANDLING
            # Rådmannens innstilling:
            Planen vedtas.
            """,
            "BOLIGSOSIAL HANDLINGSPLAN 2014-2018 - SLUTTBEHANDLING",
        ),
    ],
)
def test_a_case_document_is_called_by_its_case(case: str, title: str) -> None:
    assert title_of(drawn(case)) == title


def test_a_question_is_the_title_of_its_answer() -> None:
    outline = drawn(
        """
        Må kommunen ha en egen folkehelseplan?
        # Spørsmål:
        Må vi ha en plan?
        # Svar:
        Hei! Planen bør ha mål. Kommunen bør også vurdere tiltak.
        Vennlig hilsen
        """
    )
    assert document_kind(outline) == "guidance"
    assert title_of(outline) == "Må kommunen ha en egen folkehelseplan?"


def test_the_title_tells_where_it_stands() -> None:
    outline = drawn("[20] Handlingsplan for\n[30] oppvekst")
    title = find_title(outline, "plan")
    assert title is not None
    place = title.places()[0]
    assert outline.document.text[place.start : place.end] == "Handlingsplan for\n[30] oppvekst"


def test_an_empty_document_has_no_title() -> None:
    assert find_title(drawn(""), "other") is None
