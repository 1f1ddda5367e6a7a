"""Chapters that are one tiltak each, with a line that explains it and labels."""

from __future__ import annotations

import pytest
from drawing import promises

WHO_AND_WHEN = pytest.mark.parametrize(
    ("chapter", "who", "when"), [("Tiltak", "Ansvarlig", "Frist"), ("Tiltak", "Ansvarleg", "Tidsfrist")]
)


def _cards(chapter: str, who: str, when: str, *told: tuple[str, str]) -> str:
    cards = "".join(
        f"2.{number} {title}\n\n{line}\n{who}: Teknisk sjef\n{when}: 1. juni 2024\n\n"
        for number, (title, line) in enumerate(told, start=1)
    )
    return f"1 Bakgrunn\n\nTekst om bygda.\n\n2 {chapter}\n\n{cards}3 Økonomi\n\nTekst.\n"


@WHO_AND_WHEN
@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            ("Snarvei til skolen", "Gruset sti med lys, 180 meter."),
            ("Ny gapahuk", "Plass til en hel klasse."),
        ),
        (
            ("Snarveg til skulen", "Grusa sti med lys, 180 meter."),
            ("Ny gapahuk", "Plass til ein heil klasse."),
        ),
    ],
)
def test_a_numbered_heading_with_an_explaining_line_and_labels_is_the_tiltak(
    chapter: str, who: str, when: str, first: tuple[str, str], second: tuple[str, str]
) -> None:
    found = promises(_cards(chapter, who, when, first, second)).tiltak
    assert [
        (draft.number, draft.text.value, draft.description.value if draft.description else None)
        for draft in found
    ] == [("2.1", *first), ("2.2", *second)]
    assert {(draft.responsible, draft.schedule, draft.is_deadline) for draft in found} == {
        ("Teknisk sjef", "1. juni 2024", True)
    }


@WHO_AND_WHEN
@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            ("Nettvett", "Elevene skal ha en temadag om nettvett."),
            ("Friluftsliv", "Skolen skal ha en turdag hver måned."),
        ),
        (
            ("Nettvett", "Elevane skal ha ein temadag om nettvett."),
            ("Friluftsliv", "Skulen skal ha ein turdag kvar månad."),
        ),
    ],
)
def test_where_the_lines_promise_something_they_are_the_tiltak_and_the_heading_is_their_theme(
    chapter: str, who: str, when: str, first: tuple[str, str], second: tuple[str, str]
) -> None:
    found = promises(_cards(chapter, who, when, first, second)).tiltak
    assert [draft.text.value for draft in found] == [first[1], second[1]]


@WHO_AND_WHEN
def test_one_such_chapter_alone_does_not_show_how_the_plan_is_set_up(
    chapter: str, who: str, when: str
) -> None:
    line = "Grusa sti med lys, 180 meter."
    found = promises(_cards(chapter, who, when, ("Snarveg", line))).tiltak
    assert [draft.text.value for draft in found] == [line]
