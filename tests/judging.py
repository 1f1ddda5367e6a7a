"""Right or wrong, item by item: what was read of documents with hand-made truth, with the signs that items showed.

An item is right when the truth has its wording, or nearly so (`extractor.evaluate`). Items that the truth calls
optional are not judged, and goals of the state are judged only where the truth has them. `judged_items.csv` keeps the
judgements that the weights of `extractor/data/confidence.toml` were fitted to, without the words of the documents.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from extractor import ExtractorError, extract_plan
from extractor.evaluate.gold import truth_of_gold
from extractor.evaluate.pairing import Found, pair_up
from extractor.evaluate.wording import ALIKE
from extractor.interpret.confidence import Item, Kind, confidence, signs

KEPT = Path(__file__).with_name("judged_items.csv")
COLUMNS = ("reading", "document", "kind", "rule", "signs", "right")
DOCUMENTS = ("sources", "text", "realistic")  # folders
Reading = Literal["first", "known"]


@dataclass(frozen=True)
class Judged:
    """A goal or tiltak that was read, and whether it is right."""

    reading: str  # "first" of a document that no rule had seen, or of a "known" one
    document: str
    kind: Kind
    rule: str
    signs: tuple[str, ...]
    right: bool
    given: float | None = None  # the confidence that it came with

    @property
    def confidence(self) -> float:
        """The confidence that it came with, or has by today's weights."""
        return confidence(self.kind, self.rule, self.signs) if self.given is None else self.given


def judge(truth: dict[str, Any], plan: dict[str, Any], document: str, reading: Reading) -> Iterator[Judged]:
    """Yield the goals and tiltak of a plan, as JSON, with what the truth says of them."""
    told = truth_of_gold(truth, document)
    for kind, there, given in (
        ("tiltak", told.tiltak, plan.get("tiltak", [])),
        ("goal", told.goals, plan.get("goals", [])),
    ):
        items = there.items if there else []
        pairs = {j: i for i, j in pair_up(items, [Found([item["text"]], ()) for item in given], ALIKE)}
        for at, item in enumerate(given):
            if at in pairs and items[pairs[at]].counts == "optional":
                continue
            if at not in pairs and item.get("kind") == "national_goal":
                continue
            shown = tuple(signs(_item(item), kind))
            yield Judged(reading, document, kind, item["rule"], shown, at in pairs, item["confidence"])


def _item(item: dict[str, Any]) -> Item:
    return Item(
        item["text"],
        numbered=item.get("number") is not None,
        has_party=bool(item.get("responsible")),
        has_time=bool(item.get("schedule")),
        has_goal=bool(item.get("goal_ids")),
    )


def judge_folder(folder: Path, *, use_pred: bool = False) -> Iterator[Judged]:
    """Read the documents below a folder that has their truth in `gold/`, and judge what was found.

    Args:
        folder: with documents called as their truth in one of `DOCUMENTS`.
        use_pred: judge the JSON in `pred/`, which was written at the first reading, in place of a new one.
    """
    if use_pred:
        for path in sorted((folder / "pred").glob("*.json")):
            truth = folder / "gold" / path.name
            if truth.exists():
                yield from judge(_load(truth), _load(path), f"{folder.name}/{path.stem}", "first")
        return
    for path in sorted(path for name in DOCUMENTS for path in folder.glob(f"{name}/*")):
        truth = folder / "gold" / f"{path.name.split('.')[0]}.json"
        if truth.exists():
            try:
                plan = extract_plan(path).model_dump(mode="json")
            except ExtractorError:
                continue
            yield from judge(_load(truth), plan, f"{folder.name}/{path.name}", "known")


def _load(path: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return loaded


def load_kept() -> list[Judged]:
    """Return the judgements that are kept."""
    with KEPT.open(encoding="utf-8", newline="") as lines:
        return [
            Judged(
                row["reading"], row["document"], "goal" if row["kind"] == "goal" else "tiltak", row["rule"],
                tuple(row["signs"].split()), row["right"] == "1",
            )
            for row in csv.DictReader(lines)
        ]  # fmt: skip


def keep(items: Iterable[Judged]) -> None:
    """Write judgements without the names of the documents."""
    numbers: dict[str, str] = {}
    with KEPT.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        for item in items:
            document = numbers.setdefault(item.document, f"d{len(numbers) + 1}")
            writer.writerow((
                item.reading, document, item.kind, item.rule, " ".join(item.signs), int(item.right),
            ))  # fmt: skip
