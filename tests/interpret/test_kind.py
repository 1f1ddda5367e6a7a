from __future__ import annotations

import pytest

from extractor.interpret.kind import document_kind
from tests.interpret.build import drawn

CASE_NB = """
Formannskapet 12.03.2018 sak 12/18 - Demensplan

Saksbehandler: Kari Nordmann
Arkivsak: 18/345
# Rådmannens forslag til vedtak:
Demensplanen vedtas.
# Saksopplysninger:
Planen har vært på høring.
"""
CASE_NN = """
SAKSFRAMLEGG

Sakshandsamar: Kari Nordmann
Arkivsaknr: 18/345
| Utval | Møtedato | Saksnr. |
| Formannskapet | 12.03.2018 | 12/18 |
# Framlegg til vedtak:
Demensplanen vert vedteken.
# Saksopplysningar:
Planen har vore på høyring.
"""
GUIDE_NB = """
Hva skal en folkehelseplan inneholde?
# Spørsmål:
Hva må vi ha med?
# Svar:
Hei! Planen bør ha mål, og kommunen bør si hvem som har ansvar.
Vennlig hilsen
Helsedirektoratet
"""
GUIDE_NN = """
Rettleiar for rusmiddelpolitisk handlingsplan
Helsedirektoratet
# 1 Innleiing
Rettleiaren er for deg som skriv planen. Du får råd om mål og tiltak.
# 2 Innhald
Kommunen bør skildre situasjonen. Planen bør ha tiltak.
"""
PLAN_NB = """
Tolga kommune
Folkehelseplan 2020-2024
# 1 Innledning
Planen er laget av en arbeidsgruppe.
# 2 Mål
# 3 Tiltak
"""
PLAN_NN = """
Tokke kommune
Temaplan for oppvekst
# 1 Innleiing
Planen er laga av ei arbeidsgruppe.
"""


@pytest.mark.parametrize(
    ("document", "kind"),
    [
        (CASE_NB, "case_document"),
        (CASE_NN, "case_document"),
        (GUIDE_NB, "guidance"),
        (GUIDE_NN, "guidance"),
        (PLAN_NB, "plan"),
        (PLAN_NN, "plan"),
        ("# 1 Mål\nFærre ulykker.\n# 2 Tiltak\nBygge fortau.", "plan"),
        ("Referat fra foreldremøte\n\nDet møtte 14 foreldre.", "other"),
        ("", "other"),
    ],
)
def test_the_kind_of_document_is_told(document: str, kind: str) -> None:
    assert document_kind(drawn(document)) == kind


def test_a_plan_with_its_decision_as_appendix_stays_a_plan() -> None:
    chapters = "".join(
        f"# {n} {title}\nTekst.\n" for n, title in enumerate(["Innledning", "Status", "Mål"], 1)
    )
    decision = """
# 4 Tiltak
Tekst.
# Vedlegg: Saksprotokoll
Saksbehandler: Kari Nordmann
Arkivsak: 18/345
Behandling i kommunestyret 12.12.2018
Enstemmig vedtatt
"""
    assert (
        document_kind(drawn("Kulturplan 2018-2022\n" + "Tekst på omslaget.\n" * 30 + chapters + decision))
        == "plan"
    )


def test_document_control_on_the_cover_does_not_make_a_case() -> None:
    cover = "Beredskapsplan\nSaksbehandler: Kari Nordmann\nArkivsaksnr: 18/345\n# 1 Innledning\nPlanen gjelder alle."
    assert document_kind(drawn(cover)) == "plan"


@pytest.mark.parametrize("line", ["Helsedirektoratet har gitt ut en veileder.", "Spørsmål og svar"])
def test_one_mark_of_guidance_does_not_make_a_guide(line: str) -> None:
    assert document_kind(drawn(f"Rusplan 2020\n# 1 Innledning\n{line}\nPlanen bør følges opp.")) == "plan"


def test_advice_in_a_plan_with_an_owner_is_no_guidance() -> None:
    assert document_kind(drawn("Tolga kommune\n" + GUIDE_NN)) == "plan"


def test_a_greeting_and_advice_in_a_foreword_do_not_make_a_guide() -> None:
    advice = "Planen bør leses av alle. Kommunen bør følge den opp. Les hva du og din familie kan gjøre."
    foreword = f"# Forord\n{advice}\nVennlig hilsen"
    assert document_kind(drawn(f"Folkehelseplan\n{foreword}\n# 1 Mål\n# 2 Tiltak")) == "plan"


@pytest.mark.parametrize(
    "drawing",
    [
        """
        Referat fra møte i styringsgruppa
        Dato: 3. mars 2021
        Til stede: rektor, lensmann
        Sak 1/21 Arbeidet med handlingsplan
        Gruppa vil ha færre tiltak.
        """,
        """
        Bygda kommune
        Møtereferat
        Stad: Rådhuset
        Frammøte: rektor og lensmann
        # Arbeidet med trafikksikringsplan
        Planen skal på høyring.
        """,
    ],
)
def test_the_record_of_a_meeting_is_no_plan(drawing: str) -> None:
    assert document_kind(drawn(drawing)) == "other"


@pytest.mark.parametrize(
    "drawing",
    [
        "Trafikksikkerhetsplan\nReferat fra folkemøte er vedlagt.\n# 1 Mål\nFlere går.\n# 2 Tiltak\n- Fortau\n",
        "Trafikksikringsplan\nReferat frå folkemøte er vedlagt.\n# 1 Mål\nFleire går.\n# 2 Tiltak\n- Fortau\n",
    ],
)
def test_a_plan_with_a_record_among_its_papers_is_a_plan(drawing: str) -> None:
    assert document_kind(drawn(drawing)) == "plan"


@pytest.mark.parametrize(
    "drawing",
    [
        """
        Veileder
        Slik lager dere en folkehelseplan
        # Eksempler på tiltak
        - Kommunen bør lage turkart. Ansvar: Kultur. Frist: 2024
        # Hva bør planen inneholde?
        Planen bør ha mål.
        """,
        """
        Slik lagar de ein bustadplan
        Rettleiaren er skriven for dei som arbeider med bustad.
        # Døme på mål
        - Ingen skal bu mellombels
        # Døme på tiltak
        - Opprette bustadteam
        """,
    ],
)
def test_examples_in_guidance_make_it_no_plan(drawing: str) -> None:
    assert document_kind(drawn(drawing)) == "guidance"
