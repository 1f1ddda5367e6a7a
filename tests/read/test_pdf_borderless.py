"""Tables that only white space tells: what is one, where it ends, and how its rows are told apart."""

from __future__ import annotations

from itertools import pairwise

import pytest
from read.make_pdf import Sheet, read, table_of, tables, texts, values

XS = [70, 250, 400, 520]
NB = [
    ["Tiltak", "Ansvarlig", "Frist"],
    ["Bygge fortau langs skoleveien fra sentrum til skolen", "Teknisk sjef", "Innen 2021"],
    ["Holde kurs", "Rektor/FAU", "Årlig"],
    ["Merke turløyper", "Turlaget", "2022"],
]
NN = [
    ["Tiltak", "Ansvarleg", "Frist"],
    ["Byggje fortau langs skulevegen frå sentrum til skulen", "Teknisk sjef", "Innan 2021"],
    ["Halde kurs", "Rektor/FAU", "Kvart år"],
    ["Merkje turløyper", "Turlaget", "2022"],
]
both = pytest.mark.parametrize("rows", [NB, NN], ids=["nb", "nn"])
PROSE = (
    "Kommunen vil at alle som bur her, skal ha eit trygt og godt liv i bygda si, heile livet og heile året. "
)


def open_table(
    sheet: Sheet, y: float, rows: list[list[str]], *, header: str = "Helvetica-Bold", size: float = 9
) -> float:
    return sheet.table(XS, y, rows, ruled=False, header=header, size=size)


def plain(rows: list[list[str]]) -> list[list[str]]:
    return [[cell.replace(" / ", " ") for cell in row] for row in rows]


@both
def test_bold_titles_above_columns_of_text_make_a_table(rows: list[list[str]]) -> None:
    assert plain(table_of(lambda sheet: open_table(sheet, 150, rows))) == rows


@both
def test_text_before_and_behind_the_table_stays_text(rows: list[list[str]]) -> None:
    def page(sheet: Sheet) -> None:
        y = sheet.prose(70, 100, PROSE, 450)
        y = open_table(sheet, y + 10, rows)
        sheet.text(70, y + 4, "Rullering", font="Helvetica-Bold", size=14)
        sheet.prose(70, y + 30, PROSE, 450)

    document = read(page)
    assert plain(values(tables(document)[0])) == rows
    assert " ".join(texts(document)) == f"{PROSE}Rullering {PROSE}".strip()


@both
def test_header_may_be_set_apart_by_a_rule_or_a_shade(rows: list[list[str]]) -> None:
    def ruled(sheet: Sheet) -> None:
        open_table(sheet, 150, rows, header="Helvetica")
        sheet.rule(70, 167, 520, 167)

    def shaded(sheet: Sheet) -> None:
        sheet.box(70, 150, 520, 168, fill=0.8)
        open_table(sheet, 150, rows, header="Helvetica")

    assert plain(table_of(ruled)) == plain(table_of(shaded)) == rows


@both
def test_rows_between_rules_need_no_columns_of_rules(rows: list[list[str]]) -> None:
    def page(sheet: Sheet) -> None:
        y = open_table(sheet, 150, rows)
        for level in (150, 168, 199, 218, y):
            sheet.rule(70, level, 520, level)

    assert plain(table_of(page)) == rows


@both
def test_tight_rows_begin_where_the_first_column_and_another_do(rows: list[list[str]]) -> None:
    def page(sheet: Sheet) -> None:
        y = 150.0
        for row in [
            rows[0],
            ["Lys", "Teknisk", "2021"],
            ["Kurs for", "Rektor", "2022"],
            ["", "og FAU", ""],
            rows[3],
        ]:
            font = "Helvetica-Bold" if row is rows[0] else "Helvetica"
            for x, cell in zip(XS, row, strict=False):
                sheet.text(x, y, cell, size=9, font=font)
            y += 12

    assert table_of(page) == [
        rows[0],
        ["Lys", "Teknisk", "2021"],
        ["Kurs for", "Rektor / og FAU", "2022"],
        rows[3],
    ]


@both
def test_titles_may_take_two_lines(rows: list[list[str]]) -> None:
    def page(sheet: Sheet) -> None:
        y = open_table(sheet, 150, [["Tiltak", "Ansvarleg for gjennomføring av tiltaka", "Frist"], *rows[1:]])
        sheet.text(70, y + 40, "Slutt")

    assert table_of(page)[0] == ["Tiltak", "Ansvarleg for gjennomføring av / tiltaka", "Frist"]


def test_paragraphs_in_a_long_cell_stay_in_their_row() -> None:
    def page(sheet: Sheet) -> None:
        for x, title in ((70, "Delmål"), (250, "Tiltak"), (420, "Ansvar")):
            sheet.text(x, 100, title, size=9, font="Helvetica-Bold")
        cells = [
            (70, 125, "Trygge foreldre"), (250, 125, "Møte på skulen"), (420, 125, "Rektor"),
            (70, 143, "Færre debuterer tidleg"),
            (70, 172, "Aktive born"), (250, 172, "Open hall"), (250, 183, "kvar laurdag"), (420, 172, "Kultur"),
            (70, 212, "Gode naboar"), (250, 212, "Grendefest"), (420, 212, "Velforeininga"),
        ]  # fmt: skip
        for x, y, words in cells:
            sheet.text(x, y, words, size=9)

    assert table_of(page)[1:] == [
        ["Trygge foreldre / Færre debuterer tidleg", "Møte på skulen", "Rektor"],
        ["Aktive born", "Open hall / kvar laurdag", "Kultur"],
        ["Gode naboar", "Grendefest", "Velforeininga"],
    ]


def test_numbers_under_years_fall_in_their_columns() -> None:
    def page(sheet: Sheet) -> None:
        figures = [
            ["Varegruppe", "2013", "2014"],
            ["Øl i butikk", "148 310", "9"],
            ["Vin", "12", "147 905"],
            ["Brennevin", "1", "2"],
        ]
        for index, row in enumerate(figures):
            font = "Helvetica-Bold" if index == 0 else "Helvetica"
            sheet.text(70, 150 + 18 * index, row[0], size=9, font=font)
            for right, figure in ((330, row[1]), (450, row[2])):
                sheet.canvas.setFont(font, 9)
                sheet.canvas.drawRightString(right, sheet.height - 159 - 18 * index, figure)

    assert table_of(page) == [
        ["Varegruppe", "2013", "2014"],
        ["Øl i butikk", "148 310", "9"],
        ["Vin", "12", "147 905"],
        ["Brennevin", "1", "2"],
    ]


@both
def test_table_goes_on_over_the_page_without_its_header(rows: list[list[str]]) -> None:
    def first(sheet: Sheet) -> None:
        sheet.prose(70, 100, PROSE * 3, 450)
        open_table(sheet, 660, rows)

    def second(sheet: Sheet) -> None:
        y = sheet.table(
            XS,
            70,
            [["Nytt lys", "Teknisk", "2023"], ["Ny bru", "Teknisk", "2024"]],
            ruled=False,
            header="Helvetica",
        )
        sheet.prose(70, y + 20, PROSE * 3, 450)

    one, two = tables(read(first, second))
    assert values(two) == [["Nytt lys", "Teknisk", "2023"], ["Ny bru", "Teknisk", "2024"]]
    assert one.box is not None
    assert two.box is not None
    assert (abs(one.box.x0 - two.box.x0) < 1, abs(one.box.x1 - two.box.x1) < 1) == (True, True)


def labels(sheet: Sheet) -> None:
    for y, label, value in (
        (100, "Ansvar:", "Rektor"),
        (118, "Frist:", "2021"),
        (136, "Kostnad:", "Ingen"),
        (154, "Status:", "Ny"),
    ):
        sheet.text(70, y, label, font="Helvetica-Bold")
        sheet.text(250, y, value)


def contents(sheet: Sheet) -> None:
    sheet.text(70, 100, "Innhald", font="Helvetica-Bold")
    sheet.text(480, 100, "Side", font="Helvetica-Bold")
    for index, title in enumerate(["Innleiing", "Status", "Mål", "Tiltak"]):
        sheet.text(70, 125 + 18 * index, title)
        sheet.text(490, 125 + 18 * index, str(3 + 2 * index))


def numbered_headings(sheet: Sheet) -> None:
    for y, number, title in ((100, "1", "Innleiing"), (130, "1.1", "Bakgrunn"), (160, "1.2", "Mål")):
        sheet.text(70, y, number, font="Helvetica-Bold")
        sheet.text(110, y, title, font="Helvetica-Bold")


def two_headed_columns(sheet: Sheet) -> None:
    for x, title in ((70, "Trygge vegar"), (310, "Gode liv")):
        sheet.text(x, 100, title, font="Helvetica-Bold")
        sheet.prose(x, 120, PROSE * 4, 210)


def signatures(sheet: Sheet) -> None:
    sheet.prose(70, 100, PROSE * 2, 450)
    for x, name, post in ((70, "Kari Nes", "Ordførar"), (310, "Ola Lie", "Kommunedirektør")):
        sheet.text(x, 200, name)
        sheet.text(x, 216, post)


@pytest.mark.parametrize("draw", [labels, contents, numbered_headings, two_headed_columns, signatures])
def test_what_is_merely_aligned_is_no_table(draw: object) -> None:
    assert tables(read(draw)) == []  # type: ignore[arg-type]


def test_two_rows_below_the_header_are_the_least() -> None:
    assert tables(read(lambda sheet: open_table(sheet, 150, NB[:2]))) == []


def test_header_of_shaded_cells_heads_rows_without_any() -> None:
    def page(sheet: Sheet) -> None:
        for x, right in pairwise(XS):
            sheet.box(x, 150, right, 168, fill=0.8)
        y = open_table(sheet, 150, NB)
        for level in (168, 199, 218, y):
            sheet.rule(70, level, 520, level)

    assert plain(table_of(page)) == NB


@both
def test_shaded_rows_are_rows_like_the_others(rows: list[list[str]]) -> None:
    def page(sheet: Sheet) -> None:
        sheet.box(70, 168, 520, 199, fill=0.9)
        sheet.box(70, 218, 520, 237, fill=0.9)
        open_table(sheet, 150, rows)

    assert plain(table_of(page)) == rows


def test_narrow_column_of_numbers_is_a_column() -> None:
    rows = [["Nr", *NB[0]], ["1", *NB[1]], ["2", *NB[2]], ["3", *NB[3]]]

    def page(sheet: Sheet) -> None:
        sheet.table([66, 84, 250, 400, 520], 150, rows, ruled=False)

    assert plain(table_of(page)) == rows
