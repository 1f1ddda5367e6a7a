from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

import jsonschema
import pytest
from click.testing import Result

from extractor.emit.differences.told import Language, diff_words
from extractor.emit.jsonfile import write_json
from extractor.errors import ExitCode
from schemas.diff import CostShift, Fate, TargetShift, TimeShift
from schemas.export import schema
from schemas.promises import TiltakStatus
from tests.compare.build import SOURCE, made_plan

Run = Callable[..., Result]
LATER: dict[str, Any] = {
    "period": {"raw": "", "start_year": 2025, "end_year": 2028, "edtf": "2025/2028"},
    "source": SOURCE | {"language": "nb", "sha256": "1"},
}
HOSTILE = "\x1b[2JNatteravner <script>alert(1)</script> [bold] =HYPERLINK(1)"


@pytest.fixture
def plans(tmp_path: Path) -> tuple[Path, Path]:
    """JSON of an older and a newer plan."""
    old, new = tmp_path / "old.json", tmp_path / "new.json"
    write_json(made_plan("Gol", ["Natteravner i helgene", "Badeplass"], ["Trygg vei"]), old)
    write_json(made_plan("Gol", ["Natteravner i helgene med politiet", HOSTILE], ["Trygg vei"], **LATER), new)
    return old, new


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("nb", ["Omskrevet", "Falt ut", "Mål"]),
        ("nn", ["Omskrive", "Falle ut"]),
        ("en", ["Reworded", "Dropped"]),
    ],
)
def test_what_is_different_is_shown(
    planuttrekk: Run, plans: tuple[Path, Path], language: str, told: list[str]
) -> None:
    result = planuttrekk("diff", *plans, "--lang", language)
    assert result.exit_code == ExitCode.DONE
    assert all(word in result.stdout for word in told)
    assert "i helgene {+med politiet+}" in result.stdout
    assert "«Badeplass»" in result.stdout


def test_text_of_a_plan_cannot_steer_the_terminal(planuttrekk: Run, plans: tuple[Path, Path]) -> None:
    result = planuttrekk("diff", *plans)
    assert "\x1b" not in result.stdout
    assert "[bold]" in result.stdout


def test_a_script_can_ask_whether_anything_is_different(planuttrekk: Run, plans: tuple[Path, Path]) -> None:
    old, new = plans
    assert planuttrekk("diff", old, new, "--exit-code").exit_code == ExitCode.FINDINGS
    same = planuttrekk("diff", old, old, "--exit-code")
    assert same.exit_code == ExitCode.DONE
    assert "Ingen forskjeller." in same.stdout


def test_all_of_it_is_written_as_json_that_follows_the_schema(
    planuttrekk: Run, plans: tuple[Path, Path]
) -> None:
    target = plans[0].with_name("diff.json")
    assert planuttrekk("diff", *plans, "-o", target).exit_code == ExitCode.DONE
    found = json.loads(target.read_text(encoding="utf-8"))
    jsonschema.validate(found, schema("diff"))
    assert found["summary"]["tiltak"] == {
        "kept": 0,
        "reworded": 1,
        "split": 0,
        "merged": 0,
        "dropped": 1,
        "new": 1,
    }


def test_a_page_is_written_and_may_be_written_again(planuttrekk: Run, plans: tuple[Path, Path]) -> None:
    target = plans[0].with_name("diff.html")
    for language in ("nb", "nn"):
        assert planuttrekk("diff", *plans, "-o", target, "--lang", language).exit_code == ExitCode.DONE
    assert '<html lang="nn">' in target.read_text(encoding="utf-8")


def test_what_is_odd_about_the_two_is_told(planuttrekk: Run, plans: tuple[Path, Path]) -> None:
    old, new = plans
    target = old.with_name("diff.json")
    assert planuttrekk("diff", new, old, "-o", target).stderr.startswith(
        "warning: the first plan is the later one"
    )
    assert "står de i rett rekkefølge?" in planuttrekk("diff", new, old).stdout


def test_each_input_that_cannot_be_read_gets_its_line(planuttrekk: Run, tmp_path: Path) -> None:
    result = planuttrekk("diff", tmp_path / "a.json", tmp_path / "b.json")
    assert result.exit_code == ExitCode.CANNOT_READ
    assert result.stderr.count("error: ") == 2


def test_documents_are_read_first(planuttrekk: Run, documents: Path) -> None:
    result = planuttrekk("diff", documents / "a.pdf", documents / "b.pdf")
    assert result.exit_code == ExitCode.DONE


@pytest.mark.parametrize("name", ["old.json", "diff.xlsx", "page.json", "plan.html"])
def test_nothing_is_written_over(planuttrekk: Run, plans: tuple[Path, Path], name: str) -> None:
    target = plans[0].with_name(name)
    plans[0].with_name("plan.html").write_text("<h1>Plan</h1>", encoding="utf-8")
    plans[0].with_name("page.json").write_text("no JSON", encoding="utf-8")
    assert planuttrekk("diff", *plans, "-o", target).exit_code == ExitCode.USAGE


def test_every_language_has_the_same_words() -> None:
    nb, nn, en = diff_words("nb"), diff_words("nn"), diff_words("en")
    assert _keys(nb) == _keys(nn) == _keys(en)


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_there_is_a_word_for_all_that_can_be_told(language: Language) -> None:
    words = diff_words(language)
    assert set(words["fates"]) == set(get_args(Fate))
    assert set(words["times"]) == set(get_args(TimeShift))
    assert set(words["targets"]) == set(get_args(TargetShift))
    assert set(words["costs"]) == set(get_args(CostShift))
    assert set(words["statuses"]) == set(get_args(TiltakStatus))


@pytest.mark.parametrize(
    ("language", "told"), [("nb", "Rektor → ikke nevnt"), ("nn", "Rektor → ikkje nemnt")]
)
def test_a_plan_that_names_nobody_any_more_is_silent(
    planuttrekk: Run, tmp_path: Path, language: str, told: str
) -> None:
    old, new = tmp_path / "old.json", tmp_path / "new.json"
    write_json(made_plan("Gol", [{"text": "Leksehjelp", "responsible": [{"raw": "Rektor"}]}]), old)
    write_json(made_plan("Gol", ["Leksehjelp"], **LATER), new)
    assert told in planuttrekk("diff", old, new, "--language", language).stdout


@pytest.fixture
def richer(tmp_path: Path) -> tuple[Path, Path]:
    """JSON of two plans with a tiltak whose target, cost and status are others, and one that was dropped."""
    old, new = tmp_path / "before.json", tmp_path / "after.json"
    before = {"target": "20 elever", "cost": {"raw": "50 000 kr", "amount": 50000}, "status": "planned"}
    after = {
        "target": f"30 elever {HOSTILE}",
        "cost": {"raw": "1,2 mill.", "amount": 1200000},
        "status": "ongoing",
    }
    write_json(made_plan("Gol", [{"text": "Leksehjelp"} | before, "Badeplass"]), old)
    write_json(made_plan("Gol", [{"text": "Leksehjelp"} | after], **LATER), new)
    return old, new


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            "nb",
            [
                "Resultatmål endret: 20 elever → 30 elever",
                "Kostnad økt: 50 000 kr → 1,2 mill. (1 150 000 NOK mer)",
            ],
        ),
        (
            "nn",
            ["Resultatmål endra: 20 elever → 30", "Kostnad auka: 50 000 kr → 1,2 mill. (1 150 000 NOK meir)"],
        ),
        ("en", ["Target changed: 20 elever → 30", "Cost raised: 50 000 kr → 1,2 mill. (1,150,000 NOK more)"]),
    ],
)
def test_target_and_cost_and_status_are_told_before_and_after(
    planuttrekk: Run,
    richer: tuple[Path, Path],
    language: str,
    told: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    shown = planuttrekk("diff", *richer, "--lang", language).stdout
    assert all(line in shown for line in told)
    assert "\x1b" not in shown
    page = richer[0].with_name("page.html")
    assert planuttrekk("diff", *richer, "-o", page, "--lang", language).exit_code == ExitCode.DONE
    html = page.read_text(encoding="utf-8")
    assert all(line in html for line in told)
    assert "<script>" not in html


@pytest.mark.parametrize(("language", "told"), [("nb", "Falt ut"), ("nn", "Falle ut")])
def test_show_and_validate_know_a_diff(
    planuttrekk: Run, richer: tuple[Path, Path], language: str, told: str
) -> None:
    target = richer[0].with_name("diff.json")
    planuttrekk("diff", *richer, "-o", target)
    jsonschema.validate(json.loads(target.read_text(encoding="utf-8")), schema("diff"))
    assert told in planuttrekk("show", target, "--language", language).stdout
    assert planuttrekk("validate", target).stdout == f"{target}: ok (schema 1.0)\n"
    assert "\x1b" not in planuttrekk("show", target).stdout


def test_a_diff_of_a_newer_version_or_with_a_mistake_is_told_as_one(
    planuttrekk: Run, richer: tuple[Path, Path]
) -> None:
    target = richer[0].with_name("diff.json")
    planuttrekk("diff", *richer, "-o", target)
    found = json.loads(target.read_text(encoding="utf-8"))
    target.write_text(json.dumps(found | {"schema_version": "99.0"}), encoding="utf-8")
    assert planuttrekk("validate", target).exit_code == ExitCode.NEWER_SCHEMA
    target.write_text(json.dumps(found | {"summary": 7}), encoding="utf-8")
    assert "does not follow the schema of a diff" in planuttrekk("validate", target).stderr


def _keys(words: Any) -> Any:
    return {key: _keys(value) if isinstance(value, dict) else None for key, value in words.items()}
