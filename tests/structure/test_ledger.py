"""Every character that was read is accounted for."""

from __future__ import annotations

from pathlib import Path

import pytest
from drawing import outline, page, pdf

from extractor import extract_plan
from extractor.structure.ledger import keep_ledger
from extractor.structure.sections import build_outline

SOURCES = sorted((Path(__file__).parents[2] / "samples" / "sources").iterdir())


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.name)
def test_nothing_of_a_sample_is_lost(source: Path) -> None:
    coverage = extract_plan(source).coverage
    assert coverage.unassigned == 0, coverage.pages
    parts = coverage.assigned + coverage.notes + coverage.contents + coverage.furniture
    assert parts == coverage.characters > 0


def test_text_in_no_part_is_told_by_page() -> None:
    document = pdf(page(1, (100, "Innleiing"), (120, "Planen gjeld frå i år.")), page(2, (100, "Borte vekk")))
    drawn = build_outline(document)
    drawn.front = [block for block in drawn.front if block.page != 2]
    for section in drawn.sections:
        section.blocks = [block for block in section.blocks if block.page != 2]
    assert keep_ledger(drawn).unassigned == {2: len("Bortevekk")}


def test_the_parts_are_told_apart() -> None:
    drawn = outline(
        "Innhold\n\n1 Mål .... 3\n2 Tiltak .... 4\n\n1 Mål\n\nTrygge vegar.\n\n[side 4]\n\n2 Tiltak\n\nLys.\n"
    )
    ledger = keep_ledger(drawn)
    assert (ledger.contents, ledger.furniture) == (len("Innhold1Mål....32Tiltak....4"), len("[side4]"))
    assert ledger.read == ledger.assigned + ledger.contents + ledger.furniture
