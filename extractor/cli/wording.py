"""How the commands word what they tell: how many there are, and what somebody may have meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

LIKE_ENOUGH = 0.6  # 0–1: «Bykel» is meant for «Bykle», «Oslo» is not


def counted(number: int, noun: str) -> str:
    """Return «1 plan» or «3 plans»."""
    return f"{number} {noun}{'s' * (number != 1)}"


def suggestion(meant: str, known: Iterable[str]) -> str:
    """Return «; did you mean Bykle?», or nothing where no name is like it, or it is one of them."""
    names, wanted = {name.casefold(): name for name in known}, meant.casefold()
    found = get_close_matches(wanted, names, n=1, cutoff=LIKE_ENOUGH)
    return f"; did you mean {names[found[0]]}?" if found and found != [wanted] else ""
