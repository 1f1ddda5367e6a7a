"""How long it takes to put many plans side by side, and how much memory.

Plans are made up as JSON of earlier runs: 40 tiltak and eight goals each, in bokmål and nynorsk in turns. Most tiltak
are popular ones (those of `samples/alignment`, the first far more often than the last) in words that vary; the others
no neighbour has. Each size is read and written by the command in a process of its own, as a user would: a folder of
JSON in, a file out. Time is processor time with starting Python, memory is the peak of the process.

    python benchmarks/bench_compare.py                  # 50, 100 and 357 plans, a page for the browser
    python benchmarks/bench_compare.py -n 357 --to xlsx
"""

from __future__ import annotations

import argparse
import csv
import random
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from extractor.emit.jsonfile import write_json
from extractor.lexicon import load_csv
from extractor.normalise.themes import themes_for
from schemas import Plan

ROOT = Path(__file__).parents[1]
SIZES = (50, 100, 357)
TILTAK, GOALS, POPULAR = 40, 8, 0.7
FIRST = (
    "",
    "",
    "",
    "Etablere ",
    "Vidareføre ",
    "Videreføre ",
    "Styrke ",
    "Utvikle ",
    "Gjennomføre ",
    "Sikre ",
)
LAST = (
    "", "", "", "", " i samarbeid med frivillige", " i samarbeid med FAU", " for barn og unge", " hvert år",
    " kvart år", " i skulane", " i barnehagene", " for eldre", " innan utgangen av perioden",
)  # fmt: skip
WHAT = (
    "Utbetring av bru",
    "Ny lysløype",
    "Leikeplass",
    "Grendehus",
    "Rasteplass",
    "Badeplass",
    "Møteserie om skogbruk",
)
WHERE = ("nord", "sør", "øvre", "nedre", "indre", "ytre", "aust", "vest")
PARTIES = (
    ("Rektor", "school_childhood"),
    ("NAV", "nav_social"),
    ("Kultursjefen", "culture"),
    ("Lensmannen", "police"),
)


def write_plans(folder: Path, count: int) -> None:
    """Write made-up plans of as many kommuner as JSON."""
    with (ROOT / "samples/alignment/pairs.csv").open(encoding="utf-8", newline="") as file:
        popular = [text for pair in csv.DictReader(file) for text in (pair["one"], pair["other"])]
    kommuner = [row for row in load_csv("kommuner.csv") if not row["valid_to"]]
    for number in range(count):
        write_json(
            made_up_plan(number, kommuner[number % len(kommuner)], popular), folder / f"{number:03}.json"
        )


def made_up_plan(number: int, kommune: dict[str, str], popular: Sequence[str]) -> Plan:
    """Return a plan of a kommune."""
    chance, start = random.Random(number), 2012 + number % 12
    own = {"name": kommune["name"], "number": kommune["number"], "current_number": kommune["number"]}
    source = {
        "filename": f"plan-{number:03}.pdf",
        "sha256": f"{number:064x}",
        "media_type": "application/pdf",
        "page_count": 30,
        "text_origin": "native",
        "language": "nn" if number % 2 else "nb",
        "tool": "planuttrekk",
    }
    return Plan.model_validate(
        {
            "source": source,
            "kind": "plan",
            "title": f"Plan for {kommune['name']} {start}–{start + 3}",
            "plan_type": "folkehelseplan",
            "kommuner": [own],
            "period": {"raw": "", "start_year": start, "end_year": start + 3, "edtf": f"{start}/{start + 3}"},
            "goals": [_item(f"g{at}", chance, popular, kommune) for at in range(1, GOALS + 1)],
            "tiltak": [
                _item(f"t{at}", chance, popular, kommune) | _promise(chance, start)
                for at in range(1, TILTAK + 1)
            ],
        }
    )


def _item(id_: str, chance: random.Random, popular: Sequence[str], kommune: dict[str, str]) -> dict[str, Any]:
    if chance.random() < POPULAR:
        text = chance.choice(FIRST) + popular[int(len(popular) * chance.random() ** 2)] + chance.choice(LAST)
    else:
        text = f"{chance.choice(WHAT)} i {chance.choice(WHERE)} {kommune['name']} {chance.randint(1, 99)}"
    themes = [theme.model_dump() for theme in themes_for(text)]
    source = [{"page": chance.randint(1, 30), "start": 0, "end": len(text)}]
    return {"id": id_, "text": text, "themes": themes, "source": source, "rule": "made-up", "confidence": 0.9}


def _promise(chance: random.Random, start: int) -> dict[str, Any]:
    party, category = chance.choice(PARTIES)
    year = start + chance.randint(0, 3)
    return {
        "origin": "table",
        "goal_ids": [f"g{chance.randint(1, GOALS)}"],
        "responsible": [{"raw": party, "name": party.lower(), "category": category}],
        "schedule": {"raw": f"Innen {year}", "kind": "deadline", "edtf": f"../{year}"},
    }


def measure(count: int, suffix: str) -> tuple[float, float, float]:
    """Return seconds of processor time, MiB at the peak, and MiB of the file that is written."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "plans").mkdir()
        write_plans(Path(folder) / "plans", count)
        out = Path(folder) / f"out.{suffix}"
        arguments = ["-m", "extractor", "compare", str(Path(folder) / "plans"), "-o", str(out)]
        code = f"import resource, subprocess, sys; subprocess.run([sys.executable, *{arguments!r}], check=True); "
        code += (
            "u = resource.getrusage(resource.RUSAGE_CHILDREN); print(u.ru_utime + u.ru_stime, u.ru_maxrss)"
        )
        done = subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
        )
        seconds, kibibytes = map(float, done.stdout.split())
        return seconds, kibibytes / 1024, out.stat().st_size / 2**20


def main() -> None:
    """Print a line for each size."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("-n", "--plans", type=int, nargs="+", default=list(SIZES))
    parser.add_argument("--to", choices=["html", "xlsx", "csv", "json"], default="html")
    asked = parser.parse_args()
    print("plans  tiltak  seconds  MiB at the peak  MiB of the file")
    for count in asked.plans:
        seconds, memory, size = measure(count, asked.to)
        print(f"{count:5}  {count * TILTAK:6}  {seconds:7.1f}  {memory:15.0f}  {size:15.1f}")


if __name__ == "__main__":
    main()
