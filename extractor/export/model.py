"""What a table is: named columns, each with a type, a description and the way to its cell.

One definition serves every format: the writers know tables and rows, never plans. A row is made from a `Found`: a thing
in a document, under the key that its row has.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Generic, Literal, TypeVar

from extractor.export.document import Document

Cell = str | int | float | None
Row = tuple[Cell, ...]
Type = Literal["text", "integer", "number"]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A thing in a document that a row is made from."""

    document: Document
    what: T
    key: str
    at: int = 1  # place in its list, from 1
    of: str = ""  # key of the row that it belongs to


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """A column; `width` is in characters, for formats that people look at."""

    name: str
    about: str
    value: Callable[[Found[T]], Cell]
    type: Type = "text"
    width: int = 14
    primary: bool = False
    references: str | None = None  # the table whose `id` it holds
    indexed: bool = False
    words: str | None = None  # where the few values that it has are called in words


@dataclass(frozen=True, slots=True)
class Table(Generic[T]):
    """A table: one row for each thing that `things` finds in a document."""

    name: str
    about: str
    columns: tuple[Column[T], ...]
    things: Callable[[Document], Iterable[Found[T]]]
    searched: tuple[str, ...] = ()  # columns of the full-text index

    def rows(self, document: Document) -> Iterator[Row]:
        """Yield the rows of a document in reading order, cells in the order of the columns."""
        values = [column.value for column in self.columns]
        for thing in self.things(document):
            yield tuple(value(thing) for value in values)


AnyTable = Table[Any]


def primary(value: Callable[[Found[T]], Cell], about: str) -> Column[T]:
    """Return the column `id`."""
    return Column("id", about, value, width=22, primary=True)


def reference(
    name: str, table: str, value: Callable[[Found[T]], Cell], about: str, *, is_primary: bool = False
) -> Column[T]:
    """Return a column that holds the `id` of a row in another table."""
    return Column(name, about, value, width=22, primary=is_primary, references=table, indexed=True)


def in_document(about: str = "The document that it stands in.") -> Column[Any]:
    """Return the column `document_id`."""
    return reference("document_id", "documents", lambda row: row.document.id, about)


def position(about: str = "Place in reading order, from 1.", *, is_primary: bool = False) -> Column[Any]:
    """Return the column `position`."""
    return Column("position", about, lambda row: row.at, "integer", 8, primary=is_primary)


def listed(
    about: str = "Key of the row.",
    *,
    document: str = "The document that it stands in.",
    place: str = "Place in reading order, from 1.",
) -> tuple[Column[Any], ...]:
    """Return what rows begin with that stand in a document one after the other: key, document, place."""
    return primary(lambda row: row.key, about), in_document(document), position(place)


def joined(values: Iterable[str | int]) -> str | None:
    """Return the values of a list as one cell."""
    return "; ".join(map(str, values)) or None
