"""Draws an outline in a few lines of text.

    Bygda kommune                a paragraph of its own: each line is one
    [18 bold] Folkehelseplan     … set in 18 points, bold
    # 1 Innledning               a heading, as deep as it has #; number and label are split off
    - Etablere …                 an item of a list; a), 1. and • work too
    | Tiltak | Ansvar |          rows of a table, up to the next line that is none
    --- side 2                   what follows stands on page 2

Empty lines become the gap above the next paragraph. Offsets count in the drawing itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from textwrap import dedent

from extractor.document import Cell, LayoutDocument, Line, Page, Place, Table, Text, Word
from extractor.structure.outline import Block, Outline, Paragraph, Section

_SET = re.compile(r"\[(?P<size>[\d.]+)?\s*(?P<bold>bold)?\]\s*")
_HEADING = re.compile(r"(?P<depth>#+)\s*(?P<line>.*)")
_LABELLED = re.compile(
    r"(?P<label>Kapittel|Hovedmål|Hovudmål|Delmål|Mål|Vedlegg)\s+(?P<number>[\dIVX.]+)[:.]?(?:\s+|$)", re.I
)
_NUMBERED = re.compile(r"(?P<number>\d+(?:\.\d+)*|[IVX]+(?=\.))\.?\s+")
_ITEM = re.compile(r"(?P<marker>[-•]|\w\)|\d+\.)\s+")
_PAGE = re.compile(r"--- side (\d+)")


def text(value: str, *, start: int = 0, page: int | None = None) -> Text:
    """Return running text whose words stand at `start` and onwards."""
    return Text.of(
        Word(found.group(), Place(start + found.start(), start + found.end(), page))
        for found in re.finditer(r"\S+", value)
    )


def drawn(
    drawing: str,
    *,
    furniture: Sequence[str] = (),
    toc: Sequence[str] = (),
    media_type: str = "text/plain",
) -> Outline:
    """Return the outline that `drawing` shows."""
    drawing = dedent(drawing)
    document = LayoutDocument("plan.txt", "0" * 64, media_type, [Page(None)], drawing)
    outline = Outline(document, [], [], [text(line) for line in furniture], [text(line) for line in toc])
    open_sections: list[Section] = []
    gap, page = 0.0, None
    for line, start in _lines(drawing):
        if turned := _PAGE.match(line):
            page = int(turned[1])
        elif not line:
            gap += 1
        elif heading := _HEADING.match(line):
            section = _section(heading, start, page, f"s{len(outline.sections) + 1}")
            open_sections = [one for one in open_sections if one.level < section.level]
            section.parent = open_sections[-1] if open_sections else None
            open_sections.append(section)
            outline.sections.append(section)
        else:
            _add(outline.sections[-1].blocks if outline.sections else outline.front, line, start, page, gap)
        gap = gap if not line else 0.0
    return outline


def _lines(drawing: str) -> Iterator[tuple[str, int]]:
    start = 0
    for line in drawing.splitlines(keepends=True):
        yield line.strip(), start + len(line) - len(line.lstrip())
        start += len(line)


def _section(heading: re.Match[str], start: int, page: int | None, name: str) -> Section:
    line, start = heading["line"], start + heading.start("line")
    front = _LABELLED.match(line) or _NUMBERED.match(line)
    parts = front.groupdict() if front else {}
    skipped = front.end() if front else 0
    return Section(
        name,
        text(line[skipped:], start=start + skipped, page=page),
        (parts.get("number") or "").rstrip(".") or None,
        parts.get("label"),
        len(heading["depth"]),
        heading=text(line, start=start, page=page),
    )


def _add(blocks: list[Block], line: str, start: int, page: int | None, gap: float) -> None:
    if line.startswith("|"):
        if not (blocks and isinstance(blocks[-1], Table)) or gap:
            blocks.append(Table([], page, gap=gap))
        table = blocks[-1]
        assert isinstance(table, Table)
        table.rows.append(list(_cells(line, start, page)))
        return
    front = _SET.match(line) or _ITEM.match(line)
    parts = front.groupdict() if front else {}
    skipped = front.end() if front else 0
    own = skipped if "size" in parts else 0
    blocks.append(
        Paragraph(
            text(line[skipped:], start=start + skipped, page=page),
            parts.get("marker"),
            1 if parts.get("marker") else 0,
            bold=bool(parts.get("bold")),
            size=float(parts["size"]) if parts.get("size") else None,
            gap=gap,
            whole=text(line[own:], start=start + own, page=page),
            page=page,
        )
    )


def _cells(line: str, start: int, page: int | None) -> Iterator[Cell]:
    for found in re.finditer(r"(?<=\|)[^|]+(?=\|)", line):
        value = text(found.group(), start=start + found.start(), page=page)
        yield Cell([Line(value, page)] if value else [])
