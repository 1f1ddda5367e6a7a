"""Whether a number in front of a line goes on with the numbering of the headings, or belongs to a list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from extractor.document import Table, Text
from extractor.structure.markers import ordinals
from extractor.structure.numbering import Numbering, read_numbering
from extractor.structure.outline import Block, Paragraph
from extractor.structure.title_forms import FINITE_VERB, reads_like_title

LETTERED_TITLE_WORDS = 8
Numbers = frozenset[tuple[int, ...]]


class HasIndex(Protocol):
    """A heading as far as its place and number go."""

    index: int
    numbering: Numbering


def titled_numbers(paragraphs: list[Paragraph]) -> Numbers:
    """Return the decimal numbers that stand in front of something that reads like a title."""
    found = (read_numbering(paragraph.whole) for paragraph in paragraphs if reads_like_title(paragraph))
    return frozenset(numbering.parts for numbering in found if numbering.parts and not numbering.label)


def is_numbered_title(paragraph: Paragraph, numbering: Numbering, *, plain: bool) -> bool:
    """A number in front of a title; a whole-number chapter may have a sentence behind it («1.0 Planen er …»).

    `plain` says that the document has no type to tell titles by.
    """
    if reads_like_title(paragraph):
        title = paragraph.whole.value[numbering.title_start :]
        verb = FINITE_VERB.search(title) and len(title.split()) > 8
        return (not verb and not title.endswith(":")) or paragraph.bold
    number = numbering.number or ""
    return number.endswith(".0") and number.count(".") == 1 and plain


def goes_on(numbering: Numbering, earlier: list[Numbering], numbers: Numbers) -> bool:
    """Whether a decimal number is the next one: a first child, a sibling, or the next of an ancestor.

    `earlier` are the headings so far; «Kap. 2» is followed by «2.1». The first heading may have any number that the
    document goes on from.
    """
    parts = numbering.parts or ()
    numbered = [one for one in earlier if one.parts and one.label_kind in {None, "part"}]
    if not numbered:
        return parts in {(1,), (0,), (1, 1)} or (
            len(parts) == 1 and {(parts[0] + 1,), (parts[0], 1)} <= numbers
        )
    return any(_is_next(parts, one.parts or ()) for one in _last_of_each_kind(numbered))


def _last_of_each_kind(numbered: list[Numbering]) -> list[Numbering]:
    """Return the last plain number and, when it came later, the last numbered part."""
    last = numbered[-1]
    plain = next((one for one in reversed(numbered) if one.label_kind is None), None)
    return [last] if plain is None or plain is last else [last, plain]


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


def runs_on(index: int, blocks: list[Block], found: Sequence[HasIndex]) -> bool:
    """Whether a whole number goes on with a list of the text above, while the chapter of that number is to come.

    A plan may number its tiltak through all chapters: «5.» below 4.2 goes on with «4.» below 4.1 or 4.2.
    """
    mine = read_numbering(_whole(blocks[index])).parts or ()
    if len(mine) != 1 or mine == (1,):
        return False
    heads = {heading.index for heading in found}
    chapter = max(
        (heading.index for heading in found if heading.numbering.parts == (mine[0] - 1,)), default=0
    )
    items = {
        read_numbering(_whole(block)).parts
        for place, block in enumerate(blocks[chapter:index], chapter)
        if place not in heads
    }
    later = (
        block for block in blocks[index + 1 :] if isinstance(block, Paragraph) and reads_like_title(block)
    )
    return (mine[0] - 1,) in items and any(read_numbering(block.whole).parts == mine for block in later)


def _whole(block: Block) -> Text:
    return block.whole if isinstance(block, Paragraph) else Text("", [], [])


def is_lettered(index: int, blocks: list[Block], earlier: list[Numbering]) -> bool:
    """«A. Ungdom», «II. Mål»: capitals and roman numerals that go on, with text between them."""
    paragraph = blocks[index]
    if not isinstance(paragraph, Paragraph) or not reads_like_title(paragraph):
        return False
    if len(paragraph.whole.value.split()) > LETTERED_TITLE_WORDS:
        return False
    mine = ordinals(read_numbering(paragraph.whole).number or "")
    following = blocks[index + 1] if index + 1 < len(blocks) else None
    if isinstance(following, Paragraph):
        other = read_numbering(following.whole).number
        if other and not other[0].isdigit() and "." not in other and _follows(ordinals(other), mine):
            return False
    if not earlier:
        return 1 in mine and _has_successor(blocks[index + 1 :], mine)
    last = next(
        (one for one in reversed(earlier) if one.number and (not one.parts or "." in one.number)), None
    )
    return 1 in mine or (last is not None and _follows(mine, _own_ordinals(last)))


def _own_ordinals(numbering: Numbering) -> set[int]:
    """«B.2» stands in the chapter with the letter B."""
    return ordinals((numbering.number or "").split(".")[0])


def _has_successor(blocks: list[Block], mine: set[int]) -> bool:
    """Whether a later title carries the next letter: the first of a row of chapters, and not an initial."""
    for block in blocks:
        if isinstance(block, Paragraph) and reads_like_title(block):
            number = read_numbering(block.whole).number or ""
            if number.isupper() and "." not in number and _follows(ordinals(number), mine):
                return True
    return False


def _follows(later: set[int], earlier: set[int]) -> bool:
    return any(place - 1 in earlier for place in later)
