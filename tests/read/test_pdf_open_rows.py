"""Rows of tables without full rules: titles over all columns, merged goals, cut rows, and the next page."""

from __future__ import annotations

import pytest
from read.make_pdf import Sheet, read, table_of, tables, texts, values

XS = [70, 250, 400, 470, 520]
NB = [
    ["Tiltak", "Ansv.", "Kostn.", "Pri."],
    ["Bygge fortau langs skoleveien fra sentrum til skolen", "Teknisk sjef", "40 000", "1"],
    ["Holde kurs", "Rektor/FAU", "", "2"],
    ["Merke turløyper", "Turlaget", "5 000", "3"],
]
NN = [
    ["Tiltak", "Ansv.", "Kostn.", "Pri."],
    ["Byggje fortau langs skulevegen frå sentrum til skulen", "Teknisk sjef", "40 000", "1"],
    ["Halde kurs", "Rektor/FAU", "", "2"],
    ["Merkje turløyper", "Turlaget", "5 000", "3"],
]
both = pytest.mark.parametrize("rows", [NB, NN], ids=["nb", "nn"])
PROSE = (
    "Kommunen vil at alle som bur her, skal ha eit trygt og godt liv i bygda si, heile livet og heile året. "
)


def plain(rows: list[list[str]]) -> list[list[str]]:
    return [[cell.replace(" / ", " ") for cell in row] for row in rows]


def open_table(sheet: Sheet, y: float, rows: list[list[str]], *, header: str = "Helvetica-Bold") -> float:
    return sheet.table(XS, y, rows, ruled=False, header=header)


def band(sheet: Sheet, y: float, words: str, *, kind: str) -> float:
    """Draw a title over all columns."""
    if kind == "shaded":
        sheet.box(XS[0], y, XS[-1], y + 18, fill=0.85)
    if kind == "between rules":
        for level in (y, y + 18):
            sheet.rule(XS[0], level, XS[-1], level)
    sheet.text(74, y + 4, words, size=9, font="Helvetica" if kind == "between rules" else "Helvetica-Bold")
    return y + 18


@both
def test_titles_may_be_shortened_with_a_full_stop(rows: list[list[str]]) -> None:
    assert plain(table_of(lambda sheet: open_table(sheet, 150, rows))) == rows


@both
@pytest.mark.parametrize("kind", ["shaded", "between rules", "bold"])
def test_title_over_all_columns_is_a_row(rows: list[list[str]], kind: str) -> None:
    title = "Fylkesvegar og kommunale vegar i sentrum og bygdene"

    def page(sheet: Sheet) -> None:
        y = open_table(sheet, 150, rows[:2])
        y = band(sheet, y, title, kind=kind)
        open_table(sheet, y, rows[2:], header="Helvetica")

    assert plain(table_of(page)) == [*rows[:2], [title, "", "", ""], *rows[2:]]


@both
def test_title_over_all_columns_may_open_the_next_page(rows: list[list[str]]) -> None:
    title = "Fylkesvegar og kommunale vegar i sentrum og bygdene"

    def first(sheet: Sheet) -> None:
        sheet.prose(70, 100, PROSE * 3, 450)
        open_table(sheet, 660, rows)

    def second(sheet: Sheet) -> None:
        y = band(sheet, 70, title, kind="bold")
        y = open_table(sheet, y, rows[1:3], header="Helvetica")
        sheet.prose(70, y + 20, PROSE * 3, 450)

    assert plain(values(tables(read(first, second))[1])) == [[title, "", "", ""], *rows[1:3]]


@both
def test_last_row_with_one_filled_cell_is_a_row_when_a_rule_closes_it(rows: list[list[str]]) -> None:
    last = [rows[3][0], "", "", ""]

    def page(sheet: Sheet) -> None:
        y = open_table(sheet, 150, [*rows[:3], last])
        for level in (168, 199, 218, y):
            sheet.rule(XS[0], level, XS[-1], level)
        sheet.text(70, y + 20, "Slutt")

    assert plain(table_of(page)) == [*rows[:3], last]


@both
def test_header_at_the_foot_of_a_page_heads_the_rows_of_the_next(rows: list[list[str]]) -> None:
    def first(sheet: Sheet) -> None:
        sheet.prose(70, 100, PROSE * 3, 450)
        open_table(sheet, 740, rows[:1])
        sheet.text(290, 790, "7", size=9)

    def second(sheet: Sheet) -> None:
        y = open_table(sheet, 70, rows[1:], header="Helvetica")
        sheet.prose(70, y + 20, PROSE * 3, 450)

    document = read(first, second)
    assert [plain(values(table)) for table in tables(document)] == [rows[:1], rows[1:]]
    assert "7" in texts(document)


@both
def test_repeated_header_with_the_rest_of_a_row_is_a_table(rows: list[list[str]]) -> None:
    rest = ["", "og oppvekst", "", ""]

    def first(sheet: Sheet) -> None:
        sheet.prose(70, 100, PROSE * 3, 450)
        open_table(sheet, 660, rows)

    def second(sheet: Sheet) -> None:
        y = open_table(sheet, 70, [rows[0], rest])
        sheet.prose(70, y + 20, PROSE * 3, 450)

    assert values(tables(read(first, second))[1]) == [rows[0], rest]


@pytest.mark.parametrize(
    ("first_item", "second_item"),
    [("Lage en felles plan", "Møte alle lag"), ("Lage ein felles plan", "Møte alle lag")],
    ids=["nb", "nn"],
)
def test_table_goes_on_over_the_page_with_a_list(first_item: str, second_item: str) -> None:
    def first(sheet: Sheet) -> None:
        sheet.prose(70, 100, PROSE * 3, 450)
        open_table(sheet, 660, NN)

    def second(sheet: Sheet) -> None:
        for y, item in ((74, first_item), (86, second_item)):
            sheet.text(84, y, "\u2022", size=9)
            sheet.text(94, y, item, size=9)
        sheet.text(254, 74, "Rektor", size=9)
        sheet.prose(70, 130, PROSE * 3, 450)

    assert values(tables(read(first, second))[1]) == [[f"• {first_item} / • {second_item}", "Rektor", "", ""]]


GOALS_NB = ["Barn og unge skal vokse opp i et trygt og åpent samfunn", "Alle skal kunne delta"]
GOALS_NN = ["Born og unge skal vekse opp i eit trygt og ope samfunn", "Alle skal kunne delta"]


@pytest.mark.parametrize("goals", [GOALS_NB, GOALS_NN], ids=["nb", "nn"])
@pytest.mark.parametrize("ruled", [True, False], ids=["rules", "white space"])
def test_goal_higher_than_its_row_glues_no_rows(goals: list[str], ruled: bool) -> None:
    def page(sheet: Sheet) -> None:
        for x, title in ((70, "Mål"), (180, "Tiltak"), (330, "Ansvar"), (430, "Frist")):
            sheet.text(x, 100, title, size=9, font="Helvetica-Bold")
        for goal, y in zip(goals, (124, 184), strict=True):
            sheet.prose(70, y, goal, 90, size=9)
        for index, tiltak in enumerate(["Kurs", "Leksehjelp", "Fritidskort", "Haller", "Lag"]):
            for x, cell in ((180, tiltak), (330, "Rektor"), (430, "2021")):
                sheet.text(x, 124 + 20 * index, cell, size=9)
            if ruled:
                sheet.rule(70 if index in (0, 3) else 178, 120 + 20 * index, 500, 120 + 20 * index)

    found = plain(table_of(page))
    assert [row[:2] for row in found[1:]] == [
        [goals[0], "Kurs"],
        ["", "Leksehjelp"],
        ["", "Fritidskort"],
        [goals[1], "Haller"],
        ["", "Lag"],
    ]


@both
def test_number_of_the_page_is_no_row_of_an_open_table(rows: list[list[str]]) -> None:
    def page(sheet: Sheet) -> None:
        sheet.prose(70, 70, PROSE * 3, 450)
        for index in range(19):
            open_table(sheet, 130 + 33 * index, [rows[index % 3 + 1]] if index else rows[:1])
        sheet.text(290, 130 + 33 * 19 + 20, "4", size=9)

    document = read(page)
    assert "4" in texts(document)
    assert all("4" not in row for row in values(tables(document)[0]))
