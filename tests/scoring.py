"""Compares a plan with what a careful reader found in the document: precision, recall and F1 per field.

An item counts as found when its wording is the reader's, or differs in at most 15 per cent of the characters.
Fields of an item (responsible, schedule …) are compared for the items that were found. Items that the reader marked
optional count neither when found nor when missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from rapidfuzz import fuzz

ALIKE = 85.0  # per cent
Item = dict[str, Any]


@dataclass
class Tally:
    """What was right, what was given, what there was."""

    right: int = 0
    given: int = 0
    there: int = 0

    def add(self, right: int, given: int, there: int) -> None:
        self.right += right
        self.given += given
        self.there += there

    @property
    def f1(self) -> float:
        """F1 in per cent; 100 where nothing was there and nothing given."""
        if not self.given + self.there:
            return 100.0
        return 200 * self.right / (self.given + self.there)


def compare(truth: Item, plan: Item, tallies: dict[str, Tally], misses: list[str]) -> None:
    """Add the figures of one document to `tallies`, and what went wrong to `misses`."""
    goals = [goal for goal in plan["goals"] if goal["kind"] != "national_goal"]
    _pair("sections", truth["sections"], plan["sections"], "title", tallies, misses)
    _pair("goals", truth["goals"], goals, "text", tallies, misses)
    texts = {goal["id"]: fold(goal["text"]) for goal in goals}
    for wanted, found in _pair("tiltak", truth["tiltak"], plan["tiltak"], "text", tallies, misses):
        _compare_fields(wanted, found, texts, tallies, misses)
    _compare_metadata(truth, plan, tallies, misses)


def fold(text: str | None) -> str:
    """Return a wording without case, punctuation and leading number."""
    folded = re.sub(r"[\W_]+", " ", (text or "").casefold()).strip()
    return re.sub(r"^(?:\d+ )+(?=\D)", "", folded)


def _wordings(item: Item, key: str) -> list[str]:
    found = [item.get(key) or "", *item.get("alternatives", [])]
    if key == "title" and item.get("number"):
        found.append(f"{item['number']} {item.get('title') or ''}")
    return [fold(text) for text in found]


def _likeness(wanted: Item, item: Item, key: str) -> float:
    return max(fuzz.ratio(text, fold(item.get(key))) for text in _wordings(wanted, key))


def _pair(
    field: str, truth: list[Item], given: list[Item], key: str, tallies: dict[str, Tally], misses: list[str]
) -> list[tuple[Item, Item]]:
    """Pair what there is with what was given, best likeness and required items first."""
    candidates = sorted(
        (bool(wanted.get("optional")), -_likeness(wanted, item, key), i, j)
        for i, wanted in enumerate(truth)
        for j, item in enumerate(given)
    )
    pairs: list[tuple[int, int]] = []
    for _, likeness, i, j in candidates:
        if -likeness >= ALIKE and all(i != a and j != b for a, b in pairs):
            pairs.append((i, j))
    required = [(i, j) for i, j in pairs if not truth[i].get("optional")]
    there = [i for i, wanted in enumerate(truth) if not wanted.get("optional")]
    tallies.setdefault(field, Tally()).add(len(required), len(given) - len(pairs) + len(required), len(there))
    misses += [f"{field} missed: {truth[i].get(key)}" for i in there if i not in dict(required)]
    misses += [
        f"{field} invented: {item.get(key)}" for j, item in enumerate(given) if j not in [b for _, b in pairs]
    ]
    return [(truth[i], given[j]) for i, j in required]


def _compare_fields(
    wanted: Item, found: Item, goals: dict[str, str], tallies: dict[str, Tally], misses: list[str]
) -> None:
    parties, given = list(wanted.get("responsible") or []), [party["raw"] for party in found["responsible"]]
    shared = len({fold(name) for name in parties} & {fold(name) for name in given})
    tallies.setdefault("responsible", Tally()).add(shared, len(given), len(parties))
    schedule, other = wanted.get("schedule") or {}, found["schedule"] or {}
    checks = {"schedule": _times(schedule) == _times(other)}
    if wanted.get("target"):
        checks["target"] = fuzz.ratio(fold(wanted["target"]), fold(found["target"])) >= ALIKE
    if wanted.get("goal"):
        names = wanted["goal"] if isinstance(wanted["goal"], list) else [wanted["goal"]]
        linked = [goals.get(goal_id, "") for goal_id in found["goal_ids"]]
        checks["goal_links"] = any(fuzz.ratio(fold(name), link) >= ALIKE for name in names for link in linked)
    for field, right in checks.items():
        tallies.setdefault(field, Tally()).add(int(right), 1, 1)
    name = found["text"][:50]
    if shared != len(parties) or shared != len(given):
        misses.append(f"responsible of «{name}»: {parties} given {given}")
    misses += [
        f"{field} of «{name}»: {wanted.get(field)} given {found.get(field)}"
        for field in checks
        if not checks[field]
    ]


def _times(schedule: Item) -> tuple[Any, ...]:
    """Return what makes two schedules the same: the date, else the recurrence, else the kind."""
    if schedule.get("edtf"):
        return ("edtf", schedule["edtf"])
    recurrence = schedule.get("recurrence") or {}
    if recurrence.get("freq"):
        return ("recurrence", recurrence["freq"], recurrence.get("interval") or 1, recurrence.get("times"))
    return ("kind", schedule.get("kind"))


def _compare_metadata(truth: Item, plan: Item, tallies: dict[str, Tally], misses: list[str]) -> None:
    period, own = truth.get("period"), plan["period"]
    checks: dict[str, tuple[Any, Any]] = {
        "kind": (truth["kind"], plan["kind"]),
        "language": (truth["language"], plan["source"]["language"]),
        "plan_type": (truth["plan_type"], plan["plan_type"]),
        "period": (_years(period), _years(own)),
        "kommuner": (_numbers(truth.get("kommuner", [])), _numbers(plan["kommuner"])),
        "decisions": (
            sorted(item["case_number"] for item in truth.get("decisions", [])),
            sorted(item["case_number"] or "" for item in plan["decisions"]),
        ),
        "title": (
            True,
            _any_alike([truth.get("title"), *truth.get("title_alternatives", [])], plan["title"]),
        ),
    }
    if truth.get("next_revision"):
        checks["next_revision"] = (str(truth["next_revision"]), plan["next_revision"])
    for key, value in (truth.get("case") or {}).items():
        checks[f"case {key}"] = (fold(value), fold((plan["case"] or {}).get(key)))
    for name, (wanted, given) in checks.items():
        tallies.setdefault("metadata", Tally()).add(int(wanted == given), 1, 1)
        if wanted != given:
            misses.append(f"metadata {name}: {wanted} given {given}")


def _years(period: Item | None) -> tuple[int, int] | None:
    return (period["start_year"], period["end_year"]) if period else None


def _numbers(kommuner: list[Item]) -> list[tuple[str | None, str | None]]:
    return sorted((item["number"], item["current_number"]) for item in kommuner)


def _any_alike(wordings: Iterable[str | None], given: str | None) -> bool:
    return any(fuzz.ratio(fold(wording), fold(given)) >= ALIKE for wording in wordings)
