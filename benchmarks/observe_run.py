"""A run from outside: started as users do, and what can be seen of it: manifest, check sums, processes, memory."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
EVERY = 0.2  # seconds between looks at the memory of processes
MIB = 1024 * 1024
Lines = dict[str, dict[str, object]]


def start(inputs: Path, out: Path, jobs: int, *more: str) -> subprocess.Popen[bytes]:
    """Start a run as users do."""
    command = [
        sys.executable,
        "-m",
        "extractor",
        "batch",
        str(inputs),
        "-o",
        str(out),
        "--jobs",
        str(jobs),
        "-q",
    ]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    return subprocess.Popen(
        [*command, *more], env=environment, stderr=subprocess.DEVNULL, start_new_session=True
    )


def timed(inputs: Path, out: Path, jobs: int) -> float:
    """Make a run and return the seconds it took."""
    begin = time.perf_counter()
    start(inputs, out, jobs).wait()
    return time.perf_counter() - begin


def manifest(out: Path) -> Lines:
    """Return the lines of a manifest by path, whole ones only."""
    lines: Lines = {}
    if (out / "manifest.jsonl").exists():
        for text in (out / "manifest.jsonl").read_bytes().splitlines(keepends=True):
            if text.endswith(b"}\n"):
                line = json.loads(text)
                lines[line["path"]] = line
    return lines


def busy(out: Path) -> float:
    """Return the seconds that workers spent on documents."""
    return sum(float(str(line["seconds"])) for line in manifest(out).values())


def tree(out: Path) -> dict[str, str]:
    """Return check sums of all files; of the manifest without seconds."""
    files = (path for path in out.rglob("*") if path.is_file() and path.name != "manifest.jsonl")
    sums = {str(path.relative_to(out)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
    lines = [json.dumps(line | {"seconds": 0}) for line in manifest(out).values()]
    return sums | {"manifest.jsonl": hashlib.sha256("\n".join(lines).encode()).hexdigest()}


def left(group: int) -> int:
    """Return how many processes of a group are there ten seconds on, at most."""
    for _ in range(50):
        if not (found := list(processes(group))):
            return 0
        time.sleep(EVERY)
    return len(found)


def processes(group: int) -> Iterator[tuple[int, int]]:
    """Yield number and memory (resident, bytes) of each process of a group (Linux)."""
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
            if int(fields[2]) == group and fields[0] != "Z":
                yield int(folder.name), int(fields[21]) * os.sysconf("SC_PAGE_SIZE")
        except (OSError, ValueError):
            continue


def watched(run: subprocess.Popen[bytes]) -> tuple[int, int]:
    """Wait for a run; return the peak of its own memory and of its largest worker, in MiB."""
    own = worker = 0
    while run.poll() is None:
        for number, memory in processes(run.pid):
            own = max(own, memory) if number == run.pid else own
            worker = max(worker, memory) if number != run.pid else worker
        time.sleep(EVERY)
    return own // MIB, worker // MIB
