"""What a table is: a title, columns, and rows of cells."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from extractor.emit.sheets.book import Book, Language

__all__ = ["Cell", "Column", "Field", "Language", "Sheet", "filled"]

Cell = str | int | float | None
Style = Literal["text", "number", "share"]
Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Field:
    """A column as it is shown: its title, its width in characters, how numbers in it are written."""

    title: str
    width: int
    style: Style = "text"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table under a title; `key` names it in every language, `fixed` columns stay when the others move."""

    key: str
    title: str
    fields: Sequence[Field]
    rows: Sequence[Sequence[Cell]]
    fixed: int = 1


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """A column of a table with a row for each thing: the key of its title, and what it holds."""

    key: str
    width: int
    value: Callable[[Row, Book], Cell]
    style: Style = "text"


def filled(
    book: Book, key: str, columns: Sequence[Column[Row]], things: Iterable[Row], *, fixed: int = 1
) -> Sheet:
    """Return a table with a row for each thing."""
    fields = [Field(book.words["columns"][column.key], column.width, column.style) for column in columns]
    rows = [[column.value(thing, book) for column in columns] for thing in things]
    return Sheet(key, book.words["sheets"][key], fields, rows, fixed)
