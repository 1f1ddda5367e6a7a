"""Documents are read in workers, and what one of them does to its worker costs that one only."""

from __future__ import annotations

import multiprocessing
import time
from pathlib import Path

import hostile
import pytest
from batch.inline_engine import InlineReader
from batch.runs import lines
from click.testing import CliRunner

from extractor.batch.engines import ENGINES, EngineOptions, open_engine
from extractor.batch.inputs import Inputs
from extractor.batch.jobs import Job, perform
from extractor.batch.run import Options, run_batch
from extractor.cli import main
from extractor.emit.jsonfile import dumps
from extractor.errors import ExitCode
from extractor.guard import Extracted, Limits
from extractor.guard.limits import MEGABYTE
from extractor.pipeline import extract_plan
from extractor.settings import DEFAULT, Settings

SAMPLES = Path(__file__).parents[2] / "samples" / "sources"
TIGHT = Limits(base=8, per_page=0.01, memory=200 * MEGABYTE)
BAD = {
    "brent.pdf": hostile.shorter(hostile.many_pages(12), 0.5)[:400],
    "stoy.bin": hostile.noise(10_000),
    "dobbel.pdf": hostile.forms_that_double(40),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("inn")
    for name in ("klima_par_nb.txt", "klima_par_nn.txt"):
        (folder / name).write_bytes((SAMPLES / name).read_bytes())
    for name, data in BAD.items():
        (folder / name).write_bytes(data)
    (folder / "liste").write_text("\n".join(str(folder / name) for name in BAD), encoding="utf-8")
    return folder


def test_bad_documents_cost_themselves_only(folder: Path, tmp_path: Path) -> None:
    before = multiprocessing.active_children()
    inputs = Inputs((str(folder / "*.txt"),), (str(folder / "liste"),))
    summary = run_batch(inputs, str(tmp_path), Options(jobs=2, limits=TIGHT))
    assert multiprocessing.active_children() == before
    assert summary.ok == 2 and summary.ok + summary.failed == summary.inputs == 5
    for path, line in lines(tmp_path).items():
        if path in BAD:
            assert line.code and line.message and line.output is None
        else:
            whole = dumps(extract_plan(folder / path))
            assert (tmp_path / str(line.output)).read_text(encoding="utf-8") == whole


def test_a_run_with_nothing_to_do_starts_no_worker() -> None:
    before = multiprocessing.active_children()
    with open_engine("local", EngineOptions(2, Limits())) as engine:
        assert list(engine.run([])) == []
        assert multiprocessing.active_children() == before


def test_a_run_that_is_stopped_waits_for_no_document(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "treg.pdf").write_bytes(hostile.huge_offsets(2_000_000_000))
    slow = Job("treg.pdf", str(tmp_path), "treg.pdf", "", str(tmp_path), "treg.json")
    fast = Job("nb", str(folder), "klima_par_nb.txt", "", str(tmp_path), "nb.json")
    with open_engine("local", EngineOptions(2, Limits(base=300))) as engine:
        outcomes = engine.run([slow, fast])
        assert next(outcomes).path == "nb"
        start = time.monotonic()
        outcomes.close()
    assert time.monotonic() - start < 60


class BreakingGuard:
    """A guard that takes no document, or none but the first."""

    def __init__(self, **_: object) -> None:
        self.gone = False

    def extract(self, file: str, settings: Settings = DEFAULT) -> Extracted:
        if self.gone or "brest" in file:
            raise RuntimeError("pool is closed")
        self.gone = True
        return InlineReader().extract(file)

    def __exit__(self, *_: object) -> None:
        self.gone = True


def test_workers_that_break_down_are_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extractor.batch.engines.local.Guard", BreakingGuard)
    for name in ("a", "b", "c", "brest"):
        (tmp_path / f"{name}.txt").write_text(f"Trygg skuleveg {name}", encoding="utf-8")
    names = ("a.txt", "brest.txt", "b.txt", "c.txt")
    jobs = [Job(name, str(tmp_path), name, "", str(tmp_path / "ut"), f"{name}.json") for name in names]
    with open_engine("local", EngineOptions(1, Limits())) as engine:
        outcomes = {outcome.path: outcome.status for job in jobs for outcome in engine.run([job])}
    assert outcomes == {"a.txt": "ok", "b.txt": "ok", "c.txt": "ok", "brest.txt": "failed"}


def test_a_name_that_the_disk_does_not_take_costs_that_document_only(tmp_path: Path) -> None:
    (tmp_path / "plan.txt").write_text("Tiltak", encoding="utf-8")
    (tmp_path / "vegen.json").write_text("{}", encoding="utf-8")
    job = Job("plan.txt", str(tmp_path), "plan.txt", "", str(tmp_path), "vegen.json/plan.json")
    assert perform(job, InlineReader()).status == "failed"


@pytest.fixture
def inline(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(ENGINES, "local", "batch.inline_engine")
    monkeypatch.chdir(tmp_path)
    for name, text in (("a.txt", "Trygg skuleveg"), ("b.txt", "Trygg skolevei"), ("c.txt", "skada")):
        Path(name).write_text(text, encoding="utf-8")
    Path("bilete.jpg").write_bytes(b"\xff\xd8\xff")


@pytest.mark.usefixtures("inline")
def test_the_exit_code_and_the_counts_tell_of_failures() -> None:
    result = CliRunner().invoke(main, ["batch", ".", "-o", "ut"])
    assert result.exit_code == ExitCode.BATCH_WITH_FAILURES
    assert "3 inputs: 2 ok, 0 partial, 1 failed" in result.stderr
    assert "failed: 1 damaged-file" in result.stderr and "not read: 1 .jpg" in result.stderr
    assert result.stdout == ""
    assert CliRunner().invoke(main, ["batch", "a.txt", "-q", "-o", "ut2"]).exit_code == ExitCode.DONE


@pytest.mark.usefixtures("inline")
def test_machines_get_a_line_of_json_for_each_input() -> None:
    import json

    result = CliRunner().invoke(main, ["batch", ".", "-o", "ut", "--log-json"])
    events = [json.loads(line) for line in result.stderr.splitlines()]
    assert [event["event"] for event in events] == ["input"] * 3 + ["end"]
    assert {event["path"]: event["status"] for event in events[:3]} == {
        "a.txt": "ok", "b.txt": "ok", "c.txt": "failed"
    }  # fmt: skip
    assert (events[-1]["ok"], events[0]["total"]) == (2, 3)


@pytest.mark.usefixtures("inline")
def test_a_terminal_shows_how_far_the_run_is(monkeypatch: pytest.MonkeyPatch) -> None:
    from extractor.cli import progress

    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    with progress._OnTerminal() as bar:
        run_batch(Inputs(("a.txt", "c.txt")), "ut", Options(), bar.step)
        task = bar._bar.tasks[0]
    assert (task.completed, task.total, task.fields["failed"]) == (2, 2, 1)
    assert "documents/s" in task.fields["rate"]


@pytest.mark.usefixtures("inline")
@pytest.mark.parametrize(
    "arguments",
    [[], ["."], [".", "-o", "ut", "--limit", "fart=3"], [".", "-o", "ut", "--limit", "most=mykje"],
     [".", "-o", "ut", "--limit", "memory=-1"], [".", "-o", "ut", "--engine", "hest"], ["-o", "ut"]],
)  # fmt: skip
def test_what_cannot_be_meant_is_refused(arguments: list[str]) -> None:
    assert CliRunner().invoke(main, ["batch", *arguments]).exit_code == ExitCode.USAGE


@pytest.mark.usefixtures("inline")
def test_limits_are_given_one_by_one() -> None:
    CliRunner().invoke(main, ["batch", "a.txt", "-o", "ut", "--limit", "most=900", "--limit", "memory=2048"])
    assert lines(Path("ut"))["a.txt"].limits == "base=10 per-page=1 most=900 per-scan=30 memory=2048"
