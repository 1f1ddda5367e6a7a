"""Whatever happens to a run, its end is the same, and nothing is done twice."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
import tracemalloc
from pathlib import Path

import jsonschema
import pytest
from batch import inline_engine
from batch.runs import Run, lines, put, tree

from extractor.batch.places import LocalPlace
from extractor.batch.run import Options, output_name
from extractor.errors import ExtractorError, NotFoundError
from extractor.guard import Limits
from schemas.export import schema

ROOT = Path(__file__).parents[2]


def test_each_input_has_its_line_and_each_plan_its_json(run: Run, tmp_path: Path) -> None:
    put(tmp_path / "inn", vinje__plan="Lys på gangvegen", lillehammer__plan="Lys på gangveien", skada="skada")
    summary = run()
    assert (summary.inputs, summary.ok, summary.failed) == (3, 2, 1)
    assert list(lines(tmp_path / "ut")) == ["lillehammer/plan.txt", "skada.txt", "vinje/plan.txt"]
    for path in ("lillehammer/plan.txt", "vinje/plan.txt"):
        line = lines(tmp_path / "ut")[path]
        assert (tmp_path / "ut" / str(line.output)).is_file() and line.output == f"plans/{path}.json"
    told = json.loads((tmp_path / "ut" / "summary.json").read_text(encoding="utf-8"))
    assert told == summary.model_dump()


@pytest.mark.parametrize(
    ("text", "status", "code"),
    [
        ("skada fil", "failed", "damaged-file"),
        ("tom plan", "failed", "nothing-found"),
        ("treg", "failed", "too-slow"),
        ("halv", "partial", None),
        ("Trygg skuleveg", "ok", None),
        ("Trygg skolevei", "ok", None),
    ],
)
def test_the_manifest_tells_how_it_went(run: Run, tmp_path: Path, text: str, status: str, code: str) -> None:
    put(tmp_path / "inn", plan=text)
    run()
    line = lines(tmp_path / "ut")["plan.txt"]
    assert (line.status, line.code) == (status, code)
    assert (line.output is None) == (status == "failed") == bool(line.message)


def test_what_is_done_is_not_done_again(run: Run, tmp_path: Path) -> None:
    put(tmp_path / "inn", a="Tiltak", b="Tiltaket", c="skada")
    run()
    before = tree(tmp_path / "ut")
    assert run().failed == 1
    assert inline_engine.DONE == []
    assert tree(tmp_path / "ut") == before


def test_changed_lost_and_forced_documents_are_done_again(run: Run, tmp_path: Path) -> None:
    put(tmp_path / "inn", a="Tiltak", b="Tiltaket", c="Mål")
    run()
    put(tmp_path / "inn", a="Nytt tiltak")
    (tmp_path / "ut" / "plans" / "b.txt.json").unlink()
    run()
    assert sorted(inline_engine.DONE) == ["a.txt", "b.txt"]
    run(options=Options(force=True))
    assert sorted(inline_engine.DONE) == ["a.txt", "b.txt", "c.txt"]


def test_what_another_version_did_is_done_again(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path / "inn", a="Tiltak", b="skada")
    run()
    monkeypatch.setattr("extractor.batch.run.TOOL", "planuttrekk 99")
    run()
    assert sorted(inline_engine.DONE) == ["a.txt", "b.txt"]


def test_failures_are_done_again_when_asked_for_or_when_limits_stood_in_the_way(
    run: Run, tmp_path: Path
) -> None:
    put(tmp_path / "inn", a="Tiltak", b="skada", c="treg")
    run()
    run(options=Options(limits=Limits(most=900)))
    assert inline_engine.DONE == ["c.txt"]
    run(options=Options(limits=Limits(most=900), retry=True))
    assert sorted(inline_engine.DONE) == ["b.txt", "c.txt"]


def test_the_same_content_is_done_once_for_the_first_path(run: Run, tmp_path: Path) -> None:
    put(tmp_path / "inn", b="Tiltak", c="Tiltak", a__plan="Tiltak", d="Tiltaket")
    assert run().skipped == 2
    assert sorted(inline_engine.DONE) == ["a/plan.txt", "d.txt"]
    assert lines(tmp_path / "ut")["c.txt"].same_as == "a/plan.txt"
    (tmp_path / "inn" / "a" / "plan.txt").unlink()
    assert run().skipped == 1
    assert inline_engine.DONE == ["b.txt"]


def test_json_of_a_document_that_fails_now_is_removed(run: Run, tmp_path: Path) -> None:
    put(tmp_path / "inn", a="Tiltak", b="Mål")
    run()
    put(tmp_path / "inn", a="skada", b="Tiltak")
    put(tmp_path / "inn", aa="Tiltak")
    run()
    assert [path.name for path in (tmp_path / "ut" / "plans").iterdir()] == ["aa.txt.json"]


@pytest.mark.parametrize("tail", [b'{"path":"a.txt","sta', b"\x00\x00\x00", b'{"path":"a.txt"}', b""])
def test_a_torn_last_line_costs_that_document_only(run: Run, tmp_path: Path, tail: bytes) -> None:
    put(tmp_path / "inn", a="Tiltak", b="Tiltaket")
    run()
    before = tree(tmp_path / "ut")
    manifest = tmp_path / "ut" / "manifest.jsonl"
    _, second = manifest.read_bytes().splitlines(keepends=True)
    manifest.write_bytes(second + tail)
    run()
    assert inline_engine.DONE == ["a.txt"]
    assert tree(tmp_path / "ut") == before


def test_a_run_that_is_killed_again_and_again_ends_like_any_other(run: Run, tmp_path: Path) -> None:
    put(tmp_path / "inn", **{f"plan{number:02}": f"Tiltak {number % 35}" for number in range(40)})
    put(tmp_path / "inn", skada="skada")
    run()
    undisturbed = tree(tmp_path / "ut")
    done: list[set[str]] = []
    for moment in (0.05, 0.15, 0.25):
        done.append(_killed(tmp_path, moment))
        assert done[-1] >= done[max(len(done) - 2, 0)]
    run(out="drepen")
    assert not done[-1] & set(inline_engine.DONE)
    assert 0 < len(done[-1]) < 36
    assert tree(tmp_path / "drepen") == undisturbed


def _killed(folder: Path, moment: float) -> set[str]:
    """Kill a run a while after its next line; return what the manifest says is done."""
    program = (
        "from extractor.batch.engines import ENGINES; ENGINES['local'] = 'batch.inline_engine'; "
        "from extractor.cli import main; "
        "main(['batch', 'inn', '-o', 'drepen'])"
    )
    environment = os.environ | {"INLINE_SECONDS": "0.02", "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'tests'}"}
    before = len(_done_lines(folder))
    with subprocess.Popen([sys.executable, "-c", program], cwd=folder, env=environment) as process:
        while len(_done_lines(folder)) <= before and process.poll() is None:
            time.sleep(0.01)
        time.sleep(moment)
        process.send_signal(signal.SIGKILL)
    return _done_lines(folder)


def _done_lines(folder: Path) -> set[str]:
    if not (folder / "drepen" / "manifest.jsonl").exists():
        return set()
    return {path for path, line in lines(folder / "drepen").items() if line.status != "skipped"}


def test_what_a_killed_run_left_half_written_is_removed(run: Run, tmp_path: Path) -> None:
    put(tmp_path / "inn", a="Tiltak")
    put(tmp_path / "ut", mine="Min egen fil")
    (tmp_path / "ut" / "plans").mkdir()
    (tmp_path / "ut" / "plans" / ".a.txt.json.0123abcd.part").write_bytes(b"{")
    run()
    assert sorted(path.name for path in (tmp_path / "ut").rglob("*") if path.is_file()) == sorted(
        [".lock", "a.txt.json", "manifest.jsonl", "mine.txt", "summary.json"]
    )


def test_two_runs_do_not_write_to_one_folder(run: Run, tmp_path: Path) -> None:
    put(tmp_path / "inn", a="Tiltak")
    with LocalPlace("ut").lock(), pytest.raises(ExtractorError, match="another run"):
        run()
    assert run().ok == 1


def test_a_place_that_takes_no_more_ends_the_run(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path / "inn", a="Tiltak", b="Tiltaket")
    (tmp_path / "ut" / "plans").mkdir(parents=True)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(ExtractorError, match="No space left"):
        run()
    assert len(inline_engine.DONE) == 1


def test_a_folder_without_documents_is_told(run: Run, tmp_path: Path) -> None:
    put(tmp_path / "inn" / ".skjult", a="Tiltak")
    with pytest.raises(NotFoundError, match="no document"):
        run()


def test_names_that_are_too_long_are_cut_and_told_apart() -> None:
    long = "Kommunedelplan for trafikktrygging " * 10
    first, second = output_name(f"vinje/{long}1.pdf"), output_name(f"vinje/{long}2.pdf")
    assert first != second
    assert all(len(part.encode()) <= 255 for name in (first, second) for part in name.split("/"))
    assert output_name("vinje/plan æøå.pdf") == "plans/vinje/plan æøå.pdf.json"


def test_the_run_remembers_nothing_in_memory_of_what_is_through(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.fsync", lambda _file: None)  # the disk has no part in this

    def peak(out: str) -> int:
        tracemalloc.start()
        run(out=out)
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    put(tmp_path / "inn", **{f"a{number:03}": f"Tiltak {number}" for number in range(100)})
    peak("oppvarming")
    few = peak("ut")
    put(tmp_path / "inn", **{f"b{number:04}": f"Tiltak {number} b" for number in range(700)})
    assert peak("ut2") < few + 200_000


def test_manifest_and_summary_are_as_their_schemas_say(run: Run, tmp_path: Path) -> None:
    put(tmp_path / "inn", a="Lys på gangvegen", b="Lys på gangvegen", c="skada fil")
    run()
    written = (tmp_path / "ut" / "manifest.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(written) == 3
    for line in written:
        jsonschema.validate(json.loads(line), schema("manifest"))
    summary = (tmp_path / "ut" / "summary.json").read_text(encoding="utf-8")
    jsonschema.validate(json.loads(summary), schema("summary"))
