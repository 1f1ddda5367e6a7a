"""Prints how far the confidence of goals and tiltak can be relied on.

    python tests/reliability.py                    what is kept, and the samples
    python tests/reliability.py FOLDER...          the documents of these folders (truth in `gold/`) as well

Of items with a confidence of 0.9, nine in ten should be right. The calibration error is the mean distance between the
confidence of items and the share of them that is right, over ten bins, weighted by their items («expected calibration
error»). Separation is how often a wrong item has a lower confidence than a right one. Of what is kept, each item is
given the confidence that it has by weights fitted without its document.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from fit_confidence import left_out
from judging import Judged, judge_folder, load_kept

BINS = 10
SAMPLES = Path(__file__).parents[1] / "samples"
Figures = tuple[int, float, float]
"""Items, their mean confidence, and the share of them that is right."""


def figures(items: Sequence[Judged]) -> Figures:
    """Return the figures of at least one item."""
    count = len(items)
    return count, sum(item.confidence for item in items) / count, sum(item.right for item in items) / count


def bins(items: Sequence[Judged]) -> dict[float, Figures]:
    """Return the figures of the items from each confidence on; bins without items are left out."""
    found: dict[int, list[Judged]] = defaultdict(list)
    for item in items:
        found[min(int(item.confidence * BINS), BINS - 1)].append(item)
    return {at / BINS: figures(group) for at, group in sorted(found.items())}


def calibration_error(items: Sequence[Judged]) -> float:
    """Return the expected calibration error; 0 for no items."""
    apart = sum(count * abs(told - right) for count, told, right in bins(items).values())
    return apart / max(len(items), 1)


def separation(items: Sequence[Judged]) -> float | None:
    """Return how often a wrong item has a lower confidence than a right one; None where none is wrong."""
    right = [item.confidence for item in items if item.right]
    wrong = [item.confidence for item in items if not item.right]
    if not right or not wrong:
        return None
    won = sum((one > other) + (one == other) / 2 for one in right for other in wrong)
    return won / (len(right) * len(wrong))


def kept_left_out() -> list[Judged]:
    """Return what is kept, each item with the confidence that it has without its document."""
    items = []
    for kind in ("tiltak", "goal"):
        own = [item for item in load_kept() if item.kind == kind]
        items += [replace(item, given=told) for item, told in zip(own, left_out(own), strict=True)]
    return items


def groups(folders: Sequence[Path]) -> Iterator[tuple[str, list[Judged]]]:
    """Yield what is measured, by name."""
    kept = kept_left_out()
    yield "first readings", [item for item in kept if item.reading == "first"]
    yield "known documents", [item for item in kept if item.reading == "known"]
    yield "first readings and known documents", kept
    for folder in (SAMPLES, *folders):
        yield f"{folder.name} today", list(judge_folder(folder))


def report(name: str, items: Sequence[Judged]) -> str:
    """Return the table of some items: all of them, by confidence and by rule."""
    split = separation(items)
    told = "" if split is None else f", separation {split:.2f}"
    lines = [
        f"{name}: calibration error {calibration_error(items):.3f}{told}",
        f"{'':36} {'items':>6} {'confidence':>11} {'right':>6}",
        _line("all", figures(items)),
    ]
    lines += [_line(f"{least:.1f} to {least + 1 / BINS:.1f}", part) for least, part in bins(items).items()]
    by_rule: dict[str, list[Judged]] = defaultdict(list)
    for item in items:
        by_rule[item.rule].append(item)
    rules = sorted(by_rule, key=lambda rule: -len(by_rule[rule]))
    return "\n".join([*lines, *(_line(rule, figures(by_rule[rule])) for rule in rules)])


def _line(name: str, told: Figures) -> str:
    return f"{name:36} {told[0]:6} {told[1]:11.3f} {told[2]:6.3f}"


def main() -> int:
    """Print the tables."""
    for name, items in groups([Path(argument) for argument in sys.argv[1:]]):
        for kind in ("tiltak", "goal"):
            own = [item for item in items if item.kind == kind]
            if own:
                print(report(f"{kind}, {name}", own), end="\n\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
