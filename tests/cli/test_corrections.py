"""--corrections, from the command to the JSON."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from extractor.emit.jsonfile import load_plan, write_json
from extractor.errors import ExitCode
from schemas import Plan
from schemas.corrections import CorrectedDocument, Correction, Corrections
from tests.corrections.build import of

Run = Callable[..., Result]
SAMPLES = Path(__file__).parents[2] / "samples"
NAMES = ("klima_par_nb.txt", "klima_par_nn.txt")


def found(name: str) -> Plan:
    return load_plan(SAMPLES / "expected" / f"{name}.json")


def keep(folder: Path, name: str, *said: Correction) -> Path:
    """Write corrections of a sample, and a copy of the sample, to a folder."""
    folder.mkdir(exist_ok=True)
    shutil.copy(SAMPLES / "sources" / name, folder)
    document = CorrectedDocument(filename=name, sha256=found(name).source.sha256)
    file = folder / f"{name}.corrections.json"
    written = Corrections(schema_version="1.0", tool="test", document=document, corrections=list(said))
    file.write_text(written.model_dump_json(exclude_unset=True), encoding="utf-8")
    return file


@pytest.mark.parametrize("name", NAMES)
def test_corrections_are_found_by_content(planuttrekk: Run, tmp_path: Path, name: str) -> None:
    before = found(name)
    keep(tmp_path, name, of(before, "t1", "wrong"), of(before, "t2", responsible=["Kultursjefen"]))
    write_json(before, tmp_path / "plan.json")  # JSON of something else is passed over in a folder
    (tmp_path / name).rename(tmp_path / "omdøpt.txt")
    result = planuttrekk("extract", tmp_path / "omdøpt.txt", "--corrections", tmp_path)
    assert result.exit_code == ExitCode.DONE and not result.stderr
    tiltak = json.loads(result.stdout)["tiltak"]
    assert [one["text"] for one in tiltak] == [one.text for one in before.tiltak[1:]]
    assert tiltak[0]["responsible"][0]["name"] == "kultursjef" and tiltak[0]["reviewed"] == "changed"


@pytest.mark.parametrize("name", NAMES)
def test_it_is_told_how_much_was_corrected(planuttrekk: Run, tmp_path: Path, name: str) -> None:
    keep(tmp_path, name, of(found(name), "t1", "wrong"))
    result = planuttrekk("extract", tmp_path / name, "--corrections", tmp_path, "-o", tmp_path / "a.json")
    assert result.stderr.endswith(", 8 tiltak, with 1 correction\n")


def test_a_file_for_another_document_is_named(planuttrekk: Run, tmp_path: Path) -> None:
    nb = keep(tmp_path, NAMES[0], of(found(NAMES[0]), "t1", "wrong"))
    nn = keep(tmp_path, NAMES[1])
    result = planuttrekk("extract", tmp_path / NAMES[1], "--corrections", nb, "--corrections", nn)
    assert result.exit_code == ExitCode.DONE
    assert result.stderr == f"{nb}: is for another content, that of {NAMES[0]}; it was not applied.\n"
    assert len(json.loads(result.stdout)["tiltak"]) == len(found(NAMES[1]).tiltak)


@pytest.mark.parametrize(
    ("content", "code", "told"),
    [
        ('{"schema_version": "9.0", "corrections": []}', ExitCode.NEWER_SCHEMA, "follows schema 9.0"),
        (
            '{"schema_version": "1.0", "corrections": 4}',
            ExitCode.CANNOT_READ,
            "does not follow the schema of a file of",
        ),
        (
            '{"schema_version": "1.0", "source": {}}',
            ExitCode.CANNOT_READ,
            "is JSON, but not a file of corrections",
        ),
        ('{"schema_version"', ExitCode.CANNOT_READ, "is not JSON"),
        ("", ExitCode.CANNOT_READ, "is empty"),
    ],
)
@pytest.mark.parametrize("command", ["extract", "batch"])
def test_a_damaged_file_ends_the_command_in_one_line(
    planuttrekk: Run, tmp_path: Path, command: str, content: str, code: ExitCode, told: str
) -> None:
    file = keep(tmp_path, NAMES[0])
    file.write_text(content, encoding="utf-8")
    result = planuttrekk(command, tmp_path / NAMES[0], "-o", tmp_path / "ut", "--corrections", file)
    assert result.exit_code == code and told in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert not (tmp_path / "ut").exists()


def test_a_run_does_again_what_other_corrections_are_for(planuttrekk: Run, tmp_path: Path) -> None:
    inn, ut = tmp_path / "inn", tmp_path / "ut"
    for name in NAMES:
        keep(tmp_path / "rett", name, of(found(name), "t1", "right"))
        keep(inn, name)
    call = ("batch", inn, "-o", ut, "--jobs", "1", "--quiet", "--corrections", tmp_path / "rett")

    def lines() -> dict[str, dict[str, object]]:
        told = (ut / "manifest.jsonl").read_text(encoding="utf-8").splitlines()
        return {line["path"]: line for line in map(json.loads, told)}

    for file in inn.glob("*.json"):
        file.unlink()
    assert planuttrekk(*call).exit_code == ExitCode.DONE
    before = lines()
    assert len({str(line["settings"]) for line in before.values()}) == 2
    assert all("corrections=" in str(line["settings"]) for line in before.values())
    keep(tmp_path / "rett", NAMES[1], of(found(NAMES[1]), "t1", "wrong"))
    assert planuttrekk(*call).exit_code == ExitCode.DONE
    after = lines()
    assert after[NAMES[0]] == before[NAMES[0]]
    assert after[NAMES[1]] != before[NAMES[1]]
    assert len(load_plan(ut / "plans" / f"{NAMES[1]}.json").tiltak) == len(found(NAMES[1]).tiltak) - 1
    assert planuttrekk(*call).exit_code == ExitCode.DONE and lines() == after


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_the_terminal_tells_how_much_was_gone_through(
    planuttrekk: Run, tmp_path: Path, language: str
) -> None:
    before = found(NAMES[0])
    keep(tmp_path, NAMES[0], of(before, "t1", "right"), of(before, "t2", schedule="2014"))
    out = tmp_path / "ut.json"
    planuttrekk("extract", tmp_path / NAMES[0], "--corrections", tmp_path, "-o", out)
    shown = planuttrekk("show", out, "--language", language).stdout
    assert "Gjennomgått" in shown
    words = {"nb": "1 rette, 1 endret, 0 lagt til", "nn": "1 rette, 1 endra, 0 lagde til"}
    assert words[language] in " ".join(shown.split())


def test_a_file_of_corrections_can_be_validated(planuttrekk: Run, tmp_path: Path) -> None:
    file = keep(tmp_path, NAMES[1])
    assert planuttrekk("validate", file).stdout == f"{file}: ok (schema 1.0)\n"
