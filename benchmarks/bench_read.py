"""How fast PDFs are read, and in how much memory, beside a plain pdfplumber script.

Three ways of reading run one after the other on each file, every run in a process of its own, as often as asked;
what counts is the median. Times leave out starting Python and importing the libraries. The plain script is what
one writes first: all pages opened, text and tables of each. Its variant closes each page behind it.

    python benchmarks/bench_read.py                        the samples
    python benchmarks/bench_read.py FILE FOLDER … -n 5     other files, five times
    python benchmarks/bench_read.py --memory FILE          the file repeated to 50, 200 and 400 pages
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
SAMPLES = ROOT / "samples" / "sources"
LENGTHS = (50, 200, 400)
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


ENGINES: dict[str, Callable[[Path], int]] = {
    "naive": read_naive,
    "naive+close": read_naive_closing,
    "planuttrekk": read_ours,
}
LIBRARIES = {
    "naive": ("pdfplumber",),
    "naive+close": ("pdfplumber",),
    "planuttrekk": ("extractor.read.pdf", "pypdfium2"),
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


def compare_memory(paths: list[Path], repeats: int) -> None:
    """Print the peak of memory for longer and longer documents, and what a page adds."""
    with tempfile.TemporaryDirectory() as folder:
        for path in paths:
            print(path.name)
            longer = [(pages, repeat_pages(path, pages, Path(folder))) for pages in LENGTHS]
            medians = [(pages, measure(made, repeats)) for pages, made in longer]
            for engine in ENGINES:
                peaks = [(pages, found[engine].memory / MEGABYTE) for pages, found in medians]
                slope = (peaks[-1][1] - peaks[0][1]) / (peaks[-1][0] - peaks[0][0])
                shown = ", ".join(f"{pages} pages {peak:.0f} MiB" for pages, peak in peaks)
                print(f"  {engine:12} {shown}: {1024 * slope:.0f} KiB a page", flush=True)


def repeat_pages(path: Path, pages: int, folder: Path) -> Path:
    """Write a file that repeats the pages of another one."""
    import pypdfium2

    source, longer = pypdfium2.PdfDocument(path), pypdfium2.PdfDocument.new()
    while len(longer) < pages:
        longer.import_pages(source, list(range(min(len(source), pages - len(longer)))))
    made = folder / f"{path.stem}-{pages}.pdf"
    longer.save(made)
    return made


def find_files(given: list[Path]) -> Iterator[Path]:
    """Yield the PDFs among the given files and in the given folders."""
    for path in given:
        yield from sorted(path.rglob("*.pdf")) if path.is_dir() else [path]


def main() -> None:
    """Read the arguments and compare."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("paths", nargs="*", type=Path, help="files and folders (default: the samples)")
    parser.add_argument("-n", "--repeats", type=int, default=3, help="runs of each engine (default: 3)")
    parser.add_argument("--memory", action="store_true", help="compare memory over the number of pages")
    parser.add_argument("--worker", nargs=2, metavar=("ENGINE", "FILE"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.worker:
        work(options.worker[0], Path(options.worker[1]))
    else:
        compare = compare_memory if options.memory else compare_speed
        compare(list(find_files(options.paths or [SAMPLES])), options.repeats)


if __name__ == "__main__":
    main()
