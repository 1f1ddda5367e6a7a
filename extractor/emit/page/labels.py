"""The words around the plans on the page, in three languages.

What every comparison has words for (types of plans, kinds of goals …) is taken from there.
"""

from __future__ import annotations

from typing import Any

from extractor.emit.diagnostics import diagnostic_words
from extractor.emit.sheets.book import comparison_words
from extractor.emit.sheets.sheet import Language
from extractor.emit.times import time_words
from extractor.lexicon import load_toml

Labels = dict[str, Any]
_FILE = "page.toml"
_CHECK = "check.toml"
_OF_TIMES = ("until", "from", "parts_of_year")
_SHARED = ("kinds", "languages", "goal_kinds", "statuses", "plan_types", "levels")


def page_labels(language: Language) -> Labels:
    """Return the labels of the page; tables of names by ids stand in them as dictionaries."""
    shared, times = comparison_words(language), time_words(language)
    own: Labels = load_toml(_FILE)[language]
    lent: Labels = {key: shared[key] for key in _SHARED} | shared["documents"]
    lent |= {key: times[key] for key in _OF_TIMES} | {"warnings": diagnostic_words(language)}
    return lent | {"check_notes": load_toml(_CHECK)[language]["notes"]} | own
