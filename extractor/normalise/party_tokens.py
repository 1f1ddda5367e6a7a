"""A responsible cell as words and separators.

Hard separators (line, «;», «|», bullets) always part two parties and are dealt with here. What stands in brackets
is one token, «v/» belongs to the word after it, and a slash between figures or in «og/eller» is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Kind = Literal["word", "bracket", "and", "comma", "slash", "dash"]

_TOKEN = re.compile(
    r"\([^()]*\)|(?<!\w)[vVm]/\.?|(?<!\w)(?:og/eller|a/s|A/S|c/o|i/a)(?!\w)|\d+/\d+|,|/|(?:(?<!\w)[vV]\.\s)?[^\s,/()]+|[()]"
)
_AND = {"og", "samt", "eller", "og/eller"}
_HARD = re.compile(
    r"[;|•·▪●◦‣∙➢✓□■]|(?<=\s)\+(?=\s)|(?<=[^\W\d_])\+(?=\s?[^\W\d_])|(?<=\s)[o*](?=\s[A-ZÆØÅ])"
)
_BULLET = re.compile(
    r"(?:[-–—‐‑−*•·▪●◦‣∙>➢✓]+\s*|\(?\d{1,2}[.)]\s+(?=[A-ZÆØÅ])|[a-zA-Z]\)\s+|o\s+(?=[A-ZÆØÅ]))+"
)
_LABEL = re.compile(
    r"(?<!\w)(?:[^\W\d_]{0,12}ansvar(?:lig|leg|lige|lege)?|ansv\.?)(?: for gjennomføring)?\s?:\s*",
    re.IGNORECASE,
)
_DANGLING = re.compile(
    r"(?:^|\s)(?:og|samt|for|i|ved|av|til|på|med|v/)$|^(?:Seksjon|Avdeling|Enhet|Eining|Etat|Sektor)$"
)
_CONTINUES = re.compile(r"(?:og|samt|for|med|ved|av|til|på|i|v/)(?:\s|(?<=/))")
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


def cell_lines(text: str) -> list[str]:
    """Return the lines of a cell with single spaces, without bullets and labels; a cut-off phrase is mended."""
    lines: list[list[str]] = []
    open_brackets = 0
    for written in text.split("\n"):
        line = " ".join(written.split())
        if not line:
            continue
        if lines and not _BULLET.match(line) and (open_brackets > 0 or _goes_on(lines[-1][-1], line)):
            lines[-1].append(line)
        else:
            open_brackets = 0
            lines.append([line])
        open_brackets += line.count("(") - line.count(")")
    return [part for line in lines for part in _parts(" ".join(line))]


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


def _goes_on(before: str, line: str) -> bool:
    return _DANGLING.search(before) is not None or (_CONTINUES.match(line) is not None)


def _parts(line: str) -> list[str]:
    parts = [
        _BULLET.sub("", part.strip(), count=1) if _BULLET.match(part.strip()) else part
        for part in _HARD.split(line)
    ]
    return [label_free for part in parts for label_free in _LABEL.split(part) if label_free.strip()]
