"""A date expression that was read: its role, its stretches of the calendar, and EDTF for the two together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from extractor.normalise.when.part import Part, Stretch

_WINTER = 24
_DEADLINES = frozenset({"deadline", "before", "until", "ends", "to", "toward", "done"})
_STARTS = frozenset({"earliest", "from", "after", "onset"})

DateKind = Literal["deadline", "start", "period", "point"]


@dataclass(slots=True)
class When:
    """One or more stretches of the calendar behind an opener."""

    role: str  # an opener of time.toml; «label» behind a word for deadline and a colon; "" for none
    items: list[Stretch]
    any_of: bool  # one of the items is meant, not all
    at: int  # index of the first term
    stop: int  # index behind the last term
    open: bool = False  # goes on: «2014 →»
    whole: bool = False  # «hele planperioden»
    slash: bool = False

    def resolved(self, period: tuple[int, int] | None, *, in_rhythm: bool = False) -> When:
        """Return it with centuries and years filled in where they can be told; see `Part.resolved`."""
        items = [stretch.resolved(period, in_rhythm=in_rhythm) for stretch in self.items]
        return When(self.role, items, self.any_of, self.at, self.stop, self.open, self.whole, self.slash)

    @property
    def parts(self) -> list[Part]:
        """All parts, first and last of a range one by one."""
        return [part for stretch in self.items for part in stretch if part is not None]

    @property
    def is_dated(self) -> bool:
        """Whether the years are known."""
        return all(part.year is not None for part in self.parts)

    @property
    def is_range(self) -> bool:
        """Whether it is one range."""
        return len(self.items) == 1 and self.items[0].last is not None

    @property
    def precision(self) -> str:
        """How exact it is."""
        return self.items[-1].first.precision

    @property
    def inferred(self) -> list[str]:
        """What was not written."""
        return list(dict.fromkeys(name for part in self.parts for name in part.inferred))

    @property
    def kind(self) -> DateKind:
        """What the expression says of the tiltak."""
        if self.role in _DEADLINES:
            return "deadline"
        if self.open or (self.role in _STARTS and not self.is_range):
            return "start"
        if len(self.items) > 1:
            return "point"
        if self.is_range or self.items[0].first.is_period:
            return "period"
        return "deadline" if self.role == "label" and self.precision == "day" else "point"

    def edtf(self) -> str | None:
        """Return it as EDTF, None where a year is missing or a day does not exist."""
        kind = self.kind
        if kind == "deadline":
            return _to(self._limit())
        if self.role == "onset" and self.precision == "plan-period":
            return None  # «oppstart i planperioden» is some day of it
        if kind == "start":
            return _from(self.items[0].first.after() if self.role == "after" else self.lower())
        if len(self.items) > 1:
            return self._set()
        return _written(self.items[0])

    def lower(self) -> str | None:
        """Return the start of the first stretch as the bound of an interval."""
        return _lower(self.items[0])

    def upper(self) -> str | None:
        """Return the end of the last stretch as the bound of an interval."""
        return _upper(self.items[-1])

    def _limit(self) -> str | None:
        return self.items[0].first.before() if self.role == "before" else self.upper()

    def _set(self) -> str | None:
        """Return all or one of several stretches, a level 2 set."""
        members = [_written(stretch) for stretch in self.items]
        if None in members:
            return None
        joined = ",".join(member.replace("/", "..") for member in members if member)
        return f"[{joined}]" if self.any_of else f"{{{joined}}}"


def _written(stretch: Stretch) -> str | None:
    if stretch.last is None:
        return stretch.first.point()
    first, last = _lower(stretch), _upper(stretch)
    if first is None or last is None or first > last:
        return None
    return first if first == last else f"{first}/{last}"


def _lower(stretch: Stretch) -> str | None:
    """A winter that the range leaves in the same year is the January of it."""
    first, last = stretch
    if first.season == _WINTER and first.year and last is not None and last.year == first.year:
        return f"{first.year}-01"
    return first.lower()


def _upper(stretch: Stretch) -> str | None:
    """A winter that ends a range is December of the year that the range began in, else it ends in February."""
    first, last = stretch
    if last is not None and last.season == _WINTER and last.year:
        return f"{last.year}-12" if last.year == first.year else f"{last.year}-02"
    return (last or first).upper()


def _to(bound: str | None) -> str | None:
    return bound and f"../{bound}"


def _from(bound: str | None) -> str | None:
    return bound and f"{bound}/.."
