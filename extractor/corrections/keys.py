"""Keys of goals and tiltak that outlive a run: made from their wording, not from their place in the list."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from hashlib import sha256

from schemas import Goal, Plan, Tiltak

_NOT_TOLD = re.compile(
    r"[\W_]+"
)  # space, hyphens and punctuation are read in one way today and in another tomorrow


def item_keys(plan: Plan) -> dict[str, str]:
    """Return the key of each goal and tiltak by its id: «t-91c2f0a4b7de», «t-91c2f0a4b7de-2» for the second alike."""
    return _keys("g", plan.goals) | _keys("t", plan.tiltak)


def keys_of(letter: str, items: Iterable[Goal | Tiltak]) -> list[str]:
    """Return the keys of all goals (g) or all tiltak (t), in their order."""
    seen: Counter[str] = Counter()
    keys = []
    for item in items:
        key = key_of(letter, item.text)
        seen[key] += 1
        keys.append(key if seen[key] == 1 else f"{key}-{seen[key]}")
    return keys


def key_of(letter: str, text: str) -> str:
    """Return the key of the first item with this wording; `letter` is g or t."""
    return f"{letter}-{sha256(folded(text).encode('utf-8')).hexdigest()[:12]}"


def folded(text: str) -> str:
    """Return the letters and digits of a wording, all small."""
    small = "".join(
        char.upper().lower() for char in text
    )  # as JavaScript does it on the page for reviewing a plan
    return _NOT_TOLD.sub("", small)


def _keys(letter: str, items: Sequence[Goal | Tiltak]) -> dict[str, str]:
    return dict(zip((item.id for item in items), keys_of(letter, items), strict=True))
