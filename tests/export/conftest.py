"""Made-up plans in both written standards, and what reads exports back."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from extractor.export import export_plans
from schemas import (
    Decision,
    Diagnostic,
    Evidence,
    Goal,
    Kommune,
    Period,
    Plan,
    Responsible,
    Schedule,
    Section,
    Source,
    Theme,
    Tiltak,
)
from schemas.plan import LegalReference
from schemas.promises import Cost, Recurrence, ScheduleDate

WORDS = {
    "nb": ("Redusere skadene av rus", "Kurs i ansvarlig vertskap hvert år", "Rådmannen", "Innen 2026"),
    "nn": ("Redusere skadane av rus", "Kurs i ansvarleg vertskap kvart år", "Rådmannen", "Innan 2026"),
}
RUS = Theme(id="RU04", name="Bevilling og kontroll", weight=0.8, cues=["vertskap"], kostra=[242], sdg=["3.5"])
SCHOOL = Theme(id="TH02", name="Skole", weight=0.2, cues=["skole"])
Make = Callable[..., Plan]
Read = Callable[[str], list[tuple[Any, ...]]]


def at(page: int) -> list[Evidence]:
    return [Evidence(page=page, bbox=(70.5, 100, 300, 112), start=page * 100, end=page * 100 + 20)]


def make_plan(name: str = "plan", language: str = "nb", **changes: Any) -> Plan:
    goal, tiltak, who, when = WORDS[language]
    sha256 = hashlib.sha256(f"{name} {language}".encode()).hexdigest()
    source = Source(
        filename=f"{name}.pdf", sha256=sha256, media_type="application/pdf", page_count=9, text_origin="native",
        language=language, tool="test",
    )  # fmt: skip
    content: dict[str, Any] = {
        "source": source,
        "kind": "plan",
        "title": f"Ruspolitisk handlingsplan {name}",
        "plan_type": "rusmiddelpolitisk_handlingsplan",
        "kommuner": [
            Kommune(name="Eidfjord", number="1232", current_name="Eidfjord", current_number="4619", source=at(1)),
            Kommune(name="Ulvik", number="1233", current_name="Ulvik", current_number="4620"),
        ],
        "period": Period(raw="2024–2027", start_year=2024, end_year=2027, edtf="2024/2027", source=at(1)),
        "decisions": [Decision(raw="vedtatt 1.2.2024", body="kommunestyret", date="2024-02-01", source=at(1))],
        "legal_basis": [LegalReference(reference="alkoholloven § 1-7d", source=at(2))],
        "sections": [
            Section(id="s1", title="Mål", level=1, role="goals", text="Ei linje.\nEi til.", source=at(2)),
            Section(id="s2", title="Tiltak", level=2, parent_id="s1", role="measures", source=at(3)),
        ],
        "goals": [
            Goal(id="g1", text=goal, kind="main_goal", section_id="s1", themes=[RUS], source=at(2),
                 rule="a", confidence=1),
            Goal(id="g2", text="=1+1", kind="sub_goal", parent_id="g1", source=at(2), rule="a", confidence=0.9),
        ],
        "tiltak": [
            Tiltak(
                id="t1", text=tiltak, goal_ids=["g1", "g2"], section_id="s2", themes=[SCHOOL, RUS], origin="table",
                responsible=[Responsible(raw=who, name="kommunedirektør", id="kd"), Responsible(raw="NAV")],
                schedule=Schedule(
                    raw=when, kind="deadline", edtf="../2026",
                    recurrence=Recurrence(freq="YEARLY", times=[1, 2]),
                    dates=[ScheduleDate(raw=when, event="deadline", edtf="2026")],
                ),
                cost=Cost(raw="kr 1500,50", amount=1500.5, per_year={"2025": 700, "2026": 800.5}),
                columns={"Tiltak": tiltak, "Ansvar": f"{who}\nNAV"}, source=[*at(3), *at(4)],
                rule="row", confidence=0.96,
            ),
            Tiltak(id="t2", text="Møteplass for unge", origin="list", source=at(4), rule="list", confidence=0.8),
        ],
        "diagnostics": [Diagnostic(code="no-text-layer", severity="warning", message="No text", page=5)],
    }  # fmt: skip
    return Plan(**{**content, **changes})


@pytest.fixture
def plans() -> list[tuple[str, Plan]]:
    """Two plans, one in each written standard."""
    return [("a.json", make_plan("a", "nb")), ("b.json", make_plan("b", "nn"))]


@pytest.fixture
def query(plans: list[tuple[str, Plan]], tmp_path: Path) -> Iterator[Read]:
    """Ask the database of the two plans."""
    export_plans(plans, tmp_path / "plans.db", to="sqlite")
    with closing(sqlite3.connect(tmp_path / "plans.db")) as database:
        yield lambda question: database.execute(question).fetchall()
