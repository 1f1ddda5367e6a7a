"""Parties and times that plans tell without a colon, or for some items of a list."""

from __future__ import annotations

from time import process_time

import pytest
from drawing import promises

from extractor.interpret.times import is_time, time_behind


@pytest.mark.parametrize(
    "value",
    [
        "Løpende", "Løpande", "2013", "To ganger i året", "To gonger i året", "Innen 1. mai 2013",
        "Innan 1. mai 2013", "2014-2015", "Hver torsdag", "Kvar torsdag", "Mars–juni kvart år", "Høst 2011",
        "Ved behov", "Ferdig 31. desember 2025", "1999 og deretter hvert annet år", "Snarast mogleg",
    ],
)  # fmt: skip
def test_words_of_time_alone_are_a_time(value: str) -> None:
    assert is_time(value)


@pytest.mark.parametrize(
    "value",
    [
        "NAV",
        "Plan og drift",
        "10. trinn",
        "Årlig konferanse",
        "Årleg fagdag",
        "188",
        "Kultur",
        "Vaksenopplæringa",
        "",
    ],
)
def test_parties_figures_and_names_of_tiltak_are_no_time(value: str) -> None:
    assert not is_time(value)


@pytest.mark.parametrize(
    ("value", "party", "time"),
    [
        ("styrerne. Løpende.", "styrerne", "Løpende."),
        ("ingeniør VA. Ferdig 31. desember 2025.", "ingeniør VA", "Ferdig 31. desember 2025."),
        ("rektor, kommuneoverlegen, innan 2026", "rektor, kommuneoverlegen", "innan 2026"),
        ("rektorane. Skal haldast kvar haust.", "rektorane", "kvar haust."),
        ("rektorene. Skal gjennomføres hver høst.", "rektorene", "hver høst."),
        ("Kulturkontoret – kvar vår", "Kulturkontoret", "kvar vår"),
        ("Eiendom (2024)", "Eiendom", "(2024)"),
    ],
)
def test_a_time_stands_behind_the_party(value: str, party: str, time: str) -> None:
    found = time_behind(value)
    assert found is not None
    assert (value[: found[0]], value[found[1] :]) == (party, time)


@pytest.mark.parametrize(
    "value", ["Helse, sosial og oppvekst", "Rektor, 10. trinn", "Barnehage. Skule", "2024"]
)
def test_parties_in_a_row_are_no_time(value: str) -> None:
    assert time_behind(value) is None


@pytest.mark.parametrize(
    ("label", "time"), [("Ansvarlig", "Løpende"), ("Ansvarleg", "Løpande"), ("Ansvar", "2025–2026")]
)
def test_the_time_behind_a_party_is_the_schedule(label: str, time: str) -> None:
    [tiltak] = promises(
        f"1 Oppvekst\n\nTiltak:\n- Fagbrev på jobb til assistentar. {label}: rektor. {time}.\n"
    ).tiltak
    assert (tiltak.responsible, tiltak.schedule) == ("rektor", f"{time}.")
    assert tiltak.columns == {label: "rektor"}


@pytest.mark.parametrize(
    ("who", "when"), [("Ansvar: NAV, 2024. Frist: 2025", "2025"), ("Ansvar: NAV. Frist: 2025", "2025")]
)
def test_a_time_with_its_label_is_the_one_that_counts(who: str, when: str) -> None:
    [tiltak] = promises(f"1 Arbeid\n\nTiltak:\n- Jobbklubb for unge. {who}\n").tiltak
    assert tiltak.schedule == when


@pytest.mark.parametrize(
    ("sentence", "party"),
    [
        ("Ansvarlig er rektorene. Skal holdes hver høst.", "rektorene"),
        ("Ansvarleg er rektorane. Skal haldast kvar haust.", "rektorane"),
        ("Ansvarlig for tiltaket er kultursjefen.", "kultursjefen"),
        ("Ansvarleg for gjennomføringa er kultursjefen.", "kultursjefen"),
        ("Hovedansvarlig er kultursjefen.", "kultursjefen"),
    ],
)
def test_a_sentence_may_say_who_is_responsible_for_its_point(sentence: str, party: str) -> None:
    drawing = f"1 Fritid\n\n1.1 Tiltak\n\n1.1.1 Opne kveldar på klubben med eigen ungdomsvakt. {sentence}\n"
    [tiltak] = promises(drawing).tiltak
    assert tiltak.text.value == "Opne kveldar på klubben med eigen ungdomsvakt."
    assert (tiltak.responsible or "").rstrip(".") == party


@pytest.mark.parametrize(
    ("heading", "sentence"),
    [
        ("Gjennomføring", "Ansvarlig for oppfølgingen er rådmannen."),
        ("Evaluering", "Ansvarleg er rådmannen."),
    ],
)
def test_who_follows_up_the_plan_is_no_tiltak(heading: str, sentence: str) -> None:
    body = f"Planen skal opp til ny vurdering. {sentence}"
    drawing = f"1 Tiltak\n\nDette vil vi gjøre i perioden.\n\n2 {heading}\n\n{body}\n"
    assert promises(drawing).tiltak == []


@pytest.mark.parametrize(
    ("label", "held"),
    [
        ("Ansvar for a–c", [True, True, True]),
        ("Ansvar for punkt a - b", [True, True, False]),
        ("Ansvarleg for a til c", [True, True, True]),
        ("Ansvar", [True, True, True]),
    ],
)
def test_a_label_that_closes_a_lettered_list_holds_for_the_items_it_names(
    label: str, held: list[bool]
) -> None:
    drawing = (
        "1 Hjelp\n\nDesse tiltaka skal setjast i verk:\n\na) Faste kontordagar\nb) Avtale om rettleiing\n"
        f"c) Støttekontakt til unge\n\n{label}: Helsesjefen\n\n"
        "1.1.1 Kommunen leiger to husvære. Ansvar: NAV.\n"
    )
    found = promises(drawing).tiltak
    assert [tiltak.responsible == "Helsesjefen" for tiltak in found[:3]] == held
    assert found[3].responsible == "NAV."


@pytest.mark.parametrize(
    ("heading", "lead", "who"),
    [
        ("Overganger (ansvar: oppvekstsjef)", "Slik gjør vi det:", "oppvekstsjef"),
        ("Overgangar (ansvar: oppvekstsjef)", "Slik gjer me det:", "oppvekstsjef"),
        ("Trygge voksne (Ansvarlig: rektor)", "Tiltak:", "rektor"),
        ("Trygge vaksne (Ansvarleg: rektor)", "Tiltak:", "rektor"),
    ],
)
def test_who_is_named_in_the_heading_is_responsible_for_what_stands_below(
    heading: str, lead: str, who: str
) -> None:
    drawing = (
        "1 Innleiing\n\nTekst.\n\n2 Satsing\n\n2.1 Skule\n\nTekst om skulen.\n\n"
        f"2.2 {heading}\n{lead}\n- Møte med heimen. Frist: 2027\n- Besøk på skulen. Ansvar: styrar. Frist: 2026\n"
    )
    found = promises(drawing).tiltak
    assert [(draft.text.value, draft.responsible) for draft in found] == [
        ("Møte med heimen.", who),
        ("Besøk på skulen.", "styrar"),
    ]


@pytest.mark.parametrize("label", ["Ansvar: Teknisk", "ansvarleg: Teknisk", "Ansvarlig: Teknisk"])
def test_a_numbered_tiltak_with_its_party_in_brackets_is_no_heading(label: str) -> None:
    points = f"2.1 Gatelys i sentrum ({label})\n\n2.2 Fortau ved skulen ({label})\n"
    drawing = f"1 Innleiing\n\nTekst.\n\n2 Tiltak\n\n{points}"
    assert [draft.responsible for draft in promises(drawing).tiltak] == ["Teknisk", "Teknisk"]


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("Omtale av menn i omsorgsyrke på nettsida", "Ansvar"),
        ("Innhold til kurs om skilt i trafikken", "Ansvarlig"),
    ],
)
def test_a_name_that_begins_like_a_label_is_a_tiltak_with_its_label(name: str, label: str) -> None:
    [tiltak] = promises(f"1 Arbeid\n\nTiltak:\n- {name}. {label}: HR. Frå hausten 2022\n").tiltak
    assert (tiltak.text.value, tiltak.responsible, tiltak.schedule) == (f"{name}.", "HR", "Frå hausten 2022")


@pytest.mark.parametrize(
    "sentence", ["Ansvarlig er styrer. Frist: 2027.", "Ansvarleg er styrar. Frist: 2027."]
)
def test_who_in_words_and_when_with_its_label_go_together(sentence: str) -> None:
    [tiltak] = promises(f"1 Fritid\n\n1.1 Tiltak\n\n1.1.1 Opne kveldar på klubben. {sentence}\n").tiltak
    assert tiltak.text.value == "Opne kveldar på klubben."
    assert (tiltak.responsible or "").startswith("styr")
    assert (tiltak.schedule or "").startswith("2027")


@pytest.mark.parametrize("piece", ["1.", "1. ", "og ", "fra og med ", "frå og med ", "( "])
def test_what_only_begins_like_a_time_is_told_at_once(piece: str) -> None:
    value = (piece * 60)[:55] + " 2024 qq"
    began = process_time()
    assert not is_time(value)
    assert process_time() - began < 0.5
