"""What sheets, columns and fixed values are called in a language; English titles are the names themselves."""

from __future__ import annotations

from typing import Any

from extractor.emit.sheets.book import Language, comparison_words
from extractor.export.model import Cell, Column
from extractor.lexicon import load_toml


class Titles:
    """Titles in `nb`, `nn` or `en`."""

    def __init__(self, language: Language) -> None:
        self._titles: dict[str, Any] = load_toml("export.toml").get(language, {"tables": {}, "columns": {}})
        self._words = comparison_words(language)

    def table(self, name: str) -> str:
        """Return the title of a sheet."""
        title: str = self._titles["tables"].get(name) or _readable(name)
        return title

    def column(self, table: str, name: str) -> str:
        """Return the title of a column, which may have another one in some tables."""
        columns = self._titles["columns"]
        title: str = columns.get(f"{table}.{name}") or columns.get(name) or _readable(name)
        return title

    def value(self, column: Column[Any], cell: Cell) -> Cell:
        """Return what a cell says in words, where its values are a fixed few."""
        if column.words is None or not isinstance(cell, str):
            return cell
        words: dict[str, str] = self._words.get(column.words, {})  # some values are English words already
        return words.get(cell, cell)


def _readable(name: str) -> str:
    return name.replace("_", " ").capitalize()
