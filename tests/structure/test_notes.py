"""Footnotes leave the text that they interrupt; what only looks like one stays."""

from __future__ import annotations

import pytest
from drawing import page, pdf

from extractor.document import Line, Page
from extractor.structure.notes import mark_notes

BODY = (100.0, "Kommunen skal arbeide for at alle har ein trygg stad å bu.")
SMALL = 8.0


def _notes(*pages: Page) -> list[str]:
    mark_notes(pdf(*pages))
    return [
        block.text.value for one in pages for block in one.blocks if isinstance(block, Line) and block.note
    ]


@pytest.mark.parametrize(
    "note",
    [
        "1 Fastsatt av kommunestyret i sak 12.",
        "2) Fastsett av kommunestyret i sak 12.",
        "* Tala er ikkje endelege.",
        "*) Tallene er ikke endelige.",
    ],
)
def test_small_type_at_the_foot_that_begins_with_a_sign_is_a_note(note: str) -> None:
    assert _notes(page(1, BODY, (740, note, SMALL))) == [note]


def test_a_note_over_two_lines_is_taken_whole() -> None:
    lines = ["1 Jf. lov om folkehelsearbeid,", "som gjelder fra 2012."]
    assert _notes(page(1, BODY, (730, lines[0], SMALL), (740, lines[1], SMALL))) == lines


def test_small_type_before_the_first_sign_is_text() -> None:
    note = "1 Jf. folkehelselova."
    assert _notes(page(1, BODY, (720, "Kjelde: SSB", SMALL), (740, note, SMALL))) == [note]


@pytest.mark.parametrize("line", ["2017 2018 2019", "12 % av innbyggerne", "Foto: Biblioteket"])
def test_numbers_and_captions_at_the_foot_are_no_notes(line: str) -> None:
    assert _notes(page(1, BODY, (740, line, SMALL))) == []


def test_a_page_in_small_type_from_the_top_has_no_notes() -> None:
    annex = [(60.0 + 20 * n, f"{n} Tiltak som er vurdert", SMALL) for n in range(1, 36)]
    text = [(float(60 + 15 * n), BODY[1]) for n in range(40)]
    assert _notes(page(1, *text), page(2, *annex)) == []


def test_type_as_large_as_the_body_is_no_note() -> None:
    assert _notes(page(1, BODY, (740, "1 Innleiing"))) == []
