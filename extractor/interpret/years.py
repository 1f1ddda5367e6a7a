"""Reads a span of years: «2013-2015», «2009 : 2013», «2013–15», «fra 2021 til 2033»."""

from __future__ import annotations

import re
from typing import NamedTuple

from extractor.interpret.wording import fold

LONGEST_SPAN = 30  # years: a climate plan looks as far ahead, statistics and histories look further back

_SPAN = re.compile(
    r"(?<![\d./-])(?P<first>(?:19|20)\d\d)\s*(?:[-:]|til(?:\s+og\s+med)?|t\.?o\.?m\.?|/(?=\s*\d{4}))\s*"
    r"(?P<last>(?:19|20)\d\d|\d\d)(?![\d/]|\.\d|-\d)"
)


class Span(NamedTuple):
    """Years, both inclusive, and where they are written, end exclusive."""

    first: int
    last: int
    start: int
    end: int


def find_spans(text: str) -> list[Span]:
    """Return the spans of years in `text` from left to right."""
    spans = (_span(match) for match in _SPAN.finditer(fold(text)))
    return [span for span in spans if span.first <= span.last <= span.first + LONGEST_SPAN]


def _span(match: re.Match[str]) -> Span:
    first, last = int(match["first"]), int(match["last"])
    if last < 100:
        last += first // 100 * 100
    return Span(first, last, match.start(), match.end())
