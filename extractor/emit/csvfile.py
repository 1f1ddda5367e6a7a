"""A comparison as CSV: one row for each tiltak, as Norwegian Excel opens it.

Semicolons stand between cells and commas in numbers, since that is what Excel expects where Norwegian is set; the
byte-order mark in front tells it that the text is UTF-8. A cell that Excel would take for a formula gets an apostrophe
in front of it: it begins with =, +, -, @, their wide forms, a tab or a carriage return. Programs that read the file
strip the apostrophe, or better, read the JSON.
"""

from __future__ import annotations

import csv
import io
import os

from extractor.emit.jsonfile import write_chunks
from extractor.emit.sheets import Cell, Language, tiltak_sheet
from schemas.comparison import Comparison

_OF_FORMULAS = tuple("=+-@＝＋－＠\t\r")


def write_csv(comparison: Comparison, path: str | os.PathLike[str], *, language: Language = "nb") -> None:
    """Write the tiltak of a comparison to a CSV file, whole or not at all.

    Raises:
        ExtractorError: the place cannot be written to.
    """
    sheet = tiltak_sheet(comparison, language)
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, delimiter=";", lineterminator="\r\n")
    writer.writerow(titles(language))
    writer.writerows([csv_cell(cell) for cell in row] for row in sheet.rows)
    write_chunks([buffer.getvalue().encode("utf-8-sig")], path)


def titles(language: Language) -> list[str]:
    """Return the titles of the columns."""
    return [field.title for field in tiltak_sheet(Comparison(tool="", plans=[]), language).fields]


def csv_cell(cell: Cell) -> str:
    """Return a cell as text that no spreadsheet takes for a formula; numbers have a decimal comma."""
    if cell is None:
        return ""
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else str(cell).replace(".", ",")
    if isinstance(cell, int):
        return str(cell)
    return f"'{cell}" if cell.startswith(_OF_FORMULAS) else cell
