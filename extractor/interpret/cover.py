"""The lines that open a document: its cover, and what the running headers repeat of it.

The cover ends where the document itself begins: at the table of contents, at the first numbered chapter, or at the
first heading that says what its section is for. Large type makes headings of cover lines, so those are taken in too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extractor.document import Table, Text
from extractor.interpret.roles import section_role
from extractor.interpret.wording import any_word, either, fold
from extractor.lexicon import load_toml, words
from extractor.structure.outline import Outline, Paragraph, Section

LONGEST_LINE = 150  # characters: what is longer is running text
MOST_LINES = 60  # lines: where no heading was found, everything would be cover
FILE = "kinds.toml"


@dataclass(slots=True, frozen=True)
class CoverLine:
    """A line of the cover. `size` is in points, None for text input and for headings."""

    text: Text
    size: float | None = None
    bold: bool = False
    gap: float = 0.0  # white space above, in line heights or empty lines
    heading: bool = False  # the outline made it the title of a section

    @property
    def page(self) -> int | None:
        """Page number from 1; None for text input."""
        return self.text.words[0].leaf.page if self.text.words else None


def cover_lines(outline: Outline) -> list[CoverLine]:
    """Return the lines of the cover in reading order, cells of tables too."""
    lines = [line for line in _opening(outline) if 0 < len(line.text.value) <= LONGEST_LINE]
    return lines[:MOST_LINES]


def running_lines(outline: Outline) -> list[Text]:
    """Return running headers and footers without their page numbers."""
    return [_without_page(text) for text in outline.furniture]


def names_a_plan(text: str) -> bool:
    """Whether `text` holds a word for a plan («Handlingsplan for …», «Folkehelsestrategi»)."""
    return bool(_plan_words().search(fold(text)))


def _opening(outline: Outline) -> Iterator[CoverLine]:
    for block in outline.front:
        yield from _block_lines(block)
    for section in outline.sections:
        if _begins_the_document(section):
            return
        if section.heading or section.title:
            yield CoverLine(section.heading or section.title, bold=True, gap=1.0, heading=True)
        for block in section.blocks:
            if isinstance(block, Paragraph) and len(block.whole.value) > LONGEST_LINE:
                return
            yield from _block_lines(block)


def _block_lines(block: Paragraph | Table) -> Iterator[CoverLine]:
    if isinstance(block, Paragraph):
        yield CoverLine(block.whole, block.size, block.bold, block.gap)
        return
    for row in block.rows:
        yield from (CoverLine(line.text) for cell in row for line in cell.lines)


def _begins_the_document(section: Section) -> bool:
    title = fold(section.title.value).strip(" :.")
    if section.number or title in words(
        load_toml("headings.toml")["headings"], "contents", file="headings.toml"
    ):
        return True
    return bool(section.blocks) and section_role(section) != "other"


def _without_page(text: Text) -> Text:
    page = re.search(r"\s+(?:(?:side|s\.)\s*)?\d{1,3}(?:\s*(?:av|/|of)\s*\d{1,3})?\s*$", fold(text.value))
    return text.slice(0, page.start()) if page and page.start() else text


@cache
def _plan_words() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)[\w-]*{either(words(load_toml(FILE)['plan'], 'words', file=FILE))}(?!\w)")


@cache
def cover_pattern(key: str) -> re.Pattern[str]:
    """Return a pattern for the words of `plan.<key>`: status, joins."""
    return any_word(words(load_toml(FILE)["plan"], key, file=FILE))
