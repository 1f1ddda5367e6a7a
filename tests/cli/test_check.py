from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from extractor.emit.jsonfile import write_json
from extractor.errors import ExitCode
from tests.compare.build import made_plan
from tests.compare.test_check import rus_plan

Run = Callable[..., Result]


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    file = tmp_path / "plan.json"
    write_json(rus_plan("Kommunen samarbeider med politiet."), file)
    return file


@pytest.mark.parametrize(
    ("language", "told"),
    [("nb", "Økonomiske konsekvenser"), ("nn", "Økonomiske konsekvensar"), ("en", "Costs and funding")],
)
def test_a_plan_is_checked_in_the_terminal(planuttrekk: Run, plan: Path, language: str, told: str) -> None:
    result = planuttrekk("check", plan, "--lang", language)
    assert result.exit_code == ExitCode.DONE
    assert told in result.stdout
    assert "«Kommunen samarbeider" in result.stdout


def test_scripts_may_ask_for_an_exit_code(planuttrekk: Run, plan: Path, tmp_path: Path) -> None:
    assert planuttrekk("check", plan, "--exit-code").exit_code == ExitCode.FINDINGS
    write_json(rus_plan("Dette er den alkoholpolitiske handlingsplanen."), tmp_path / "b.json")
    assert planuttrekk("check", tmp_path / "b.json", "--exit-code").exit_code == ExitCode.DONE


def test_a_folder_gives_a_report_that_a_later_check_passes_over(
    planuttrekk: Run, plan: Path, tmp_path: Path
) -> None:
    write_json(made_plan("Hol", ["Natteravner"], plan_type="kulturplan"), tmp_path / "hol.json")
    for _ in range(2):
        assert planuttrekk("check", tmp_path, "-o", tmp_path / "out.json").exit_code == ExitCode.DONE
    report = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert [check["note"] for check in report["checks"]] == ["no-guideline", None]


def test_a_table_can_be_written(planuttrekk: Run, plan: Path, tmp_path: Path) -> None:
    assert planuttrekk("check", plan, "-o", tmp_path / "a.csv").exit_code == ExitCode.DONE
    assert "Kommunen samarbeider" in (tmp_path / "a.csv").read_text(encoding="utf-8-sig")


@pytest.mark.parametrize("output", ["plan.json", "a.xlsx", "kept.json"])
def test_nothing_is_written_over(planuttrekk: Run, plan: Path, tmp_path: Path, output: str) -> None:
    (tmp_path / "kept.json").write_text("ingen JSON", encoding="utf-8")
    result = planuttrekk("check", plan, "-o", tmp_path / output)
    assert result.exit_code == ExitCode.USAGE
    assert (tmp_path / "kept.json").read_text(encoding="utf-8") == "ingen JSON"


def test_what_cannot_be_read_gets_its_line_and_the_others_are_checked(
    planuttrekk: Run, plan: Path, tmp_path: Path
) -> None:
    result = planuttrekk("check", tmp_path / "gone.pdf", plan)
    assert result.exit_code == ExitCode.CANNOT_READ
    assert result.stderr.count("error: ") == 1
    assert "Kommunen samarbeider" in result.stdout


def test_what_a_check_writes_can_be_validated(planuttrekk: Run, plan: Path, tmp_path: Path) -> None:
    target = tmp_path / "check.json"
    planuttrekk("check", plan, "-o", target)
    assert planuttrekk("validate", target).exit_code == ExitCode.DONE


def test_a_table_of_somebody_else_is_left_alone(planuttrekk: Run, plan: Path, tmp_path: Path) -> None:
    target = tmp_path / "budsjett.csv"
    target.write_text("eget;ark\n", encoding="utf-8")
    assert planuttrekk("check", plan, "-o", target).exit_code == ExitCode.USAGE
    assert target.read_text(encoding="utf-8") == "eget;ark\n"
    target.unlink()
    for _ in range(2):
        assert planuttrekk("check", plan, "-o", target).exit_code == ExitCode.DONE
