"""Whether a number in front of a line goes on with the numbering of the headings, or belongs to a list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import islice

from extractor.document import Table
from extractor.structure.markers import ordinals
from extractor.structure.numbering import Numbering, read_numbering
from extractor.structure.outline import Block, Paragraph
from extractor.structure.title_forms import FINITE_VERB, reads_like_title

LETTERED_TITLE_WORDS = 8
IN_PART = re.compile(r"(?P<letter>[A-H])(?P<chapter>\d{1,2})\.?\s+(?=[A-ZÆØÅ«])")
Numbers = frozenset[tuple[int, ...]]


@dataclass(slots=True)
class Counted:
    """The numbering so far: what the next number is compared with."""

    last: Numbering | None = None  # decimal, of a chapter or a part
    last_plain: Numbering | None = None  # decimal, of a chapter
    last_lettered: Numbering | None = None  # «B», «II», «B.2», «2.1»
    last_roman: Numbering | None = None  # «II», whatever letters stood below it
    any_heading: bool = False
    headings: dict[tuple[int, ...], int] = field(default_factory=dict)  # number → index of the last heading
    items: dict[tuple[int, ...], int] = field(default_factory=dict)  # … and of the last line that is none

    def add_heading(self, index: int, numbering: Numbering) -> None:
        """Count a heading, the block of that index."""
        self.any_heading = True
        parts = numbering.parts
        if parts:
            self.headings[parts] = index
            self.last = numbering if numbering.label_kind in {None, "part"} else self.last
            self.last_plain = numbering if numbering.label_kind is None else self.last_plain
        if numbering.number and (not parts or "." in numbering.number):
            self.last_lettered = numbering
        if is_roman(numbering):
            self.last_roman = numbering

    def add_line(self, index: int, numbering: Numbering) -> None:
        """Count a line that is no heading, the block of that index."""
        if numbering.parts:
            self.items[numbering.parts] = index


def titled_numbers(blocks: list[Block]) -> tuple[Numbers, dict[tuple[int, ...], int]]:
    """Return the decimal numbers in front of what reads like a title, and where each stands last.

    The places are indices of `blocks`; they know labelled numbers («Kapittel 2») too.
    """
    plain, last = set(), {}
    for index, block in enumerate(blocks):
        if isinstance(block, Paragraph) and reads_like_title(block):
            numbering = read_numbering(block.whole)
            if numbering.parts:
                last[numbering.parts] = index
                if not numbering.label:
                    plain.add(numbering.parts)
    return frozenset(plain), last


def is_numbered_title(paragraph: Paragraph, numbering: Numbering, *, plain: bool) -> bool:
    """A number in front of a title; a whole-number chapter may have a sentence behind it («1.0 Planen er …»).

    So may a chapter in bold that is named for a goal («4.1 Delmål 1: Alle skal ha bustad.»).

    `plain` says that the document has no type to tell titles by.
    """
    if reads_like_title(paragraph):
        title = paragraph.whole.value[numbering.title_start :]
        verb = FINITE_VERB.search(title) and len(title.split()) > 8
        return (not verb and not title.endswith(":")) or paragraph.bold
    inner = read_numbering(paragraph.whole.slice(numbering.title_start))
    if paragraph.bold and inner.label_kind in {"goal", "sub_goal"}:
        return True
    number = numbering.number or ""
    return number.endswith(".0") and number.count(".") == 1 and plain


def goes_on(numbering: Numbering, counted: Counted, numbers: Numbers) -> bool:
    """Whether a decimal number is the next one: a first child, a sibling, or the next of an ancestor.

    «Kap. 2» is followed by «2.1», and by what follows the last chapter. The first heading may have any number that
    the document goes on from.
    """
    parts = numbering.parts or ()
    if counted.last is None:
        return parts in {(1,), (0,), (1, 1)} or (
            len(parts) == 1 and {(parts[0] + 1,), (parts[0], 1)} <= numbers
        )
    return any(one and _is_next(parts, one.parts or ()) for one in (counted.last, counted.last_plain))


def _is_next(parts: tuple[int, ...], previous: tuple[int, ...]) -> bool:
    depth = len(parts)
    if depth > len(previous):
        return (parts[:-1] == previous and parts[-1] in {0, 1}) or parts == (*previous, 1, 1)
    step = parts[depth - 1] - previous[depth - 1]
    return parts[: depth - 1] == previous[: depth - 1] and 1 <= step <= 2


def is_list(index: int, blocks: list[Block], numbering: Numbering) -> bool:
    """Whether the next numbered line follows at once, with nothing to belong to this one: a list."""
    mine = numbering.parts or ()
    for step in (1, -1):
        neighbour = blocks[index + step] if 0 <= index + step < len(blocks) else None
        if neighbour is None or isinstance(neighbour, Table) or neighbour.hint is not None:
            continue
        other = read_numbering(neighbour.whole)
        theirs = other.parts or ()
        same_rank = len(mine) == len(theirs) and mine[:-1] == theirs[:-1] and not other.label
        if same_rank and theirs[-1] == mine[-1] + step:
            return True
    return False


def runs_on(
    index: int, numbering: Numbering, counted: Counted, last_titles: dict[tuple[int, ...], int]
) -> bool:
    """Whether a whole number goes on with a list of the text above, while the chapter of that number is to come.

    A plan may number its tiltak through all chapters: «5.» below 4.2 goes on with «4.» below 4.1 or 4.2.
    `last_titles` tells where each number stands last in front of a title.
    """
    mine = numbering.parts or ()
    if len(mine) != 1 or mine == (1,):
        return False
    before = (mine[0] - 1,)
    is_item = counted.items.get(before, -1) >= counted.headings.get(before, 0)
    return is_item and last_titles.get(mine, -1) > index


def is_lettered(index: int, blocks: list[Block], counted: Counted) -> bool:
    """«A. Ungdom», «II. Mål»: capitals and roman numerals that go on, with text between them."""
    paragraph = blocks[index]
    if not isinstance(paragraph, Paragraph) or not reads_like_title(paragraph):
        return False
    if len(paragraph.whole.value.split()) > LETTERED_TITLE_WORDS:
        return False
    own = read_numbering(paragraph.whole)
    mine = ordinals(own.number or "")
    following = blocks[index + 1] if index + 1 < len(blocks) else None
    if isinstance(following, Paragraph):
        other = read_numbering(following.whole).number
        if other and not other[0].isdigit() and "." not in other and _follows(ordinals(other), mine):
            return False
    if not counted.any_heading:
        return 1 in mine and _has_successor(islice(blocks, index + 1, None), mine)
    before = [counted.last_lettered, counted.last_roman if is_roman(own) else None]
    return 1 in mine or any(last is not None and _follows(mine, _own_ordinals(last)) for last in before)


def numbered_in_part(index: int, blocks: list[Block], before: Sequence[Numbering]) -> Numbering | None:
    """Read «A1 Bakgrunn» below «Del A»: the chapters of a part carry its letter. Elsewhere «T1» numbers tiltak.

    Args:
        index: of the line.
        blocks: of the document.
        before: the numbers of the headings so far.
    """
    paragraph = blocks[index]
    found = IN_PART.match(paragraph.whole.value) if isinstance(paragraph, Paragraph) else None
    if found is None or not isinstance(paragraph, Paragraph) or not reads_like_title(paragraph):
        return None
    part = next((one.number for one in reversed(before) if one.label_kind == "part"), None)
    own = (
        one for one in reversed(before) if (one.number or "").startswith(found["letter"]) and not one.label
    )
    last = next(own, None)
    follows = 1 + (int(last.number[1:]) if last and last.number and last.number[1:].isdigit() else 0)
    following = blocks[index + 1] if index + 1 < len(blocks) else None
    in_list = isinstance(following, Paragraph) and IN_PART.match(following.whole.value)
    if part != found["letter"] or int(found["chapter"]) != follows or in_list:
        return None
    return Numbering(found["letter"] + found["chapter"], None, None, found.end())


def is_roman(numbering: Numbering) -> bool:
    """Whether a number without label is roman: «II», «IV», also «I» and «V», which may be letters."""
    number = numbering.number or ""
    return numbering.label is None and bool(number) and set(number) <= set("IVX")


def _own_ordinals(numbering: Numbering) -> set[int]:
    """«B.2» stands in the chapter with the letter B."""
    return ordinals((numbering.number or "").split(".")[0])


def _has_successor(blocks: Iterable[Block], mine: set[int]) -> bool:
    """Whether a later title carries the next letter: the first of a row of chapters, and not an initial."""
    for block in blocks:
        if isinstance(block, Paragraph) and reads_like_title(block):
            number = read_numbering(block.whole).number or ""
            if number.isupper() and "." not in number and _follows(ordinals(number), mine):
                return True
    return False


def _follows(later: set[int], earlier: set[int]) -> bool:
    return any(place - 1 in earlier for place in later)
