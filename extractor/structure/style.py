"""What a document's type and titles look like: what headings are told by, page after page."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise

from extractor.structure.heading_numbers import Numbers, titled_numbers
from extractor.structure.minutes import cases_taken_up
from extractor.structure.numbering import read_numbering
from extractor.structure.outline import Block, Paragraph
from extractor.structure.title_forms import (
    bare_title,
    is_case_title,
    is_plain_title,
    known_titles,
    may_open,
)
from extractor.structure.toc import Contents

LEAST_NUMBERED = 2  # headings with decimal numbers: the document numbers its chapters
LEAST_PLAIN = 3  # plain titles with a sentence below: the first of them opens the document too
LEAST_CASE_TITLES = 2  # titles of a case document: its parts are headings even with a colon


@dataclass(slots=True)
class Style:
    """What the document's type looks like."""

    body_size: float | None
    numbered: bool  # chapters carry decimal numbers
    case_like: bool  # parts of a case document stand as headings
    contents: Contents
    numbers: Numbers  # in front of titles
    last_titles: dict[tuple[int, ...], int]  # number → index of the last title that it stands in front of
    marked: bool = False  # mark-up tells the headings
    marked_numbers: bool = False  # and the chapters that it tells are numbered
    plain: bool = False  # titles are a few words between empty lines, several times
    bookmarks: dict[str, int] = field(default_factory=dict)
    tiltak_are_sentences: bool = False  # «Tiltak 1: Kurs for alle.»: no headings
    cases: frozenset[int] = frozenset()  # indices of the lines that head what a meeting took up

    @property
    def has_styles(self) -> bool:
        """Whether sizes are known; text input has none."""
        return self.body_size is not None


def read_style(blocks: list[Block], contents: Contents, bookmarks: dict[str, int]) -> Style:
    """Return what the document's body looks like."""
    paragraphs = [block for block in blocks if isinstance(block, Paragraph)]
    sizes: Counter[float] = Counter()
    for paragraph in paragraphs:
        if paragraph.size is not None:
            sizes[round(paragraph.size * 2) / 2] += len(paragraph.whole.value)
    numbers, last_titles = titled_numbers(blocks)
    confirmed = bool(contents.titles or (1, 1) in numbers)
    return Style(
        body_size=sizes.most_common(1)[0][0] if sizes else None,
        numbered=(1,) in numbers and len(numbers) >= LEAST_NUMBERED and confirmed,
        case_like=_is_case_like(paragraphs),
        contents=contents,
        numbers=numbers,
        last_titles=last_titles,
        marked=any(paragraph.hint is not None for paragraph in paragraphs),
        marked_numbers=sum(
            paragraph.hint is not None and bool(read_numbering(paragraph.whole).parts)
            for paragraph in paragraphs
        )
        >= LEAST_NUMBERED,
        plain=_has_plain_titles(blocks),
        bookmarks=bookmarks,
        tiltak_are_sentences=_are_tiltak_sentences(paragraphs),
        cases=cases_taken_up(blocks),
    )


def _are_tiltak_sentences(paragraphs: list[Paragraph]) -> bool:
    """Whether most lines that number a tiltak («Tiltak 1: …») end with a full stop, as headings do not."""
    ends = [
        paragraph.whole.value.endswith(".")
        for paragraph in paragraphs
        if read_numbering(paragraph.whole).label_kind == "tiltak"
    ]
    return 2 * sum(ends) > len(ends)


def _has_plain_titles(blocks: list[Block]) -> bool:
    """Whether a few words between empty lines stand above a sentence more often than chance has it."""
    pairs = pairwise(blocks)
    return (
        sum(isinstance(one, Paragraph) and may_open(one, two) and is_plain_title(one) for one, two in pairs)
        >= LEAST_PLAIN
    )


def _is_case_like(paragraphs: list[Paragraph]) -> bool:
    """Whether different parts of a case document stand as titles; «Samandrag» and «Vedlegg» stand in plans too."""
    parts = {bare_title(paragraph) for paragraph in paragraphs if is_case_title(paragraph)}
    shared = known_titles("top") | known_titles("chapter")
    return len(parts) >= LEAST_CASE_TITLES and bool(parts - shared)
