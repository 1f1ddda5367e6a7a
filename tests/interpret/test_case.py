from __future__ import annotations

import pytest

from extractor.interpret.case import read_case
from extractor.interpret.titles import find_title
from schemas import Case
from tests.interpret.build import drawn

NB = """
Driftsutvalget 07.10.09 sak 22/09 - Status for ruspolitisk plan

Kari Nordmann - klikk for personkort
Saksbehandler: Kari Nordmann
Arkivref. 2009/8253
Saken avgjøres av: Driftsutvalget
# Saksgang
Utvalg Møtedato Saksnr.
Driftsutvalget 07.10.09 22/09
# Rådmannens forslag til vedtak:
Saken tas til orientering.
# Saksopplysninger:
Arbeidet er i gang.
"""
NN = """
Utval for oppvekst 07.10.2019 sak 22/19 - Status for oppvekstplanen

Sakshandsamar: Kari Nordmann
Arkivsaknr: 2019/8253
# Framlegg til vedtak:
Saka vert teken til orientering.
# Saksopplysningar:
Arbeidet er i gang.
"""


@pytest.mark.parametrize(
    ("document", "case"),
    [
        (
            NB,
            Case(
                body="Driftsutvalget",
                date="2009-10-07",
                case_number="22/09",
                archive_ref="2009/8253",
                case_handler="Kari Nordmann",
                proposed_decision="Saken tas til orientering.",
            ),
        ),
        (
            NN,
            Case(
                body="Utval for oppvekst",
                date="2019-10-07",
                case_number="22/19",
                archive_ref="2019/8253",
                case_handler="Kari Nordmann",
                proposed_decision="Saka vert teken til orientering.",
            ),
        ),
    ],
)
def test_title_and_labels_tell_of_the_case(document: str, case: Case) -> None:
    assert read_case(drawn(document)) == case


def test_labels_in_table_cells_are_read() -> None:
    case = read_case(
        drawn(
            """
            Boligplan - sluttbehandling
            | Saksnr. | 23/15 |
            | Utvalg: | Kommunestyret |
            | Møtedato: | 25.03.2015 |
            | Arkivsak: | 2014/5178 |
            | Saksbehandler: | Ola B. Nordmann |
            # Innstilling
            """
        )
    )
    assert (case.body, case.date, case.case_number) == ("Kommunestyret", "2015-03-25", "23/15")
    assert (case.archive_ref, case.case_handler) == ("2014/5178", "Ola B. Nordmann")


def test_the_value_may_stand_on_the_line_below_its_label() -> None:
    assert (
        read_case(drawn("Saksbehandler:\nKari Nordmann\nArkivsaksnr.:\n13/1085")).case_handler
        == "Kari Nordmann"
    )


def test_several_labels_may_share_a_line() -> None:
    case = read_case(drawn("SAKSFRAMLEGG\nSaksbehandler: Gro Nordmann Arkiv: A20 &32 Arkivsaksnr.: 13/1085"))
    assert (case.case_handler, case.archive_ref) == ("Gro Nordmann", "13/1085")


MEETINGS = """
SAKSFRAMLEGG
{decides}
# Saksgang
| Saksnr | Utvalg | Møtedato |
| 9/15 | Eldrerådet | 02.03.2015 |
| 23/15 | Kommunestyret | 25.03.2015 |
| 24/15 | Ungdomsrådet | 26.03.2015 |
"""


@pytest.mark.parametrize(
    ("decides", "meeting"),
    [
        ("Saken avgjøres av: Kommunestyret", ("Kommunestyret", "2015-03-25", "23/15")),
        ("Saka vert avgjort av: Kommunestyret", ("Kommunestyret", "2015-03-25", "23/15")),
        ("", ("Kommunestyret", "2015-03-25", "23/15")),
        ("Behandles av: Ungdomsrådet", ("Ungdomsrådet", "2015-03-26", "24/15")),
    ],
)
def test_the_meeting_of_the_body_that_decides_counts_else_the_councils(
    decides: str, meeting: tuple[str, str, str]
) -> None:
    case = read_case(drawn(MEETINGS.format(decides=decides)))
    assert (case.body, case.date, case.case_number) == meeting


def test_all_points_of_the_proposal_are_kept() -> None:
    drawing = "# Rådmannens innstilling:\n1. Planen vedtas.\n2. Tiltakene tas inn i budsjettet.\n# Vedlegg"
    assert (
        read_case(drawn(drawing)).proposed_decision == "1. Planen vedtas. 2. Tiltakene tas inn i budsjettet."
    )


def test_a_proposal_is_found_where_its_label_is_no_heading() -> None:
    drawing = "Kommunedirektøren si tilråding:\nPlanen vert vedteken.\nSaksopplysningar:\nTekst."
    assert read_case(drawn(drawing)).proposed_decision == "Planen vert vedteken."


@pytest.mark.parametrize(
    "line", ["Saksbehandler:", "Saksbehandlers vurdering av planen", "Arkivref.", "Møtedato:"]
)
def test_an_empty_form_says_nothing(line: str) -> None:
    assert read_case(drawn(line)) == Case()


PDF_NB = """
Bygda kommune
Arkivsaksnr.: 19/01834-27
Saksbehandler: Kari Nordmann
# Saksframlegg
[10] Utvalg Møtedato Saksnr.
[10] Hovedutvalg for plan og miljø 02.06.2020 14/20
[10] Kommunestyret 18.06.2020 52/20
# Helse- og omsorgsplan 2020–2030 - sluttbehandling
# Kommunedirektørens innstilling:
1. Helse- og omsorgsplan 2020–2030 vedtas, datert 12.05.2020.
# Bakgrunn for saken
[11] Kommunestyret vedtok 14.02.2019 i sak 8/19 å starte arbeidet.
"""
PDF_NN = """
Bygda kommune
Arkivsaknr.: 19/01834-27
Sakshandsamar: Kari Nordmann
# Saksframlegg
[10] Utval Møtedato Saksnr.
[10] Utval for helse 02.06.2020 14/20
[10] Kommunestyret 18.06.2020 52/20
# Helse- og omsorgsplan 2020–2030 - sluttbehandling
# Kommunedirektøren si tilråding:
1. Helse- og omsorgsplan 2020–2030 vert vedteken, datert 12.05.2020.
# Bakgrunn for saka
[11] Kommunestyret vedtok 14.02.2019 i sak 8/19 å starte arbeidet.
"""


@pytest.mark.parametrize("document", [PDF_NB, PDF_NN])
def test_a_heading_names_the_case_and_lines_tell_of_its_meetings(document: str) -> None:
    outline = drawn(document)
    title = find_title(outline, "case_document")
    assert title is not None
    assert title.value == "Helse- og omsorgsplan 2020–2030 - sluttbehandling"
    case = read_case(outline)
    assert (case.body, case.date, case.case_number) == ("Kommunestyret", "2020-06-18", "52/20")


@pytest.mark.parametrize(
    "protocol",
    [
        "# Saksprotokoll\nUtvalg: Kommunestyret\nMøtedato: 18.06.2020\nSak: 52/20\nVedtak:",
        "# Saksprotokoll\nUtval: Kommunestyret\nMøtedato: 18.06.2020\nSak: 52/20\nVedtak:",
        "# Saksprotokoll i Kommunestyret - 18.06.2020 sak 52/20\nEnstemmig vedtatt.",
        "# Behandling i Kommunestyret den 18.06.2020 sak 52/20\nEnstemmig vedtatt.",
        "# Handsaming i Kommunestyret den 18.06.2020 sak 52/20\nSamrøystes vedteke.",
        "# Særutskrift\n| Utvalg: | Kommunestyret |\n| Møtedato: | 18.06.2020 |\n| Saksnr: | 52/20 |",
    ],
)
def test_the_protocol_tells_of_the_meeting(protocol: str) -> None:
    opening = "SAKSFRAMLEGG\nSaksbehandler: Kari Nordmann\nSaken gjelder: Demensplan 2020\n# Saksopplysninger\nTekst."
    case = read_case(drawn(f"{opening}\n{protocol}"))
    assert (case.body, case.date, case.case_number) == ("Kommunestyret", "2020-06-18", "52/20")


@pytest.mark.parametrize(
    ("opening", "title"),
    [
        ("SAK 9/21 RULLERING AV BUSTADPLAN", "SAK 9/21 RULLERING AV BUSTADPLAN"),
        ("PS 52/20 Demensplan 2020", "PS 52/20 Demensplan 2020"),
        ("52/20 Demensplan 2020", "52/20 Demensplan 2020"),
        ("Sak: 52/20\nTittel: Demensplan 2020", "Demensplan 2020"),
        ("Saka gjeld:\nDemensplan 2020", "Demensplan 2020"),
        (
            "Trafikksikkerhetsplan for\nBygda kommune 2020-2024",
            "Trafikksikkerhetsplan for Bygda kommune 2020-2024",
        ),
    ],
)
def test_the_opening_names_the_case(opening: str, title: str) -> None:
    outline = drawn(
        f"SAKSFRAMLEGG\nSaksbehandler: Kari Nordmann\n{opening}\n# Vedlegg\nKommuneplan 2010, sak 3/10 - plan"
    )
    found = find_title(outline, "case_document")
    assert found is not None
    assert found.value == title


@pytest.mark.parametrize(
    ("place", "date"),
    [("Møtested: Rådhuset", "2015-11-12"), ("Møtestad: Rådhuset", "2015-11-12"), ("", None)],
)
def test_a_date_is_the_meetings_only_where_its_place_is_named(place: str, date: str | None) -> None:
    paper = f"Møteprotokoll\nUtvalg: Driftsutvalget\n{place}\nDato: 12.11.2015\nSaksbehandler: Kari Nordmann"
    assert read_case(drawn(paper)).date == date


@pytest.mark.parametrize(
    ("head", "treated"),
    [
        ("| Saksnr. | Utvalg | Møtedato |", "Behandling i Kommunestyret 13.06.2019:"),
        ("| Saksnr. | Utval | Møtedato |", "Handsaming i Kommunestyret 13.06.2019:"),
    ],
)
def test_the_number_stands_in_the_table_where_the_protocol_has_none(head: str, treated: str) -> None:
    case = read_case(
        drawn(
            f"SAKSFRAMLEGG\n\n{head}\n| 23/19 | Formannskapet | 28.05.2019 |\n| 41/19 | Kommunestyret | 13.06.2019 |\n"
            f"# Vurdering\nLista er realistisk.\n# {treated}\nSamrøystes.\n"
        )
    )
    assert (case.body, case.date, case.case_number) == ("Kommunestyret", "2019-06-13", "41/19")
