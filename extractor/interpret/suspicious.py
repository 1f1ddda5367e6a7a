"""Tables that were perhaps read wrongly, for a reader of the result to look at.

A table whose rows mostly hold a single cell has lost its columns, or is none. A table whose header speaks of tiltak
and from which none was read may be of a form that nobody has told us of yet. Neither changes what is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.document import Table
from extractor.interpret.promises import Promises
from extractor.structure.columns import is_never_measures
from extractor.structure.outline import Outline
from schemas import Diagnostic

LEAST_COLUMNS = 3
LEAST_ROWS = 4
LONE_SHARE = 0.6  # of the rows hold a single cell
TILTAK = re.compile(r"\btiltak(?:a|et|ene)?\b", re.IGNORECASE)


def suspicious_tables(outline: Outline, promises: Promises) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each table that looks misread."""
    for _, table in outline.tables():
        if reason := _holes(table) or _unread(table, promises):
            title = next((cell.value for cell in table.rows[0] if cell.lines), "")
            message = f"the table «{title[:60]}» {reason}"
            yield Diagnostic(code="suspicious-table", severity="info", message=message, page=_page(table))


def doubtful_words(outline: Outline) -> frozenset[int]:
    """Return where the words of tables begin whose columns may be misread: what was read there is less sure."""
    tables = (table for _, table in outline.tables() if _holes(table))
    return frozenset(
        word.start for table in tables for row in table.rows for cell in row for word in cell.words
    )


def _page(table: Table) -> int | None:
    """Return the page that a table begins on."""
    return next((word.leaf.page for row in table.rows for cell in row for word in cell.words), None)


def _holes(table: Table) -> str:
    body = table.rows[table.header_rows :]
    lone = sum(sum(bool(cell.lines) for cell in row) == 1 for row in body)
    if len(table.rows[0]) < LEAST_COLUMNS or len(body) < LEAST_ROWS or lone < LONE_SHARE * len(body):
        return ""
    return f"has {lone} of {len(body)} rows with a single cell: its columns may be misread"


def _unread(table: Table, promises: Promises) -> str:
    header = [cell.value for row in table.rows[: table.header_rows] for cell in row if cell.lines]
    role = promises.table_roles.get(id(table), "other")
    speaks = any(TILTAK.search(title) for title in header) and len(table.rows) > table.header_rows
    if role != "other" or not speaks or any(map(is_never_measures, header)):
        return ""
    return "speaks of tiltak in its header, but none was read from it"
