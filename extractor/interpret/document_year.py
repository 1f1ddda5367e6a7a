"""The year that a document without a period is from: of its title, else the latest on its cover.

It decides nothing but which numbers the kommuner had. Years of other plans and of laws are left out, and so are four
digits before a place, which are a post code («2014 Vika»).
"""

from __future__ import annotations

import re

from extractor.document import Text
from extractor.interpret.cover import cover_lines, running_lines
from extractor.interpret.wording import any_word, fold
from extractor.lexicon import load_toml, words
from extractor.structure.outline import Outline

FILE = "decisions.toml"
EARLIEST, LATEST = 1994, 2049  # the register begins with the first; what is later is a goal

_YEAR = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)(?!\d|\s+[A-ZÆØÅ][a-zæøå])")
_LAW = re.compile(r"(?<!\w)[\w-]*(?:lov|lova|loven|forskrift|forskrifta|forskriften)(?!\w)")


def document_year(outline: Outline, title: Text | None) -> int | None:
    """Return the year that the document is from; None when it does not say."""
    if title and (years := _years(title.value)):
        return min(years)
    lines = [line.text.value for line in cover_lines(outline)] + [
        line.value for line in running_lines(outline)
    ]
    return max((year for line in lines if _is_its_own(line) for year in _years(line)), default=None)


def _years(text: str) -> list[int]:
    found = (int(match["year"]) for match in _YEAR.finditer(text))
    return [year for year in found if EARLIEST <= year <= LATEST]


def _is_its_own(line: str) -> bool:
    small = fold(line)
    others = any_word(words(load_toml(FILE)["period"], "others", file=FILE))
    return not others.search(small) and not _LAW.search(small)
