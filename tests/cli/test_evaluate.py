from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
from click.testing import Result

from extractor.emit.jsonfile import load_plan, write_json
from extractor.errors import ExitCode
from schemas.export import schema

Run = Callable[..., Result]
SAMPLES = Path(__file__).parents[2] / "samples"


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """Truth and predictions of two samples, nb and nn; in the nynorsk one a tiltak is missing and one is invented."""
    gold, pred = tmp_path / "gull", tmp_path / "ut"
    gold.mkdir()
    pred.mkdir()
    for name in ("rus_par_nb", "rus_par_nn"):
        shutil.copy(SAMPLES / "gold" / f"{name}.json", gold)
        found = load_plan(SAMPLES / "expected" / f"{name}.md.json")
        if name.endswith("nn"):
            found.tiltak[0].text = "Noko heilt anna | <b>«med» *merke*"
        write_json(found, pred / f"{name}.md.json")
    (pred / "summary.json").write_text('{"tool": "x"}', encoding="utf-8")
    return gold, pred


def test_figures_are_shown_field_by_field_and_by_document(
    planuttrekk: Run, folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    result = planuttrekk("evaluate", "--gold", folders[0], "--pred", folders[1], "--misses")
    assert result.exit_code == ExitCode.DONE and not result.stderr
    lines = [" ".join(line.split()) for line in result.stdout.splitlines()]
    assert "tiltak 2 23 24 24 95.8 95.8 95.8 – 95.8" in lines
    assert any(line.startswith("rus_par_nn.md.json hand-made 100.0 100.0 91.7") for line in lines)
    assert "tiltak missed: «Foreldremøte om rusmiddel på 8. steget»" in lines
    assert any(line.startswith("tiltak invented: «Noko heilt anna") for line in lines)


def test_json_follows_its_schema(planuttrekk: Run, folders: tuple[Path, Path], tmp_path: Path) -> None:
    out = tmp_path / "rapport.json"
    result = planuttrekk("evaluate", "--gold", folders[0], "--pred", folders[1], "-o", out)
    assert result.exit_code == ExitCode.DONE
    told = json.loads(out.read_bytes())
    jsonschema.validate(told, schema("evaluation"))
    assert len(told["documents"]) == 2 and told["documents"][1]["faults"]
    first = out.read_bytes()
    planuttrekk("evaluate", "--gold", folders[0], "--pred", folders[1], "-o", out)
    assert out.read_bytes() == first


def test_a_report_in_markdown_holds_no_markup_of_the_documents(
    planuttrekk: Run, folders: tuple[Path, Path], tmp_path: Path
) -> None:
    out = tmp_path / "rapport.md"
    planuttrekk("evaluate", "--gold", folders[0], "--pred", folders[1], "-o", out, "--misses")
    text = out.read_text(encoding="utf-8")
    assert "# How well 2 documents were read" in text and "| tiltak | 2 | 23 | 24 | 24 |" in text
    assert r"«Noko heilt anna \| \<b\>«med» \*merke\*»" in text


def test_strict_asks_for_the_same_wording(planuttrekk: Run, folders: tuple[Path, Path]) -> None:
    found = load_plan(folders[1] / "rus_par_nb.md.json")
    found.tiltak[1].text += " og sommeren"
    write_json(found, folders[1] / "rus_par_nb.md.json")
    call = ("evaluate", "--gold", folders[0] / "rus_par_nb.json", "--pred", folders[1], "--misses")
    assert "missed" not in planuttrekk(*call).stdout
    assert "tiltak missed" in planuttrekk(*call, "--strict").stdout


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ('{"tiltak": [{"txt": "Lys"}]}', ExitCode.CANNOT_READ),
        ('{"goals": [4]}', ExitCode.CANNOT_READ),
        ('{"document": "annet"}', ExitCode.CANNOT_READ),
        ("[1]", ExitCode.CANNOT_READ),
        ('{"schema_version": "9.0", "source": {}, "kind": "plan"}', ExitCode.NEWER_SCHEMA),
        ('{"schema_version": "9.0", "corrections": []}', ExitCode.NEWER_SCHEMA),
        ('{"tiltak": []}', ExitCode.NOTHING_FOUND),
    ],
)
def test_truth_that_cannot_be_read_gets_its_line(
    planuttrekk: Run, folders: tuple[Path, Path], tmp_path: Path, content: str, code: ExitCode
) -> None:
    file = tmp_path / "feil.json"
    file.write_text(content, encoding="utf-8")
    result = planuttrekk("evaluate", "--gold", file, "--pred", folders[1])
    assert result.exit_code == code and not result.stdout
    assert result.stderr.splitlines()[-1].startswith(f"error: {file}: ")


def test_what_has_no_prediction_is_told_and_the_others_are_measured(
    planuttrekk: Run, folders: tuple[Path, Path]
) -> None:
    (folders[1] / "rus_par_nb.md.json").write_text("{", encoding="utf-8")
    result = planuttrekk("evaluate", "--gold", folders[0], "--pred", folders[1])
    assert result.exit_code == ExitCode.CANNOT_READ
    assert "rus_par_nb.json: has no prediction" in result.stderr
    assert "1 document" in result.stdout


def test_truth_is_never_written_over(planuttrekk: Run, folders: tuple[Path, Path]) -> None:
    gold = folders[0] / "rus_par_nb.json"
    result = planuttrekk("evaluate", "--gold", folders[0], "--pred", folders[1], "-o", gold)
    assert result.exit_code == ExitCode.USAGE and "would be written over" in result.stderr
