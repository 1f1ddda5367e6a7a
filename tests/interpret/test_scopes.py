"""What a chapter says for all of its tiltak: who answers for them, and by when they are done."""

from __future__ import annotations

import pytest
from drawing import promises

from extractor.interpret.drafts import TiltakDraft

PLAN = """
    1 Tiltak

    {chapter}

    1.1 Kulturminner

    {below}

    - Rydde tunet ved prestegarden
    - Skilte kirkestien. Ansvar: Turlaget. Frist: 2024

    2 Økonomi

    Alt tas inn i budsjettet.
"""


def _read(below: str, *, chapter: str = "Planen har mange gode forslag.") -> list[TiltakDraft]:
    return promises(PLAN.format(chapter=chapter, below=below)).tiltak


@pytest.mark.parametrize(
    ("sentence", "party"),
    [
        ("Kultursjefen er ansvarlig for tiltakene i dette kapittelet.", "Kultursjefen"),
        ("Ansvarlig for alle tiltakene nedenfor er kultursjefen.", "kultursjefen"),
        ("Kultursjefen har ansvaret for tiltakene der ikke annet er oppgitt.", "Kultursjefen"),
        ("Ansvaret for gjennomføring av tiltakene under ligger hos kultursjefen.", "kultursjefen"),
        ("Kultursjefen har ansvar for at tiltakene i kapittelet blir gjennomført.", "Kultursjefen"),
        ("Kultursjefen har ansvaret for kulturminnetiltakene.", "Kultursjefen"),
        ("Kultursjefen har ansvar for tiltakene i dette kapittel.", "Kultursjefen"),
        ("Kultursjefen har ansvar for tiltakene i dette avsnitt.", "Kultursjefen"),
        ("Kultursjefen er ansvarleg for tiltaka i dette kapittelet.", "Kultursjefen"),
        ("Kultursjefen har ansvar for tiltaka i dette kapittel.", "Kultursjefen"),
        ("Kultursjefen har ansvar for at tiltaka i kapittelet blir gjennomførte.", "Kultursjefen"),
        ("Kultursjefen har ansvar for at tiltaka i kapittelet blir utførte.", "Kultursjefen"),
        ("Ansvarleg for alle tiltaka nedanfor er kultursjefen.", "kultursjefen"),
        ("Kultursjefen har ansvaret for tiltaka om ikkje anna er sagt.", "Kultursjefen"),
        ("Ansvaret for gjennomføringa av tiltaka under ligg til kultursjefen.", "kultursjefen"),
        ("Kultursjefen har ansvar for å gjennomføra tiltaka i kapittelet.", "Kultursjefen"),
        ("Ansvarleg for alle tiltaka i kapittelet: kultursjefen", "kultursjefen"),
    ],
)
def test_a_party_that_answers_for_all_tiltak_of_a_chapter_answers_for_each(sentence: str, party: str) -> None:
    assert [tiltak.responsible for tiltak in _read(sentence)] == [party, "Turlaget"]


@pytest.mark.parametrize(
    ("sentence", "time", "deadline"),
    [
        (
            "Tiltakene i dette kapittelet skal være gjennomført innen utgangen av 2026.",
            "innen utgangen av 2026",
            False,
        ),
        ("Alle tiltakene skal være ferdige innen 1. juni 2026.", "innen 1. juni 2026", False),
        ("Frist for alle tiltak i kapittelet er 31.12.2026.", "31.12.2026", True),
        (
            "Tiltaka i dette kapittelet skal vere gjennomførte innan utgangen av 2026.",
            "innan utgangen av 2026",
            False,
        ),
        ("Alle tiltaka skal vera ferdige innan 1. juni 2026.", "innan 1. juni 2026", False),
        ("Fristen for tiltaka under er 31.12.2026.", "31.12.2026", True),
    ],
)
def test_a_time_for_all_tiltak_of_a_chapter_is_that_of_each(sentence: str, time: str, deadline: bool) -> None:
    assert [(tiltak.schedule, tiltak.is_deadline) for tiltak in _read(sentence)] == [
        (time, deadline),
        ("2024", True),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Rådmannen har ansvaret for tiltakene i planen.",
        "Rådmannen er ansvarlig for at tiltakene blir gjennomført.",
        "Fylkeskommunen har ansvaret for tiltak på fylkesveg.",
        "Kommunen har ansvaret for tiltakene i dette kapittelet.",
        "Tiltakene skal gjennomføres i planperioden.",
        "Tiltakene koster 20 000 kroner innen 2026.",
        "Rådmannen har ansvaret for tiltaka i planen.",
        "Rådmannen er ansvarleg for at tiltaka vert gjennomførte.",
        "Fylkeskommunen har ansvaret for tiltak på fylkesveg.",
        "Kommunen har ansvaret for tiltaka i dette kapittelet.",
        "Tiltaka vert gjennomførte i planperioden.",
    ],
)
def test_who_leads_the_plan_or_others_answers_for_no_tiltak(sentence: str) -> None:
    for found in (_read(sentence), _read("Her er to forslag.", chapter=sentence)):
        assert all(tiltak.responsible in {None, "Turlaget"} for tiltak in found)
        assert all(tiltak.schedule in {None, "2024"} for tiltak in found)


@pytest.mark.parametrize(
    ("far", "near"),
    [
        (
            "Rektor er ansvarlig for alle tiltakene i dette kapittelet.",
            "Kultursjefen er ansvarlig for tiltakene nedenfor.",
        ),
        (
            "Rektor er ansvarleg for alle tiltaka i dette kapittelet.",
            "Kultursjefen er ansvarleg for tiltaka nedanfor.",
        ),
        ("Kultursjefen er ansvarleg for tiltaka i kapittel 1.1.", "Tiltaka under er viktige."),
        ("Kultursjefen har ansvar for tiltakene i 1.1.", "Tiltakene under er viktige."),
        ("Kultursjefen har ansvar for tiltaka i 1.1.", "Tiltaka under er viktige."),
    ],
)
def test_the_sentence_with_the_smallest_reach_holds(far: str, near: str) -> None:
    below = f"{near}\n\n    Tiltak:"
    assert [tiltak.responsible for tiltak in _read(below, chapter=far)] == ["Kultursjefen", "Turlaget"]


def test_two_sentences_that_differ_name_nobody() -> None:
    said = "Rektor har ansvaret for tiltakene nedenfor. Styrer har ansvaret for tiltakene nedenfor."
    assert [tiltak.responsible for tiltak in _read(said)] == [None, "Turlaget"]


@pytest.mark.parametrize("status", ["ikke prioritert i perioden", "ikkje prioritert i perioden"])
def test_a_tiltak_that_is_set_aside_has_no_party_of_its_chapter(status: str) -> None:
    drawing = PLAN.format(chapter="Tekst.", below="Kultursjefen er ansvarlig for tiltakene nedenfor.")
    first, _ = promises(
        drawing.replace("Rydde tunet", f"Rydde tunet ({status})").replace(" ved prestegarden", "")
    ).tiltak
    assert (first.status, first.responsible) == ("proposed", None)


@pytest.mark.parametrize(
    ("sentence", "first", "second"),
    [
        ("Kultursjefen har ansvar for tiltakene i C2.", "Arbeidsmåte", "Kulturminner"),
        ("Kultursjefen har ansvar for tiltaka i C2.", "Arbeidsmåte", "Kulturminne"),
    ],
)
def test_a_sentence_may_name_its_chapter_by_the_letter_of_the_part(
    sentence: str, first: str, second: str
) -> None:
    below = "Tiltak:\n- Rydde tunet\n- Skilte stien. Ansvar: Turlaget"
    found = promises(
        f"DEL A – INNLEIING\n\nTekst.\n\nDEL C – TILTAK\n\nTekst.\n\nC1 {first}\n\n{sentence}\n\n"
        f"C2 {second}\n\nTekst om dette.\n\n{below}\n\nC3 Park\n\nTekst.\n\nTiltak:\n- Plante tre\n"
    )
    assert [(draft.text.value, draft.responsible) for draft in found.tiltak] == [
        ("Rydde tunet", "Kultursjefen"),
        ("Skilte stien.", "Turlaget"),
        ("Plante tre", None),
    ]
