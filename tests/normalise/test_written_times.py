"""Times as plans write them in their columns, bokmål and nynorsk side by side: kind, date, rhythm and status.

`written_times.csv` has one wording a row; `period` is that of the plan, where the wording needs one. A rhythm is
frequency/interval/least–most times, or «often». The kind «none» means that the wording is no time.
"""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from dateutil.rrule import rrulestr
from edtf import parse_edtf

from extractor.normalise.schedule import parse_schedule
from schemas.promises import Recurrence, Schedule

WRITTEN = Path(__file__).with_name("written_times.csv").read_text(encoding="utf-8")
ROWS = list(csv.DictReader(WRITTEN.splitlines()))
KINDS = sorted({row["kind"] for row in ROWS})


def read(row: dict[str, str]) -> Schedule | None:
    years = [int(year) for year in row["period"].split("-") if year]
    return parse_schedule(row["text"], period=(years[0], years[1]) if years else None)


def rhythm(recurrence: Recurrence | None) -> str:
    if recurrence is None:
        return ""
    if recurrence.freq is None:
        return "often"
    times = "/{}-{}".format(*recurrence.times) if recurrence.times else ""
    return f"{recurrence.freq}/{recurrence.interval}{times}"


def answer(schedule: Schedule | None) -> tuple[str, ...]:
    if schedule is None:
        return "none", "", "", ""
    said = (schedule.kind, schedule.edtf, rhythm(schedule.recurrence), schedule.status)
    return tuple(part or "" for part in said)


@pytest.mark.parametrize("kind", KINDS)
def test_times_are_read_as_they_are_written(kind: str) -> None:
    rows = [row for row in ROWS if row["kind"] == kind]
    expected = {
        (row["text"], row["period"]): (row["kind"], row["edtf"], row["recurrence"], row["status"])
        for row in rows
    }
    assert {(row["text"], row["period"]): answer(read(row)) for row in rows} == expected


def test_all_dates_and_rules_are_valid_for_independent_parsers() -> None:
    schedules = [schedule for schedule in map(read, ROWS) if schedule]
    for edtf in filter(None, (schedule.edtf for schedule in schedules)):
        for member in edtf.strip("{}[]").split(","):
            parse_edtf(re.sub(r"(?<=\d)\.\.(?=\d)", "/", member))
    for recurrence in filter(None, (schedule.recurrence for schedule in schedules)):
        assert recurrence.freq is None or (recurrence.rrule and rrulestr(recurrence.rrule))


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("2024 (utsatt til 2026)", [("point", "2024"), ("postponed", "2026")]),
        ("2024 (utsett til 2026)", [("point", "2024"), ("postponed", "2026")]),
        ("Vedtatt 2015, gjennomføres 2017", [("adopted", "2015"), ("point", "2017")]),
        ("Vedteke 2015, gjennomførast 2017", [("adopted", "2015"), ("point", "2017")]),
        ("Planlagt 2016, gjennomført 2017", [("planned", "2016"), ("implemented", "2017")]),
        ("Oppstart 2023, ferdig 2025", [("start", "2023"), ("end", "2025")]),
        ("Oppstart august -09", [("start", "2009-08")]),
        ("Ferdigstillast 2025", [("end", "2025")]),
        ("Løpende. Evalueres i 2026", [("evaluated", "2026")]),
        ("Løpande. Evaluerast i 2026", [("evaluated", "2026")]),
        ("Innen 2015", []),
        ("Frå 2015", []),
        ("2014 og 2016", []),
    ],
)
def test_no_date_of_a_cell_is_lost(text: str, dates: list[tuple[str, str]]) -> None:
    schedule = parse_schedule(text)
    assert schedule is not None
    assert [(date.event, date.edtf) for date in schedule.dates] == dates
    assert all(date.raw in text for date in schedule.dates)
