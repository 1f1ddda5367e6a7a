"""The number, label and title of a heading line: «4.1 Samfunn», «Kapittel I. Innleiing», «Delmål 1.1 …»."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extractor.document import Text
from extractor.lexicon import load_toml, words
from extractor.structure.markers import LETTER, LETTERED, NUMBER, ROMAN, number_parts

LABEL_KINDS = ("part", "appendix", "goal", "sub_goal", "tiltak")


@dataclass(slots=True, frozen=True)
class Numbering:
    """What stands in front of a title."""

    number: str | None
    label: str | None  # as written
    label_kind: str | None  # part, appendix, goal, sub_goal, tiltak
    title_start: int  # index of the title in the line

    @property
    def parts(self) -> tuple[int, ...] | None:
        """The number as integers, closing zeros dropped: «3.0» is (3,)."""
        return number_parts(self.number) if self.number else None


def read_numbering(line: Text) -> Numbering:
    """Return number and label of a line; all None when it has neither."""
    value = line.value
    label = _label_pattern().match(value)
    if label:
        kind = next(kind for kind in LABEL_KINDS if label["label"].casefold() in label_words(kind))
        return Numbering(label["number"].rstrip("."), label["label"], kind, label.end())
    for pattern in (NUMBER, LETTERED, ROMAN, LETTER):
        match = pattern.match(value)
        if match:
            return Numbering(match["number"], None, None, match.end())
    return Numbering(None, None, None, 0)


@cache
def label_words(kind: str) -> frozenset[str]:
    """Return the words that number headings of a kind: part, appendix, goal, sub_goal, tiltak."""
    return frozenset(words(load_toml("headings.toml")["labels"], kind, file="headings.toml"))


@cache
def _label_pattern() -> re.Pattern[str]:
    labels = sorted({word for kind in LABEL_KINDS for word in label_words(kind)}, key=len, reverse=True)
    return re.compile(
        rf"(?P<label>(?i:{'|'.join(map(re.escape, labels))}))\s*(?i:nr\.?\s*)?"
        r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,3}|[IVX]{1,5}|[A-ZÆØÅ](?=[.:)\s]|$))"
        r"(?![\w%])\s*[.:)–—-]*\s*"
    )
