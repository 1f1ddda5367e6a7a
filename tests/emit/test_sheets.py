from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from rich.console import Console

from extractor.compare.side_by_side import compare_plans
from extractor.emit.csvfile import csv_cell, write_csv
from extractor.emit.sheets import Language, all_sheets
from extractor.emit.sheets.book import comparison_words
from extractor.emit.terminal_comparison import show_comparison
from extractor.emit.workbook import write_workbook
from schemas.comparison import Alignment, Comparison
from tests.compare.build import made_plan

LANGUAGES: tuple[Language, ...] = ("nb", "nn", "en")
HOSTILE = [
    '=HYPERLINK("http://example.org","x")',
    "+47 00 00 00 00",
    "-2+3",
    "@SUM(A1)",
    "\t=1+1",
    "＝1+1",
    "<script>alert(1)</script>",
    "https://example.org/a",
    "[bold]rik[/bold] \x1b[31mtekst\u202e",
    "_x0041_",
]
FULL: dict[str, Any] = {
    "text": "Natteravner i helgene",
    "responsible": [
        {"raw": "Kultursjefen", "name": "kultursjef", "category": "culture"},
        {"raw": "FAU", "name": None, "category": None},
    ],
    "schedule": {"raw": "Innen 2023", "kind": "deadline", "edtf": "../2023"},
    "cost": {"raw": "kr 200.000,-", "amount": 200000},
    "status": "ongoing",
    "goal_ids": ["g1"],
    "source": [{"page": 3, "start": 0, "end": 9}],
}


@pytest.fixture
def compared() -> Comparison:
    scan = [{"code": "no-text-layer", "severity": "warning", "message": "", "page": 4}]
    return compare_plans(
        [
            made_plan("Gol", [FULL, "Leksehjelp"], ["Trygge netter"]),
            made_plan("Hol", ["Nattramnar", "Politiråd"], ["Trygge netter for alle"]),
            made_plan("Ål", ["Natteravner", "Politiråd"], diagnostics=scan),
        ]
    )


def read(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    book = openpyxl.load_workbook(path)
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}


def table(rows: list[tuple[Any, ...]]) -> list[dict[str, Any]]:
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]


def test_the_workbook_has_every_tiltak_with_its_fields(compared: Comparison, tmp_path: Path) -> None:
    write_workbook(compared, tmp_path / "a.xlsx")
    first = table(read(tmp_path / "a.xlsx")["Tiltak"])[0]
    assert first["Plan"] == "Gol 2021–2024"
    assert first["Ansvarlig"] == "kultursjef, FAU"
    assert (first["Forstått som"], first["Tid (EDTF)"]) == ("innen 2023", "../2023")
    assert (first["Ansvarsområde"], first["Status"], first["Slags tid"]) == (
        "kultur og fritid",
        "i gang",
        "frist",
    )
    assert (first["Senest år"], first["Beløp (kr)"], first["Side"]) == (2023, 200000, 3)
    assert (first["Mål det skal nå"], first["Rad side ved side"], first["Planer med det samme"]) == (
        "Trygge netter",
        "a1",
        3,
    )


@pytest.mark.parametrize(
    ("language", "theme", "party"),
    [
        ("nb", "Samferdsel og trafikksikkerhet", "kultur og fritid"),
        ("nn", "Samferdsle og trafikktryggleik", "kultur og fritid"),
        ("en", "Transport and road safety", "culture and leisure"),
    ],
)
def test_themes_and_parties_are_named_in_the_language_of_the_workbook(
    tmp_path: Path, language: Language, theme: str, party: str
) -> None:
    themes = [{"id": "TH15", "name": "Samferdsel og trafikksikkerhet", "weight": 1, "cues": []}]
    plans = [made_plan(name, [FULL | {"goal_ids": [], "themes": themes}]) for name in ("Gol", "Hol")]
    write_workbook(compare_plans(plans), tmp_path / "a.xlsx", language=language)
    cells = {cell for rows in read(tmp_path / "a.xlsx").values() for row in rows for cell in row}
    assert {theme, party} <= cells


def test_what_plans_have_in_common_stands_in_one_row(compared: Comparison, tmp_path: Path) -> None:
    write_workbook(compared, tmp_path / "a.xlsx")
    sheets = read(tmp_path / "a.xlsx")
    rows = table(sheets["Side ved side"])
    assert rows[0]["Gol 2021–2024"] == "Natteravner i helgene (side 3)"
    assert rows[0]["Hol 2021–2024"] == "Nattramnar"
    assert rows[1]["Mangler bare i"] == "Gol 2021–2024"
    assert table(sheets["Mål side ved side"])[0]["Hol 2021–2024"] == "Trygge netter for alle"


@pytest.mark.parametrize(
    ("language", "perhaps", "both"),
    [
        ("nb", "kanskje", "Side ved side"),
        ("nn", "kanskje", "Side ved side"),
        ("en", "perhaps", "Side by side"),
    ],
)
def test_rows_that_perhaps_say_the_same_are_marked_and_not_counted(
    tmp_path: Path, language: Language, perhaps: str, both: str
) -> None:
    found = compare_plans(
        [made_plan("Gol", ["Leksehjelp", "Politiråd"]), made_plan("Hol", ["Leksehjelp", "SLT"])]
    )
    unsure = {
        "id": "a2",
        "items": ["p1.t2", "p2.t2"],
        "plans": ["p1", "p2"],
        "similarity": 0.52,
        "sure": False,
    }
    found.tiltak_aligned.append(Alignment.model_validate(unsure))
    write_workbook(found, tmp_path / "a.xlsx", language=language)
    sheets = read(tmp_path / "a.xlsx")
    assert [row[2:4] for row in sheets[both][1:]] == [(1.0, None), (0.52, perhaps)]
    tiltak = next(rows for title, rows in sheets.items() if title in ("Tiltak", "Measures"))
    assert [row[19:21] for row in tiltak[1:]] == [("a1", 2), ("a2", 1)] * 2


@pytest.mark.parametrize(
    ("language", "sheet"), [("nb", "Temaer"), ("nn", "Tema"), ("nb", "Ansvar"), ("nn", "Ansvar")]
)
def test_what_a_plan_that_was_read_badly_leaves_out_is_unknown(
    tmp_path: Path, language: Language, sheet: str
) -> None:
    scan = [{"code": "no-text-layer", "severity": "warning", "message": "", "page": 4}]
    themed = FULL | {"goal_ids": [], "themes": [{"id": "TH15", "name": "", "weight": 1, "cues": []}]}
    plans = [made_plan("Gol", [themed, "Leksehjelp"]), made_plan("Ål", ["Politiråd"], diagnostics=scan)]
    write_workbook(compare_plans(plans), tmp_path / "a.xlsx", language=language)
    head, *rows = read(tmp_path / "a.xlsx")[sheet]
    assert head[0].partition("\n")[2].startswith("(? = ikk")
    assert [row[3:] for row in rows] in ([(1, "?"), (1, 1)], [(1, "?"), (1, "?"), (1, 1)])


def test_guides_and_case_documents_are_not_counted_as_plans_and_a_plan_given_twice_is_told() -> None:
    plans = [
        made_plan("Gol", ["Leksehjelp"]),
        made_plan("Gol", ["Leksehjelp"]),
        made_plan("Hol", [], kind="guidance"),
    ]
    console = Console(width=120, file=io.StringIO(), color_system=None)
    show_comparison(compare_plans(plans), console)
    lines = console.file.getvalue().splitlines()  # type: ignore[attr-defined]
    assert lines[0].startswith("2 planer og 1 annet dokument side ved side: 2 tiltak")
    assert lines[1].endswith("Gol 2021–2024 (1) = Gol 2021–2024 (2)")


def test_a_page_that_was_not_read_is_told_in_the_workbook(compared: Comparison, tmp_path: Path) -> None:
    write_workbook(compared, tmp_path / "a.xlsx")
    rows = table(read(tmp_path / "a.xlsx")["Sammenlignbarhet"])
    last = rows[-1]
    assert (last["Lesing"], last["Sider som ikke er lest"]) == ("dårlig", "4")
    assert last["Merknader"] == "Siden er et bilde uten tekst"


def test_responsible_parties_of_no_category_and_tiltak_without_any_are_counted(
    compared: Comparison, tmp_path: Path
) -> None:
    write_workbook(compared, tmp_path / "a.xlsx")
    found = {row[0]: row[1] for row in read(tmp_path / "a.xlsx")["Ansvar"][1:]}
    assert found == {"kultur og fritid": 1, "Annen ansvarlig": 1, "Uten ansvarlig": 5}


def test_what_is_due_comes_first_in_the_sheet_of_deadlines(compared: Comparison, tmp_path: Path) -> None:
    write_workbook(compared, tmp_path / "a.xlsx", language="nn")
    rows = table(read(tmp_path / "a.xlsx")["Fristar"])
    assert [row["År"] for row in rows] == [2023, *["utan dato"] * 5]


def test_the_header_stays_and_can_be_filtered(compared: Comparison, tmp_path: Path) -> None:
    write_workbook(compared, tmp_path / "a.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx")["Tiltak"]
    assert sheet.freeze_panes == "C2"
    assert sheet.auto_filter.ref == "A1:AA7"
    assert sheet["B2"].alignment.wrap_text


def test_the_same_comparison_gives_the_same_workbook(compared: Comparison, tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        write_workbook(compared, tmp_path / name)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_hostile_text_is_text_in_a_workbook(tmp_path: Path) -> None:
    write_workbook(compare_plans([made_plan("Gol", HOSTILE), made_plan("Hol", HOSTILE)]), tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert all(cell.data_type in ("s", "n") and cell.hyperlink is None for cell in cells)
    values = {str(cell.value) for cell in cells}
    assert {'=HYPERLINK("http://example.org","x")', "[bold]rik[/bold] tekst", "_x0041_"} <= values


@pytest.mark.parametrize("text", [text for text in HOSTILE if text.strip()[0] in "=+-@＝"])
def test_no_cell_of_a_csv_file_is_a_formula(text: str) -> None:
    assert csv_cell(text).startswith("'")


def test_hostile_text_stays_in_its_cell_of_a_csv_file(tmp_path: Path) -> None:
    write_csv(compare_plans([made_plan("Gol", [*HOSTILE, 'a;b"c\nd'])]), tmp_path / "a.csv")
    rows = list(csv.reader(io.StringIO((tmp_path / "a.csv").read_text(encoding="utf-8-sig")), delimiter=";"))
    assert len(rows) == len(HOSTILE) + 2
    assert rows[-1][1] == 'a;b"c d'
    assert not any(cell.startswith(tuple("=+-@\t＝")) for row in rows for cell in row)


@pytest.mark.parametrize(("number", "text"), [(200000.0, "200000"), (0.96, "0,96"), (3, "3"), (None, "")])
def test_numbers_of_a_csv_file_are_those_of_norwegian_excel(number: float | None, text: str) -> None:
    assert csv_cell(number) == text


@pytest.mark.parametrize("width", [40, 80, 160])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_terminal_fits_any_width(compared: Comparison, width: int, language: Language) -> None:
    console = Console(width=width, file=io.StringIO(), color_system=None)
    show_comparison(compared, console, language=language)
    text = console.file.getvalue()  # type: ignore[attr-defined]
    assert max(map(len, text.splitlines())) <= width
    assert "Nattramnar" in text
    assert "Ål 2021–2024" in text


def test_hostile_text_does_not_steer_the_terminal() -> None:
    console = Console(width=80, file=io.StringIO(), color_system=None)
    show_comparison(compare_plans([made_plan("Gol", HOSTILE), made_plan("Hol", HOSTILE)]), console)
    text = console.file.getvalue()  # type: ignore[attr-defined]
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "[bold]rik[/bold] tekst" in text


def test_many_plans_are_cut_off_with_a_count() -> None:
    console = Console(width=80, file=io.StringIO(), color_system=None)
    show_comparison(compare_plans([made_plan("Gol", ["Politiråd"]) for _ in range(50)]), console)
    assert "… og 10 til" in console.file.getvalue()  # type: ignore[attr-defined]


def test_every_word_stands_in_all_languages() -> None:
    known = [
        {
            (table, key)
            for table, keys in comparison_words(language).items()
            if isinstance(keys, dict)
            for key in keys
        }
        for language in LANGUAGES
    ]
    assert known[0] == known[1] == known[2]


def test_nothing_to_compare_has_an_overview_at_most() -> None:
    assert all_sheets(compare_plans([]), "nb") == []
