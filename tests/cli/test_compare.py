from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import Result

from extractor.emit.jsonfile import load_comparison, write_json
from extractor.errors import ExitCode
from tests.compare.build import made_plan

Run = Callable[..., Result]
VINJE: dict[str, Any] = {
    "kommuner": [{"name": "Vinje", "number": "0834", "current_number": "4036", "fylke": "Telemark"}],
    "period": {"raw": "", "start_year": 2013, "end_year": 2016, "edtf": "2013/2016"},
    "plan_type": "trafikksikkerhetsplan",
}


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    """A folder of earlier runs with what else may lie in it."""
    folder = tmp_path / "json"
    (folder / "plans" / "nn").mkdir(parents=True)
    write_json(made_plan("Gol", ["Natteravner", "Leksehjelp"]), folder / "plans" / "gol.json")
    write_json(made_plan("Vinje", ["Nattramnar"], **VINJE), folder / "plans" / "nn" / "vinje.json")
    (folder / "summary.json").write_text('{"schema_version": "1.0", "documents": 2}', encoding="utf-8")
    (folder / "manifest.jsonl").write_text("{}\n", encoding="utf-8")
    return folder


def labels(file: Path) -> list[str]:
    return [plan.label for plan in load_comparison(file).plans]


def test_a_folder_of_json_is_compared_and_other_json_passed_over(planuttrekk: Run, plans: Path) -> None:
    result = planuttrekk("compare", plans)
    assert result.exit_code == ExitCode.DONE
    assert result.stderr == ""
    assert "2 planer side ved side: 3 tiltak, 0 mål" in result.stdout
    assert "Gol 2021–2024" in result.stdout
    assert "Nattramnar" in result.stdout


def test_what_is_there_twice_is_told_where_a_file_is_written(planuttrekk: Run, plans: Path) -> None:
    write_json(made_plan("Gol", ["Natteravner", "Leksehjelp"]), plans / "kopi.json")
    result = planuttrekk("compare", plans, "-o", plans / "alle.html")
    assert "counted each time: Gol 2021–2024 (1) = Gol 2021–2024 (2)\n3 plans → " in result.stderr


@pytest.mark.parametrize(
    ("option", "mistyped", "meant"),
    [
        ("--kommune", "Vinnje", "Vinje"),
        ("--kommune", "Seljor", "Seljord"),
        ("--fylke", "Telemrk", "Telemark"),
        ("--type", "trafiksikkerhetsplan", "trafikksikkerhetsplan"),
        ("--type", "trafikktryggingspln", "trafikktryggingsplan"),
    ],
)
def test_a_mistyped_name_is_answered_with_the_one_that_may_be_meant(
    planuttrekk: Run, plans: Path, option: str, mistyped: str, meant: str
) -> None:
    result = planuttrekk("compare", plans, option, mistyped)
    assert f"no plan is of {option} {mistyped}; there is " in result.stderr
    assert f"; did you mean {meant}?" in result.stderr


def test_a_name_that_is_right_is_not_suggested(planuttrekk: Run, plans: Path) -> None:
    assert "did you mean" not in planuttrekk("compare", plans, "--kommune", "Seljord").stderr


def test_documents_are_read_first_and_one_that_cannot_be_gets_its_line(
    planuttrekk: Run, documents: Path
) -> None:
    result = planuttrekk("compare", documents, "-o", documents / "out.json")
    assert result.exit_code == ExitCode.CANNOT_READ
    assert result.stderr.count("error: ") == 3
    assert len(load_comparison(documents / "out.json").plans) == 2


def test_a_file_is_compared_once_however_often_it_is_named(
    planuttrekk: Run, plans: Path, tmp_path: Path
) -> None:
    file = plans / "plans" / "gol.json"
    assert planuttrekk("compare", file, plans, file, "-o", tmp_path / "a.json").exit_code == ExitCode.DONE
    assert labels(tmp_path / "a.json") == ["Gol 2021–2024", "Vinje 2013–2016"]


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (["--kommune", "vinje"], ["Vinje 2013–2016"]),
        (["--kommune", "834"], ["Vinje 2013–2016"]),
        (["--kommune", "4036", "--kommune", "Gol"], ["Gol 2021–2024", "Vinje 2013–2016"]),
        (["--fylke", "Telemark"], ["Vinje 2013–2016"]),
        (["--fylke", "33"], ["Gol 2021–2024"]),
        (["--type", "trafikksikkerhetsplan"], ["Vinje 2013–2016"]),
        (["--type", "Trafikktryggingsplan"], ["Vinje 2013–2016"]),
        (["--period", "2016-2020"], ["Vinje 2013–2016"]),
        (["--period", "2016–2021"], ["Gol 2021–2024", "Vinje 2013–2016"]),
        (["--period", "2023"], ["Gol 2021–2024"]),
        (["--period", "2014", "--fylke", "Telemark"], ["Vinje 2013–2016"]),
    ],
)
def test_filters_choose_plans(
    planuttrekk: Run, plans: Path, tmp_path: Path, filters: list[str], found: list[str]
) -> None:
    result = planuttrekk("compare", plans, "-o", tmp_path / "a.json", *filters)
    assert result.exit_code == ExitCode.DONE, result.stderr
    assert labels(tmp_path / "a.json") == found


def test_filters_that_leave_nothing_say_what_there_is(planuttrekk: Run, plans: Path) -> None:
    result = planuttrekk("compare", plans, "--kommune", "Vinnje")
    assert result.exit_code == ExitCode.NOTHING_FOUND
    assert "no plan is of --kommune Vinnje; there is Gol, " in result.stderr
    assert "no plan is left of the 2 that were read" in result.stderr


@pytest.mark.parametrize("period", ["2020-2014", "i fjor", "20", "2020-"])
def test_a_period_that_is_none_is_a_mistake_of_use(planuttrekk: Run, plans: Path, period: str) -> None:
    assert planuttrekk("compare", plans, "--period", period).exit_code == ExitCode.USAGE


def test_another_kind_of_file_is_a_mistake_of_use_that_names_the_right_ones(
    planuttrekk: Run, plans: Path
) -> None:
    result = planuttrekk("compare", plans, "-o", plans / "a.docx")
    assert result.exit_code == ExitCode.USAGE
    assert all(suffix in result.stderr for suffix in (".html", ".xlsx", ".csv", ".json"))


def test_an_input_is_never_written_over(planuttrekk: Run, plans: Path) -> None:
    file = plans / "plans" / "gol.json"
    before = file.read_bytes()
    assert planuttrekk("compare", file, "-o", file).exit_code == ExitCode.USAGE
    assert planuttrekk("compare", plans, "-o", file).exit_code == ExitCode.USAGE
    assert file.read_bytes() == before


def test_a_comparison_in_the_folder_is_written_anew(planuttrekk: Run, plans: Path) -> None:
    file = plans / "sammen.json"
    assert planuttrekk("compare", plans, "-o", file).exit_code == ExitCode.DONE
    before = file.read_bytes()
    assert planuttrekk("compare", plans, "-o", file).exit_code == ExitCode.DONE
    assert file.read_bytes() == before


def test_a_folder_without_plans_and_json_of_something_else_are_told(
    planuttrekk: Run, plans: Path, tmp_path: Path
) -> None:
    (tmp_path / "empty").mkdir()
    result = planuttrekk("compare", tmp_path / "empty", plans / "summary.json", plans)
    assert result.exit_code == ExitCode.CANNOT_READ
    assert "there is no plan in this folder" in result.stderr
    assert "is JSON, but not a plan" in result.stderr
    assert "2 planer" in result.stdout


def test_a_cut_off_plan_in_a_folder_is_told(planuttrekk: Run, plans: Path) -> None:
    (plans / "plans" / "hol.json").write_text('{"schema_version": "1.0", "kind"', encoding="utf-8")
    result = planuttrekk("compare", plans)
    assert result.exit_code == ExitCode.CANNOT_READ
    assert result.stderr.count("\n") == 1
    assert "2 planer" in result.stdout


@pytest.mark.parametrize(
    ("language", "sheet"), [("nb", "Side ved side"), ("nn", "Oversyn"), ("en", "Measures")]
)
def test_the_workbook_has_labels_of_each_language(
    planuttrekk: Run, plans: Path, tmp_path: Path, language: str, sheet: str
) -> None:
    assert (
        planuttrekk("compare", plans, "-o", tmp_path / "a.xlsx", "--lang", language).exit_code
        == ExitCode.DONE
    )
    assert sheet in openpyxl.load_workbook(tmp_path / "a.xlsx").sheetnames


@pytest.mark.parametrize(("language", "title"), [("nb", "planer"), ("nn", "planar"), ("en", "plans")])
def test_the_page_has_labels_of_each_language_and_is_written_anew(
    planuttrekk: Run, plans: Path, tmp_path: Path, language: str, title: str
) -> None:
    page = tmp_path / "side.html"
    for _ in range(2):
        assert planuttrekk("compare", plans, "-o", page, "--lang", language).exit_code == ExitCode.DONE
    text = page.read_text(encoding="utf-8")
    assert f'<html lang="{language}">' in text and title in text.split("</title>")[0]


def test_a_web_page_of_somebody_else_is_never_written_over(planuttrekk: Run, plans: Path) -> None:
    plan = plans / "plan.html"
    plan.write_text("<html><h1>Rusplan for Gol</h1></html>", encoding="utf-8")
    result = planuttrekk("compare", plans, "-o", plan)
    assert result.exit_code == ExitCode.USAGE
    assert "no page of ours" in result.stderr
    assert "Rusplan for Gol" in plan.read_text(encoding="utf-8")


def test_csv_has_a_row_for_each_tiltak(planuttrekk: Run, plans: Path, tmp_path: Path) -> None:
    planuttrekk("compare", plans, "-o", tmp_path / "a.csv", "--language", "nn")
    text = (tmp_path / "a.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text), delimiter=";"))
    assert [row["Tiltak"] for row in rows] == ["Natteravner", "Leksehjelp", "Nattramnar"]
    assert rows[0]["Rad side ved side"] == rows[2]["Rad side ved side"] == "a1"


def test_show_and_validate_know_a_comparison(planuttrekk: Run, plans: Path, tmp_path: Path) -> None:
    planuttrekk("compare", plans, "-o", tmp_path / "a.json")
    shown = planuttrekk("show", tmp_path / "a.json")
    assert shown.stdout == planuttrekk("compare", plans).stdout
    assert (
        planuttrekk("validate", tmp_path / "a.json", plans / "plans" / "gol.json").exit_code == ExitCode.DONE
    )


def test_a_comparison_of_a_newer_version_asks_for_an_update(
    planuttrekk: Run, plans: Path, tmp_path: Path
) -> None:
    planuttrekk("compare", plans, "-o", tmp_path / "a.json")
    newer = json.loads((tmp_path / "a.json").read_bytes()) | {"schema_version": "9.0"}
    (tmp_path / "a.json").write_text(json.dumps(newer), encoding="utf-8")
    assert planuttrekk("validate", tmp_path / "a.json").exit_code == ExitCode.NEWER_SCHEMA


@pytest.mark.parametrize("name", ["plan", "comparison"])
def test_each_schema_is_printed(planuttrekk: Run, name: str) -> None:
    assert json.loads(planuttrekk("schema", name).stdout)["title"].startswith(f"planuttrekk {name}")


@pytest.mark.parametrize("name", ["egne notat.csv", "eget ark.xlsx"])
def test_a_table_that_somebody_else_wrote_is_left_alone(planuttrekk: Run, plans: Path, name: str) -> None:
    target = plans.parent / name
    target.write_text("mitt eget budsjett\n", encoding="utf-8")
    assert planuttrekk("compare", plans, "-o", target).exit_code == ExitCode.USAGE
    assert target.read_text(encoding="utf-8") == "mitt eget budsjett\n"


@pytest.mark.parametrize("name", ["naboer.csv", "naboar.xlsx"])
@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_a_table_of_ours_is_written_anew(planuttrekk: Run, plans: Path, name: str, language: str) -> None:
    target = plans.parent / name
    for _ in range(2):
        assert planuttrekk("compare", plans, "-o", target, "--lang", language).exit_code == ExitCode.DONE
