"""What is drawn and not written: bullets, coloured grounds of words."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from read.make_pdf import Draw, Sheet, lines, make_pdf, read, table_of, tables, values
from read.test_pdf_pdfium import assert_same, read_by_plumber

ITEMS = {
    "nb": ["Bygge gangvei til skolen", "Ansette rådgiver i barnehagen", "Øke lærertettheten"],
    "nn": ["Byggje gangveg til skulen", "Tilsetje rådgjevar i barnehagen", "Auke lærartettleiken"],
}
DrawBullet = Callable[[Sheet, float, float], None]
in_both = pytest.mark.parametrize("items", ITEMS.values(), ids=ITEMS.keys())


def disc(sheet: Sheet, x: float, y: float) -> None:
    sheet.canvas.circle(x, sheet.height - y, 1.5, stroke=0, fill=1)


def square(sheet: Sheet, x: float, y: float) -> None:
    sheet.box(x - 1.6, y - 1.6, x + 1.6, y + 1.6, fill=0)


def ring(sheet: Sheet, x: float, y: float) -> None:
    sheet.canvas.circle(x, sheet.height - y, 1.5, stroke=1, fill=0)


def listed(items: list[str], draw: DrawBullet, *, off: float = 0.0) -> Draw:
    def page(sheet: Sheet) -> None:
        for index, item in enumerate(items):
            y = 100 + 14 * index
            draw(sheet, 74, y + 6.5 + off)
            sheet.text(84, y, item)

    return page


@in_both
@pytest.mark.parametrize("draw", [disc, ring, square])
def test_a_drawn_bullet_opens_an_item(items: list[str], draw: DrawBullet) -> None:
    document = read(listed(items, draw))
    assert [(line.bullet, line.text.value) for line in lines(document)] == [("•", item) for item in items]
    assert document.text.split() == " ".join(items).split()


@in_both
@pytest.mark.parametrize("draw", [disc, ring, square])
def test_both_parsers_see_drawn_bullets(
    items: list[str], draw: DrawBullet, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = make_pdf(listed(items, draw))
    assert [line.bullet for line in lines(assert_same(data, monkeypatch))] == ["•"] * 3
    assert [line.bullet for line in lines(read_by_plumber(data, monkeypatch))] == ["•"] * 3


@in_both
def test_a_dot_between_lines_is_no_bullet(items: list[str]) -> None:
    assert not any(line.bullet for line in lines(read(listed(items, disc, off=7))))


@in_both
def test_a_dotted_line_beside_the_text_is_no_row_of_bullets(items: list[str]) -> None:
    def page(sheet: Sheet) -> None:
        for step in range(15):
            disc(sheet, 74, 100 + 4 * step)
        for index, item in enumerate(items):
            sheet.text(84, 100 + 14 * index, item)

    assert not any(line.bullet for line in lines(read(page)))


@in_both
def test_drawn_bullets_part_the_items_of_a_cell(items: list[str]) -> None:
    def page(sheet: Sheet) -> None:
        sheet.rule(60, 90, 500, 90)
        sheet.rule(60, 110, 500, 110)
        sheet.rule(60, 160, 500, 160)
        for x in (60, 300, 500):
            sheet.rule(x, 90, x, 160)
        sheet.text(65, 94, "Tiltak")
        sheet.text(305, 94, "Ansvar")
        for index, item in enumerate(items[:2]):
            disc(sheet, 68, 120.5 + 14 * index)
            sheet.text(78, 114 + 14 * index, item)
        sheet.text(305, 114, "Teknisk sjef")

    assert table_of(page)[1] == [f"• {items[0]} / • {items[1]}", "Teknisk sjef"]


@pytest.mark.parametrize(
    "rows",
    [
        [["Tiltak", "Ansvar", "Status"], ["Ny skolevei", "Rektor", "Pågår"], ["Leksehjelp", "SFO", "Ferdig"]],
        [
            ["Tiltak", "Ansvar", "Status"],
            ["Ny skuleveg", "Rektor", "I gang"],
            ["Leksehjelp", "SFO", "Ferdig"],
        ],
    ],
    ids=["nb", "nn"],
)
@pytest.mark.parametrize("is_round", [True, False])
def test_a_coloured_ground_of_words_is_no_cell(rows: list[list[str]], is_round: bool) -> None:
    def page(sheet: Sheet) -> None:
        for index, row in enumerate(rows[1:], start=1):
            sheet.canvas.setFillGray(0.8)
            width = sheet.canvas.stringWidth(row[2], "Helvetica", 9)
            y = 104 + 19.7 * index
            if is_round:
                sheet.canvas.roundRect(366, sheet.height - y - 11, width + 12, 12, 5, stroke=0, fill=1)
            else:
                sheet.canvas.rect(370, sheet.height - y - 11, width + 4, 12, stroke=0, fill=1)
            sheet.canvas.setFillGray(0)
        sheet.table([60, 220, 364, 500], 100, rows)

    (table,) = tables(read(page))
    assert values(table) == rows


@in_both
def test_the_first_of_several_columns_may_be_shaded_all_the_way_down(items: list[str]) -> None:
    header = ["Nr", "Tiltak", "Ansvar"]

    def page(sheet: Sheet) -> None:
        edges = [60, 80, 300, 450]
        for x0, x1 in pairwise(edges):
            sheet.box(x0, 90, x1, 110, fill=0.7)
        for x, word in zip(edges, header, strict=False):
            sheet.text(x + 4, 94, word, font="Helvetica-Bold", size=9)
        for index, item in enumerate(items):
            y = 110 + 20 * index
            sheet.box(60, y, 80, y + 20, fill=0.5)
            sheet.rule(60, y + 20, 450, y + 20)
            for x, word in zip(edges, [str(index + 1), item, "Rektor"], strict=False):
                sheet.text(x + 4, y + 4, word, size=9)

    assert table_of(page) == [header, *([str(n), item, "Rektor"] for n, item in enumerate(items, start=1))]
