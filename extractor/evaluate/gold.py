"""The truth as people write it by hand: `samples/README.md` describes the form.

A key that is absent is not judged, with one exception: a plan without decisions must be read without any. A goal that
is null or absent is not judged either: which goal a tiltak serves is often open.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from extractor.evaluate.truth import Counts, Link, TrueItem, TrueList, Truth

_OF_DOCUMENT = (
    "kind",
    "language",
    "plan_type",
    "title",
    "period",
    "kommuner",
    "next_revision",
    "legal_basis",
)
_OF_TILTAK = ("responsible", "schedule", "target", "cost", "status")
Written = Mapping[str, Any]


def truth_of_gold(gold: Written, name: str) -> Truth:
    """Return what a hand-made file tells.

    Raises:
        ValueError, TypeError, KeyError, AttributeError: it is not of that form.
    """
    return Truth(
        name=name,
        form="hand-made",
        sections=_listed(gold, "sections", _section),
        goals=_listed(gold, "goals", _goal),
        tiltak=_listed(gold, "tiltak", _tiltak),
        metadata=_metadata(gold),
    )


def _listed(gold: Written, key: str, read: Callable[[Written], TrueItem]) -> TrueList | None:
    return TrueList([read(item) for item in gold[key]]) if key in gold else None


def _metadata(gold: Written) -> dict[str, Any]:
    judged = {key: gold[key] for key in _OF_DOCUMENT if key in gold}
    judged |= {f"case.{key}": value for key, value in (gold.get("case") or {}).items()}
    if "title" in judged:
        judged["title"] = [gold["title"], *gold.get("title_alternatives", [])]
    if gold.get("decisions") or gold.get("kind") == "plan":
        judged["decisions"] = [decision["case_number"] for decision in gold.get("decisions", [])]
    if "kommuner" in judged:
        judged["kommuner"] = [(owner["number"], owner["current_number"]) for owner in gold["kommuner"]]
        judged["kommuner_optional"] = gold.get("kommuner_optional", [])
    if judged.get("period"):
        judged["period"] = (judged["period"]["start_year"], judged["period"]["end_year"])
    return judged


def _counts(item: Written) -> Counts:
    return "optional" if item.get("optional") else "required"


def _section(item: Written) -> TrueItem:
    number, title = str(item.get("number") or "").rstrip("."), item.get("title") or ""
    wordings = [title, *item.get("alternatives", []), f"{number} {title}".strip()]
    if number and not all(wordings):
        wordings.append(f"#{number}")  # the sentence behind the number may be no title
    judged = {"section_levels": item["level"]} if "level" in item else {}
    return TrueItem([text for text in wordings if text], _counts(item), judged)


def _goal(item: Written) -> TrueItem:
    judged = {"goal_kinds": item["kind"]} if "kind" in item else {}
    return TrueItem([item["text"], *item.get("alternatives", [])], _counts(item), judged)


def _tiltak(item: Written) -> TrueItem:
    judged = {key: item[key] for key in _OF_TILTAK if key in item}
    if served := item.get("goal"):
        judged["goal_links"] = Link([served] if isinstance(served, str) else served, any_will_do=True)
    return TrueItem([item["text"], *item.get("alternatives", [])], _counts(item), judged)
