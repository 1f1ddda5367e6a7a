"""Documents are read in a worker that cannot hang, exhaust the machine or take the command down with it."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import hostile
import pytest

from extractor.errors import (
    BrokenReaderError,
    CannotReadError,
    DamagedFileError,
    ExitCode,
    NotFoundError,
    NothingFoundError,
    TooLargeError,
    TooSlowError,
    UnexpectedError,
)
from extractor.guard import Guard, Limits, worker
from extractor.guard.limits import MEGABYTE
from extractor.read.extent import count_pages

SAMPLES = Path(__file__).parents[2] / "samples"
TIGHT = Limits(base=8, per_page=0.01, memory=200 * MEGABYTE)
IMPATIENT = Limits(base=0.3, per_page=0.1, memory=TIGHT.memory)
SLACK = 60.0  # seconds: a busy machine, and the start of a new worker
SMALL = hostile.hostile_files(0.002)


@pytest.fixture(scope="module")
def guard() -> Iterator[Guard]:
    with Guard(limits=TIGHT) as running:
        running.extract(str(SAMPLES / "sources" / "klima_par_nb.txt"))  # started before anything is timed
        yield running


@pytest.mark.parametrize("name", ["klima_par_nb.txt", "klima_par_nn.txt", "idrettsplan_frosta.pdf"])
def test_a_worker_gives_the_same_bytes(guard: Guard, name: str) -> None:
    found = guard.extract(str(SAMPLES / "sources" / name))
    assert found.json == (SAMPLES / "expected" / f"{name}.json").read_bytes()


@pytest.mark.parametrize("name", SMALL)
def test_a_hostile_file_ends_well_and_in_time(guard: Guard, tmp_path: Path, name: str) -> None:
    file = tmp_path / "plan"
    file.write_bytes(SMALL[name]())
    start = time.monotonic()
    try:
        assert guard.extract(str(file)).json.endswith(b"}\n")
    except (CannotReadError, NothingFoundError) as error:
        assert str(file) in str(error)
        assert error.remedy
    assert time.monotonic() - start < TIGHT.seconds(count_pages(file)) + SLACK
    assert list(tmp_path.iterdir()) == [file]


def test_what_takes_too_long_is_stopped_and_the_next_one_is_read(
    guard: Guard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guard, "limits", IMPATIENT)
    (tmp_path / "plan.pdf").write_bytes(hostile.huge_offsets(2_000_000_000))
    with pytest.raises(TooSlowError, match=r"plan\.pdf: .* longer than 0\.4 seconds, the limit for a page"):
        guard.extract(str(tmp_path / "plan.pdf"))
    monkeypatch.undo()
    assert guard.extract(str(SAMPLES / "sources" / "klima_par_nn.txt")).json


def test_what_asks_for_too_much_memory_is_refused(guard: Guard, tmp_path: Path) -> None:
    (tmp_path / "plan.txt").write_bytes(b"Plan" + bytes(1000) + b"a" * 150 * MEGABYTE)
    with pytest.raises(TooLargeError, match=r"more than 200 MiB of memory"):
        guard.extract(str(tmp_path / "plan.txt"))
    assert guard.extract(str(SAMPLES / "sources" / "klima_par_nb.txt")).json


def test_a_reader_that_breaks_down_takes_nobody_with_it(guard: Guard, tmp_path: Path) -> None:
    (tmp_path / "plan.pdf").write_bytes(hostile.forms_that_double(40))
    with pytest.raises((BrokenReaderError, TooLargeError, TooSlowError)):
        guard.extract(str(tmp_path / "plan.pdf"))
    assert guard.extract(str(SAMPLES / "sources" / "klima_par_nb.txt")).json


def test_an_error_names_the_file_as_the_user_did(
    guard: Guard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("kutta.pdf").write_bytes(b"%PDF-1.7 kutta")
    with pytest.raises(DamagedFileError, match=r"^kutta\.pdf: "):
        guard.extract("kutta.pdf")
    with pytest.raises(NotFoundError, match=r"^finst/ikkje\.pdf: "):
        guard.extract("finst/ikkje.pdf")


def test_a_relative_name_is_found_where_the_command_stands(
    guard: Guard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("plan æøå.txt").write_bytes((SAMPLES / "sources" / "klima_par_nb.txt").read_bytes())
    assert b'"filename": "plan \xc3\xa6\xc3\xb8\xc3\xa5.txt"' in guard.extract("plan æøå.txt").json


def test_several_workers_read_at_a_time_and_none_is_left() -> None:
    from concurrent.futures import ThreadPoolExecutor

    before = multiprocessing.active_children()
    files = [str(SAMPLES / "sources" / name) for name in ("klima_par_nb.txt", "klima_par_nn.txt")] * 3
    with Guard(workers=2) as guard, ThreadPoolExecutor(2) as threads:
        found = [extracted.json for extracted in threads.map(guard.extract, files)]
    assert found[:2] * 3 == found
    assert multiprocessing.active_children() == before


def test_a_fault_of_ours_is_told_as_one(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_path: str, **_: object) -> None:
        raise ValueError("column")

    monkeypatch.setattr("extractor.pipeline.extract_plan", fail)
    monkeypatch.setattr(
        worker, "_limit_time", lambda _seconds: None
    )  # of this process, it would end later tests
    with pytest.raises(UnexpectedError, match=r"^p\.pdf: unexpected ValueError: column\. Run again") as told:
        worker.extract("/p.pdf", "p.pdf", 10)
    assert told.value.exit_code == ExitCode.UNEXPECTED


@pytest.mark.parametrize(
    ("pages", "seconds"), [(0, 11), (1, 11), (3, 13), (200, 210), (290, 300), (2_000_000_000, 300)]
)
def test_time_grows_with_the_pages_up_to_a_limit(pages: int, seconds: float) -> None:
    assert Limits().seconds(pages) == seconds


def test_pages_are_counted_before_anything_is_read(tmp_path: Path) -> None:
    def pages(data: bytes) -> int:
        (tmp_path / "plan").write_bytes(data)
        return count_pages(tmp_path / "plan")

    assert pages(hostile.many_pages(12)) == 12
    assert pages(hostile.shorter(hostile.many_pages(12), 0.9)) == 12
    assert pages(b"%PDF-1.7\n") == 1
    assert pages("Eit mål. Et tiltak. ".encode() * 1_000) == 8
    assert count_pages(tmp_path) == count_pages(tmp_path / "finnes ikke") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is sent in another way there")
def test_ctrl_c_stops_at_once_and_leaves_no_process(tmp_path: Path) -> None:
    (tmp_path / "plan.pdf").write_bytes(hostile.huge_offsets(2_000_000_000))
    command = [sys.executable, "-m", "extractor", "extract", str(tmp_path / "plan.pdf"), "-v"]
    with subprocess.Popen(
        command, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True, start_new_session=True
    ) as run:
        assert run.stderr is not None
        assert run.stderr.readline().startswith("info: reading")
        time.sleep(1.0)
        os.killpg(run.pid, signal.SIGINT)
        start = time.monotonic()
        run.wait(timeout=SLACK)
        assert time.monotonic() - start < SLACK / 2
        assert "what was written before stays" in run.stderr.read()
        assert run.returncode == 130
    assert not _still_there(run.pid, seconds=10)


def _still_there(group: int, *, seconds: float) -> bool:
    """Wait until a process group is gone; the server process takes a moment to see that nobody needs it."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return False
        time.sleep(0.05)
    return True
