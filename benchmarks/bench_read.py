"""How fast PDFs are read and plans extracted, and in how much memory, beside a plain pdfplumber script.

Four ways take turns on each file, every run in a process of its own, as often as asked; what counts is the median.
Times leave out starting Python and importing the libraries. The plain script is what one writes first: all pages
opened, text and tables of each. Its variant closes each page behind it. Ours come twice: the layout document alone,
and the whole extraction, from the bytes of the file to the plan.

    python benchmarks/bench_read.py                        plans made up for it, of 10, 50 and 200 pages
    python benchmarks/bench_read.py -k two-columns -p 100  one kind of them, of 100 pages
    python benchmarks/bench_read.py FILE FOLDER … -n 5     other files, five times
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
KINDS = ("prose-with-tables", "dense-grid")
LENGTHS = (10, 50, 200)  # pages
RSS_UNIT = 1 if sys.platform == "darwin" else 1024  # bytes that ru_maxrss counts in
MEGABYTE = 1024 * 1024


class Run(NamedTuple):
    """One reading: pages, seconds of processor time, bytes of memory at the peak."""

    pages: int
    seconds: float
    memory: int


def read_naive(path: Path) -> int:
    """Read text and tables with pdfplumber and keep the pages; return their number."""
    import pdfplumber

    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            page.extract_text()
            page.extract_tables()
        return len(pdf.pages)


def read_naive_closing(path: Path) -> int:
    """Do the same and close each page."""
    import pdfplumber

    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            page.extract_text()
            page.extract_tables()
            page.close()
        return len(pdf.pages)


def read_ours(path: Path) -> int:
    """Read the layout document."""
    from extractor.read.pdf import read_pdf

    return len(read_pdf(path.read_bytes(), path.name, "").pages)


def extract_ours(path: Path) -> int:
    """Extract the plan."""
    from extractor import extract_plan

    return extract_plan(path).source.page_count or 0


ENGINES: dict[str, Callable[[Path], int]] = {
    "naive": read_naive,
    "naive+close": read_naive_closing,
    "reading": read_ours,
    "extraction": extract_ours,
}
LIBRARIES = {
    "naive": ("pdfplumber",),
    "naive+close": ("pdfplumber",),
    "reading": ("extractor.read.pdf", "pypdfium2"),
    "extraction": ("extractor.pipeline", "extractor.read.pdf", "pypdfium2", "spacy"),
}


def work(engine: str, path: Path) -> None:
    """Read one file in this process and print what it took as JSON."""
    sys.path.insert(0, str(ROOT))
    for library in LIBRARIES[engine]:
        __import__(library)
    start = time.process_time()
    pages = ENGINES[engine](path)
    seconds = time.process_time() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * RSS_UNIT
    print(json.dumps(Run(pages, seconds, memory)))


def run(engine: str, path: Path) -> Run:
    """Read one file in a process of its own."""
    command = [sys.executable, __file__, "--worker", engine, str(path)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return Run(*json.loads(done.stdout))


def measure(path: Path, repeats: int) -> dict[str, Run]:
    """Run the engines in turn and return each one's medians."""
    runs: dict[str, list[Run]] = {engine: [] for engine in ENGINES}
    for _ in range(repeats):
        for engine, found in runs.items():
            found.append(run(engine, path))
    return {
        engine: Run(
            found[0].pages,
            statistics.median(each.seconds for each in found),
            int(statistics.median(each.memory for each in found)),
        )
        for engine, found in runs.items()
    }


def compare_speed(paths: list[Path], repeats: int) -> None:
    """Print pages a second, how many times as fast as the plain script, and the peak of memory."""
    ratios: dict[str, list[float]] = {engine: [] for engine in ENGINES}
    print(f"{'file':40} {'pages':>5}" + "".join(f" | {engine:>11}  ratio    MiB" for engine in ENGINES))
    for path in paths:
        medians = measure(path, repeats)
        line = f"{path.name[:40]:40} {medians['naive'].pages:5}"
        for engine, found in medians.items():
            ratios[engine].append(medians["naive"].seconds / found.seconds)
            speed = found.pages / found.seconds
            line += f" | {speed:7.1f} p/s {ratios[engine][-1]:6.2f} {found.memory / MEGABYTE:6.0f}"
        print(line, flush=True)
    print("\nTimes as fast as the plain script, over all files:")
    for engine, found_ratios in ratios.items():
        median, least, most = statistics.median(found_ratios), min(found_ratios), max(found_ratios)
        print(f"  {engine:12} median {median:.2f}, from {least:.2f} to {most:.2f}")


def make_files(kinds: list[str], lengths: list[int], folder: Path) -> Iterator[Path]:
    """Write made-up plans, of every kind and length, and yield where they are."""
    from make_documents import make

    for kind in kinds:
        for pages in lengths:
            yield make(kind, pages, folder)


def find_files(given: list[Path]) -> Iterator[Path]:
    """Yield the PDFs among the given files and in the given folders."""
    for path in given:
        yield from sorted(path.rglob("*.pdf")) if path.is_dir() else [path]


def main() -> None:
    """Read the arguments and compare."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("paths", nargs="*", type=Path, help="files and folders (default: made-up plans)")
    parser.add_argument("-n", "--repeats", type=int, default=3, help="runs of each engine (default: 3)")
    parser.add_argument(
        "-k", "--kinds", nargs="+", default=KINDS, help=f"of made-up plans (default: {KINDS})"
    )
    parser.add_argument("-p", "--pages", nargs="+", type=int, default=LENGTHS, help="of made-up plans")
    parser.add_argument("--worker", nargs=2, metavar=("ENGINE", "FILE"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.worker:
        work(options.worker[0], Path(options.worker[1]))
        return
    with tempfile.TemporaryDirectory() as folder:
        made = () if options.paths else make_files(options.kinds, options.pages, Path(folder))
        compare_speed([*find_files(options.paths), *made], options.repeats)


if __name__ == "__main__":
    main()
