"""Pages that are shown turned, tables drawn sideways, and words that read upwards."""

from __future__ import annotations

from functools import partial

import pytest
from read.make_pdf import HEIGHT, WIDTH, Draw, Sheet, lines, make_pdf, read, tables, texts, values
from read.test_pdf_pdfium import assert_same

from extractor.document import Box, clockwise
from extractor.structure.furniture import mark_furniture

NB = [["Tiltak", "Ansvar", "Frist"], ["Gangvei langs Storgata", "Teknisk etat", "Innen 2031"]]
NN = [["Tiltak", "Ansvarleg", "Frist"], ["Gangveg langs Storgata", "Teknisk etat", "Innan 2031"]]
LONG = "Kommunen skal prøve alt dette ut i to år og så tenkje seg om att i lag med skulane."

both = pytest.mark.parametrize("rows", [NB, NN], ids=["nb", "nn"])
sideways = pytest.mark.parametrize("degrees", [90, 180, 270])


def wide_page(sheet: Sheet, rows: list[list[str]]) -> None:
    """Draw on a page that lies on its side."""
    sheet.text(70, 60, "Handlingsdel", size=14, font="Helvetica-Bold")
    sheet.table([70, 300, 520, 700], 100, rows)


def turn_canvas(sheet: Sheet, degrees: int) -> Sheet:
    """Turn what is drawn from now on against the clock; return the sheet as it then lies."""
    width, height = sheet.width, sheet.height
    x, y = {90: (width, 0.0), 180: (width, height), 270: (0.0, height)}[degrees]
    sheet.canvas.translate(x, y)
    sheet.canvas.rotate(degrees)
    turned = Sheet.__new__(Sheet)
    turned.canvas = sheet.canvas
    turned.width, turned.height = (width, height) if degrees == 180 else (height, width)
    return turned


def shown_turned(degrees: int, rows: list[list[str]]) -> bytes:
    """Return a page that is drawn sideways and that /Rotate sets upright."""

    def page(sheet: Sheet) -> None:
        sheet.canvas.setPageRotation(degrees)
        wide_page(turn_canvas(sheet, degrees), rows)
        seen = (sheet.height, sheet.width) if degrees % 180 else (sheet.width, sheet.height)
        sheet.canvas.setPageSize(seen)

    return make_pdf(page, size=(WIDTH, HEIGHT) if degrees % 180 else (HEIGHT, WIDTH))


@both
@sideways
def test_a_page_that_is_shown_turned_is_read_as_it_is_seen(
    rows: list[list[str]], degrees: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = assert_same(shown_turned(degrees, rows), monkeypatch)
    assert (document.pages[0].width, document.pages[0].height) == (HEIGHT, WIDTH)
    assert texts(document) == ["Handlingsdel"]
    (line,) = lines(document)
    assert line.box is not None
    assert (round(line.box.x0), round(line.box.top)) == (70, 63)
    assert [place.seen for place in line.text.places()] == [line.box]
    assert [values(table) for table in tables(document)] == [rows]


@both
@sideways
def test_a_page_drawn_sideways_is_turned_until_it_reads(
    rows: list[list[str]], degrees: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def page(sheet: Sheet) -> None:
        wide_page(turn_canvas(sheet, degrees), rows)

    size = (WIDTH, HEIGHT) if degrees % 180 else (HEIGHT, WIDTH)
    document = assert_same(make_pdf(page, size=size), monkeypatch)
    (line,) = lines(document)
    assert (document.pages[0].width, document.pages[0].height) == size
    assert [values(table) for table in tables(document)] == [rows]
    (place,) = line.text.places()
    assert place.seen is not None and line.box is not None
    wide = place.seen.x1 - place.seen.x0 > place.seen.bottom - place.seen.top
    assert wide == (degrees == 180)
    assert place.seen == clockwise(line.box, 4 - degrees // 90, HEIGHT, WIDTH)


@both
def test_header_and_intro_of_a_page_with_a_sideways_table_are_read(rows: list[list[str]]) -> None:
    def page(sheet: Sheet) -> None:
        sheet.text(70, 30, "Plan for trygge vegar")
        sheet.prose(70, 130, LONG, 430)
        turned = turn_canvas(sheet, 90)
        turned.table([70, 250, 420, 560], 200, [*rows, *[["Meir lys", LONG, "2030"]] * 3])

    document = read(page, page)
    assert [values(table)[:2] for table in tables(document)] == [rows, rows]
    assert LONG in " ".join(texts(document))
    mark_furniture(document)
    assert [line.text.value for line in lines(document) if line.furniture] == ["Plan for trygge vegar"] * 2


@pytest.mark.parametrize("label", ["Hovedmål 1 Trygg vei", "Hovudmål 1 Trygg veg"], ids=["nb", "nn"])
def test_a_label_along_a_table_is_read_before_it(label: str) -> None:
    def page(sheet: Sheet) -> None:
        sheet.text(70, 80, "Tiltak", size=14)
        sheet.turned(60, 270, label, 90)
        sheet.table([80, 300, 420, 540], 130, [NB[0], *[[LONG, "Rektor", "2030"]] * 4])

    document = read(page)
    assert texts(document) == ["Tiltak", label]
    (notice,) = document.notices
    assert (notice.code, notice.severity, notice.page) == ("rotated-text", "info", 1)
    assert label in notice.message


def test_a_mark_in_the_margin_stands_behind_the_text_that_it_does_not_belong_to() -> None:
    def page(sheet: Sheet) -> None:
        sheet.prose(70, 100, LONG * 4, 450)
        sheet.turned(40, 150, "Utkast nr. 2", 90)

    document = read(page)
    assert texts(document)[-1] == "Utkast nr. 2"


def test_a_mark_in_the_margin_of_all_pages_is_furniture() -> None:
    def page(sheet: Sheet, *, place: str) -> None:
        sheet.text(70, 300, place)
        sheet.turned(40, 450, "Plan for trygge skulevegar", 90)

    document = read(*[partial(page, place=place) for place in ("Bø", "Lunde", "Vrådal")])
    mark_furniture(document)
    assert [line.text.value for line in lines(document) if not line.furniture] == ["Bø", "Lunde", "Vrådal"]


def test_titles_of_narrow_columns_that_read_upwards_stay_in_their_cells() -> None:
    titles = ["Kommunen", "Fylket", "Staten", "Private", "Andre", "Sum"]

    def page(sheet: Sheet) -> None:
        xs = [70, *range(250, 250 + 30 * 7, 30)]
        bottom = sheet.table(xs, 180, [["Gangveg", "1", "2", "3", "4", "5", "15"]] * 2, header="Helvetica")
        for x, title in zip(xs[1:], titles, strict=False):
            sheet.turned(x + 18, 176, title, 90, size=9)
        sheet.rule(70, 110, xs[-1], 110)
        for x in xs:
            sheet.rule(x, 110, x, bottom)

    (table,) = tables(read(page))
    assert values(table)[0] == ["", *titles]


def test_what_stands_on_its_head_is_left_out_with_a_notice() -> None:
    def page(sheet: Sheet) -> None:
        sheet.text(70, 100, "Tiltaksplan")
        sheet.turned(300, 500, "Kladd", 180)

    document = read(page)
    assert texts(document) == ["Tiltaksplan"]
    assert [(notice.code, notice.message[:2]) for notice in document.notices] == [("rotated-text", "5 ")]


def test_four_quarter_turns_bring_a_box_back() -> None:
    box, width, height = Box(10, 20, 60, 30), 595.0, 842.0
    turned = box
    for _ in range(4):
        turned = clockwise(turned, 1, width, height)
        width, height = height, width
    assert turned == box


def page_with_two_ways(degrees: int) -> Draw:
    def page(sheet: Sheet) -> None:
        sheet.text(70, 100, "Forord")
        turn_canvas(sheet, degrees).prose(70, 200, LONG * 6, 300)

    return page


@sideways
def test_offsets_of_turned_text_point_into_the_text(degrees: int) -> None:
    document = read(page_with_two_ways(degrees))
    for line in lines(document):
        for word in line.text.words:
            assert document.text[word.place.start : word.place.end] == word.text
