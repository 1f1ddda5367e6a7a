"""What is no date: continuous, as soon as possible, conditions, statuses and horizons."""

from __future__ import annotations

import pytest

from extractor.normalise.schedule import parse_schedule


@pytest.mark.parametrize(
    "text",
    ["Kontinuerlig", "kontinuerleg", "Løpende", "løpande", "fortløpande", "hele året", "Året rundt", "alltid",
     "til enhver tid", "til ei kvar tid"],
)  # fmt: skip
def test_continuous(text: str) -> None:
    schedule = parse_schedule(text)
    assert schedule is not None
    assert (schedule.kind, schedule.edtf, schedule.status) == ("continuous", None, None)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Kontinuerlig fra 2013", "2013/.."),
        ("Frå 2014, løpande", "2014/.."),
        ("2014 og løpende", "2014/.."),
        ("løpande 2014–2016", "2014/2016"),
        ("hele året 2014", "2014"),
    ],
)
def test_continuous_keeps_its_dates(text: str, edtf: str) -> None:
    schedule = parse_schedule(text)
    assert schedule is not None
    assert (schedule.kind, schedule.edtf) == ("continuous", edtf)


@pytest.mark.parametrize(
    "text",
    ["snarest", "snarest mulig", "Snarast råd", "så snart som råd", "straks", "umiddelbart", "med ein gong"],
)
def test_as_soon_as_possible(text: str) -> None:
    schedule = parse_schedule(text)
    assert schedule is not None
    assert (schedule.kind, schedule.edtf) == ("asap", None)


@pytest.mark.parametrize(
    "text", ["Gjelder fra vedtak av planen", "Gjeld frå vedtak av planen", "Frå planen er vedteken"]
)
def test_a_start_with_the_adoption_of_the_plan_has_no_day(text: str) -> None:
    schedule = parse_schedule(text)
    assert schedule is not None
    assert (schedule.kind, schedule.edtf) == ("start", None)


@pytest.mark.parametrize(
    "text",
    ["ved behov", "etter behov", "Ved alvorlege hendingar", "ved alvorlige hendelser", "Når tallene foreligger",
     "når tala ligg føre", "Når tiltaket er gjennomført", "Når det er midlar til det", "Ved nytt anbod",
     "Ved rullering av samfunnsdelen", "under forutsetning av tilskudd", "under føresetnad av tilskot",
     "i forbindelse med budsjett", "i samband med budsjett", "før neste bevillingsperiode",
     "etter vedtak i kommunestyret", "dersom det vert løyvd midlar", "Så snart midlene foreligger"],
)  # fmt: skip
def test_a_condition_is_kept_as_it_was_written(text: str) -> None:
    schedule = parse_schedule(text)
    assert schedule is not None
    assert (schedule.kind, schedule.edtf, schedule.condition) == ("conditional", None, text)


@pytest.mark.parametrize(
    ("text", "kind", "edtf", "condition"),
    [
        (
            "ved neste rullering av planen i 2015",
            "conditional",
            "2015",
            "ved neste rullering av planen i 2015",
        ),
        ("Når midlane er på plass, innan 2015", "deadline", "../2015", "Når midlane er på plass"),
        ("Innen 2015, når midler foreligger", "deadline", "../2015", "når midler foreligger"),
        ("2015 ved behov", "point", "2015", "ved behov"),
        ("Løpende, ved behov", "continuous", None, "ved behov"),
        ("Umiddelbart etter vedtak", "asap", None, "etter vedtak"),
        ("innan to år etter vedtak", "deadline", None, "etter vedtak"),
    ],
)
def test_a_condition_stands_beside_what_else_is_said(
    text: str, kind: str, edtf: str | None, condition: str
) -> None:
    schedule = parse_schedule(text)
    assert schedule is not None
    assert (schedule.kind, schedule.edtf, schedule.condition) == (kind, edtf, condition)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Etablert tiltak", "established"),
        ("i ordinær drift", "established"),
        ("I gang", "ongoing"),
        ("er i gong", "ongoing"),
        ("Pågår", "ongoing"),
        ("Tiltaket videreføres", "ongoing"),
        ("vidareførast", "ongoing"),
        ("Påbegynt", "ongoing"),
        ("Igangsett", "ongoing"),
        ("Gjennomført", "implemented"),
        ("Ferdig", "implemented"),
        ("Delvis gjennomført", "partly-implemented"),
        ("Ikke gjennomført", "not-implemented"),
        ("Ikkje gjennomført", "not-implemented"),
        ("ikke påbegynt", "not-started"),
        ("Ikkje starta", "not-started"),
        ("Planlagt", "planned"),
        ("under vurdering", "proposed"),
        ("utgår", "discontinued"),
        ("utsatt", "postponed"),
        ("utsett", "postponed"),
        ("avslutta", "ended"),
        ("nytt tiltak", "new"),
        ("avklares senere", "unset"),
        ("vert avklart seinare", "unset"),
        ("på kort sikt", "horizon:short"),
        ("på mellomlang sikt", "horizon:medium"),
        ("langsiktig", "horizon:long"),
    ],
)
def test_a_status_is_no_date(text: str, status: str) -> None:
    schedule = parse_schedule(text)
    assert schedule is not None
    assert (schedule.kind, schedule.edtf, schedule.status) == ("status", None, status)


@pytest.mark.parametrize(
    "text", ["ikke tidfestet", "Ikkje tidfesta", "uten frist", "utan frist", "Ingen frist"]
)
def test_that_no_time_is_set_is_no_kind_of_time(text: str) -> None:
    schedule = parse_schedule(text)
    assert schedule is not None
    assert (schedule.kind, schedule.edtf, schedule.status) == (None, None, "unset")


@pytest.mark.parametrize(
    ("text", "kind", "edtf", "status"),
    [
        ("Gjennomført 2016", "status", "2016", "implemented"),
        ("Etablert i 2012", "status", "2012", "established"),
        ("Igangsatt 2024", "start", "2024/..", "ongoing"),
        ("Starta 2014", "start", "2014/..", "ongoing"),
        ("Inkorporert i ordinær drift fra 2013", "start", "2013/..", "established"),
        ("Planlagt 2015", "point", "2015", "planned"),
        ("Utsett til hausten 2016", "point", "2016-23", "postponed"),
        ("Pågår 2014–2016", "period", "2014/2016", "ongoing"),
        ("Påbegynt, ferdig 2015", "point", "2015", "ongoing"),
        ("avsluttet sommeren 2013", "deadline", "../2013-08", "ended"),
        ("ferdig 2015", "point", "2015", None),
        ("Ferdigstilt 2016", "point", "2016", None),
        ("Ferdigstelt 2016", "point", "2016", None),
        ("Ferdig 1. oktober 2016", "deadline", "../2016-10-01", None),
        ("oppstart 2014, ferdig 2016", "period", "2014/2016", None),
        ("gjennomført innan 2015", "deadline", "../2015", None),
    ],
)
def test_a_status_with_a_date_says_what_the_date_is_for(
    text: str, kind: str, edtf: str, status: str | None
) -> None:
    schedule = parse_schedule(text)
    assert schedule is not None
    assert (schedule.kind, schedule.edtf, schedule.status) == (kind, edtf, status)
