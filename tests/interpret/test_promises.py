"""Goals and tiltak from lists, labels, sentences and tables, in both written standards."""

from __future__ import annotations

import pytest
from drawing import promises

from extractor.interpret.links import link
from extractor.interpret.merge import merge_goals, merge_tiltak


def _goals(drawing: str) -> list[tuple[str, str]]:
    return [(goal.kind, goal.text.value) for goal in promises(drawing).goals]


def _tiltak(drawing: str) -> list[str]:
    return [tiltak.text.value for tiltak in promises(drawing).tiltak]


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Hovedmål:", "main_goal"),
        ("Hovudmål:", "main_goal"),
        ("Lokale mål:", "local_goal"),
        ("Delmål:", "sub_goal"),
        ("Strategier:", "strategy"),
        ("Strategiar:", "strategy"),
        ("Mål:", "goal"),
    ],
)
def test_items_below_a_goal_label_are_goals_of_its_kind(label: str, kind: str) -> None:
    found = _goals(
        f"1 Oppvekst\n\n{label}\n\n- Flere skal delta\n- Ingen skal stå utenfor\n\nTekst etter lista.\n"
    )
    assert found == [(kind, "Flere skal delta"), (kind, "Ingen skal stå utenfor")]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Mål med planen er å redusere skadene av rus.", "main_goal"),
        ("Hovedmålet med planen er at færre blir ensomme.", "main_goal"),
        ("Hovudmålet er at færre vert einsame.", "main_goal"),
        ("Det er et mål at alle får tilbud om plass.", "goal"),
        ("Det er eit mål at alle får tilbod om plass.", "goal"),
        ("Kommunen har som mål å samarbeide med naboene.", "goal"),
        ("Vestre kommune har som mål å samarbeide med grannane.", "goal"),
    ],
)
def test_a_sentence_may_state_a_goal_by_itself(sentence: str, kind: str) -> None:
    assert _goals(f"1 Om planen\n\nPlanen er ny. {sentence} Mer tekst.\n") == [(kind, sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Målgruppen er alle over 70 år.",
        "Måla er delte inn i tre grupper.",
        "Ressursene skal brukes riktig, der målet er skadereduksjon.",
        "Målet er nådd.",
    ],
)
def test_talk_about_goals_is_no_goal(sentence: str) -> None:
    assert _goals(f"1 Om planen\n\nPlanen er ny. {sentence} Mer tekst.\n") == []


@pytest.mark.parametrize("heading", ["Nasjonale føringer", "Nasjonale føringar", "Nasjonale mål"])
def test_goals_of_the_state_are_not_the_kommunes_own(heading: str) -> None:
    found = _goals(
        f"1 {heading}\n\nRegjeringen har disse målene:\n\n- Flere gode leveår\n- Mindre forskjeller\n"
    )
    assert {kind for kind, _ in found} <= {"national_goal"}


def test_a_quotation_of_somebody_else_states_no_goal() -> None:
    assert _goals("1 Samhandling\n\nMeldingen sier: ”Målet er å øke kompetansen i alle sektorer.”\n") == []


@pytest.mark.parametrize(
    ("responsible", "deadline"), [("Ansvar:", "Frist:"), ("Ansvarleg:", "Tidsramme:"), ("Ansvarlig:", "Når:")]
)
def test_a_label_that_closes_a_list_holds_for_every_item(responsible: str, deadline: str) -> None:
    found = promises(f"""
        1 Tiltak

        Tiltak:
        - Åpne klubben igjen
        - Skaffe to faste vakter
        {responsible} Kulturleder
        {deadline} Innen 2027

        2 Økonomi

        Tekst.
    """).tiltak
    assert [(t.text.value, t.responsible, t.schedule) for t in found] == [
        ("Åpne klubben igjen", "Kulturleder", "Innen 2027"),
        ("Skaffe to faste vakter", "Kulturleder", "Innen 2027"),
    ]


def test_labels_behind_each_item_hold_for_it_alone() -> None:
    found = promises("""
        1 Tiltak

        Tiltak:
        a) Halde kurs
         Ansvarleg: Rektor
        b) Lage rutine
         Ansvarleg: Jordmor
        c) Ta det opp i samtalen
    """).tiltak
    assert [tiltak.responsible for tiltak in found] == ["Rektor", "Jordmor", None]


def test_a_label_for_all_tiltak_says_so_itself() -> None:
    found = promises("""
        1 Tiltak

        Tiltak:
        a) Kontrollere stadene
         Tidsramme: Kvart år
        b) Tilby kurs
         Tidsramme: Ved behov

        Ansvarleg for alle tiltaka under mål 3: Servicetorget
    """).tiltak
    assert [(tiltak.responsible, tiltak.schedule) for tiltak in found] == [
        ("Servicetorget", "Kvart år"),
        ("Servicetorget", "Ved behov"),
    ]


@pytest.mark.parametrize("label", ["Ansvarlig: Helsestasjonen", "Ansvarleg: Helsestasjonen"])
def test_a_numbered_paragraph_with_a_responsible_is_a_tiltak(label: str) -> None:
    (found,) = promises(
        f"1 Mål\n\nTekst.\n\n2 Strategier\n\n2.1 Alle gravide skal få tilbud om samtale.\n - {label}\n"
    ).tiltak
    assert (found.number, found.responsible) == ("2.1", "Helsestasjonen")


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Ansvar for kontakten med sykehuset ligger hos ruskontakten.", "ruskontakten"),
        ("Ansvaret for kontakten med sjukehuset ligg til ruskontakten.", "ruskontakten"),
    ],
)
def test_a_sentence_may_name_who_is_responsible(sentence: str, who: str) -> None:
    (found,) = promises(f"1 Mål\n\nTekst.\n\n2 Tiltak\n\n2.1 {sentence}\n").tiltak
    assert found.responsible == who


def test_labels_at_the_end_of_a_paragraph_belong_to_it() -> None:
    (found,) = promises("1 Tiltak\n\nÅpne en kafé på biblioteket. Ansvar: Kultur. Frist: 2027.\n").tiltak
    assert (found.text.value, found.responsible, found.schedule) == (
        "Åpne en kafé på biblioteket.",
        "Kultur",
        "2027.",
    )


def test_a_goal_with_a_responsible_stays_a_goal() -> None:
    drawing = "1 Samarbeid\n\n1.1 Vestre kommune har som mål å samarbeide med naboene.\n - Ansvar: Ordfører\n"
    assert _tiltak(drawing) == []
    assert len(_goals(drawing)) == 1


def test_a_list_of_people_in_a_chapter_of_measures_is_no_tiltak() -> None:
    assert _tiltak("1 Tiltaksdel\n\nArbeidsgruppa har bestått av:\n\n- Rektor\n- Helsesykepleier\n") == []


@pytest.mark.parametrize(
    ("heading", "status"),
    [
        ("Nye tiltak iverksatt i perioden 2021–2023", "implemented"),
        ("Uprioriterte tiltak", "proposed"),
        ("Tiltak som ikkje er prioriterte", "proposed"),
    ],
)
def test_the_heading_may_say_that_its_tiltak_are_not_promised(heading: str, status: str) -> None:
    found = promises(f"1 Mål\n\nTekst.\n\n2 {heading}\n\n- Fortau langs Skoleveien\n- Lys i løypa\n").tiltak
    assert [tiltak.status for tiltak in found] == [status, status]


def test_tiltak_in_the_evaluation_of_the_last_plan_are_no_promises() -> None:
    drawing = (
        "1 Evaluering av forrige plan\n\nTiltak | Status\nFortau | Gjennomført\nGatelys | Ikke gjennomført\n"
    )
    assert _tiltak(drawing) == []


def test_a_row_is_a_tiltak_with_its_cells() -> None:
    (found,) = promises("""
        1 Tiltaksplan

        Nr | Tiltak | Ansvarlig | Samarbeidspartnere | Frist | Kostnad
        3 | Bygge fortau | Teknisk | Fylkeskommunen | Innen 2027 | kr 250 000
    """).tiltak
    assert (found.number, found.responsible, found.schedule, found.is_deadline, found.cost) == (
        "3",
        "Teknisk",
        "Innen 2027",
        True,
        "kr 250 000",
    )
    assert found.columns["Samarbeidspartnere"] == "Fylkeskommunen"


@pytest.mark.parametrize(
    "header",
    [
        "Indikator | Tiltak | 2025",
        "Spørsmål | Mål | Frist",
        "Utvalg | Tiltak | Dato",
        "Utval | Tiltak | Dato",
    ],
)
def test_tables_of_other_things_list_no_tiltak(header: str) -> None:
    assert _tiltak(f"1 Tiltak\n\n{header}\nAndel unge | Flere | 27\nAndel eldre | Færre | 31\n") == []


def test_each_bullet_of_a_measure_cell_is_a_tiltak_of_the_goal_in_its_row() -> None:
    found = promises("""
        1 Tiltaksplan

        Delmål | Tiltak | Ansvarlige
        1. Trygge foreldre | <ul> - Holde kveldsmøter - Tilby kurs</ul> | - Skole - Helsestasjon
    """)
    assert [(t.text.value, t.goals[0].text.value) for t in found.tiltak] == [
        ("Holde kveldsmøter", "Trygge foreldre"),
        ("Tilby kurs", "Trygge foreldre"),
    ]


def test_a_goal_column_right_of_the_measures_tells_what_they_bring_about() -> None:
    (found,) = promises("1 Tiltak\n\nTiltak | Mål | Ansvar\nKurs | Flere vet mer | NAV\n").tiltak
    assert found.target == "Flere vet mer"


def test_crosses_in_year_columns_say_when_and_amounts_what_it_costs() -> None:
    crossed, costed = promises("""
        1 Tiltak

        Tiltak | Ansvar | 2026 | 2027
        Bygge fortau | Teknisk | X | X
        Skifte lys | Teknisk | 100 | 200
    """).tiltak
    assert (crossed.schedule, crossed.cost) == ("2026–2027", None)
    assert (costed.schedule, costed.cost) == (None, "2026: 100; 2027: 200")


def test_a_card_of_labels_is_one_tiltak() -> None:
    (found,) = promises(
        "1 Tiltak\n\nTiltak | Åpne kafé\nAnsvar | Kultur\nFrist | Høsten 2027\nKostnad | 50 000\n"
    ).tiltak
    assert (found.text.value, found.responsible, found.schedule) == ("Åpne kafé", "Kultur", "Høsten 2027")


@pytest.mark.parametrize(
    ("titles", "lost"), [(("Tiltak", "Ansvar", "Frist"), 3), (("Tiltak", "Ansvarleg", "Tidsramme"), 3)]
)
def test_parties_that_lost_their_rows_stay_out(titles: tuple[str, str, str], lost: int) -> None:
    found = promises(
        "1 Tiltak\n\n" + "\n\n".join(titles) + "\n\nKurs i rus\nÅpen kafé\n\nNAV\nKultur\n\n2027\n"
    )
    assert [(t.text.value, t.responsible, t.schedule) for t in found.tiltak] == [
        ("Kurs i rus", None, None),
        ("Åpen kafé", None, None),
    ]
    assert len(found.columns_lost) == lost


def test_what_is_said_twice_is_one_tiltak_with_fields_from_both_places() -> None:
    found = promises("""
        1 Oppvekst

        Delmål 1.1: Ungdom skal ha møteplasser der de bor.

        Tiltak:
        - Klubben åpnes igjen med to faste voksne
        Ansvar: Kulturleder

        2 Oppsummering

        Tiltak | Ansvar | Frist | Kostnad
        Klubben åpnes igjen med to faste voksne. | Kulturleder | 2027 | 180 000
    """)
    (merged,) = merge_tiltak(found.tiltak)
    assert (merged.schedule, merged.cost, len(merged.also)) == ("2027", "180 000", 1)


def test_a_vision_on_the_cover_and_in_its_chapter_is_one_goal() -> None:
    found = promises(
        "VISJON:\n\nEt trygt miljø for alle\n\n1 Innledning\n\nTekst.\n\n2 Visjon\n\n- Et trygt miljø for alle.\n"
    )
    merged, _ = merge_goals(found.goals)
    assert [(goal.kind, len(goal.also)) for goal in merged] == [("vision", 1)]


@pytest.mark.parametrize("title", ["Fysiske tiltak (delmål 2)", "Haldningsskapande tiltak (delmål 2)"])
def test_a_heading_may_name_the_goal_of_its_tiltak_by_number(title: str) -> None:
    found = promises(f"""
        1 Mål

        Delmål 1: Ingen skal bli hardt skadd.
        Delmål 2: Flere skal gå til skolen.

        2 Tiltak

        2.1 {title}

        Tiltak | Ansvar
        Bygge fortau | Teknisk
    """)
    link(found)
    assert [goal.number for goal in found.tiltak[0].goals] == ["2"]


def test_goals_of_the_same_section_are_served_by_its_table() -> None:
    found = promises("1 Samfunn\n\nLokalt mål:\n- Færre skal ruse seg\n\nTiltak | Ansvar\nKurs | NAV\n")
    link(found)
    assert [goal.text.value for goal in found.tiltak[0].goals] == ["Færre skal ruse seg"]


def test_a_sub_goal_belongs_to_the_goal_of_its_number() -> None:
    found = promises("1 Mål\n\nHovedmål 1: Trygg oppvekst for alle.\nDelmål 1.1: Ingen skal mobbes.\n")
    link(found)
    assert found.goals[1].parent is found.goals[0]


@pytest.mark.parametrize(
    ("wanted", "done", "who"),
    [
        ("Hva vi vil oppnå", "Hva vi skal gjøre", "Hvem"),
        ("Kva vi vil oppnå", "Kva vi skal gjere", "Kven"),
        ("Våre mål", "Dette gjør vi", "Hvem"),
        ("Måla våre", "Dette gjer vi", "Kven"),
    ],
)
def test_plans_in_plain_language_name_goals_and_tiltak_in_whole_phrases(
    wanted: str, done: str, who: str
) -> None:
    found = promises(
        f"1 {wanted}\n\n- Alle har noen å være sammen med\n- Ingen står utenfor\n\n"
        f"2 Handlingsplan\n\n{done} | {who} | Frist\nÅpen klubb | Kultursjefen | 2025\nFelles tur | FAU | 2026\n"
    )
    assert [goal.text.value for goal in found.goals] == [
        "Alle har noen å være sammen med",
        "Ingen står utenfor",
    ]
    assert [(tiltak.text.value, tiltak.responsible) for tiltak in found.tiltak] == [
        ("Åpen klubb", "Kultursjefen"),
        ("Felles tur", "FAU"),
    ]


@pytest.mark.parametrize(
    "heading", ["Hva vi skal gjøre", "Kva vi skal gjere", "Hva vil vi gjøre", "Kva vil vi gjere"]
)
def test_a_chapter_of_what_shall_be_done_holds_tiltak(heading: str) -> None:
    assert _tiltak(f"1 Bakgrunn\n\nTekst.\n\n2 {heading}\n\n- Åpne klubben hver uke\n- Låne ut sykler\n") == [
        "Åpne klubben hver uke",
        "Låne ut sykler",
    ]
