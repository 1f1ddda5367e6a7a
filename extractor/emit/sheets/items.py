"""Tables with a row for each tiltak, goal or deadline."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from extractor.emit.plain import plain
from extractor.emit.sheets.book import Book, joined
from extractor.emit.sheets.sheet import Cell, Column, Sheet, filled
from extractor.emit.times import date_in_words, often_in_words
from schemas.comparison import ComparedGoal, ComparedTiltak

Item = ComparedTiltak | ComparedGoal
Due = tuple[str | int, ComparedTiltak]


def tiltak(book: Book) -> Sheet:
    """Return all tiltak with all that is known about them."""
    return filled(book, "tiltak", _TILTAK, book.comparison.tiltak, fixed=2)


def goals(book: Book) -> Sheet:
    """Return all goals."""
    return filled(book, "goals", _GOALS, book.comparison.goals, fixed=2)


def deadlines(book: Book) -> Sheet:
    """Return the tiltak by when they are due; those without a year come last."""
    return filled(book, "deadlines", _DEADLINES, _by_time(book), fixed=1)


def _by_time(book: Book) -> Iterator[Due]:
    timeline, words = book.comparison.timeline, book.words["values"]
    for year in timeline.years:
        yield from ((year.year, book.tiltak[item]) for item in year.tiltak)
    for key in ("recurring", "continuous", "without_date"):
        yield from ((words[key], book.tiltak[item]) for item in getattr(timeline, key))


def _text(value: str | None) -> str | None:
    return plain(value) if value else None


def _goals_served(item: ComparedTiltak, book: Book) -> Cell:
    return joined((book.goals[goal].text for goal in item.goals if goal in book.goals), "; ")


def _parent(item: ComparedGoal, book: Book) -> Cell:
    return _text(book.goals[item.parent].text) if item.parent in book.goals else None


def _themes(item: Item, book: Book, which: slice) -> Cell:
    return joined(book.themes.get(theme, theme) for theme in item.themes[which])


def _row(item: Item, book: Book) -> Cell:
    return book.rows[item.id].id if item.id in book.rows else None


def _same_in(item: Item, book: Book) -> Cell:
    row = book.rows.get(item.id)
    return len(row.plans) if row and row.sure else 1


def _responsible(item: ComparedTiltak, _: Book) -> Cell:
    return joined(party.name or party.raw for party in item.responsible)


def _responsible_raw(item: ComparedTiltak, _: Book) -> Cell:
    return joined(party.raw for party in item.responsible)


def _categories(item: ComparedTiltak, book: Book) -> Cell:
    found = (party.category for party in item.responsible if party.category)
    return joined(book.categories.get(category, category) for category in found)


def _time(item: ComparedTiltak, _: Book) -> Cell:
    return _text(item.time.raw) if item.time else None


def _time_kind(item: ComparedTiltak, book: Book) -> Cell:
    return book.word("time_kinds", item.time.kind) if item.time else None


def _meant(item: ComparedTiltak, book: Book) -> Cell:
    if item.time is None:
        return None
    told = (date_in_words(item.time.edtf, book.times), often_in_words(item.time.recurrence, book.times))
    return ", ".join(filter(None, told))


def _edtf(item: ComparedTiltak, _: Book) -> Cell:
    return item.time.edtf if item.time else None


def _due(item: ComparedTiltak, _: Book) -> Cell:
    return item.time.due if item.time else None


def _status(item: ComparedTiltak, book: Book) -> Cell:
    return book.word("statuses", item.status)


_OF_BOTH: tuple[Column[Any], ...] = (
    Column("theme", 24, lambda item, book: _themes(item, book, slice(1))),
    Column("other_themes", 24, lambda item, book: _themes(item, book, slice(1, None))),
    Column("row", 10, _row),
    Column("same_in", 12, _same_in, "number"),
    Column("kommune", 20, lambda item, book: book.kommuner(item.plan)),
    Column("file", 26, lambda item, book: book.filename(item.plan)),
    Column("page", 7, lambda item, _: item.place.page, "number"),
    Column("section", 30, lambda item, _: _text(item.place.section)),
    Column("confidence", 11, lambda item, _: item.confidence, "share"),
    Column("id", 10, lambda item, _: item.id),
)

_TILTAK: tuple[Column[ComparedTiltak], ...] = (
    Column("plan", 22, lambda item, book: book.label(item.plan)),
    Column("tiltak", 52, lambda item, _: _text(item.text)),
    Column("number", 8, lambda item, _: _text(item.number)),
    Column("description", 40, lambda item, _: _text(item.description)),
    Column("target", 30, lambda item, _: _text(item.target)),
    Column("serves", 40, _goals_served),
    Column("responsible", 26, _responsible),
    Column("responsible_raw", 26, _responsible_raw),
    Column("category", 22, _categories),
    Column("time_raw", 20, _time),
    Column("time_kind", 11, _time_kind),
    Column("time_meant", 20, _meant),
    Column("edtf", 14, _edtf),
    Column("due", 10, _due, "number"),
    Column("status", 13, _status),
    Column("cost", 18, lambda item, _: _text(item.cost)),
    Column("amount", 13, lambda item, _: item.amount, "number"),
    *_OF_BOTH,
)

_GOALS: tuple[Column[ComparedGoal], ...] = (
    Column("plan", 22, lambda item, book: book.label(item.plan)),
    Column("goals", 60, lambda item, _: _text(item.text)),
    Column("number", 8, lambda item, _: _text(item.number)),
    Column("goal_kind", 14, lambda item, book: book.word("goal_kinds", item.kind)),
    Column("parent", 40, _parent),
    Column("tiltak", 9, lambda item, _: len(item.tiltak), "number"),
    *_OF_BOTH,
)

_DEADLINES: tuple[Column[Due], ...] = (
    Column("year", 12, lambda due, _: due[0], "number"),
    Column("plan", 22, lambda due, book: book.label(due[1].plan)),
    Column("tiltak", 52, lambda due, _: _text(due[1].text)),
    Column("time_raw", 24, lambda due, book: _time(due[1], book)),
    Column("time_meant", 20, lambda due, book: _meant(due[1], book)),
    Column("status", 13, lambda due, book: _status(due[1], book)),
    Column("responsible", 26, lambda due, book: _responsible(due[1], book)),
    Column("page", 7, lambda due, _: due[1].place.page, "number"),
    Column("id", 10, lambda due, _: due[1].id),
)
