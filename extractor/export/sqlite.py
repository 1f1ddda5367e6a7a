"""Tables → an SQLite database with foreign keys, indexes, full-text search and views.

Rows go in one after the other, indexes are made once they are all there. There is no clock and no chance in it: the
same plans give the same bytes, with the same version of SQLite.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from extractor.emit.sheets.book import Language
from extractor.export.marks import SQLITE_NUMBER, SQLITE_VERSION
from extractor.export.model import AnyTable, Column, Row
from extractor.export.sink import Sink
from extractor.export.tables import TABLES
from extractor.export.views import VIEWS

_TYPES = {"text": "TEXT", "integer": "INTEGER", "number": "REAL"}
_SETTINGS = (
    "PRAGMA page_size = 4096",
    "PRAGMA journal_mode = OFF",  # the file is a draft until it is whole
    "PRAGMA synchronous = OFF",
    "PRAGMA cache_size = -4000",  # KiB, whatever the number of rows
    f"PRAGMA application_id = {SQLITE_NUMBER}",
    f"PRAGMA user_version = {SQLITE_VERSION}",
)
_TOKENS = "unicode61 remove_diacritics 0"  # å and a are different letters


@contextmanager
def open_sqlite(draft: Path, _language: Language) -> Iterator[Sink]:
    """Lend what writes rows into a new database."""
    with closing(sqlite3.connect(draft, isolation_level=None)) as database:
        for statement in (*_SETTINGS, "BEGIN", *map(create_table, TABLES)):
            database.execute(statement)

        def write(table: AnyTable, rows: Iterable[Row]) -> None:
            marks = ", ".join("?" * len(table.columns))
            database.executemany(f'INSERT INTO "{table.name}" VALUES ({marks})', rows)

        yield write
        for statement in (*_after_the_rows(), "COMMIT", "ANALYZE"):
            database.execute(statement)


def create_table(table: AnyTable) -> str:
    """Return the statement that makes a table; descriptions stand in it as comments."""
    lines = [(_column(column), column.about) for column in table.columns]
    keys = ", ".join(f'"{column.name}"' for column in table.columns if column.primary)
    body = "".join(f"  {line}, -- {about}\n" for line, about in lines)
    return f'CREATE TABLE "{table.name}" ( -- {table.about}\n{body}  PRIMARY KEY ({keys})\n)'


def _column(column: Column[object]) -> str:
    key = " NOT NULL" if column.primary else ""
    reference = f' REFERENCES "{column.references}" ("id")' if column.references else ""
    return f'"{column.name}" {_TYPES[column.type]}{key}{reference}'


def _after_the_rows() -> Iterator[str]:
    for table in TABLES:
        first_key = next(column.name for column in table.columns if column.primary)
        for column in table.columns:
            if column.indexed and column.name != first_key:
                yield f'CREATE INDEX "{table.name}_{column.name}" ON "{table.name}" ("{column.name}")'
    for table in TABLES:
        if table.searched:
            searched = ", ".join(f'"{name}"' for name in table.searched)
            index = f"{table.name}_fts"
            yield (
                f'CREATE VIRTUAL TABLE "{index}" USING fts5 '
                f'({searched}, content="{table.name}", tokenize="{_TOKENS}")'
            )
            yield f'INSERT INTO "{index}" ("{index}") VALUES (\'rebuild\')'
            yield f'INSERT INTO "{index}" ("{index}") VALUES (\'optimize\')'
    for view in VIEWS:
        yield f'CREATE VIEW "{view.name}" AS -- {view.about}\n{view.query}'
