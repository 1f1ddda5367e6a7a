"""Lists whose items end in who and when: «Åpen kafé på biblioteket (kulturkontoret, hver uke)».

One bracket may hold anything. When most items of a list end in one, and most of those brackets name a time, the
bracket is where this list says who does it and when.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from extractor.document import Table, Text
from extractor.interpret.wording import any_word, fold
from extractor.lexicon import load_toml, words
from extractor.structure.outline import Paragraph

LEAST_ITEMS = 2
BRACKET = re.compile(r"\s\((?P<inside>[^()]{3,120})\)[.;]?\s*$")
DATED = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}\.\s?\d{1,2}\.")


def bracketed_items(blocks: Sequence[Paragraph | Table]) -> set[int]:
    """Return the id() of each item of a list that says in brackets who does it and when."""
    found: set[int] = set()
    for items in _lists(blocks):
        brackets = [inside for item in items if (inside := _inside(item.text.value))]
        timed = [inside for inside in brackets if tells_time(inside)]
        most = len(brackets) * 3 >= len(items) * 2 and len(timed) * 2 >= len(brackets)
        if len(brackets) >= LEAST_ITEMS and most:
            found |= {id(item) for item in items if _inside(item.text.value)}
    return found


def split_bracket(text: Text) -> tuple[Text, str]:
    """Return an item without its bracket, and what the bracket says."""
    match = BRACKET.search(text.value)
    return (text.slice(0, match.start()), match["inside"]) if match else (text, "")


def tells_time(bracket: str) -> bool:
    """Whether words or figures in a bracket tell a time."""
    return bool(DATED.search(bracket) or _time_words().search(fold(bracket)))


def _inside(value: str) -> str:
    match = BRACKET.search(value)
    return match["inside"] if match else ""


def _lists(blocks: Sequence[Paragraph | Table]) -> Iterator[list[Paragraph]]:
    items: list[Paragraph] = []
    for block in [*blocks, None]:
        if isinstance(block, Paragraph) and block.is_item:
            items.append(block)
        elif items:
            yield items
            items = []


@cache
def _time_words() -> re.Pattern[str]:
    return any_word(words(load_toml("goals.toml"), "bracket_times", file="goals.toml"))
