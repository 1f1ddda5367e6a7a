"""Which items of the newer plan go on with which of the older one.

1. Items are alike as `align` has it; those of the same words are kept, whatever their place and number.
2. The others are paired one to one, the most alike first: reworded.
3. What became several, and what became one, is told by `diff_groups`: split and merged.
4. What is left was dropped, or is new.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from extractor.compare.align import Item, alike_pairs
from extractor.compare.diff_groups import Parts, groups, spelt_alike
from extractor.compare.words import stems
from extractor.lexicon import load_toml, words
from schemas.diff import Fate

_FILE = "alike.toml"
_RESPELT = 0.12  # of the words, by weight, that bokmål and nynorsk may have different in one sentence
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Match:
    """Ids in the older plan and what goes on with them in the newer one; `similarity` is None where one is empty."""

    kind: Fate
    old: tuple[str, ...]
    new: tuple[str, ...]
    similarity: float | None = None


@dataclass(slots=True)
class _Found:
    """What is known of the items of two plans: pairs that are alike, those of the same words, partners, parts."""

    pairs: dict[tuple[str, str], float]
    same: set[tuple[str, str]]
    partners: dict[str, str] = field(default_factory=dict)
    splits: Parts = field(default_factory=dict)
    merges: Parts = field(default_factory=dict)


def matched(old: Sequence[Item], new: Sequence[Item], *, other_standard: bool = False) -> list[Match]:
    """Return every item of both plans once, in the order of the older plan, then what is new.

    Args:
        old: with ids that no item of `new` has, as they all have another plan.
        other_standard: one plan is in bokmål and the other in nynorsk, so that spelling tells nothing.
    """
    items = {item.id: item for item in (*old, *new)}
    pairs = _verbatim(old, new) | alike_pairs([*old, *new])
    same = {
        (one, other)
        for one, other in pairs
        if same_words(items[one].text, items[other].text, respelt=other_standard)
    }
    found = _Found(pairs, same)
    found.partners = _partners(found)
    kept = {id_ for pair in found.partners.items() if pair in same for id_ in pair}
    found.splits = groups(items, pairs, found.partners, kept)
    taken = kept | {id_ for whole, parts in found.splits.items() for id_ in (whole, *parts)}
    turned = {(after, before): alike for (before, after), alike in pairs.items()}
    backwards = {after: before for before, after in found.partners.items()}
    found.merges = groups(items, turned, backwards, taken)
    return [*_gone_on(old, found), *_new(new, found)]


def _verbatim(old: Sequence[Item], new: Sequence[Item]) -> dict[tuple[str, str], float]:
    """Return the pairs of the very same text, which may be made of words that bring no items together."""
    having: dict[str, list[str]] = {}
    for item in new:
        having.setdefault(item.text.casefold(), []).append(item.id)
    return {(item.id, other): 1.0 for item in old for other in having.get(item.text.casefold(), ())}


def same_words(one: str, other: str, *, respelt: bool) -> bool:
    """Tell whether two texts have the same stems, figures and denials.

    Args:
        respelt: one is in bokmål and the other in nynorsk, so that nearly the same stems are enough.
    """
    first, second = stems(one), stems(other)
    if not first or not second:
        return one.casefold() == other.casefold()
    if _turning(one) != _turning(other):
        return False
    least = 1 - _RESPELT if respelt else 1
    return min(_share(first, second, respelt=respelt), _share(second, first, respelt=respelt)) >= least


def _share(one: Mapping[str, float], other: Mapping[str, float], *, respelt: bool) -> float:
    """Return how much of what one text says, by weight, the other says too."""
    told = [
        stem for stem in one if stem in other or (respelt and any(spelt_alike(stem, word) for word in other))
    ]
    return 1.0 if len(told) == len(one) else sum(one[stem] for stem in told) / sum(one.values())


def _turning(text: str) -> tuple[list[str], int]:
    """Return what two texts have to agree in, however alike they are: figures, and how often something is denied."""
    found = [word.casefold() for word in _WORD.findall(text)]
    return sorted(word for word in found if word[0].isdigit()), sum(word in _negating() for word in found)


@cache
def _negating() -> frozenset[str]:
    return frozenset(words(load_toml(_FILE), "negating", file=_FILE))


def _partners(found: _Found) -> dict[str, str]:
    """Return the partner of each old item: those of the same words first, then the most alike."""
    partners: dict[str, str] = {}
    taken: set[str] = set()
    places = {pair: at for at, pair in enumerate(found.pairs)}
    ordered = sorted(found.pairs, key=lambda pair: (pair not in found.same, -found.pairs[pair], places[pair]))
    for old, new in ordered:
        if old not in partners and new not in taken:
            partners[old] = new
            taken.add(new)
    return partners


def _gone_on(old: Sequence[Item], found: _Found) -> Iterator[Match]:
    """Yield what became of each old item; a merged group stands where its first item does."""
    merged_into = {part: whole for whole, parts in found.merges.items() for part in parts}
    told: set[str] = set()
    for item in old:
        parts, whole = found.splits.get(item.id), merged_into.get(item.id)
        after = _partner(item.id, found)
        if parts:
            yield Match("split", (item.id,), parts, _least(found, ((item.id, part) for part in parts)))
        elif whole:
            if whole not in told:
                told.add(whole)
                before = found.merges[whole]
                yield Match("merged", before, (whole,), _least(found, ((part, whole) for part in before)))
        elif after:
            kind: Fate = "kept" if (item.id, after) in found.same else "reworded"
            yield Match(kind, (item.id,), (after,), _least(found, [(item.id, after)]))
        else:
            yield Match("dropped", (item.id,), ())


def _new(new: Sequence[Item], found: _Found) -> Iterator[Match]:
    of_splits = {part for parts in found.splits.values() for part in parts}
    with_partner = {after for before in found.partners if (after := _partner(before, found))}
    for item in new:
        if item.id not in of_splits | set(found.merges) | with_partner:
            yield Match("new", (), (item.id,))


def _partner(old: str, found: _Found) -> str | None:
    """Return the partner of an old item, unless a split or merger has taken one of the two."""
    after = found.partners.get(old)
    grouped = {part for parts in found.merges.values() for part in parts} | set(found.splits)
    new_grouped = {part for parts in found.splits.values() for part in parts} | set(found.merges)
    return None if old in grouped or after in new_grouped else after


def _least(found: _Found, pairs: Iterable[tuple[str, str]]) -> float:
    return round(min(found.pairs[pair] for pair in pairs), 2)
