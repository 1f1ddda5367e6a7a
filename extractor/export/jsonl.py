"""Tables → JSON Lines, one file for each table, one object for each row."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from extractor.emit.sheets.book import Language
from extractor.export.model import AnyTable, Row
from extractor.export.package import write_descriptor
from extractor.export.sink import Sink
from extractor.export.tables import TABLES


@contextmanager
def open_jsonl(folder: Path, _language: Language) -> Iterator[Sink]:
    """Lend what writes rows into a file for each table."""
    encode = json.JSONEncoder(ensure_ascii=False).encode
    with ExitStack() as until_end:
        files = {
            table.name: until_end.enter_context(
                (folder / f"{table.name}.jsonl").open("x", encoding="utf-8", newline="\n")
            )
            for table in TABLES
        }

        def write(table: AnyTable, rows: Iterable[Row]) -> None:
            names = [column.name for column in table.columns]
            files[table.name].writelines(encode(dict(zip(names, row, strict=True))) + "\n" for row in rows)

        yield write
    write_descriptor(folder, "jsonl")
