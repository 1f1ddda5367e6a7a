"""Tables of measures: whose columns count, and what holds for several rows."""

from __future__ import annotations

import pytest
from drawing import promises, table

from extractor.document import Table
from extractor.interpret.drafts import TiltakDraft
from extractor.interpret.measure_tables import read_table
from extractor.interpret.merge import merge_goals, merge_tiltak


def _tiltak(drawn: Table) -> list[TiltakDraft]:
    return read_table(drawn, None, status=None, takes_tiltak=True).tiltak


def _one(header: str, row: str) -> TiltakDraft:
    [tiltak] = _tiltak(table(header, row))
    return tiltak


@pytest.mark.parametrize(
    ("header", "row", "responsible"),
    [
        ("Tiltak | Ansvar Nordbygd | Ansvar Sørbygd", "Åpen klubb | Kulturleder | NAV", "Kulturleder\nNAV"),
        ("Tiltak | Hovedansvar | Medansvar", "Åpen klubb | Kulturleder | NAV", "Kulturleder\nNAV"),
        ("Tiltak | Hovudansvar | Medansvar", "Open klubb | Kulturleiar | NAV", "Kulturleiar\nNAV"),
        ("Tiltak | Ansvarleg | Medansvarleg", "Open klubb | Rektor | Rektor", "Rektor"),
        ("Tiltak | Ansvarlig | Medansvarlig", "Åpen klubb | Rektor | –", "Rektor"),
        ("Tiltak | Ansvar | Samarbeid", "Åpen klubb | Rektor | FAU", "Rektor"),
        ("Tiltak | Samarbeid/medansvar | Ansvar", "Open klubb | FAU | Rektor", "Rektor"),
        ("Tiltak | Hvem har ansvaret? | Hvem er målgruppen?", "Åpen klubb | NAV | Unge", "NAV"),
        ("Tiltak | Kven har ansvaret? | Kven er målgruppa?", "Open klubb | NAV | Unge", "NAV"),
    ],
)
def test_all_columns_that_name_who_is_responsible_count(header: str, row: str, responsible: str) -> None:
    assert _one(header, row).responsible == responsible


@pytest.mark.parametrize(("nord", "ansvar"), [("Nordbygd", "Ansvarlig"), ("Nordbygda", "Ansvarleg")])
def test_a_title_over_a_column_for_each_kommune_holds_for_all_of_them(nord: str, ansvar: str) -> None:
    drawn = table(f"Tiltak | {ansvar} |", f"| {nord} | Sørbygd", "Klubb | Rektor | NAV", header_rows=2)
    [tiltak] = _tiltak(drawn)
    assert tiltak.responsible == "Rektor\nNAV"
    assert set(tiltak.columns) == {"Tiltak", f"{ansvar} {nord}", f"{ansvar} Sørbygd"}


@pytest.mark.parametrize(
    ("header", "time", "is_deadline"),
    [
        ("Når skal det være gjort?", "1. januar 2023", True),
        ("Når skal det vere gjort?", "1. januar 2023", True),
        ("Ferdig", "1. januar 2023", True),
        ("Ferdigstillast", "1. januar 2023", True),
        ("Når", "1. januar 2023", False),
    ],
)
def test_a_column_for_when_it_is_done_holds_deadlines(header: str, time: str, is_deadline: bool) -> None:
    tiltak = _one(f"Tiltak | Ansvar | {header}", f"Klubb | NAV | {time}")
    assert (tiltak.schedule, tiltak.is_deadline) == (time, is_deadline)


@pytest.mark.parametrize(
    ("crosses", "schedule"),
    [
        ("x | x | | ", "2019–2020"),
        ("x | x | x | x", "2019–2022"),
        ("x | | x | ", "2019, 2021"),
        (" | X | | ", "2020"),
    ],
)
def test_crossed_years_side_by_side_are_a_period(crosses: str, schedule: str) -> None:
    assert _one("Tiltak | 2019 | 2020 | 2021 | 2022", f"Åpen klubb | {crosses}").schedule == schedule


@pytest.mark.parametrize(
    "sign", ['"', "”", '-"-', "- ” -", "do.", "samme", "Same", "Som ovenfor", "som ovanfor"]
)
def test_a_ditto_repeats_the_cell_above(sign: str) -> None:
    drawn = table(
        "Tiltak | Ansvarlig | Frist", "Klubb | Rektor | 2015", f"Kurs | {sign} | 2016", f"Tur | {sign} |"
    )
    assert [(tiltak.responsible, tiltak.schedule) for tiltak in _tiltak(drawn)] == [
        ("Rektor", "2015"),
        ("Rektor", "2016"),
        ("Rektor", None),
    ]
    assert _tiltak(drawn)[1].columns["Ansvarlig"] == "Rektor"


def test_a_ditto_with_nothing_above_it_says_nothing() -> None:
    assert _one("Tiltak | Ansvar | Frist", 'Klubb | " | 2015').responsible is None


def test_an_empty_cell_stays_unknown() -> None:
    drawn = table("Tiltak | Ansvar | Frist", "Klubb | Rektor | 2015", "Kurs | |")
    assert [(tiltak.responsible, tiltak.schedule) for tiltak in _tiltak(drawn)][1] == (None, None)


@pytest.mark.parametrize(
    ("target", "reached"), [("Resultatmål", "Ventetida er kort"), ("Ønskt resultat", "Ventetida er stutt")]
)
def test_a_target_left_of_the_measures_groups_the_rows_below(target: str, reached: str) -> None:
    drawn = table(
        f"{target} | Tiltak | Ansvar", f"{reached} | Vakttelefon | Lege", "| Kurs | NAV", "– | Klubb | Rektor"
    )
    assert [tiltak.target for tiltak in _tiltak(drawn)] == [reached, reached, None]


@pytest.mark.parametrize("target", ["Ønsket resultat", "Ønskt resultat"])
def test_a_target_right_of_the_measures_is_that_of_its_row(target: str) -> None:
    drawn = table(f"Tiltak | Ansvar | {target}", "Vakttelefon | Lege | Kort ventetid", "Kurs | NAV |")
    assert [tiltak.target for tiltak in _tiltak(drawn)] == ["Kort ventetid", None]


def test_a_new_goal_ends_the_target_of_the_goal_before() -> None:
    drawn = table(
        "Mål | Resultatmål | Tiltak | Ansvar",
        "Trygg skoleveg for alle | Ingen ulykker | Lys | Teknisk",
        "Flere er fysisk aktive | | Turgruppe | NAV",
    )
    assert [tiltak.target for tiltak in _tiltak(drawn)] == ["Ingen ulykker", None]


@pytest.mark.parametrize("nothing", ["-", "–", "...", "…", "___"])
@pytest.mark.parametrize(("text", "cost"), [("Beskrivelse", "Kostnad"), ("Skildring", "Kostnader")])
def test_a_placeholder_says_nothing_and_stays_in_the_columns(nothing: str, text: str, cost: str) -> None:
    tiltak = _one(
        f"Tiltak | {text} | Ansvar | Frist | {cost}", f"Klubb | {nothing} | {nothing} | {nothing} | {nothing}"
    )
    assert (tiltak.description, tiltak.responsible, tiltak.schedule, tiltak.cost) == (None, None, None, None)
    assert tiltak.columns[text] == nothing


def test_a_placeholder_is_no_tiltak() -> None:
    assert _tiltak(table("Tiltak | Ansvar", "– | Rektor")) == []


def test_a_tiltak_merged_over_rows_is_one_with_the_parties_and_times_of_all() -> None:
    drawn = table(
        "Tiltak | Ansvar | Frist", "Åpen klubb | Rektor | 2015", "| NAV | 2016", "Kurs | Lege | 2017"
    )
    drawn.rows[2][0] = drawn.rows[1][0]
    first, second = _tiltak(drawn)
    assert (first.text.value, first.responsible, first.schedule) == (
        "Åpen klubb",
        "Rektor\nNAV",
        "2015; 2016",
    )
    assert first.columns == {"Tiltak": "Åpen klubb", "Ansvar": "Rektor\nNAV", "Frist": "2015\n2016"}
    assert (second.text.value, second.responsible) == ("Kurs", "Lege")


@pytest.mark.parametrize("title", ["Gjennomførte tiltak", "Fullførte tiltak", "Utførte tiltak"])
def test_a_column_of_finished_measures_says_so(title: str) -> None:
    assert _one(f"{title} | Ansvar", "Åpen klubb | Rektor").status == "implemented"


@pytest.mark.parametrize(
    "title", ["Gjennomførte tiltak i forrige periode", "Gjennomførte tiltak i førre periode"]
)
def test_measures_of_the_plan_before_are_no_promises(title: str) -> None:
    assert _tiltak(table(f"{title} | Ansvar", "Åpen klubb | Rektor")) == []


@pytest.mark.parametrize("letter", ["B", "2", "2.1", "II"])
@pytest.mark.parametrize("title", ["Område", "Satsingsområde", "Mål"])
def test_a_reference_that_leads_nowhere_is_no_goal(title: str, letter: str) -> None:
    goals = read_table(
        table(f"{title} | Tiltak | Ansvar", f"{letter} | Åpen klubb | Rektor"),
        None,
        status=None,
        takes_tiltak=True,
    ).goals
    assert merge_goals(goals)[0] == []


@pytest.mark.parametrize(
    ("lead", "later"),
    [
        ("Disse tiltakene er gjennomført og blir ikke ført videre:", "Tiltak fra forrige periode"),
        ("Desse tiltaka er gjennomførte og vert ikkje førte vidare:", "Tiltak frå førre periode"),
    ],
)
def test_a_list_of_finished_measures_says_so(lead: str, later: str) -> None:
    found = promises(f"1 {later}\n\n{lead}\n\n- Benker i parken\n- Frukost på skulen\n").tiltak
    assert {tiltak.status for tiltak in found} <= {"implemented"}


BUDGET = """
    1 Tiltak

    Tiltak | Ansvar | Frist
    {first} | Helse | 2015
    Ombygging av 2. etasje ved Nordbygd skole | Teknisk | 2016

    2 Kostnader av tiltak

    Tiltak | 2015 | 2016
    {short} | 640 | 640
    {second} | 0 | 1 200
"""


@pytest.mark.parametrize(
    ("first", "short"),
    [
        ("Nattpatrulje i hele kommunen", "Nattpatrulje"),
        ("Tryggleiksalarm til alle som treng det", "Tryggleiksalarm"),
    ],
)
def test_a_budget_table_puts_a_price_on_what_stands_before_it(first: str, short: str) -> None:
    drawing = BUDGET.format(first=first, short=short, second="Nordbygd skole, 2. etasje")
    found = merge_tiltak(promises(drawing).tiltak)
    assert [(tiltak.text.value, tiltak.cost) for tiltak in found] == [
        (first, "2015: 640; 2016: 640"),
        ("Ombygging av 2. etasje ved Nordbygd skole", "2015: 0; 2016: 1 200"),
    ]


def test_a_table_of_costs_with_names_of_its_own_lists_tiltak_of_its_own() -> None:
    drawing = BUDGET.format(
        first="Vakt i hele kommunen", short="Lys langs fylkesvegen", second="Fortau i sentrum"
    )
    assert len(merge_tiltak(promises(drawing).tiltak)) == 4


@pytest.mark.parametrize(
    ("header", "start", "end", "together"),
    [
        ("Tiltak | Ansvar | Start | Slutt", "2031", "2033", "2031–2033"),
        ("Tiltak | Ansvarleg | Oppstart | Ferdig", "haust 2031", "vår 2032", "haust 2031–vår 2032"),
        ("Tiltak | Ansvarlig | Startdato | Sluttdato", "1.1.2031", "1.6.2031", "1.1.2031–1.6.2031"),
        ("Tiltak | Ansvar | Start | Slutt", "2031", "2031", "2031"),
    ],
)
def test_columns_for_start_and_end_tell_one_period(header: str, start: str, end: str, together: str) -> None:
    tiltak = _one(header, f"Open klubb | NAV | {start} | {end}")
    assert (tiltak.schedule, tiltak.is_start) == (together, False)


def test_a_start_without_its_end_is_a_start() -> None:
    assert _one("Tiltak | Ansvar | Start | Slutt", "Klubb | NAV | 2031 | ").is_start
    assert not _one("Tiltak | Ansvar | Start", "Klubb | NAV | 2031").is_start


@pytest.mark.parametrize(
    "total", ["Sum drift", "Totalt", "I alt", "Samlet kostnad", "Samla kostnad", "Til saman"]
)
def test_a_row_of_totals_is_no_tiltak(total: str) -> None:
    drawn = table("Tiltak | 2031 | 2032", "Lys på gangveg | 100 | 200", f"{total} | 12 400 | 1,5 mill.")
    assert [tiltak.text.value for tiltak in _tiltak(drawn)] == ["Lys på gangveg"]


@pytest.mark.parametrize("name", ["Samlet plan for vann", "Samla plan for vatn", "Sum"])
def test_a_tiltak_that_begins_like_a_total_is_one(name: str) -> None:
    assert _one("Tiltak | Ansvar | Frist", f"{name} | Drift | 2031").text.value == name


@pytest.mark.parametrize("label", ["Mål 1: Trygge veier", "Delmål 1: Trygge vegar", "Hovudmål: Trygge vegar"])
def test_a_label_along_the_rows_is_their_goal(label: str) -> None:
    beside = table("| Tiltak | Ansvar", f"{label} | Lys | Drift", " | Fortau | Drift")
    over_all = table(f"{label} | Tiltak | Ansvar", " | Lys | Drift", " | Fortau | Drift")
    for drawn in (beside, over_all):
        reading = read_table(drawn, None, status=None, takes_tiltak=True)
        [goal] = reading.goals
        assert goal.text.value == label.split(": ")[1]
        assert goal.text.words
        assert [tiltak.goals for tiltak in reading.tiltak] == [[goal], [goal]]


@pytest.mark.parametrize(
    ("header", "months"),
    [
        ("Måned | Hva | Hvem", ("August", "Oktober–november", "Mai")),
        ("Månad | Kva | Kven", ("August", "Oktober og november", "Mai")),
        ("Når | Aktivitet | Ansvar", ("Januar", "Februar", "Juni")),
    ],
)
def test_what_comes_back_each_month_is_no_list_of_tiltak(header: str, months: tuple[str, ...]) -> None:
    assert _tiltak(table(header, *(f"{month} | Foreldremøte | Rektor" for month in months))) == []


@pytest.mark.parametrize(
    ("header", "when"),
    [
        ("Måned | Tiltak | Ansvar", "August"),
        ("Når | Hva | Hvem", "August 2026"),
        ("Når | Kva | Kven", "Haust 2026"),
    ],
)
def test_a_table_with_dates_or_tiltak_by_name_lists_tiltak(header: str, when: str) -> None:
    assert (
        len(_tiltak(table(header, f"{when} | Foreldremøte | Rektor", f"{when} | Leksehjelp | Rektor"))) == 2
    )


@pytest.mark.parametrize("over", ["Gjennomføres", "Gjennomførast", "År", "Planperioden"])
def test_a_title_over_the_years_belongs_to_none_of_them(over: str) -> None:
    drawn = table(
        f"Tiltak | Ansvar | {over} | |", "| | 2026 | 2027 | 2028", "Klubb | Kultur | x | x |", header_rows=2
    )
    [tiltak] = _tiltak(drawn)
    assert tiltak.schedule == "2026–2027"
    assert set(tiltak.columns) == {"Tiltak", "Ansvar", "2026", "2027"}


@pytest.mark.parametrize(
    ("area", "goal"),
    [
        ("Område", "Mål"), ("Innsatsområde", "Delmål"), ("Satsingsområde", "Mål"), ("Innsatsområde", "Mål"),
    ],
)  # fmt: skip
def test_goal_column_beside_a_column_of_areas_holds_the_goals(area: str, goal: str) -> None:
    drawn = table(
        f"{area} | {goal} | Tiltak | Ansvar",
        "Kunnskap | Ansatte skal kunne nok | Kurs | NAV",
        " | Alle skal vite hvor de får råd | Brosjyre | NAV",
        " | | Åpent møte | NAV",
    )
    reading = read_table(drawn, None, status=None, takes_tiltak=True)
    goals = ["Ansatte skal kunne nok", "Alle skal vite hvor de får råd"]
    assert [one.text.value for one in reading.goals] == goals
    assert [[one.text.value for one in tiltak.goals] for tiltak in reading.tiltak] == [
        [goals[0]],
        [goals[1]],
        [goals[1]],
    ]
    assert reading.tiltak[0].columns[area] == "Kunnskap"


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("Tiltak | Hvem | Hvem betaler", "Turgruppe | Frivilligsentralen | Kommunen"),
        ("Tiltak | Ansvar | Hvem gjelder det?", "Turgruppe | Frivilligsentralen | Eldre"),
        ("Tiltak | Kven | Kven betalar", "Turgruppe | Frivilligsentralen | Kommunen"),
        ("Tiltak | Ansvar | Kven gjeld det?", "Turgruppe | Frivilligsentralen | Eldre"),
    ],
)
def test_who_pays_and_whom_it_is_for_are_not_responsible(header: str, row: str) -> None:
    assert _one(header, row).responsible == "Frivilligsentralen"


@pytest.mark.parametrize("when", ["Kor tid", "Når", "Byggestart", "Byggjestart"])
def test_a_column_for_when_has_many_names(when: str) -> None:
    assert _one(f"Tiltak | Ansvar | {when}", "Ny kino | Kultur | 2026").schedule == "2026"


@pytest.mark.parametrize(
    ("cell", "party", "time"),
    [
        ("Servicekontoret (innen 2026)", "Servicekontoret", "innen 2026"),
        ("Servicekontoret (innan 2026)", "Servicekontoret", "innan 2026"),
        ("Rektor (7. trinn)", "Rektor (7. trinn)", None),
        ("Rektor (7. steget)", "Rektor (7. steget)", None),
    ],
)
def test_a_time_in_a_bracket_behind_the_party_is_the_time(cell: str, party: str, time: str | None) -> None:
    tiltak = _one("Tiltak | Ansvar | Frist", f"Kurs for alle | {cell} | ")
    assert (tiltak.responsible, tiltak.schedule) == (party, time)


@pytest.mark.parametrize(
    ("owner", "first"), [("Anleggseier", "Pri."), ("Anleggseigar", "Prioritet"), ("Tiltakshaver", "Prio")]
)
def test_facilities_in_order_of_priority_are_tiltak(owner: str, first: str) -> None:
    tiltak = _one(f"{first} | Anlegg | {owner} | Kostnad", "1 | Skatepark i sentrum | Bygda IL | 900 000")
    assert (tiltak.text.value, tiltak.responsible, tiltak.cost) == (
        "Skatepark i sentrum",
        "Bygda IL",
        "900 000",
    )


@pytest.mark.parametrize(
    "header", ["Anlegg | Eier | Byggeår | Tilstand", "Anlegg | Eigar | Byggjeår | Tilstand"]
)
def test_facilities_that_are_there_already_are_no_tiltak(header: str) -> None:
    assert _tiltak(table(header, "Bygdahallen | Kommunen | 1984 | God")) == []


@pytest.mark.parametrize(
    ("header", "row", "responsible"),
    [
        ("Tiltak | Enhet | Frist", "Åpen klubb | Kulturkontoret | 2026", "Kulturkontoret"),
        ("Tiltak | Virksomhet | Frist", "Åpen klubb | Biblioteket | 2026", "Biblioteket"),
        ("Tiltak | Enhet | Ansvarlig", "Åpen klubb | Kulturkontoret | Rektor", "Rektor"),
        ("Tiltak | Eining | Frist", "Open klubb | Kulturkontoret | 2026", "Kulturkontoret"),
        ("Tiltak | Verksemd | Frist", "Open klubb | Biblioteket | 2026", "Biblioteket"),
        ("Tiltak | Eining | Ansvarleg", "Open klubb | Kulturkontoret | Rektor", "Rektor"),
        ("Innsats | Enhet | Ferdig", "Åpen klubb | Kulturkontoret | 2026", "Kulturkontoret"),
        ("Innsats | Eining | Ferdig", "Open klubb | Kulturkontoret | 2026", "Kulturkontoret"),
    ],
)
def test_units_of_the_kommune_are_responsible_where_no_other_column_says_who_is(
    header: str, row: str, responsible: str
) -> None:
    assert _one(header, row).responsible == responsible


@pytest.mark.parametrize("title", ["Enhet", "Eining"])
@pytest.mark.parametrize("unit", ["meter", "Prosent", "kilometer", "Kroner", "Årsverk", "stk"])
def test_units_of_measurement_are_nobody(title: str, unit: str) -> None:
    assert _one(f"Tiltak | {title} | Frist", f"Ny gangveg | {unit} | 2026").responsible is None
