"""What every writer gives: a function that takes rows of a table, again and again, in the order of the documents."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from extractor.export.model import AnyTable, Row

Sink = Callable[[AnyTable, Iterable[Row]], None]
