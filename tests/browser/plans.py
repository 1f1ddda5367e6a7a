"""Three made-up plans side by side, one of them in nynorsk and one that could not all be read."""

from __future__ import annotations

from typing import Any

from extractor.compare.side_by_side import compare_plans
from schemas.comparison import Comparison
from tests.compare.build import SOURCE, made_plan

SCHOOL = [{"id": "TH02", "name": "Grunnskole", "weight": 1, "cues": []}]
HEALTH = [{"id": "TH08", "name": "Folkehelse", "weight": 1, "cues": []}]


def source(filename: str, language: str = "nb") -> dict[str, Any]:
    return SOURCE | {
        "filename": filename,
        "media_type": "application/pdf",
        "page_count": 20,
        "language": language,
    }


def tiltak(text: str, page: int = 1, themes: list[Any] = SCHOOL, **more: Any) -> dict[str, Any]:
    return {"text": text, "themes": themes, "source": [{"page": page, "start": 0, "end": 9}], **more}


def by(party: str, category: str) -> list[dict[str, str]]:
    return [{"raw": party, "name": party.lower(), "category": category}]


def until(year: int, raw: str) -> dict[str, Any]:
    return {"raw": raw, "kind": "deadline", "edtf": f"../{year}"}


def three_plans() -> Comparison:
    gol = made_plan(
        "Gol",
        [
            tiltak(
                "Leksehjelp på alle skoler",
                7,
                goal_ids=["g2"],
                responsible=by("Rektor", "school_childhood"),
                schedule=until(2022, "Innen 2022"),
            ),
            tiltak("Natteravner i helgene", 8, HEALTH, responsible=by("FAU", "voluntary")),
            tiltak("Turgruppe for nybegynnere", 9, HEALTH),
        ],
        [
            {"text": "Alle fullfører skolen", "kind": "main_goal", "themes": SCHOOL},
            {"text": "Færre faller fra", "kind": "sub_goal", "parent_id": "g1", "themes": SCHOOL},
            {"text": "Flere er i aktivitet", "kind": "main_goal", "themes": HEALTH},
        ],
        source=source("plan for gol.pdf"),
        title="Oppvekstplan for Gol",
        plan_type="oppvekstplan",
    )
    bykle = made_plan(
        "Bykle",
        [
            tiltak(
                "Leksehjelp på alle skular",
                3,
                responsible=by("Rektor", "school_childhood"),
                schedule=until(2023, "Innan 2023"),
            ),
            tiltak("Natteramnar i helgane", 4, HEALTH, responsible=by("Lensmannen", "police")),
            tiltak("Symjeopplæring for vaksne", 5, HEALTH),
        ],
        [{"text": "Alle fullfører skulen", "kind": "main_goal", "themes": SCHOOL}],
        source=source("bykle.pdf", "nn"),
        kommuner=[{"name": "Bykle", "number": "0941", "current_number": "4222"}],
        period={"raw": "", "start_year": 2013, "end_year": 2016, "edtf": "2013/2016"},
        plan_type="folkehelseplan",
    )
    frosta = made_plan(
        "Frosta",
        [tiltak("Leksehjelp på skolene, alle trinn", 2, responsible=by("Rektor", "school_childhood"))],
        source=source("frosta.pdf"),
        kommuner=[{"name": "Frosta", "number": "1717", "current_number": "5036"}],
        coverage={"characters": 100, "assigned": 80, "unassigned": 20},
        diagnostics=[{"code": "no-text-layer", "severity": "warning", "message": "", "page": 4}],
    )
    return compare_plans([gol, bykle, frosta])
