"""Many plans → tables for analysis: SQLite, CSV, JSON Lines, XLSX, Parquet.

`tables` says what the tables are; each writer makes its format from that definition. Plans come one by one and leave
memory before the next one comes, so an export of 10 000 plans needs no more of it than one of 100. A document that
comes twice is exported once.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from importlib import import_module
from math import isfinite
from pathlib import Path
from typing import Literal, get_args

from extractor.emit.sheets.book import Language
from extractor.errors import ExtractorError, WrongTypeError
from extractor.export.document import KEY_LENGTH, document_of
from extractor.export.draft import draft_file, draft_folder, may_be_written
from extractor.export.model import AnyTable, Cell, Row
from extractor.export.sink import Sink
from extractor.export.tables import TABLES
from schemas import Plan

__all__ = ["FORMATS", "FORMATS_OF_ONE_FILE", "TABLES", "Exported", "Format", "export_plans", "may_be_written"]

Format = Literal["sqlite", "jsonl", "csv", "xlsx", "parquet"]

FORMATS: tuple[Format, ...] = get_args(Format)
FORMATS_OF_ONE_FILE = frozenset({"sqlite", "xlsx"})  # of the others, each table is a file

_WRITERS = {  # loaded on use
    "sqlite": "extractor.export.sqlite:open_sqlite",
    "jsonl": "extractor.export.jsonl:open_jsonl",
    "csv": "extractor.export.csvfiles:open_csv",
    "xlsx": "extractor.export.xlsx:open_xlsx",
    "parquet": "extractor.export.parquet:open_parquet",
}
_INTEGERS = range(-(2**63), 2**63)  # what a database and Parquet hold
_TablesOf = list[tuple[AnyTable, list[Row]]]


@dataclass(slots=True)
class Exported:
    """What went into an export."""

    documents: int = 0
    goals: int = 0
    tiltak: int = 0
    repeated: int = 0  # documents that came again and were left out


def export_plans(
    plans: Iterable[tuple[str, Plan]],
    path: str | os.PathLike[str],
    *,
    to: Format,
    language: Language = "nb",
    on_error: Callable[[Exception, str], None] | None = None,
) -> Exported:
    """Write plans to tables at `path`: a file, or for formats with a file for each table a folder or `.zip`.

    Args:
        plans: each with the name of its JSON file, in the order that the rows are to have.
        language: of the titles in a workbook.
        on_error: is told of a plan that no table can hold, and of its file; without it the error is raised.

    Raises:
        ExtractorError: the place cannot be written to, or holds something that is no export; a package is missing.
    """
    exported = Exported()
    open_writer = _writer(to, os.fspath(path))
    draft = draft_file if to in FORMATS_OF_ONE_FILE else draft_folder
    with draft(path) as place, open_writer(place, language) as write:
        for rows in _new_documents(plans, exported, on_error):
            for table, of_table in rows:
                write(table, of_table)
    return exported


def _writer(to: Format, path: str) -> Callable[[Path, Language], AbstractContextManager[Sink]]:
    module, function = _WRITERS[to].split(":")
    try:
        writer: Callable[[Path, Language], AbstractContextManager[Sink]] = getattr(
            import_module(module), function
        )
    except ModuleNotFoundError as error:
        if error.name is None or error.name.startswith("extractor"):
            raise
        cause, remedy = f"{to} needs {error.name}", f"Run: python -m pip install 'planuttrekk[{to}]'"
        raise ExtractorError(path, cause, remedy) from error
    return writer


def _new_documents(
    plans: Iterable[tuple[str, Plan]], exported: Exported, on_error: Callable[[Exception, str], None] | None
) -> Iterator[_TablesOf]:
    """Yield the tables of each document that did not come before, and count."""
    before: set[str] = set()
    for file, plan in plans:
        key = plan.source.sha256[:KEY_LENGTH]
        if key in before:
            exported.repeated += 1
            continue
        try:
            rows = _tables_of(plan, file)
        except WrongTypeError as error:
            if on_error is None:
                raise
            on_error(error, file)
            continue
        before.add(key)
        exported.documents += 1
        exported.goals += len(plan.goals)
        exported.tiltak += len(plan.tiltak)
        yield rows


def _tables_of(plan: Plan, file: str) -> _TablesOf:
    document = document_of(plan, file)
    rows = [(table, list(table.rows(document))) for table in TABLES]
    if not all(_fits(cell) for _, of_table in rows for row in of_table for cell in row):
        raise WrongTypeError(file, "has a number that no table can hold", "Run the extraction again.")
    return rows


def _fits(cell: Cell) -> bool:
    if isinstance(cell, int):
        return cell in _INTEGERS
    return not isinstance(cell, float) or isfinite(cell)
