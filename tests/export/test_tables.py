from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from extractor.emit.sheets.book import comparison_words
from extractor.export.describe import tables_in_markdown
from extractor.export.model import AnyTable
from extractor.export.tables import TABLES
from extractor.export.titles import Titles
from extractor.lexicon import load_toml

ROOT = Path(__file__).parents[2]
NAMES = [table.name for table in TABLES]


@pytest.mark.parametrize("table", TABLES, ids=NAMES)
def test_what_a_table_refers_to_stands_before_it(table: AnyTable) -> None:
    before = NAMES[: NAMES.index(table.name) + 1]
    assert all(column.references in before for column in table.columns if column.references)


@pytest.mark.parametrize("table", TABLES, ids=NAMES)
def test_every_table_has_a_key_and_every_column_a_name_of_its_own(table: AnyTable) -> None:
    names = [column.name for column in table.columns]
    assert len(set(names)) == len(names)
    assert any(column.primary for column in table.columns)
    assert set(table.searched) <= set(names)


def test_the_published_description_is_the_one_of_the_definition() -> None:
    assert (ROOT / "docs" / "tables.md").read_text(encoding="utf-8") == tables_in_markdown()


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_every_sheet_and_column_has_a_title(language: str) -> None:
    words: dict[str, Any] = load_toml("export.toml")[language]
    columns = {column.name: f"{table.name}.{column.name}" for table in TABLES for column in table.columns}
    assert words["tables"].keys() == set(NAMES)
    assert {name for name in columns if name not in words["columns"]} == set()
    everywhere = {f"{table.name}.{column.name}" for table in TABLES for column in table.columns} | set(
        columns
    )
    assert words["columns"].keys() <= everywhere
    assert all(len(title) <= 28 for title in words["tables"].values()), "a number must fit behind it"


@pytest.mark.parametrize(
    ("language", "title"), [("nb", "Ansvarlige"), ("nn", "Ansvarlege"), ("en", "Responsible")]
)
def test_sheets_are_called_in_the_language_that_is_asked_for(language: Any, title: str) -> None:
    assert Titles(language).table("responsible") == title


@pytest.mark.parametrize(("language", "word"), [("nb", "nynorsk"), ("nn", "nynorsk"), ("en", "Nynorsk")])
def test_values_of_a_fixed_few_are_called_in_words(language: Any, word: str) -> None:
    [column] = (column for column in TABLES[0].columns if column.name == "language")
    assert str(Titles(language).value(column, "nn")).casefold() == word.casefold()
    assert Titles(language).value(column, "sme") == "sme"


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_the_words_of_every_column_with_words_are_there(language: Any) -> None:
    words = comparison_words(language)
    assert all(words[column.words] for table in TABLES for column in table.columns if column.words)
