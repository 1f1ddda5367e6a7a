"""Keys of goals and tiltak that outlive a run: made from their wording, not from their place in the list."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from hashlib import sha256

from schemas import Goal, Plan, Tiltak

_NOT_TOLD = re.compile(
    r"[\W_]+"
)  # space, hyphens and punctuation are read in one way today and in another tomorrow


def item_keys(plan: Plan) -> dict[str, str]:
    """Return the key of each goal and tiltak by its id: «t-91c2f0a4b7de», «t-91c2f0a4b7de-2» for the second alike."""
    return _keys("g", plan.goals) | _keys("t", plan.tiltak)


def key_of(letter: str, text: str) -> str:
    """Return the key of the first item with this wording; `letter` is g or t."""
    folded = _NOT_TOLD.sub("", text.casefold())
    return f"{letter}-{sha256(folded.encode('utf-8')).hexdigest()[:12]}"


def _keys(letter: str, items: Sequence[Goal | Tiltak]) -> dict[str, str]:
    seen: Counter[str] = Counter()
    keys = {}
    for item in items:
        key = key_of(letter, item.text)
        seen[key] += 1
        keys[item.id] = key if seen[key] == 1 else f"{key}-{seen[key]}"
    return keys
