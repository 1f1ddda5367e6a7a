"""Plans made up for measuring: pages of one kind, as many as asked for.

Every kind is a way in which plans are laid out: prose with a table of tiltak on every other page, a grid of rules over
the whole page, columns of prose, tables told by shades or by white space, pages on their side. The words mean
nothing; they are as long as Norwegian words are and never the same twice in a row.

    python benchmarks/make_documents.py FOLDER -p 50      one file of 50 pages of each kind
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)

MARGIN = 60.0  # points
BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=10, leading=13, spaceAfter=6)
TITLE = "Folkehelseplan for Storvik kommune 2024–2031"
TITLE_STYLE = ParagraphStyle("title", parent=BODY, fontName="Helvetica-Bold", fontSize=20, leading=28)
SMALL = ParagraphStyle("small", parent=BODY, fontSize=8, leading=9.5, spaceAfter=0)
HEADING = ParagraphStyle("heading", parent=BODY, fontName="Helvetica-Bold", fontSize=14, leading=18)
BOLD = ParagraphStyle("bold", parent=SMALL, fontName="Helvetica-Bold")
TEXT = (
    "kommunen skal leggje til rette for at innbyggjarane tek del i planarbeidet og at tenestene blir betre "
    "tiltakene følges opp hvert år av virksomhetene sammen med frivillige lag og foreninger i nærmiljøet "
    "skulen og barnehagen samarbeider med helsestasjonen om trygge oppvekstvilkår og gode møteplassar for alle"
)
WORDS = TEXT.split()
PARTIES = ("Rådmannen", "Oppvekst", "Helse og omsorg", "Teknisk", "NAV", "Kultur og fritid")
ROWS = 40  # of a page that is one grid
GRID_TITLES = ("Nr", "Tiltak", "Ansvarlig", "Samarbeid", "Frist", "Kostnad", "Status")
GRID_WIDTHS = [32.0, 148.0, 66.0, 66.0, 56.0, 50.0, 60.0]


def sentences(start: int, count: int, length: int = 14) -> str:
    """Return made-up sentences; `start` tells with which word they begin."""
    step = [WORDS[(start * 7 + index * 11) % len(WORDS)] for index in range(count * length)]
    parts = [step[at : at + length] for at in range(0, len(step), length)]
    return " ".join(f"{' '.join(part).capitalize()}." for part in parts)


def tiltak_rows(start: int, count: int) -> Iterator[list[str]]:
    """Yield rows of a table of tiltak, its header first."""
    yield ["Tiltak", "Ansvarlig", "Frist"]
    for index in range(start, start + count):
        text = sentences(index, 1, 9 + index % 12)
        yield [text, PARTIES[index % len(PARTIES)], f"Innen {2024 + index % 8}"]


def table(rows: Iterator[list[str]], widths: list[float], *style: tuple[Any, ...]) -> Table:
    """Return a table with a bold header."""
    cells = [[Paragraph(cell, SMALL if index else BOLD) for cell in row] for index, row in enumerate(rows)]
    return Table(cells, widths, style=[("VALIGN", (0, 0), (-1, -1), "TOP"), *style], repeatRows=1)


RULED = ("GRID", (0, 0), (-1, -1), 0.5, colors.black)
WIDTHS = [280.0, 110.0, 80.0]


def prose_with_tables(number: int) -> Iterator[Flowable]:
    """Yield a page of prose, on every other page with a ruled table below it."""
    tabled = number % 2
    yield Paragraph(f"{number + 1} {sentences(number, 1, 4)[:-1]}", HEADING)
    for index in range(4 if tabled else 9):
        yield Paragraph(sentences(number * 10 + index, 5), BODY)
    if tabled:
        yield table(tiltak_rows(number * 12, 12), WIDTHS, RULED)


def dense_grid(number: int) -> Iterator[Flowable]:
    """Yield a page that is one grid with a rule around every cell: a register of tiltak."""
    rows = [list(GRID_TITLES), *(_grid_row(number * ROWS + row) for row in range(1, ROWS))]
    style = [
        RULED,
        ("FONT", (0, 0), (-1, -1), "Helvetica", 6),
        ("FONT", (0, 0), (-1, 0), "Helvetica-Bold", 6),
    ]
    yield Table(rows, GRID_WIDTHS, [16.0] * ROWS, style=style)


def _grid_row(index: int) -> list[str]:
    text = " ".join(WORDS[(index * 5 + step * 3) % len(WORDS)] for step in range(4)).capitalize()
    party, helper = PARTIES[index % len(PARTIES)], PARTIES[(index + 2) % len(PARTIES)]
    return [
        str(index),
        text,
        party,
        helper,
        f"Innen {2024 + index % 8}",
        f"{index % 90 * 10} 000",
        "Under arbeid",
    ]


def two_columns(number: int) -> Iterator[Flowable]:
    """Yield the text of a page with two columns."""
    for index in range(10):
        yield Paragraph(sentences(number * 10 + index, 5), BODY)


def shaded_rows(number: int) -> Iterator[Flowable]:
    """Yield a table without rules in which every other row is shaded."""
    shades = ("ROWBACKGROUNDS", (0, 0), (-1, -1), [colors.lightgrey, colors.white])
    yield Paragraph(sentences(number, 3), BODY)
    yield table(tiltak_rows(number * 22, 22), WIDTHS, shades)


def white_space(number: int) -> Iterator[Flowable]:
    """Yield a table that only white space tells."""
    yield Paragraph(sentences(number, 3), BODY)
    yield Spacer(1, 12)
    yield table(tiltak_rows(number * 22, 22), WIDTHS, ("LINEBELOW", (0, 0), (-1, 0), 0.7, colors.black))


def on_its_side(number: int) -> Iterator[Flowable]:
    """Yield a wide table for a page on its side."""
    yield table(tiltak_rows(number * 18, 18), [420.0, 170.0, 130.0], RULED)


Maker = Callable[[int], Iterator[Flowable]]
KINDS: dict[str, tuple[Maker, bool, int]] = {  # how a page is made, whether on its side, in how many columns
    "prose-with-tables": (prose_with_tables, False, 1),
    "dense-grid": (dense_grid, False, 1),
    "two-columns": (two_columns, False, 2),
    "shaded-rows": (shaded_rows, False, 1),
    "white-space": (white_space, False, 1),
    "on-its-side": (on_its_side, True, 1),
}


def make(kind: str, pages: int, folder: Path) -> Path:
    """Write a document of one kind and return where."""
    maker, sideways, columns = KINDS[kind]
    path = folder / f"{kind}-{pages}.pdf"
    size = landscape(A4) if sideways else A4
    document = BaseDocTemplate(str(path), pagesize=size, title=TITLE)
    document.addPageTemplates(PageTemplate(frames=list(_frames(size, columns)), onPage=_number_page))
    story: list[Flowable] = []
    for number in range(pages):
        story += [Paragraph(TITLE, TITLE_STYLE)] if number == 0 else []
        story += [*maker(number), PageBreak()]
    document.build(story)
    return path


def _frames(size: tuple[float, float], columns: int) -> Iterator[Frame]:
    width = (size[0] - 2 * MARGIN + 20) / columns
    for column in range(columns):
        yield Frame(MARGIN + column * width, MARGIN, width - 20, size[1] - 2 * MARGIN, 0, 0, 0, 0)


def _number_page(canvas: Any, document: Any) -> None:
    canvas.setFont("Helvetica", 8)
    canvas.drawString(MARGIN, MARGIN / 2, f"Side {document.page}")


def main() -> None:
    """Read the arguments and write the documents."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("-p", "--pages", type=int, default=50)
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    for kind in KINDS:
        print(make(kind, options.pages, options.folder))


if __name__ == "__main__":
    main()
