"""Time in the middle of other words: cells that also name parties, and running sentences."""

from __future__ import annotations

import pytest

from extractor.normalise.schedule import find_schedule, schedule_in_prose


@pytest.mark.parametrize(
    ("cell", "raw", "kind", "edtf"),
    [
        ("Seksjon for helse NAV Innen 2015", "Innen 2015", "deadline", "../2015"),
        ("Eining for helse NAV Innan 2015", "Innan 2015", "deadline", "../2015"),
        ("Alle virksomheter, 2013-14", "2013-14", "period", "2013/2014"),
        ("Sentraladministrasjon 2014", "2014", "point", "2014"),
        ("Rådmannen - 2014 - 2016", "2014 - 2016", "period", "2014/2016"),
        ("Rådmannen hausten 2014", "hausten 2014", "point", "2014-23"),
        ("Rektor på 10. trinn, våren 2015", "våren 2015", "point", "2015-21"),
        ("NAV\nFrå 2013", "Frå 2013", "start", "2013/.."),
        ("NAV 2014-", "2014-", "start", "2014/.."),
        ("Oppvekst 2014 Familiesenteret 2015", "2015", "point", "2015"),
        ("Innkaller lag og foreninger snarest mulig.", "snarest mulig", "asap", None),
        ("Etat for oppvekst Kontinuerlig", "Kontinuerlig", "continuous", None),
        ("Einingane, løpande", "løpande", "continuous", None),
        ("Seksjon for helse Når tallene foreligger", "Når tallene foreligger", "conditional", None),
        ("Barnevern ved rullering av planen", "ved rullering av planen", "conditional", None),
        ("Rådmannen, ved behov", "ved behov", "conditional", None),
        ("Rektor/helsesøster (årlig)", "årlig", "recurring", None),
        ("Rektor: årleg, innan 1. mars", "årleg, innan 1. mars", "recurring", None),
        ("Politiet 1-2 gangar årleg", "1-2 gangar årleg", "recurring", None),
        ("Skulane kvar haust (aug/sep)", "kvar haust (aug/sep)", "recurring", None),
        ("Kultursjef Etablert tiltak", "Etablert tiltak", "status", None),
        ("NAV Ikke tidfestet", "Ikke tidfestet", None, None),
    ],
)
def test_the_time_of_a_mixed_cell_is_found(cell: str, raw: str, kind: str | None, edtf: str | None) -> None:
    found = find_schedule(cell)
    assert found is not None
    start, end, schedule = found
    assert cell[start:end] == schedule.raw == raw
    assert (schedule.kind, schedule.edtf) == (kind, edtf)


@pytest.mark.parametrize(
    "cell",
    ["Rektor", "NAV ved Kari Hansen", "Rektor ved kvar skule", "Dagleg leiar ved frivilligsentralen", "Daglig leder",
     "Teknisk etat, E134", "Meld. St. 30 (2011–2012)", "Lensmannen 10-15 år", "August Hansen", "Tom Hansen 2",
     "Etablert samarbeidsgruppe for ungdom", "Tlf 35 01 50 00", "Kommuneoverlegen, 8. trinn", "Formannskapet, 4/14"],
)  # fmt: skip
def test_a_cell_that_names_parties_only_has_no_time(cell: str) -> None:
    assert find_schedule(cell) is None


@pytest.mark.parametrize(
    ("sentence", "raw", "kind", "edtf"),
    [
        ("Planen skal være ferdig innen 2025.", "skal være ferdig innen 2025", "deadline", "../2025"),
        ("Rutinen skal liggje føre innan utgangen av 2021.", "innan utgangen av 2021", "deadline", "../2021-12-31"),
        ("Prosjekt for unge, avsluttes 01.08.14", "avsluttes 01.08.14", "deadline", "../2014-08-01"),
        ("Bevillingen gjelder fram til 30.06.2014.", "fram til 30.06.2014", "deadline", "../2014-06-30"),
        ("Sende inn tal, med frist 1. oktober 2009, til rådmannen", "med frist 1. oktober 2009", "deadline",
         "../2009-10-01"),
        ("Avtalen med fylket går ut 2027", "går ut 2027", "deadline", "../2027"),
        ("Fra 2013 etablert team for unge voksne", "Fra 2013", "start", "2013/.."),
        ("Frå 2013 etablert lag for unge vaksne", "Frå 2013", "start", "2013/.."),
        ("Et lavterskeltilbud. Inkorporert i ordinær drift fra 2013", "Inkorporert i ordinær drift fra 2013", "start",
         "2013/.."),
        ("Tilbudet utvides fra 2025 til alle skoler", "fra 2025", "start", "2025/.."),
        ("Tilbodet vert utvida frå hausten 2025", "frå hausten 2025", "start", "2025-09/.."),
        ("Tiltaket starter opp i 2026 ved skolene", "starter opp i 2026", "start", "2026/.."),
        ("I løpet av 2025 skal kommunen lage ein plan", "I løpet av 2025", "point", "2025"),
        ("Samling kvart år med politiet", "kvart år", "recurring", None),
        ("Kurs hver høst for nye elever", "hver høst", "recurring", None),
        ("Kommunen holder en øvelse annethvert år i skoletiden", "en øvelse annethvert år", "recurring", None),
        ("Kommunen held ei øving annakvart år i skuletida", "ei øving annakvart år", "recurring", None),
        ("Ein gong i året skal laget møtast", "Ein gong i året", "recurring", None),
        ("Gruppa skal kvart år i forkant av økonomiplanarbeidet (aug/sep) gå gjennom tala",
         "kvart år i forkant av økonomiplanarbeidet (aug/sep)", "recurring", None),
        ("Melde fra innen 1. oktober hvert år til rådet", "innen 1. oktober hvert år", "recurring", None),
        ("Kartlegging hvert år, ferdig innen 2027", "hvert år, ferdig innen 2027", "recurring", "../2027"),
    ],
)  # fmt: skip
def test_a_clear_clause_of_a_sentence_is_taken(sentence: str, raw: str, kind: str, edtf: str | None) -> None:
    schedule = schedule_in_prose(sentence)
    assert schedule is not None
    assert schedule.raw in sentence
    assert (schedule.raw, schedule.kind, schedule.edtf) == (raw, kind, edtf)


@pytest.mark.parametrize(
    "sentence",
    ["årlig igangsetting av leksehjelpen", "årleg igangsetjing av leksehjelpa", "løpende oppfølging av brukere",
     "kontinuerlig arbeid for unge", "kontinuerleg arbeid for unge", "2012: på området rus og bolig",
     "ungdom over 16 år", "tiltak for 10-15-åringer", "møte for 18-30 år", "heimel i § 1-7d", "åpent 08.00–08.30",
     "75 000 kr per år", "elever på 8. trinn", "trygg veg langs E134", "jf. Meld. St. 30 (2011–2012)",
     "planen for 2015–2018", "bustader i Storvegen 72", "Følge opp veileder fra 2015", "følgje opp rettleiar frå 2015",
     "lova frå 2012 skal følgjast", "oversikten fra desember 2024", "Samarbeid med NAV, fra 2013",
     "har sidan 2013 hatt eit tilbod", "I tiårsperioden fram til 2020 var det mange", "i perioden fra 2011",
     "boliger for behovet fram mot 2040", "Samtale innen ti virkedager", "oppfølging innan to veker",
     "samarbeid innen rusfeltet 2014", "innen planperioden er omme", "fra 80 til 60 km/t", "frå 16 til 18 år",
     "Kommunestyret vil våren 2014 vedta retningslinjer", "Kvar tredje innbyggjar", "hver enkelt elev",
     "kvar kommune", "fysisk aktivitet hver dag", "stilling på to dager i uka", "ved behov", "etablert tilbud",
     "Tom Hansen 2016"],
)  # fmt: skip
def test_a_sentence_that_could_be_read_otherwise_has_no_schedule(sentence: str) -> None:
    assert schedule_in_prose(sentence) is None
    assert schedule_in_prose(sentence, period=(2013, 2015)) is None


def test_of_several_clauses_the_first_with_a_date_is_taken() -> None:
    schedule = schedule_in_prose("Møter hvert år. Plan ferdigstilles innen 2026. Ny plan innen 2030.")
    assert schedule is not None
    assert schedule.edtf == "../2026"
