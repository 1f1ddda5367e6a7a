"""A rhythm, and the RFC 5545 rule for it.

RFC 5545 cannot say «twice a year on days not yet known». The rule is then a nominal spacing (every sixth month), and
`times` carries what was said.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Freq = Literal["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]

_PARTS = ("BYWEEKNO", "BYDAY", "BYMONTH", "BYMONTHDAY", "BYSETPOS")  # in the order in which the rule has them
_YEAR = 12  # months


@dataclass(slots=True)
class Repeat:
    """A rhythm and the terms that say it."""

    freq: Freq | None
    interval: int = 1
    times: tuple[int, int] | None = None
    by: dict[str, str] = field(default_factory=dict)
    inferred: tuple[str, ...] = ()  # «hvert 2.–3. år»: which of the two is not told
    explicit: bool = True  # «hvert år», «to ganger i året»; an adverb alone is not
    at: int = 0  # index of the first term
    stop: int = 0  # index behind the last term

    def rule(self) -> str | None:
        """Return the RFC 5545 rule, None when it was not said how often."""
        if self.freq is None:
            return None
        freq, interval = (self.freq, self.interval) if self.by else self._spacing()
        parts = [f"FREQ={freq}"]
        if interval > 1:
            parts.append(f"INTERVAL={interval}")
        return ";".join(parts + [f"{name}={self.by[name]}" for name in _PARTS if name in self.by])

    def _spacing(self) -> tuple[Freq | None, int]:
        """Return the nominal spacing of the least number of times."""
        least = self.times[0] if self.times else 1
        months = self.interval * {"YEARLY": _YEAR, "MONTHLY": 1}.get(self.freq or "", 0)
        if least > 1 and months and months % least == 0:
            spaced = months // least
            return ("YEARLY", spaced // _YEAR) if spaced % _YEAR == 0 else ("MONTHLY", spaced)
        return ("WEEKLY", 2) if least == 2 and months == 1 else (self.freq, self.interval)
