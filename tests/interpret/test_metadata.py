from __future__ import annotations

import pytest

from extractor.interpret.kind import document_kind
from extractor.interpret.metadata import find_period, find_title, plan_type
from extractor.structure.outline import Outline
from tests.interpret.build import drawn


def years_of(outline: Outline) -> tuple[int, int] | None:
    kind = document_kind(outline)
    period = find_period(outline, find_title(outline, kind), kind)
    return (period.start_year, period.end_year) if period else None


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
    period = find_period(outline, find_title(outline, "plan"), "plan")
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


RUS_2008 = """
BYKLE KOMMUNE

RUSMIDDELPOLITISK
HANDLINGSPLAN

2008 – 2011

Vedtatt i kommunestyret 18.06.2008, K.sak 41/08
Arkivsak: 07/1243
"""


OPPVEKST = """
[14] Bykle kommune
[20] Sammen om oppveksten
[30 bold] Kommunedelplan for oppvekst og utdanning
[20] 2022–2034
[10] Neste revisjon: 2026
"""


PSYKISK = """
[14] Bykle kommune
[40 bold] Livsmestring
[40 bold] for alle
[20] Temaplan for psykisk helse og rus
[20] 2019–2026
"""


ROS = """
[30 bold] Helhetlig risiko- og sårbarhetsanalyse
[30 bold] for Bykle kommune
[12] Vedtatt i kommunestyret den 27.05.2021
"""


VALD = """
HERØY KOMMUNE
Møre og Romsdal

PLAN FOR FØREBYGGJANDE ARBEID
MOT VALD I NÆRE RELASJONAR

Gjeld for perioden 2014 – 2018
"""


IDRETT = """
Kommunedelplan for
idrett, fysisk aktivitet og folkehelse

2019–2022

Vik kommune
"""


BUSETJING = """
[20 bold] Plan for busetjing og integrering av flyktningar
[12] Kinn kommune 2024-2027
"""


SAMFUNN = """
[24] Kommuneplan for Fyresdal
[40 bold] Samfunnsdelen
[24] 2020-2032
"""


AREAL = """
[40 bold] Arealdelen
[24] Kommuneplan for Vaksdal 2020-2032
[10] Føresegner og retningsliner
"""


PROGRAM_NB = """
Planprogram
Kommunedelplan for klima og energi
Bykle kommune
"""


PROGRAM_NN = """
[14] Bykle kommune
[30] Kommunedelplan for oppvekst
[30] Planprogram
[12] Fastsett av formannskapet 12.02.2018
"""


STRATEGI = """
Kommunal planstrategi 2020 - 2023
Bykle kommune
Vedteken 27.10.2020
"""


@pytest.mark.parametrize(
    ("cover", "title", "name", "years"),
    [
        (
            RUS_2008,
            "RUSMIDDELPOLITISK HANDLINGSPLAN 2008 – 2011",
            "rusmiddelpolitisk_handlingsplan",
            (2008, 2011),
        ),
        (OPPVEKST, "Kommunedelplan for oppvekst og utdanning 2022–2034", "oppvekstplan", (2022, 2034)),
        (PSYKISK, "Temaplan for psykisk helse og rus 2019–2026", "psykisk_helse_og_rus_plan", (2019, 2026)),
        (ROS, "Helhetlig risiko- og sårbarhetsanalyse for Bykle kommune", "beredskapsplan", None),
        (VALD, "PLAN FOR FØREBYGGJANDE ARBEID MOT VALD I NÆRE RELASJONAR", "plan_mot_vold", (2014, 2018)),
        (
            IDRETT,
            "Kommunedelplan for idrett, fysisk aktivitet og folkehelse 2019–2022",
            "idrett_og_friluftsliv",
            (2019, 2022),
        ),
        (BUSETJING, "Plan for busetjing og integrering av flyktningar", "integreringsplan", (2024, 2027)),
        (
            SAMFUNN,
            "Kommuneplan for Fyresdal Samfunnsdelen 2020-2032",
            "kommuneplanens_samfunnsdel",
            (2020, 2032),
        ),
        (AREAL, "Arealdelen Kommuneplan for Vaksdal 2020-2032", "kommuneplanens_arealdel", (2020, 2032)),
        (PROGRAM_NB, "Planprogram Kommunedelplan for klima og energi", "planprogram", None),
        (PROGRAM_NN, "Kommunedelplan for oppvekst Planprogram", "planprogram", None),
        (STRATEGI, "Kommunal planstrategi 2020 - 2023", "planstrategi", (2020, 2023)),
    ],
)
def test_a_front_page_tells_title_type_and_years(
    cover: str, title: str, name: str, years: tuple[int, int] | None
) -> None:
    outline = drawn(f"{cover}\n# 1 Innledning\nPlanen er laget av en arbeidsgruppe.")
    found = find_title(outline, "plan")
    assert found is not None
    assert found.value == title
    assert plan_type(found, outline, "plan") == name
    assert years_of(outline) == years


@pytest.mark.parametrize(
    ("part", "proposal"),
    [
        ("Rådmannens innstilling:", "Tiltakene vurderes i økonomiplanen for 2032."),
        ("Rådmannen si innstilling:", "Tiltaka vert vurderte i økonomiplanen for 2032."),
    ],
)
def test_a_plan_that_the_proposal_mentions_does_not_tell_what_the_case_is_about(
    part: str, proposal: str
) -> None:
    outline = drawn(f"Bygda kommune\nSaksframlegg\n\nTemaplan 2031–2034\n\n{part}\n\n{proposal}")
    assert plan_type(None, outline, "case_document") is None
