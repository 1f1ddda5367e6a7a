from __future__ import annotations

import pytest
from read.make_docx import STYLES, numbered, p, pattern, r, row, tab, table, tc, use
from read.test_docx import grid, lines, read

from extractor.document import Line
from extractor.read.docx_numbering import write_number

CHAPTERS = pattern(1, ("decimal", "%1"), ("decimal", "%1.%2"), ("lowerLetter", "%3)"))
ITEMS = pattern(2, ("decimal", "%1."), ("lowerLetter", "%2)"), ("lowerRoman", "(%3)"))
BULLETS = pattern(3, ("bullet", "\uf0b7"), ("bullet", "o"))
WORDED = pattern(4, ("decimal", "Tiltak %1:"))
LISTS = (
    CHAPTERS + ITEMS + BULLETS + WORDED + use(1, 1) + use(2, 2) + use(3, 3) + use(4, 4) + use(5, 2, start=1)
)


def item(text: str, list_id: int, level: int = 0, style: str = "") -> str:
    return p(text, style, setting=numbered(list_id, level))


def test_headings_carry_the_numbers_that_word_prints() -> None:
    body = "".join((
        item("Innleiing", 1, 0, "Overskrift1"),
        item("Bakgrunn", 1, 1, "Overskrift2"),
        item("Lovverk", 1, 1, "Overskrift2"),
        item("Mål", 1, 0, "Overskrift1"),
        item("Delmål", 1, 1, "Overskrift2"),
    ))  # fmt: skip
    assert lines(body, numbering=LISTS) == [
        "# 1 Innleiing", "## 1.1 Bakgrunn", "## 1.2 Lovverk", "# 2 Mål", "## 2.1 Delmål",
    ]  # fmt: skip


@pytest.mark.parametrize("linked", ['<w:pStyle w:val="Overskrift2"/>', ""])
def test_a_style_brings_its_list_and_level(linked: str) -> None:
    numbering = LISTS.replace('<w:lvlText w:val="%1.%2"/>', f'{linked}<w:lvlText w:val="%1.%2"/>')
    level = "" if linked else '<w:ilvl w:val="1"/>'
    style = '<w:outlineLvl w:val="{}"/><w:numPr>{}<w:numId w:val="1"/></w:numPr>'
    styles = STYLES.replace('<w:outlineLvl w:val="0"/>', style.format(0, "")).replace(
        '<w:outlineLvl w:val="1"/>', style.format(1, level)
    )
    body = (
        p("Mål", "Overskrift1")
        + p("Delmål", "Overskrift2")
        + p("Vedlegg", "Overskrift1", setting=numbered(0))
    )
    assert lines(body, numbering=numbering, styles=styles) == ["# 1 Mål", "## 1.1 Delmål", "# Vedlegg"]


def test_items_carry_their_markers_beside_the_text() -> None:
    body = item("Kurs", 2) + item("Møte", 2, 1) + item("Brev", 2, 1) + item("Lys", 2, 2) + item("Veg", 2)
    assert lines(body, numbering=LISTS) == ["1. Kurs", "a) Møte", "b) Brev", "i) Lys", "2. Veg"]
    assert "1." not in read(body, numbering=LISTS).text
    assert lines(item("Kurs", 3) + item("Møte", 3, 1), numbering=LISTS) == ["• Kurs", "• Møte"]


def test_items_begin_as_far_in_as_their_level() -> None:
    found = read(item("Kurs", 3) + item("Møte", 3, 1), numbering=LISTS).pages[0].blocks
    assert [line.indent for line in found if isinstance(line, Line)] == [36, 72]


def test_lists_of_one_pattern_go_on_counting_unless_one_begins_anew() -> None:
    body = item("Ein", 2) + p("Tekst.") + item("To", 2) + item("Ny ein", 5) + item("Ny to", 5)
    assert lines(body, numbering=LISTS) == ["1. Ein", "Tekst.", "2. To", "1. Ny ein", "2. Ny to"]


@pytest.mark.parametrize(("restart", "expected"), [("", "a) C"), ('<w:lvlRestart w:val="0"/>', "b) C")])
def test_deeper_levels_begin_anew_unless_they_are_told_not_to(restart: str, expected: str) -> None:
    numbering = LISTS.replace('<w:lvlText w:val="%2)"/>', f'{restart}<w:lvlText w:val="%2)"/>')
    body = item("A", 2) + item("B", 2, 1) + item("D", 2) + item("C", 2, 1)
    assert lines(body, numbering=numbering)[-1] == expected


def test_a_list_may_stand_for_the_one_of_a_style() -> None:
    linked = pattern(6, more='<w:numStyleLink w:val="Liste"/>') + use(6, 6)
    numbering = LISTS.replace("</w:abstractNum>", '<w:styleLink w:val="Liste"/></w:abstractNum>', 1) + linked
    assert lines(item("Mål", 6, 0, "Overskrift1"), numbering=numbering) == ["# 1 Mål"]


def test_worded_numbers_and_those_of_bold_lines_are_text() -> None:
    assert lines(item("Trygg skuleveg", 4), numbering=LISTS) == ["Tiltak 1: Trygg skuleveg"]
    bold = p(inner=r("Bakgrunn", "<w:b/>"), setting=numbered(2))
    assert lines(bold, numbering=LISTS) == ["**1. Bakgrunn**"]


def test_deleted_items_are_not_counted_and_empty_ones_are() -> None:
    deleted = p(inner=f"<w:del>{r('Bort')}</w:del>", setting=f"{numbered(2)}<w:rPr><w:del/></w:rPr>")
    body = item("Ein", 2) + deleted + item("To", 2) + item("", 2) + item("Fire", 2)
    assert lines(body, numbering=LISTS) == ["1. Ein", "2. To", "4. Fire"]


def test_numbers_that_stand_alone_in_cells_are_text() -> None:
    number = tc(p(setting=numbered(2)))
    body = table(row("Nr.", "Tiltak"), row(number, "Kurs"), row(number, tc(item("Lys", 3) + item("Veg", 3))))
    [found] = [block for block in read(body, numbering=LISTS).pages[0].blocks if not isinstance(block, Line)]
    assert [[cell.value for cell in cells] for cells in found.rows] == [
        ["Nr.", "Tiltak"], ["1.", "Kurs"], ["2.", "Lys Veg"],
    ]  # fmt: skip
    assert [line.bullet for line in found.rows[2][1].lines] == ["•", "•"]


@pytest.mark.parametrize(
    ("value", "form", "written"),
    [
        (3, "decimal", "3"), (3, "decimalZero", "03"), (28, "lowerLetter", "bb"), (2, "upperLetter", "B"),
        (14, "lowerRoman", "xiv"), (1990, "upperRoman", "MCMXC"), (3, "cardinalText", "3"), (3, "none", ""),
        (0, "upperRoman", "0"),
    ],
)  # fmt: skip
def test_numbers_are_written_as_word_does(value: int, form: str, written: str) -> None:
    assert write_number(value, form) == written


SPAN = '<w:gridSpan w:val="2"/>'
BEGIN, GO_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def test_a_cell_over_several_rows_stands_in_each_of_them() -> None:
    body = table(
        row("Mål", "Tiltak", "Ansvar"),
        row(tc("Trygg veg", BEGIN), "Lys", tc("Teknisk", BEGIN)),
        row(tc("", GO_ON), "Fortau", tc("", GO_ON)),
        row("Meir sykkel", tc("Kurs", SPAN)),
    )
    assert grid(body) == [
        ["Mål", "Tiltak", "Ansvar"],
        ["Trygg veg", "Lys", "Teknisk"],
        ["Trygg veg", "Fortau", "Teknisk"],
        ["Meir sykkel", "Kurs", ""],
    ]


def test_rows_may_begin_further_in_and_be_deleted() -> None:
    body = table(
        row("Tiltak", "Ansvar", "Frist"),
        row("NAV", "2026", setting='<w:gridBefore w:val="1"/>'),
        row("Bort", "Bort", "Bort", setting="<w:del/>"),
    )
    assert grid(body) == [["Tiltak", "Ansvar", "Frist"], ["", "NAV", "2026"]]


def test_marked_header_rows_are_counted() -> None:
    header = "<w:tblHeader/>"
    body = table(
        row(tc("Plan", SPAN), setting=header), row("Tiltak", "Ansvar", setting=header), row("Kurs", "NAV")
    )
    [found] = [block for block in read(body).pages[0].blocks if not isinstance(block, Line)]
    assert found.header_rows == 2


def test_a_table_that_only_places_text_is_no_table() -> None:
    inner = table(row("Tiltak", "Ansvar"), row("Kurs", "NAV"))
    assert lines(table(row(tc(p("Mål", "Overskrift1") + p("Trygg veg"))))) == ["# Mål", "Trygg veg"]
    assert grid(table(row(tc(inner + p()), tc("Om planen")))) == [["Tiltak", "Ansvar"], ["Kurs", "NAV"]]


def test_a_small_table_in_a_cell_is_read_as_its_lines() -> None:
    inner = table(row("Start", "Slutt"))
    assert grid(table(row("Tiltak", "Tid"), row("Kurs", tc(inner + p())))) == [
        ["Tiltak", "Tid"], ["Kurs", "Start|Slutt"],
    ]  # fmt: skip


def typed(*cells: str) -> str:
    return p(inner=tab(*cells))


@pytest.mark.parametrize("who", ["Ansvarlig", "Ansvarleg"])
def test_columns_that_were_typed_with_tabs_are_a_table(who: str) -> None:
    rows = typed("Tiltak", who, "Frist") + typed("Kurs", "NAV", "2026") + typed("Lys", "Teknisk")
    assert grid(p("Slik:") + rows + p("Slutt")) == [
        ["Tiltak", who, "Frist"],
        ["Kurs", "NAV", "2026"],
        ["Lys", "Teknisk", ""],
    ]
    pairs = typed("Tiltak", who) + typed("Kurs", "NAV") + typed("Lys", "Teknisk")
    assert grid(pairs) == [["Tiltak", who], ["Kurs", "NAV"], ["Lys", "Teknisk"]]


@pytest.mark.parametrize(
    "rows",
    [
        typed("Ansvar:", "NAV") + typed("Frist:", "2026") + typed("Tiltak:", "Kurs"),
        typed("1.", "Kurs") + typed("2.", "Lys") + typed("3.", "Veg"),
        typed("Mål", "3") + typed("Tiltak", "7") + typed("Økonomi", "12"),
        typed("Tiltak", "Ansvar", "Frist") + typed("Kurs", "NAV", "2026"),
    ],
    ids=["labels", "numbers", "contents", "too few"],
)
def test_other_lines_with_tabs_stay_lines(rows: str) -> None:
    assert all("\t" not in line for line in lines(rows)) and len(lines(rows)) == rows.count("<w:p>")
