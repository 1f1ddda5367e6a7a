"""The letters of a word and where each of them stands.

Few words are ever cut, so nobody asks where most letters stand. A word that is as wide as its letters together
needs no more than its ends and the font's widths to tell, when it is asked.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate, pairwise
from typing import overload

Letter = tuple[str, float, float]  # one letter, or those of a ligature, and the left and right edge


class EvenLetters(Sequence[Letter]):
    """Letters of which each begins where the last one ends."""

    __slots__ = ("_ends", "_found", "_text", "_widths")

    def __init__(self, text: str, x0: float, x1: float, widths: Mapping[str, float]) -> None:
        """Keep what tells where they stand.

        Args:
            text: the letters.
            x0: the left edge of the first, in points.
            x1: the right edge of the last.
            widths: how far the font's letters move the pen, in any unit.
        """
        self._text, self._ends, self._widths = text, (x0, x1), widths
        self._found: list[Letter] | None = None

    def __len__(self) -> int:
        return len(self._text)

    @overload
    def __getitem__(self, index: int) -> Letter: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Letter]: ...

    def __getitem__(self, index: int | slice) -> Letter | Sequence[Letter]:
        if self._found is None:
            self._found = self._spread()
        return self._found[index]

    def _spread(self) -> list[Letter]:
        (x0, x1), widths = self._ends, [self._widths[letter] for letter in self._text]
        scale = (x1 - x0) / (sum(widths) or 1.0)
        edges = pairwise(accumulate([scale * width for width in widths], initial=x0))
        return [(letter, left, right) for letter, (left, right) in zip(self._text, edges, strict=True)]
