"""Items of several plans that say the same, put into one row.

1. Items in the same words are one from the beginning: popular measures stand in hundreds of plans.
2. Others are compared where they may be alike at all (`candidates`), by their words (`likeness`).
3. Pairs are joined to rows, the most alike first, as long as the two rows are alike on the whole: a chain in which
   each is like the next and the ends have nothing in common is no row. Pairs that only perhaps say the same make rows
   of two: what several plans surely have is not made doubtful by one more that may have it too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from extractor.compare.candidates import candidates
from extractor.compare.likeness import Item, likeness, similarity, weighed
from extractor.compare.nearness import near_words

__all__ = ["ALIKE", "SURELY_ALIKE", "Item", "Row", "align", "alike_pairs", "likeness"]

ALIKE = 0.5  # from here on two items are taken to say the same; chosen on samples/alignment
_SOMEWHAT = 0.4  # what less is counts nothing where rows are compared on the whole
SURELY_ALIKE = 0.58  # from here on no pair of samples/alignment is taken wrongly
_ON_THE_WHOLE = 0.95  # of ALIKE: what the items of two rows have to be on average
_CROSS_CHECKED = 6  # items of a row that another row is compared with

Pairs = dict[tuple[int, int], float]


@dataclass(frozen=True, slots=True)
class Row:
    """Items that say the same; `similarity` is the least that one has with the one it is most like."""

    items: tuple[Item, ...]
    similarity: float

    @property
    def sure(self) -> bool:
        """Tell whether they surely say the same."""
        return _is_sure(self.similarity)


def align(items: Sequence[Item]) -> list[Row]:
    """Return the rows of items that say the same in at least two plans, in the order of their first items."""
    said = weighed(items)
    same: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for at, words in enumerate(said):
        unlike = () if words.whole else (at,)  # without words nothing is the same
        same[(frozenset(words.stems), words.names, words.theme, *unlike)].append(at)
    places = list(same.values())
    plans = [{items[at].plan for at in those} for those in places]
    found = [said[those[0]] for those in places]
    near = near_words(words.simple for words in found)
    pairs: Pairs = {}
    for one, other in sorted(candidates(found, near)):
        if len(plans[one] | plans[other]) > 1:
            alike = similarity(found[one], found[other], near)
            if alike >= _SOMEWHAT:
                pairs[one, other] = alike
    rows = [
        (sorted(at for those in row for at in places[those]), _least(row, places, pairs))
        for row in _joined(plans, pairs)
        if len(set().union(*(plans[those] for those in row))) > 1
    ]
    return [Row(tuple(items[at] for at in row), round(least, 2)) for row, least in sorted(rows)]


def alike_pairs(items: Sequence[Item]) -> dict[tuple[str, str], float]:
    """Return the ids of items of different plans that are alike, with their similarity, in the order of the items."""
    said = weighed(items)
    near = near_words(words.simple for words in said)
    pairs = {
        (items[one].id, items[other].id): similarity(said[one], said[other], near)
        for one, other in sorted(candidates(said, near))
        if items[one].plan != items[other].plan
    }
    return {pair: alike for pair, alike in pairs.items() if alike >= ALIKE}


def _alike(pairs: Pairs) -> list[tuple[int, int]]:
    return [pair for pair, alike in pairs.items() if alike >= ALIKE]


def _is_sure(alike: float) -> bool:
    return round(alike, 2) >= SURELY_ALIKE


def _joined(plans: Sequence[Collection[str]], pairs: Pairs) -> list[list[int]]:
    """Return rows of places, joined from the most alike pair to the least; one that is like no other is a row too.

    Args:
        plans: those that say what stands at each place.
        pairs: how alike two places are.
    """
    row_of = {at: [at] for at in range(len(plans))}

    def may_meet(one: Sequence[int], other: Sequence[int], alike: float) -> bool:
        if _is_sure(alike):
            return _alike_on_the_whole(one, other, pairs)
        return all(len(row) == len(plans[row[0]]) == 1 for row in (one, other))

    for first, second in sorted(_alike(pairs), key=lambda pair: (-pairs[pair], pair)):
        one, other = row_of[first], row_of[second]
        if one is not other and may_meet(one, other, pairs[first, second]):
            one.extend(other)
            row_of |= dict.fromkeys(other, one)
    return list({id(row): row for row in row_of.values()}.values())


def _alike_on_the_whole(one: Sequence[int], other: Sequence[int], pairs: Pairs) -> bool:
    """Tell whether the items of two rows are alike on average; pairs that are not alike count nothing."""
    sample = [(a, b) for a in one[:_CROSS_CHECKED] for b in other[:_CROSS_CHECKED]]
    known = sum(pairs.get((min(a, b), max(a, b)), 0.0) for a, b in sample)
    return known / len(sample) >= _ON_THE_WHOLE * ALIKE


def _least(row: Sequence[int], places: Sequence[Sequence[int]], pairs: Pairs) -> float:
    """Return the least that an item of a row has with the one it is most like."""
    best = {at: 1.0 if len(places[at]) > 1 else 0.0 for at in row}
    for at in row:
        for other in row:
            alike = pairs.get((at, other), 0.0)
            best[at], best[other] = max(best[at], alike), max(best[other], alike)
    return min(best.values())
