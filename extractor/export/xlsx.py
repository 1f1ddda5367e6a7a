"""Tables → a workbook (XLSX) for people who live in Excel, one sheet for each table.

Text is written as text: a cell that begins with «=» is no formula, an address is no link. Rows leave memory as they
are written. A table with more rows than a sheet can hold goes on in the next one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import xlsxwriter

from extractor.emit.sheets.book import Language
from extractor.export.cells import seen
from extractor.export.marks import COMMENT
from extractor.export.model import AnyTable, Cell, Row
from extractor.export.sink import Sink
from extractor.export.tables import TABLES
from extractor.export.titles import Titles

_DATE = datetime(2000, 1, 1)  # of every workbook: a clock would make equal contents unequal files
_MOST_ROWS = 1_048_576  # in a sheet, limit of the format
_MOST_IN_A_CELL = 32_767  # characters, limit of the format
_A3 = 8
_WRAPPED = 400  # characters: what is longer would fill the window with one row
_FIXED = {"documents": 2}  # columns that stay when the others move; else none
_HEADER = {"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#DCE6F1", "bottom": 1}
_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


@contextmanager
def open_xlsx(draft: Path, language: Language) -> Iterator[Sink]:
    """Lend what writes rows into the sheets of a new workbook."""
    with xlsxwriter.Workbook(str(draft), _OPTIONS) as workbook:
        workbook.set_properties({"created": _DATE, "comments": COMMENT})
        titles = Titles(language)
        sheets = {table.name: _Sheet(workbook, table, titles) for table in TABLES}

        def write(table: AnyTable, rows: Iterable[Row]) -> None:
            for row in rows:
                sheets[table.name].add(row)

        yield write
        for sheet in sheets.values():
            sheet.end()
        order = [page for sheet in sheets.values() for page in sheet.pages]
        workbook.worksheets_objs.sort(key=order.index)


class _Sheet:
    """A table in a workbook, in one sheet or, where it is long, several."""

    def __init__(self, workbook: Any, table: AnyTable, titles: Titles) -> None:
        self.pages: list[Any] = []
        self._workbook, self._table, self._titles = workbook, table, titles
        self._header = workbook.add_format(_HEADER)
        self._wrapped = workbook.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
        self._long = workbook.add_format({"valign": "top", "num_format": "@"})
        self._number = workbook.add_format({"valign": "top"})
        self._begin_page()

    def add(self, row: Row) -> None:
        """Write a row below the last one."""
        if self._next == _MOST_ROWS:
            self.end()
            self._begin_page()
        for at, cell in enumerate(row):
            self._write_cell(at, cell)
        self._next += 1

    def end(self) -> None:
        """Put the filter over the rows that are there."""
        self._page.autofilter(0, 0, self._next - 1, len(self._table.columns) - 1)

    def _begin_page(self) -> None:
        title = self._titles.table(self._table.name)
        number = len(self.pages) + 1
        self._page = self._workbook.add_worksheet(title if number == 1 else f"{title} {number}")
        self.pages.append(self._page)
        for at, column in enumerate(self._table.columns):
            self._page.set_column(at, at, column.width)
            self._page.write_string(0, at, self._titles.column(self._table.name, column.name), self._header)
        self._page.freeze_panes(1, _FIXED.get(self._table.name, 0))
        self._page.set_landscape()
        self._page.set_paper(_A3)
        self._page.repeat_rows(0)
        self._next = 1

    def _write_cell(self, at: int, cell: Cell) -> None:
        cell = seen(self._titles.value(self._table.columns[at], cell))
        if cell is None or cell == "":
            return
        if isinstance(cell, str):
            text = cell[:_MOST_IN_A_CELL]
            style = self._wrapped if len(text) <= _WRAPPED else self._long
            self._page.write_string(self._next, at, text, style)
        else:
            self._page.write_number(self._next, at, cell, self._number)
