"""Small tools for comparing words: folding, and patterns made from word lists.

Folding keeps the length of a text, so a place in the folded text is the same place in the text itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_PLAIN = str.maketrans(
    dict.fromkeys("–—‒−‐‑", "-")
    | dict.fromkeys("”“«»„‟″", '"')
    | dict.fromkeys("’‘´`", "'")
    | {"\u00a0": " ", "\t": " "}
)
_NOT_PLAIN = re.compile("[" + re.escape("".join(map(chr, _PLAIN))) + "]")


def fold(text: str) -> str:
    """Return `text` in small letters, with one kind of dash and quote; as long as before."""
    plain = (
        text.translate(_PLAIN) if _NOT_PLAIN.search(text) else text
    )  # most texts are, and translating is slow
    small = plain.lower()
    return small if len(small) == len(plain) else "".join(map(_small, plain))


def _small(letter: str) -> str:
    return letter.lower() if len(letter.lower()) == 1 else letter


def either(words: Iterable[str]) -> str:
    """Return the source of a pattern for `words`, the longest first; a space matches any white space."""
    longest_first = sorted({fold(word) for word in words}, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest_first) + ")"


def any_word(words: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern that finds any of `words` as whole words in folded text."""
    return re.compile(rf"(?<!\w){either(words)}(?!\w)")
