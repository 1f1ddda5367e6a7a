"""Turns a drawing of a document into what the stages work on, so that a test shows its case in a few lines."""

from __future__ import annotations

from textwrap import dedent

from extractor.document import Block, Box, Cell, LayoutDocument, Line, Page, Table, Text, Word
from extractor.document import Place as DocumentPlace
from extractor.interpret.promises import Promises, read_promises
from extractor.read.text import read_text
from extractor.structure.outline import Outline
from extractor.structure.sections import build_outline


def words(text: str) -> Text:
    """Return a text whose words stand one behind the other."""
    found, start = [], 0
    for word in text.split():
        start = text.index(word, start)
        found.append(Word(word, DocumentPlace(start, start + len(word))))
        start += len(word)
    return Text.of(found)


def line(text: str, **facts: object) -> Line:
    """Return a line with the given facts (size, bold, gap …)."""
    return Line(words(text), **facts)  # type: ignore[arg-type]


def table(*rows: str, **facts: object) -> Table:
    """Return a table of rows drawn as «a | b | c»."""
    cells = [[Cell([line(part.strip())] if part.strip() else []) for part in row.split("|")] for row in rows]
    return Table(cells, **facts)  # type: ignore[arg-type]


def outline(drawing: str) -> Outline:
    """Return the outline of a text document; columns of tables are drawn with « | » and stand for tabs."""
    text = dedent(drawing).strip("\n").replace(" | ", "\t")
    return build_outline(read_text(text.encode(), "plan.txt", "0" * 64))


def titles(drawing: str) -> list[tuple[int, str | None, str]]:
    """Return level, number and title of each section."""
    return [(section.level, section.number, section.title.value) for section in outline(drawing).sections]


def promises(drawing: str, *, language: str = "nb") -> Promises:
    """Return the goals and tiltak of a drawn plan."""
    return read_promises(outline(drawing), language=language, with_tiltak=True)  # type: ignore[arg-type]


PAGE_WIDTH, PAGE_HEIGHT = 595.0, 842.0  # A4 in points


def page(number: int, *drawn: tuple[float, str] | tuple[float, str, float]) -> Page:
    """Return a page of lines, each drawn as (distance from the top in points, wording[, type size])."""
    lines: list[Block] = []
    for top, text, *rest in drawn:
        size = rest[0] if rest else 11.0
        box = Box(70, top, 70 + 5 * len(text), top + size)
        start = number * 10_000 + int(top) * 10  # apart from all other lines
        placed = Text.of(
            Word(word.text, DocumentPlace(start + word.place.start, start + word.place.end, number, box))
            for word in words(text).words
        )
        lines.append(Line(placed, page=number, box=box, size=size, full=False))
    return Page(number, PAGE_WIDTH, PAGE_HEIGHT, lines)


def pdf(*pages: Page) -> LayoutDocument:
    """Return the pages as a PDF that was read."""
    return LayoutDocument("plan.pdf", "0" * 64, "application/pdf", list(pages))
