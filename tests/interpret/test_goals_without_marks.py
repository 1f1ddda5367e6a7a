"""Goals below «Mål» on its own line, one to a line without bullets, and below headings in plain words."""

from __future__ import annotations

import pytest
from drawing import promises


def _goals(drawing: str) -> list[tuple[str, str]]:
    return [(goal.kind, goal.text.value) for goal in promises(drawing).goals]


@pytest.mark.parametrize(
    ("title", "kind", "first", "second"),
    [
        ("Mål", "goal", "Alle barn skal lære å svømme.", "Ungdommer skal bli hørt før vedtak."),
        ("Mål", "goal", "Alle born skal lære å symje.", "Ungdomar skal verte høyrde før vedtak."),
        ("Delmål", "sub_goal", "Færre eldre faller", "Ingen venter mer enn to uker på time"),
        ("Delmål", "sub_goal", "Færre eldre fell", "Ingen ventar meir enn to veker på time"),
        ("Hovudmål", "main_goal", "Auka trivsel i skulen", "Redusere fråværet i vidaregåande"),
        ("Hovedmål:", "main_goal", "Økt trivsel i skolen", "Redusere fraværet i videregående"),
        ("Strategier", "strategy", "Vi bygger lag rundt familien", "Vi satser på voksne som blir"),
        ("Strategiar", "strategy", "Me byggjer lag kring familien", "Me satsar på vaksne som vert verande"),
    ],
)
def test_each_line_below_a_title_of_goals_is_a_goal(title: str, kind: str, first: str, second: str) -> None:
    drawing = f"1 Innleiing\n\nTekst.\n\n2 Oppvekst\n{title}\n{first}\n{second}\n\nKommunen har tre skular.\n"
    assert _goals(drawing) == [(kind, first), (kind, second)]


@pytest.mark.parametrize(
    ("goal", "explained"),
    [
        ("Alle barn skal ha en god skolevei.", "Det var 12 uhell i 2019, og de fleste skjedde om vinteren."),
        ("Alle born skal ha ein god skuleveg.", "Kommunen har 14 km gang- og sykkelveg. Halvparten har lys."),
    ],
)
def test_the_line_that_explains_a_goal_is_no_goal(goal: str, explained: str) -> None:
    assert _goals(f"1 Innleiing\n\nTekst.\n\n2 Mål for trafikken\n\n{goal}\n{explained}\n") == [
        ("goal", goal)
    ]


@pytest.mark.parametrize(
    ("wanted", "done", "responsible"),
    [
        ("Slik vil vi ha det:", "Slik gjør vi det:", "Ansvar: Rektor"),
        ("Slik vil me ha det:", "Slik gjer me det:", "Ansvar: Rektor"),
        ("Dette vil vi oppnå:", "Tiltak:", "Ansvarlig: Rektor"),
        ("Dit vil me:", "Tiltak:", "Ansvarleg: Rektor"),
        ("Slik skal det bli:", "Tiltak:", "Ansvarleg: Rektor"),
    ],
)
def test_plain_words_tell_what_is_wanted_from_what_is_done(wanted: str, done: str, responsible: str) -> None:
    found = promises(
        f"1 Bakgrunn\n\nTekst.\n\n2 Trygt miljø\n{wanted}\n- Alle har en venn\n- Ingen blir mobbet\n"
        f"{done}\n- Vaktene går med gul vest\n- Fadderordning på alle trinn\n{responsible}\n"
    )
    assert [goal.text.value for goal in found.goals] == ["Alle har en venn", "Ingen blir mobbet"]
    assert [(tiltak.text.value, tiltak.responsible) for tiltak in found.tiltak] == [
        ("Vaktene går med gul vest", "Rektor"),
        ("Fadderordning på alle trinn", "Rektor"),
    ]
    assert all(tiltak.goals == found.goals for tiltak in found.tiltak)


@pytest.mark.parametrize(
    "sentence",
    [
        "Regjeringens mål for alkoholpolitikken er å redusere skadelig bruk. Kommunen slutter seg til dette.",
        "Måla til regjeringa er at færre skal ta skade av rus. Kommunen sluttar seg til dei.",
        "Nasjonale mål for feltet er at flere skal leve godt med sykdommen.",
    ],
)
def test_a_goal_of_the_state_below_a_heading_of_goals_is_not_the_kommunes_own(sentence: str) -> None:
    drawing = (
        f"1 Innleiing\n\nTekst.\n\n2 Mål for arbeidet\n\n{sentence}\n\nMål:\n- Ingen under 18 får kjøpe øl\n"
    )
    kinds = [kind for kind, _ in _goals(drawing)]
    assert kinds[-1] == "goal"
    assert set(kinds[:-1]) <= {"national_goal"}


@pytest.mark.parametrize("titles", ["Mål\nTiltak\nAnsvarlig", "Mål\nTiltak\nAnsvarleg\nFrist"])
def test_a_column_title_opens_no_list_of_goals(titles: str) -> None:
    drawing = f"1 Innleiing\n\nTekst.\n\n2 Tiltak\n\n{titles}\nAlle skal med\nKafé\nNAV\n"
    assert _goals(drawing) == []


@pytest.mark.parametrize("first", ["Alle skoler har trygg avlevering.", "Alle skular har trygg avlevering."])
def test_the_vision_stands_before_the_goals_of_its_chapter(first: str) -> None:
    drawing = (
        f"1 Innleiing\n\nTekst.\n\n2 Mål\n\nVisjon: Ingen blir skadd.\n\n{first}\nFleire går til skulen.\n"
    )
    assert _goals(drawing) == [
        ("vision", "Ingen blir skadd."),
        ("goal", first),
        ("goal", "Fleire går til skulen."),
    ]
