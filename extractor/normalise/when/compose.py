"""The pieces of one expression → one Schedule.

A rhythm leads: what stands beside it says when in the year («årlig, i april»), from when, until when. Else a date
leads: its opener makes it a deadline or a start. Else the text is continuous, urgent, conditional or a status, in
this order, and the rest is kept beside it. Nothing is worked out that the text does not settle: a month without a
year stays a point without a date, a day that does not exist has no date.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from extractor.normalise.when.annual import annual_repeat, in_the_year
from extractor.normalise.when.pieces import Condition, Piece, State
from extractor.normalise.when.rhythm import Repeat
from extractor.normalise.when.several import (
    CLOSED,
    POSTPONED,
    STATUSES,
    Dated,
    leading,
    own_dates,
    told_apart,
    with_states,
)
from extractor.normalise.when.stretch import When
from extractor.normalise.when.vocabulary import Terms
from schemas.promises import Recurrence, Schedule, ScheduleKind

_YEAR = 4  # digits
_COUNTING = frozenset({"status", "begun", "finished", "over", "continuous", "asap"})
_SIMPLE: tuple[tuple[str, ScheduleKind], ...] = (("continuous", "continuous"), ("asap", "asap"))


@dataclass(slots=True)
class Parts:
    """The pieces of one expression, sorted by what they are."""

    text: str
    terms: Terms
    told: list[Dated]  # all dates, with the states that belong to them
    dates: list[Dated]  # those that count
    open_dates: list[When]  # without a year
    repeat: Repeat | None
    states: list[State]
    condition: Condition | None

    def state(self, *kinds: str) -> State | None:
        """Return the first state of one of `kinds`."""
        return next((state for state in self.states if state.kind in kinds), None)

    def condition_text(self) -> str | None:
        """Return the condition as it was written."""
        if self.condition is None:
            return None
        first, last = self.terms[self.condition.at], self.terms[self.condition.stop - 1]
        return self.text[first.start : last.end].rstrip(" .,;:")


def compose(
    pieces: list[Piece], text: str, terms: Terms, *, raw: str, period: tuple[int, int] | None, due: bool
) -> Schedule | None:
    """Return the schedule that `pieces` make up, None when they say nothing.

    Args:
        pieces: what was read in `text`.
        text: the text that the terms stand in.
        terms: its terms.
        raw: the wording for the schedule.
        period: first and last year of the plan.
        due: the text stood behind a word for deadline, so that an exact day is one.
    """
    parts = _sorted(pieces, text, terms, period)
    if due:
        for when in (*(date.when for date in parts.told), *parts.open_dates):
            when.role = when.role or "label"
    schedule = _recurring(parts) or _dated(parts) or _undated(parts)
    if schedule is None:
        return None
    schedule.raw = raw
    schedule.dates = told_apart(parts.told, text, terms)
    return schedule


def _sorted(pieces: list[Piece], text: str, terms: Terms, period: tuple[int, int] | None) -> Parts:
    repeats = [piece for piece in pieces if isinstance(piece, Repeat)]
    dates = [piece.resolved(period, in_rhythm=bool(repeats)) for piece in pieces if isinstance(piece, When)]
    states = [piece for piece in pieces if isinstance(piece, State)]
    told = with_states([when for when in dates if when.is_dated], states, terms)
    counting = own_dates(told)
    alone = not (counting or repeats or any(state.kind in _COUNTING for state in states))
    return Parts(
        text,
        terms,
        told,
        told if alone else counting,
        [when for when in dates if not when.is_dated],
        _merged(repeats),
        states,
        next((piece for piece in pieces if isinstance(piece, Condition)), None),
    )


def _merged(repeats: list[Repeat]) -> Repeat | None:
    """Return the first rhythm, with the days and months of the others of its kind («årlig, hver høst»)."""
    if not repeats:
        return None
    lead = repeats[0]
    for other in repeats[1:]:
        if lead.freq is None or other.freq == lead.freq:
            lead = replace(other, by={**other.by, **lead.by}, times=lead.times or other.times)
    return lead


def _recurring(parts: Parts) -> Schedule | None:
    repeat, inferred = parts.repeat, []
    if repeat is None and not parts.dates:
        repeat = annual_repeat(parts.open_dates)
        inferred = ["recurrence"]
    if repeat is None:
        return None
    inferred += repeat.inferred
    for when in parts.open_dates:
        repeat = in_the_year(repeat, when)
    edtf, kind = _interval(parts, repeat)
    for date in parts.dates:
        inferred += date.when.inferred
    return Schedule(
        raw="",
        kind=kind,
        edtf=edtf,
        recurrence=_recurrence(repeat),
        status=_status(parts),
        condition=parts.condition_text(),
        precision=parts.dates[0].when.precision if parts.dates else None,
        inferred=list(dict.fromkeys(inferred)),
    )


def _recurrence(repeat: Repeat) -> Recurrence:
    times = list(repeat.times) if repeat.times else None
    return Recurrence(freq=repeat.freq, interval=repeat.interval, times=times, rrule=repeat.rule())


def _interval(parts: Parts, repeat: Repeat) -> tuple[str | None, ScheduleKind]:
    """Return the time that a rhythm is for; «innen 2015, deretter årlig» is a deadline first."""
    if not parts.dates:
        return None, "recurring"
    when, *others = (date.when for date in parts.dates)
    if others and when.kind == "start" and others[0].kind == "deadline":
        return _between(when, others[0]), "recurring"
    if when.role == "deadline" and when.at < repeat.at:
        return when.edtf(), "deadline"
    goes_on = when.kind == "point" and len(when.items) == 1 and parts.state("then")
    return (f"{when.lower()}/.." if goes_on and when.lower() else when.edtf()), "recurring"


def _dated(parts: Parts) -> Schedule | None:
    """Return what the dates say, and what stands beside them."""
    if not parts.dates:
        return None
    lead = leading(parts.dates)
    when = lead[0].when
    kind, edtf = _date(lead)
    kind, edtf, status = _behind_state(lead[0], kind, edtf)
    if lead[0].state is None or lead[0].state.kind == "finished":
        status = _loose_status(parts)
    continuous = parts.state("continuous")
    if continuous or when.whole:
        goes_on = kind == "point" and continuous and continuous.at > when.at and when.lower()
        kind, edtf = "continuous", f"{when.lower()}/.." if goes_on else edtf
    elif parts.condition and parts.condition.at < when.at < parts.condition.stop:
        limited = parts.terms[parts.condition.at].kind == "opener" and when.kind == "deadline"
        if not limited:  # «når avtalen går ut i 2025», but «før avtalen går ut i 2025» is a deadline
            kind, edtf = "conditional", replace(when, role="").edtf()
    return Schedule(
        raw="",
        kind=kind,
        edtf=edtf,
        status=status,
        condition=parts.condition_text(),
        precision=when.precision,
        inferred=list(dict.fromkeys(name for date in parts.told for name in date.when.inferred)),
    )


def _loose_status(parts: Parts) -> str | None:
    """Return the first status that stands by no date: not the «ferdig» of «oppstart 2014, ferdig 2016»."""
    taken = [id(date.state) for date in parts.told]
    loose = (state for state in parts.states if state.kind in STATUSES and id(state) not in taken)
    return next((state.value for state in loose), None)


def _behind_state(
    date: Dated, kind: ScheduleKind, edtf: str | None
) -> tuple[ScheduleKind, str | None, str | None]:
    """Return kind, date and status of a date with its state: «igangsatt 2024», «gjennomført 2016»."""
    state, when = date.state, date.when
    if state is None or state.kind == "beside":
        return kind, edtf, None
    lower, upper = when.lower(), when.upper()
    if state.kind == "finished":
        # «ferdig 1. mai 2016» is a deadline; «ferdig 2016» may be any day of it
        due = kind == "point" and when.precision == "day"
        return ("deadline", upper and f"../{upper}", None) if due else (kind, edtf, None)
    if state.kind == "over" and upper and kind != "period":
        return "deadline", f"../{upper}", state.value
    if state.value == POSTPONED and kind == "start":
        return "status", None, state.value  # «utsatt fra 2024»: until when is not told
    if kind == "deadline":  # «gjennomført innen 2015» is still to be done
        return kind, edtf, state.value if state.value == "ongoing" else None
    if state.kind == "begun" and kind == "point" and lower:
        return "start", f"{lower}/..", state.value
    closed = state.kind == "status" and state.value in CLOSED and kind == "point"
    return "status" if closed else kind, edtf, state.value


def _date(dates: list[Dated]) -> tuple[ScheduleKind, str | None]:
    """Return kind and date of one date, of a start and an end, or of a list of points."""
    when, *others = (date.when for date in dates)
    if not others:
        return when.kind, when.edtf()
    if dates[0].begins and dates[1].ends:
        return "period", _between(when, others[0])
    points = [date.when.edtf() or "" for date in dates]
    alike = all(date.kind == "point" and date.precision == when.precision for date in (when, *others))
    if alike and all(point[:1].isdigit() for point in points) and len(set(points)) > 1:
        return "point", f"{{{','.join(dict.fromkeys(points))}}}"
    if all(kind in ("point", "period") for kind in (when.kind, *(other.kind for other in others))):
        return _in_turn([when, *others])
    return when.kind, when.edtf()


def _in_turn(dates: list[When]) -> tuple[ScheduleKind, str | None]:
    """Return all of «prosjektering 2024, bygging 2025–2026», whose dates follow each other year by year."""
    bounds = [(date.lower() or "", date.upper() or "") for date in dates]
    apart = all(before[1][:_YEAR] < after[0][:_YEAR] for before, after in pairwise(bounds))
    members = [date.edtf() for date in dates]
    if not apart or not all(member and member[0].isdigit() and member[-1].isdigit() for member in members):
        return dates[0].kind, dates[0].edtf()
    return "point", f"{{{','.join((member or '').replace('/', '..') for member in members)}}}"


def _between(start: When, end: When) -> str | None:
    """Return the interval from one date to another, None when one is no day or they are the wrong way round."""
    first, last = start.lower(), end.upper()
    return f"{first}/{last}" if first and last and first <= last else None


def _undated(parts: Parts) -> Schedule | None:
    """Return what the text says without a date."""
    schedule = Schedule(raw="", status=_status(parts), condition=parts.condition_text())
    when = parts.open_dates[0] if parts.open_dates else None
    simple = next((kind for state, kind in _SIMPLE if parts.state(state)), None)
    if when and not (parts.condition and parts.condition.at < when.at < parts.condition.stop):
        schedule.kind, schedule.precision = ("continuous" if when.whole else when.kind), when.precision
    elif relative := parts.state("relative"):
        schedule.kind, schedule.inferred = "deadline", [f"offset:{relative.value}"]
    elif parts.state("adoption"):
        schedule.kind = "start"
    elif simple:
        schedule.kind = simple
    elif parts.condition:
        schedule.kind = "conditional"
    elif horizon := parts.state("horizon"):
        schedule.kind, schedule.status = "status", f"horizon:{horizon.value}"
    elif parts.state(*STATUSES):
        schedule.kind = "status"
    elif untimed := parts.state("untimed"):
        schedule.status = schedule.status or untimed.value
    return schedule if schedule.kind or schedule.status else None


def _status(parts: Parts) -> str | None:
    state = parts.state(*STATUSES)
    return state.value if state else None
