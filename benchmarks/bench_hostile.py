"""Reads files that ask for too much, one by one, and says how each ended, and when.

    python benchmarks/bench_hostile.py                    all, at full size, under the limits of the command line
    python benchmarks/bench_hostile.py --share 0.01       smaller ones
    python benchmarks/bench_hostile.py --only grid        those with a word in their name

The exit code is 1 when a file took longer than its limit allows, or ended in any way but a plan or a clean error.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from hostile import hostile_files  # noqa: E402  # the folders have to be known first

from extractor.errors import ExtractorError, UnexpectedError  # noqa: E402
from extractor.guard import Guard, Limits  # noqa: E402
from extractor.read.extent import count_pages  # noqa: E402

SLACK = 2.0  # seconds: to notice, to kill, to start the next worker


def main() -> int:
    """Run the files; return the exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--share", type=float, default=1.0, help="of the full size (default: 1)")
    parser.add_argument("--only", default="", help="a word in the name")
    options = parser.parse_args()
    failed = 0
    with tempfile.TemporaryDirectory() as folder, Guard() as guard:
        guard.extract(str(ROOT / "samples" / "sources" / "klima_par_nb.txt"))  # the worker has started
        for name, make in hostile_files(options.share).items():
            if options.only not in name:
                continue
            file = Path(folder) / "plan"
            file.write_bytes(make())
            seconds, ending, clean = read(guard, file)
            limit = Limits().seconds(count_pages(file)) + SLACK
            failed += not clean or seconds > limit
            size = file.stat().st_size / 1024
            mark = "" if clean and seconds <= limit else "  ← not well"
            print(
                f"{name:42} {size:9.0f} kB {seconds:7.2f} s of {limit:5.0f}  {ending[:110]}{mark}", flush=True
            )
    print(f"\n{failed} not well.")
    return int(failed > 0)


def read(guard: Guard, file: Path) -> tuple[float, str, bool]:
    """Read one file; return seconds, how it ended, and whether that is a way to end."""
    start = time.perf_counter()
    try:
        found = guard.extract(str(file))
        ending, clean = f"plan: {found.goals} mål, {found.tiltak} tiltak, {len(found.json) // 1024} kB", True
    except UnexpectedError as error:
        ending, clean = f"fault: {error.cause}", False
    except ExtractorError as error:
        ending, clean = f"{type(error).__name__}: {error.cause}", True
    return time.perf_counter() - start, ending, clean


if __name__ == "__main__":
    sys.exit(main())
