"""The words around the plans on the page, in three languages.

What every comparison has words for (types of plans, kinds of goals …) is taken from there.
"""

from __future__ import annotations

from typing import Any

from extractor.emit.sheets.book import comparison_words
from extractor.emit.sheets.sheet import Language
from extractor.lexicon import load_toml

Labels = dict[str, Any]
_FILE = "page.toml"
_CHECK = "check.toml"
_SHARED = ("kinds", "languages", "goal_kinds", "statuses", "plan_types", "levels")


def page_labels(language: Language) -> Labels:
    """Return the labels of the page; tables of names by ids stand in them as dictionaries."""
    shared = comparison_words(language)
    own: Labels = load_toml(_FILE)[language]
    documents: Labels = shared["documents"]
    notes: Labels = {"check_notes": load_toml(_CHECK)[language]["notes"]}
    return {key: shared[key] for key in _SHARED} | documents | notes | own
