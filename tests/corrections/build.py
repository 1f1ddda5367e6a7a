"""Plans and corrections as tests make them."""

from __future__ import annotations

from typing import Any

from extractor.corrections.keys import item_keys, key_of
from schemas import Evidence, Goal, Period, Plan, Section, Source, Tiltak
from schemas.corrections import CorrectedDocument, Correction, Corrections, Fields, Verdict

CONTENT = "a" * 64
ROOM = 100  # characters that each item of a made-up plan has to itself


def place(at: int) -> list[Evidence]:
    """Return the place of the item number `at` of a text file."""
    return [Evidence(start=at * ROOM, end=at * ROOM + 20)]


def plan(goals: list[str] = [], tiltak: list[str] = [], **more: Any) -> Plan:  # noqa: B006  # not changed
    """Return a plan with these wordings: goals from place 10 on, tiltak from place 50 on, each goal below the first."""
    return Plan(
        source=Source(
            filename="plan.txt", sha256=CONTENT, media_type="text/plain", text_origin="text", tool="test"
        ),
        kind="plan",
        period=Period(raw="2012-2015", start_year=2012, end_year=2015, edtf="2012/2015"),
        sections=[Section(id="s1", title="Mål", level=1, source=place(9)),
                  Section(id="s2", title="Tiltak", level=1, source=place(49))],
        goals=[
            Goal(id=f"g{at}", text=text, parent_id=f"g{at - 1}" if at > 1 else None, section_id="s1",
                 source=place(9 + at), rule="test", confidence=0.9)
            for at, text in enumerate(goals, start=1)
        ],
        tiltak=[
            Tiltak(id=f"t{at}", text=text, goal_ids=[f"g{len(goals)}"] if goals else [], section_id="s2",
                   origin="list", source=place(49 + at), rule="test", confidence=0.9)
            for at, text in enumerate(tiltak, start=1)
        ],
        **more,
    )  # fmt: skip


def of(plan: Plan, id_: str, verdict: Verdict = "changed", /, **fields: Any) -> Correction:
    """Return a correction of an item of a plan."""
    item = next(item for item in (*plan.goals, *plan.tiltak) if item.id == id_)
    return Correction(
        item="goal" if id_.startswith("g") else "tiltak",
        key=item_keys(plan)[id_],
        verdict=verdict,
        text=item.text,
        source=item.source,
        fields=Fields(**fields),
    )


def missed(item: str, text: str, source: list[Evidence], /, **fields: Any) -> Correction:
    """Return a correction that adds an item."""
    return Correction.model_validate(
        {"item": item, "key": key_of(item[0], text), "verdict": "added", "text": text}
        | {"source": source, "fields": fields}
    )


def corrections(*words: Correction) -> Corrections:
    """Return what a reader said of the plan."""
    return Corrections(
        tool="test",
        document=CorrectedDocument(filename="plan.txt", sha256=CONTENT),
        corrections=list(words),
    )
