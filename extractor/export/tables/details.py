"""Tables of single tiltak: when, what it costs, the row as it stands in the plan."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from extractor.compare.items import due_year
from extractor.export.document import Document
from extractor.export.model import Cell, Column, Found, Table, in_document, joined, position
from extractor.export.tables.promises import found_tiltak, of_tiltak
from schemas import Schedule
from schemas.promises import Cost, ScheduleDate

_Pair = tuple[str, str]
_YearAmount = tuple[int, float]


def _schedules(document: Document) -> Iterator[Found[Schedule]]:
    for tiltak in found_tiltak(document):
        if tiltak.what.schedule:
            yield Found(document, tiltak.what.schedule, tiltak.key, of=tiltak.key)


def _dates(document: Document) -> Iterator[Found[ScheduleDate]]:
    for schedule in _schedules(document):
        for at, date in enumerate(schedule.what.dates, start=1):
            yield Found(document, date, schedule.key, at, schedule.of)


def _costs(document: Document) -> Iterator[Found[Cost]]:
    for tiltak in found_tiltak(document):
        if tiltak.what.cost:
            yield Found(document, tiltak.what.cost, tiltak.key, of=tiltak.key)


def _cost_years(document: Document) -> Iterator[Found[_YearAmount]]:
    for cost in _costs(document):
        years = {int(year): amount for year, amount in cost.what.per_year.items() if year.isdecimal()}
        for at, pair in enumerate(years.items(), start=1):
            yield Found(document, pair, cost.key, at, cost.of)


def _cells(document: Document) -> Iterator[Found[_Pair]]:
    for tiltak in found_tiltak(document):
        for at, pair in enumerate(tiltak.what.columns.items(), start=1):
            yield Found(document, pair, tiltak.key, at, tiltak.key)


def _recurrence(field: str) -> Callable[[Found[Schedule]], Cell]:
    return lambda row: getattr(row.what.recurrence, field) if row.what.recurrence else None


def _times(at: int) -> Callable[[Found[Schedule]], Cell]:
    """Return the way to the least (0) or most (-1) times in each interval."""
    return lambda row: (
        row.what.recurrence.times[at] if row.what.recurrence and row.what.recurrence.times else None
    )


SCHEDULES: Table[Schedule] = Table(
    "schedules",
    "When a tiltak is to be done; at most one row for each tiltak.",
    (
        of_tiltak(is_primary=True),
        in_document(),
        Column("raw", "The wording.", lambda row: row.what.raw, width=30),
        Column("kind", "deadline, start, period, point, recurring, continuous, conditional, status or asap; "
               "empty when the wording was not understood.",
               lambda row: row.what.kind, indexed=True, words="time_kinds"),
        Column("edtf", "The date or period (EDTF, ISO 8601-2 level 1).", lambda row: row.what.edtf, width=22),
        Column("due_year", "The last year that it may be done in, where the plan tells one.",
               lambda row: due_year(row.what), "integer", 9, indexed=True),
        Column("precision", "day, month, season, quarter, year …", lambda row: row.what.precision, width=11),
        Column("freq", "How often: DAILY, WEEKLY, MONTHLY or YEARLY.", _recurrence("freq"), width=11),
        Column("interval", "Every how many of these.", _recurrence("interval"), "integer", 9),
        Column("times_least", "Least times in each interval.", _times(0), "integer", 9),
        Column("times_most", "Most times in each interval.", _times(-1), "integer", 9),
        Column("rrule", "The same as a rule of RFC 5545.", _recurrence("rrule"), width=22),
        Column("status", "A state in place of a date.", lambda row: row.what.status),
        Column("condition", "What it depends on.", lambda row: row.what.condition, width=30),
        Column("inferred", "What was not written: century, year, plan period.", lambda row: joined(row.what.inferred)),
    ),
    _schedules,
)  # fmt: skip

SCHEDULE_DATES: Table[ScheduleDate] = Table(
    "schedule_dates",
    "The dates of a wording one by one, where one date does not say it all.",
    (
        of_tiltak(is_primary=True),
        position("Place in the wording, from 1.", is_primary=True),
        Column("raw", "The wording.", lambda row: row.what.raw, width=30),
        Column(
            "event", "What happens then: deadline, start, adopted, postponed …", lambda row: row.what.event
        ),
        Column("edtf", "The date (EDTF).", lambda row: row.what.edtf, width=22),
        Column("precision", "day, month, season, quarter, year …", lambda row: row.what.precision, width=11),
    ),
    _dates,
)

COSTS: Table[Cost] = Table(
    "costs",
    "What a tiltak costs; at most one row for each tiltak.",
    (
        of_tiltak(is_primary=True),
        in_document(),
        Column("raw", "The wording.", lambda row: row.what.raw, width=30),
        Column("amount", "In whole units of the currency; empty for a range or a bound.",
               lambda row: row.what.amount, "number"),
        Column("currency", "Code of the currency.", lambda row: row.what.currency, width=9),
        Column("unit", "How the unit was found: kr, tusen, mill, header.", lambda row: row.what.unit, width=9),
        Column("least", "Lower end of a range.", lambda row: row.what.least, "number"),
        Column("most", "Upper end of a range.", lambda row: row.what.most, "number"),
        Column("per", "year, where the amount comes back every year.", lambda row: row.what.per, width=9),
        Column("payers", "Who pays, where said: own, state, county, project, grant, private.",
               lambda row: joined(row.what.payers), width=20),
    ),
    _costs,
)  # fmt: skip

COST_YEARS: Table[_YearAmount] = Table(
    "cost_years",
    "What a tiltak costs year by year, where the plan has that.",
    (
        of_tiltak(is_primary=True),
        Column("year", "The year.", lambda row: row.what[0], "integer", 9, primary=True),
        Column("amount", "In whole units of the currency.", lambda row: row.what[1], "number"),
    ),
    _cost_years,
)

TILTAK_CELLS: Table[_Pair] = Table(
    "tiltak_cells",
    "The cells of a tiltak's row as the plan has them.",
    (
        of_tiltak(is_primary=True),
        position("Place in the row, from 1.", is_primary=True),
        Column("header", "Title of the column in the plan.", lambda row: row.what[0], width=24),
        Column("text", "The cell.", lambda row: row.what[1], width=60),
    ),
    _cells,
)
