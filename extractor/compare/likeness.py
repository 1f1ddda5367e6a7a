"""How alike two items are, from 0 to 1.

1. Two items are alike as far as their words are: what they share over what they have, rare words counting more. What
   one says in few words and the other in many («Natteravner» – «Natteravner i helgene sammen med FAU») is alike too.
2. Words need not be the same: a compound is said by its parts, «foreldremøte» is partly «foreldre», a spelling mistake
   is forgiven.
3. A name that both have («Trygg saman», MOT) makes them alike; other people and other themes make them less so.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import takewhile

from rapidfuzz.distance import JaroWinkler

from extractor.compare.words import JOINT, groups, names, stems

_CONTAINED = 0.35  # weight of «the shorter is part of the longer»
_NAMED = 0.8  # how alike two items with the same name are at least
_OTHER_THEME, _SAME_THEME = 0.85, 1.08
_OTHER_PEOPLE = 0.6  # «møteplass for eldre» and «for ungdom»
_PART = 0.6  # what a word counts that is only part of the other
_LEAST_PART = 5  # letters
_MISSPELT, _LEAST_MISSPELT, _COUNTS_MISSPELT = 0.93, 6, 0.9
_BUCKET = 3  # letters that a word and a misspelt one begin with

Near = dict[str, dict[str, float]]


@dataclass(frozen=True, slots=True)
class Item:
    """What is compared: the text of a tiltak or goal of a plan, and its main theme."""

    id: str
    plan: str
    text: str
    theme: str | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """An item's stems by weight, their sum, its names, the groups of people that it is for, and its theme."""

    stems: dict[str, float]
    whole: float
    names: frozenset[str]
    groups: frozenset[str]
    theme: str | None


def likeness(items: Sequence[Item]) -> Callable[[Item, Item], float]:
    """Return what tells how alike two of the items are: words count the less, the more of the items have them."""
    said = dict(zip((item.id for item in items), weighed(items), strict=True))
    near = near_words(said.values())
    return lambda one, other: similarity(said[one.id], said[other.id], near)


def weighed(items: Iterable[Item]) -> list[Words]:
    """Return the words of all items; a word counts the less, the more of the items have it."""
    texts = [(stems(item.text), names(item.text), item.theme) for item in items]
    seen_in = Counter(stem for found, _, _ in texts for stem in found)
    most = math.log(1 + len(texts))
    rare = {
        stem: (0.4 + 0.6 * (most - math.log(count)) / most) * _telling(stem)
        for stem, count in seen_in.items()
    }
    weighted = [
        ({stem: weight * rare[stem] for stem, weight in found.items()}, own, theme)
        for found, own, theme in texts
    ]
    return [Words(found, sum(found.values()), own, groups(found), theme) for found, own, theme in weighted]


def _telling(stem: str) -> float:
    """Return how much a word tells by its length: compounds name a thing, short words name a field."""
    return min(1.0, 0.4 + len(stem) / 15)


def near_words(said: Iterable[Words]) -> Near:
    """Return the stems that are nearly the same, with how far: misspelt, or one the beginning or end of the other."""
    words = sorted(
        {stem for one in said for stem in one.stems if JOINT not in stem and len(stem) >= _LEAST_PART}
    )
    known, near = set(words), defaultdict[str, dict[str, float]](dict)
    for at, word in enumerate(words):
        for part in _parts(word) & known:
            near[part][word] = near[word][part] = _PART
        for rival in takewhile(lambda rival, word=word: rival[:_BUCKET] == word[:_BUCKET], words[at + 1 :]):  # type: ignore[misc]
            if _is_misspelt(word, rival):
                near[word][rival] = near[rival][word] = _COUNTS_MISSPELT
    return dict(near)


def _parts(word: str) -> set[str]:
    cuts = range(_LEAST_PART, len(word))
    return {word[:cut] for cut in cuts} | {word[-cut:] for cut in cuts}


def _is_misspelt(word: str, rival: str) -> bool:
    return min(len(word), len(rival)) >= _LEAST_MISSPELT and JaroWinkler.similarity(word, rival) >= _MISSPELT


def similarity(one: Words, other: Words, near: Near) -> float:
    """Return how alike the words of two items are; `near` are the stems that are nearly the same."""
    if not one.whole or not other.whole:
        return 0.0
    said_there, said_here = _shared(one.stems, other.stems, near)
    both = (said_there + said_here) / (one.whole + other.whole)
    short, shared = min((one.whole, said_there), (other.whole, said_here))
    contained = _CONTAINED * min(1.0, short)  # one common word in a long text says nothing
    alike = (1 - contained) * both + contained * shared / short
    if one.names & other.names:
        return max(alike, _NAMED)
    if one.groups and other.groups and not one.groups & other.groups:
        alike *= _OTHER_PEOPLE
    if one.theme and other.theme:
        alike *= _SAME_THEME if one.theme == other.theme else _OTHER_THEME
    return min(alike, 1.0)


def _shared(one: dict[str, float], other: dict[str, float], near: Near) -> tuple[float, float]:
    """Return the weight of the words of each that the other says too; what is misspelt or cut short counts less."""
    there, lacking = _said(one, other)
    here, left = _said(other, one)
    for stem in lacking:
        rivals = near.get(stem)
        if rivals and (found := [(rivals[rival], rival) for rival in left if rival in rivals]):
            match, rival = max(found)
            more = match * min(one[stem], other[rival])
            there, here = there + more, here + more
            left.remove(rival)
    return there, here


def _said(one: dict[str, float], other: dict[str, float]) -> tuple[float, list[str]]:
    """Return the weight of the words of one that the other has, a compound also by its parts; and what it has not."""
    shared, lacking = 0.0, []
    for stem, weight in one.items():
        if stem in other:
            shared += weight
        elif JOINT not in stem:
            lacking.append(stem)
        elif all(part in other for part in stem.split(JOINT)):
            shared += weight
    return shared, lacking
