"""Plans side by side: who promises what, where the same, where something else, and where nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from extractor.compare import views
from extractor.compare.check import check_plan
from extractor.compare.items import compared_goals, compared_plan, compared_tiltak
from extractor.compare.same_words import same_words
from extractor.compare.taxonomy import goals_and_tiltak, shared_taxonomy, themes_in
from schemas import Plan
from schemas.comparison import Comparison

__all__ = ["compare_plans"]

QUOTED = 1  # places that are quoted of each component: hundreds of plans may be compared


def compare_plans(plans: Sequence[Plan]) -> Comparison:
    """Return plans side by side, in the order in which they are given.

    Args:
        plans: as extraction or a JSON file gives them; only what stands in them is used.
    """
    taxonomy = shared_taxonomy(plans)
    heads, tiltak, goals = [], [], []
    for number, (plan, label) in enumerate(zip(plans, plan_labels(plans), strict=True), start=1):
        themes = {item.id: themes_in(taxonomy, item.themes) for item in goals_and_tiltak(plan)}
        heads.append(compared_plan(plan, number, label))
        tiltak += compared_tiltak(plan, number, themes)
        goals += compared_goals(plan, number, themes)
    aligned = views.alignments(tiltak, "a")
    return Comparison(
        tool=plans[0].source.tool if plans else "",
        plans=heads,
        tiltak=tiltak,
        goals=goals,
        themes=views.theme_rows(taxonomy, tiltak, goals),
        without_theme=views.without_theme(tiltak),
        tiltak_aligned=aligned,
        goals_aligned=views.alignments(goals, "b"),
        only_here=views.only_here(tiltak, aligned),
        all_but_one=views.all_but_one(heads, aligned),
        responsible=views.category_rows(tiltak),
        timeline=views.timeline(tiltak),
        completeness=[
            check_plan(plan, name=head.id, quoted=QUOTED) for plan, head in zip(plans, heads, strict=True)
        ],
        same_document=views.same_document(heads, [*tiltak, *goals]),
        same_words=same_words([*tiltak, *goals]),
    )


def plan_labels(plans: Sequence[Plan]) -> list[str]:
    """Return short names that are all different: kommune and period, else the file's name, at need with a number."""
    labels = [_label(plan) for plan in plans]
    often, seen = Counter(labels), Counter[str]()
    for at, label in enumerate(labels):
        seen[label] += 1
        if often[label] > 1:
            labels[at] = f"{label} ({seen[label]})"
    return labels


def _label(plan: Plan) -> str:
    names = [kommune.name for kommune in plan.kommuner]
    whose = ", ".join(names[:2]) + (f" + {len(names) - 2}" if len(names) > 2 else "")
    years = f"{plan.period.start_year}–{plan.period.end_year}" if plan.period else ""
    return f"{whose or plan.source.filename} {years}".strip()
