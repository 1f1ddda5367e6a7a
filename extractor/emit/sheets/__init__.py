"""A comparison as tables: what the workbook and the CSV file are made from.

Every cell is a text, a number or nothing. Text from documents has gone through `plain`, so nothing in it is unseen;
what a format needs beyond that (no formula, no link) is the matter of its writer.
"""

from __future__ import annotations

from extractor.emit.sheets.book import Book
from extractor.emit.sheets.grids import goals_side_by_side, responsible, side_by_side, themes
from extractor.emit.sheets.items import deadlines, goals, tiltak
from extractor.emit.sheets.plans import comparability, completeness, overview
from extractor.emit.sheets.sheet import Cell, Field, Language, Sheet
from schemas.comparison import Comparison

__all__ = ["Cell", "Field", "Language", "Sheet", "all_sheets", "tiltak_sheet"]

_SHEETS = (
    overview,
    tiltak,
    goals,
    themes,
    side_by_side,
    goals_side_by_side,
    responsible,
    deadlines,
    comparability,
    completeness,
)


def all_sheets(comparison: Comparison, language: Language) -> list[Sheet]:
    """Return the tables that have something in them, the overview first."""
    book = Book(comparison, language)
    return [sheet for make in _SHEETS if (sheet := make(book)).rows]


def tiltak_sheet(comparison: Comparison, language: Language) -> Sheet:
    """Return the table with a row for each tiltak."""
    return tiltak(Book(comparison, language))
