"""The table of contents: found, set aside, and used to confirm headings.

It is a run of lines that end in leaders and a page number, or, below a heading such as «Innhold», in a page
number alone, or, where there are no page numbers, of lines that each come back further on. Its entries say which
lines further on are headings; they are not content themselves.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extractor.document import Block, Line
from extractor.lexicon import load_toml, words
from extractor.structure.markers import find_marker

LEADERS = re.compile(r"\s*(?:(?:\.\s?){3,}|…+|_{3,}|(?:·\s?){3,})[.\s…]*")
PAGE_NUMBER = re.compile(r"(?<![\s.…_·-])[\s.…_·-]++(?:s(?:ide)?\.?\s*)?(?P<page>\d{1,3})\s*$")
PAGE_COLUMN = re.compile(r"\s+(?:side|s\.)$")  # the title of the page numbers
LEAST_ENTRIES = 4  # a run of leader lines this long is a table of contents without its heading
LEAST_BARE = 2  # entries without page numbers below their heading
ODD_LINES = 4  # entries may be broken over lines: this many lines in a row may lack their page number
CLOSE = 0.4  # line heights: the lines of an entry stand closer than this
SHORT_PART = 40  # characters: a line of a broken entry in a narrow column


@dataclass(slots=True, frozen=True)
class Contents:
    """The entries of the table of contents, folded for comparison."""

    lines: tuple[Line, ...]
    titles: frozenset[str]

    def confirms(self, title: str) -> bool:
        """Whether a line of this wording is listed."""
        return fold_title(title) in self.titles


def fold_title(title: str) -> str:
    """Return a title for comparison: without number, punctuation, spaces and case."""
    marker = find_marker(title)
    if marker and marker.number:
        title = title[marker.length :]
    return re.sub(r"[\W_]+", "", title.casefold())


def find_contents(blocks: list[Block]) -> Contents:
    """Return the table of contents among the first blocks of a document."""
    lines: list[Line] = []
    run: list[Line] = []
    heading: Line | None = None
    odd = 0
    for block in [*blocks, None]:
        entry = isinstance(block, Line) and _is_entry(block, below_heading=heading is not None)
        if isinstance(block, Line) and block.furniture:
            continue
        if entry and isinstance(block, Line):
            run.append(block)
            odd = 0
        elif run and isinstance(block, Line) and odd < ODD_LINES and _may_be_broken(run[-1], block):
            run.append(block)
            odd += 1
        else:
            run = run[: len(run) - odd] if odd and run[-1].size is None else run
            if len(run) >= LEAST_ENTRIES or (heading and len(run) >= 2):
                lines += [heading, *run] if heading else run
            heading = block if isinstance(block, Line) and _is_contents_heading(block) else None
            run, odd = [], 0
    lines = lines or _bare_contents([block for block in blocks if isinstance(block, Line)])
    return Contents(tuple(lines), frozenset(_titles(lines)))


def _bare_contents(lines: list[Line]) -> list[Line]:
    """Return the heading and the entries of a table of contents without page numbers: each entry comes back."""
    start = next((index for index, line in enumerate(lines) if _is_contents_heading(line)), None)
    if start is None:
        return []
    folded = [fold_title(line.text.value) for line in lines]
    last = {title: index for index, title in enumerate(folded)}
    listed = set(folded[start : start + 1])
    end = start + 1
    while end < len(lines) and last[folded[end]] > end and folded[end] not in listed:
        listed.add(folded[end])
        end += 1
    return lines[start:end] if end - start > LEAST_BARE else []


def _is_contents_heading(line: Line) -> bool:
    title = line.text.value.strip(" :").casefold()
    return title.startswith(_contents_titles()) and PAGE_COLUMN.sub("", title) in _contents_titles()


@cache
def _contents_titles() -> tuple[str, ...]:
    return words(load_toml("headings.toml")["headings"], "contents", file="headings.toml")


def _is_entry(line: Line, *, below_heading: bool) -> bool:
    value = line.text.value
    if not PAGE_NUMBER.search(value):
        return bool(below_heading and LEADERS.search(value))
    return bool(LEADERS.search(value)) or (below_heading and len(value) < 130 and not value.endswith("."))


def _may_be_broken(last: Line, line: Line) -> bool:
    """A part of an entry that fills several lines, in the type of the line before it."""
    value = line.text.value
    if value.endswith((".", ":", "!", "?")):
        return False
    same = last.page == line.page and last.size == line.size
    narrow = line.size is not None and same and line.gap < CLOSE and len(value) < SHORT_PART
    return narrow or (line.full and len(value) > SHORT_PART)


def _titles(lines: list[Line]) -> list[str]:
    """Fold the entries; an entry without page number is joined with the line below it."""
    titles, pending = [], ""
    for line in lines:
        value = LEADERS.split(line.text.value)[0]
        complete = PAGE_NUMBER.search(line.text.value)
        if complete and value == line.text.value:
            value = value[: complete.start()]
        titles.append(fold_title(value))
        if pending:
            titles.append(fold_title(pending + " " + value))
        pending = "" if complete else value
    return [title for title in titles if title]
