"""What was struck out of a text and what was put in, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby

from rapidfuzz import fuzz

from extractor.compare.words import stems
from schemas.diff import Run

_WORD = re.compile(r"\S+")
_SAME_WORD = 70  # per cent of the letters
_AROUND = ".,;:!?()[]«»“”\"'"


def redline(old: Sequence[str], new: Sequence[str], *, other_standard: bool = False) -> list[Run]:
    """Return the words of the newer texts with those of the older ones that are gone.

    Args:
        old: several texts are taken as one, as the items of a merger or a split.
        other_standard: one is in bokmål and the other in nynorsk; a word in another spelling is the same word then.
    """
    before, after = (_WORD.findall(" / ".join(texts)) for texts in (old, new))
    keys = [[_key(word, respelt=other_standard) for word in words] for words in (before, after)]
    steps = SequenceMatcher(None, keys[0], keys[1], autojunk=False).get_opcodes()
    return [
        run
        for step, from_, to, new_from, new_to in steps
        for run in _runs(step, before[from_:to], after[new_from:new_to], respelt=other_standard)
    ]


def _runs(step: str, before: Sequence[str], after: Sequence[str], *, respelt: bool) -> Iterator[Run]:
    if step == "equal":
        yield Run(kind="same", text=" ".join(after))
    elif respelt and len(before) == len(after):
        pairs = zip(before, after, strict=True)
        for same, some in groupby(pairs, key=lambda pair: _is_respelt(*pair)):
            yield from _replaced(*zip(*some, strict=True), same=same)
    else:
        yield from _replaced(before, after, same=False)


def _replaced(before: Sequence[str], after: Sequence[str], *, same: bool) -> Iterator[Run]:
    if before and not same:
        yield Run(kind="deleted", text=" ".join(before))
    if after:
        yield Run(kind="same" if same else "inserted", text=" ".join(after))


def _is_respelt(old: str, new: str) -> bool:
    """Tell whether two words are one in the two written standards: «være», «vere»."""
    one, other = _bare(old), _bare(new)
    return one[0] == other[0] and not one[0].isdigit() and bool(fuzz.ratio(one, other) >= _SAME_WORD)


def _key(word: str, *, respelt: bool) -> str:
    bare = _bare(word)
    return " ".join(stems(bare)) or bare if respelt else bare


def _bare(word: str) -> str:
    return word.strip(_AROUND).casefold() or word
