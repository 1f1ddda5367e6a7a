"""Fits the weights of `extractor/data/confidence.toml` to judged items.

    python tests/fit_confidence.py                                 fit to what is kept, and write the weights
    python tests/fit_confidence.py --check                         fit, compare, write nothing
    python tests/fit_confidence.py --first A B --known C D         judge the documents of these folders first

A folder has truth in `gold/`; those of `--first` have in `pred/` what was written at the first reading, before any
rule had seen the documents, and those of `--known` have the documents themselves.

Logistic regression with a penalty on every weight but the usual one: a rule or sign that was met in few items shrinks
towards saying nothing. The weights under `assumed` are kept: nothing was met that they could be fitted to.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections.abc import Iterable, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from judging import Judged, judge_folder, keep, load_kept

WEIGHTS = Path(__file__).parents[1] / "extractor" / "data" / "confidence.toml"
PENALTY = (
    2.0  # as if each weight had been seen to say nothing that often; chosen among 0.3, 1, 2, 3, 4 and 10
)
STEPS = 50
NEAR = 0.011  # weights that are rounded may differ by this much
Numbers = npt.NDArray[np.float64]


def names_of(items: Iterable[Judged]) -> list[str]:
    """Return the rules and signs that items show."""
    return sorted({name for item in items for name in _shown(item)})


def _shown(item: Judged) -> list[str]:
    return [f"rule {item.rule}", *item.signs]


def fit(items: Sequence[Judged], names: Sequence[str]) -> Numbers:
    """Return the usual weight and that of each name."""
    table = _table(items, names)
    right = np.array([item.right for item in items], dtype=np.float64)
    penalty = np.diag([1e-9, *[PENALTY] * len(names)])
    weights = np.zeros(len(names) + 1)
    for _ in range(STEPS):
        said = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (right - said) - penalty @ weights
        bend = (table * (said * (1 - said))[:, None]).T @ table + penalty
        weights += np.linalg.solve(bend, slope)
    return weights


def shares(items: Sequence[Judged], names: Sequence[str], weights: Numbers) -> Numbers:
    """Return the confidence of each item by these weights."""
    said: Numbers = 1 / (1 + np.exp(-_table(items, names) @ weights))
    return said


def _table(items: Sequence[Judged], names: Sequence[str]) -> Numbers:
    return np.array([[1.0, *(name in _shown(item) for name in names)] for item in items], dtype=np.float64)


def left_out(items: Sequence[Judged]) -> list[float]:
    """Return the confidence of each item by weights that were fitted without its document."""
    names, told = names_of(items), [0.0] * len(items)
    for document in sorted({item.document for item in items}):
        weights = fit([item for item in items if item.document != document], names)
        at = [index for index, item in enumerate(items) if item.document == document]
        for index, share in zip(at, shares([items[i] for i in at], names, weights), strict=True):
            told[index] = float(share)
    return told


def fitted(items: Sequence[Judged]) -> dict[str, Any]:
    """Return the tables of weights for tiltak and goals."""
    tables: dict[str, Any] = {}
    for kind in ("tiltak", "goal"):
        own = [item for item in items if item.kind == kind]
        names = names_of(own)
        usual, *others = (round(float(weight), 2) for weight in fit(own, names))
        said = dict(zip(names, others, strict=True))
        rules = {
            name.removeprefix("rule "): value for name, value in said.items() if name.startswith("rule ")
        }
        signs = {name: value for name, value in said.items() if not name.startswith("rule ")}
        tables[kind] = {"usual": usual, "rules": rules, "signs": signs}
    return tables


def written(tables: dict[str, Any], old: str) -> str:
    """Return the file with new weights; its words, what is assumed and all comments stay."""
    head, *parts = old.split("\n[")
    for at, part in enumerate(parts):
        title = part.partition("]")[0]
        kind, _, table = title.partition(".")
        if kind in tables and table in ("", "rules", "signs"):
            found = tables[kind][table] if table else {"usual": tables[kind]["usual"]}
            parts[at] = f"{title}]\n" + "".join(f"{_key(name)} = {value}\n" for name, value in found.items())
    return "\n[".join([head, *parts])


def _key(name: str) -> str:
    return name if name.replace("-", "").replace("_", "").isalnum() else f'"{name}"'


def differences(tables: dict[str, Any], old: str) -> list[str]:
    """Return the weights that are not those of the file."""
    there = tomllib.loads(old)
    found = []
    for kind, table in tables.items():
        pairs = [("usual", table["usual"], there[kind]["usual"])]
        for part in ("rules", "signs"):
            names = table[part].keys() | there[kind][part].keys()
            pairs += [(name, table[part].get(name, 9.0), there[kind][part].get(name, 9.0)) for name in names]
        found += [f"{kind} {name}: {new}, not {was}" for name, new, was in pairs if abs(new - was) > NEAR]
    return sorted(found)


def main() -> int:
    """Fit; return the exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--first", nargs="*", type=Path, default=[])
    parser.add_argument("--known", nargs="*", type=Path, default=[])
    args = parser.parse_args()
    if args.first or args.known:
        first = (judge_folder(folder, use_pred=True) for folder in args.first)
        keep(chain(chain.from_iterable(first), chain.from_iterable(map(judge_folder, args.known))))
    tables, old = fitted(load_kept()), WEIGHTS.read_text(encoding="utf-8")
    if args.check:
        print("\n".join(found := differences(tables, old)))
        return int(bool(found))
    WEIGHTS.write_text(written(tables, old), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
