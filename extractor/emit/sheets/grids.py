"""Tables with a column for each plan: themes, responsible parties, and what plans have in common."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from extractor.emit.plain import plain
from extractor.emit.sheets.book import UNKNOWN, Book, is_doubtful
from extractor.emit.sheets.sheet import Cell, Field, Sheet
from schemas.comparison import Alignment, ComparedGoal, ComparedTiltak

_COUNT_WIDTH, _TEXT_WIDTH = 14, 44


def themes(book: Book) -> Sheet:
    """Return how many tiltak each plan has under each theme."""
    rows = [(book.themes[row.id], _lengths(row.tiltak)) for row in book.comparison.themes]
    rows.append((book.words["values"]["without_theme"], _lengths(book.comparison.without_theme)))
    return _counts(book, "themes", "theme", rows)


def responsible(book: Book) -> Sheet:
    """Return how many tiltak each plan gives to each category of parties."""
    words, tiltak = book.words["values"], book.comparison.tiltak
    rows = [(book.categories[row.id], _lengths(row.tiltak)) for row in book.comparison.responsible]
    rows.append((words["without_category"], _how_many(tiltak, _has_unknown_party)))
    rows.append((words["without_responsible"], _how_many(tiltak, lambda item: not item.responsible)))
    return _counts(book, "responsible", "category", rows)


def side_by_side(book: Book) -> Sheet:
    """Return the tiltak that several plans have, one row for each, in the words of each plan."""
    return _aligned(book, "side_by_side", book.comparison.tiltak_aligned, book.tiltak)


def goals_side_by_side(book: Book) -> Sheet:
    """Return the goals that several plans have."""
    return _aligned(book, "goals_side_by_side", book.comparison.goals_aligned, book.goals)


def _counts(book: Book, key: str, first: str, rows: Sequence[tuple[str, Mapping[str, int]]]) -> Sheet:
    words = book.words["columns"]
    empty: dict[str, Cell] = {plan.id: UNKNOWN if is_doubtful(plan) else 0 for plan in book.plans.values()}
    legend = f"\n({book.words['values']['unknown']})" if UNKNOWN in empty.values() else ""
    fields = [
        Field(words[first] + legend, 34),
        Field(words["sum"], 8, "number"),
        Field(words["plans"], 8, "number"),
        *(Field(book.label(plan), _COUNT_WIDTH, "number") for plan in book.plans),
    ]
    cells: list[list[Cell]] = [
        [plain(name), sum(count.values()), len(count), *(count.get(plan, empty[plan]) for plan in book.plans)]
        for name, count in rows
        if count
    ]
    return Sheet(key, book.words["sheets"][key], fields, cells)


def _lengths(items: Mapping[str, Sequence[str]]) -> dict[str, int]:
    return {plan: len(ids) for plan, ids in items.items()}


def _how_many(tiltak: Sequence[ComparedTiltak], fits: Callable[[ComparedTiltak], bool]) -> Counter[str]:
    return Counter(item.plan for item in tiltak if fits(item))


def _has_unknown_party(item: ComparedTiltak) -> bool:
    return any(party.category is None for party in item.responsible)


def _aligned(
    book: Book, key: str, rows: Sequence[Alignment], items: Mapping[str, ComparedTiltak | ComparedGoal]
) -> Sheet:
    words = book.words["columns"]
    lacking = {missing.alignment: book.label(missing.plan) for missing in book.comparison.all_but_one}
    fields = [
        Field(words["row"], 8),
        Field(words["plans"], 8, "number"),
        Field(words["similarity"], 9, "share"),
        Field(words["doubt"], 9),
        Field(words["missing_in"], 20),
        *(Field(book.label(plan), _TEXT_WIDTH) for plan in book.plans),
    ]
    return Sheet(key, book.words["sheets"][key], fields, list(_aligned_rows(book, rows, items, lacking)), 5)


def _aligned_rows(
    book: Book,
    rows: Sequence[Alignment],
    items: Mapping[str, ComparedTiltak | ComparedGoal],
    lacking: Mapping[str, str],
) -> Iterator[list[Cell]]:
    empty = {plan.id: UNKNOWN if is_doubtful(plan) else None for plan in book.plans.values()}
    for row in rows:
        said: dict[str, list[str]] = {}
        for item in row.items:
            said.setdefault(items[item].plan, []).append(_with_page(items[item], book))
        texts = ["\n".join(said[plan]) if plan in said else empty[plan] for plan in book.plans]
        doubt = None if row.sure else book.words["terminal"]["perhaps"]
        yield [row.id, len(row.plans), row.similarity, doubt, lacking.get(row.id), *texts]


def _with_page(item: ComparedTiltak | ComparedGoal, book: Book) -> str:
    page = item.place.page
    return (
        f"{plain(item.text)} ({book.words['columns']['page'].lower()} {page})" if page else plain(item.text)
    )
