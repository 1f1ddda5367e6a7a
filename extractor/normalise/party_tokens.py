"""A line of a responsible cell as words and separators.

What stands in brackets is one token, «v/» belongs to the word after it, and a slash between figures or
single letters («H/O») or in «og/eller» is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Kind = Literal["word", "bracket", "and", "comma", "slash", "dash"]

_TOKEN = re.compile(
    r"\([^()]*\)|(?<!\w)[vVm]/\.?|(?<!\w)(?:og/eller|a/s|A/S|c/o|i/a)(?!\w)|[A-ZÆØÅ](?:/[A-ZÆØÅ])+(?![\wÆØÅ])|\d+/\d+|,|/|(?:(?<!\w)[vV]\.\s)?[^\s,/()]+|[()]"
)
_AND = {"og", "samt", "eller", "og/eller", "&"}
_DASHES = "-–—‐‑−"


@dataclass(frozen=True, slots=True)
class Token:
    """A word or separator; `start` and `end` are offsets into its line, end exclusive."""

    text: str
    start: int
    end: int
    kind: Kind

    @property
    def is_word(self) -> bool:
        """Whether it is part of a name and no separator."""
        return self.kind in ("word", "bracket")


def tokenise(line: str) -> list[Token]:
    """Return the words and separators of a line."""
    found = [(match.group(), match.start()) for match in _TOKEN.finditer(line)]
    return [Token(text, start, start + len(text), _kind(text)) for text, start in found]


def _kind(text: str) -> Kind:
    if text == ",":
        return "comma"
    if text == "/":
        return "slash"
    if text.casefold() in _AND:
        return "and"
    if text[0] == "(" and len(text) > 1:
        return "bracket"
    return "dash" if text.strip(_DASHES) == "" else "word"
