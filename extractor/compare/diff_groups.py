"""Items that became several, or one out of several.

An item has become several where each of them is like it and each tells words of it that the others leave out: «Kurs
for ansatte og natteravner» is told by «Kurs for ansatte» and «Natteravner» together. Two that tell the same part of it
are no two parts: one goes on with it, the other is new.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from rapidfuzz.distance import JaroWinkler

from extractor.compare.align import Item
from extractor.compare.words import JOINT, stems

SPELT_ALIKE = 0.88  # of two stems, where one is bokmål and the other nynorsk
_ADDED = 0.12  # the share of the whole that each part has to tell alone
_COVERED = 0.6  # the share that the parts have to tell together
_ITS_OWN = 0.45  # the share of a part that stands in the whole

Pairs = Mapping[tuple[str, str], float]
Parts = dict[str, tuple[str, ...]]


def spelt_alike(one: str, other: str) -> bool:
    """Tell whether two stems are one word in bokmål and nynorsk; figures are never alike."""
    if any(map(str.isdigit, one + other)):
        return one == other
    return bool(JaroWinkler.similarity(one, other) >= SPELT_ALIKE)


def groups(items: Mapping[str, Item], pairs: Pairs, partners: Mapping[str, str], taken: set[str]) -> Parts:
    """Return the items that have become several with their parts, in the order of the pairs.

    Args:
        items: by id.
        pairs: how alike a whole and a part are, the whole in front.
        partners: the part that goes on with a whole, as long as nothing is split.
        taken: ids that are out of question.
    """
    whole_of = {part: whole for whole, part in partners.items()}
    free: dict[str, list[str]] = defaultdict(list)
    for whole, part in sorted(pairs, key=lambda pair: -pairs[pair]):
        if not {whole, part} & taken and whole_of.get(part, whole) == whole:
            free[whole].append(part)
    order = list(dict.fromkeys(part for _, part in pairs))
    found: Parts = {}
    used: set[str] = set()
    for whole in dict.fromkeys(whole for whole, _ in pairs):
        parts = _parts(items[whole], [items[part] for part in free[whole] if part not in used])
        if len(parts) > 1 and partners.get(whole) in {None, *parts}:
            found[whole] = tuple(sorted(parts, key=order.index))
            used.update(parts)
    return found


def _parts(whole: Item, candidates: Sequence[Item]) -> list[str]:
    """Return the ids of those that tell the whole between them, each a part of its own; nothing where they do not."""
    weights = _words(whole.text)
    total = sum(weights.values())
    told = {item.id: _told(weights, item) for item in candidates}
    parts: list[str] = []
    covered: set[str] = set()
    while left := [id_ for id_ in told if id_ not in parts and told[id_]]:
        best = max(left, key=lambda id_: _weight(weights, told[id_] - covered))
        if _weight(weights, told[best] - covered) < _ADDED * total:
            break
        parts.append(best)
        covered |= told[best]
    alone = all(_alone(weights, told, part, parts) >= _ADDED * total for part in parts)
    return parts if alone and _weight(weights, covered) >= _COVERED * total else []


def _alone(
    weights: Mapping[str, float], told: Mapping[str, set[str]], part: str, parts: Iterable[str]
) -> float:
    """Return the weight of the words that only this part tells."""
    others = {stem for other in parts if other != part for stem in told[other]}
    return _weight(weights, told[part] - others)


def _told(weights: Mapping[str, float], part: Item) -> set[str]:
    """Return the words of the whole that a part tells; none where most of the part is about something else."""
    own = _words(part.text)
    said = {
        stem: next((word for word in own if word == stem or spelt_alike(word, stem)), None)
        for stem in weights
    }
    shared = {word for word in said.values() if word}
    if _weight(own, shared) < _ITS_OWN * sum(own.values()):
        return set()
    return {stem for stem, word in said.items() if word}


def _words(text: str) -> dict[str, float]:
    """Return the words of a text with their weights; of compounds, the parts."""
    return {stem: weight for stem, weight in stems(text).items() if JOINT not in stem}


def _weight(weights: Mapping[str, float], words: Iterable[str]) -> float:
    return sum(weights[word] for word in words)
