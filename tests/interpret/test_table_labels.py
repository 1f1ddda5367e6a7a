"""«Ansvarleg: …» above a table or over its width holds for its rows, where no column says the same."""

from __future__ import annotations

import pytest
from drawing import promises, table

from extractor.interpret.measure_tables import read_table

STANDARDS = pytest.mark.parametrize(
    ("intro", "who"),
    [
        ("Tiltakene er sortert etter hvem som har ansvaret.", "Ansvarlig"),
        ("Tiltaka er sorterte etter kven som har ansvaret.", "Ansvarleg"),
    ],
)


@STANDARDS
def test_label_right_above_a_table_names_who_is_responsible_for_its_rows(intro: str, who: str) -> None:
    drawn = f"""
    Handlingsplan for Bygda

    1 Tiltak

    {intro}

    {who}: Teknisk sjef

    Tiltak | Område | Tid
    Bygge fortau | Trafikk | 2027
    Lage park | Miljø | Innen 2028

    {who}: Rektor og FAU

    Tiltak | Område | Tid
    Holde kurs | Skole | Årlig
    Ha leksehjelp | Skole | Løpende
    """
    found = promises(drawn).tiltak
    assert [(tiltak.text.value, tiltak.responsible) for tiltak in found] == [
        ("Bygge fortau", "Teknisk sjef"),
        ("Lage park", "Teknisk sjef"),
        ("Holde kurs", "Rektor og FAU"),
        ("Ha leksehjelp", "Rektor og FAU"),
    ]


@STANDARDS
def test_label_above_a_table_that_has_the_column_is_not_put_in_empty_cells(intro: str, who: str) -> None:
    drawn = f"""
    Handlingsplan for Bygda

    1 Tiltak

    {who}: Teknisk sjef

    Tiltak | {who} | Tid
    Bygge fortau | Vegvesenet | 2027
    Lage park |  | Innen 2028
    Male bru | Kulturleder | Årlig
    """
    responsible = {tiltak.text.value: tiltak.responsible for tiltak in promises(drawn).tiltak}
    assert responsible.get("Lage park") is None and responsible["Male bru"] == "Kulturleder"


@pytest.mark.parametrize("who", ["Ansvar", "Ansvarlig", "Ansvarleg"])
def test_label_below_a_list_above_a_table_holds_for_the_list(who: str) -> None:
    drawn = f"""
    Handlingsplan for Bygda

    1 Tiltak

    - Bygge fortau
    - Lage park

    {who}: Teknisk sjef

    Tiltak | Kostnad | Tid
    Holde kurs | 10 000 | Årlig
    Ha leksehjelp | 20 000 | Løpende
    """
    responsible = {tiltak.text.value: tiltak.responsible for tiltak in promises(drawn).tiltak}
    assert responsible == {
        "Bygge fortau": "Teknisk sjef",
        "Lage park": "Teknisk sjef",
        "Holde kurs": None,
        "Ha leksehjelp": None,
    }


@pytest.mark.parametrize(
    ("band", "header", "responsible", "schedule"),
    [
        ("Ansvarlig: Rektor", "Tiltak | Kostnad | Frist", "Rektor", "2027"),
        ("Ansvarleg: Rektor", "Tiltak | Kostnad | Frist", "Rektor", "2027"),
        ("Tidspunkt: Våren 2026", "Tiltak | Ansvar | Kostnad", "NAV", "Våren 2026"),
        ("Tidsrom: 2026–2027", "Tiltak | Ansvar | Kostnad", "NAV", "2026–2027"),
    ],
)
def test_label_over_the_width_of_a_table_holds_for_the_rows_below_it(
    band: str, header: str, responsible: str, schedule: str
) -> None:
    cells = {"Tiltak": "Åpen klubb", "Kostnad": "10 000", "Frist": "2027", "Ansvar": "NAV"}
    drawn = table(header, " | ".join(cells[title] for title in header.split(" | ")))
    drawn.bands[1] = table(band).rows[0][0].text
    [tiltak] = read_table(drawn, None, status=None, takes_tiltak=True).tiltak
    assert (tiltak.responsible, tiltak.schedule) == (responsible, schedule)
    assert "Gruppe" not in tiltak.columns


@pytest.mark.parametrize(
    ("band", "status"),
    [("Eksisterende tiltak", "established"), ("Eksisterande tiltak", "established"), ("Barn", None)],
)
def test_other_bands_are_groups_and_may_tell_the_status(band: str, status: str | None) -> None:
    drawn = table("Tiltak | Ansvar | Tid", "Klubb | NAV | 2027")
    drawn.bands[1] = table(band).rows[0][0].text
    [tiltak] = read_table(drawn, None, status=None, takes_tiltak=True).tiltak
    assert (tiltak.columns["Gruppe"], tiltak.status) == (band, status)


@pytest.mark.parametrize("band", ["Tiltak fra forrige plan", "Tiltak frå førre plan"])
def test_rows_under_a_band_of_the_last_plan_are_no_promises(band: str) -> None:
    drawn = table("Tiltak | Ansvar | Tid", "Klubb | NAV | 2020")
    drawn.bands[1] = table(band).rows[0][0].text
    assert read_table(drawn, None, status=None, takes_tiltak=True).tiltak == []
