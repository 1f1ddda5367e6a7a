from __future__ import annotations

import csv
import json
import sqlite3
import zipfile
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from extractor.errors import ExtractorError, WrongTypeError
from extractor.export import FORMATS, FORMATS_OF_ONE_FILE, TABLES, Format, export_plans
from extractor.export.document import document_of
from schemas import Goal, Plan, Tiltak

Plans = list[tuple[str, Plan]]
TARGETS: list[tuple[Format, str]] = [
    ("sqlite", "plans.db"),
    ("xlsx", "plans.xlsx"),
    ("csv", "csv"),
    ("csv", "csv.zip"),
    ("jsonl", "jsonl"),
    ("parquet", "parquet"),
]


def export(plans: Plans, path: Path, to: Format) -> None:
    if to == "parquet":
        pytest.importorskip("pyarrow", reason="Parquet needs the extra «parquet»")
    export_plans(plans, path, to=to)


def read_back(path: Path, to: Format) -> dict[str, list[tuple[Any, ...]]]:
    """Return the rows of all tables as an export has them."""
    return {table.name: list(_rows(path, to, table.name, number)) for number, table in enumerate(TABLES)}


def _rows(path: Path, to: Format, table: str, number: int) -> Iterator[tuple[Any, ...]]:
    if to == "sqlite":
        with closing(sqlite3.connect(path)) as database:
            yield from database.execute(f'SELECT * FROM "{table}" ORDER BY rowid')
    elif to == "xlsx":
        yield from load_workbook(path).worksheets[number].iter_rows(min_row=2, values_only=True)
    elif to == "csv":
        with (path / f"{table}.csv").open(encoding="utf-8-sig", newline="") as file:
            yield from map(tuple, list(csv.reader(file, delimiter=";"))[1:])
    elif to == "jsonl":
        for line in (path / f"{table}.jsonl").read_text(encoding="utf-8").splitlines():
            yield tuple(json.loads(line).values())
    else:
        import pyarrow.parquet as pq

        for row in pq.read_table(path / f"{table}.parquet").to_pylist():
            yield tuple(row.values())


@pytest.fixture
def expected(plans: Plans) -> dict[str, list[tuple[Any, ...]]]:
    documents = [document_of(plan, file) for file, plan in plans]
    return {table.name: [*chain(*(table.rows(document) for document in documents))] for table in TABLES}


@pytest.mark.parametrize(
    ("to", "name"), [case for case in TARGETS if case[0] in ("sqlite", "jsonl", "parquet")]
)
def test_every_cell_of_every_table_comes_back(
    to: Format, name: str, plans: Plans, expected: dict[str, Any], tmp_path: Path
) -> None:
    export(plans, tmp_path / name, to)
    assert read_back(tmp_path / name, to) == expected
    assert all(expected.values()), "the plans of this test leave no table empty"


@pytest.mark.parametrize(("to", "name"), [("xlsx", "plans.xlsx"), ("csv", "csv")])
def test_sheets_and_csv_have_a_row_for_each_row(
    to: Format, name: str, plans: Plans, expected: dict[str, Any], tmp_path: Path
) -> None:
    export(plans, tmp_path / name, to)
    found = read_back(tmp_path / name, to)
    assert {table: len(rows) for table, rows in found.items()} == {
        table: len(rows) for table, rows in expected.items()
    }


@pytest.mark.parametrize(("to", "name"), TARGETS)
def test_the_same_plans_give_the_same_bytes(to: Format, name: str, plans: Plans, tmp_path: Path) -> None:
    for run in ("one", "two"):
        export(plans, tmp_path / run / name, to)
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


@pytest.mark.parametrize(("to", "name"), TARGETS)
def test_an_export_takes_the_place_of_an_earlier_one(
    to: Format, name: str, plans: Plans, tmp_path: Path
) -> None:
    export(plans, tmp_path / "once" / name, to)
    export(plans[:1], tmp_path / "twice" / name, to)
    export(plans, tmp_path / "twice" / name, to)
    assert contents(tmp_path / "once") == contents(tmp_path / "twice")


@pytest.mark.parametrize(("to", "name"), TARGETS)
def test_what_is_no_export_is_never_written_over(to: Format, name: str, plans: Plans, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(b"somebody's work")
    with pytest.raises(ExtractorError, match="no export of planuttrekk"):
        export(plans, tmp_path / name, to)
    assert contents(tmp_path) == {name: b"somebody's work"}


def test_somebody_elses_database_workbook_and_archive_stay(plans: Plans, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "a.db")) as database:
        database.execute("CREATE TABLE notes (text)")
    from openpyxl import Workbook

    Workbook().save(tmp_path / "a.xlsx")
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("tiltak.csv", "mine")
    before = contents(tmp_path)
    for to, name in (("sqlite", "a.db"), ("xlsx", "a.xlsx"), ("csv", "a.zip")):
        with pytest.raises(ExtractorError, match="no export of planuttrekk"):
            export_plans(plans, tmp_path / name, to=to)  # type: ignore[arg-type]
    assert contents(tmp_path) == before


def test_a_folder_with_a_file_of_somebody_else_in_it_stays(plans: Plans, tmp_path: Path) -> None:
    export_plans(plans, tmp_path / "csv", to="csv")
    (tmp_path / "csv" / "notes.txt").write_text("mine")
    with pytest.raises(ExtractorError, match="no export of planuttrekk"):
        export_plans(plans, tmp_path / "csv", to="csv")
    assert (tmp_path / "csv" / "notes.txt").read_text() == "mine"


@pytest.mark.parametrize(("to", "name"), TARGETS)
def test_an_export_that_breaks_off_leaves_the_earlier_one_and_nothing_else(
    to: Format, name: str, plans: Plans, tmp_path: Path
) -> None:
    export(plans, tmp_path / name, to)
    before = contents(tmp_path)

    def broken() -> Iterator[tuple[str, Plan]]:
        yield plans[0]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        export_plans(broken(), tmp_path / name, to=to)
    assert contents(tmp_path) == before


def test_a_place_that_cannot_be_written_to_is_told(plans: Plans, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("a file, no folder")
    with pytest.raises(ExtractorError, match="cannot be written"):
        export_plans(plans, tmp_path / "file" / "plans.db", to="sqlite")


def test_a_document_that_comes_twice_is_in_it_once(plans: Plans, tmp_path: Path) -> None:
    exported = export_plans([*plans, ("copy.json", plans[0][1])], tmp_path / "plans.db", to="sqlite")
    assert (exported.documents, exported.goals, exported.tiltak, exported.repeated) == (2, 4, 4, 1)


def test_a_plan_that_no_table_can_hold_is_told_and_the_others_are_exported(
    plans: Plans, tmp_path: Path
) -> None:
    [(_, plan), good] = plans
    twice = plan.model_copy(update={"tiltak": [plan.tiltak[0], plan.tiltak[0]]})
    far = plan.model_copy(update={"period": plan.period.model_copy(update={"end_year": 10**30})})  # type: ignore[union-attr]
    endless = plan.model_copy(
        update={"tiltak": [plan.tiltak[0].model_copy(update={"confidence": float("nan")})]}
    )
    failures: list[tuple[str, str]] = []
    exported = export_plans(
        [("twice.json", twice), ("far.json", far), ("endless.json", endless), good],
        tmp_path / "plans.db",
        to="sqlite",
        on_error=lambda error, file: failures.append((file, str(error))),
    )
    assert exported.documents == 1
    assert [file for file, _ in failures] == ["twice.json", "far.json", "endless.json"]
    assert "two items with the id t1" in failures[0][1]
    assert "a number that no table can hold" in failures[1][1]
    with pytest.raises(WrongTypeError):
        export_plans([("twice.json", twice)], tmp_path / "plans.db", to="sqlite")


def test_a_reference_to_what_is_not_there_is_left_out(plans: Plans) -> None:
    [(_, plan), _] = plans
    lost = plan.model_copy(
        update={
            "goals": [Goal(id="g1", text="Mål", parent_id="g9", section_id="s9", rule="a", confidence=1)],
            "tiltak": [Tiltak(id="t1", text="A", goal_ids=["g7", "g1", "g1"], origin="list", rule="a", confidence=1)],
        }
    )  # fmt: skip
    document = document_of(lost, "a.json")
    tables = {table.name: table for table in TABLES}
    [goal] = ({**_named(tables["goals"], row)} for row in tables["goals"].rows(document))
    assert (goal["parent_id"], goal["section_id"]) == (None, None)
    assert [row[1] for row in tables["tiltak_goals"].rows(document)] == [f"{document.id}.g1"]


def _named(table: Any, row: tuple[Any, ...]) -> dict[str, Any]:
    return dict(zip((column.name for column in table.columns), row, strict=True))


def test_keys_do_not_depend_on_what_else_is_exported(plans: Plans, tmp_path: Path) -> None:
    export_plans(plans[1:], tmp_path / "b", to="jsonl")
    export_plans(plans, tmp_path / "ab", to="jsonl")
    alone = (tmp_path / "b" / "tiltak.jsonl").read_text().splitlines()
    assert alone == (tmp_path / "ab" / "tiltak.jsonl").read_text().splitlines()[2:]


def test_a_missing_package_is_told_with_what_to_install(
    plans: Plans, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(__import__("sys").modules, "extractor.export.parquet", raising=False)
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    with pytest.raises(ExtractorError, match=r"parquet needs pyarrow\. .*planuttrekk\[parquet\]"):
        export_plans(plans, tmp_path / "parquet", to="parquet")
    assert list(tmp_path.iterdir()) == []


def test_the_description_beside_the_files_tells_of_every_column(plans: Plans, tmp_path: Path) -> None:
    export_plans(plans, tmp_path / "csv", to="csv")
    package = json.loads((tmp_path / "csv" / "datapackage.json").read_text(encoding="utf-8"))
    assert {resource["path"] for resource in package["resources"]} | {"datapackage.json"} == {
        path.name for path in (tmp_path / "csv").iterdir()
    }
    for resource in package["resources"]:
        head = (tmp_path / "csv" / resource["path"]).read_text(encoding="utf-8-sig").splitlines()[0]
        assert head.split(";") == [field["name"] for field in resource["schema"]["fields"]]
        assert all(field["description"] for field in resource["schema"]["fields"])


def test_rows_of_parquet_are_written_in_groups(
    plans: Plans, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pq = pytest.importorskip("pyarrow.parquet", reason="Parquet needs the extra «parquet»")
    from extractor.export import parquet

    monkeypatch.setattr(parquet, "_GROUP", 2)
    export_plans(plans, tmp_path / "parquet", to="parquet")
    assert pq.ParquetFile(tmp_path / "parquet" / "tiltak.parquet").num_row_groups == 2


def test_every_format_is_tried_here() -> None:
    assert Counter(to for to, _ in TARGETS).keys() == set(FORMATS) > FORMATS_OF_ONE_FILE
