from __future__ import annotations

import pytest

from extractor.interpret.kind import document_kind
from extractor.interpret.metadata import find_period, find_title, plan_type
from extractor.structure.outline import Outline
from tests.interpret.build import drawn, text


def title_of(outline: Outline) -> str | None:
    title = find_title(outline, document_kind(outline))
    return title.value if title else None


def years_of(outline: Outline) -> tuple[int, int] | None:
    period = find_period(outline, find_title(outline, document_kind(outline)))
    return (period.start_year, period.end_year) if period else None


def type_of(title: str) -> str | None:
    outline = drawn(title)
    return plan_type(text(title), outline, "plan")


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


@pytest.mark.parametrize(
    ("nb", "nn", "name"),
    [
        (
            "Rusmiddelpolitisk handlingsplan",
            "Rusmiddelpolitisk handlingsplan",
            "rusmiddelpolitisk_handlingsplan",
        ),
        ("Ruspolitisk plan", "Rusplan for Bygda", "rusmiddelpolitisk_handlingsplan"),
        ("Alkoholpolitisk handlingsplan", "Alkoholpolitiske retningsliner", "alkoholpolitisk_handlingsplan"),
        ("Plan for rus og psykisk helse", "Plan for psykisk helse og rus", "psykisk_helse_og_rus_plan"),
        ("Temaplan for folkehelse", "Temaplan for folkehelsa", "folkehelseplan"),
        ("Helse- og omsorgsplan", "Plan for helse og omsorg", "helse_og_omsorgsplan"),
        ("Demensplan 2020", "Demensplan 2020", "demensplan"),
        ("Oppvekstplan", "Oppvekstplan", "oppvekstplan"),
        ("Plan for forebyggende arbeid", "Plan for førebyggjande arbeid", "forebyggende_plan_barnevern"),
        ("Rus- og kriminalitetsforebyggende plan", "SLT-handlingsplan", "slt_plan"),
        (
            "Handlingsplan mot vold i nære relasjoner",
            "Handlingsplan mot vald i nære relasjonar",
            "plan_mot_vold",
        ),
        ("Boligsosial handlingsplan", "Bustadsosial handlingsplan", "boligsosial_handlingsplan"),
        ("Trafikksikkerhetsplan", "Trafikktryggingsplan", "trafikksikkerhetsplan"),
        ("Kommunedelplan for trafikksikkerhet", "Plan for trafikktryggleik", "trafikksikkerhetsplan"),
        ("Klima- og energiplan", "Energi- og klimaplan", "klima_og_energiplan"),
        ("Plan for fysisk aktivitet og idrett", "Plan for idrett og friluftsliv", "idrett_og_friluftsliv"),
        ("Kulturminneplan", "Kulturplan", "kulturplan"),
        ("Overordnet beredskapsplan", "Overordna beredskapsplan", "beredskapsplan"),
        ("Hovedplan for vann og avløp", "Hovudplan for vatn og avløp", "vann_og_avlopsplan"),
        ("Strategisk næringsplan", "Strategisk næringsplan", "naeringsplan"),
        ("Kompetanseplan", "Kompetanseplan", "kompetanseplan"),
        ("Plan for bosetting av flyktninger", "Plan for busetjing og integrering", "integreringsplan"),
        ("Plan for likestilling og mangfold", "Plan for likestilling og mangfald", "likestillingsplan"),
        ("Språkplan", "Målbruksplan", "sprakplan"),
        ("Digitaliseringsstrategi", "Digitaliseringsstrategi", "digitaliseringsstrategi"),
        ("Kommunal planstrategi 2020-2023", "Kommunal planstrategi", "planstrategi"),
        ("Kommuneplanens samfunnsdel", "Kommuneplanen sin samfunnsdel", "kommuneplanens_samfunnsdel"),
        ("Kommuneplanens arealdel", "Arealdelen til kommuneplanen", "kommuneplanens_arealdel"),
        ("Handlings- og økonomiplan", "Økonomiplan 2024-2027", "okonomi_og_handlingsplan"),
        ("Planprogram for klimaplan", "Kulturplan – planprogram", "planprogram"),
        ("Temaplan", "Årsmelding", None),
    ],
)
def test_the_title_tells_the_type_of_plan(nb: str, nn: str, name: str | None) -> None:
    assert type_of(nb) == type_of(nn) == name


def test_the_type_that_comes_first_in_the_title_decides() -> None:
    title = "Rusmiddelpolitisk handlingsplan med retningslinjer for salg og skjenking"
    assert type_of(title) == "rusmiddelpolitisk_handlingsplan"


def test_the_body_that_decides_a_case_does_not_tell_the_type() -> None:
    title = "Utval for helse og omsorg 12.06.18 sak 21/18 - Demensplan 2019"
    assert plan_type(text(title), drawn(title), "case_document") == "demensplan"


def test_a_title_without_type_leaves_it_to_running_headers_and_headings() -> None:
    assert (
        plan_type(text("Temaplan"), drawn("Temaplan", furniture=["Oppvekstplan 2020"]), "plan")
        == "oppvekstplan"
    )
    headings = drawn("Plan\n# 1 Klima i dag\n# 2 Klimamål\n# 3 Klimatiltak\n# 4 Samarbeid")
    assert plan_type(text("Plan"), headings, "plan") == "klima_og_energiplan"


@pytest.mark.parametrize(
    ("document", "years"),
    [
        ("Folkehelseplan 2021-2033", (2021, 2033)),
        ("Folkehelseplan 2013 – 15", (2013, 2015)),
        ("Rusplan for Bykle 2009 : 2013", (2009, 2013)),
        ("Rusplan for perioden 2013-2015", (2013, 2015)),
        ("Oppvekstplan\n\nPerioden 2022 - 2025", (2022, 2025)),
        ("Oppvekstplan\n# 1 Innledning\nPlanen gjelder for perioden 2021-2024.", (2021, 2024)),
        ("Oppvekstplan\n# 1 Innleiing\nPlanperioden er 2014–2017, med rullering kvart år.", (2014, 2017)),
        ("Oppvekstplan\n# 1 Innleiing\nPlanen gjeld frå 2021 til 2033.", (2021, 2033)),
        ("Oppvekstplan\n# 1 Innledning\nForrige plan gjaldt for perioden 2012-2015.", None),
        ("Oppvekstplan\n# 1 Innleiing\nDen førre planperioden var 2012–2015.", None),
        ("Oppvekstplan\n# 1 Innledning\nTiltak tas inn i økonomiplanen 2016-2019.", None),
        ("Oppvekstplan\n# 1 Evaluering av forrige plan\nPlanperioden var 2012-2015.", None),
        ("Oppvekstplan\n# 1 Status\nFolketallet i perioden 2010-2015 gikk ned.", None),
        ("Oppvekstplan 2015-2013", None),
        ("Oppvekstplan", None),
    ],
)
def test_the_period_is_the_plans_own(document: str, years: tuple[int, int] | None) -> None:
    assert years_of(drawn(document)) == years


def test_the_period_is_given_as_written_and_as_edtf_with_its_place() -> None:
    outline = drawn("Rusplan for Bykle 2009 : 2013")
    period = find_period(outline, find_title(outline, "plan"))
    assert period is not None
    assert (period.raw, period.edtf) == ("2009 : 2013", "2009/2013")
    assert outline.document.text[period.source[0].start : period.source[0].end] == "2009 : 2013"


def test_a_case_document_has_no_period_of_its_own() -> None:
    outline = drawn(
        """
        Kommunestyret 25.03.2015 sak 23/15 - Boligplan 2015-2018

        Saksbehandler: Kari Nordmann
        Arkivsak: 2014/5178
        # Saksopplysninger:
        Planen er ferdig.
        """
    )
    assert document_kind(outline) == "case_document"
    assert years_of(outline) is None
