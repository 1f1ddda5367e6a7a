"""One field in the words of a reader, made comparable. His wording stays, whatever is made of it.

Nothing is split: a reader gives the parties one by one. What stood around a wording in the document still counts, a
label such as «Frist» and the unit that a column counts in. Of a time, what was read before tells the label.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from extractor.normalise.amounts import unit_from_header
from extractor.normalise.costs import parse_cost
from extractor.normalise.parties import party_of
from extractor.normalise.schedule import Years, parse_schedule
from extractor.normalise.tiltak import STATUS_OF
from schemas import Cost, Responsible, Schedule
from schemas.promises import TiltakStatus

_LABELS = ("deadline", "start")


def given_parties(wordings: Iterable[str], abbreviations: Mapping[str, str]) -> list[Responsible]:
    """Return a party for each wording."""
    return [party_of(wording, abbreviations) for wording in dict.fromkeys(wordings)]


def given_schedule(wording: str, *, period: Years, before: Schedule | None) -> Schedule:
    """Return what a time says, without kind where the wording tells none.

    Args:
        wording: as the reader gives it.
        period: the years of the plan.
        before: what was read in its place; a label that this was read with holds for the wording too.
    """
    label = _label_of(before, period) if before else None
    found = parse_schedule(wording, period=period, label=label) or Schedule(raw=wording)
    return found.model_copy(update={"raw": wording})


def _label_of(schedule: Schedule, period: Years) -> str | None:
    """Return the label that a time must have stood under: only with one of them it comes out as it did."""
    if schedule.kind not in _LABELS:
        return None
    bare = parse_schedule(schedule.raw, period=period)
    return None if bare is None or bare.kind == schedule.kind else schedule.kind


def given_cost(wording: str, *, columns: Iterable[str]) -> Cost:
    """Return what a cost says, without amount where the wording tells none.

    Args:
        wording: as the reader gives it.
        columns: titles of the columns of the row. A unit that they agree on holds for bare numbers.
    """
    units = {unit for title in columns if (unit := unit_from_header(title))}
    found = parse_cost(wording, unit=units.pop() if len(units) == 1 else None) or Cost(raw=wording)
    return found.model_copy(update={"raw": wording})


def status_told_by(schedule: Schedule | None) -> TiltakStatus | None:
    """Return the status that a time stands for: «etablert», «gjennomført 2014»."""
    return STATUS_OF.get(schedule.status) if schedule and schedule.status else None
