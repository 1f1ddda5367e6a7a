"""Which items are compared at all, so that many plans take not much longer than their reading.

Two items can only say the same if they share a word or nearly so. A word that few have brings all of them together. One
that many have («skole») brings together those that share another such word; where even that is much, or where there is
no other word, each is put beside those with the fewest words, which say little else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from extractor.compare.likeness import Words
from extractor.compare.nearness import PART, Near

_MANY = 60  # items
_SHORTEST = 12  # that all the others are put beside where there are many
_BEGINNING = 6  # letters

Places = list[int]


def candidates(said: Sequence[Words], near: Near) -> set[tuple[int, int]]:
    """Return the pairs of places, the lower first, of items that may say the same."""
    having: dict[str, Places] = defaultdict(list)
    for at, words in enumerate(said):
        for key in _keys(words, near):
            having[key].append(at)
    found = {pair for places in having.values() for pair in _pairs(places, said)}
    return found.union(*(_pairs(places, said) for places in _by_two(said, having).values()))


def _keys(words: Words, near: Near) -> set[str]:
    """Return the words that bring an item together with others; those that are nearly the same have one key more."""
    keys = {stem for stem in words.stems if len(stem) > 2}
    close = {
        f"{min(stem, rival)}~{max(stem, rival)}"
        for stem in keys
        for rival, match in near.rivals.get(stem, {}).items()
        if match >= PART
    }
    return keys | close | {f"«{name}»" for name in words.names}


def _by_two(said: Sequence[Words], having: dict[str, Places]) -> dict[tuple[str, str], Places]:
    """Return the items that have two words which many have."""
    often = {key for key, places in having.items() if len(places) > _MANY}
    found: dict[tuple[str, str], Places] = defaultdict(list)
    for at, words in enumerate(said):
        for pair in combinations(sorted(often & words.stems.keys()), 2):
            found[pair].append(at)
    return found


def _pairs(places: Places, said: Sequence[Words]) -> Iterator[tuple[int, int]]:
    if len(places) <= _MANY:
        yield from combinations(places, 2)
        return
    for short in sorted(places, key=lambda at: said[at].whole)[:_SHORTEST]:
        yield from ((min(short, at), max(short, at)) for at in places if at != short)
