"""Labels below numbered tiltak in typewritten plans: set in, repeated by «do.», or on the same line."""

from __future__ import annotations

import pytest
from drawing import promises

from extractor import split_responsible

LONG = "som kan brukes av alle skoler, lag og foreninger i hele kommunen"


def _parties(*labels: str, word: str = "Ansvar") -> list[str | None]:
    groups = "\n\n".join(
        f"Tiltak {number}: Arrangere kurs nummer {number} for alle.\n{label and f'   {word}:   {label}'}"
        for number, label in enumerate(labels, start=1)
    )
    return [tiltak.responsible for tiltak in promises(f"1 Tiltak\n\n{groups}\n").tiltak]


@pytest.mark.parametrize("sign", ["do.", "do", "samme", "same", "som ovenfor", "som ovanfor", "»"])
@pytest.mark.parametrize("word", ["Ansvarlig", "Ansvarleg"])
def test_ditto_behind_a_label_is_the_party_of_the_tiltak_above(sign: str, word: str) -> None:
    assert _parties("Rektor", sign, sign, word=word) == ["Rektor", "Rektor", "Rektor"]


def test_ditto_below_a_tiltak_without_party_names_nobody() -> None:
    assert _parties("Rektor", "", "do.") == ["Rektor", None, "do."]
    assert _parties("do.") == ["do."]
    assert split_responsible("do.") == []


@pytest.mark.parametrize("label", ["Ansvar", "Ansvarleg", "Frist", "Tidspunkt", "Kostnad"])
def test_a_label_that_is_set_in_does_not_go_on_with_the_line_above(label: str) -> None:
    lines = "\n".join(
        f"Tiltak {number}: Lage et nytt møtested nummer {number} for ungdom,\n{LONG}.\n   {label}:    Kultur"
        for number in (1, 2, 3, 4)
    )
    found = promises(f"1 Tiltak\n\n{lines}\n").tiltak
    assert [tiltak.text.value.endswith("kommunen.") for tiltak in found] == [True] * 4
    assert [label in tiltak.columns for tiltak in found] == [True] * 4


@pytest.mark.parametrize(
    ("line", "party"),
    [
        ("Tiltak 3: Åpen kafé hver uke. Ansvar: Kultursjefen. Frist: 2027", "Kultursjefen"),
        ("Tiltak 3: Open kafé kvar veke. Ansvarleg: Kultursjefen. Frist: 2027", "Kultursjefen"),
    ],
)
def test_labels_may_stand_behind_a_numbered_tiltak(line: str, party: str) -> None:
    [tiltak] = promises(f"1 Tiltak\n\n{line}\n").tiltak
    assert (tiltak.responsible, tiltak.schedule) == (party, "2027")


@pytest.mark.parametrize(
    ("word", "same"),
    [
        ("Ansvarlig", "Samme som 1"),
        ("Ansvarlig", "Se tiltak 1."),
        ("Ansvarleg", "Same som tiltak 1"),
        ("Ansvarleg", "sjå pkt. 1"),
    ],
)
def test_a_label_may_name_the_number_of_the_tiltak_whose_party_it_repeats(word: str, same: str) -> None:
    assert _parties("Rektor", "Styrar", same, word=word) == ["Rektor", "Styrar", "Rektor"]


@pytest.mark.parametrize("same", ["Samme som 7", "Same som 7"])
def test_a_number_that_no_tiltak_has_names_nobody(same: str) -> None:
    assert _parties("Rektor", same)[1] == same
    assert split_responsible(same) == []
