"""Which words of all items are nearly the same.

- One is the beginning or the end of the other («foreldre», «foreldremøte»), or is misspelt.
- One stands for the other in plans (`near` in `alike.toml`): «kurs» and «opplæring».
- One is made of two others («ungdomslos» of «ungdom» and «los»): what no word list knows, another plan may have apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import permutations, takewhile

from rapidfuzz.distance import OSA

from extractor.compare.words import standing_for

PART = 0.6  # what a word counts that is only part of the other
_STANDS_FOR = 0.5  # what a word counts that stands for the other
_LEAST_PART = 5  # letters
_MISSPELT, _LEAST_MISSPELT, _COUNTS_MISSPELT = 1, 6, 0.9  # letters that are wrong, letters of the word
_BUCKET = 3  # letters that a word and a misspelt one begin with
_LEAST_OF_TWO, _JOINED_BY = 3, 2  # letters of a word that another is made of, and between two of them

Rivals = dict[str, dict[str, float]]


@dataclass(frozen=True, slots=True)
class Near:
    """Stems that are nearly the same, with how far; and pairs of stems by the one that is made of them."""

    rivals: Rivals
    made: dict[str, tuple[tuple[str, str], ...]]


def near_words(said: Iterable[Iterable[str]]) -> Near:
    """Return what is near among the stems of all items; compounds are told by their parts."""
    words = sorted({stem for stems in said for stem in stems})
    rivals: Rivals = defaultdict(dict)
    _stand_for(words, rivals)
    _look_alike([word for word in words if len(word) >= _LEAST_PART], rivals)
    known = frozenset(words)
    made = {word: pairs for word in words if (pairs := tuple(_made_of(word, known)))}
    return Near(dict(rivals), made)


def _stand_for(words: Sequence[str], rivals: Rivals) -> None:
    for alike in standing_for():
        for one, other in permutations([word for word in words if word in alike], 2):
            rivals[one][other] = _STANDS_FOR


def _look_alike(words: Sequence[str], rivals: Rivals) -> None:
    known = set(words)
    for at, word in enumerate(words):
        for part in _ends_of(word) & known:
            rivals[part][word] = rivals[word][part] = PART
        for rival in takewhile(lambda rival, word=word: rival[:_BUCKET] == word[:_BUCKET], words[at + 1 :]):  # type: ignore[misc]
            if _is_misspelt(word, rival):
                rivals[word][rival] = rivals[rival][word] = _COUNTS_MISSPELT


def _ends_of(word: str) -> set[str]:
    cuts = range(_LEAST_PART, len(word))
    return {word[:cut] for cut in cuts} | {word[-cut:] for cut in cuts}


def _is_misspelt(word: str, rival: str) -> bool:
    if min(len(word), len(rival)) < _LEAST_MISSPELT or abs(len(word) - len(rival)) > _MISSPELT:
        return False
    return OSA.distance(word, rival, score_cutoff=_MISSPELT) <= _MISSPELT


def _made_of(word: str, known: frozenset[str]) -> Iterable[tuple[str, str]]:
    """Yield the pairs of known words that a word begins and ends with, with a letter or two between them at most."""
    for at in range(_LEAST_OF_TWO, len(word) - _LEAST_OF_TWO + 1):
        for joint in range(_JOINED_BY + 1):
            first, last = word[:at], word[at + joint :]
            if len(last) >= _LEAST_OF_TWO and first in known and last in known:
                yield first, last
