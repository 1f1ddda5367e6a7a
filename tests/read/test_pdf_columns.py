"""Reading order: columns of running text, headings across them, tables and pictures between them."""

from __future__ import annotations

import pytest
from read.make_pdf import LEADING, Sheet, blocks, read, texts

from extractor.document import Line

NB = "Kommunen vil at alle som bor her, skal ha et trygt og godt liv i bygda si, hele livet og hele året. "
NN = "Kommunen vil at alle som bur her, skal ha eit trygt og godt liv i bygda si, heile livet og heile året. "
both = pytest.mark.parametrize("prose", [NB, NN], ids=["nb", "nn"])
LEFT, RIGHT, WIDTH = 70, 310, 215


def marked(mark: str, prose: str, times: int = 2) -> str:
    return f"{mark}: {prose * times}".strip()


@both
def test_left_column_is_read_before_the_right_one(prose: str) -> None:
    def page(sheet: Sheet) -> None:
        sheet.prose(LEFT, 100, marked("Først", prose), WIDTH)
        sheet.prose(RIGHT, 100, marked("Så", prose), WIDTH)

    assert " ".join(texts(read(page))) == f"{marked('Først', prose)} {marked('Så', prose)}"


@both
def test_columns_whose_lines_stand_at_other_heights_are_read_one_by_one(prose: str) -> None:
    def page(sheet: Sheet) -> None:
        sheet.prose(LEFT, 100, marked("Først", prose), WIDTH)
        sheet.prose(RIGHT, 105, marked("Så", prose), WIDTH)

    assert " ".join(texts(read(page))) == f"{marked('Først', prose)} {marked('Så', prose)}"


@both
def test_three_columns_are_read_one_by_one(prose: str) -> None:
    def page(sheet: Sheet) -> None:
        for x, mark in ((50, "Først"), (225, "Så"), (400, "Sist")):
            sheet.prose(x, 100, marked(mark, prose), 150)

    expected = " ".join(marked(mark, prose) for mark in ("Først", "Så", "Sist"))
    assert " ".join(texts(read(page))) == expected


@both
def test_lines_across_the_page_part_what_stands_above_and_below(prose: str) -> None:
    def page(sheet: Sheet) -> None:
        sheet.prose(LEFT, 100, marked("Ein", prose, 1), WIDTH)
        sheet.prose(RIGHT, 100, marked("To", prose, 1), WIDTH)
        sheet.prose(LEFT, 200, marked("Tre", prose), 455)
        sheet.prose(LEFT, 280, marked("Fire", prose, 1), WIDTH)
        sheet.prose(RIGHT, 280, marked("Fem", prose, 1), WIDTH)

    found = " ".join(texts(read(page)))
    order = [found.index(f"{mark}:") for mark in ("Ein", "To", "Tre", "Fire", "Fem")]
    assert order == sorted(order)


@both
def test_short_heading_between_two_pairs_of_columns_parts_them(prose: str) -> None:
    def page(sheet: Sheet) -> None:
        sheet.prose(LEFT, 100, marked("Ein", prose), WIDTH)
        sheet.prose(RIGHT, 100, marked("To", prose), WIDTH)
        sheet.text(LEFT, 240, "2 Mål", size=16, font="Helvetica-Bold")
        sheet.prose(LEFT, 275, marked("Tre", prose), WIDTH)
        sheet.prose(RIGHT, 275, marked("Fire", prose), WIDTH)

    found = " ".join(texts(read(page)))
    order = [found.index(mark) for mark in ("Ein:", "To:", "2 Mål", "Tre:", "Fire:")]
    assert order == sorted(order)


@both
def test_heading_inside_a_column_stays_in_it(prose: str) -> None:
    def page(sheet: Sheet) -> None:
        y = sheet.prose(LEFT, 100, marked("Ein", prose), WIDTH)
        sheet.text(LEFT, y + 10, "2 Mål", size=14, font="Helvetica-Bold")
        sheet.prose(LEFT, y + 35, marked("To", prose), WIDTH)
        sheet.prose(RIGHT, 100, marked("Tre", prose, 5), WIDTH)

    found = " ".join(texts(read(page)))
    order = [found.index(mark) for mark in ("Ein:", "2 Mål", "To:", "Tre:")]
    assert order == sorted(order)


@both
def test_table_in_a_column_is_read_in_its_place(prose: str) -> None:
    def page(sheet: Sheet) -> None:
        y = sheet.prose(LEFT, 100, marked("Ein", prose), WIDTH)
        y = sheet.table(
            [LEFT, 180, 285], y + 10, [["Tiltak", "Ansvar"], ["Lys", "Teknisk"], ["Kurs", "Rektor"]]
        )
        sheet.prose(LEFT, y + 10, marked("To", prose), WIDTH)
        sheet.prose(RIGHT, 100, marked("Tre", prose, 4), WIDTH)

    found = " ".join(
        block.text.value if isinstance(block, Line) else "TABELL" for block in blocks(read(page))
    )
    order = [found.index(mark) for mark in ("Ein:", "TABELL", "To:", "Tre:")]
    assert order == sorted(order)


@both
def test_table_without_rules_in_a_column_is_found(prose: str) -> None:
    rows = [["Tiltak", "Ansvar"], ["Lys", "Teknisk"], ["Kurs", "Rektor"], ["Bru", "Teknisk"]]

    def page(sheet: Sheet) -> None:
        y = sheet.prose(LEFT, 105, marked("Ein", prose), WIDTH)
        sheet.table([LEFT, 180, 285], y + 10, rows, ruled=False)
        sheet.prose(RIGHT, 100, marked("To", prose, 4), WIDTH)

    kinds = [type(block).__name__ for block in blocks(read(page))]
    assert kinds.count("Table") == 1
    assert set(kinds[kinds.index("Table") + 1 :]) == {"Line"}


@both
def test_line_at_the_end_of_a_column_goes_on_in_the_next(prose: str) -> None:
    def page(sheet: Sheet) -> None:
        sheet.prose(LEFT, 100, prose * 2, WIDTH)
        sheet.prose(RIGHT, 100, prose * 2, WIDTH)

    document = read(page)
    lines = [block for block in blocks(document) if isinstance(block, Line)]
    assert [line.full for line in lines[:3]] == [True, True, True]
    assert (lines[-1].full, {line.page for line in lines}) == (False, {1})


def test_columns_of_short_labels_are_read_across() -> None:
    def page(sheet: Sheet) -> None:
        for index in range(6):
            sheet.text(70, 100 + 16 * index, f"Rad {index}")
            sheet.text(310, 100 + 16 * index, f"verdi {index}")

    assert texts(read(page)) == [f"Rad {index} verdi {index}" for index in range(6)]


def test_footer_below_two_columns_comes_last() -> None:
    def page(sheet: Sheet) -> None:
        sheet.text(70, 40, "Planen vår", size=9)
        sheet.prose(LEFT, 100, NN * 4, WIDTH)
        sheet.prose(RIGHT, 100, NN * 4, WIDTH)
        sheet.text(70, 805, "Side 1", size=9)

    found = texts(read(page))
    assert (found[0], found[-1]) == ("Planen vår", "Side 1")


@both
def test_wide_spaces_in_justified_lines_are_no_gutter(prose: str) -> None:
    def justified(sheet: Sheet, y: float, *words: tuple[float, str]) -> float:
        for x, word in words:
            sheet.text(LEFT + x, y, word, size=9.5)
        return y + LEADING * 9.5

    def page(sheet: Sheet) -> None:
        y = sheet.prose(LEFT, 100, prose * 2, WIDTH, size=9.5)
        y = justified(
            sheet, y, (0, "herunder"), (47, "ansvarsfordeling,"), (129, "samarbeid,"), (185, "frist")
        )
        y = sheet.prose(LEFT, y, prose * 2, WIDTH, size=9.5)
        y = justified(sheet, y, (0, "kommunesenteret"), (85, "får"), (107, "rusmiddelarbeid."), (198, "Det"))
        sheet.prose(LEFT, y, prose * 2, WIDTH, size=9.5)
        sheet.prose(RIGHT, 100, prose * 7, WIDTH, size=9.5)

    found = texts(read(page))
    assert "herunder ansvarsfordeling, samarbeid, frist" in found
    assert "kommunesenteret får rusmiddelarbeid. Det" in found
