"""What there is ↔ what was found, one to one: nothing is counted twice.

The most alike come first; of two as alike the ones at the same place, then those in the same order. What is required
goes before what is optional, and that before what the reader rejected.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.process import extract_iter

from extractor.corrections.places import touch
from extractor.evaluate.truth import TrueItem
from extractor.evaluate.wording import fold
from schemas import Evidence

_RANK = {"required": 0, "optional": 1, "rejected": 2}
Pair = tuple[int, int]  # index of what there is, index of what was found


@dataclass(frozen=True, slots=True)
class Found:
    """Something that was found, and how it may be called."""

    wordings: Sequence[str]
    source: Sequence[Evidence]


def pair_up(there: Sequence[TrueItem], found: Sequence[Found], least: float) -> list[Pair]:
    """Return which item is which; `least` is how alike they must be, in per cent."""
    names = [(j, fold(text)) for j, one in enumerate(found) for text in one.wordings]
    candidates = sorted(
        (_RANK[item.counts], -alike, not touch(item.source, found[j].source), abs(i - j), i, j)
        for i, item in enumerate(there)
        for j, alike in _alike(item, names, least).items()
    )
    pairs: list[Pair] = []
    there_taken: set[int] = set()
    found_taken: set[int] = set()
    for *_, i, j in candidates:
        if i not in there_taken and j not in found_taken:
            there_taken.add(i)
            found_taken.add(j)
            pairs.append((i, j))
    return pairs


def _alike(item: TrueItem, names: Sequence[tuple[int, str]], least: float) -> dict[int, float]:
    """Return how alike each item that was found is to the one there is, of those that are alike enough.

    Args:
        item: what there is.
        names: what was found, by index and folded wording.
        least: how alike they must be, in per cent.
    """
    best: dict[int, float] = {}
    choices = [name for _, name in names]
    for text in filter(None, dict.fromkeys(fold(text) for text in item.wordings)):
        for _, alike, at in extract_iter(text, choices, scorer=fuzz.ratio, score_cutoff=least):
            j = names[at][0]
            best[j] = max(best.get(j, 0.0), alike)
    return best
