"""What must hold for any document: quotations stand where they are said to, nothing is invented, nothing breaks."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from extractor import ExtractorError, extract_plan
from extractor.emit.jsonfile import dumps
from extractor.interpret import interpret
from extractor.normalise import normalise
from extractor.read import read_bytes
from extractor.structure.sections import build_outline
from schemas import Evidence, Plan

SAMPLES = Path(__file__).parents[1] / "samples"
SOURCES = sorted(path for path in (SAMPLES / "sources").iterdir() if path.is_file())


def _letters(text: str) -> str:
    """Return the letters and digits of a text: what remains of a wording when it was cleaned."""
    return re.sub(r"[\W_]+", "", text.casefold())


def _plain(text: str) -> str:
    """Drop what converters leave between the words."""
    return re.sub(r"<[^<>]{1,300}>|\]\([^)]*\)|&\w{2,6};", " ", text)


def _quoted(text: str, places: list[Evidence]) -> str:
    return _letters(_plain("".join(text[place.start : place.end] for place in places)))


@pytest.fixture(scope="module", params=SOURCES, ids=lambda path: path.name)
def read(request: pytest.FixtureRequest) -> tuple[str, Plan]:
    """Return the decoded text of a sample and what was found in it."""
    source: Path = request.param
    document = read_bytes(source.read_bytes(), source.name)
    return document.text, extract_plan(source)


def test_every_goal_and_tiltak_is_quoted_where_it_stands(read: tuple[str, Plan]) -> None:
    text, plan = read
    for item in [*plan.goals, *plan.tiltak]:
        assert item.source, f"{item.id} has no place"
        wanted = _letters(_plain(item.text))
        first = _quoted(text, item.source[:1])
        assert wanted in _quoted(text, item.source) or first in wanted, f"{item.id}: {item.text}"


def test_nothing_is_promised_that_the_document_does_not_say(read: tuple[str, Plan]) -> None:
    text, plan = read
    said = _letters(_plain(text))
    for tiltak in plan.tiltak:
        for party in tiltak.responsible:
            assert _letters(party.raw) in said
        if tiltak.schedule:
            assert all(_letters(part) in said for part in re.split(r"[,;\n]", tiltak.schedule.raw))
        if tiltak.cost:
            assert all(_letters(part) in said for part in re.split(r"[:;\n]", tiltak.cost.raw))


def test_references_lead_somewhere(read: tuple[str, Plan]) -> None:
    _, plan = read
    sections, goals = {section.id for section in plan.sections}, {goal.id for goal in plan.goals}
    assert {section.parent_id for section in plan.sections} <= sections | {None}
    assert {item.section_id for item in [*plan.goals, *plan.tiltak, *plan.tables]} <= sections | {None}
    assert {goal.parent_id for goal in plan.goals} <= goals | {None}
    assert {goal_id for tiltak in plan.tiltak for goal_id in tiltak.goal_ids} <= goals


def test_items_stand_in_reading_order(read: tuple[str, Plan]) -> None:
    _, plan = read
    starts = [tiltak.source[0].start for tiltak in plan.tiltak]
    assert starts == sorted(starts)
    assert [tiltak.id for tiltak in plan.tiltak] == [f"t{n}" for n in range(1, len(plan.tiltak) + 1)]


def test_boxes_lie_on_their_pages(read: tuple[str, Plan]) -> None:
    _, plan = read
    for item in [*plan.sections, *plan.goals, *plan.tiltak, *plan.tables]:
        for place in item.source:
            assert (place.page is None) == (plan.source.page_count is None)
            if place.bbox:
                x0, top, x1, bottom = place.bbox
                assert 0 <= x0 < x1 <= 1300 and 0 <= top < bottom <= 1300


def test_json_and_back_is_the_same_plan(read: tuple[str, Plan]) -> None:
    _, plan = read
    assert Plan.model_validate_json(dumps(plan)) == plan


def _extract(data: bytes) -> Plan:
    written = interpret(build_outline(read_bytes(data, "fil")))
    return normalise(written.plan, abbreviations=written.abbreviations, year=written.year)


PIECES = st.sampled_from(
(
        "1 Mål\n", "2.1 ", "Tiltak", "\t", " | ", "Ansvar:", "Ansvarleg: ", "Frist: ", "2027", "- ",
        "• ", "<ul>", "</p>", "\n", "\n\n", "Rektor/NAV", "kommune", "Delmål 1: ", "Innhold", ".....3",
        "\f", "Vedtatt av ", "sak 3/27", "# ", "**", "æøå", "­", "﻿", "§ 1-7d", "saksbehandler", "a) ",
        "IV. ", "...", ":", "Side 2 av 9", "’", "1000 kr",
    )
)  # fmt: skip


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, min_size=1, max_size=60).map("".join))
@example("Tiltak\n\nAnsvar\n\nFrist\n")
@example("\t\t\n\t\n")
def test_any_text_gives_a_plan_or_a_clean_error(text: str) -> None:
    try:
        plan = _extract(text.encode())
    except ExtractorError:
        return
    assert Plan.model_validate(plan.model_dump()) == plan


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=400))
@example(b"%PDF-1.7\n")
@example(b"\xff\xfe")
@example(b"<html><table><tr><td>")
def test_any_bytes_give_a_plan_or_a_clean_error(data: bytes) -> None:
    try:
        _extract(data)
    except ExtractorError as error:
        assert error.cause and error.remedy


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(min_value=0), st.integers(min_value=0))
def test_a_damaged_pdf_gives_a_plan_or_a_clean_error(cut: int, flip: int) -> None:
    data = bytearray((SAMPLES / "sources" / "idrettsplan_frosta.pdf").read_bytes())
    data[flip % len(data)] ^= 0xFF
    try:
        _extract(bytes(data[: 1 + cut % len(data)]))
    except ExtractorError as error:
        assert error.cause
