"""Finds the items again that a reader spoke of, though the document was read anew, perhaps by another version.

1. The same wording at the same place. The number behind a key counts items of one wording, and the count shifts when
   one of them goes, so the place decides first. Without a place the whole key has to fit.
2. Another wording at the same place, if it is alike and no other item there is nearly as alike. Without a place it
   has to be nearly the same.

The wording that the reader gave the item counts as much as the one that he met: a later version may read it that way.
Each item is found once. An item is not taken away for a likeness that would do to change it.
"""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz

from extractor.corrections.keys import folded, key_of, keys_of
from extractor.corrections.places import touch
from schemas import Goal, Tiltak
from schemas.corrections import Correction

ALIKE = 70.0  # per cent of the characters, at the same place
NEARLY_THE_SAME = 90.0  # per cent, without a place, or where more is at stake
CLEARLY = 10.0  # per cent by which the best has to be ahead of the next

Item = Goal | Tiltak


def find_items(items: Sequence[Item], corrections: Sequence[Correction], letter: str) -> dict[str, Item]:
    """Return the item that each correction speaks of by the key of the correction, where it is there.

    Args:
        items: all goals, or all tiltak, of a plan.
        corrections: those of goals, or of tiltak.
        letter: g or t.
    """
    found: dict[str, Item] = {}
    left = dict(zip(keys_of(letter, items), items, strict=True))
    for look in (_same_wording, _alike):
        for correction in corrections:
            key = None if correction.key in found else look(correction, left, letter)
            if key is not None:
                found[correction.key] = left.pop(key)
    return found


def wordings(correction: Correction) -> list[str]:
    """Return how the item was worded where it was met, and how the reader words it."""
    return [text for text in (correction.text, correction.fields.text) if text and text.strip()]


def _same_wording(correction: Correction, left: dict[str, Item], letter: str) -> str | None:
    if not correction.source:
        return correction.key if correction.key in left else None
    known = {_without_count(correction.key), *(key_of(letter, text) for text in wordings(correction))}
    same = [
        key
        for key, item in left.items()
        if _without_count(key) in known and (touch(item.source, correction.source) or not item.source)
    ]
    return correction.key if correction.key in same else next(iter(same), None)


def _without_count(key: str) -> str:
    letter, mark, *_ = key.split("-")
    return f"{letter}-{mark}"


def _alike(correction: Correction, left: dict[str, Item], letter: str) -> str | None:
    told = [folded(text) for text in wordings(correction)]
    place = correction.source
    ranked = sorted(
        (
            (max((fuzz.ratio(text, folded(item.text)) for text in told), default=0.0), key)
            for key, item in left.items()
            if not place or touch(item.source, place)
        ),
        reverse=True,
    )
    at_stake = not place or correction.verdict in ("wrong", "added")
    least = NEARLY_THE_SAME if at_stake else ALIKE
    if not ranked or ranked[0][0] < least:
        return None
    return ranked[0][1] if len(ranked) == 1 or ranked[0][0] - ranked[1][0] >= CLEARLY else None
