"""Compares planuttrekk with what people write themselves: a table finder and a rule for the words of the header.

    python benchmarks/bench_peers.py                             the samples, with the table finders of this Python
    python benchmarks/bench_peers.py --python ENV/bin/python     with those of another environment
    python benchmarks/bench_peers.py -n 5                        times: median of five runs
    python benchmarks/bench_peers.py --documents FOLDER          FOLDER/sources (or pdf) and FOLDER/gold instead

The peers are pdfplumber, PyMuPDF and camelot (lattice and stream). They are optional and no dependencies (PyMuPDF is
under the AGPL): `python -m venv ENV && ENV/bin/pip install pdfplumber pymupdf camelot-py`. What is not installed is
left out.

Each peer gives tables. On top of them comes one and the same rule, the best that fits on a page: a row with a word for
tiltak is the header, the other columns are known by their words, a table that goes on without a header keeps that of
the table before, each row with a tiltak is one. Who and when are then split and normalised by planuttrekk's own
functions, so that the peers are judged by what they find alone. The truth is `samples/gold`, the scorer
`extractor/evaluate`. Times are processor seconds for a second reading in the same process; planuttrekk reads goals,
sections, owners and the rest in them as well.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "samples"
HEADER_WORDS = {
    "text": ("tiltak", "aktivitet"),
    "responsible": ("ansvar", "hvem", "kven"),
    "schedule": ("frist", "tid", "når", "gjennomfør"),
}
HEADER_WITHIN = 3  # rows

Grid = list[list[str | None]]
Row = dict[str, str]


def pdfplumber_tables(path: Path) -> Iterable[Grid]:
    """Yield the tables that pdfplumber finds; its text is read as well, as the usual script does."""
    import pdfplumber

    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            page.extract_text()
            yield from page.extract_tables()


def pymupdf_tables(path: Path) -> Iterable[Grid]:
    """Yield the tables that PyMuPDF finds."""
    import pymupdf

    with pymupdf.open(path) as pdf:
        for page in pdf:
            page.get_text()
            yield from (table.extract() for table in page.find_tables().tables)


def camelot_tables(path: Path, flavor: str) -> Iterable[Grid]:
    """Yield the tables that camelot finds."""
    import camelot

    for table in camelot.read_pdf(str(path), pages="all", flavor=flavor, suppress_stdout=True):
        yield table.df.values.tolist()


PEERS: dict[str, Callable[[Path], Iterable[Grid]]] = {
    "pdfplumber": pdfplumber_tables,
    "PyMuPDF": pymupdf_tables,
    "camelot lattice": lambda path: camelot_tables(path, "lattice"),
    "camelot stream": lambda path: camelot_tables(path, "stream"),
}
LIBRARIES = {name: name.split()[0].lower() for name in PEERS}


def work(engine: str, path: Path) -> None:
    """Read one file in this process; print its rows or our plan, and the seconds it took."""
    if engine in PEERS:
        __import__(LIBRARIES[engine])
    else:
        sys.path.insert(0, str(ROOT))
        __import__("extractor.pipeline")
        __import__("spacy")
    read(engine, path)  # word lists and fonts are loaded once, for the first document of a run
    start = time.process_time()
    found = read(engine, path)
    print(json.dumps([found, time.process_time() - start]))


def read(engine: str, path: Path) -> Any:
    """Return what an engine finds: rows, or our plan."""
    if engine in PEERS:
        return rows_of(PEERS[engine](path))
    from extractor import extract_plan

    return extract_plan(path).model_dump(mode="json")


def rows_of(tables: Iterable[Grid]) -> list[Row]:
    """Return the tiltak of tables by the words of their headers."""
    rows: list[Row] = []
    columns: dict[str, int] = {}
    width = 0
    for grid in tables:
        body: Grid = grid
        for index, row in enumerate(grid[:HEADER_WITHIN]):
            if found := _columns(row):
                columns, width, body = found, len(row), grid[index + 1 :]
                break
        if columns and body and len(body[0]) == width:
            rows += [_row(cells, columns) for cells in body if (cells[columns["text"]] or "").strip()]
    return rows


def _columns(row: list[str | None]) -> dict[str, int]:
    """Return the column of each role, empty where no cell says tiltak."""
    found: dict[str, int] = {}
    for index, cell in enumerate(row):
        for role, words in HEADER_WORDS.items():
            if role not in found and any(word in (cell or "").lower() for word in words):
                found[role] = index
    return found if "text" in found else {}


def _row(cells: list[str | None], columns: dict[str, int]) -> Row:
    return {role: " ".join((cells[index] or "").split()) for role, index in columns.items()}


def as_plan(rows: list[Row]) -> dict[str, Any]:
    """Return rows as a plan, who and when read by planuttrekk's own functions."""
    from extractor import parse_schedule, split_responsible

    tiltak = []
    for number, row in enumerate(rows, start=1):
        schedule = parse_schedule(row["schedule"]) if row.get("schedule") else None
        parties = split_responsible(row.get("responsible", ""))
        tiltak.append({
            "id": f"t{number}", "text": row["text"], "origin": "table", "rule": "peer", "confidence": 1,
            "responsible": [party.model_dump() for party in parties],
            "schedule": schedule.model_dump() if schedule else None,
        })  # fmt: skip
    source = {"filename": "", "sha256": "", "media_type": "", "text_origin": "native", "tool": "peer"}
    return {"source": source, "kind": "plan", "tiltak": tiltak}


def score(plans: dict[str, dict[str, Any]], gold: Path) -> tuple[dict[str, float], float]:
    """Return F1 by field over all documents, and the share of tiltak found with who and when all right (per cent)."""
    from extractor.evaluate.gold import truth_of_gold
    from extractor.evaluate.report import Prediction, evaluate
    from schemas import Plan

    truths = []
    for name in plans:
        truth = json.loads((gold / f"{name}.json").read_text(encoding="utf-8"))
        kept = ("text", "alternatives", "optional", "responsible", "schedule")
        tiltak = [{key: item[key] for key in kept if key in item} for item in truth["tiltak"]]
        truths.append(truth_of_gold({"tiltak": tiltak}, name))
    predictions = [Prediction(name, Plan.model_validate(plan)) for name, plan in plans.items()]
    figures = {field.field: field.soft for field in evaluate(truths, predictions).fields}
    fields = {
        field: 100 * (figures[field].f1 or 0.0) if field in figures else 0.0
        for field in ("tiltak", "responsible", "schedule")
    }
    return fields, 100 * (figures["tiltak_complete"].recall or 0.0)


def run(engine: str, path: Path, python: str, repeats: int) -> tuple[Any, float]:
    """Read one file `repeats` times, each in a process of its own; return what was found and the median seconds."""
    command = [python if engine in PEERS else sys.executable, __file__, "--worker", engine, str(path)]
    results = [
        json.loads(
            subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()[-1]
        )
        for _ in range(repeats)
    ]
    return results[0][0], statistics.median(seconds for _, seconds in results)


def is_there(engine: str, python: str) -> bool:
    """Tell whether the library of a peer can be imported."""
    command = [python, "-c", f"import {LIBRARIES[engine]}"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def main() -> None:
    """Read the arguments, compare, print a Markdown table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--python", default=sys.executable, help="the Python that has the peers")
    parser.add_argument("-n", "--repeats", type=int, default=3)
    parser.add_argument("--documents", type=Path, default=SAMPLES, help="folder of documents and their truth")
    parser.add_argument("--worker", nargs=2, metavar=("ENGINE", "FILE"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.worker:
        work(options.worker[0], Path(options.worker[1]))
        return
    sys.path[:0] = [str(ROOT)]
    gold = options.documents / "gold"
    there = sorted(options.documents.glob("*/*.pdf"))
    paths = [path for path in there if (gold / f"{path.stem}.json").exists()]
    print(
        "| | tiltak F1 | responsible F1 | time F1 | tiltak with all right | seconds |\n|---|---|---|---|---|---|"
    )
    for engine in [*PEERS, "planuttrekk"]:
        if engine in PEERS and not is_there(engine, options.python):
            print(f"| {engine} | not installed |")
            continue
        found = {path.stem: run(engine, path, options.python, options.repeats) for path in paths}
        plans = {name: as_plan(result) if engine in PEERS else result for name, (result, _) in found.items()}
        fields, whole = score(plans, gold)
        figures = " | ".join(f"{value:.1f}" for value in (*fields.values(), whole))
        print(f"| {engine} | {figures} | {sum(seconds for _, seconds in found.values()):.2f} |", flush=True)


if __name__ == "__main__":
    main()
