"""From the name or number of a kommune, as a plan writes it, to its entry in the register.

A kommune changes number when counties are redrawn and name when it merges, so the answer depends on the date.

1. The text is a number («0828», «828») or a name. Words such as «kommune», «herad» and «bystyret» are put
   aside; case, hyphens, genitive -s, Sami diacritics and the fallbacks aa, oe, ae do not matter.
2. All entries that ever had the name are looked up. The county, when it is known, leaves out those elsewhere.
3. The one in force on the date answers. When several were, the answer is «ambiguous» with candidates.
4. From the entry the chain of successors is followed to today's register. A kommune that was split has
   several possible successors and no current one.

A name shared by two kommuner is never decided without a date or county: a wrong owner is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Literal

from extractor.normalise.kommune_register import KommuneEntry, register

__all__ = [
    "KommuneEntry",
    "KommuneMatch",
    "is_kommune_name",
    "kommune_names",
    "kommuner_on",
    "numbers_of_name",
    "resolve_kommune",
]

Status = Literal["resolved", "ambiguous", "unknown"]

_LABEL = r"(?:(?:kommune|k)[. -]?(?:nummer|nr|no)?\.?\s*:?\s*)?"
_NUMBER_FIRST = re.compile(rf"{_LABEL}(?P<number>[0-9]{{3,4}})(?:[\s,:–-]+(?P<name>[^0-9]+))?", re.IGNORECASE)
_NAME_FIRST = re.compile(rf"(?P<name>[^0-9]+?)[\s,:(–-]+{_LABEL}(?P<number>[0-9]{{4}})\)?", re.IGNORECASE)
_WITH_COUNTY = re.compile(r"(.+?)(?: ?[(,] ?| (?:i|på) )([^(),]+)\)?")
_LONGEST_NAME = 100  # characters of a name with its county; what is longer is a sentence


@dataclass(frozen=True, slots=True)
class KommuneMatch:
    """What the register says about a name or number.

    Attributes:
        status: resolved, ambiguous (see `candidates`) or unknown.
        entry: the entry meant, None unless resolved.
        in_force: whether `entry` existed on the date asked for; False when only a time before or after fits.
        current: today's entry; None when there is no single one.
        current_candidates: today's possible entries of a kommune that was split.
        candidates: the entries that the text may mean; when unknown, those of the name in other counties.
    """

    status: Status
    entry: KommuneEntry | None = None
    in_force: bool = False
    current: KommuneEntry | None = None
    current_candidates: tuple[KommuneEntry, ...] = ()
    candidates: tuple[KommuneEntry, ...] = ()


def resolve_kommune(
    name_or_number: str, *, on: date | str | int | None = None, fylke: str | None = None
) -> KommuneMatch:
    """Find the kommune that a name or number means.

    Args:
        name_or_number: as written: «Seljord kommune», «SIGDAL», «Guovdageainnu suohkan», «i Bø i Telemark»,
            «0828», «828», «Seljord (0828)». A number and a name that disagree are unknown.
        on: the day that counts: a date, ISO text («2013», «2013-05-01») or a year, which means 1 January.
            None: not known; then today's entry answers, else the last one that had the name.
        fylke: name or number of the county, of any period; one that the register does not know is ignored.

    Raises:
        ValueError: `on` is no date.
    """
    text, day = " ".join(name_or_number.split()), _day(on)
    if found := _NUMBER_FIRST.fullmatch(text) or _NAME_FIRST.fullmatch(text[:_LONGEST_NAME]):
        return _by_number(found["number"].zfill(4), found["name"], day)
    name, counties = _split_county(text)
    return _by_name(name, day, counties or register().county_numbers(fylke or ""))


def is_kommune_name(text: str) -> bool:
    """Whether `text`, with or without «kommune» and genitive, is the name of a kommune of any period.

    Many names are ordinary words too («Time», «Strand», «Lier»): ask only where a name is expected.
    """
    return bool(register().lookup(text))


@cache
def kommune_names() -> frozenset[str]:
    """Return every spelling of every name since 1994, case-folded, with hyphens and with spaces for them."""
    entries = register().entries
    written = {name.casefold() for entry in entries for name in (entry.name, *entry.other_names)}
    return frozenset(written | register().by_name.keys())


def numbers_of_name(entry: KommuneEntry) -> tuple[str, ...]:
    """Return the numbers that this kommune has had under this name, the oldest first."""
    lines = _lines(register().lookup(entry.name))
    return next(tuple(one.number for one in line) for line in lines if entry in line)


def kommuner_on(day: date | str | int | None) -> tuple[KommuneEntry, ...]:
    """Return the kommuner in force on a day (None: today), by number."""
    when = _day(day) or date.max
    found = (entry for entry in register().entries if entry.in_force(when))
    return tuple(sorted(found, key=lambda entry: entry.number))


def _by_number(number: str, name: str | None, day: date | None) -> KommuneMatch:
    entries = register().by_number.get(number, [])
    if name is not None:
        named = register().lookup(_split_county(name.strip())[0])
        entries = [entry for entry in entries if entry in named]
    if not entries:
        return KommuneMatch("unknown")
    if day is None:
        return _resolved(entries[-1], day)
    return _resolved(_at(min(entries, key=lambda entry: _distance(entry, day)), day), day)


def _at(entry: KommuneEntry, day: date) -> KommuneEntry:
    """Follow the chain to the entry in force on `day`; where the chain forks, stay with `entry`."""
    here = entry
    while not here.in_force(day):
        forward = here.valid_from <= day
        steps = register().after(here) if forward else register().before(here)
        same = [step for step in steps if step.name == here.name]
        if not forward and len(same) == 1:
            steps = same  # it took in others and kept its name
        if len(steps) != 1:
            return entry
        here = steps[0]
    return here


def _by_name(text: str, day: date | None, counties: set[str]) -> KommuneMatch:
    readings = [
        [entry for entry in entries if not counties or counties & register().counties(entry)]
        for entries in register().readings(text)
    ]
    here = next(filter(None, readings), None)
    if here is None:
        return KommuneMatch("unknown", candidates=tuple(register().lookup(text)))
    lines = _lines(here)
    chosen = _undated(lines) if day is None else _dated(lines, day)
    if len(chosen) == 1:
        return _resolved(chosen[0], day)
    return KommuneMatch("ambiguous", candidates=tuple(chosen))


def _undated(lines: list[list[KommuneEntry]]) -> list[KommuneEntry]:
    """Return the last entry; of namesakes that existed side by side, the last of each."""
    lasts = [line[-1] for line in lines]
    side_by_side = any(
        one.in_force(other.valid_from) for a in lines for b in lines if a is not b for one in a for other in b
    )
    return lasts if side_by_side else [max(lasts, key=lambda entry: entry.valid_from)]


def _dated(lines: list[list[KommuneEntry]], day: date) -> list[KommuneEntry]:
    """Return the entries in force on `day`; when there is none, of each line the nearest in time."""
    in_force = [entry for line in lines for entry in line if entry.in_force(day)]
    return in_force or [min(line, key=lambda entry: _distance(entry, day)) for line in lines]


def _lines(entries: Iterable[KommuneEntry]) -> list[list[KommuneEntry]]:
    """Group entries of one name into kommuner: each entry follows on one that names it as successor."""
    lines: list[list[KommuneEntry]] = []
    for entry in sorted(entries, key=lambda entry: (entry.valid_from, entry.number)):
        line = next((line for line in lines if entry.number in line[-1].successors), None)
        if line is None:
            lines.append([entry])
        else:
            line.append(entry)
    return lines


def _resolved(entry: KommuneEntry, day: date | None) -> KommuneMatch:
    ends = register().current(entry)
    return KommuneMatch(
        "resolved",
        entry=entry,
        in_force=entry.in_force(day or date.max),
        current=ends[0] if len(ends) == 1 else None,
        current_candidates=ends if len(ends) > 1 else (),
        candidates=(entry,),
    )


def _distance(entry: KommuneEntry, day: date) -> int:
    """Return the days from `day` to the nearest day of the entry."""
    return max((entry.valid_from - day).days, (day - (entry.valid_to or date.max)).days, 0)


def _day(on: date | str | int | None) -> date | None:
    if isinstance(on, datetime):
        return on.date()
    if on is None or isinstance(on, date):
        return on
    year, month, day = [*(int(part) for part in str(on).strip().split("-")), 1, 1][:3]
    return date(year, month, day)


def _split_county(text: str) -> tuple[str, set[str]]:
    """Split «Bø i Telemark», «Våler (Østfold)» and «Sande, Vestfold» into name and county numbers."""
    if len(text) > _LONGEST_NAME or register().lookup(text):
        return text, set()
    parts = _WITH_COUNTY.fullmatch(text)
    counties = register().county_numbers(parts[2]) if parts else set()
    return (parts[1], counties) if parts and counties else (text, set())
