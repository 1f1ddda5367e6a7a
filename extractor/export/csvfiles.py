"""Tables → CSV files as Norwegian Excel opens them, one for each table.

They are written like the CSV of a comparison: semicolons between cells, commas in numbers, a byte-order mark, and an
apostrophe in front of what a spreadsheet would take for a formula.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from extractor.emit.csvfile import csv_cell
from extractor.emit.sheets.book import Language
from extractor.export.cells import seen
from extractor.export.model import AnyTable, Row
from extractor.export.package import write_descriptor
from extractor.export.sink import Sink
from extractor.export.tables import TABLES

_DIALECT = {"delimiter": ";", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True, "header": True}


@contextmanager
def open_csv(folder: Path, _language: Language) -> Iterator[Sink]:
    """Lend what writes rows into a file for each table."""
    with ExitStack() as until_end:
        writers = {}
        for table in TABLES:
            file = (folder / f"{table.name}.csv").open("x", encoding="utf-8-sig", newline="")
            writer = csv.writer(until_end.enter_context(file), delimiter=";", lineterminator="\r\n")
            writer.writerow([column.name for column in table.columns])
            writers[table.name] = writer

        def write(table: AnyTable, rows: Iterable[Row]) -> None:
            writers[table.name].writerows([csv_cell(seen(cell)) for cell in row] for row in rows)

        yield write
    write_descriptor(folder, "csv", dialect=_DIALECT)
