"""A cluster gives the same bytes as one machine, whatever becomes of its workers. On the loopback only."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import hostile
import pytest
from batch.runs import lines, tree
from click.testing import CliRunner

from extractor import extract_plan
from extractor.batch.engines import EngineOptions, dask, lent, open_engine
from extractor.batch.inputs import Inputs
from extractor.batch.jobs import Job
from extractor.batch.places import LocalPlace, place_of
from extractor.batch.run import Options, Step, run_batch
from extractor.cli import main
from extractor.errors import ExitCode, ExtractorError
from extractor.guard import Limits
from extractor.guard.limits import MEGABYTE
from schemas.batch import BatchSummary
from schemas.corrections import CorrectedDocument, Corrections
from tests.corrections.build import of

distributed = pytest.importorskip("distributed", reason="the extra «cluster» is not installed")

SAMPLES = Path(__file__).parents[2] / "samples" / "sources"
TIGHT = Limits(base=8, per_page=0.01, memory=200 * MEGABYTE)
LOOPBACK = {"host": "127.0.0.1", "protocol": "tcp", "dashboard_address": "127.0.0.1:0", "silence_logs": 60}


def extract(
    inputs: str, out: str, tell: Callable[[Step], None] | None = None, **options: Any
) -> BatchSummary:
    return run_batch(Inputs((inputs,)), out, Options(limits=TIGHT, **options), tell)


def samples(folder: Path, copies: int) -> Path:
    """Write plans in both written standards, each of them several times with another last line."""
    for number in range(copies):
        for name in ("klima_par_nb.txt", "klima_par_nn.txt"):
            path = folder / f"kommune{number}" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes((SAMPLES / name).read_bytes() + f"\nSide {number}\n".encode())
    return folder


def test_a_cluster_of_which_a_worker_is_killed_gives_the_same_bytes(tmp_path: Path) -> None:
    inn = samples(tmp_path / "inn", 4)
    (inn / "dobbel.pdf").write_bytes(hostile.forms_that_double(40))
    (inn / "brent.pdf").write_bytes(hostile.shorter(hostile.many_pages(12), 0.5)[:400])
    killed: list[int] = []

    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, **LOOPBACK) as cluster:

        def kill(step: Step) -> None:
            if step.number == 3:
                killed.append(next(iter(cluster.workers.values())).pid)
                os.kill(killed[0], signal.SIGKILL)

        summary = extract(
            str(inn), str(tmp_path / "mange"), kill, engine="dask", scheduler=cluster.scheduler_address
        )
    assert killed and (summary.ok, summary.failed) == (8, 2)
    assert extract(str(inn), str(tmp_path / "ein")).ok == 8
    assert tree(tmp_path / "mange") == tree(tmp_path / "ein")


@pytest.fixture(scope="module")
def scheduler() -> Iterator[str]:
    """The address of a cluster in this process, with one worker."""
    with distributed.LocalCluster(n_workers=1, threads_per_worker=2, processes=False, **LOOPBACK) as cluster:
        yield cluster.scheduler_address
    lent.close_all()


def test_a_cluster_reads_and_writes_in_a_store(scheduler: str, tmp_path: Path) -> None:
    inn = samples(tmp_path / "inn", 1)
    place = place_of("memory://dask/inn")
    for name in LocalPlace(str(inn)).walk():
        place.write(name, [(inn / name).read_bytes()])
    extract("memory://dask/inn", "memory://dask/ut", engine="dask", scheduler=scheduler)
    extract(str(inn), str(tmp_path / "ut"))
    for line in lines(tmp_path / "ut").values():
        with place_of("memory://dask/ut").open(str(line.output)) as file:
            assert file.read() == (tmp_path / "ut" / str(line.output)).read_bytes()


def test_corrections_travel_to_the_cluster(scheduler: str, tmp_path: Path) -> None:
    inn = samples(tmp_path / "inn", 1)
    texts = {}
    for file in (inn / "kommune0").iterdir():
        found = extract_plan(file)
        document = CorrectedDocument(filename=file.name, sha256=found.source.sha256)
        said = Corrections(tool="test", document=document, corrections=[of(found, "t1", "wrong")])
        texts[found.source.sha256] = said.model_dump_json(exclude_unset=True)
    extract(str(inn), str(tmp_path / "mange"), engine="dask", scheduler=scheduler, corrections=texts)
    extract(str(inn), str(tmp_path / "ein"), corrections=texts)
    assert tree(tmp_path / "mange") == tree(tmp_path / "ein")
    for line in lines(tmp_path / "mange").values():
        assert "corrections=" in line.settings
        assert line.tiltak == len(extract_plan(inn / line.path).tiltak) - 1


def test_folders_need_not_be_named_from_the_root(
    scheduler: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    samples(tmp_path / "inn", 1)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(dask, "do_job", _somewhere_else)
    assert extract("inn", "ut", engine="dask", scheduler=scheduler).ok == 2


def _somewhere_else(job: Job, *rest: Any) -> Any:
    os.chdir("/")
    return do_job(job, *rest)


do_job = dask.do_job


def test_a_worker_that_cannot_do_any_job_ends_the_run(
    scheduler: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    samples(tmp_path / "inn", 1)
    monkeypatch.setattr(dask, "LOCK", "ei fil som ikkje finst")
    with pytest.raises(ExtractorError, match="does not see this folder"):
        extract(str(tmp_path / "inn"), str(tmp_path / "ut"), engine="dask", scheduler=scheduler)
    with open_engine("dask", EngineOptions(1, TIGHT, scheduler)) as engine:
        monkeypatch.setattr(dask, "do_job", _another_version)
        with pytest.raises(ExtractorError, match="Install the same version everywhere"):
            list(engine.run([Job("a.txt", "/", "a.txt", "", "/", "a.txt.json")]))


def _another_version(job: Job, limits: Limits, _version: str) -> Any:
    return do_job(job, limits, "0.0.1")


def test_a_result_that_cannot_be_written_ends_the_run(
    scheduler: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    samples(tmp_path / "inn", 1)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(ExtractorError, match="No space left"):
        extract(str(tmp_path / "inn"), str(tmp_path / "ut"), engine="dask", scheduler=scheduler)


def test_a_document_over_which_worker_after_worker_dies_costs_itself_only(scheduler: str) -> None:
    with open_engine("dask", EngineOptions(1, TIGHT, scheduler)) as engine:
        monkey: Any = engine
        monkey._jobs["k"] = Job("a.pdf", "/", "a.pdf", "", "/", "a.pdf.json")
        died = distributed.KilledWorker("k", SimpleNamespace(address="tcp://127.0.0.1:1"), 3)

        def result() -> None:
            raise died

        outcome = monkey._outcome(SimpleNamespace(key="k", result=result, release=lambda: None))
    assert (outcome.status, outcome.code) == ("failed", "broken-reader")
    assert "4 workers of the cluster died over it" in outcome.message


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (ModuleNotFoundError("No module named 'extractor'"), "with its extra 'cluster' on all of them"),
        (RuntimeError("Error during deserialization of the task graph. See …"), "of the task graph\\)"),
        (distributed.CancelledError("scheduler-connection-lost"), "what is done stays"),
    ],
)
def test_a_cluster_that_fails_as_a_whole_is_told(fault: Exception, told: str) -> None:
    def submit(*_: object, **__: object) -> None:
        raise fault

    client: Any = SimpleNamespace(submit=submit)
    engine = dask.DaskEngine(client, EngineOptions(1, TIGHT, "tcp://127.0.0.1:8786"))
    with pytest.raises(ExtractorError, match=told):
        engine._submit(1, Job("a.txt", "/", "a.txt", "", "/", "a.txt.json"))


def test_a_scheduler_that_does_not_answer_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    samples(tmp_path / "inn", 1)
    monkeypatch.setattr(dask, "ANSWERS_WITHIN", 0.2)
    with pytest.raises(ExtractorError, match="no scheduler answers there"):
        extract(str(tmp_path / "inn"), str(tmp_path / "ut"), engine="dask", scheduler="tcp://127.0.0.1:9")


def test_what_has_to_be_installed_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    samples(tmp_path / "inn", 1)
    monkeypatch.setitem(sys.modules, "distributed", None)
    arguments = ["batch", str(tmp_path / "inn"), "-o", str(tmp_path / "ut"), "--engine", "dask"]
    done = CliRunner().invoke(main, [*arguments, "--scheduler", "tcp://127.0.0.1:8786"])
    assert done.exit_code == ExitCode.UNEXPECTED
    assert "Run: pip install distributed fsspec" in done.stderr
    assert CliRunner().invoke(main, arguments).exit_code == ExitCode.USAGE


def test_what_nobody_uses_is_given_back(monkeypatch: pytest.MonkeyPatch) -> None:
    closed: list[str] = []
    monkeypatch.setattr(lent, "IDLE", 0.05)
    monkeypatch.setattr(lent, "Workers", lambda _: SimpleNamespace(close=lambda: closed.append("ended")))
    limits = Limits(base=77)
    with lent.lent_workers(limits, 1) as first:
        with lent.lent_workers(limits, 1) as second:
            assert first is second
        lent.close_all()
        assert closed == []
    timer = lent._KEPT[limits, 1].timer
    assert timer is not None
    timer.join(5)
    assert closed == ["ended"] and (limits, 1) not in lent._KEPT
