"""Lines become paragraphs: what goes on, what begins anew, what was hyphenated."""

from __future__ import annotations

import pytest
from drawing import line

from extractor.structure.paragraphs import lines_to_paragraphs


def _joined(*texts: str) -> list[str]:
    return [p.whole.value for p in lines_to_paragraphs([line(text, full=True) for text in texts])]


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("Kommune-", "overlegen skal delta.", "Kommuneoverlegen skal delta."),
        ("tilbod til helse-", "sjukepleiarar", "tilbod til helsesjukepleiarar"),
        ("innen helse-", "og omsorg", "innen helse- og omsorg"),
        ("barne-", "eller ungdomstrinnet", "barne- eller ungdomstrinnet"),
        ("på 5.-", "7. trinn", "på 5.-7. trinn"),
    ],
)
def test_words_cut_at_the_line_end_are_made_whole(first: str, second: str, joined: str) -> None:
    assert _joined(first, second) == [joined]


@pytest.mark.parametrize(
    "new",
    [
        "• Rektor",
        "- Rektor",
        "Ansvar: Rektor",
        "Ansvarleg: Rektor",
        "Tiltak:",
        "Lokale mål:",
        "a) Kurs",
        "2. Kurs",
    ],
)
def test_bullets_numbers_and_labels_begin_anew(new: str) -> None:
    assert _joined("Foreldrene inviteres til kveldsmøte om grenser", new)[1] == new


def test_a_short_line_ends_its_paragraph() -> None:
    lines = [line("Lokale mål", full=False), line("Flere skal delta.", full=True)]
    assert len(lines_to_paragraphs(lines)) == 2


def test_another_type_begins_a_new_paragraph() -> None:
    lines = [line("Tiltak", size=14.0, bold=True), line("Kommunen skal", size=11.0)]
    assert len(lines_to_paragraphs(lines)) == 2


def test_nested_items_keep_their_depth() -> None:
    lines = [line("• Skole", indent=0), line("• Trygg vei", indent=12), line("• Fritid", indent=0)]
    assert [paragraph.depth for paragraph in lines_to_paragraphs(lines)] == [1, 2, 1]


def test_the_words_of_a_joined_paragraph_keep_their_places() -> None:
    paragraph = lines_to_paragraphs([line("Kommune-"), line("overlegen")])[0]
    assert [word.text for word in paragraph.text.words] == ["Kommune-", "overlegen"]
    assert paragraph.text.slice(7).value == "overlegen"


def _prose(*texts: str) -> list[str]:
    lines = [line(text, full=False) for text in texts]
    return [p.whole.value for p in lines_to_paragraphs(lines, prose=True)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Det skal vere trygt å ferdast for alle, uansett alder og", "framkomstmiddel."),
        ("Det skal være trygt å ferdes for alle, uansett alder og", "framkomstmiddel."),
        ("Planen vart", "vedteken av kommunestyret."),
        ("Planen ble", "vedtatt av kommunestyret."),
        ("Gruppa møtest to gonger i året. Planen skal rullerast i", "2031, og tiltaka kvart år."),
        ("Gruppa møtes to ganger i året. Planen skal rulleres i", "2031, og tiltakene hvert år."),
        ("Tiltak 5. Alle får individuell plan. (Ansvar:", "Sosialkontoret. Frist: 1.7.2031.)"),
        ("Tiltak 5. Alle får individuell plan. (Ansvarleg:", "Sosialkontoret. Frist: 1.7.2031.)"),
    ],
)
def test_a_sentence_cut_at_a_short_line_is_made_whole(first: str, second: str) -> None:
    assert _prose(first, second) == [f"{first} {second}"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Alle skal ha det bra.", "og trives."),
        ("Kommunen skal:", "styrke tilbudet"),
        ("styrke samarbeidet med lag og foreninger", "følge opp barn som faller utenfor"),
        ("styrkje samarbeidet med lag og foreiningar", "følgje opp born som fell utanfor"),
        ("Kort linje", "ny linje"),
        ("Vi skal gi god hjelp til alle som spør om", "2. Ny rutine"),
    ],
)
def test_lines_that_are_whole_stay_apart(first: str, second: str) -> None:
    assert _prose(first, second) == [first, second]


def test_lines_in_columns_are_no_sentence() -> None:
    first, second = "Temakveld om trafikk for     Rektorene i skolene", "foreldre i barnehagene"
    assert _prose(first, second) == [first.replace("     ", " "), second]


@pytest.mark.parametrize("first", ["1. Kurs for foreldre", "1. Kurs for føresette"])
def test_letters_below_a_number_are_one_deeper(first: str) -> None:
    lines = [
        line(text, full=False) for text in (first, "a. på skolen", "b. hjemme", "2. Temakveld", "• Kafé")
    ]
    assert [p.depth for p in lines_to_paragraphs(lines)] == [1, 2, 2, 1, 1]


def test_letters_alone_are_a_list_of_their_own() -> None:
    lines = [line(text, full=False) for text in ("a) Kurs", "b) Temakveld")]
    assert [p.depth for p in lines_to_paragraphs(lines)] == [1, 1]


def test_a_bracket_that_is_never_closed_does_not_take_in_the_whole_list() -> None:
    rest = [f"Punkt {number} om noe annet." for number in "abcdef"]
    assert len(_prose("Tiltak for barn (og unge", *rest)) > 3
