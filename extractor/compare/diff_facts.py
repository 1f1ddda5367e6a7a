"""What is told about a tiltak, before and after: who, when, how far.

Who: two parties are the same where the register has one id for both («rådmann», «kommunedirektør»), whatever the
wording; those that it does not know are the same where their words are.

When: only what both plans say is compared. Dates are compared by their years, and by month and day only where both
have them, so that «2024» and «1. juni 2024» are neither later nor earlier than each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest

from rapidfuzz import fuzz

from extractor.compare.words import stems
from schemas import Recurrence, Responsible, Schedule, Tiltak
from schemas.diff import ResponsibleChange, SameParty, StatusChange, TimeChange, TimeShift

_MOVED = {"slipped", "brought_forward"}
_DATED = {"deadline", "period", "point", "recurring"}  # «kvart år, 2015» ends too
_OPEN = {"recurring", "continuous", "conditional", "asap", "start"}
PartyKey = str | frozenset[str]  # an id of the register, else the stems of the name

_LONG = 6  # letters: short stems are too easily like another
_RESPELT = 85  # per cent of the letters
_SAME_TITLE = 75  # per cent of the letters: «eigedomssjefen», «eiendomssjefen»
_FIGURES = re.compile(r"\d+")
_PARTS_OF_YEAR = {21: 5, 22: 8, 23: 11, 24: 12, 33: 3, 34: 6, 35: 9, 36: 12}
"""The last month of EDTF's seasons and quarters."""


def responsible_change(
    old: Iterable[Tiltak], new: Iterable[Tiltak], *, other_standard: bool = False
) -> ResponsibleChange | None:
    """Return who came and who went, or None where both plans name the same by the same titles.

    Args:
        other_standard: one plan is in bokmål and the other in nynorsk, and names may be spelt accordingly.
    """
    before, after = _parties(old), _parties(new)
    if other_standard:
        before = {_respelt(key, party, after): party for key, party in before.items()}
    removed = [party.raw for key, party in before.items() if key not in after]
    added = [party.raw for key, party in after.items() if key not in before]
    renamed = [
        SameParty(name=party.name or party.raw, old=party.raw, new=after[key].raw)
        for key, party in before.items()
        if key in after and _titles_differ(party.raw, after[key].raw)
    ]
    if not (removed or added or renamed):
        return None
    return ResponsibleChange(removed=removed, added=added, renamed=renamed)


def time_changes(
    old: Sequence[tuple[str, Tiltak]], new: Sequence[tuple[str, Tiltak]]
) -> Iterator[TimeChange]:
    """Yield what became of the time of each tiltak, given with its id; every old one is held against every new one."""
    for old_id, before in old:
        for new_id, after in new:
            one, other = before.schedule, after.schedule
            kind = time_shift(one, other)
            if kind:
                yield TimeChange(
                    old=old_id,
                    new=new_id,
                    kind=kind,
                    old_raw=one.raw if one else None,
                    new_raw=other.raw if other else None,
                    years=_years_between(one, other) if one and other and kind in _MOVED else None,
                    inferred=any("plan_period" in time.inferred for time in (one, other) if time),
                )


def status_changes(
    old: Sequence[tuple[str, Tiltak]], new: Sequence[tuple[str, Tiltak]]
) -> Iterator[StatusChange]:
    """Yield where the newer plan tells another status; where it tells none, nothing is known."""
    for old_id, before in old:
        for new_id, after in new:
            if after.status and after.status != before.status:
                yield StatusChange(old=old_id, new=new_id, before=before.status, after=after.status)


def time_shift(old: Schedule | None, new: Schedule | None) -> TimeShift | None:
    """Return what became of a time, or None where it is the same or was never told."""
    if new and new.kind == "status":
        return None  # done or under way: `status_changes` tells it
    if old is None or new is None:
        return None if old is new else ("dropped" if old else "set")
    if not old.kind or not new.kind:
        return None if stems(old.raw).keys() == stems(new.raw).keys() else "unclear"
    before, after = _last_day(old), _last_day(new)
    if before and after:
        return _moved(before, after)
    if before:
        return "made_open" if new.kind in _OPEN else "changed"
    if after:
        return "set"
    return None if _same_rhythm(old, new) else "changed"


def _parties(tiltak: Iterable[Tiltak]) -> dict[PartyKey, Responsible]:
    """Return the responsible parties, each once, by what tells it from others."""
    found: dict[PartyKey, Responsible] = {}
    for one in tiltak:
        for party in one.responsible:
            found.setdefault(party.id or frozenset(stems(party.raw) or [party.raw.casefold()]), party)
    return found


def _respelt(key: PartyKey, party: Responsible, others: Mapping[PartyKey, Responsible]) -> PartyKey:
    """Return the key that a party has in the other plan, where that spells its name in the other written standard."""
    if isinstance(key, frozenset):
        for other, rival in others.items():
            if isinstance(other, frozenset) and _is_respelt(party.raw, rival.raw):
                return other
    return key


def _is_respelt(one: str, other: str) -> bool:
    pairs = list(zip_longest(one.casefold().split(), other.casefold().split(), fillvalue=""))
    return all(a == b or (min(len(a), len(b)) >= _LONG and fuzz.ratio(a, b) >= _RESPELT) for a, b in pairs)


def _titles_differ(old: str, new: str) -> bool:
    """Tell two titles of one office from two spellings of one title, and from a title with more words around it."""
    before, after = old.casefold(), new.casefold()
    return max(fuzz.ratio(before, after), fuzz.partial_ratio(before, after)) < _SAME_TITLE


def _last_day(schedule: Schedule) -> tuple[int, ...] | None:
    """Return year, month and day, as far as told, of the last day on which it may be done."""
    if not schedule.edtf or schedule.kind not in _DATED:
        return None
    end = [int(figures) for figures in _FIGURES.findall(schedule.edtf.rpartition("/")[2])]
    if len(end) > 1:
        end[1] = _PARTS_OF_YEAR.get(end[1], end[1])
    return tuple(end[:3]) or None


def _moved(before: tuple[int, ...], after: tuple[int, ...]) -> TimeShift | None:
    if before == after:
        return None
    known = min(len(before), len(after))
    if before[:known] == after[:known]:
        return "changed"
    return "slipped" if after[:known] > before[:known] else "brought_forward"


def _years_between(old: Schedule, new: Schedule) -> int | None:
    """Return how many whole years lie between two days; None for less than one, or where that cannot be told."""
    before, after = _last_day(old), _last_day(new)
    if not before or not after:
        return None
    years = after[0] - before[0]
    if len(before) > 1 and len(after) > 1:
        return int((12 * years + after[1] - before[1]) / 12) or None
    return (years or None) if len(before) == len(after) else None


def _same_rhythm(old: Schedule, new: Schedule) -> bool:
    if old.kind != new.kind or old.edtf != new.edtf:
        return False
    if old.kind == "conditional":
        return stems(old.condition or old.raw).keys() == stems(new.condition or new.raw).keys()
    return _rhythm(old.recurrence) == _rhythm(new.recurrence) and old.status == new.status


def _rhythm(recurrence: Recurrence | None) -> object:
    return (recurrence.freq, recurrence.interval, recurrence.times) if recurrence else None
