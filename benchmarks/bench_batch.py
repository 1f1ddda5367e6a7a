"""Simulates large runs on made-up plans (`make_run.py`) and prints what they show.

    python benchmarks/bench_batch.py whole                   2 000 documents, 5 % damaged: is each what it should be?
    python benchmarks/bench_batch.py cores -n 400            one worker, two … all processors, in turns
    python benchmarks/bench_batch.py kill -n 400             SIGKILL at three moments, then the rest: same bytes?
    python benchmarks/bench_batch.py hostile                 files that ask for too much, all in one run
    python benchmarks/bench_batch.py parent -n 100000        memory of the run itself

`whole` and `cores` tell what the run costs beside its documents: time that passed, times workers, beside the seconds
that the workers were busy. The exit code is 1 when something is not as it should be.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(ROOT / "benchmarks")]

from hostile import hostile_files  # noqa: E402  # the folders have to be known first
from make_run import make_run  # noqa: E402
from observe_run import EVERY, busy, left, manifest, start, timed, tree, watched  # noqa: E402

ALL_OF_NORWAY = 280_000  # pages: 357 kommuner, twenty plans each, forty pages on average


def whole(folder: Path, options: argparse.Namespace) -> bool:
    """Is every good document extracted, and every bad one told with a cause?"""
    damaged = make_run(folder / "in", options.documents, options.damaged)
    seconds = timed(folder / "in", folder / "out", options.jobs)
    lines = manifest(folder / "out")
    good = [line for line in lines.values() if "bad-" not in str(line["path"])]
    bad = [line for line in lines.values() if "bad-" in str(line["path"])]
    extracted = sum(
        line["status"] == "ok" and (folder / "out" / str(line["output"])).is_file() for line in good
    )
    told = sum(line["status"] == "failed" and bool(line["code"] and line["message"]) for line in bad)
    same = sum(line["status"] == "skipped" for line in bad)
    pages = sum(int(str(line["pages"] or 0)) for line in good)
    print(
        f"{extracted} of {len(good)} good ones extracted; of {len(bad)} damaged ones, {told} have a cause",
        end="",
    )
    print(f" and {same} are there twice" if same else "")
    _print_cost(folder / "out", seconds, options.jobs)
    _print_scale(sorted((folder / "in").rglob("plan-*.pdf"))[: options.documents // 10], pages)
    return extracted == len(good) and told + same == len(bad) == damaged and told > 0


def _print_scale(files: list[Path], pages: int) -> None:
    """Print what pages cost in processor time, which other programs on the machine do not change."""
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    names = "\n".join(map(str, files))
    told = subprocess.run(
        [sys.executable, "-c", PLAIN],
        input=names,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    found, seconds = map(float, told.stdout.split())
    hours = ALL_OF_NORWAY * seconds / found / 3600
    print(f"{pages} pages of PDFs; of {found:.0f} of them, {found / seconds:.1f} a second and core: ", end="")
    print(f"{ALL_OF_NORWAY} pages would take {hours:.1f} hours of one core")


def _print_cost(out: Path, seconds: float, jobs: int) -> None:
    work = busy(out)
    print(
        f"{jobs} workers: {seconds:.1f} s, busy {work:.1f} s, {seconds * jobs / work - 1:+.1%} beside the documents"
    )


def cores(folder: Path, options: argparse.Namespace) -> bool:
    """How much faster are several workers, and several plain processes at the same work?"""
    make_run(folder / "in", options.documents, 0)
    files = [str(path) for path in sorted((folder / "in").rglob("*.*"))]
    gains: list[float] = []
    plain: list[float] = []
    for turn in range(options.turns):
        times = {}
        for jobs in (1, options.jobs):
            out = folder / f"out{turn}-{jobs}"
            times[jobs] = timed(folder / "in", out, jobs)
            _print_cost(out, times[jobs], jobs)
        alone = {jobs: _plain(files, jobs) for jobs in (1, options.jobs)}
        gains.append(times[1] / times[options.jobs])
        plain.append(alone[1] / alone[options.jobs])
        print(
            f"  single extractions: {alone[1]:.1f} s; the run with one worker {times[1] / alone[1] - 1:+.1%}"
        )
        print(
            f"  {options.jobs} workers {gains[-1]:.2f} times one; {options.jobs} plain processes {plain[-1]:.2f} times"
        )
    print(
        f"median: {statistics.median(gains):.2f} times; plain processes {statistics.median(plain):.2f} times"
    )
    return statistics.median(gains) >= 0.9 * statistics.median(plain)


PLAIN = """
import sys, time
from extractor.emit.jsonfile import dumps
from extractor.pipeline import extract_plan
pages = 0
for file in sys.stdin.read().splitlines():
    plan = extract_plan(file)
    dumps(plan)
    pages += plan.source.page_count or 0
print(pages, time.process_time())
"""


def _plain(files: list[str], processes: int) -> float:
    """Extract files in processes without any guard; return the seconds it took."""
    begin = time.perf_counter()
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    running = []
    for part in range(processes):
        process = subprocess.Popen(
            [sys.executable, "-c", PLAIN], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, env=environment
        )
        assert process.stdin is not None
        process.stdin.write("\n".join(files[part::processes]).encode())
        process.stdin.close()
        running.append(process)
    for process in running:
        process.wait()
    return time.perf_counter() - begin


def kill(folder: Path, options: argparse.Namespace) -> bool:
    """Does a run that was killed end with the same bytes, and is nothing done twice?"""
    make_run(folder / "in", options.documents, options.damaged)
    seconds = timed(folder / "in", folder / "whole", options.jobs)
    chance, redone = random.Random(options.seed), 0
    for _ in range(3):
        before = {path: line["seconds"] for path, line in manifest(folder / "out").items()}
        run = start(folder / "in", folder / "out", options.jobs)
        while len(manifest(folder / "out")) <= len(before) and run.poll() is None:
            time.sleep(EVERY)
        time.sleep(chance.uniform(0.02, 0.25) * seconds)
        run.send_signal(signal.SIGKILL)
        run.wait()
        after = manifest(folder / "out")
        redone += sum(after[path]["seconds"] != spent for path, spent in before.items())
        print(f"killed with {len(after)} of {options.documents} done; {left(run.pid)} processes are left")
    before = {path: line["seconds"] for path, line in manifest(folder / "out").items()}
    timed(folder / "in", folder / "out", options.jobs)
    redone += sum(manifest(folder / "out")[path]["seconds"] != spent for path, spent in before.items())
    same = tree(folder / "out") == tree(folder / "whole")
    print(
        f"{redone} were done twice; the same bytes: {'yes' if same else 'NO'} ({len(tree(folder / 'out'))} files)"
    )
    return same and not redone


def hostile(folder: Path, options: argparse.Namespace) -> bool:
    """Do files that ask for too much cost themselves only?"""
    inputs = folder / "in"
    inputs.mkdir()
    names = {}
    for number, (name, make) in enumerate(hostile_files(options.share).items()):
        names[f"{number:03}.pdf"] = name
        (inputs / f"{number:03}.pdf").write_bytes(make())
    make_run(inputs / "good", 20, 0)
    begin = time.perf_counter()
    own, worker = watched(start(inputs, folder / "out", options.jobs))
    lines = manifest(folder / "out")
    for path, line in lines.items():
        if path in names:
            print(f"{names[path]:42} {line['seconds']:>8} s  {line['status']} {line['code'] or ''}")
    good = sum(line["status"] == "ok" for path, line in lines.items() if path not in names)
    faults = [path for path, line in lines.items() if line["code"] == "unexpected"]
    print(
        f"{len(lines)} files in {time.perf_counter() - begin:.0f} s, {good} of 20 good ones among them extracted; ",
        end="",
    )
    print(f"memory at the peak: run {own} MiB, worker {worker} MiB")
    return good == 20 and len(lines) == len(names) + 20 and not faults


PARENT = """
import sys
from extractor.batch.engines import ENGINES
from extractor.cli import main
ENGINES["local"] = "batch.inline_engine"
main(["batch", sys.argv[1], "-o", sys.argv[2], "-q"])
"""


def parent(folder: Path, options: argparse.Namespace) -> bool:
    """Does a run over many inputs take more memory than one over few? Documents are not read here."""
    peaks = []
    for count in (options.documents // 100, options.documents):
        inputs = folder / f"in{count}"
        for number in range(count):
            if number % 1000 == 0:
                (inputs / f"{number // 1000:04}").mkdir(parents=True)
            (inputs / f"{number // 1000:04}" / f"{number:06}.txt").write_text(f"skada {number}")
        path = os.pathsep.join([str(ROOT), str(ROOT / "tests")])
        command = [sys.executable, "-c", PARENT, str(inputs), str(folder / f"out{count}")]
        begin = time.perf_counter()
        run = subprocess.Popen(
            command, env=os.environ | {"PYTHONPATH": path}, stderr=subprocess.DEVNULL, start_new_session=True
        )
        peaks.append(watched(run)[0])
        print(f"{count} inputs: {peaks[-1]} MiB at the peak, {time.perf_counter() - begin:.1f} s")
    return peaks[1] < peaks[0] + 30


TASKS: dict[str, Callable[[Path, argparse.Namespace], bool]] = {
    "whole": whole, "cores": cores, "kill": kill, "hostile": hostile, "parent": parent
}  # fmt: skip


def main() -> int:
    """Do one of the tasks; return the exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("task", choices=TASKS)
    parser.add_argument("-n", "--documents", type=int, default=2_000)
    parser.add_argument("--damaged", type=float, default=0.05, help="share (default: 0.05)")
    parser.add_argument("--jobs", type=int, default=len(os.sched_getaffinity(0)), help="workers")
    parser.add_argument("--turns", type=int, default=3, help="of `cores` (default: 3)")
    parser.add_argument(
        "--share", type=float, default=0.1, help="of the full size of hostile files (default: 0.1)"
    )
    parser.add_argument("--seed", type=int, default=5, help="of the moments to kill at")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        return 0 if TASKS[options.task](Path(folder), options) else 1


if __name__ == "__main__":
    sys.exit(main())
