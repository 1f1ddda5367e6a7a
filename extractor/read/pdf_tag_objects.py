"""To which element of the structure tree a word belongs: the one with a text object that it stands in."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import chain, pairwise
from typing import Generic, NamedTuple, TypeVar

from extractor.document import Box
from extractor.read.pdf_tokens import Token, cut_token

REACH = 0.5  # points that a letter may stick out of its text object's box

Element = TypeVar("Element")


class _Object(NamedTuple, Generic[Element]):
    """A text object: the middle of its height, its ends, and the element that it stands in."""

    middle: float
    x0: float
    x1: float
    element: Element


class Objects(Generic[Element]):
    """The text objects of a page that the tree names."""

    def __init__(self, named: Iterable[tuple[Box, Element]]) -> None:
        found = [_Object((box.top + box.bottom) / 2, box.x0, box.x1, element) for box, element in named]
        self._objects = sorted(found, key=lambda one: one.middle)
        self._middles = [one.middle for one in self._objects]

    def of(self, token: Token) -> Element | None:
        """Return the element that the middle of a word stands in; where letters stand apart, that of one of them."""
        middles = chain([(token.x0 + token.x1) / 2], ((x0 + x1) / 2 for _, x0, x1 in token.glyphs))
        return next((found.element for x in middles if (found := self._at(token, x))), None)

    def parts(self, token: Token) -> list[Token]:
        """Return a word cut where one element ends and another begins."""
        whole = self._at(token, (token.x0 + token.x1) / 2)
        if whole and whole.x0 - REACH <= token.x0 and token.x1 <= whole.x1 + REACH:
            return [token]
        found = [self._at(token, (x0 + x1) / 2) for _, x0, x1 in token.glyphs]
        elements = [one and one.element for one in found]
        cuts = [at for at in range(1, len(elements)) if elements[at] is not elements[at - 1]]
        if not cuts or None in elements:
            return [token]
        return [cut_token(token, start, end) for start, end in pairwise([0, *cuts, len(elements)])]

    def _at(self, token: Token, x: float) -> _Object[Element] | None:
        """Return the text object at a point of a word's line."""
        bottom, middles = token.bottom, self._middles
        for index in range(bisect_left(middles, token.top), len(middles)):
            if middles[index] > bottom:
                break
            one = self._objects[index]
            if one.x0 - REACH <= x <= one.x1 + REACH:
                return one
        return None
