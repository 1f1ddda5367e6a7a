"""Tables → Parquet files, one for each table; needs pyarrow (the extra «parquet»).

Rows are kept until there are enough of them for a row group, so memory does not grow with their number.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from extractor.emit.sheets.book import Language
from extractor.export.model import AnyTable, Row
from extractor.export.package import write_descriptor
from extractor.export.sink import Sink
from extractor.export.tables import TABLES

_TYPES = {"text": pa.string(), "integer": pa.int64(), "number": pa.float64()}
_GROUP = 2000  # rows


@contextmanager
def open_parquet(folder: Path, _language: Language) -> Iterator[Sink]:
    """Lend what writes rows into a file for each table."""
    with ExitStack() as until_end:
        files = {table.name: _File(folder, table, until_end) for table in TABLES}

        def write(table: AnyTable, rows: Iterable[Row]) -> None:
            files[table.name].add(rows)

        yield write
        for file in files.values():
            file.write_group()
    write_descriptor(folder, "parquet")


class _File:
    """A table on its way to the disk."""

    def __init__(self, folder: Path, table: AnyTable, until_end: ExitStack) -> None:
        self._rows: list[Row] = []
        self._schema = pa.schema(
            [
                pa.field(
                    column.name,
                    _TYPES[column.type],
                    nullable=not column.primary,
                    metadata={"description": column.about},
                )
                for column in table.columns
            ]
        )
        path = folder / f"{table.name}.parquet"
        self._writer = until_end.enter_context(pq.ParquetWriter(path, self._schema, compression="zstd"))

    def add(self, rows: Iterable[Row]) -> None:
        """Take rows; write them when there are enough."""
        self._rows += rows
        if len(self._rows) >= _GROUP:
            self.write_group()

    def write_group(self) -> None:
        """Write what is there as a row group."""
        if not self._rows:
            return
        columns = [
            pa.array(cells, field.type)
            for cells, field in zip(zip(*self._rows, strict=True), self._schema, strict=True)
        ]
        self._writer.write_table(pa.Table.from_arrays(columns, schema=self._schema))
        self._rows = []
