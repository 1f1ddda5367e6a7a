from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from extractor.cli.targets import unique_names
from extractor.errors import ExitCode, NoTextError
from extractor.guard import Extracted
from extractor.settings import Ocr, Settings

Run = Callable[..., Result]


def titles(folder: Path) -> dict[str, str]:
    return {path.name: json.loads(path.read_bytes())["title"] for path in sorted(folder.iterdir())}


def test_one_file_goes_to_standard_output(planuttrekk: Run, documents: Path) -> None:
    result = planuttrekk("extract", documents / "a.pdf")
    assert result.exit_code == ExitCode.DONE
    assert json.loads(result.stdout)["title"] == "Plan A"
    assert result.stdout_bytes.decode("utf-8").endswith("}\n")
    assert result.stderr == ""
    assert planuttrekk("extract", documents / "a.pdf", "-o", "-").stdout == result.stdout


def test_one_file_goes_to_the_file_that_is_named(planuttrekk: Run, documents: Path) -> None:
    result = planuttrekk("extract", documents / "a.pdf", "-o", documents / "out" / "x.json")
    assert result.exit_code == ExitCode.DONE
    assert result.stdout == ""
    assert result.stderr == f"{documents / 'a.pdf'} → {documents / 'out' / 'x.json'}: 1 mål, 1 tiltak\n"
    assert titles(documents / "out") == {"x.json": "Plan A"}


def test_several_files_go_to_a_folder(planuttrekk: Run, documents: Path) -> None:
    out = documents / "out"
    result = planuttrekk("extract", documents / "a.pdf", documents / "b.pdf", "-o", f"{out}/")
    assert result.exit_code == ExitCode.DONE
    assert titles(out) == {"a.json": "Plan A", "b.json": "Plan B"}


def test_an_existing_folder_needs_no_slash(planuttrekk: Run, documents: Path) -> None:
    (documents / "out").mkdir()
    planuttrekk("extract", documents / "a.pdf", "-o", documents / "out")
    assert titles(documents / "out") == {"a.json": "Plan A"}


def test_files_of_the_same_name_do_not_meet(planuttrekk: Run, documents: Path) -> None:
    (documents / "a.html").write_text("Nettside A", encoding="utf-8")
    (documents / "old").mkdir()
    (documents / "old" / "A.pdf").write_text("Gamal plan A", encoding="utf-8")
    files = [documents / "a.pdf", documents / "a.html", documents / "old" / "A.pdf", documents / "b.pdf"]
    planuttrekk("extract", *files, documents / "a.pdf", "-o", f"{documents}/out/")
    assert titles(documents / "out") == {
        "a.pdf.json": "Plan A",
        "a.html.json": "Nettside A",
        "A.pdf-2.json": "Gamal plan A",
        "b.json": "Plan B",
    }


@pytest.mark.parametrize(
    ("files", "names"),
    [
        (["plan.pdf"], ["plan.json"]),
        (["x/plan.pdf", "y/plan.pdf"], ["plan.pdf.json", "plan.pdf-2.json"]),
        (["plan.pdf", "plan.txt", "plan.pdf.txt"], ["plan.pdf.json", "plan.txt.json", "plan.pdf-2.json"]),
        (["Plan.PDF", "plan.txt"], ["Plan.PDF.json", "plan.txt.json"]),
        (["plan 2009.2013", "plan"], ["plan 2009.json", "plan.json"]),
    ],
)
def test_names_are_unique(files: list[str], names: list[str]) -> None:
    assert unique_names(files) == names


def test_the_others_are_read_when_one_fails(planuttrekk: Run, documents: Path) -> None:
    files = [documents / name for name in ("c.pdf", "a.pdf", "d.txt", "e.txt", "missing.pdf", "b.pdf")]
    result = planuttrekk("extract", *files, "-o", f"{documents}/out/", "--quiet")
    assert titles(documents / "out") == {"a.json": "Plan A", "b.json": "Plan B"}
    picture, nothing, bug, missing, total = result.stderr.splitlines()
    assert total == "4 of 6 files could not be read."
    assert picture.startswith(f"error: {documents / 'c.pdf'}: the pages are pictures. Run OCR")
    assert nothing.startswith(f"error: {documents / 'd.txt'}: no plan was found in it. ")
    assert bug.startswith(f"error: {documents / 'e.txt'}: unexpected ValueError: column. ")
    assert bug.endswith("Run again with --debug to see where.")
    assert "missing.pdf" in missing
    assert result.exit_code == ExitCode.CANNOT_READ


@pytest.mark.parametrize(
    ("name", "code"), [("c.pdf", ExitCode.CANNOT_READ), ("d.txt", ExitCode.NOTHING_FOUND), ("e.txt", 1)]
)
def test_the_exit_code_tells_the_kind_of_failure(
    planuttrekk: Run, documents: Path, name: str, code: int
) -> None:
    result = planuttrekk("extract", documents / name, "-o", documents / "x.json")
    assert result.exit_code == code
    assert len(result.stderr.splitlines()) == 1
    assert not (documents / "x.json").exists()


def test_an_earlier_result_outlives_a_failure(planuttrekk: Run, documents: Path) -> None:
    (documents / "x.json").write_text("earlier", encoding="utf-8")
    planuttrekk("extract", documents / "c.pdf", "-o", documents / "x.json")
    assert (documents / "x.json").read_text(encoding="utf-8") == "earlier"


def test_the_summary_is_printed_beside_the_json(planuttrekk: Run, documents: Path) -> None:
    result = planuttrekk("extract", documents / "a.pdf", "--summary", "-o", documents / "x.json")
    assert "Lys på vegen" in result.stdout
    assert (documents / "x.json").exists()
    piped = planuttrekk("extract", documents / "a.pdf", "--summary")
    assert json.loads(piped.stdout)["title"] == "Plan A"
    assert "Lys på vegen" in piped.stderr


def test_a_terminal_gets_the_main_points(
    planuttrekk: Run, documents: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("extractor.cli.extract.on_terminal", lambda: True)
    result = planuttrekk("extract", documents / "a.pdf")
    assert "Lys på vegen" in result.stdout
    assert not result.stdout.startswith("{")
    assert "-o FOLDER/" in result.stderr
    assert planuttrekk("extract", documents / "c.pdf").exit_code == ExitCode.CANNOT_READ
    assert planuttrekk("extract", documents / "a.pdf", "-o", "-").stdout.startswith("{")


def test_a_name_that_is_no_json_file_is_a_folder(planuttrekk: Run, documents: Path) -> None:
    planuttrekk("extract", documents / "a.pdf", "-o", documents / "new")
    assert titles(documents / "new") == {"a.json": "Plan A"}


@pytest.mark.parametrize("name", ["b.pdf", "notat.docx", "brev.rtf", "plan.json"])
def test_a_document_is_never_written_over(planuttrekk: Run, documents: Path, name: str) -> None:
    target = documents / name
    target.write_bytes(b"{\\rtf1 a document of somebody")
    result = planuttrekk("extract", documents / "a.pdf", "-o", target)
    assert result.exit_code == ExitCode.USAGE
    assert "would be written over" in result.stderr
    assert target.read_bytes() == b"{\\rtf1 a document of somebody"


@pytest.mark.parametrize("arguments", [["-"], ["a.pdf", "-o", ""]])
def test_what_cannot_be_meant_is_told(planuttrekk: Run, documents: Path, arguments: list[str]) -> None:
    result = planuttrekk("extract", *[documents / part if part == "a.pdf" else part for part in arguments])
    assert result.exit_code == ExitCode.USAGE
    assert "give" in result.stderr


def test_an_interrupted_run_says_what_stays(
    planuttrekk: Run, documents: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("extractor.cli.extract.extract_files", interrupt)
    result = planuttrekk("extract", documents / "a.pdf")
    assert result.exit_code == 130
    assert "what was written before stays" in result.stderr


def test_quiet_says_nothing_when_all_is_well(planuttrekk: Run, documents: Path) -> None:
    result = planuttrekk("extract", documents / "a.pdf", "--quiet", "-o", documents / "x.json")
    assert (result.stdout, result.stderr) == ("", "")


@pytest.mark.parametrize(
    "arguments",
    [
        ["a.pdf", "b.pdf"],
        ["a.pdf", "b.pdf", "-o", "-"],
        ["a.pdf", "b.pdf", "-o", "out.json"],
        ["a.pdf", "b.pdf", "-o", "d.txt"],
        ["a.pdf", "-o", "a.pdf"],
        [],
    ],
)
def test_what_cannot_be_meant_is_refused(
    planuttrekk: Run, documents: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    monkeypatch.chdir(documents)
    before = sorted(path.name for path in documents.iterdir())
    assert planuttrekk("extract", *arguments).exit_code == ExitCode.USAGE
    assert sorted(path.name for path in documents.iterdir()) == before


def test_a_place_that_cannot_be_written_to_is_named(planuttrekk: Run, documents: Path) -> None:
    result = planuttrekk("extract", documents / "a.pdf", "-o", documents / "b.pdf" / "x.json")
    assert result.exit_code == ExitCode.UNEXPECTED
    assert result.stderr.startswith(f"error: {documents / 'b.pdf'}")
    assert len(result.stderr.splitlines()) == 1


def test_a_device_is_written_to_and_not_replaced(planuttrekk: Run, documents: Path) -> None:
    result = planuttrekk("extract", documents / "a.pdf", "-o", os.devnull)
    assert result.exit_code == ExitCode.DONE
    assert not Path(os.devnull).is_file()


@pytest.mark.parametrize("arguments", [["-v", "extract"], ["extract", "-vv"]])
def test_verbose_tells_what_is_done(planuttrekk: Run, documents: Path, arguments: list[str]) -> None:
    result = planuttrekk(*arguments, documents / "a.pdf", "-o", documents / "x.json", "--quiet")
    assert result.stderr == f"info: reading {documents / 'a.pdf'}\ninfo: wrote {documents / 'x.json'}\n"
    assert json.loads(planuttrekk(*arguments, documents / "b.pdf").stdout)["title"] == "Plan B"


@pytest.mark.parametrize("arguments", [["--debug", "extract"], ["extract", "--debug"]])
def test_debug_shows_where_an_error_arose(planuttrekk: Run, documents: Path, arguments: list[str]) -> None:
    result = planuttrekk(*arguments, documents / "e.txt")
    assert "Traceback" in result.stderr
    assert result.exit_code == ExitCode.UNEXPECTED


@pytest.mark.parametrize(
    ("arguments", "asked"), [([], "auto"), (["--ocr", "always"], "always"), (["--ocr", "never"], "never")]
)
@pytest.mark.parametrize("command", ["extract", "show", "check"])
def test_what_is_asked_of_ocr_reaches_the_reader(
    planuttrekk: Run,
    documents: Path,
    monkeypatch: pytest.MonkeyPatch,
    command: str,
    arguments: list[str],
    asked: Ocr,
) -> None:
    settings: list[Settings] = []

    def extract(_guard: object, file: str, given: Settings) -> Extracted:
        settings.append(given)
        raise NoTextError(file, "the pages are pictures")

    monkeypatch.setattr("extractor.guard.Guard.extract", extract)
    planuttrekk(command, documents / "a.pdf", *arguments)
    assert settings == [Settings(ocr=asked)]
