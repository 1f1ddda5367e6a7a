"""A status column tells what became of a tiltak; the time stays what the time column says."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor import extract_plan

PLAN = """# Kulturplan for Gol kommune 2020–2023

## Tiltak

| Tiltak | {who} | Frist | Status |
|---|---|---|---|
| Bokbuss til grendene | Biblioteksjef | 2022 | {told} |
"""


@pytest.mark.parametrize(
    ("who", "told", "status"),
    [
        ("Ansvarlig", "Gjennomført", "implemented"),
        ("Ansvarleg", "Gjennomført", "implemented"),
        ("Ansvarlig", "Under arbeid", "ongoing"),
        ("Ansvarleg", "Påbyrja", "ongoing"),
        ("Ansvarlig", "Videreføres", "ongoing"),
        ("Ansvarleg", "Vert vidareført", "ongoing"),
        ("Ansvarlig", "Se årsmeldingen", None),
        ("Ansvarleg", "Sjå årsmeldinga", None),
    ],
)
def test_a_status_column_gives_the_status(tmp_path: Path, who: str, told: str, status: str | None) -> None:
    file = tmp_path / "plan.md"
    file.write_text(PLAN.format(who=who, told=told), encoding="utf-8")
    (tiltak,) = extract_plan(file).tiltak
    assert (tiltak.status, tiltak.status_raw) == (status, told)
    assert tiltak.schedule and tiltak.schedule.edtf == "2022"
