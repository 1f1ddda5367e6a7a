"""A comparison in the terminal: who has what, what several plans have, what only one lacks.

The long lists are cut off with a count of what is left; the workbook and the other files have everything. Tables need
some width: on narrow terminals each row becomes some lines of a list.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from rich import box
from rich.console import Console
from rich.table import Table

from extractor.emit.documents import how_many, told_twice
from extractor.emit.sheets.book import UNKNOWN, Book, Language, is_doubtful
from extractor.emit.terminal_text import indented, safe
from extractor.emit.times import date_in_words
from schemas.comparison import Alignment, ComparedGoal, ComparedPlan, ComparedTiltak, Comparison

NOTHING = "–"
MOST_PLANS, MOST_ROWS, MOST_COLUMNS = 40, 25, 7
NARROW = 60  # columns: below this, lists stand in the place of tables


def show_comparison(comparison: Comparison, console: Console, *, language: Language = "nb") -> None:
    """Print plans side by side.

    Args:
        language: of the words around the plans.
    """
    book = Book(comparison, language)
    words = book.words["terminal"]
    headline = words["headline"].format(
        documents=how_many(comparison.plans, book.words["documents"]),
        tiltak=len(comparison.tiltak),
        goals=len(comparison.goals),
    )
    console.print(safe(headline, "bold"))
    if twice := told_twice(comparison, book.words["documents"]):
        console.print(safe(twice, "yellow"))
    _print_overview(book, console)
    _print_themes(book, console)
    _print_aligned(book, console, "side_by_side", comparison.tiltak_aligned, book.tiltak)
    if not comparison.tiltak_aligned:
        console.print(safe(words["nothing_shared"], "dim"))
    _print_aligned(book, console, "goals_side_by_side", comparison.goals_aligned, book.goals)
    _print_all_but_one(book, console)
    _print_only_here(book, console)
    _print_reading(book, console)


def _print_title(book: Book, console: Console, key: str, count: int | str = 0) -> None:
    console.print()
    title = book.words["terminal"][key]
    console.print(safe(f"{title} ({count})" if count else title, "bold cyan"))


def _print_rest(book: Book, console: Console, there: int, shown: int) -> None:
    if there > shown:
        console.print(indented(safe(book.words["terminal"]["more"].format(count=there - shown), "dim")))


def _print_overview(book: Book, console: Console) -> None:
    _print_title(book, console, "overview")
    plans = book.comparison.plans
    rows = [_overview_row(plan, number, book) for number, plan in enumerate(plans[:MOST_PLANS], start=1)]
    words, columns = book.words["terminal"], book.words["columns"]
    titles = [words["plan"], words["language"], columns["goals"], columns["tiltak"]]
    titles += [words["with_responsible"], words["with_deadline"], words["oldest_open"]]
    _print_rows(console, titles, rows)
    _print_rest(book, console, len(plans), MOST_PLANS)


def _overview_row(plan: ComparedPlan, number: int, book: Book) -> list[str]:
    counts = plan.counts
    return [
        f"{number}  {plan.label}",
        plan.language or NOTHING,
        str(counts.goals),
        str(counts.tiltak),
        _share(counts.with_responsible, counts.tiltak),
        _share(counts.with_deadline, counts.tiltak),
        date_in_words(plan.oldest_open, book.times) or NOTHING,
    ]


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f} %" if whole else NOTHING


def _print_rows(console: Console, titles: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a table, the first column as wide as there is room; on a narrow terminal, print lines instead."""
    if console.width < NARROW:
        for first, *others in rows:
            console.print(indented(safe(first, "bold")))
            told = (f"{title} {value}" for title, value in zip(titles[1:], others, strict=True))
            console.print(indented(safe(", ".join(told)), 4))
        return
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, header_style="bold")
    for at, title in enumerate(titles):
        table.add_column(safe(title), justify="right" if at else "left", overflow="fold")
    for row in rows:
        table.add_row(*(safe(value) for value in row))
    console.print(indented(table))


def _print_themes(book: Book, console: Console) -> None:
    """Print how many tiltak each plan, by its number, has under each theme; of many plans, only the sums."""
    rows = [(book.name(row.name), row.tiltak) for row in book.comparison.themes if row.tiltak]
    if book.comparison.without_theme:
        rows.append((book.words["values"]["without_theme"], book.comparison.without_theme))
    if not rows:
        return
    words = book.words["terminal"]
    plans = book.comparison.plans if len(book.comparison.plans) <= MOST_COLUMNS else []
    titles = [words["theme"], *map(str, range(1, len(plans) + 1)), words["sum"], words["plans"]]
    _print_title(book, console, "themes")
    _print_rows(console, titles, (_theme_row(name, tiltak, plans) for name, tiltak in rows))
    if any(map(is_doubtful, plans)):
        console.print(indented(safe(book.words["values"]["unknown"], "dim")))


def _theme_row(name: str, tiltak: Mapping[str, Sequence[str]], plans: Sequence[ComparedPlan]) -> list[str]:
    counts = [
        str(len(tiltak[plan.id])) if plan.id in tiltak else UNKNOWN if is_doubtful(plan) else NOTHING
        for plan in plans
    ]
    return [name, *counts, str(sum(map(len, tiltak.values()))), str(len(tiltak))]


def _print_aligned(
    book: Book,
    console: Console,
    key: str,
    rows: Sequence[Alignment],
    items: Mapping[str, ComparedTiltak | ComparedGoal],
) -> None:
    if not rows:
        return
    sure = sum(row.sure for row in rows)
    told = book.words["terminal"]["shared"].format(sure=sure, unsure=len(rows) - sure)
    _print_title(book, console, key, told if sure < len(rows) else sure)
    for row in rows[:MOST_ROWS]:
        similarity, plans = f"{100 * row.similarity:.0f} %", len(row.plans)
        if not row.sure:
            similarity += f", {book.words['terminal']['perhaps']}"
        console.print(
            indented(safe(f"{row.id}  {plans} {book.words['columns']['plans'].lower()}, {similarity}", "dim"))
        )
        said = (items[item] for item in row.items[:MOST_COLUMNS])
        _print_list(console, ((book.label(item.plan), _with_page(item, book)) for item in said), inset=4)
        _print_rest(book, console, len(row.items), MOST_COLUMNS)
    _print_rest(book, console, len(rows), MOST_ROWS)


def _with_page(item: ComparedTiltak | ComparedGoal, book: Book) -> str:
    page = item.place.page
    return f"{item.text} ({book.words['columns']['page'].lower()} {page})" if page else item.text


def _print_list(console: Console, pairs: Iterable[tuple[str, str]], *, inset: int = 2) -> None:
    """Print names with a text behind each; on a narrow terminal, the text stands below."""
    if console.width < NARROW:
        for name, text in pairs:
            console.print(indented(safe(name, "magenta"), inset))
            console.print(indented(safe(text), inset + 2))
        return
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="magenta", overflow="fold", max_width=24)
    grid.add_column(overflow="fold")
    for name, text in pairs:
        grid.add_row(safe(name), safe(text))
    console.print(indented(grid, inset))


def _print_all_but_one(book: Book, console: Console) -> None:
    missing = book.comparison.all_but_one
    if not missing:
        return
    _print_title(book, console, "all_but_one", len(missing))
    rows = {row.id: row for row in book.comparison.tiltak_aligned}
    word = book.words["terminal"]["missing_in"]
    told = (
        (word.format(plan=book.label(one.plan)), book.tiltak[rows[one.alignment].items[0]].text)
        for one in missing[:MOST_ROWS]
    )
    _print_list(console, told)
    _print_rest(book, console, len(missing), MOST_ROWS)


def _print_only_here(book: Book, console: Console) -> None:
    alone = book.comparison.only_here
    if not alone:
        return
    _print_title(book, console, "only_here", sum(map(len, alone.values())))
    word = book.words["columns"]["tiltak"].lower()
    shown = list(alone.items())[:MOST_PLANS]
    _print_list(console, ((book.label(plan), f"{len(items)} {word}") for plan, items in shown))
    _print_rest(book, console, len(alone), MOST_PLANS)


def _print_reading(book: Book, console: Console) -> None:
    """Tell of the plans in which something may be that was not read."""
    doubtful = [plan for plan in book.comparison.plans if plan.reading.verdict != "good"]
    if not doubtful:
        return
    _print_title(book, console, "reading", len(doubtful))
    told = ((plan.label, "; ".join(_lost(plan, book.words))) for plan in doubtful[:MOST_PLANS])
    _print_list(console, told)
    _print_rest(book, console, len(doubtful), MOST_PLANS)


def _lost(plan: ComparedPlan, words: Mapping[str, Any]) -> Iterator[str]:
    reading = plan.reading
    if reading.pages_not_read:
        yield words["terminal"]["pages_not_read"].format(pages=", ".join(map(str, reading.pages_not_read)))
    if reading.characters and reading.unassigned:
        share = f"{100 * reading.unassigned / reading.characters:.0f}"
        yield words["terminal"]["characters_lost"].format(share=share)
