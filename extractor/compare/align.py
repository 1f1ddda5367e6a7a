"""Items of several plans that say the same, put into one row.

1. Two items are alike as far as their words are: what they share over what they have, rare words counting more. What
   one says in few words and the other in many («Natteravner» – «Natteravner i helgene sammen med FAU») is alike too.
2. Words need not be the same: «foreldremøte» is half of «foreldre», and a spelling mistake is forgiven.
3. A name that both have («Trygg saman», MOT) makes them alike, different themes make them less so.
4. Only items that share a rare word are compared at all, so that 357 plans take not much longer than their reading.
5. Pairs are joined to rows, the most alike first, as long as the two rows are alike on the whole: a chain in which
   each is like the next and the ends have nothing in common is no row.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz.distance import JaroWinkler

from extractor.compare.words import JOINT, groups, names, stems

ALIKE = 0.54  # from here on two items are taken to say the same; chosen on samples/alignment
_CONTAINED = 0.35  # weight of «the shorter is part of the longer»
_NAMED = 0.8  # how alike two items with the same name are at least
_OTHER_THEME, _SAME_THEME = 0.85, 1.08
_OTHER_PEOPLE = 0.6  # «møteplass for eldre» and «for ungdom»
_PART = 0.6  # what a word counts that is only part of the other
_LEAST_PART = 5  # letters
_MISSPELT, _LEAST_MISSPELT = 0.93, 6
_MOST_FREQUENT = 200  # a word in more items than this brings no pair together
_ON_THE_WHOLE = 0.95  # of ALIKE: what the items of two rows have to be on average
_CROSS_CHECKED = 6  # items of a row that another row is compared with


@dataclass(frozen=True, slots=True)
class Item:
    """What is compared: the text of a tiltak or goal of a plan, and its main theme."""

    id: str
    plan: str
    text: str
    theme: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """Items that say the same; `similarity` is the least that one has with the one it is most like."""

    items: tuple[Item, ...]
    similarity: float


@dataclass(frozen=True, slots=True)
class _Words:
    """An item's stems by weight, their sum, its names, and the groups of people that it is for."""

    stems: dict[str, float]
    whole: float
    names: frozenset[str]
    groups: frozenset[str]


def align(items: Sequence[Item]) -> list[Row]:
    """Return the rows of items that say the same in at least two plans, in the order of their first items."""
    said = _weighed(items)
    pairs = _alike_pairs(items, said)
    rows = _joined(items, pairs)
    found = [_row(items, row, pairs) for row in rows if len({items[at].plan for at in row}) > 1]
    return sorted(found, key=lambda row: items.index(row.items[0]))


def similarity(first: Item, second: Item) -> float:
    """Return how alike two items are, from 0 to 1, without knowing what else is compared."""
    one, other = _weighed([first, second])
    return _similarity(one, other, first.theme, second.theme)


def _weighed(items: Iterable[Item]) -> list[_Words]:
    """Return the words of all items; a word counts the less, the more of the items have it."""
    texts = [(stems(item.text), names(item.text)) for item in items]
    seen_in = Counter(stem for found, _ in texts for stem in found)
    most = math.log(1 + len(texts))
    rare = {stem: 0.4 + 0.6 * (most - math.log(count)) / most for stem, count in seen_in.items()}
    weighed = [
        ({stem: weight * rare[stem] * _telling(stem) for stem, weight in found.items()}, own)
        for found, own in texts
    ]
    return [_Words(found, sum(found.values()), own, groups(found)) for found, own in weighed]


def _telling(stem: str) -> float:
    """Return how much a word tells by its length: compounds name a thing, short words name a field."""
    return min(1.0, 0.4 + len(stem) / 15)


def _alike_pairs(items: Sequence[Item], said: Sequence[_Words]) -> dict[tuple[int, int], float]:
    """Return the pairs of items of different plans that are alike, with their similarity."""
    pairs: dict[tuple[int, int], float] = {}
    for first, second in _candidates(said):
        one, other = items[first], items[second]
        if one.plan != other.plan and (first, second) not in pairs:
            pairs[first, second] = _similarity(said[first], said[second], one.theme, other.theme)
    return {pair: alike for pair, alike in pairs.items() if alike >= ALIKE}


def _candidates(said: Sequence[_Words]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of items that share a word, the beginning of a long word, or a name."""
    having: dict[str, list[int]] = defaultdict(list)
    for at, words in enumerate(said):
        for key in _keys(words):
            having[key].append(at)
    for places in having.values():
        if len(places) <= _MOST_FREQUENT:
            yield from combinations(places, 2)


def _keys(words: _Words) -> set[str]:
    telling = [stem for stem in words.stems if len(stem) > 2]
    beginnings = {f"{stem[:6]}…" for stem in telling if len(stem) > 6}
    together = (
        {f"{one} {other}" for one, other in combinations(sorted(telling), 2)} if len(telling) < 12 else set()
    )
    return {*telling, *beginnings, *together, *(f"«{name}»" for name in words.names)}


def _similarity(one: _Words, other: _Words, theme: str | None, other_theme: str | None) -> float:
    if not one.whole or not other.whole:
        return 0.0
    said_there, said_here = _shared(one, other)
    both = (said_there + said_here) / (one.whole + other.whole)
    short, shared = min((one.whole, said_there), (other.whole, said_here))
    contained = _CONTAINED * min(1.0, short)  # one common word in a long text says nothing
    alike = (1 - contained) * both + contained * shared / short
    if one.names & other.names:
        return max(alike, _NAMED)
    if one.groups and other.groups and not one.groups & other.groups:
        alike *= _OTHER_PEOPLE
    if theme and other_theme:
        alike *= _SAME_THEME if theme == other_theme else _OTHER_THEME
    return min(alike, 1.0)


def _shared(one: _Words, other: _Words) -> tuple[float, float]:
    """Return the weight of the words of each that the other says too; what is misspelt or cut short counts less."""
    there = {stem for stem in one.stems if _says(other, stem)}
    here = {stem for stem in other.stems if _says(one, stem)}
    shared = sum(one.stems[stem] for stem in there), sum(other.stems[stem] for stem in here)
    left = [stem for stem in other.stems if stem not in here and JOINT not in stem]
    if not left:
        return shared
    more = 0.0
    for stem, weight in one.stems.items():
        if stem not in there and JOINT not in stem and left:
            match, rival = max((_match(stem, rival), rival) for rival in left)
            if match:
                more += match * min(weight, other.stems[rival])
                left.remove(rival)
    return shared[0] + more, shared[1] + more


def _says(words: _Words, stem: str) -> bool:
    """Tell whether a text has a word; a compound, also where it has the parts of it."""
    return stem in words.stems or (JOINT in stem and all(part in words.stems for part in stem.split(JOINT)))


def _match(one: str, other: str) -> float:
    """Return how far two different stems are the same word."""
    short, long = sorted((one, other), key=len)
    if len(short) >= _LEAST_PART and (long.startswith(short) or long.endswith(short)):
        return _PART
    if len(short) >= _LEAST_MISSPELT and JaroWinkler.similarity(one, other) >= _MISSPELT:
        return 0.9
    return 0.0


def _joined(items: Sequence[Item], pairs: dict[tuple[int, int], float]) -> list[list[int]]:
    """Return rows of places, joined from the most alike pair to the least."""
    row_of = {at: [at] for pair in pairs for at in pair}
    for first, second in sorted(pairs, key=lambda pair: (-pairs[pair], pair)):
        one, other = row_of[first], row_of[second]
        if one is not other and _alike_on_the_whole(one, other, pairs):
            one.extend(other)
            for at in other:
                row_of[at] = one
    unique = {id(row): row for row in row_of.values()}
    return [sorted(row) for row in unique.values()]


def _alike_on_the_whole(
    one: Sequence[int], other: Sequence[int], pairs: dict[tuple[int, int], float]
) -> bool:
    """Tell whether the items of two rows are alike on average; pairs that are not alike count nothing."""
    sample = [(a, b) for a in one[:_CROSS_CHECKED] for b in other[:_CROSS_CHECKED]]
    known = sum(pairs.get((min(a, b), max(a, b)), 0.0) for a, b in sample)
    return known / len(sample) >= _ON_THE_WHOLE * ALIKE


def _row(items: Sequence[Item], row: Sequence[int], pairs: dict[tuple[int, int], float]) -> Row:
    best = dict.fromkeys(row, 0.0)
    for first, second in combinations(row, 2):
        alike = pairs.get((first, second), 0.0)
        best[first], best[second] = max(best[first], alike), max(best[second], alike)
    return Row(tuple(items[at] for at in row), round(min(best.values()), 2))
