"""The description beside tables in files of their own: a Data Package (Frictionless), which many tools open."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from extractor.export.marks import DESCRIPTOR, PACKAGE
from extractor.export.model import AnyTable, Column
from extractor.export.tables import TABLES
from extractor.version import __version__

_TYPES = {"text": "string", "integer": "integer", "number": "number"}


def write_descriptor(folder: Path, format_: str, *, dialect: dict[str, Any] | None = None) -> None:
    """Describe the tables of a folder.

    Args:
        format_: the suffix of the files.
        dialect: how cells are written, for CSV.
    """
    package = {
        "name": PACKAGE,
        "version": __version__,
        "resources": [_resource(table, format_, dialect) for table in TABLES],
    }
    text = json.dumps(package, ensure_ascii=False, indent=2) + "\n"
    (folder / DESCRIPTOR).write_bytes(text.encode("utf-8"))


def _resource(table: AnyTable, format_: str, dialect: dict[str, Any] | None) -> dict[str, Any]:
    described = {
        "name": table.name,
        "path": f"{table.name}.{format_}",
        "format": format_,
        "description": table.about,
    }
    if dialect:
        described |= {"encoding": "utf-8", "dialect": dialect}  # type: ignore[dict-item]
    return described | {"schema": _schema(table, decimal_comma=bool(dialect))}


def _schema(table: AnyTable, *, decimal_comma: bool) -> dict[str, Any]:
    return {
        "fields": [_field(column, decimal_comma=decimal_comma) for column in table.columns],
        "primaryKey": [column.name for column in table.columns if column.primary],
        "foreignKeys": [
            {"fields": column.name, "reference": {"resource": _other(table, column), "fields": "id"}}
            for column in table.columns
            if column.references
        ],
    }


def _other(table: AnyTable, column: Column[Any]) -> str | None:
    """Return the table that a column refers to; empty, as the standard has it, for the table itself."""
    return "" if column.references == table.name else column.references


def _field(column: Column[Any], *, decimal_comma: bool) -> dict[str, str]:
    field = {"name": column.name, "type": _TYPES[column.type], "description": column.about}
    return field | {"decimalChar": ","} if decimal_comma and column.type == "number" else field
