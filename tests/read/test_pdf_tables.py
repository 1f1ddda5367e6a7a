"""Tables with rules: cells, merged cells, open sides, headers, and what only looks like a table."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from read.make_pdf import Sheet, blocks, lines, read, table_of, tables, texts, values

from extractor.document import Line, Table

XS = [70, 250, 400, 520]
NB = [
    ["Tiltak", "Ansvarlig", "Frist"],
    ["Bygge fortau langs skoleveien fra sentrum til skolen", "Teknisk sjef", "Innen 2021"],
    ["Holde kurs", "Rektor/FAU", "Årlig"],
]
NN = [
    ["Tiltak", "Ansvarleg", "Frist"],
    ["Byggje fortau langs skulevegen frå sentrum til skulen", "Teknisk sjef", "Innan 2021"],
    ["Halde kurs", "Rektor/FAU", "Kvart år"],
]
both = pytest.mark.parametrize("rows", [NB, NN], ids=["nb", "nn"])


def plain(rows: list[list[str]]) -> list[list[str]]:
    """Return cells without their line breaks."""
    return [[cell.replace(" / ", " ") for cell in row] for row in rows]


@both
def test_words_go_to_the_cells_that_rules_enclose(rows: list[list[str]]) -> None:
    assert plain(table_of(lambda sheet: sheet.table(XS, 100, rows))) == rows


@both
def test_table_stands_between_the_lines_around_it(rows: list[list[str]]) -> None:
    def page(sheet: Sheet) -> None:
        sheet.text(70, 80, "Før tabellen")
        y = sheet.table(XS, 100, rows)
        sheet.text(70, y + 10, "Etter tabellen")

    kinds = [block.text.value if isinstance(block, Line) else "tabell" for block in blocks(read(page))]
    assert kinds == ["Før tabellen", "tabell", "Etter tabellen"]


@both
@pytest.mark.parametrize("drop", ["left and right", "top and bottom", "all four"])
def test_outer_rules_are_not_needed(rows: list[list[str]], drop: str) -> None:
    def page(sheet: Sheet) -> None:
        bottom = sheet.table(XS, 100, rows, ruled=False)
        middle = (118, 150)
        levels = middle if drop != "left and right" else (100, *middle, bottom)
        for y in levels:
            sheet.rule(XS[0], y, XS[-1], y)
        for x in XS if drop == "top and bottom" else XS[1:-1]:
            sheet.rule(x, 100, x, bottom)

    assert plain(table_of(page)) == rows


@both
def test_row_that_a_page_break_left_open_is_a_row(rows: list[list[str]]) -> None:
    assert plain(table_of(lambda sheet: sheet.table(XS, 100, rows, closed=False))) == rows


@pytest.mark.parametrize(
    ("goal", "header"),
    [
        ("Alle skal ha et trygt sted", ["Mål", "Tiltak", "Ansvar"]),
        ("Alle skal ha ein trygg stad", ["Mål", "Tiltak", "Ansvar"]),
    ],
)
@pytest.mark.parametrize("open_column", [0, 2])
def test_merged_cell_that_a_page_break_left_open_stays_in_its_table(
    goal: str, header: list[str], open_column: int
) -> None:
    xs = [70, 250, 400, 520]

    def page(sheet: Sheet) -> None:
        for x in xs:
            sheet.rule(x, 100, x, 190)
        for y in (100, 118):
            sheet.rule(xs[0], y, xs[-1], y)
        for y in (154, 190):
            for column in {0, 1, 2} - {open_column}:
                sheet.rule(xs[column], y, xs[column + 1], y)
        for column, title in enumerate(header):
            sheet.text(xs[column] + 4, 102, title)
        sheet.text(xs[open_column] + 4, 122, goal)
        for column in {0, 1, 2} - {open_column}:
            sheet.text(xs[column] + 4, 122, "Kafé")
            sheet.text(xs[column] + 4, 158, "Kurs")

    rows = table_of(page)
    assert [row[open_column] for row in rows] == [header[open_column], goal, ""]
    assert [row[1 if open_column != 1 else 0] for row in rows[1:]] == ["Kafé", "Kurs"]


@pytest.mark.parametrize("rest", ["hjemme så lenge de vil", "heime så lenge dei vil"])
@pytest.mark.parametrize(("open_below", "inside"), [(True, True), (False, False)])
def test_line_that_hangs_out_of_a_cut_cell_belongs_to_it(rest: str, open_below: bool, inside: bool) -> None:
    xs = [70, 250, 400]

    def page(sheet: Sheet) -> None:
        for x in xs:
            sheet.rule(x, 100, x, 150)
        for y in (100, 118):
            sheet.rule(xs[0], y, xs[-1], y)
        sheet.rule(xs[0 if not open_below else 1], 150, xs[-1], 150)
        for x, title, cell in ((74, "Mål", "Eldre kan bo"), (254, "Tiltak", "Kafé")):
            sheet.text(x, 102, title)
            sheet.text(x, 134, cell)
        sheet.text(74, 146, rest)

    assert (rest in table_of(page)[1][0]) is inside


def test_borders_drawn_as_thin_boxes_and_shades_make_cells_too() -> None:
    def page(sheet: Sheet) -> None:
        bottom = sheet.table(XS, 100, NB, ruled=False)
        for y in (100, 118, 150, bottom):
            sheet.box(XS[0], y, XS[-1], y + 0.5, fill=0)
        for x in XS:
            sheet.box(x, 100, x + 0.5, bottom, fill=0)

    assert plain(table_of(page)) == NB


def test_white_boxes_behind_text_are_no_cells() -> None:
    def page(sheet: Sheet) -> None:
        for y in (100, 130, 160):
            for x in (70, 200):
                sheet.box(x, y, x + 130, y + 30, fill=1)
                sheet.text(x + 4, y + 8, "Mål og tiltak")

    assert tables(read(page)) == []


def merged_cells(sheet: Sheet) -> None:
    """A goal over two rows, and a band over all columns."""
    for y in (100, 120, 180):
        sheet.rule(70, y, 520, y)
    for y in (140, 160):
        sheet.rule(200, y, 520, y)
    sheet.rule(70, 140, 200, 140)
    for x in (70, 520):
        sheet.rule(x, 100, x, 180)
    for x in (200, 400):
        sheet.rule(x, 120, x, 180)
    sheet.text(75, 104, "Born og unge", size=9)
    for x, y, words in (
        (75, 124, "Mål"),
        (205, 124, "Tiltak"),
        (405, 124, "Ansvar"),
        (75, 144, "Trygge"),
        (75, 156, "vegar"),
    ):
        sheet.text(x, y, words, size=9)
    for y, tiltak in ((144, "Lys"), (164, "Fortau")):
        sheet.text(205, y, tiltak, size=9)
        sheet.text(405, y, "Teknisk", size=9)


def test_merged_cells_stand_in_their_first_row_and_column() -> None:
    assert table_of(merged_cells) == [
        ["Born og unge", "", ""],
        ["Mål", "Tiltak", "Ansvar"],
        ["Trygge / vegar", "Lys", "Teknisk"],
        ["", "Fortau", "Teknisk"],
    ]


def test_words_that_meet_at_an_edge_are_two() -> None:
    def page(sheet: Sheet) -> None:
        sheet.table([70, 200, 330], 100, [["", ""], ["", ""], ["", ""]])
        for y in (104, 123, 142):
            sheet.canvas.setFont("Helvetica", 9)
            sheet.canvas.drawRightString(199.5, sheet.height - y - 9, "Teknisk")
            sheet.text(200.6, y, "2021", size=9)

    document = read(page)
    assert {cell for row in values(tables(document)[0]) for cell in row} == {"Teknisk", "2021"}


def test_turned_title_of_merged_rows_is_read_in_its_cell() -> None:
    def page(sheet: Sheet) -> None:
        for y in (100, 120, 220):
            sheet.rule(70, y, 400, y)
        sheet.rule(100, 170, 400, 170)
        for x in (70, 100, 400):
            sheet.rule(x, 100, x, 220)
        sheet.text(73, 104, "Mål", size=9)
        sheet.text(105, 104, "Tiltak", size=9)
        sheet.turned(90, 215, "Trygg oppvekst", 90, size=9)
        sheet.text(105, 124, "Kurs for foreldre", size=9)
        sheet.text(105, 174, "Open barnehage", size=9)

    document = read(page)
    assert values(tables(document)[0]) == [
        ["Mål", "Tiltak"],
        ["Trygg oppvekst", "Kurs for foreldre"],
        ["", "Open barnehage"],
    ]
    assert document.notices == []


def test_lines_of_a_cell_know_whether_the_cell_was_too_narrow() -> None:
    def page(sheet: Sheet) -> None:
        bottom = sheet.table(
            [70, 200, 330], 100, [["Tiltak", "Ansvar"], ["Tilby foreldre rettleiing i heimen deira", ""]]
        )
        sheet.text(204, 119, "Rektor", size=9)
        sheet.text(204, 131, "NAV", size=9)
        sheet.table([70, 200, 330], bottom, [["Kurs", "Rektor"]], header="Helvetica")

    (table,) = tables(read(page))
    assert [line.full for line in table.rows[1][0].lines] == [True, False]
    assert [line.full for line in table.rows[1][1].lines] == [False, False]


def test_bullets_in_a_cell_are_noted() -> None:
    def page(sheet: Sheet) -> None:
        sheet.table([70, 300, 500], 100, [["Tiltak", "Ansvar"], ["\n", "Kultur"], ["Kor", "Kultur"]])
        for y, item in ((119, "Open hall"), (131, "Leirskule")):
            sheet.text(80, y, "\u2022", size=9)
            sheet.text(90, y, item, size=9)

    assert table_of(page)[1][0] == "• Open hall / • Leirskule"


def test_two_rows_in_bold_are_a_header_of_two_rows() -> None:
    def page(sheet: Sheet) -> None:
        sheet.table(XS, 100, [["Tiltak", "Ansvar", ""], ["", "", ""], *NN[1:], *NN[1:]])
        for x, words in ((254, "Kven"), (404, "Med kven")):
            sheet.text(x, 122, words, size=9, font="Helvetica-Bold")

    assert [table.header_rows for table in tables(read(page))] == [2]


def test_shaded_rows_are_a_header_of_two_rows() -> None:
    def page(sheet: Sheet) -> None:
        sheet.box(70, 100, 520, 138, fill=0.85)
        sheet.table(
            XS,
            100,
            [["Tiltak", "Ansvar", ""], ["", "Kven", "Med kven"], *NN[1:], *NN[1:]],
            header="Helvetica",
        )

    assert [table.header_rows for table in tables(read(page))] == [2]


def test_bold_band_below_the_header_is_no_second_header_row() -> None:
    def page(sheet: Sheet) -> None:
        sheet.table(XS, 100, [NN[0], ["", "", ""], *NN[1:], *NN[1:]])
        sheet.text(74, 122, "Sentrum", size=9, font="Helvetica-Bold")

    assert [table.header_rows for table in tables(read(page))] == [1]


def frame(sheet: Sheet) -> None:
    sheet.box(70, 100, 300, 150)
    sheet.text(76, 105, "Hovudmål: Ingen skal bli skadde")
    sheet.text(76, 125, "Delmål 1: Trygge skulevegar")


def framed_rows(sheet: Sheet) -> None:
    frame(sheet)
    sheet.rule(70, 121, 300, 121)


def underlined(sheet: Sheet) -> None:
    for y, words in ((105, "Hovudmål: Ingen skal bli skadde"), (125, "Delmål 1: Trygge skulevegar")):
        sheet.text(76, y, words)
        sheet.rule(76, y + 13, 240, y + 13)


def page_border(sheet: Sheet) -> None:
    sheet.box(30, 30, 565, 812)
    sheet.text(76, 105, "Hovudmål: Ingen skal bli skadde")
    sheet.text(76, 125, "Delmål 1: Trygge skulevegar")


@pytest.mark.parametrize("draw", [frame, framed_rows, underlined, page_border])
def test_frames_and_underlines_are_no_tables(draw: Callable[[Sheet], None]) -> None:
    document = read(draw)
    assert (tables(document), texts(document)) == (
        [],
        ["Hovudmål: Ingen skal bli skadde", "Delmål 1: Trygge skulevegar"],
    )


def test_lines_in_a_frame_are_measured_against_the_frame() -> None:
    def page(sheet: Sheet) -> None:
        sheet.prose(70, 60, "Kommunen vil at alle skal ha eit godt liv i bygda si. " * 4, 450)
        sheet.box(70, 200, 250, 260)
        sheet.prose(76, 204, "Kommunen vil at alle skal ha eit godt liv i bygda si.", 168)

    assert [line.full for line in lines(read(page)) if line.box and line.box.top > 190] == [True, False]


def test_boxes_side_by_side_are_read_one_after_the_other() -> None:
    def page(sheet: Sheet) -> None:
        for x, words in (
            (70, "Trygg oppvekst for alle born i kommunen"),
            (200, "Aktiv fritid heile året for alle"),
            (330, "Godt arbeid heile livet her"),
        ):
            sheet.box(x, 100, x + 130, 180)
            sheet.prose(x + 6, 106, words, 80)

    assert " ".join(texts(read(page))) == (
        "Trygg oppvekst for alle born i kommunen Aktiv fritid heile året for alle Godt arbeid heile livet her"
    )


def test_table_inside_a_page_border_is_found() -> None:
    def page(sheet: Sheet) -> None:
        sheet.box(30, 30, 565, 812)
        sheet.table(XS, 100, NB)

    assert plain(table_of(page)) == NB


def test_chart_with_grid_lines_is_no_table() -> None:
    def page(sheet: Sheet) -> None:
        for step in range(9):
            sheet.rule(100, 100 + 20 * step, 420, 100 + 20 * step)
            sheet.rule(100 + 40 * step, 100, 100 + 40 * step, 260)
        sheet.text(150, 124, "12 %", size=8)
        sheet.text(110, 270, "2015", size=8)

    assert tables(read(page)) == []


@both
def test_single_row_is_where_the_table_of_the_page_before_goes_on(rows: list[list[str]]) -> None:
    def first(sheet: Sheet) -> None:
        sheet.table(XS, 700, rows)

    def second(sheet: Sheet) -> None:
        y = sheet.table(XS, 100, [["Merke løyper", "Turlaget", "2022"]], header="Helvetica")
        sheet.text(70, y + 30, "Etter tabellen")

    found = tables(read(first, second))
    assert [plain(values(table))[-1] for table in found] == [rows[-1], ["Merke løyper", "Turlaget", "2022"]]


def test_header_that_the_page_break_cut_off_is_a_table() -> None:
    def page(sheet: Sheet) -> None:
        sheet.text(70, 600, "5.2 Fysiske tiltak")
        sheet.table(XS, 740, [NB[0]])
        sheet.text(250, 805, "Side 1 av 2", size=8)

    assert [values(table) for table in tables(read(page))] == [[NB[0]]]


def test_white_space_above_a_table_is_counted_in_line_heights() -> None:
    def page(sheet: Sheet) -> None:
        sheet.prose(70, 60, "Kommunen vil at alle skal ha eit godt liv i bygda si. " * 4, 450)
        sheet.text(70, 150, "Tabell 1")
        sheet.table(XS, 183, NN)

    (table,) = tables(read(page))
    assert isinstance(table, Table)
    assert table.gap == pytest.approx(1.5, abs=0.1)


@pytest.mark.parametrize(
    ("last", "full"), [("kven som eig vegen langs", True), ("kven som eig alle vegane.", False)]
)
def test_last_line_of_a_cell_is_full_unless_a_sentence_ends_there(last: str, full: bool) -> None:
    def page(sheet: Sheet) -> None:
        sheet.table(
            [70, 182, 330],
            100,
            [["Tiltak", "Ansvar"], [f"Finne ut korleis og {last}", "NAV"], ["Lys", "NAV"]],
        )

    (table,) = tables(read(page))
    assert table.rows[1][0].lines[-1].full is full
