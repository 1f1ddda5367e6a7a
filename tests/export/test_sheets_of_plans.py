from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from extractor.export import export_plans
from extractor.export.tables import TABLES
from schemas import Plan, Tiltak

HOSTILE = [
    "=SUM(A1:A9)",
    "+47 911",
    "-punkt",
    "@navn",
    "＝1",
    "https://example.org",
    "\x1b[31mrød\x00\u202e",
    "1e5",
    "\ufffe",
]


@pytest.fixture
def hostile(plans: list[tuple[str, Plan]]) -> list[tuple[str, Plan]]:
    tiltak = [
        Tiltak(id=f"t{at}", text=text, origin="list", rule="a", confidence=1)
        for at, text in enumerate(HOSTILE)
    ]
    return [("a.json", plans[0][1].model_copy(update={"tiltak": tiltak, "goals": []}))]


def column(sheet: Any, title: str) -> list[Any]:
    [at] = [number for number, cell in enumerate(sheet[1]) if cell.value == title]
    return [row[at] for row in sheet.iter_rows(min_row=2)]


def test_text_in_a_workbook_is_never_a_formula_or_a_link(
    hostile: list[tuple[str, Plan]], tmp_path: Path
) -> None:
    export_plans(hostile, tmp_path / "a.xlsx", to="xlsx")
    cells = column(load_workbook(tmp_path / "a.xlsx")["Tiltak"], "Tiltak")
    assert [cell.value for cell in cells][:6] == HOSTILE[:6]
    assert [cell.value for cell in cells][6:] == ["rød", "1e5", None]
    assert {cell.data_type for cell in cells[:8]} == {"s"} or {cell.data_type for cell in cells[:8]} == {
        "inlineStr"
    }
    assert not any(cell.hyperlink for cell in cells)


def test_text_in_csv_is_never_a_formula(hostile: list[tuple[str, Plan]], tmp_path: Path) -> None:
    export_plans(hostile, tmp_path / "csv", to="csv")
    data = (tmp_path / "csv" / "tiltak.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    cells = [line.split(";")[5] for line in data.decode("utf-8-sig").split("\r\n")[1:-1]]
    assert cells == ["'=SUM(A1:A9)", "'+47 911", "'-punkt", "'@navn", "'＝1", HOSTILE[5], "rød", "1e5", ""]


def test_numbers_in_csv_have_a_decimal_comma(plans: list[tuple[str, Plan]], tmp_path: Path) -> None:
    export_plans(plans, tmp_path / "csv", to="csv")
    assert ";kr 1500,50;1500,5;NOK;" in (tmp_path / "csv" / "costs.csv").read_text(encoding="utf-8-sig")


@pytest.mark.parametrize(
    ("language", "sheet", "title"),
    [("nb", "Frister", "Type tid"), ("nn", "Fristar", "Type tid"), ("en", "Schedules", "Kind")],
)
def test_sheets_have_a_frozen_header_filters_and_widths(
    language: Any, sheet: str, title: str, plans: list[tuple[str, Plan]], tmp_path: Path
) -> None:
    export_plans(plans, tmp_path / "a.xlsx", to="xlsx", language=language)
    workbook = load_workbook(tmp_path / "a.xlsx")
    assert len(workbook.sheetnames) == len(TABLES)
    page = workbook[sheet]
    assert page.freeze_panes.endswith("2")
    assert page.auto_filter.ref == f"A1:{page.cell(3, page.max_column).coordinate}"
    assert page.column_dimensions["C"].width > 25
    assert column(page, title)


def test_numbers_are_numbers_and_kinds_are_words(plans: list[tuple[str, Plan]], tmp_path: Path) -> None:
    export_plans(plans, tmp_path / "a.xlsx", to="xlsx", language="nn")
    workbook = load_workbook(tmp_path / "a.xlsx")
    assert column(workbook["Fristar"], "Fristår")[0].value == 2026
    assert column(workbook["Mål"], "Måltype")[0].value != "main_goal"


def test_a_table_longer_than_a_sheet_goes_on_in_the_next(
    plans: list[tuple[str, Plan]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from extractor.export import xlsx

    monkeypatch.setattr(xlsx, "_MOST_ROWS", 3)
    export_plans(plans, tmp_path / "a.xlsx", to="xlsx")
    workbook = load_workbook(tmp_path / "a.xlsx")
    at = workbook.sheetnames.index("Tiltak")
    assert workbook.sheetnames[at : at + 3] == ["Tiltak", "Tiltak 2", "Tiltak og mål"]
    assert [cell.value for cell in column(workbook["Tiltak 2"], "Rekkefølge")] == [1, 2]


def test_long_text_is_cut_where_the_format_ends(plans: list[tuple[str, Plan]], tmp_path: Path) -> None:
    section = plans[0][1].sections[0].model_copy(update={"text": "å" * 40_000})
    export_plans(
        [("a.json", plans[0][1].model_copy(update={"sections": [section], "tiltak": []}))],
        tmp_path / "a.xlsx",
        to="xlsx",
    )
    [cell] = column(load_workbook(tmp_path / "a.xlsx")["Kapitler"], "Tekst")
    assert cell.value == "å" * 32_767
