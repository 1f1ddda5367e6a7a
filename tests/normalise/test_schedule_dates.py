"""Dates of all forms, in bokmål and nynorsk: the kind and the EDTF that they come to."""

from __future__ import annotations

import pytest

from extractor.normalise.schedule import parse_schedule
from schemas.plan import Period

DEADLINES = [
    ("innen 2015", "../2015"),
    ("innan 2015", "../2015"),
    ("Innen2015", "../2015"),
    ("innen utgangen av 2014", "../2014-12-31"),
    ("innan utgangen av juni 2014", "../2014-06-30"),
    ("innen utgangen av februar 2016", "../2016-02-29"),
    ("innan utgangen av 3. kvartal 2014", "../2014-09-30"),
    ("innen 1. juni 2014", "../2014-06-01"),
    ("innan 1.6.2014", "../2014-06-01"),
    ("seinast 01.06.14", "../2014-06-01"),
    ("senest 1/6-14", "../2014-06-01"),
    ("ikkje seinare enn mai 2014", "../2014-05"),
    ("frist 1. oktober 2009", "../2009-10-01"),
    ("med frist våren 2025", "../2025-05"),
    ("til og med 2016", "../2016"),
    ("t.o.m. 30.06.2014", "../2014-06-30"),
    ("tom. 2016", "../2016"),
    ("fram til sommeren 2015", "../2015-08"),
    ("frem til 2015", "../2015"),
    ("til 31.12.2015", "../2015-12-31"),
    ("gjelder til og med 2015", "../2015"),
    ("gjeld til og med 2015", "../2015"),
    ("fram mot 2030", "../2030"),
    ("Avtalen går ut 2027", "../2027"),
    ("Løyvet går ut sommaren 2027", "../2027-08"),
    ("Utløper 31.12.15", "../2015-12-31"),
    ("avsluttes hausten -09", "../2009-11"),
    ("Avsluttast sommaren 2013", "../2013-08"),
    ("avslutta sommaren 2013", "../2013-08"),
    ("Avsluttet våren 2013", "../2013-05"),
    ("Ferdig innen 2015", "../2015"),
    ("Gjennomført innen 2015", "../2015"),
    ("oppstart innen 2015", "../2015"),
    ("før sommeren 2014", "../2014-06"),
    ("før sommarferien 2014", "../2014-06"),
    ("innen sommerferien 2014", "../2014-06"),
    ("før jul 2014", "../2014-12-24"),
    ("innan skulestart 2015", "../2015-08"),
    ("innen påske 2016", "../2016-03"),
    ("innan påske 2015", "../2015-04"),
    ("innen årsskiftet 2014/15", "../2014-12-31"),
    ("innan årsskiftet 2014-2015", "../2014-12-31"),
    ("før 2015", "../2014"),
    ("før mai 2014", "../2014-04"),
    ("før januar 2014", "../2013-12"),
    ("før 1. mai 2014", "../2014-05-01"),
    ("innen uke 40 2024", "../2024-10-06"),
    ("innen vinteren 2014/15", "../2015-02"),
]

STARTS = [
    ("fra 2013", "2013/.."),
    ("frå mai 09", "2009-05/.."),
    ("f.o.m. 2014", "2014/.."),
    ("fom 2014", "2014/.."),
    ("Fra og med høsten 2014", "2014-09/.."),
    ("frå og med hausten 2014", "2014-09/.."),
    ("Gjeldande frå mai 09", "2009-05/.."),
    ("med virkning fra 01.01.2015", "2015-01-01/.."),
    ("med verknad frå 1. januar 2015", "2015-01-01/.."),
    ("Prosjektstart august -09", "2009-08/.."),
    ("Oppstart 2014", "2014/.."),
    ("Oppstart høsten 2025", "2025-09/.."),
    ("Startar opp hausten 2025", "2025-09/.."),
    ("Oppstart: 2025", "2025/.."),
    ("Oppstart 1. kvartal 2015", "2015-01/.."),
    ("Oppstart av nytt tilbud 2025", "2025/.."),
    ("2025 (oppstart)", "2025/.."),
    ("Starta opp att frå februar 2012", "2012-02/.."),
    ("2014 →", "2014/.."),
    ("2014->", "2014/.."),
    ("2014-", "2014/.."),
    ("2014 –", "2014/.."),
    ("2014 og framover", "2014/.."),
    ("2014 og vidare", "2014/.."),
    ("2014 – d.d.", "2014/.."),
    ("2014 til d.d.", "2014/.."),
    ("etter 2015", "2016/.."),
    ("etter sommaren 2014", "2014-09/.."),
    ("etter desember 2014", "2015-01/.."),
    ("etter 1. mai 2014", "2014-05-01/.."),
    ("etter uke 12 2024", "2024-03-24/.."),
]

PERIODS = [
    ("2013-14", "2013/2014"),
    ("2013 – 2015", "2013/2015"),
    ("2013 — 2015", "2013/2015"),
    ("2011-13", "2011/2013"),
    ("1999-02", "1999/2002"),
    ("2009 : 2013", "2009/2013"),
    ("2014/2015", "2014/2015"),
    ("2025/26", "2025/2026"),
    ("2016->2018", "2016/2018"),
    ("2014-2015-2016", "2014/2016"),
    ("14-16", "2014/2016"),
    ("Plan gjeldande 2007 – 2011", "2007/2011"),
    ("perioden 2022 - 2025", "2022/2025"),
    ("i åra 2014–2016", "2014/2016"),
    ("i årene 2014-16", "2014/2016"),
    ("mellom 2014 og 2016", "2014/2016"),
    ("fra 2015 til 2018", "2015/2018"),
    ("frå 2015 til og med 2018", "2015/2018"),
    ("Oppstart 2014, ferdig 2016", "2014/2016"),
    ("Oppstart 2014. Avsluttes 2016", "2014/2016"),
    ("Prosjekt okt -09 – sept -11", "2009-10/2011-09"),
    ("apr -12 – mars -14", "2012-04/2014-03"),
    ("jan.–mai 2014", "2014-01/2014-05"),
    ("mars–april 2014", "2014-03/2014-04"),
    ("aug/sep 2014", "2014-08/2014-09"),
    ("jun-jul 2014", "2014-06/2014-07"),
    ("oktober 2014 – mars", "2014-10/2015-03"),
    ("mellom mars og mai 2014", "2014-03/2014-05"),
    ("våren 2014 – høsten 2015", "2014-03/2015-11"),
    ("frå hausten 2014 til våren 2016", "2014-09/2016-05"),
    ("høst/vinter 2014", "2014-09/2014-12"),
    ("høsten 2014 – vinteren 2015", "2014-09/2015-02"),
    ("vinteren 2014 – våren 2014", "2014-01/2014-05"),
    ("vinteren 2014 – våren 2015", "2014-12/2015-05"),
    ("1.–15. mai 2014", "2014-05-01/2014-05-15"),
    ("5.–6.5.2014", "2014-05-05/2014-05-06"),
    ("1. mars–15. april 2016", "2016-03-01/2016-04-15"),
    ("01.01.2020-31.12.2022", "2020-01-01/2022-12-31"),
    ("1.1.–31.12.2022", "2022-01-01/2022-12-31"),
    ("1. halvår 2024", "2024-01/2024-06"),
    ("1.halvår 2024", "2024-01/2024-06"),
    ("andre halvår 2024", "2024-07/2024-12"),
    ("fyrste halvår 2024", "2024-01/2024-06"),
    ("H1 2024", "2024-01/2024-06"),
    ("T2 2024", "2024-05/2024-08"),
    ("1. tertial 2024", "2024-01/2024-04"),
    ("Q3 2025", "2025-07/2025-09"),
    ("2025 Q3", "2025-07/2025-09"),
    ("3. kv. 25", "2025-07/2025-09"),
    ("tredje kvartal 2025", "2025-07/2025-09"),
    ("1. og 2. kvartal 2025", "2025-01/2025-06"),
    ("2014, 1. kvartal", "2014-01/2014-03"),
    ("uke 12 2024", "2024-03-18/2024-03-24"),
    ("uke 12, 2024", "2024-03-18/2024-03-24"),
    ("veke 40–42 2024", "2024-09-30/2024-10-20"),
    ("primo mars 2014", "2014-03-01/2014-03-10"),
    ("medio mars 2014", "2014-03-11/2014-03-20"),
    ("ultimo februar 2016", "2016-02-21/2016-02-29"),
    ("begynnelsen av 2014", "2014-01/2014-04"),
    ("midten av 2014", "2014-05/2014-08"),
    ("seint i 2014", "2014-09/2014-12"),
    ("første halvdel av 2014", "2014-01/2014-06"),
    ("skoleåret 2014/15", "2014-08/2015-06"),
    ("skuleåret 2014-2015", "2014-08/2015-06"),
    ("skuleåret 14/15", "2014-08/2015-06"),
    ("barnehageåret 2014/15", "2014-08/2015-07"),
    ("valgperioden 2019–2023", "2019-10/2023-09"),
    ("vårsemesteret 2015", "2015-01/2015-06"),
    ("haustsemesteret 2015", "2015-08/2015-12"),
]

POINTS = [
    ("2014", "2014"),
    ("i 2014", "2014"),
    ("(2014)", "2014"),
    ("I løpet av2014", "2014"),
    ("i løpet av 2014", "2014"),
    ("år 2014", "2014"),
    ("budsjett 2015", "2015"),
    ("Ferdig 2015", "2015"),
    ("Ferdigstillast 2015", "2015"),
    ("ca. 2015", "2015~"),
    ("om lag 2015", "2015~"),
    ("2015?", "2015?"),
    ("1.5.2014", "2014-05-01"),
    ("01. 05. 2014", "2014-05-01"),
    ("01.05 2014", "2014-05-01"),
    ("31.05.12", "2012-05-31"),
    ("28.05.09)", "2009-05-28"),
    ("1/5-14", "2014-05-01"),
    ("1/5 2014", "2014-05-01"),
    ("01-05-2014", "2014-05-01"),
    ("2014-05-01", "2014-05-01"),
    ("2014.05.01", "2014-05-01"),
    ("3. mai 2012", "2012-05-03"),
    ("3 mai 2012", "2012-05-03"),
    ("3.mai 2012", "2012-05-03"),
    ("den 23. mai 2007", "2007-05-23"),
    ("27.febr 2017", "2017-02-27"),
    ("1. jul 2014", "2014-07-01"),
    ("torsdag 3. mai 2012", "2012-05-03"),
    ("laurdag 5. mai 2012", "2012-05-05"),
    ("Ved utgangen av 2014", "2014-12-31"),
    ("29.02.2016", "2016-02-29"),
    ("august 2012", "2012-08"),
    ("des. 2013", "2013-12"),
    ("jul. 2014", "2014-07"),
    ("mai -14", "2014-05"),
    ("sept.-11", "2011-09"),
    ("mai 09", "2009-05"),
    ("12/2012", "2012-12"),
    ("06.2014", "2014-06"),
    ("2014-05", "2014-05"),
    ("våren 2014", "2014-21"),
    ("Vår 2021", "2021-21"),
    ("2014 vår", "2014-21"),
    ("sommaren 2014", "2014-22"),
    ("sommeren 2014", "2014-22"),
    ("2014 (høst)", "2014-23"),
    ("hausten -09", "2009-23"),
    ("Høsten2014", "2014-23"),
    ("våren '21", "2021-21"),
    ("seinhausten 2014", "2014-23"),
    ("ca. høsten 2014", "2014-23"),
    ("ca. mai 2014", "2014-05~"),
    ("Vedtas våren 2026", "2026-21"),
    ("vinteren 2014", "2014-24"),
    ("vinteren 2014/15", "2014-12/2015-02"),
    ("ved årsskiftet 2014/15", "2015-01-01"),
    ("nyttår 2015", "2015-01-01"),
    ("jul 2014", "2014-12-24"),
    ("ved skulestart 2015", "2015-08"),
    ("2014 og 2016", "{2014,2016}"),
    ("2013, 2014 og 2015", "{2013,2014,2015}"),
    ("2014 eller 2015", "[2014,2015]"),
    ("2013 og 2014-2016", "{2013,2014..2016}"),
    ("2014: kartlegging, 2015: gjennomføring", "{2014,2015}"),
    ("våren og høsten 2014", "{2014-21,2014-23}"),
    ("mai og september 2014", "{2014-05,2014-09}"),
    ("5. og 6. mai 2014", "{2014-05-05,2014-05-06}"),
    ("1. og 3. kvartal 2025", "{2025-01..2025-03,2025-07..2025-09}"),
]

CASES = [
    *(("deadline", *case) for case in DEADLINES),
    *(("start", *case) for case in STARTS),
    *(("period", *case) for case in PERIODS),
    *(("point", *case) for case in POINTS),
]


@pytest.mark.parametrize(("kind", "text", "edtf"), CASES, ids=[text for _, text, _ in CASES])
def test_a_date_is_read_as_it_is_meant(kind: str, text: str, edtf: str) -> None:
    schedule = parse_schedule(text)
    assert schedule is not None
    assert (schedule.raw, schedule.kind, schedule.edtf) == (text, kind, edtf)
    assert schedule.recurrence is None


@pytest.mark.parametrize(
    ("text", "kind", "edtf"),
    [
        ("1. mars 2017", "deadline", "../2017-03-01"),
        ("01.09.2017", "deadline", "../2017-09-01"),
        ("2020", "point", "2020"),
        ("juni 2021", "point", "2021-06"),
        ("vår 2021", "point", "2021-21"),
        ("3. kvartal 2022", "period", "2022-07/2022-09"),
        ("2021–2022", "period", "2021/2022"),
        ("frå 2020", "start", "2020/.."),
        ("Innan 2023", "deadline", "../2023"),
    ],
)
def test_behind_a_deadline_label_only_an_exact_day_becomes_a_deadline(
    text: str, kind: str, edtf: str
) -> None:
    for schedule in (parse_schedule(text, label="deadline"), parse_schedule(f"Frist: {text}")):
        assert schedule is not None
        assert (schedule.kind, schedule.edtf) == (kind, edtf)


@pytest.mark.parametrize(
    ("text", "kind", "precision"),
    [
        ("Mai", "point", "month"),
        ("Høsten", "point", "season"),
        ("Vår", "point", "season"),
        ("4. kvartal", "period", "quarter"),
        ("uke 12", "period", "week"),
        ("veke 12", "period", "week"),
        ("mai–september", "period", "month"),
        ("Innen mai", "deadline", "month"),
        ("innan 1.5.", "deadline", "day"),
        ("før jul", "deadline", "day"),
        ("innen årets slutt", "deadline", "year"),
        ("neste år", "point", "year"),
        ("31.06.2014", "point", "day"),
        ("29. februar 2014", "point", "day"),
        ("uke 53 2024", "period", "week"),
        ("i planperioden", "period", "plan-period"),
        ("heile planperioden", "continuous", "plan-period"),
    ],
)
def test_a_date_without_a_year_or_that_does_not_exist_is_kept_but_not_made_up(
    text: str, kind: str, precision: str
) -> None:
    schedule = parse_schedule(text)
    assert schedule is not None
    assert (schedule.kind, schedule.edtf, schedule.precision) == (kind, None, precision)


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("innen 1. juni 2014", "day"),
        ("innan utgangen av 2014", "day"),
        ("august 2012", "month"),
        ("hausten 2012", "season"),
        ("Q3 2025", "quarter"),
        ("1. tertial 2024", "tertial"),
        ("2. halvår 2024", "half-year"),
        ("veke 12 2024", "week"),
        ("2013-2015", "year"),
        ("medio mars 2014", "third"),
        ("skuleåret 2014/15", "school-year"),
    ],
)
def test_precision_tells_how_exact_the_wording_is(text: str, precision: str) -> None:
    schedule = parse_schedule(text)
    assert schedule is not None
    assert schedule.precision == precision


@pytest.mark.parametrize(
    ("text", "inferred"),
    [
        ("2014", []),
        ("31.05.12", ["century"]),
        ("hausten -09", ["century"]),
        ("2013-14", ["century"]),
        ("14-16", ["low_confidence", "century"]),
        ("oktober 2014 – mars", ["year"]),
        ("17. mai", ["recurrence"]),
        ("innen ett år", ["offset:P1Y"]),
        ("innan 1–2 år", ["offset:P2Y"]),
        ("innen 6 måneder etter vedtak", ["offset:P6M"]),
        ("innan 14 dagar", ["offset:P14D"]),
    ],
)
def test_what_was_not_written_is_listed(text: str, inferred: list[str]) -> None:
    schedule = parse_schedule(text)
    assert schedule is not None
    assert schedule.inferred == inferred


@pytest.mark.parametrize(
    ("text", "kind", "edtf"),
    [
        ("hele planperioden", "continuous", "2013/2016"),
        ("i heile planperioden", "continuous", "2013/2016"),
        ("i planperioden", "period", "2013/2016"),
        ("innen utgangen av planperioden", "deadline", "../2016-12-31"),
        ("årleg i planperioden", "recurring", "2013/2016"),
    ],
)
def test_the_plan_period_stands_for_the_years_of_the_plan(text: str, kind: str, edtf: str) -> None:
    years = Period(raw="2013-2016", start_year=2013, end_year=2016, edtf="2013/2016")
    for period in ((2013, 2016), years):
        schedule = parse_schedule(text, period=period)
        assert schedule is not None
        assert (schedule.kind, schedule.edtf, schedule.inferred) == (kind, edtf, ["plan_period"])


def test_the_plan_period_decides_the_century() -> None:
    old, new = (
        parse_schedule("våren -98", period=(1996, 1999)),
        parse_schedule("våren -31", period=(2028, 2032)),
    )
    assert old is not None and old.edtf == "1998-21"
    assert new is not None and new.edtf == "2031-21"


def test_in_a_plan_for_one_year_a_month_is_of_that_year() -> None:
    schedule = parse_schedule("innen 1. mai", period=(2015, 2015))
    assert schedule is not None
    assert (schedule.edtf, schedule.inferred) == ("../2015-05-01", ["year"])


def test_in_a_plan_for_one_year_a_rhythm_is_still_a_rhythm() -> None:
    schedule = parse_schedule("Årleg, i april", period=(2015, 2015))
    assert schedule is not None and schedule.recurrence is not None
    assert (schedule.edtf, schedule.recurrence.rrule) == (None, "FREQ=YEARLY;BYMONTH=4")


@pytest.mark.parametrize(
    "text",
    [
        "", "   ", "–", "-", "?", "X", "Ja", "2.1", "2.1.3", "3", "12", "K1", "H1", "T2", "E134", "H&O", "Rektor",
        "kr 200 000", "2000 kr", "kr 2000", "1,2 mill.", "100 000,-", "10 %", "2019-kroner", "IS-2038", "§ 1-7d",
        "16 år", "12-15 år", "10-15-åringar", "2 år", "6 mnd", "8. trinn", "kl. 08.00–08.30", "10.00-12.00",
        "sak 12/2014", "K-sak 45/13", "pkt 2.1", "45.13.2014", "20140501", "32.1.2014", "Meld. St. 30 (2011–2012)",
        "Storgata 12", "Oppstart", "Avsluttes", "vår kommune", "innen helse", "Hver gang", "kvar kommune",
    ],
)  # fmt: skip
def test_a_text_that_speaks_of_no_time_is_no_schedule(text: str) -> None:
    assert parse_schedule(text) is None
    assert parse_schedule(text, period=(2013, 2016), label="deadline") is None
