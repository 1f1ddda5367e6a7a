"""Tiltak that a plan words as lists with brackets, coded names and blocks of labels."""

from __future__ import annotations

import pytest
from drawing import promises

from extractor.interpret.drafts import TiltakDraft
from extractor.normalise.schedule import parse_schedule
from extractor.structure.columns import column_roles
from extractor.structure.markers import find_marker


def _tiltak(drawing: str) -> list[TiltakDraft]:
    return promises(drawing).tiltak


@pytest.mark.parametrize(
    ("heading", "first", "second"),
    [
        ("Delmål 1: Flere er i arbeid", "(voksenopplæringen, høst 2026)", "(flyktningtjenesten, årlig)"),
        ("Delmål 1: Fleire er i arbeid", "(vaksenopplæringa, haust 2026)", "(flyktningtenesta, årleg)"),
        ("Tiltak", "(bibliotekleder, hver uke)", "(rektor, 2027)"),
        ("Tiltak", "(biblioteksjefen, kvar veke)", "(rektor, 2027)"),
    ],
)
def test_brackets_that_close_the_items_say_who_and_when(heading: str, first: str, second: str) -> None:
    found = _tiltak(f"1 Bakgrunn\n\nTekst.\n\n2 {heading}\n\n- Språkkafé {first}\n- Leksehjelp {second}\n")
    assert [(draft.text.value, draft.responsible, draft.mixed) for draft in found] == [
        ("Språkkafé", first.strip("()"), True),
        ("Leksehjelp", second.strip("()"), True),
    ]


@pytest.mark.parametrize("bracket", ["(1.–4. trinn)", "(se kapittel 3)", "(sjå kapittel 3)", "(PPT)"])
def test_other_brackets_stay_in_the_text(bracket: str) -> None:
    found = _tiltak(f"1 Bakgrunn\n\nTekst.\n\n2 Tiltak\n\n- Leksehjelp {bracket}\n- Skolefrokost {bracket}\n")
    assert [draft.text.value for draft in found] == [f"Leksehjelp {bracket}", f"Skolefrokost {bracket}"]


@pytest.mark.parametrize(
    ("chapter", "first", "second"),
    [
        ("Litteratur", "(Direktoratet, 2019)", "(Instituttet, 2020)"),
        ("Kjelder", "(Fylket, 2019)", "(Staten, 2020)"),
    ],
)
def test_a_list_of_literature_promises_nothing(chapter: str, first: str, second: str) -> None:
    assert (
        _tiltak(f"1 Bakgrunn\n\nTekst.\n\n2 {chapter}\n\n- God helse {first}\n- Trygg skole {second}\n") == []
    )


@pytest.mark.parametrize(
    ("explanation", "when", "who"),
    [
        ("Oljekjelen er gammel og må skiftes.", "Tidsramme: 2011", "Ansvarlig: Eiendomsavdelingen"),
        ("Oljekjelen er gammal og må skiftast.", "Tidsramme: 2011", "Ansvarleg: Eigedomsavdelinga"),
    ],
)
@pytest.mark.parametrize("code", ["E1", "H2", "T3"])
def test_a_coded_name_is_the_tiltak_and_the_text_below_explains_it(
    code: str, explanation: str, when: str, who: str
) -> None:
    (draft,) = _tiltak(f"1 Tiltak\n\n{code}  Varmepumpe på skulen\n{explanation}\n{when}\n{who}\n")
    assert (draft.number, draft.text.value) == (code, "Varmepumpe på skulen")
    assert draft.description is not None
    assert draft.description.value == explanation
    assert (draft.schedule, draft.responsible) == ("2011", who.split(": ")[1])


@pytest.mark.parametrize("road", ["E6 Minnesund", "E16 Filefjell", "E39 Stord", "E134 Haukeli"])
def test_european_roads_are_no_numbers_of_tiltak(road: str) -> None:
    assert find_marker(road) is None


@pytest.mark.parametrize(
    ("goal", "who", "when"),
    [
        ("Utøvere får hjelp nær hjemmet", "Ansvar:   Leder for psykisk helse", "Frist:    31.12.2011"),
        ("Utøvarar får hjelp nær heimen", "Ansvar:   Leiar for psykisk helse", "Frist:    31.12.2011"),
    ],
)
def test_a_goal_between_tiltak_and_responsible_is_what_the_tiltak_aims_at(
    goal: str, who: str, when: str
) -> None:
    block = f"Tiltak:   Kurs i sinnemestring\nMål:      {goal}\n{who}\n{when}\n"
    found = promises(f"1 Hjelp\n\n{block}\n{block.replace('sinnemestring', 'samtale')}\n")
    assert [draft.text.value for draft in found.tiltak] == ["Kurs i sinnemestring", "Kurs i samtale"]
    assert {draft.target for draft in found.tiltak} == {goal}
    assert {draft.responsible for draft in found.tiltak} == {who.split(":")[1].strip()}
    assert found.goals == []


@pytest.mark.parametrize(
    ("goal", "measure"), [("Færre ulykker", "Lys på vegen"), ("Færre ulukker", "Lys på vegen")]
)
def test_a_goal_before_its_tiltak_is_a_goal(goal: str, measure: str) -> None:
    found = promises(f"1 Veger\n\nMål: {goal}\n\nTiltak: {measure}\n\nMål: Flere går\n\nTiltak: Fortau\n")
    assert [draft.text.value for draft in found.goals] == [goal, "Flere går"]
    assert [draft.target for draft in found.tiltak] == [None, None]


@pytest.mark.parametrize(
    "lead", ["Slik vil vi at det skal være i 2030:", "Slik vil vi at det skal vere i 2030:"]
)
def test_a_lead_in_below_a_goal_heading_keeps_the_goals_coming(lead: str) -> None:
    found = promises(f"1 Effektmål\n\n{lead}\n\n- Alle elevar trivst\n- Ingen blir mobba\n").goals
    assert [(goal.kind, goal.text.value) for goal in found] == [
        ("sub_goal", "Alle elevar trivst"),
        ("sub_goal", "Ingen blir mobba"),
    ]


@pytest.mark.parametrize("lead", ["Gruppen har bestått av:", "Gruppa har bestått av:"])
def test_a_lead_in_to_something_else_ends_them(lead: str) -> None:
    assert promises(f"1 Mål\n\n{lead}\n\n- Kari Nordmann\n- Ola Nordmann\n").goals == []


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Hovedmålet til kommunen er at ingen skal bli skadd.", "main_goal"),
        ("Hovudmålet til kommunen er at ingen skal bli skadde.", "main_goal"),
        ("Parisavtalen har som mål at temperaturen ikke stiger.", "national_goal"),
        ("Parisavtalen har som mål at temperaturen ikkje stig.", "national_goal"),
    ],
)
def test_whose_goal_a_sentence_states(sentence: str, kind: str) -> None:
    (goal,) = promises(f"1 Bakgrunn\n\n{sentence}\n").goals
    assert goal.kind == kind


@pytest.mark.parametrize(
    ("lead", "later", "who"),
    [
        ("Dette er etablerte tiltak:", "Flere tiltak kan opprettes senere.", "Ansvarlig: Rådmannen"),
        ("Dette er etablerte tiltak:", "Fleire tiltak kan opprettast seinare.", "Ansvarleg: Rådmannen"),
    ],
)
def test_what_a_lead_in_says_of_its_list_holds_for_that_list_only(lead: str, later: str, who: str) -> None:
    between = "Tekst om arbeidet som skal gå vidare i bygda."
    found = _tiltak(f"1 Tiltak\n\n{lead}\n\n- Frisklivssentral\n\n{between}\n\n1.2 {later}\n{who}\n")
    assert [(draft.text.value, draft.status) for draft in found] == [
        ("Frisklivssentral", "established"),
        (later, None),
    ]


@pytest.mark.parametrize(
    "title", ["Prosjektansvarlig", "Prosjektansvarleg", "Prosjekt-ansvarlig", "Tiltaksansvarleg"]
)
def test_compounds_of_responsible_title_the_column_of_who(title: str) -> None:
    assert column_roles(title) == ("responsible",)


@pytest.mark.parametrize("title", ["Tidsrom", "Når?", "Tidsramme"])
def test_titles_of_the_column_of_when(title: str) -> None:
    assert "time" in column_roles(title) or "deadline" in column_roles(title)


@pytest.mark.parametrize(
    ("first", "second"),
    [("(ansvar: Turlaget, frist: 2017)", "(ansvar: Rektor, frist: 1. mai 2022)")],
)
@pytest.mark.parametrize("name", ["Merkje turstigar", "Merke turstier"])
def test_labels_in_one_bracket_are_told_apart(name: str, first: str, second: str) -> None:
    found = _tiltak(f"1 Tiltak\n\n- {name} {first}\n- Ny bru {second}\n")
    assert [(draft.text.value, draft.responsible, draft.schedule) for draft in found] == [
        (name, "Turlaget", "2017"),
        ("Ny bru", "Rektor", "1. mai 2022"),
    ]


@pytest.mark.parametrize(
    ("label", "when", "edtf"),
    [
        ("Oppstart", "2013", "2013/.."),
        ("Oppstart", "Høsten 2014", "2014-09/.."),
        ("Oppstart", "Hausten 2014", "2014-09/.."),
    ],
)
def test_a_time_behind_oppstart_is_a_start(label: str, when: str, edtf: str) -> None:
    (draft,) = _tiltak(f"1 Tiltak\n\nNye plassar på sjukeheimen.\n{label}: {when}\nAnsvar: Rektor\n")
    assert (draft.schedule, draft.is_start) == (when, True)
    schedule = parse_schedule(when, label="start")
    assert schedule is not None
    assert (schedule.raw, schedule.kind, schedule.edtf) == (when, "start", edtf)


@pytest.mark.parametrize(
    ("first", "steps", "who"),
    [
        ("Bygge ut turveier", ("Kartlegge behovet", "Søke om tilskudd"), "Ansvar: Kultursjefen"),
        ("Byggje ut turvegar", ("Kartleggje behovet", "Søkje om tilskot"), "Ansvarleg: Kultursjefen"),
    ],
)
def test_lettered_steps_of_a_numbered_tiltak_explain_it(first: str, steps: tuple[str, str], who: str) -> None:
    items = f"1. {first}\n   a. {steps[0]}\n   b. {steps[1]}\n2. Merke stiane\n"
    found = _tiltak(f"1 Bakgrunn\n\nTekst.\n\n2 Tiltak\n\n{items}\n{who}\n")
    assert [draft.text.value for draft in found] == [first, "Merke stiane"]
    assert found[0].description is not None
    assert found[0].description.value == f"a. {steps[0]} b. {steps[1]}"
    assert [draft.responsible for draft in found] == ["Kultursjefen"] * 2


def test_items_that_only_have_letters_are_tiltak_of_their_own() -> None:
    found = _tiltak("1 Bakgrunn\n\nTekst.\n\n2 Tiltak\n\na) Merke stiane\nb) Rydde stiane\n")
    assert [draft.text.value for draft in found] == ["Merke stiane", "Rydde stiane"]


@pytest.mark.parametrize(
    ("who", "line", "when"),
    [
        ("Ansvar: Lagleiaren", "Gjennomførast årleg.", "årleg."),
        ("Ansvarleg: Lagleiaren", "Vert gjennomført i 2023.", "i 2023."),
        ("Ansvarleg: Lagleiaren", "Skal vere ferdig innan 2023.", "innan 2023."),
        ("Ansvar: Laglederen", "Gjennomføres årlig.", "årlig."),
        ("Ansvarlig: Laglederen", "Gjennomføres i 2023.", "i 2023."),
        ("Ansvarlig: Laglederen", "Skal være ferdig innen 2023.", "innen 2023."),
    ],
)
def test_a_line_below_the_labels_tells_when_without_a_label(who: str, line: str, when: str) -> None:
    found = _tiltak(f"1 Tiltak\n\nOpen kafé i grendehuset.\n{who}\n{line}\n\nNy bru over elva.\n{who}\n")
    assert [(draft.text.value, draft.schedule) for draft in found] == [
        ("Open kafé i grendehuset.", when),
        ("Ny bru over elva.", None),
    ]


@pytest.mark.parametrize(
    "line",
    ["Gjennomføres av rektor.", "Vert gjennomført av rektor.", "Gjennomføres med stor iver av alle.",
     "Tiltaket er godt kjent.", "Skal utførast på ein god måte."],
)  # fmt: skip
def test_a_line_below_the_labels_that_names_no_time_is_none(line: str) -> None:
    (draft,) = _tiltak(f"1 Tiltak\n\nOpen kafé i grendehuset.\nAnsvar: Lagleiaren\n{line}\n")
    assert draft.schedule is None


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Hovedansvar", "Medansvar"),
        ("Hovudansvar", "Medansvar"),
        ("Ansvarlig", "Medansvarlig"),
        ("Ansvarleg", "Medansvarleg"),
    ],
)
def test_who_shares_the_responsibility_counts_too(first: str, second: str) -> None:
    (draft,) = _tiltak(f"1 Tiltak\n\nOpen kafé.\n{first}: Rektor. {second}: Turlaget. Frist: 2022\n")
    assert (draft.responsible, draft.schedule) == ("Rektor\nTurlaget", "2022")


@pytest.mark.parametrize(
    "label",
    ["Ansv.", "Utføres av", "Vert utført av", "Utførast av", "Følger opp", "Følgjer opp", "Eier av tiltaket",
     "Eigar av tiltaket", "Tiltakseier", "Tiltakseigar", "Tiltaksansvarlig", "Tiltaksansvarleg", "Ansvarshaver",
     "Ansvarshavar", "Gjennomføres av", "Gjennomførast av"],
)  # fmt: skip
def test_labels_that_plans_use_for_who_is_responsible(label: str) -> None:
    found = _tiltak(f"1 Tiltak\n\nOpen kafé.\n{label}: Rektor\nFrist: 2022\n\nNy bru.\n{label}: Turlaget\n")
    assert [(draft.responsible, draft.schedule) for draft in found] == [
        ("Rektor", "2022"),
        ("Turlaget", None),
    ]


@pytest.mark.parametrize(
    "label", ["Samarbeidspartnere", "Samarbeidspartnarar", "Medvirkende", "Medverkande", "Merknad"]
)
def test_labels_of_others_name_nobody_responsible(label: str) -> None:
    (draft,) = _tiltak(f"1 Tiltak\n\nOpen kafé.\nAnsvar: Rektor\n{label}: Turlaget\n")
    assert draft.responsible == "Rektor"


@pytest.mark.parametrize("who", ["ansvarlig", "ansvarleg"])
def test_the_full_stop_behind_a_bracket_of_labels_is_no_part_of_them(who: str) -> None:
    (draft,) = _tiltak(f"1 Tiltak\n\nOpen kafé ({who}: Rektor, frist: 2023).\n")
    assert (draft.responsible, draft.schedule) == ("Rektor", "2023")


@pytest.mark.parametrize("mark", [".", ":", " –"])
@pytest.mark.parametrize(
    ("first", "second", "who"),
    [
        ("Kurs for foreldre i barnehagen.", "Det skal lages en rutine for uro.", "Ansvarlig: Rektor"),
        ("Kurs for foreldre i barnehagen.", "Det skal lagast ei rutine for uro.", "Ansvarleg: Rektor"),
    ],
)
def test_numbered_sentences_are_tiltak_and_the_word_tiltak_is_none_of_their_words(
    mark: str, first: str, second: str, who: str
) -> None:
    found = _tiltak(
        f"1 Bakgrunn\n\nTekst.\n\n2 Tiltak\n\n"
        f"Tiltak 1{mark} {first}\n{who}\n\nTiltak 2{mark} {second}\n{who}\n"
    )
    assert [(draft.number, draft.text.value, draft.responsible) for draft in found] == [
        ("1", first, "Rektor"),
        ("2", second, "Rektor"),
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Språkkafé – voksenopplæringen – høst 2026", "Leksehjelp – rektor – årlig"),
        ("Språkkafé – vaksenopplæringa – haust 2026", "Leksehjelp – rektor – årleg"),
        ("Tiltak 2.1: Språkkafé - vaksenopplæringa - 2026", "Tiltak 2.2: Leksehjelp - rektor - 2027"),
        ("Tiltak 2.1: Språkkafé - voksenopplæringen - innen 2026", "Tiltak 2.2: Leksehjelp - rektor - 2027"),
    ],
)
@pytest.mark.parametrize("bullet", ["", "- "])
def test_dashes_that_close_the_items_say_who_and_when(bullet: str, first: str, second: str) -> None:
    found = _tiltak(f"1 Bakgrunn\n\nTekst.\n\n2 Tiltak\n\n{bullet}{first}\n{bullet}{second}\n")
    who_and_when = [item.replace("–", "-").split(" - ", 1)[1] for item in (first, second)]
    assert [
        (draft.text.value, (draft.responsible or "").replace("–", "-"), draft.mixed) for draft in found
    ] == [
        ("Språkkafé", who_and_when[0], True),
        ("Leksehjelp", who_and_when[1], True),
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Språkkafé – et tilbud for alle – hver uke", "Leksehjelp – det er gratis – hver uke"),
        ("Språkkafé – eit tilbod for alle – kvar veke", "Leksehjelp – det er gratis – kvar veke"),
    ],
)
def test_what_explains_an_item_between_dashes_is_nobody(first: str, second: str) -> None:
    found = _tiltak(f"1 Bakgrunn\n\nTekst.\n\n2 Tiltak\n\n- {first}\n- {second}\n")
    assert [(draft.text.value, draft.responsible) for draft in found] == [(first, None), (second, None)]


@pytest.mark.parametrize("label", ["Ansvar", "Ansvarleg", "Ansvarlig"])
def test_a_label_inside_an_item_tells_of_no_other(label: str) -> None:
    found = _tiltak(f"1 Tiltak\n\nTiltak:\n- Språkkafé\n- Leksehjelp. {label}: Rektor\n- Kor for alle\n")
    assert [draft.responsible for draft in found] == [None, "Rektor", None]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Rense bekken. Teknisk, årlig.", "Kjøpe aggregat. Brannsjefen, 1. mai 2026."),
        ("Reinse bekken. Teknisk, årleg.", "Kjøpe aggregat. Brannsjefen, 1. mai 2026."),
    ],
)
def test_a_last_sentence_of_nothing_else_says_who_and_when(first: str, second: str) -> None:
    found = _tiltak(f"1 Bakgrunn\n\nTekst.\n\n2 Tiltak\n\na) {first}\nb) {second}\n")
    assert [(draft.text.value, draft.responsible) for draft in found] == [
        (first.split(". ")[0] + ".", first.split(". ")[1].rstrip(".")),
        ("Kjøpe aggregat.", "Brannsjefen, 1. mai 2026"),
    ]


@pytest.mark.parametrize(
    ("who", "when"), [("Ansvarlig", "Innen"), ("Ansvarleg", "Innan"), ("Hvem", "Når"), ("Kven", "Når")]
)
def test_the_number_above_a_record_of_labels_is_no_tiltak(who: str, when: str) -> None:
    records = "\n\n".join(
        f"Nr: {number}\nTiltak: {name}\n{who}: Rektor\n{when}: 2026"
        for number, name in enumerate(("Øve på brann", "Kjøpe aggregat"), start=1)
    )
    found = _tiltak(f"1 Innledning\n\nTekst.\n\n2 Tiltaksliste\n\n{records}\n")
    assert [(draft.text.value, draft.responsible, draft.schedule) for draft in found] == [
        ("Øve på brann", "Rektor", "2026"),
        ("Kjøpe aggregat", "Rektor", "2026"),
    ]


@pytest.mark.parametrize(("who", "goal"), [("Ansvarlig", "Mål"), ("Ansvarleg", "Mål"), ("Ansvar", "Formål")])
def test_the_goal_of_a_card_is_the_target_of_its_tiltak(who: str, goal: str) -> None:
    card = (
        f"Tiltak 1: Åpent bibliotek\nMer står i kapittel 4.\n{goal}: Flere låner bøker\n{who}: Biblioteksjef"
    )
    found = promises(f"1 Innledning\n\nTekst.\n\n2 Møteplasser\n\n{card}\n\n3 Økonomi\n\nTekst.\n")
    assert [(draft.text.value, draft.responsible, draft.target) for draft in found.tiltak] == [
        ("Åpent bibliotek", "Biblioteksjef", "Flere låner bøker")
    ]


@pytest.mark.parametrize(
    ("chapter", "lead"),
    [
        ("Tiltak", "Kommunen vil:"),
        ("Dette vil vi gjøre", "Vi skal:"),
        ("Tiltak", "Heradet vil:"),
        ("Dette vil me gjera", "Me skal:"),
    ],
)
def test_what_the_kommune_will_do_in_a_chapter_of_measures_is_its_tiltak(chapter: str, lead: str) -> None:
    found = promises(
        f"1 Mål\n\nAlle skal med.\n\n2 {chapter}\n\n2.1 Møteplasser\n\n{lead}\n- opne kafé\n- leie hall\n"
    )
    assert [draft.text.value for draft in found.tiltak] == ["opne kafé", "leie hall"]


@pytest.mark.parametrize("title", ["Rammer", "Rammevilkår"])
@pytest.mark.parametrize("label", ["Ansvar", "Ansvarleg"])
def test_a_label_makes_a_tiltak_in_every_part_of_a_chapter_of_measures(title: str, label: str) -> None:
    found = _tiltak(
        f"1 Tiltak\n\n1.1 {title}\n\n- forenkle skjemaet. {label}: kulturavdelingen\n\n2 Økonomi\n\nTekst.\n"
    )
    assert [(draft.text.value, draft.responsible) for draft in found] == [
        ("forenkle skjemaet.", "kulturavdelingen")
    ]


@pytest.mark.parametrize("lead", ["Til mål 2:", "Tiltak til mål 2:", "Tiltak under mål 2:"])
def test_a_lead_in_may_name_the_goal_that_the_tiltak_serve(lead: str) -> None:
    goals = "Mål 1: Alle skal få svar\nMål 2: Data skal vere trygge"
    found = promises(f"1 Mål\n\n{goals}\n\n2 Tiltak\n\n{lead}\n\nTiltak | Ansvar\nKurs | IKT\nØving | IKT\n")
    served = [[goal.text.value for goal in draft.goals] for draft in found.tiltak]
    assert served == [["Data skal vere trygge"]] * 2


@pytest.mark.parametrize(
    ("lead", "status"),
    [
        ("Tiltak som allerede er satt i gang:", "ongoing"),
        ("Tiltak som allereie er sette i gang:", "ongoing"),
        ("Tiltak som ikke prioriteres:", "proposed"),
        ("Tiltak som ikkje vert prioriterte:", "proposed"),
    ],
)
def test_a_lead_in_gives_its_tiltak_their_status(lead: str, status: str) -> None:
    [tiltak] = _tiltak(f"1 Tiltak\n\n{lead}\n- Utekontakt\n")
    assert tiltak.status == status


@pytest.mark.parametrize("label", ["ansvar", "ansvarlig", "ansvarleg"])
def test_a_title_right_above_a_list_says_who_answers_for_all_of_it(label: str) -> None:
    below = f"Skog ({label}: skogbrukssjefen)\n- Rydde 500 dekar\n- Plante gran. Ansvar: Skogeigarlaget"
    found = _tiltak(f"1 Mål\n\nAlle skal med.\n\n2 Tiltak\n\n{below}\n\n3 Økonomi\n\nTekst.\n")
    assert [(draft.text.value, draft.responsible) for draft in found] == [
        ("Rydde 500 dekar", "skogbrukssjefen"),
        ("Plante gran.", "Skogeigarlaget"),
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Kurs for unge bønder. Hvert år. Landbrukskontoret.", "Eiendomsdag på Vika. 2026. Bondelaget."),
        ("Kurs for unge bønder. Kvart år. Landbrukskontoret.", "Eigedomsdag på Vika. 2026. Bondelaget."),
    ],
)
def test_the_time_may_stand_before_the_party_in_the_last_sentences(first: str, second: str) -> None:
    found = _tiltak(f"1 Mål\n\nAlle skal med.\n\n2 Tiltak\n\n- {first}\n- {second}\n")
    assert [draft.text.value for draft in found] == [first.split(". ")[0] + ".", second.split(". ")[0] + "."]
    assert [draft.responsible for draft in found] == [
        first.split(". ", 1)[1].rstrip("."),
        second.split(". ", 1)[1].rstrip("."),
    ]


@pytest.mark.parametrize(
    ("theme", "name"), [("Skog", "Skogkveld for nye skogeiere"), ("Skog", "Skogkveld for nye skogeigarar")]
)
def test_a_line_below_the_next_theme_explains_no_item_above_it(theme: str, name: str) -> None:
    items = "Rydde stier - grunneierne - 2026\nMerke veger - fjellstyret - 2027"
    found = _tiltak(
        f"1 Mål\n\nAlle med.\n\n2 Tiltak\n\n{items}\n\n{theme}\n{name}\n    Ansvar: Allskog\n\n3 Slutt\n\nTekst.\n"
    )
    assert [draft.text.value for draft in found] == ["Rydde stier", "Merke veger", name]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Språkkafé – biblioteksjef, hver uke", "Leksehjelp – rektor, våren 2026"),
        ("Språkkafé – biblioteksjefen, kvar veke", "Leksehjelp – rektor og vaktmeistar, våren 2026"),
    ],
)
def test_behind_one_dash_a_comma_parts_who_from_when(first: str, second: str) -> None:
    found = _tiltak(f"1 Bakgrunn\n\nTekst.\n\n2 Tiltak\n\n- {first}\n- {second}\n")
    assert [(draft.text.value, draft.responsible, draft.mixed) for draft in found] == [
        ("Språkkafé", first.split(" – ")[1], True),
        ("Leksehjelp", second.split(" – ")[1], True),
    ]


@pytest.mark.parametrize(
    ("lead", "first", "second"),
    [
        ("For de", "Språkkafé – biblioteksjef, hver uke", "Leksehjelp – rektor, våren 2026"),
        ("For dei", "Språkkafé – biblioteksjefen, kvar veke", "Leksehjelp – rektor, våren 2026"),
    ],
)
def test_lists_of_one_item_each_are_taken_together(lead: str, first: str, second: str) -> None:
    lists = f"{lead} vaksne gjør vi dette:\n- {first}\n\n{lead} unge gjør vi dette:\n- {second}"
    found = _tiltak(f"1 Bakgrunn\n\nTekst.\n\n2 Tiltak\n\n{lists}\n\n3 Økonomi\n\nTekst.\n")
    assert [(draft.text.value, draft.responsible, draft.mixed) for draft in found] == [
        ("Språkkafé", first.split(" – ")[1], True),
        ("Leksehjelp", "rektor, våren 2026", True),
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Språkkafé – et tilbud for alle, ung som gammel", "Leksehjelp – en hjelp for barn, store og små"),
        ("Språkkafé – eit tilbod for alle, ung som gammal", "Leksehjelp – ei hjelp for born, store og små"),
        ("Språkkafé – et tilbud for alle, hver uke", "Leksehjelp – en hjelp som er gratis, hver uke"),
        ("Språkkafé – eit tilbod for alle, kvar veke", "Leksehjelp – ei hjelp som er gratis, kvar veke"),
    ],
)
def test_what_explains_an_item_behind_one_dash_stays(first: str, second: str) -> None:
    found = _tiltak(f"1 Bakgrunn\n\nTekst.\n\n2 Tiltak\n\n- {first}\n- {second}\n")
    assert [(draft.text.value, draft.responsible) for draft in found] == [(first, None), (second, None)]


@pytest.mark.parametrize(
    ("label", "who"),
    [
        ("Gjennomført innen", "Ansvarlig"),
        ("Utført innen", "Ansvarlig"),
        ("Skal være ferdig innen", "Ansvarlig"),
        ("På plass innen", "Ansvarlig"),
        ("Gjennomført innan", "Ansvarleg"),
        ("Utført innan", "Ansvarleg"),
        ("Skal vere ferdig innan", "Ansvarleg"),
        ("På plass innan", "Ansvarleg"),
    ],
)
def test_a_label_that_says_by_when_it_is_done_holds_a_deadline(label: str, who: str) -> None:
    [draft] = _tiltak(f"1 Tiltak\n\nOpen kafé.\n{who}: Rektor\n{label}: 1. mai 2025\n")
    assert (draft.responsible, draft.schedule, draft.is_deadline) == ("Rektor", "1. mai 2025", True)


@pytest.mark.parametrize("title", ["Innsats", "Innsatser", "Innsatsar"])
def test_efforts_title_the_column_of_tiltak(title: str) -> None:
    assert column_roles(title) == ("measure",)


GOAL_CHAPTER = "1 Bakgrunn\n\nTekst.\n\n2 {title}\n\n{text}\n\n3 Økonomi\n\nTekst.\n"


@pytest.mark.parametrize(
    ("label", "main", "goals"),
    [
        ("Hovedmål", "Trygge barn i hele bygda", ("Alle elever trives", "Ingen blir mobbet")),
        ("Hovudmål", "Trygge born i heile bygda", ("Alle elevar trivst", "Ingen blir mobba")),
    ],
)
@pytest.mark.parametrize("title", ["Slik vil vi ha det", "Mål"])
def test_goals_follow_the_main_goal_below_their_heading(
    title: str, label: str, main: str, goals: tuple[str, str]
) -> None:
    text = f"{label}: {main}\n\n- {goals[0]}\n- {goals[1]}"
    found = promises(GOAL_CHAPTER.format(title=title, text=text)).goals
    assert [(goal.kind, goal.text.value) for goal in found] == [
        ("main_goal", main),
        ("goal", goals[0]),
        ("goal", goals[1]),
    ]


@pytest.mark.parametrize(
    ("goal", "who"),
    [("Torget er et sted for alle", "Ansvarlig"), ("Torget er ein stad for alle", "Ansvarleg")],
)
@pytest.mark.parametrize("refers", ["2 Tiltak\n\nMål 1: Torget", "2 Tiltak\n\nTekst.\n\nMål 1: Torget"])
def test_the_name_of_a_goal_that_was_read_is_no_goal_but_what_the_tiltak_serve(
    goal: str, who: str, refers: str
) -> None:
    list_below = f"Tiltak:\n- Benker. {who}: Rektor\n- Lys. {who}: Rektor"
    found = promises(f"1 Mål\n\nMål 1: {goal}\n\n{refers}\n\n{list_below}\n\n3 Økonomi\n\nTekst.\n")
    assert [one.text.value for one in found.goals] == [goal]
    assert [[one.text.value for one in draft.goals] for draft in found.tiltak] == [[goal]] * 2


@pytest.mark.parametrize(
    ("lead", "goals"),
    [
        ("I planperioden vil vi at", ("alle elever trives", "ingen blir mobbet")),
        ("I planperioden ønsker kommunen at:", ("alle elever trives", "ingen blir mobbet")),
        ("I planperioden vil vi at", ("alle elevar trivst", "ingen blir mobba")),
        ("I planperioden ønskjer kommunen at:", ("alle elevar trivst", "ingen blir mobba")),
    ],
)
def test_a_lead_in_that_wishes_opens_goals_also_without_a_colon(lead: str, goals: tuple[str, str]) -> None:
    text = f"{lead}\n\n- {goals[0]}\n- {goals[1]}"
    found = promises(GOAL_CHAPTER.format(title="Oppvekst", text=text)).goals
    assert [(goal.kind, goal.text.value) for goal in found] == [("goal", goals[0]), ("goal", goals[1])]


@pytest.mark.parametrize(
    "sentence",
    [
        "Visjonen for barnehagene er «Små skritt sammen».",
        "Visjonen vår er «Små skritt sammen».",
        "Visjonen for barnehagane er «Små steg saman».",
        "Visjonen for barnehagane er “Små steg saman”.",
    ],
)
def test_a_vision_may_stand_in_quotes(sentence: str) -> None:
    found = promises(GOAL_CHAPTER.format(title="Om barnehagen", text=sentence)).goals
    assert [goal.kind for goal in found] == ["vision"]
    assert "Små s" in found[0].text.value
