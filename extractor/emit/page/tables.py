"""Overview and side by side as plain rows, for readers whose browser runs no scripts."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from extractor.emit.page.labels import Labels
from extractor.emit.plain import plain
from extractor.emit.sheets.book import UNKNOWN, Language
from extractor.emit.times import Words, date_in_words, time_words
from schemas.comparison import Alignment, ComparedPlan, ComparedTiltak, Comparison

_HEADS = ("plan", "period", "language", "adopted", "goals", "tiltak", "with_responsible", "with_deadline",
          "with_target", "with_cost", "oldest_open")  # fmt: skip


def plain_tables(comparison: Comparison, labels: Labels, language: Language) -> dict[str, Any]:
    """Return the heads and rows of the overview, and the aligned tiltak with who says them."""
    plans = {plan.id: plan for plan in comparison.plans}
    tiltak = {item.id: item for item in comparison.tiltak}
    return {
        "overview_heads": [labels[f"column_{head}"] for head in _HEADS],
        "overview": [_overview(plan, labels, time_words(language)) for plan in comparison.plans],
        "aligned": [_aligned(row, plans, tiltak, labels) for row in comparison.tiltak_aligned],
    }


def _overview(plan: ComparedPlan, labels: Labels, times: Words) -> list[str]:
    counts = plan.counts
    shares = (counts.with_responsible, counts.with_deadline, counts.with_target, counts.with_cost)
    return [
        plain(plan.label),
        f"{plan.start_year}–{plan.end_year}" if plan.start_year else "",
        labels["languages"].get(plan.language, ""),
        date_in_words(plan.adopted, times),
        str(counts.goals),
        str(counts.tiltak or UNKNOWN),
        *(_percent(part, counts.tiltak) for part in shares),
        date_in_words(plan.oldest_open, times),
    ]


def _aligned(
    row: Alignment, plans: dict[str, ComparedPlan], tiltak: dict[str, ComparedTiltak], labels: Labels
) -> dict[str, Any]:
    said = [_said(tiltak[id_], plans[tiltak[id_].plan], labels) for id_ in row.items]
    return {"similarity": f"{row.similarity:.0%}", "sure": row.sure, "said": said}


def _said(item: ComparedTiltak, plan: ComparedPlan, labels: Labels) -> dict[str, str]:
    return {
        "plan": plain(plan.label),
        "language": plan.language or "no",
        "text": plain(item.text),
        "responsible": "; ".join(plain(party.raw) for party in item.responsible),
        "when": plain(item.time.raw) if item.time else "",
        "link": link(plan, item.place.page),
        "source": _source(plan, item, labels),
    }


def link(plan: ComparedPlan, page: int | None) -> str:
    """Return a link to the document beside the page; no name of a file can make another kind of link of it."""
    return f"./{quote(plan.filename, safe='')}" + (f"#page={page}" if page else "")


def _source(plan: ComparedPlan, item: ComparedTiltak, labels: Labels) -> str:
    page = f", {labels['page']} {item.place.page}" if item.place.page else ""
    return plain(plan.filename) + page


def _percent(part: int, whole: int) -> str:
    return f"{part / whole:.0%}" if whole else ""
