"""How often, in bokmål and nynorsk: frequency, interval, times and the rule of RFC 5545."""

from __future__ import annotations

import pytest

from extractor.normalise.schedule import parse_schedule

AUTUMN = "FREQ=YEARLY;BYMONTH=9,10,11;BYSETPOS=1"
HALF_YEARLY = "FREQ=MONTHLY;INTERVAL=6"

CASES = [
    ("årlig", "YEARLY", 1, None, "FREQ=YEARLY"),
    ("årleg", "YEARLY", 1, None, "FREQ=YEARLY"),
    ("Årleg kurs", "YEARLY", 1, None, "FREQ=YEARLY"),
    ("hvert år", "YEARLY", 1, None, "FREQ=YEARLY"),
    ("kvart år", "YEARLY", 1, None, "FREQ=YEARLY"),
    ("en gang i året", "YEARLY", 1, None, "FREQ=YEARLY"),
    ("ein gong årleg", "YEARLY", 1, None, "FREQ=YEARLY"),
    ("minst én gang årlig", "YEARLY", 1, None, "FREQ=YEARLY"),
    ("1 g. pr. år", "YEARLY", 1, None, "FREQ=YEARLY"),
    ("to ganger årlig", "YEARLY", 1, [2, 2], HALF_YEARLY),
    ("to gangar årleg", "YEARLY", 1, [2, 2], HALF_YEARLY),
    ("To gonger i året", "YEARLY", 1, [2, 2], HALF_YEARLY),
    ("2 ganger pr. år", "YEARLY", 1, [2, 2], HALF_YEARLY),
    ("2x/år", "YEARLY", 1, [2, 2], HALF_YEARLY),
    ("minst to ganger i året", "YEARLY", 1, [2, 2], HALF_YEARLY),
    ("1-2 gangar årleg", "YEARLY", 1, [1, 2], "FREQ=YEARLY"),
    ("ein til to gonger i året", "YEARLY", 1, [1, 2], "FREQ=YEARLY"),
    ("inntil 3 ganger i året", "YEARLY", 1, [1, 3], "FREQ=YEARLY"),
    ("tre gonger i året", "YEARLY", 1, [3, 3], "FREQ=MONTHLY;INTERVAL=4"),
    ("fire ganger årlig", "YEARLY", 1, [4, 4], "FREQ=MONTHLY;INTERVAL=3"),
    ("flere ganger i året", "YEARLY", 1, None, "FREQ=YEARLY"),
    ("fire møter i året", "YEARLY", 1, [4, 4], "FREQ=MONTHLY;INTERVAL=3"),
    ("2-4 møte årleg", "YEARLY", 1, [2, 4], HALF_YEARLY),
    ("halvårlig", "MONTHLY", 6, None, HALF_YEARLY),
    ("halvårleg", "MONTHLY", 6, None, HALF_YEARLY),
    ("hvert halvår", "MONTHLY", 6, None, HALF_YEARLY),
    ("1 gang per semester", "MONTHLY", 6, None, HALF_YEARLY),
    ("to gonger i halvåret", "MONTHLY", 6, [2, 2], "FREQ=MONTHLY;INTERVAL=3"),
    ("tertialvis", "MONTHLY", 4, None, "FREQ=MONTHLY;INTERVAL=4"),
    ("kvar tertial", "MONTHLY", 4, None, "FREQ=MONTHLY;INTERVAL=4"),
    ("kvartalsvis", "MONTHLY", 3, None, "FREQ=MONTHLY;INTERVAL=3"),
    ("kvart kvartal", "MONTHLY", 3, None, "FREQ=MONTHLY;INTERVAL=3"),
    ("månedlig", "MONTHLY", 1, None, "FREQ=MONTHLY"),
    ("månadleg", "MONTHLY", 1, None, "FREQ=MONTHLY"),
    ("Kvar månad", "MONTHLY", 1, None, "FREQ=MONTHLY"),
    ("annenhver måned", "MONTHLY", 2, None, "FREQ=MONTHLY;INTERVAL=2"),
    ("2 ganger i mnd", "MONTHLY", 1, [2, 2], "FREQ=WEEKLY;INTERVAL=2"),
    ("hver måned unntatt juli", "MONTHLY", 1, None, "FREQ=MONTHLY;BYMONTH=1,2,3,4,5,6,8,9,10,11,12"),
    ("første mandag i måneden", "MONTHLY", 1, None, "FREQ=MONTHLY;BYDAY=1MO"),
    ("1. måndag kvar månad", "MONTHLY", 1, None, "FREQ=MONTHLY;BYDAY=1MO"),
    ("hver 1. mandag i måneden", "MONTHLY", 1, None, "FREQ=MONTHLY;BYDAY=1MO"),
    ("siste fredag i mai", "YEARLY", 1, None, "FREQ=YEARLY;BYDAY=-1FR;BYMONTH=5"),
    ("ukentlig", "WEEKLY", 1, None, "FREQ=WEEKLY"),
    ("kvar veke", "WEEKLY", 1, None, "FREQ=WEEKLY"),
    ("Ope ein dag i veka", "WEEKLY", 1, None, "FREQ=WEEKLY"),
    ("åpent én ettermiddag i uka", "WEEKLY", 1, None, "FREQ=WEEKLY"),
    ("annenhver uke", "WEEKLY", 2, None, "FREQ=WEEKLY;INTERVAL=2"),
    ("annan kvar veke", "WEEKLY", 2, None, "FREQ=WEEKLY;INTERVAL=2"),
    ("hver 14. dag", "WEEKLY", 2, None, "FREQ=WEEKLY;INTERVAL=2"),
    ("annankvar fredag", "WEEKLY", 2, None, "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"),
    (
        "annan kvar fredag i vinterhalvåret", "WEEKLY", 2, None,
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR;BYMONTH=10,11,12,1,2,3",
    ),
    ("hver mandag og onsdag", "WEEKLY", 1, None, "FREQ=WEEKLY;BYDAY=MO,WE"),
    ("Tysdagar og torsdagar", "WEEKLY", 1, None, "FREQ=WEEKLY;BYDAY=TU,TH"),
    ("dagleg", "DAILY", 1, None, "FREQ=DAILY"),
    ("kvar haust", "YEARLY", 1, None, AUTUMN),
    ("hver høst", "YEARLY", 1, None, AUTUMN),
    ("om hausten", "YEARLY", 1, None, AUTUMN),
    ("Årleg, kvar haust", "YEARLY", 1, None, AUTUMN),
    ("to gonger kvar sommar", "YEARLY", 1, [2, 2], "FREQ=YEARLY;BYMONTH=6,7,8;BYSETPOS=1"),
    ("vår og høst", "YEARLY", 1, [2, 2], "FREQ=YEARLY;BYMONTH=3,9"),
    ("kvar vår og haust", "YEARLY", 1, [2, 2], "FREQ=YEARLY;BYMONTH=3,9"),
    ("vår/haust", "YEARLY", 1, [2, 2], "FREQ=YEARLY;BYMONTH=3,9"),
    ("hvert år i mai og november", "YEARLY", 1, [2, 2], "FREQ=YEARLY;BYMONTH=5,11"),
    ("aug/sep", "YEARLY", 1, None, "FREQ=YEARLY;BYMONTH=8,9;BYSETPOS=1"),
    ("Årlig, i april", "YEARLY", 1, None, "FREQ=YEARLY;BYMONTH=4"),
    ("Årleg, frå mai til september", "YEARLY", 1, None, "FREQ=YEARLY;BYMONTH=5"),
    ("Årleg; frå 1. mai til bygdedagen", "YEARLY", 1, None, "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=1"),
    ("Årlig innen utgangen av mai", "YEARLY", 1, None, "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=-1"),
    ("1. oktober hvert år", "YEARLY", 1, None, "FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=1"),
    ("innan 1. oktober kvart år", "YEARLY", 1, None, "FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=1"),
    ("Senest 15.09. hvert år", "YEARLY", 1, None, "FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=15"),
    ("17. mai", "YEARLY", 1, None, "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=17"),
    ("1. mars og 1. september", "YEARLY", 1, [2, 2], "FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=1"),
    ("uke 6 hvert år", "YEARLY", 1, None, "FREQ=YEARLY;BYWEEKNO=6;BYDAY=MO"),
    ("ved skolestart", "YEARLY", 1, None, "FREQ=YEARLY;BYMONTH=8"),
    ("ved oppstart av skuleåret", "YEARLY", 1, None, "FREQ=YEARLY;BYMONTH=8"),
    ("hvert skoleår", "YEARLY", 1, None, "FREQ=YEARLY;BYMONTH=8"),
    ("kvart skuleår", "YEARLY", 1, None, "FREQ=YEARLY;BYMONTH=8"),
    ("hvert 2. år", "YEARLY", 2, None, "FREQ=YEARLY;INTERVAL=2"),
    ("annethvert år", "YEARLY", 2, None, "FREQ=YEARLY;INTERVAL=2"),
    ("annakvart år", "YEARLY", 2, None, "FREQ=YEARLY;INTERVAL=2"),
    ("kvart andre år", "YEARLY", 2, None, "FREQ=YEARLY;INTERVAL=2"),
    ("hvert tredje år", "YEARLY", 3, None, "FREQ=YEARLY;INTERVAL=3"),
    ("Kvart fjerde år", "YEARLY", 4, None, "FREQ=YEARLY;INTERVAL=4"),
    ("minst ein gong i kvar kommunestyreperiode", "YEARLY", 4, None, "FREQ=YEARLY;INTERVAL=4"),
    ("en gang pr valgperiode", "YEARLY", 4, None, "FREQ=YEARLY;INTERVAL=4"),
    ("to ganger i valgperioden", "YEARLY", 4, [2, 2], "FREQ=YEARLY;INTERVAL=2"),
    ("regelmessig samling", None, 1, None, None),
    ("jevnlige møter", None, 1, None, None),
    ("jamleg", None, 1, None, None),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "freq", "interval", "times", "rule"), CASES, ids=[case[0] for case in CASES]
)
def test_a_rhythm_is_read_as_it_is_meant(
    text: str, freq: str | None, interval: int, times: list[int] | None, rule: str | None
) -> None:
    schedule = parse_schedule(text)
    assert schedule is not None and schedule.recurrence is not None
    found = schedule.recurrence
    assert (schedule.kind, schedule.edtf) == ("recurring", None)
    assert (found.freq, found.interval, found.times, found.rrule) == (freq, interval, times, rule)


@pytest.mark.parametrize(
    ("text", "kind", "edtf"),
    [
        ("to ganger per år fra 2015 til 2018", "recurring", "2015/2018"),
        ("årleg 2015–2018", "recurring", "2015/2018"),
        ("Årlig fra 2015", "recurring", "2015/.."),
        ("Oppstart 2025, deretter årlig", "recurring", "2025/.."),
        ("Oppstart 2025, ferdig 2028, årleg evaluering", "recurring", "2025/.."),
        ("Frå 2014 fram til 2018, årleg", "recurring", "2014/2018"),
        ("2014 og deretter årleg", "recurring", "2014/.."),
        ("Hvert 4. år, første gang 2016", "recurring", "2016/.."),
        ("Årlig fram til 2018", "recurring", "../2018"),
        ("Innan 2015 og deretter årleg", "deadline", "../2015"),
    ],
)
def test_a_rhythm_keeps_the_time_it_is_for(text: str, kind: str, edtf: str) -> None:
    schedule = parse_schedule(text)
    assert schedule is not None and schedule.recurrence is not None
    assert (schedule.kind, schedule.edtf) == (kind, edtf)


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("Årlig før søknadsfrist for tilskudd", "før søknadsfrist for tilskudd"),
        ("kvart år i forkant av økonomiplanarbeidet (aug/sep)", "i forkant av økonomiplanarbeidet"),
        ("Ved behov, minst årlig", "Ved behov"),
        ("ved oppstart av hvert barnehageår", "ved oppstart av hvert barnehageår"),
    ],
)
def test_a_rhythm_keeps_its_condition(text: str, condition: str) -> None:
    schedule = parse_schedule(text)
    assert schedule is not None
    assert (schedule.kind, schedule.condition) == ("recurring", condition)


@pytest.mark.parametrize(
    "text", ["Daglig leder", "Dagleg leiar", "40 timer i året", "50 000 kr per år", "hver elev"]
)
def test_titles_and_amounts_are_no_rhythm(text: str) -> None:
    assert parse_schedule(text) is None
