"""What a date takes from its place and its plan, what is left open, and what is no time at all."""

from __future__ import annotations

import pytest

from extractor.normalise.schedule import parse_schedule
from schemas.plan import Period


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
