"""A comparison as a workbook (XLSX) for people who live in Excel.

Text is written as text: a cell that begins with «=» is no formula, an address is no link. The same comparison gives
the same bytes, since the date of the file is a fixed one.
"""

from __future__ import annotations

import io
import math
import os
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import xlsxwriter

from extractor.emit.jsonfile import write_chunks
from extractor.emit.sheets import Cell, Field, Language, Sheet, all_sheets
from schemas.comparison import Comparison

_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_DATE = datetime(2000, 1, 1)  # of every workbook: a clock would make equal contents unequal files
_MOST_IN_A_CELL = 32_767  # characters, the limit of the format
_NUMBER_FORMATS = {"text": "@", "number": "0.##", "share": "0 %"}
_WHOLE = "0"
_LINE, _HIGHEST = 15, 400  # points: a line of text, and nearly the most that a row can have
_WIDE = 240  # characters: wider tables are printed over several pages, not smaller
_A3 = 8
_HEADER = {"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#DCE6F1", "bottom": 1}


def write_workbook(
    comparison: Comparison, path: str | os.PathLike[str], *, language: Language = "nb"
) -> None:
    """Write a comparison to an XLSX file, whole or not at all.

    Raises:
        ExtractorError: the place cannot be written to.
    """
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, _OPTIONS) as workbook:
        workbook.set_properties({"created": _DATE, "comments": comparison.tool})
        formats = _formats(workbook)
        for sheet in all_sheets(comparison, language):
            _write_sheet(workbook.add_worksheet(sheet.title), sheet, formats)
    write_chunks([buffer.getvalue()], path)


def _formats(workbook: Any) -> dict[str, Any]:
    body = {"valign": "top", "text_wrap": True}
    formats = {
        style: workbook.add_format(body | {"num_format": format_})
        for style, format_ in _NUMBER_FORMATS.items()
    }
    formats["text"].set_indent(1)
    formats["word"] = workbook.add_format(body | {"num_format": "@", "align": "right"})
    formats["whole"] = workbook.add_format(body | {"num_format": _WHOLE})
    formats["header"] = workbook.add_format(_HEADER)
    return formats


def _write_sheet(page: Any, sheet: Sheet, formats: Mapping[str, Any]) -> None:
    for at, field in enumerate(sheet.fields):
        page.set_column(at, at, field.width, formats[field.style])
        page.write_string(0, at, field.title[:_MOST_IN_A_CELL], formats["header"])
    page.set_row(0, _height([field.title for field in sheet.fields], sheet.fields))
    for number, row in enumerate(sheet.rows, start=1):
        page.set_row(number, _height(row, sheet.fields))
        for at, cell in enumerate(row):
            _write_cell(page, number, at, cell, sheet.fields[at].style, formats)
    page.freeze_panes(1, sheet.fixed)
    page.autofilter(0, 0, len(sheet.rows), len(sheet.fields) - 1)
    page.set_landscape()
    page.set_paper(_A3)
    if sum(field.width for field in sheet.fields) <= _WIDE:
        page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    page.repeat_columns(0, sheet.fixed - 1)


def _height(row: Sequence[Cell], fields: Sequence[Field]) -> int:
    """Return the height of a row in points; not every program finds it by itself where text is wrapped."""
    most = max(_lines(cell, field.width) for cell, field in zip(row, fields, strict=True))
    return min(_LINE * most, _HIGHEST)


def _lines(cell: Cell, width: int) -> int:
    if not isinstance(cell, str):
        return 1
    return sum(max(1, math.ceil(len(line) / (width - 1))) for line in cell.split("\n"))


def _write_cell(page: Any, row: int, column: int, cell: Cell, style: str, formats: Mapping[str, Any]) -> None:
    if cell is None or cell == "":
        return
    if isinstance(cell, str):
        own = formats["text" if style == "text" else "word"]
        page.write_string(row, column, cell[:_MOST_IN_A_CELL], own)
    else:
        whole = style == "number" and float(cell).is_integer()
        page.write_number(row, column, cell, formats["whole" if whole else style])
