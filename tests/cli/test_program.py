from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
from click.testing import Result

from extractor.cli import COMMANDS
from extractor.errors import ExitCode, ExtractorError
from extractor.version import __version__

Run = Callable[..., Result]
HEAVY = ("spacy", "pdfplumber", "pydantic", "lxml", "rich", "rapidfuzz")


def test_help_loads_nothing_heavy() -> None:
    program = f"""
import sys
from extractor.cli import main
try:
    main(["--help"], prog_name="planuttrekk")
except SystemExit as end:
    assert end.code == 0
print([name for name in {HEAVY} if name in sys.modules], file=sys.stderr)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"
    assert "extract" in done.stdout


def test_the_module_is_the_command() -> None:
    arguments = [sys.executable, "-m", "extractor", "--version"]
    done = subprocess.run(arguments, capture_output=True, text=True, check=True)
    assert done.stdout == f"planuttrekk, version {__version__}\n"


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_explains_itself(planuttrekk: Run, command: str) -> None:
    result = planuttrekk(command, "--help")
    assert result.exit_code == ExitCode.DONE
    assert f"Usage: planuttrekk {command}" in result.stdout
    assert result.stdout == planuttrekk(command, "-h").stdout


def test_an_unknown_command_is_a_mistake_of_use(planuttrekk: Run) -> None:
    assert planuttrekk("gjett").exit_code == ExitCode.USAGE


@pytest.mark.parametrize(
    ("mistyped", "meant"), [("exract", "extract"), ("comapre", "compare"), ("shwo", "show")]
)
def test_a_mistyped_command_is_answered_with_the_one_that_is_meant(
    planuttrekk: Run, mistyped: str, meant: str
) -> None:
    result = planuttrekk(mistyped)
    assert result.exit_code == ExitCode.USAGE
    assert f"there is no command {mistyped}; did you mean {meant}?" in result.stderr


@pytest.mark.parametrize(("language", "word"), [("nb", "Vedtatt"), ("nn", "Vedteke"), ("en", "Adopted")])
def test_a_plan_is_shown_with_labels_in_each_language(
    planuttrekk: Run, documents: Path, language: str, word: str
) -> None:
    assert word in planuttrekk("show", documents / "a.pdf", "--lang", language).stdout


def test_show_reads_documents_and_json(planuttrekk: Run, documents: Path) -> None:
    planuttrekk("extract", documents / "a.pdf", "-o", documents / "a.json")
    from_document, from_json = (
        planuttrekk("show", documents / "a.pdf"),
        planuttrekk("show", documents / "a.json"),
    )
    assert from_document.exit_code == from_json.exit_code == ExitCode.DONE
    assert from_document.stdout == from_json.stdout
    assert "Ansvarlig" in from_document.stdout
    assert "Ansvarleg" in planuttrekk("show", "--language", "nn", documents / "a.json").stdout


def test_show_goes_on_after_a_failure(planuttrekk: Run, documents: Path) -> None:
    result = planuttrekk("show", documents / "d.txt", documents / "c.pdf", documents / "b.pdf")
    assert result.exit_code == ExitCode.NOTHING_FOUND
    assert len(result.stderr.splitlines()) == 2
    assert result.stdout.startswith("Plan B")


def test_the_schema_is_printed_and_written(planuttrekk: Run, tmp_path: Path) -> None:
    printed = planuttrekk("schema").stdout
    assert planuttrekk("schema", "-o", tmp_path / "schema.json").exit_code == ExitCode.DONE
    assert (tmp_path / "schema.json").read_text(encoding="utf-8") == printed
    jsonschema.Draft202012Validator.check_schema(json.loads(printed))


def test_what_extract_writes_is_valid(planuttrekk: Run, documents: Path) -> None:
    planuttrekk("extract", documents / "a.pdf", "-o", documents / "a.json")
    result = planuttrekk("validate", documents / "a.json")
    assert result.exit_code == ExitCode.DONE
    assert result.stdout == f"{documents / 'a.json'}: ok (schema 1.0)\n"
    plan = json.loads((documents / "a.json").read_bytes())
    jsonschema.validate(plan, json.loads(planuttrekk("schema").stdout))


@pytest.mark.parametrize(
    ("change", "code", "cause"),
    [
        ({"schema_version": "99.0"}, ExitCode.NEWER_SCHEMA, "99.0"),
        ({"kind": "roman"}, ExitCode.CANNOT_READ, "kind"),
        ({"kommune": "Bø"}, ExitCode.CANNOT_READ, "kommune"),
    ],
)
def test_what_is_not_valid_is_explained(
    planuttrekk: Run, documents: Path, change: dict[str, str], code: int, cause: str
) -> None:
    planuttrekk("extract", documents / "a.pdf", "-o", documents / "a.json")
    plan = json.loads((documents / "a.json").read_bytes())
    (documents / "x.json").write_text(json.dumps(plan | change), encoding="utf-8")
    result = planuttrekk("validate", documents / "x.json", documents / "a.json")
    assert result.exit_code == code
    assert cause in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert "a.json: ok" in result.stdout


@pytest.mark.parametrize("command", ["validate", "show", "extract"])
def test_a_missing_file_and_a_folder_cannot_be_read(planuttrekk: Run, tmp_path: Path, command: str) -> None:
    for file in (tmp_path / "missing.json", tmp_path):
        result = planuttrekk(command, file)
        assert result.exit_code == ExitCode.CANNOT_READ
        assert result.stderr.startswith(f"error: {file}: ")
        assert len(result.stderr.splitlines()) == 1


def test_an_error_outside_the_files_ends_as_a_line_too(
    planuttrekk: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: str) -> str:
        raise ExtractorError("plan.schema.json", "is not there", "Install planuttrekk again.")

    monkeypatch.setattr("extractor.cli.schema.schema_text", fail)
    result = planuttrekk("schema")
    assert result.exit_code == ExitCode.UNEXPECTED
    assert result.stderr == "error: plan.schema.json: is not there. Install planuttrekk again.\n"


def test_names_of_files_cannot_steer_the_terminal(planuttrekk: Run, tmp_path: Path) -> None:
    result = planuttrekk("validate", tmp_path / "x\x1b[2J\u202e.json")
    assert "\x1b" not in result.stderr and "\u202e" not in result.stderr
