"""Scores real documents that lie beside the project, and fails when they come out worse than before.

    python tests/corpus_floor.py ../shared/corpus              compare with the pinned figures
    python tests/corpus_floor.py ../shared/corpus --update     raise the pinned figures to today's
    python tests/corpus_floor.py ../shared/corpus --misses     list what went wrong as well

Every document that has a gold file is extracted and scored by the corpus's own `score.py`. The pinned figures
(F1 in per cent, over all documents of a group) stand in `corpus_floor.toml`; they are never lowered by `--update`.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
import tomllib
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType
from typing import Any

from extractor import ExtractorError, extract_plan
from extractor.read.ocr_parts import installed_parts

FLOORS = Path(__file__).with_name("corpus_floor.toml")
TOLERANCE = 0.05  # per cent: rounding, not a change
SCANS = "pdf-scan"  # needs OCR; what it recognised is kept from run to run
GROUPS = {
    "text": ("text/*.txt", "realistic/*.txt"),
    "pdf-plain": ("pdf/*.plain.pdf",),
    "pdf-realistic": ("realistic/*.pdf",),
    "pdf-borderless": ("pdf/*.borderless.pdf",),
    "pdf-twocol": ("pdf/*.twocol.pdf",),
    SCANS: ("pdf/*.scan.pdf",),
}
FIELDS = ("sections", "goals", "tiltak", "responsible", "schedule", "target", "goal_links", "metadata")


def main() -> int:
    """Score all groups; return the exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--group", choices=GROUPS, action="append")
    args = parser.parse_args()
    scorer = _load_scorer(args.corpus / "score.py")
    figures = {
        group: _score_group(args.corpus, GROUPS[group], scorer, show=args.misses)
        for group in _groups(args.group or GROUPS)
    }
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    worse = _report(figures, floors)
    if args.update:
        _write(figures, floors)
    return 1 if worse else 0


def _groups(wanted: Iterable[str]) -> list[str]:
    """Return the groups that can be scored; scans need more than the others."""
    missing = installed_parts().missing
    if missing and SCANS in wanted:
        print(f"{SCANS} is left out: {' and '.join(missing)} is not installed.", file=sys.stderr)
    return [group for group in wanted if not (missing and group == SCANS)]


def _load_scorer(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("corpus_score", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path}: the corpus has no scorer there.")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _score_group(
    corpus: Path, patterns: Iterable[str], scorer: ModuleType, *, show: bool
) -> dict[str, float]:
    totals: dict[str, list[int]] = {}
    for path in sorted(path for pattern in patterns for path in corpus.glob(pattern)):
        gold = json.loads((corpus / "gold" / f"{path.name.split('.')[0]}.json").read_text(encoding="utf-8"))
        misses: list[str] = []
        for field, result in scorer.score(gold, _extract(path), misses).items():
            total = totals.setdefault(field, [0, 0, 0])
            totals[field] = [total[0] + result["tp"], total[1] + result["pred"], total[2] + result["gold"]]
        for miss in misses if show else []:
            print(f"{path.name}: {miss}")
    return {field: round(100 * scorer.prf(*total)["f1"], 1) for field, total in totals.items()}


def _extract(path: Path) -> dict[str, Any]:
    try:
        return extract_plan(path).model_dump(mode="json")
    except ExtractorError as error:
        print(error, file=sys.stderr)
        return {}


def _report(figures: dict[str, dict[str, float]], floors: dict[str, dict[str, float]]) -> list[str]:
    """Print the figures; return those below their floor."""
    print(f"{'F1, per cent':16}" + "".join(f"{field:>13}" for field in FIELDS))
    worse = []
    for group, scores in figures.items():
        print(f"{group:16}" + "".join(f"{scores[field]:13.1f}" for field in FIELDS))
        for field, floor in floors.get(group, {}).items():
            if scores[field] < floor - TOLERANCE:
                worse.append(f"{group} {field}: {scores[field]} is below the pinned {floor}")
    print("\n".join(worse) if worse else "Nothing is below its pinned figure.")
    return worse


def _write(figures: dict[str, dict[str, float]], floors: dict[str, dict[str, float]]) -> None:
    lines = [
        "# Pinned F1 (per cent) of tests/corpus_floor.py; raised with --update, lowered by hand with a reason."
    ]
    for group in GROUPS:
        scores, pinned = figures.get(group, {}), floors.get(group, {})
        lines.append(f"\n[{group}]")
        lines += [f"{field} = {max(scores.get(field, 0.0), pinned.get(field, 0.0))}" for field in FIELDS]
    FLOORS.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    raise SystemExit(main())
