from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from extractor.emit.jsonfile import write_json
from extractor.errors import ExitCode
from tests.compare.build import made_plan

Run = Callable[..., Result]


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """A folder as a run of many documents leaves it."""
    folder = tmp_path / "out"
    (folder / "plans" / "nn").mkdir(parents=True)
    write_json(plan_of("1", tiltak=["Kurs i ansvarlig vertskap"]), folder / "plans" / "b.json")
    write_json(plan_of("2", tiltak=["Kurs i ansvarleg vertskap"]), folder / "plans" / "nn" / "a.json")
    (folder / "summary.json").write_text(json.dumps({"documents": 2}), encoding="utf-8")
    (folder / "manifest.jsonl").write_text(json.dumps({"path": "b.pdf"}) + "\n", encoding="utf-8")
    return folder


def plan_of(digit: str, **content: Any) -> Any:
    plan = made_plan("Sel", **content)
    return plan.model_copy(update={"source": plan.source.model_copy(update={"sha256": digit * 64})})


def ask(database: Path, question: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(database)) as opened:
        return opened.execute(question).fetchall()


def test_a_run_becomes_a_database(planuttrekk: Run, out: Path, tmp_path: Path) -> None:
    done = planuttrekk("export", out, "--to", "sqlite", "-o", tmp_path / "plans.db")
    assert done.exit_code == ExitCode.DONE
    assert done.stderr == f"{tmp_path / 'plans.db'}: 2 documents, 0 goals, 2 tiltak\n"
    assert ask(tmp_path / "plans.db", "SELECT exported_from FROM documents") == [
        ("plans/b.json",),
        ("plans/nn/a.json",),
    ]


@pytest.mark.parametrize("name", ["plans.db", "plans.sqlite", "plans.xlsx"])
def test_the_name_of_the_file_says_what_to_write(
    planuttrekk: Run, out: Path, tmp_path: Path, name: str
) -> None:
    assert planuttrekk("export", out, "-o", tmp_path / name).exit_code == ExitCode.DONE
    assert (tmp_path / name).is_file()


def test_files_of_an_export_in_the_folder_are_no_plans(planuttrekk: Run, out: Path) -> None:
    for _ in range(2):
        done = planuttrekk("export", out, "--to", "csv", "-o", out / "tables")
        assert (done.exit_code, done.stderr.count("\n")) == (ExitCode.DONE, 1)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["-o", "plans"], "say what to write"),
        (["--to", "xlsx", "-o", "plans.db"], "ends in .xlsx"),
        (["--to", "csv", "-o", "plans.csv"], "give a folder or FILE.zip"),
        (["--to", "jsonl", "-o", "plans.jsonl"], "give a folder or FILE.zip"),
        (["--to", "sqlite"], "-o"),
        (["--to", "word", "-o", "plans.doc"], "word"),
    ],
)
def test_a_call_that_cannot_be_meant_is_explained(
    planuttrekk: Run, out: Path, arguments: list[str], told: str
) -> None:
    done = planuttrekk("export", out, *arguments)
    assert done.exit_code == ExitCode.USAGE
    assert told in done.stderr


@pytest.mark.parametrize("to", ["sqlite", "csv", "jsonl", "parquet"])
def test_the_plans_themselves_are_never_written_over(planuttrekk: Run, out: Path, to: str) -> None:
    before = {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}
    done = planuttrekk("export", out, "--to", to, "-o", out)
    assert done.exit_code == ExitCode.USAGE
    assert "would be written over" in done.stderr
    assert {path: path.read_bytes() for path in out.rglob("*") if path.is_file()} == before


def test_what_cannot_be_read_gets_its_line_and_the_others_are_exported(
    planuttrekk: Run, out: Path, tmp_path: Path
) -> None:
    (out / "plans" / "torn.json").write_text('{"schema_version": "1.0", "source"', encoding="utf-8")
    done = planuttrekk("export", out, "-o", tmp_path / "plans.db")
    assert done.exit_code == ExitCode.CANNOT_READ
    assert "torn.json" in done.stderr
    assert ask(tmp_path / "plans.db", "SELECT count(*) FROM documents") == [(2,)]


def test_two_items_with_one_id_are_told_with_the_file(planuttrekk: Run, out: Path, tmp_path: Path) -> None:
    plan = plan_of("3", tiltak=["Møteplass"])
    write_json(plan.model_copy(update={"tiltak": plan.tiltak * 2}), out / "plans" / "twice.json")
    done = planuttrekk("export", out, "-o", tmp_path / "plans.db")
    assert done.exit_code == ExitCode.CANNOT_READ
    assert "plans/twice.json: has two items with the id t1" in done.stderr


def test_where_no_plan_is_nothing_is_written(planuttrekk: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = planuttrekk("export", tmp_path / "empty", "-o", tmp_path / "plans.db")
    assert done.exit_code == ExitCode.CANNOT_READ
    assert "there is no plan in this folder" in done.stderr
    assert not (tmp_path / "plans.db").exists()


def test_a_plan_that_comes_twice_is_told(planuttrekk: Run, out: Path, tmp_path: Path) -> None:
    write_json(plan_of("1", tiltak=[]), out / "plans" / "copy.json")
    done = planuttrekk("export", out, "-o", tmp_path / "plans.db")
    assert "2 documents, 0 goals, 2 tiltak; 1 came twice and are in it once" in done.stderr


@pytest.mark.parametrize(
    ("language", "sheet"), [("nb", "Ansvarlige"), ("nn", "Ansvarlege"), ("en", "Responsible")]
)
def test_a_workbook_speaks_the_language_that_is_asked_for(
    planuttrekk: Run, out: Path, tmp_path: Path, language: str, sheet: str
) -> None:
    from openpyxl import load_workbook

    planuttrekk("export", out, "-o", tmp_path / "plans.xlsx", "--language", language)
    assert sheet in load_workbook(tmp_path / "plans.xlsx").sheetnames


def test_a_name_that_says_workbook_takes_nothing_else(planuttrekk: Run, out: Path, tmp_path: Path) -> None:
    target = tmp_path / "planer.xlsx"
    assert planuttrekk("export", out, "--to", "xlsx", "-o", target).exit_code == ExitCode.DONE
    before = target.read_bytes()
    assert planuttrekk("export", out, "--to", "sqlite", "-o", target).exit_code == ExitCode.USAGE
    assert target.read_bytes() == before
