"""Bokmål and nynorsk on equal footing: the same plan in both says the same."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from extractor import extract_plan
from schemas import Plan

WORDING: Any = {"raw": True, "condition": True, "dates": {"__all__": {"raw"}}}
SOURCES = Path(__file__).parents[1] / "samples" / "sources"
PAIRS = ["klima_par_{}.txt", "rus_par_{}.md"]


def _said(plan: Plan) -> dict[str, Any]:
    """Return what a plan says, its wording left out."""
    return {
        "kind": plan.kind,
        "plan_type": plan.plan_type,
        "kommuner": [kommune.number for kommune in plan.kommuner],
        "period": plan.period.edtf if plan.period else None,
        "decisions": [(decision.body, decision.case_number, decision.date) for decision in plan.decisions],
        "next_revision": plan.next_revision,
        "legal_basis": [(basis.law, basis.paragraph) for basis in plan.legal_basis],
        "sections": [(section.number, section.level, section.role) for section in plan.sections],
        "goals": [(goal.kind, goal.number, goal.parent_id, _themes(goal.themes)) for goal in plan.goals],
        "tiltak": [_promised(tiltak) for tiltak in plan.tiltak],
    }


def _promised(tiltak: Any) -> dict[str, Any]:
    return {
        "number": tiltak.number,
        "goals": tiltak.goal_ids,
        "responsible": [(party.name, party.id, party.category) for party in tiltak.responsible],
        "schedule": tiltak.schedule.model_dump(exclude=WORDING) if tiltak.schedule else None,
        "cost": (tiltak.cost.amount, tiltak.cost.unit) if tiltak.cost else None,
        "status": tiltak.status,
        "themes": _themes(tiltak.themes),
        "rule": tiltak.rule,
    }


def _themes(themes: list[Any]) -> list[tuple[str, float]]:
    return [(theme.id, theme.weight) for theme in themes]


@pytest.mark.parametrize("name", PAIRS)
def test_the_same_plan_in_bokmaal_and_nynorsk_says_the_same(name: str) -> None:
    nb, nn = (extract_plan(SOURCES / name.format(language)) for language in ("nb", "nn"))
    assert (nb.source.language, nn.source.language) == ("nb", "nn")
    assert _said(nb) == _said(nn)


def test_the_encoding_of_a_file_changes_nothing() -> None:
    plain, utf16 = (extract_plan(SOURCES / name) for name in ("klima_par_nb.txt", "klima_par_nb_utf16.txt"))
    assert plain.model_dump(exclude={"source"}) == utf16.model_dump(exclude={"source"})
