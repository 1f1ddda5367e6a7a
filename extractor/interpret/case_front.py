"""The opening of a case document, and the title that it gives the case.

It runs down to the first part of the paper («Forslag til vedtak», «Vedlegg», «Saksopplysninger»): what stands below
names other cases and the plan itself in passing. In the opening the case is named, the most trusted first, by

1. the line with its number («Driftskomiteen 07.10.09 sak 22/09 - Status for …», «SAK 9/21 RULLERING AV …»),
2. what stands behind «Saken gjelder:» or «Tittel:»,
3. a line that names a plan, headings before plain lines, larger type before smaller; else any heading.

The rows of the table of meetings, labels and the name of the paper itself («Saksframlegg») are no title.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from extractor.document import Text
from extractor.interpret.cover import CoverLine, names_a_plan
from extractor.interpret.days import find_days
from extractor.interpret.title_lines import ends_open, is_kommune, may_be_title, most_prominent
from extractor.interpret.wording import any_word, either, fold
from extractor.lexicon import load_toml, words

FILE = "kinds.toml"

_CASE = re.compile(r"\b(?:sak|ps)\s*(?:nr\.?)?\s*\d{1,5}/\d{2,4}\s*[-:.,]?\s+(?=\S*\w)")
_NUMBER_FIRST = re.compile(r"\d{1,5}/\d{2,4}\s*[-:.,]?\s+(?=[^\W\d])")
_LABEL = re.compile(r"[\w/ .-]{2,30}:")
_LETTERS = re.compile(r"[^\W\d]{3}")


def subject(title: str) -> str:
    """Return what a title is about: a case's title without body, date and case number."""
    small = fold(title)
    case = _CASE.search(small) or _NUMBER_FIRST.match(small)
    return title[case.end() :] if case else title


def case_front(lines: Sequence[CoverLine]) -> list[CoverLine]:
    """Return the lines down to the first part of the paper; all of them where nothing stands above it."""
    for index, line in enumerate(lines):
        title = fold(line.text.value).strip(" :.")
        if index and title in _parts():
            return list(lines[:index])
    return list(lines)


def case_title(lines: Sequence[CoverLine]) -> Text | None:
    """Return the title of the case that `lines` open, None when nothing reads like one."""
    front = [line for line in case_front(lines) if not _names_paper(line.text.value)]
    return _numbered(front) or _labelled(front) or _standing(front) or _labelled(lines) or _standing(lines)


def _numbered(lines: Sequence[CoverLine]) -> Text | None:
    """Return the line that names the case with its number."""
    for line in lines:
        small = fold(line.text.value)
        if _CASE.search(small):
            return line.text
        if _NUMBER_FIRST.match(small) and names_a_plan(small) and not find_days(small):
            return line.text
    return None


def _labelled(lines: Sequence[CoverLine]) -> Text | None:
    """Return what stands behind «Saken gjelder:», or on the line below it."""
    texts = [line.text for line in lines]
    for text, following in pairwise([*texts, Text("", [], [])]):
        label = _title_label().match(fold(text.value))
        if not label:
            continue
        value = text.slice(label.end()) if label.end() < len(text.value) else following
        if value and _LETTERS.search(value.value):
            return value
    return None


def _standing(lines: Sequence[CoverLine]) -> Text | None:
    """Return the line that stands out as a title, with the line that it is broken over."""
    may_be = [line for line in lines if not _is_furniture(line.text.value)]
    named = [line for line in may_be if may_be_title(line.text.value)]
    several_words = [line for line in may_be if len(line.text.value.split()) > 1]
    for group in (named, several_words):
        title = most_prominent([line for line in group if line.heading]) or most_prominent(group)
        if title:
            return _with_rest(title, lines)
    return None


def _with_rest(title: Text, lines: Sequence[CoverLine]) -> Text:
    """Add the line below a title that ends in the middle of a phrase."""
    texts = [line.text for line in lines]
    below = texts[texts.index(title) + 1 :][:1]
    broken = ends_open().search(fold(title.value)) or title.value.endswith(("-", "–", ","))
    return title + below[0] if broken and below and not _is_furniture(below[0].value) else title


def _is_furniture(line: str) -> bool:
    """Whether it is a label, a row of the table of meetings or its header, or the sender."""
    small = fold(line)
    header = sum(bool(label.search(small)) for label in _meeting_labels()) > 1
    return bool(_LABEL.match(small) or find_days(small)) or header or is_kommune(line)


def _names_paper(line: str) -> bool:
    return fold(line).strip(" :.-") in words(load_toml(FILE)["headings"], "paper", file=FILE)


@cache
def _parts() -> frozenset[str]:
    """Return the titles of the parts of a case document; the table of meetings belongs to the opening."""
    parts = words(load_toml("headings.toml")["headings"], "case", file="headings.toml")
    proposed = words(load_toml(FILE)["headings"], "proposed", file=FILE)
    opening = words(load_toml(FILE)["headings"], "paper", file=FILE)
    return frozenset({*parts, *proposed} - {*opening, "saksgang", "behandling", "handsaming"})


@cache
def _meeting_labels() -> tuple[re.Pattern[str], ...]:
    labels = load_toml(FILE)["labels"]
    return tuple(any_word(words(labels, key, file=FILE)) for key in ("body", "date", "case_number"))


@cache
def _title_label() -> re.Pattern[str]:
    labels = words(load_toml(FILE)["labels"], "title", file=FILE)
    return re.compile(rf"{either(labels)}\s*:\s*")
