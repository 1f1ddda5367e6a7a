"""How alike two items are, from 0 to 1.

1. Two items are alike as far as their words are: what they share against what each says instead of the other's words,
   and what only one of them says besides («Natteravner» – «Natteravner i helgene sammen med FAU»). Rare words count
   more.
2. Words need not be the same (`nearness`): a compound is said by its parts, «kurs» stands for «opplæring», a spelling
   mistake is forgiven.
3. A name that both have («Trygg saman», MOT) makes them alike; other people, places and themes make them less so.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from extractor.compare.nearness import Near, near_words
from extractor.compare.words import JOINT, kinds, names, stems

_INSTEAD = 1.2  # what counts that each says and the other does not: «kurs om vold», «kurs om brann»
_BESIDES = 0.3  # what counts that only one of them says more: «natteravner», «natteravner i helgene»
_LONGER = 0.4  # how what is not shared grows with its length: long sentences have more of it anyway
_NAMED = 0.8  # how alike two items with the same name are at least
_OTHER_THEME, _SAME_THEME = 0.85, 1.08
_APART = {  # what remains where they name such things and have none in common
    "groups": 0.6,  # «møteplass for eldre» and «for ungdom»
    "places": 0.75,  # «frukt i barnehagen» and «på sykehjemmet»
    "ways": 0.6,  # «utvide skjenketiden» and «redusere skjenketiden»
}

Stems = dict[str, float]  # with their weights


@dataclass(frozen=True, slots=True)
class Item:
    """What is compared: the text of a tiltak or goal of a plan, and its main theme."""

    id: str
    plan: str
    text: str
    theme: str | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """An item's stems by weight, simple ones apart from compounds, and their sum; its names and its theme.

    Attributes:
        kinds: for each table of `_APART` what the item names of it, such as the groups of people that it is for.
    """

    stems: Stems
    simple: Stems
    compounds: tuple[tuple[str, ...], ...]
    whole: float
    names: frozenset[str]
    kinds: tuple[frozenset[str], ...]
    theme: str | None


def likeness(items: Sequence[Item]) -> Callable[[Item, Item], float]:
    """Return what tells how alike two of the items are: words count the less, the more of the items have them."""
    said = dict(zip((item.id for item in items), weighed(items), strict=True))
    near = near_words(words.simple for words in said.values())
    return lambda one, other: similarity(said[one.id], said[other.id], near)


def weighed(items: Iterable[Item]) -> list[Words]:
    """Return the words of all items; a word counts the less, the more of the items have it."""
    texts = [(stems(item.text), names(item.text), item.theme) for item in items]
    seen_in = Counter(stem for found, _, _ in texts for stem in found)
    most = math.log(1 + len(texts))
    rare = {stem: 0.7 + 0.3 * (most - math.log(count)) / most for stem, count in seen_in.items()}
    return [
        _words({stem: weight * rare[stem] for stem, weight in found.items()}, own, theme)
        for found, own, theme in texts
    ]


def _words(found: Stems, own: frozenset[str], theme: str | None) -> Words:
    return Words(
        stems=found,
        simple={stem: weight for stem, weight in found.items() if JOINT not in stem},
        compounds=tuple((stem, *stem.split(JOINT)) for stem in found if JOINT in stem),
        whole=sum(found.values()),
        names=own,
        kinds=tuple(kinds(found, table) for table in _APART),
        theme=theme,
    )


def similarity(one: Words, other: Words, near: Near) -> float:
    """Return how alike the words of two items are; `near` tells which are nearly the same."""
    if not one.whole or not other.whole:
        return 0.0
    there, here = _shared(one, other, near)
    shared = (there + here) / 2
    fewer, more = sorted((max(one.whole - there, 0.0), max(other.whole - here, 0.0)))
    alike = shared / (shared + _INSTEAD * fewer**_LONGER + _BESIDES * more**_LONGER) if shared else 0.0
    if one.names & other.names:
        return max(alike, _NAMED)
    for mine, theirs, remains in zip(one.kinds, other.kinds, _APART.values(), strict=True):
        if mine and theirs and not mine & theirs:
            alike *= remains
    if one.theme and other.theme:
        alike *= _SAME_THEME if one.theme == other.theme else _OTHER_THEME
    return min(alike, 1.0)


def _shared(one: Words, other: Words, near: Near) -> tuple[float, float]:
    """Return the weight of the words of each that the other says too; what is misspelt or cut short counts less."""
    there = {stem: weight for stem, weight in one.simple.items() if stem in other.simple}
    here = {stem: other.simple[stem] for stem in there}
    if len(there) < len(one.simple) and len(here) < len(other.simple):
        _run_together(one.simple, there, other.simple, here, near)
        _run_together(other.simple, here, one.simple, there, near)
        _stand_in(one.simple, there, other.simple, here, near)
    return _told(one, there, other), _told(other, here, one)


def _run_together(one: Stems, told: Stems, other: Stems, told_there: Stems, near: Near) -> None:
    """Count words that are made of two of the other's, even where nothing is known of them («ungdomslos»)."""
    for word in one:
        if word in near.made and word not in told:
            for first, last in near.made[word]:
                if first in other and last in other:
                    told[word] = one[word]
                    told_there |= {first: other[first], last: other[last]}


def _stand_in(one: Stems, told: Stems, other: Stems, told_there: Stems, near: Near) -> None:
    """Count words that nearly the other's stand for, each for one."""
    for stem in one:
        if stem in near.rivals and stem not in told:
            rivals = near.rivals[stem]
            found = [(rivals[rival], rival) for rival in other if rival in rivals and rival not in told_there]
            if found:
                match, rival = max(found)
                told[stem] = told_there[rival] = match * min(one[stem], other[rival])


def _told(one: Words, told: Stems, other: Words) -> float:
    """Return the weight of what the other says too; of a compound, as much as of the least of its parts."""
    weight = sum(told.values())
    for compound, *parts in one.compounds:
        share = 1.0
        if compound not in other.stems:
            share = min(told.get(part, 0.0) / one.simple[part] for part in parts)
        weight += one.stems[compound] * share
    return weight
