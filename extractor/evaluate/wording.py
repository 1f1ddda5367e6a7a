"""How alike two wordings are, once what is only typography is put aside."""

from __future__ import annotations

import re

from rapidfuzz import fuzz

ALIKE = 85.0  # per cent of the characters that two wordings share to count as one
SAME = 100.0  # nothing but case, punctuation and the number in front may differ

# «4.1 Samfunn», «3) Lys», «2 Situasjonen»; not «10 benker», where the number belongs to what is promised.
_NUMBER = re.compile(r"^\s*(?:\d+(?:\.\d+)+\.?|\d+[.):]|\d+(?=\s+[A-ZÆØÅ«]))\s+(?=\D)")
_NOT_TOLD = re.compile(r"[\W_]+")


def fold(text: str | None) -> str:
    """Return a wording without case, punctuation and the number of the item."""
    return _NOT_TOLD.sub(" ", _NUMBER.sub("", text or "").casefold()).strip()


def likeness(one: str | None, other: str | None) -> float:
    """Return how alike two wordings are, in per cent; nothing is like nothing else."""
    first, second = fold(one), fold(other)
    return fuzz.ratio(first, second) if first and second else 0.0


def shared(wanted: list[str], given: list[str], least: float) -> int:
    """Return how many of the wordings that are there were given, one for one, the most alike first."""
    ranked = sorted(
        ((likeness(one, other), -i, -j) for i, one in enumerate(wanted) for j, other in enumerate(given)),
        reverse=True,
    )
    there: set[int] = set()
    taken: set[int] = set()
    for alike, i, j in ranked:
        if alike >= least and i not in there and j not in taken:
            there.add(i)
            taken.add(j)
    return len(there)
