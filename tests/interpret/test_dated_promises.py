"""Sentences in a chapter of tiltak that promise something by a year."""

from __future__ import annotations

import pytest
from drawing import promises

from extractor.interpret.drafts import TiltakDraft

PLAN = """
    1 Bakgrunn

    Bygda har mange unge.

    2 {chapter}

    {text}

    3 Økonomi

    Alt tas inn i budsjettet.
"""


def _dated(text: str, *, chapter: str = "Tiltak") -> list[TiltakDraft]:
    found = promises(PLAN.format(chapter=chapter, text=text)).tiltak
    return [draft for draft in found if draft.rule == "sentence-with-deadline"]


@pytest.mark.parametrize(
    ("sentence", "party"),
    [
        ("Rektor skal innen 2026 lage en plan for uteområdet.", "Rektor"),
        ("Biblioteket skal i løpet av 2027 åpne en lesesal for ungdom.", "Biblioteket"),
        ("I tillegg skal kultursjefen innen utgangen av 2026 skilte turstien.", "kultursjefen"),
        ("Innen utgangen av 2026 skal rektor lage en plan for uteområdet.", "rektor"),
        ("Rektor skal innan 2026 lage ein plan for uteområdet.", "Rektor"),
        ("Biblioteket skal i løpet av 2027 opne ein lesesal for ungdom.", "Biblioteket"),
        ("I tillegg skal kultursjefen innan utgangen av 2026 skilte turstien.", "kultursjefen"),
        ("Innan utgangen av 2026 skal rektor lage ein plan for uteområdet.", "rektor"),
    ],
)
def test_what_a_party_promises_by_a_year_is_a_tiltak_of_that_party(sentence: str, party: str) -> None:
    [draft] = _dated(f"Planen bygger på mange samtaler. {sentence}")
    assert (draft.text.value, draft.responsible) == (sentence, party)


@pytest.mark.parametrize(
    "sentence",
    [
        "Innen utgangen av 2026 skal gangveien ha lys.",
        "Alle barn skal innen 2027 få lære å svømme.",
        "Innan utgangen av 2026 skal gangvegen ha lys.",
        "Alle barn skal innan 2027 få lære å symje.",
    ],
)
def test_a_sentence_that_does_not_begin_with_a_party_names_nobody_responsible(sentence: str) -> None:
    [draft] = _dated(sentence)
    assert (draft.text.value, draft.responsible) == (sentence, None)


@pytest.mark.parametrize(
    "sentence",
    [
        "Staten skal innen 2026 bygge ut fylkesveien.",
        "Rektor skal ikke innen 2026 lage en plan for uteområdet.",
        "Planen skal innen utgangen av 2026 vedtas på nytt.",
        "Rektor skal innen 2026 evaluere arbeidet.",
        "Rektor skal innen 2026 sende en rapport til kommunestyret.",
        "Rektor laget innen 2020 en plan for uteområdet.",
        "Rektor skal lage en plan for uteområdet innen tre uker.",
        "Staten skal innan 2026 byggje ut fylkesvegen.",
        "Rektor skal ikkje innan 2026 lage ein plan for uteområdet.",
        "Planen skal innan utgangen av 2026 vedtakast på nytt.",
        "Rektor skal innan 2026 evaluere arbeidet.",
        "Rektor skal innan 2026 sende ein rapport til kommunestyret.",
        "Rektor laga innan 2020 ein plan for uteområdet.",
        "Rektor skal lage ein plan for uteområdet innan tre veker.",
    ],
)
def test_what_others_do_what_is_not_done_and_how_the_plan_is_followed_up_is_no_tiltak(sentence: str) -> None:
    assert _dated(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Folketallet vil innen 2040 øke.",
        "Arbeidet vil innen 2026 koste mye.",
        "Innen 2026 vil kommunen ha 200 flere eldre.",
        "Vi må regne med at folketallet skal dobles innen 2040.",
        "Rektor skal aldri innen 2026 stenge skoleveien.",
        "Folketalet vil innan 2040 auke.",
        "Arbeidet vil innan 2026 koste mykje.",
        "Innan 2026 vil kommunen ha 200 fleire eldre.",
        "Vi må rekne med at folketalet skal doblast innan 2040.",
        "Rektor skal aldri innan 2026 stenge skulevegen.",
    ],
)
def test_what_is_foretold_or_will_never_be_done_is_no_tiltak(sentence: str) -> None:
    assert _dated(sentence) == []


@pytest.mark.parametrize(
    "chapter", ["Bakgrunn for arbeidet", "Organisering", "Status og utfordringar", "Mål"]
)
@pytest.mark.parametrize(
    "sentence",
    [
        "Rektor skal innen 2026 lage en plan for uteområdet.",
        "Rektor skal innan 2026 lage ein plan for uteområdet.",
    ],
)
def test_in_other_chapters_such_a_sentence_is_no_tiltak(chapter: str, sentence: str) -> None:
    assert _dated(sentence, chapter=chapter) == []


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Rektor skal innen 2026 lage en plan for uteområdet.", "ansvarlig"),
        ("Rektor skal innan 2026 lage ein plan for uteområdet.", "ansvarleg"),
    ],
)
def test_a_promise_below_a_list_is_a_tiltak_beside_those_of_the_list(sentence: str, who: str) -> None:
    text = (
        f"- Språkkafé. {who.title()}: Turlaget\n    - Leksehjelp. {who.title()}: Turlaget\n\n    {sentence}"
    )
    found = promises(PLAN.format(chapter="Tiltak", text=text)).tiltak
    assert [(draft.text.value, draft.responsible) for draft in found] == [
        ("Språkkafé.", "Turlaget"),
        ("Leksehjelp.", "Turlaget"),
        (sentence, "Rektor"),
    ]
