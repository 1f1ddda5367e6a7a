"""How much time and memory it takes to export many plans, and that memory does not grow with their number.

The JSON of made-up plans is written to a folder, then `planuttrekk export` runs on it in a process of its own, once for
each format, with few plans and with many. Seconds are processor time, memory is the peak of the process.

    python benchmarks/bench_export.py                     100 and 10 000 plans, all formats
    python benchmarks/bench_export.py -n 100 1000 sqlite  fewer plans, one format
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))  # also without installation

from extractor.emit.jsonfile import write_json  # noqa: E402
from extractor.export import FORMATS  # noqa: E402
from schemas import (  # noqa: E402
    Evidence,
    Goal,
    Kommune,
    Period,
    Plan,
    Responsible,
    Schedule,
    Section,
    Source,
    Theme,
    Tiltak,
)

TILTAK_PER_GOAL, GOALS = 5, 4
TOLERANCE = 1.15  # times the memory of few plans
SUFFIXES = {"sqlite": ".db", "xlsx": ".xlsx"}
TEXTS = (
    "Etablere møteplasser for ungdom",
    "Vidareføre kurs for foreldre",
    "Styrke arbeidet mot vold i nære relasjoner",
)
PARTIES = ("Rektor", "Helsestasjonen", "Kommuneoverlegen", "SLT-koordinator", "NAV")


def made_plan(number: int) -> Plan:
    """Return a plan of four goals with five tiltak each, unlike all others."""
    source = Source(
        filename=f"plan-{number}.pdf", sha256=sha256(str(number).encode()).hexdigest(), tool="benchmark",
        media_type="application/pdf", page_count=20, text_origin="native", language="nn" if number % 3 else "nb",
    )  # fmt: skip
    years = 2015 + number % 10
    return Plan(
        source=source,
        kind="plan",
        title=f"Folkehelseplan {number}",
        plan_type="folkehelseplan",
        kommuner=[Kommune(name=f"Kommune {number % 357}", number=f"{3000 + number % 357}", source=[place(0)])],
        period=Period(raw=f"{years}–{years + 3}", start_year=years, end_year=years + 3, edtf=f"{years}/{years + 3}"),
        sections=[
            Section(id=f"s{at}", title=f"Kapittel {at}", level=1, text=f"{TEXTS[at % 3]} i {number}. " * 20,
                    source=[place(at)])
            for at in range(1, 9)
        ],
        goals=[
            Goal(id=f"g{at}", text=f"{TEXTS[at % 3]} innen {number}", section_id="s1", source=[place(at)], rule="list",
                 confidence=0.9)
            for at in range(1, GOALS + 1)
        ],
        tiltak=[made_tiltak(number, at) for at in range(1, GOALS * TILTAK_PER_GOAL + 1)],
    )  # fmt: skip


def made_tiltak(number: int, at: int) -> Tiltak:
    """Return a tiltak of a row with who and when."""
    text, who, year = f"{TEXTS[(number + at) % 3]} {number}.{at}", PARTIES[(number + at) % 5], 2020 + at % 10
    return Tiltak(
        id=f"t{at}", text=text, goal_ids=[f"g{1 + at % GOALS}"], section_id="s2", origin="table", source=[place(at)],
        responsible=[Responsible(raw=who, name=who.casefold(), category="health_care")],
        schedule=Schedule(raw=f"Innen {year}", kind="deadline", edtf=f"../{year}"),
        themes=[
            Theme(id="TH02", name="Skole", weight=0.6, cues=["kurs"]),
            Theme(id="TH06", name="Rus", weight=0.4, cues=[]),
        ],
        columns={"Tiltak": text, "Ansvar": who, "Frist": f"Innen {year}"}, rule="table-row", confidence=0.96,
    )  # fmt: skip


def place(at: int) -> Evidence:
    """Return a place on a page."""
    return Evidence(
        page=1 + at, bbox=(70.9, 10.5 * at, 523.1, 10.5 * at + 10), start=100 * at, end=100 * at + 90
    )


def write_plans(folder: Path, count: int) -> None:
    """Write the JSON of plans, 500 to a folder."""
    for number in range(count):
        part = folder / str(number // 500)
        part.mkdir(parents=True, exist_ok=True)
        write_json(made_plan(number), part / f"{number}.json")


def run(folder: Path, output: Path, to: str) -> tuple[float, int]:
    """Export a folder; return seconds of the processor and the peak of memory in KiB."""
    command = [sys.executable, "-m", "extractor", "export", str(folder), "--to", to, "-o", str(output)]
    process = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{to}: export ended with {process.returncode}")
    return used.ru_utime + used.ru_stime, used.ru_maxrss


def size_of(output: Path) -> int:
    """Return the bytes of a file or of all files in a folder."""
    return sum(file.stat().st_size for file in ([output] if output.is_file() else output.iterdir()))


def main() -> int:
    """Print a row for each format and number of plans; return 1 where memory grew."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("formats", nargs="*", choices=[[], *FORMATS], help="formats; all without it")
    parser.add_argument("-n", nargs=2, type=int, default=(100, 10_000), metavar=("FEW", "MANY"))
    asked = parser.parse_args()
    grown = False
    with tempfile.TemporaryDirectory() as temporary:
        root = Path(temporary)
        for count in asked.n:
            write_plans(root / str(count), count)
        for to in asked.formats or FORMATS:
            peaks = []
            for count in asked.n:
                output = root / f"{to}-{count}{SUFFIXES.get(to, '')}"
                seconds, peak = run(root / str(count), output, to)
                peaks.append(peak)
                print(
                    f"{to:8} {count:6} plans  {seconds:6.1f} s  {peak / 1024:5.0f} MiB"
                    f"  {size_of(output) / 2**20:7.1f} MiB written",
                    flush=True,
                )
            grown |= peaks[1] > peaks[0] * TOLERANCE
    print(
        "memory grows with the number of plans" if grown else "memory does not grow with the number of plans"
    )
    return int(grown)


if __name__ == "__main__":
    sys.exit(main())
