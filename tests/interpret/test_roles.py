from __future__ import annotations

import pytest

from extractor.interpret.roles import is_about_others, looks_back, measures_status, section_role
from extractor.structure.outline import Section
from tests.interpret.build import drawn


def last_section(*headings: str) -> Section:
    """The last of a chain of headings, each one level below the one before."""
    drawing = "\n".join("#" * depth + " " + heading for depth, heading in enumerate(headings, start=1))
    return drawn(drawing).sections[-1]


@pytest.mark.parametrize(
    ("nb", "nn", "role"),
    [
        ("1 Innledning", "1 Innleiing", "introduction"),
        ("Forord", "Føreord", "introduction"),
        ("1.2 Bakgrunn for planen", "1.2 Bakgrunn for planen", "introduction"),
        ("Formål og målgruppe", "Føremål og målgruppe", "introduction"),
        ("Forholdet til andre planer", "Tilhøvet til andre planar", "introduction"),
        ("LOVGRUNNLAG", "LOVGRUNNLAG", "legal"),
        ("Føringer for folkehelsearbeidet", "Føringar for folkehelsearbeidet", "legal"),
        ("Begrepsavklaringer", "Omgrepsavklaringar", "definitions"),
        ("Dagens situasjon", "Situasjonen i dag", "situation"),
        ("Rusmiddelsituasjonen i kommunen", "Rusmiddelsituasjonen i kommunen", "situation"),
        ("Utfordringer", "Utfordringar", "situation"),
        ("Tjenester det er behov for", "Tenester det er trong for", "situation"),
        ("Oppsummering av utfordringer", "Oppsummering av utfordringar", "situation"),
        ("Visjon", "Visjon", "vision"),
        ("Visjon og hovedmål", "Visjon og hovudmål", "goals"),
        ("Målsettinger", "Målsetjingar", "goals"),
        ("Satsingsområder", "Satsingsområde", "goals"),
        ("Strategier", "Strategiar", "strategy"),
        ("Mål og strategier", "Mål og strategiar", "goals"),
        ("Strategier og tiltak", "Strategiar og tiltak", "measures"),
        ("Mål, strategier og tiltak", "Mål, strategiar og tiltak", "measures"),
        ("Tiltaksdel", "Tiltaksdel", "measures"),
        ("Forebyggende tiltak", "Førebyggjande tiltak", "measures"),
        ("Handlingsplan 2013-2015", "Handlingsplan 2013–2015", "measures"),
        ("Oppfølging og ettervern", "Oppfylging og ettervern", "measures"),
        ("Oversikt over tiltak", "Oversyn over tiltak", "measures"),
        ("Økonomiske konsekvenser", "Økonomiske konsekvensar", "economy"),
        ("Samarbeid med frivillige", "Samarbeid med frivillige", "cooperation"),
        ("Ansvar og roller", "Ansvar og roller", "implementation"),
        ("Gjennomføring", "Gjennomføring", "implementation"),
        ("Evaluering og rullering", "Evaluering og rullering", "evaluation"),
        ("Oppfølging av planen", "Oppfylgjing av planen", "evaluation"),
        ("Evaluering av forrige plan", "Evaluering av førre plan", "evaluation"),
        ("Vedlegg", "Vedlegg", "appendix"),
        ("Kilder", "Kjelder", "appendix"),
        ("Vedlegg 1: Lover og forskrifter", "Vedlegg 1: Lover og forskrifter", "legal"),
        ("Vedlegg: Forkortelser", "Vedlegg: Forkortingar", "definitions"),
        ("Alkohol", "Alkohol", "other"),
    ],
)
def test_a_heading_tells_what_its_section_is_for(nb: str, nn: str, role: str) -> None:
    assert section_role(last_section(nb)) == section_role(last_section(nn)) == role


@pytest.mark.parametrize(
    ("chapter", "part", "role"),
    [
        ("2 Status", "2.1 Alkohol", "situation"),
        ("2 Utfordringar", "2.1 Born og unge", "situation"),
        ("5 Tiltaksdel", "5.4 Møteplasser og frivillighet", "measures"),
        ("5 Tiltaksdel", "5.5 Regionalt samarbeid", "measures"),
        ("5 Tiltaksplan", "5.1 Utfordringar", "situation"),
    ],
)
def test_a_part_without_a_word_of_its_own_has_the_role_of_its_chapter(
    chapter: str, part: str, role: str
) -> None:
    assert section_role(last_section(chapter, part)) == role


@pytest.mark.parametrize(
    "goal", ["Delmål 1.1 Færre unge drikker", "Hovudmål 2: Trygge vegar", "Mål 3 Godt samarbeid"]
)
def test_a_goal_as_heading_holds_measures_in_a_chapter_of_measures(goal: str) -> None:
    assert section_role(last_section("5 Mål og tiltak", goal)) == "measures"
    assert section_role(last_section("4 Hva vi vil", goal)) == "goals"


def test_a_sentence_as_heading_says_nothing_by_its_words() -> None:
    sentence = "1.0 Folkehelseplanen er ein koordinerande plan for alle tiltak og alt samarbeid i heile Bygda kommune."
    assert section_role(last_section(sentence)) == "other"


@pytest.mark.parametrize(
    ("nb", "nn", "status"),
    [
        ("Nye tiltak iverksatt i perioden 2011-13", "Tiltak som er iverksette i perioden", "implemented"),
        ("Gjennomførte tiltak", "Gjennomførte tiltak", "implemented"),
        ("Eksisterende tiltak", "Eksisterande tiltak", "established"),
        ("Eksisterende tilbud", "Eksisterande tilbod", "established"),
        ("Tiltak som allerede er i gang", "Tiltak som alt er i gang", "ongoing"),
        ("Planlagte tiltak", "Planlagde tiltak", "planned"),
        ("Andre foreslåtte tiltak", "Andre føreslåtte tiltak", "proposed"),
        ("Uprioriterte tiltak", "Uprioriterte tiltak", "proposed"),
        ("Tiltak som ikke er prioritert", "Tiltak som ikkje er prioriterte", "proposed"),
        ("Tiltak som ikke er tatt med", "Tiltak som ikkje er tekne med", "proposed"),
        ("Vurderte tiltak som ikke tas med", "Vurderte tiltak som ikkje vert tekne med", "proposed"),
        ("Forslag som ble vurdert, men ikke anbefales", "Framlegg som ikkje vert tilrådde", "proposed"),
        ("Avsluttede tiltak", "Avslutta tiltak", "discontinued"),
        ("Tiltak", "Tiltak", None),
        ("Prioriterte tiltak", "Prioriterte tiltak", None),
        ("Eksisterende og nye tiltak", "Eksisterande og nye tiltak", None),
    ],
)
def test_a_heading_gives_its_measures_their_status(nb: str, nn: str, status: str | None) -> None:
    assert measures_status(last_section(nb)) == measures_status(last_section(nn)) == status


def test_status_holds_for_the_parts_below_until_a_heading_opens_new_measures() -> None:
    assert measures_status(last_section("Eksisterende tiltak", "Skole")) == "established"
    assert measures_status(last_section("Eksisterende tiltak", "Nye tiltak")) is None


@pytest.mark.parametrize(
    ("headings", "others"),
    [
        (["Nasjonale føringer"], True),
        (["Nasjonale føringar", "Folkehelse"], True),
        (["Regionale og lokale føringar"], True),
        (["Nasjonale mål"], True),
        (["Regjeringens mål"], True),
        (["FNs bærekraftsmål"], True),
        (["Lovgrunnlag"], True),
        (["Nasjonalt satsingsområde", "Lokalt mål"], False),
        (["Nasjonale og lokale mål"], False),
        (["Overordnet mål"], False),
        (["Mål for Bygda"], False),
        (["Regionalt samarbeid"], False),
        (["Nasjonale føringer", "Mål"], True),
        (["Alkohol"], False),
    ],
)
def test_guidance_of_state_and_region_is_told_from_the_goals_of_the_kommune(
    headings: list[str], others: bool
) -> None:
    assert is_about_others(last_section(*headings)) is others


@pytest.mark.parametrize(
    ("heading", "back"),
    [
        ("Evaluering av forrige plan", True),
        ("Evaluering av førre plan", True),
        ("Kva vart gjort i førre planperiode?", True),
        ("Erfaringer fra eksisterende planer", True),
        ("Evaluering av planen", False),
        ("Nye tiltak iverksatt i perioden", False),
        ("Status", False),
    ],
)
def test_a_look_back_at_the_plan_before_is_told_from_the_evaluation_to_come(heading: str, back: bool) -> None:
    assert looks_back(last_section(heading, "Tiltak")) is back
