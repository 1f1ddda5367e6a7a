"""The tables in words, for people: `python -m extractor.export.describe` prints `docs/tables.md`."""

from __future__ import annotations

import sys

from extractor.export.model import AnyTable, Column
from extractor.export.tables import TABLES
from extractor.export.views import VIEWS

_HEAD = """\
# The tables of an export

`planuttrekk export` writes these tables, whatever the format. This page is made from their definition (`make tables`).

Keys are text and the same in every export: the beginning of the SHA-256 of the document, with the id that the item has
in the JSON behind it (`4f0c2a91d3b7e865.t12`). The columns in **bold** are the primary key of a table; one in *italics*
refers to the `id` of the table behind the arrow. A cell is empty where the plan says nothing. Footnotes, and
tables that hold no tiltak, stay in the JSON."""


def tables_in_markdown() -> str:
    """Return the page that describes tables and views."""
    views = "\n".join(f"| {view.name} | {view.about} |" for view in VIEWS)
    head_of_views = "## Views of the database\n\n| view | what it is |\n|---|---|"
    parts = [_HEAD, *map(_table, TABLES), f"{head_of_views}\n{views}"]
    return "\n\n".join(parts) + "\n"


def _table(table: AnyTable) -> str:
    lines = [f"## {table.name}", "", table.about, "", "| column | type | what it is |", "|---|---|---|"]
    lines += [f"| {_name(column)} | {column.type} | {column.about} |" for column in table.columns]
    if table.searched:
        searched = ", ".join(f"`{name}`" for name in table.searched)
        lines += ["", f"In the database, `{table.name}_fts` is the full-text index of {searched}."]
    return "\n".join(lines)


def _name(column: Column[object]) -> str:
    name = f"**{column.name}**" if column.primary else column.name
    return f"*{name}* → {column.references}" if column.references else name


if __name__ == "__main__":
    sys.stdout.write(tables_in_markdown())
