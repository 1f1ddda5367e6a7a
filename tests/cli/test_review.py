from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from extractor.emit.jsonfile import load_plan
from extractor.emit.page import MARK
from extractor.errors import ExitCode

Run = Callable[..., Result]
SAMPLES = Path(__file__).parents[2] / "samples"
SOURCES = SAMPLES / "sources"
PDF, TEXT = SOURCES / "trafikktrygging_sogndal.pdf", SOURCES / "alkoholplan_olen.txt"
WEB = SOURCES / "psykisk_helse_rus_gjerdrum.html"
JSON = SAMPLES / "expected" / "trafikktrygging_sogndal.pdf.json"


@pytest.mark.parametrize("document", [PDF, TEXT])
def test_a_page_is_written_for_a_document(planuttrekk: Run, tmp_path: Path, document: Path) -> None:
    target = tmp_path / "page.html"
    result = planuttrekk("review", document, "-o", target, "--lang", "nn")
    assert result.exit_code == ExitCode.DONE and "tiltak" in result.stderr
    html = target.read_text(encoding="utf-8")
    assert MARK in html and "Last ned rettingar" in html
    assert html.count('class="sheet-data"') >= 1


def test_what_was_found_earlier_is_shown_for_the_same_document_only(planuttrekk: Run, tmp_path: Path) -> None:
    target, plan = tmp_path / "page.html", load_plan(JSON)
    plan.tiltak = [plan.tiltak[0].model_copy(update={"text": "Noko anna"})]
    (tmp_path / "plan.json").write_text(plan.model_dump_json(), encoding="utf-8")
    assert planuttrekk("review", PDF, "--plan", tmp_path / "plan.json", "-o", target).exit_code == 0
    html = target.read_text(encoding="utf-8")
    assert '"text":"Noko anna"' in html and '"id":"t2"' not in html
    result = planuttrekk("review", TEXT, "--plan", tmp_path / "plan.json", "-o", tmp_path / "other.html")
    assert result.exit_code == ExitCode.CANNOT_READ and "another document" in result.stderr
    assert not (tmp_path / "other.html").exists()


def test_a_plan_that_was_corrected_is_not_corrected_again(planuttrekk: Run, tmp_path: Path) -> None:
    plan = load_plan(JSON)
    plan.tiltak[0].reviewed = "right"
    (tmp_path / "plan.json").write_text(plan.model_dump_json(), encoding="utf-8")
    result = planuttrekk("review", PDF, "--plan", tmp_path / "plan.json", "-o", tmp_path / "page.html")
    assert result.exit_code == ExitCode.CANNOT_READ and "--corrections" in result.stderr


def test_corrections_of_before_belong_to_the_document(planuttrekk: Run, tmp_path: Path) -> None:
    said, target = tmp_path / "plan.corrections.json", tmp_path / "page.html"
    document = {"filename": "plan.pdf", "sha256": load_plan(JSON).source.sha256}
    one = {"item": "tiltak", "key": "t-0123456789ab", "verdict": "wrong", "text": "Vei"}
    given = {"schema_version": "1.0", "tool": "t", "document": document, "corrections": [one]}
    said.write_text(json.dumps(given), encoding="utf-8")
    assert planuttrekk("review", PDF, "--corrections", said, "-o", target).exit_code == 0
    assert "t-0123456789ab" in target.read_text(encoding="utf-8")
    result = planuttrekk("review", TEXT, "--corrections", said, "-o", target)
    assert result.exit_code == ExitCode.CANNOT_READ and "another document" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((PDF, "-o", "page.pdf"), ".html"),
        ((JSON, "-o", "page.html"), "--plan"),
        ((WEB, "-o", WEB), "written over"),
    ],
)
def test_what_cannot_be_meant_is_refused(planuttrekk: Run, arguments: tuple[object, ...], told: str) -> None:
    result = planuttrekk("review", *arguments)
    assert result.exit_code == ExitCode.USAGE and told in result.stderr
