"""Lists whose items end in who and when.

    Åpen kafé på biblioteket (kulturkontoret, hver uke)      a bracket
    Merkje turstigar – idrettslaget og grunneigarane – 2026  two dashes, the time behind the second
    Språkkafé på biblioteket – biblioteksjef, kvar veke      one dash, the time behind a comma
    Kjøpe aggregat til sykehjemmet. Helse, 2025.             a sentence of nothing else, or two («Årlig. Rektor.»)

One bracket, dash or sentence may hold anything. When most items of a list end in the same way, and name a time there,
that is where this list says who does it and when. Lines with dashes need no bullets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain

from extractor.document import Table, Text
from extractor.interpret.times import is_time
from extractor.interpret.wording import any_word, fold
from extractor.lexicon import load_toml, words
from extractor.structure.numbering import read_numbering
from extractor.structure.outline import Paragraph

LEAST_ITEMS = 2
MOST_WORDS = 8  # of parties between dashes: what is longer explains the item
PART = r"(?:(?!\s[-–—]\s).)"
DASHED = re.compile(
    rf"\s[-–—]\s(?P<inside>(?P<who>{PART}{{3,90}})\s[-–—]\s(?P<when>{PART}{{2,60}}?))[.;]?\s*$"
)
LISTED = re.compile(rf"\s[-–—]\s(?P<inside>(?P<who>{PART}{{3,90}}?),\s(?P<when>[^,]{{2,40}}?))[.;]?\s*$")
BRACKET = re.compile(r"\s\((?P<inside>[^()]{3,120})\)[.;]?\s*$")
SENTENCE = re.compile(
    r"(?<=[^\d][.!])\s(?P<inside>(?P<who>[A-ZÆØÅ][^.,:]{1,60}),\s(?P<when>(?:[^.]|\.(?=\s?\w)){2,40}))\.?\s*$"
)
TURNED = re.compile(
    r"(?<=[^\d][.!])\s(?P<inside>(?P<when>(?:[^.]|\.(?=\s?[\da-zæøå])){2,40})\.\s(?P<who>[A-ZÆØÅ][^.,:]{1,60}))\.?\s*$"
)
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
    lists = list(_lists(blocks, dashed=True))
    for items in [*lists, list(chain.from_iterable(lists))]:  # each, or all of them taken together
        dashed = [item for item in items if _dashed(item.text.value)]
        if len(dashed) >= LEAST_ITEMS and len(dashed) * 3 >= len(items) * 2:
            found |= set(map(id, dashed))
    return found


def split_bracket(text: Text) -> tuple[Text, str]:
    """Return an item without its bracket or dashes, and what these say of who and when."""
    match = BRACKET.search(text.value) or _dashed(text.value)
    return (text.slice(0, match.start()), match["inside"]) if match else (text, "")


def tells_time(bracket: str) -> bool:
    """Whether words or figures in a bracket tell a time."""
    return bool(DATED.search(bracket) or _time_words().search(fold(bracket)))


def _inside(value: str) -> str:
    match = BRACKET.search(value)
    return match["inside"] if match else ""


def _dashed(value: str) -> re.Match[str] | None:
    """Read «… – who – when» or «…. Who, when.»; what tells of the item names nobody («– eit tilbod for alle –»)."""
    match = DASHED.search(value) or LISTED.search(value) or SENTENCE.search(value) or TURNED.search(value)
    if match is None or not is_time(match["when"]):
        return None
    names = fold(match["who"]).split()
    explains = len(names) > MOST_WORDS or names[0] in _explains() or _no_party().search(" ".join(names))
    return None if explains else match


@cache
def _explains() -> tuple[str, ...]:
    return words(load_toml("told.toml"), "explains", file="told.toml")


@cache
def _no_party() -> re.Pattern[str]:
    return any_word(
        [*words(load_toml("told.toml"), "nobody", file="told.toml"), "en", "et", "ei", "ein", "eit"]
    )


def _lists(blocks: Sequence[Paragraph | Table], *, dashed: bool = False) -> Iterator[list[Paragraph]]:
    """Yield the items that stand in a row; with `dashed` numbered tiltak and lines with dashes are items too."""
    items: list[Paragraph] = []
    for block in [*blocks, None]:
        if isinstance(block, Paragraph) and (block.is_item or (dashed and _may_be_item(block))):
            items.append(block)
        elif items:
            yield items
            items = []


def _may_be_item(paragraph: Paragraph) -> bool:
    return read_numbering(paragraph.text).label_kind == "tiltak" or bool(_dashed(paragraph.text.value))


@cache
def _time_words() -> re.Pattern[str]:
    return any_word(words(load_toml("goals.toml"), "bracket_times", file="goals.toml"))
