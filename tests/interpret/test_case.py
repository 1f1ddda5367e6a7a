from __future__ import annotations

import pytest

from extractor.interpret.case import read_case
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
