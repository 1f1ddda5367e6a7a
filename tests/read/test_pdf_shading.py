"""Tables drawn by shading alone: every other row, a dark header, merged cells, and what goes on over the page."""

from __future__ import annotations

from itertools import pairwise

import pytest
from read.make_pdf import HEIGHT, WIDTH, Sheet, read, table_of, tables, texts, values

XS = [70, 180, 350, 440, 520]
NB = [
    ["Mål", "Tiltak", "Ansvarlig", "Frist"],
    ["Trygg skolevei", "Bygge fortau langs veien fra sentrum til den nye skolen", "Teknisk sjef", "2021"],
    ["Gode lag", "Leie ut haller gratis", "Kultursjefen", "Årlig"],
    ["Friske eldre", "Holde kurs i fall og balanse på alle sykehjem", "Fysioterapeut", ""],
    ["Rene elver", "Kartlegge avløp", "Teknisk sjef", "2023"],
]
NN = [
    ["Mål", "Tiltak", "Ansvarleg", "Frist"],
    ["Trygg skuleveg", "Byggje fortau langs vegen frå sentrum til den nye skulen", "Teknisk sjef", "2021"],
    ["Gode lag", "Leige ut hallar gratis", "Kultursjefen", "Kvart år"],
    ["Friske eldre", "Halde kurs i fall og balanse på alle sjukeheimar", "Fysioterapeut", ""],
    ["Reine elvar", "Kartleggje avløp", "Teknisk sjef", "2023"],
]
both = pytest.mark.parametrize("rows", [NB, NN], ids=["nb", "nn"])
PROSE = (
    "Kommunen vil at alle som bur her, skal ha eit trygt og godt liv i bygda si, heile livet og heile året. "
)


def plain(rows: list[list[str]]) -> list[list[str]]:
    return [[cell.replace(" / ", " ") for cell in row] for row in rows]


def shade(sheet: Sheet, top: float, bottom: float, *, first: int = 0, fill: float = 0.9) -> None:
    """Shade one row, cell by cell, as word processors do."""
    for x, right in list(pairwise(XS))[first:]:
        sheet.box(x, top, right, bottom, fill=fill)


def zebra(
    sheet: Sheet, y: float, rows: list[list[str]], *, shaded: int = 1, header: str = "Helvetica-Bold"
) -> float:
    """Draw a table in which every other row is shaded, from the row `shaded`; return where it ends."""
    for index, row in enumerate(rows):
        bottom = y + 18 if index == 0 and header.endswith("Bold") else y + 30
        if index >= shaded and (index - shaded) % 2 == 0:
            shade(sheet, y, bottom)
        for x, right, cell in zip(XS, XS[1:], row, strict=False):
            sheet.prose(x + 4, y + 4, cell, right - x - 8, size=9, font=header if index == 0 else "Helvetica")
        y = bottom
    return y


@both
@pytest.mark.parametrize("shaded", [0, 1, 2], ids=["header", "first row", "second row"])
def test_rows_between_shaded_rows_are_rows(rows: list[list[str]], shaded: int) -> None:
    assert plain(table_of(lambda sheet: zebra(sheet, 150, rows, shaded=shaded))) == rows


@both
def test_text_around_shaded_rows_stays_text(rows: list[list[str]]) -> None:
    def page(sheet: Sheet) -> None:
        y = sheet.prose(70, 100, PROSE, 450)
        sheet.text(70, y + 10, "Tiltaksplan", size=14, font="Helvetica-Bold")
        y = zebra(sheet, y + 36, rows[:3], shaded=1)
        sheet.prose(70, y + 6, PROSE, 450)

    document = read(page)
    assert plain(values(tables(document)[0])) == rows[:3]
    assert " ".join(texts(document)) == f"{PROSE}Tiltaksplan {PROSE}".strip()


@both
def test_two_tables_with_the_same_columns_stay_two(rows: list[list[str]]) -> None:
    def page(sheet: Sheet) -> None:
        y = zebra(sheet, 100, rows, shaded=0)
        sheet.text(74, y + 12, "Kultur", size=14, font="Helvetica-Bold")
        zebra(sheet, y + 40, rows, shaded=0)

    document = read(page)
    assert [plain(values(table)) for table in tables(document)] == [rows, rows]
    assert texts(document) == ["Kultur"]


def merged(sheet: Sheet, goals: list[str], tiltak: list[str], *, dark: bool) -> None:
    """Draw two goals over two rows each; the cell of the first is shaded over both rows when `dark`."""
    shade(sheet, 100, 118, fill=0.6)
    for x, title in zip(XS, NN[0], strict=False):
        sheet.text(x + 4, 104, title, size=9, font="Helvetica-Bold")
    if dark:
        sheet.box(XS[0], 118, XS[1], 166, fill=0.9)
    for y in (118, 166):
        shade(sheet, y, y + 24, first=1)
    for goal, y in zip(goals, (122, 170), strict=True):
        sheet.prose(74, y, goal, 90, size=9)
    for index, words in enumerate(tiltak):
        for x, cell in zip(XS[1:], (words, "Rektor", "2021"), strict=False):
            sheet.text(x + 4, 122 + 24 * index, cell, size=9)


@pytest.mark.parametrize("dark", [True, False], ids=["shaded", "plain"])
@pytest.mark.parametrize(
    ("goals", "tiltak"),
    [
        (["Barn og unge skal ha det trygt hele livet", "Alle er med"], ["Kurs", "Lys", "Haller", "Lag"]),
        (["Born og unge skal ha det trygt heile livet", "Alle er med"], ["Kurs", "Ljos", "Hallar", "Lag"]),
    ],
    ids=["nb", "nn"],
)
def test_goal_that_reaches_over_rows_is_one_cell(goals: list[str], tiltak: list[str], dark: bool) -> None:
    found = plain(table_of(lambda sheet: merged(sheet, goals, tiltak, dark=dark)))
    assert [row[:2] for row in found[1:]] == [
        [goals[0], tiltak[0]],
        ["", tiltak[1]],
        [goals[1], tiltak[2]],
        ["", tiltak[3]],
    ]


@both
def test_shaded_table_goes_on_over_the_page(rows: list[list[str]]) -> None:
    def first(sheet: Sheet) -> None:
        sheet.prose(70, 100, PROSE * 3, 450)
        zebra(sheet, 660, rows[:4])

    def second(sheet: Sheet) -> None:
        y = zebra(sheet, 70, [rows[3], rows[4]], shaded=0, header="Helvetica")
        sheet.prose(70, y + 20, PROSE * 3, 450)

    found = [plain(values(table)) for table in tables(read(first, second))]
    assert found == [rows[:4], [rows[3], rows[4]]]


@both
def test_number_of_the_page_is_no_row(rows: list[list[str]]) -> None:
    def page(sheet: Sheet) -> None:
        y = zebra(sheet, 640, rows[:4])
        sheet.text(WIDTH / 2, y + 10, "12", size=9)

    document = read(page)
    assert plain(values(tables(document)[0])) == rows[:4]
    assert texts(document) == ["12"]


@both
def test_shaded_titles_below_a_shaded_header_are_rows_of_one_table(rows: list[list[str]]) -> None:
    def page(sheet: Sheet) -> None:
        shade(sheet, 100, 118, fill=0.6)
        y = 118.0
        for x, title in zip(XS, rows[0], strict=False):
            sheet.text(x + 4, 104, title, size=9, font="Helvetica-Bold")
        for title, row in (("Oppvekst og kultur i heile kommunen", rows[1]), ("Teknisk", rows[2])):
            sheet.box(XS[0], y, XS[-1], y + 18, fill=0.85)
            sheet.text(74, y + 4, title, size=9, font="Helvetica-Bold")
            for x, right, cell in zip(XS, XS[1:], row, strict=False):
                sheet.prose(x + 4, y + 22, cell, right - x - 8, size=9)
            y += 62

    assert plain(table_of(page)) == [
        rows[0],
        ["Oppvekst og kultur i heile kommunen", "", "", ""],
        rows[1],
        ["Teknisk", "", "", ""],
        rows[2],
    ]


def test_shaded_boxes_around_text_are_no_table() -> None:
    def page(sheet: Sheet) -> None:
        for y, words in ((100, "Hovudmål: Ingen skal bli skadde"), (118, "Delmål 1: Trygge skulevegar")):
            sheet.box(70, y, 520, y + 18, fill=0.9)
            sheet.text(76, y + 4, words)

    document = read(page)
    assert (tables(document), texts(document)) == (
        [],
        ["Hovudmål: Ingen skal bli skadde", "Delmål 1: Trygge skulevegar"],
    )


@pytest.mark.parametrize(
    ("left", "right"),
    [("Beredskapsplan", "Nes kommune"), ("Temaplan for folkehelse", "Kommunedirektøren")],
    ids=["nn", "nb"],
)
def test_ends_of_a_landscape_header_are_two_lines(left: str, right: str) -> None:
    def page(sheet: Sheet) -> None:
        sheet.text(70, 60, left, size=9)
        sheet.text(640, 60, right, size=9)
        sheet.prose(70, 120, PROSE * 3, 700)

    document = read(page, size=(HEIGHT, WIDTH))
    assert texts(document)[:2] == [left, right]


@both
def test_last_row_below_the_shades_is_whole_though_its_cells_stand_at_half_its_height(
    rows: list[list[str]],
) -> None:
    """A number in the middle of a row of three lines begins later than the lines beside it."""

    def page(sheet: Sheet) -> None:
        y = zebra(
            sheet, 150, [["Nr", *rows[0][1:]], ["1", *rows[2][1:]], ["2", *rows[4][1:]], ["3", *rows[2][1:]]]
        )
        sheet.text(XS[2] + 4, y + 4, "Kultursjefen,", size=9)
        sheet.text(XS[1] + 4, y + 9.5, "Bygge nye boliger", size=9)
        sheet.text(XS[0] + 4, y + 15, "4", size=9)
        sheet.text(XS[2] + 4, y + 15, "rådmannen,", size=9)
        sheet.text(XS[1] + 4, y + 20.5, "i bygda", size=9)
        sheet.text(XS[2] + 4, y + 26, "NAV", size=9)

    [found] = tables(read(page))
    assert plain(values(found))[-1] == ["4", "Bygge nye boliger i bygda", "Kultursjefen, rådmannen, NAV", ""]
