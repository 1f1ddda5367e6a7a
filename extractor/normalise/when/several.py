"""Several dates in one wording: what each of them is of, and which of them the tiltak goes by.

A date belongs to the state that stands right before it («utsatt til 2026»), or that closes its clause («2023
(gjennomført)»). What is beside the tiltak («vedtatt 2015», «evalueres i 2026») counts only when nothing else is said.
A new date («utsatt til 2026») leads always, then what was done, then a deadline behind a plain date. No date is lost:
all of them are listed one by one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractor.normalise.when.pieces import State
from extractor.normalise.when.stretch import When
from extractor.normalise.when.vocabulary import Terms
from schemas.promises import ScheduleDate

STATUSES = ("status", "begun", "finished", "over")
# A date behind one of these tells when that state was reached, not when the tiltak is to be done.
CLOSED = frozenset({"established", "implemented", "partly-implemented", "not-implemented", "discontinued"})
POSTPONED = "postponed"
_ENDS = ("finished", "over")
_MOST_APART = 4  # terms between a state and its date


@dataclass(slots=True)
class Dated:
    """A date with its state."""

    when: When
    state: State | None

    def is_of(self, *kinds: str) -> bool:
        """Whether the state is of one of `kinds`."""
        return self.state is not None and self.state.kind in kinds

    @property
    def begins(self) -> bool:
        """Whether something starts then."""
        return self.when.kind == "start" or (self.is_of("begun") and self.when.kind == "point")

    @property
    def ends(self) -> bool:
        """Whether something is to be over then."""
        return self.when.kind == "deadline" or self.when.role == "done" or self.is_of(*_ENDS)

    @property
    def event(self) -> str:
        """What happens then."""
        if self.when.role == "onset" or (self.begins and self.is_of("begun")):
            return "start"
        if self.when.role == "done" or self.is_of(*_ENDS):
            return "end"
        state = self.state.value if self.state else ""
        named = self.is_of("beside") or state in CLOSED or state in (POSTPONED, "planned")
        if named and self.when.kind != "deadline":
            return state
        return "from" if self.when.kind == "start" else self.when.kind

    def told(self, text: str, terms: Terms) -> ScheduleDate:
        """Return it as it is published, an event with its own date: «oppstart 2014» is 2014."""
        when = replace(self.when, role="") if self.event in ("start", "end") else self.when
        at = min(self.state.at if self.state else when.at, when.at)
        stop = max(self.state.stop if self.state else when.stop, when.stop)
        raw = text[terms[at].start : terms[stop - 1].end]
        return ScheduleDate(raw=raw, event=self.event, edtf=when.edtf(), precision=when.precision)


def with_states(dates: Sequence[When], states: Sequence[State], terms: Terms) -> list[Dated]:
    """Return the dates with the states that belong to them; a range behind «utsatt» names the old year and the new."""
    found = []
    for place, when in enumerate(dates):
        behind = dates[place + 1].at if place + 1 < len(dates) else len(terms)
        state = next((state for state in states if _follows(state, when, terms)), None)
        state = state or next((state for state in states if _closes(state, when, behind, terms)), None)
        if state is not None and state.value == POSTPONED:
            when = _moved(when)
        found.append(Dated(when, state))
    return found


def _moved(when: When) -> When:
    """Return the new date of «utsatt til 2026» and «utsatt fra 2024 til 2026»."""
    last = when.items[0].last
    if last:
        return replace(when, role="", items=[when.items[0]._replace(first=last, last=None)])
    return replace(when, role="") if when.role in ("to", "until") else when


def own_dates(dates: list[Dated]) -> list[Dated]:
    """Return the dates that are not beside the tiltak."""
    return [date for date in dates if not date.is_of("beside")]


def leading(dates: list[Dated]) -> list[Dated]:
    """Return the dates that the tiltak goes by."""
    moved = [date for date in dates if date.state and date.state.value == POSTPONED]
    done = [date for date in dates if date.is_of("status") and date.state and date.state.value in CLOSED]
    loose = all(date in done or date.when.kind == "point" for date in dates)
    due = [date for date in dates[1:] if date.when.role == "deadline" and dates[0].when.kind == "point"]
    begun = next((place for place, date in enumerate(dates) if date.when.role == "onset"), 0)
    if begun and all(date.state is None and date.when.kind == "point" for date in dates[:begun]):
        return dates[begun:]  # «vedtak våren 2025, oppstart høsten 2025»
    return moved[-1:] or (done[-1:] if done and loose else due[-1:] or dates)


def told_apart(dates: list[Dated], text: str, terms: Terms) -> list[ScheduleDate]:
    """Return the dates one by one where the schedule's own date does not say it all."""
    plain = len(dates) == 1 and dates[0].event not in ("start", "end") and not dates[0].is_of("beside")
    return [] if plain else [date.told(text, terms) for date in dates]


def _follows(state: State, when: When, terms: Terms) -> bool:
    """Whether `when` stands right behind `state`, little words apart."""
    if state.kind not in (*STATUSES, "beside") or not 0 <= when.at - state.stop <= _MOST_APART:
        return False
    between = terms[state.stop : when.at]
    return all(term.kind in ("link", "to") or term.is_sign(":,(") for term in between)


def _closes(state: State, when: When, behind: int, terms: Terms) -> bool:
    """Whether a state that is reached stands behind its date, and no other date behind it."""
    near = when.stop <= state.at < behind and state.at - when.stop <= _MOST_APART
    if state.kind != "status" or state.value not in CLOSED or not near:
        return False
    between = terms[when.stop : state.at]
    return behind == len(terms) and all(term.kind == "dash" or term.is_sign(":,(") for term in between)
