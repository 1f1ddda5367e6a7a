"""Items are found again, though another version reads the document in another way."""

from __future__ import annotations

import pytest

from extractor import apply_corrections
from schemas import Evidence, Plan
from tests.corrections.build import ROOM, corrections, missed, of, place, plan


def reread(found: Plan, id_: str, text: str) -> Plan:
    """Return the plan with another wording of one item, as another version reads it."""
    again = found.model_copy(deep=True)
    next(item for item in (*again.goals, *again.tiltak) if item.id == id_).text = text
    return again


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Lys på gang- og sykkelveien", "Lys på gang og sykkel-veien."),
        ("Foreldremøte om rus. Rektor", "Foreldremøte om rus"),
        ("Nattramnar i helgane", "Natteramnar i helgane, heile året"),
    ],
)
def test_a_wording_that_is_read_a_little_differently_is_the_same_item(before: str, after: str) -> None:
    found = plan(tiltak=["Refleksdag", before])
    again = reread(found, "t2", after)
    corrected = apply_corrections(again, corrections(of(found, "t2", schedule="Innan 2015")))
    assert corrected.tiltak[1].text == after
    assert corrected.tiltak[1].schedule and corrected.tiltak[1].reviewed == "changed"
    assert not corrected.diagnostics


def test_a_version_that_reads_what_the_reader_wrote_is_right() -> None:
    found = plan(tiltak=["tak Lys", "Refleksdag"])
    again = reread(found, "t1", "Gatelys langs hele fylkesveien")
    said = of(found, "t1", text="Gatelys langs hele fylkesveien")
    assert [one.text for one in apply_corrections(again, corrections(said)).tiltak] == [
        "Gatelys langs hele fylkesveien",
        "Refleksdag",
    ]


def test_of_two_with_one_wording_the_place_tells_which() -> None:
    found = plan(tiltak=["Informasjon", "Refleksdag", "Informasjon"])
    only_the_last = found.model_copy(update={"tiltak": found.tiltak[1:]})
    said = corrections(of(found, "t1", "wrong"), of(found, "t3", schedule="2014"))
    for read in (found, only_the_last):
        corrected = apply_corrections(read, said)
        assert [one.text for one in corrected.tiltak] == ["Refleksdag", "Informasjon"]
        assert corrected.tiltak[1].schedule


def test_without_a_place_the_number_behind_the_key_tells_which() -> None:
    found = plan(tiltak=["Informasjon", "Refleksdag", "Informasjon"])
    said = of(found, "t3", schedule="2014").model_copy(update={"source": []})
    assert [bool(one.schedule) for one in apply_corrections(found, corrections(said)).tiltak] == [
        False, False, True,
    ]  # fmt: skip


def test_two_that_are_as_alike_are_not_mistaken_for_each_other() -> None:
    found = plan(tiltak=["Kurs for ansatte"])
    again = plan(tiltak=["Kurs for ansatte A", "Kurs for ansatte B"])
    for one in again.tiltak:
        one.source = place(50)
    corrected = apply_corrections(again, corrections(of(found, "t1", schedule="2014")))
    assert [one.reviewed for one in corrected.tiltak].count("added") == 1
    assert [note.code for note in corrected.diagnostics] == ["correction-without-item"]


@pytest.mark.parametrize("text", ["Lys på gangveien", "Lys på gangvegen"])
def test_what_a_reader_changed_is_not_lost_with_the_item(text: str) -> None:
    found = plan(tiltak=["Refleksdag", text])
    gone = found.model_copy(update={"tiltak": found.tiltak[:1]})
    corrected = apply_corrections(gone, corrections(of(found, "t2", responsible=["Rektor"])))
    kept = corrected.tiltak[1]
    assert (kept.text, kept.reviewed, kept.rule) == (text, "added", "reviewed")
    assert [party.name for party in kept.responsible] == ["rektor"]
    [note] = corrected.diagnostics
    assert (note.code, note.severity) == (
        "correction-without-item",
        "warning",
    ) and f"«{text}»" in note.message


@pytest.mark.parametrize(("verdict", "severity"), [("right", "warning"), ("wrong", "info")])
def test_a_word_on_an_item_that_is_gone_is_told_of(verdict: str, severity: str) -> None:
    found = plan(tiltak=["Refleksdag", "Buss"])
    found.tiltak[1].source = [Evidence(page=4, start=1, end=2)]
    gone = found.model_copy(update={"tiltak": found.tiltak[:1]})
    said = of(found, "t2").model_copy(update={"verdict": verdict})
    corrected = apply_corrections(gone, corrections(said))
    assert len(corrected.tiltak) == 1
    [note] = corrected.diagnostics
    assert (note.code, note.severity, note.page) == ("correction-without-item", severity, 4)


def test_what_was_missed_and_is_read_now_is_there_once() -> None:
    found = plan(tiltak=["Refleksdag", "Buss til skolen"])
    said = missed("tiltak", "Buss til skolen.", found.tiltak[1].source, schedule="2014")
    corrected = apply_corrections(found, corrections(said))
    assert [(one.text, one.reviewed) for one in corrected.tiltak] == [
        ("Refleksdag", None),
        ("Buss til skolen", "changed"),
    ]


def test_a_rejection_does_not_take_what_only_looks_alike() -> None:
    found = plan(tiltak=["Ansvar: rektor Foreldremøte om høsten"])
    again = reread(found, "t1", "Foreldremøte om høsten")
    assert len(apply_corrections(again, corrections(of(found, "t1", "wrong"))).tiltak) == 1


def test_boxes_tell_the_place_on_pages_whatever_became_of_the_offsets() -> None:
    found = plan(tiltak=["Lys på gangveien"])
    found.tiltak[0].source = [Evidence(page=3, bbox=(70, 200, 300, 212), start=10, end=30)]
    again = reread(found, "t1", "Lys på gangveien i sentrum")
    again.tiltak[0].source = [Evidence(page=3, bbox=(70, 201, 350, 212), start=9 * ROOM, end=9 * ROOM + 40)]
    corrected = apply_corrections(again, corrections(of(found, "t1", "right")))
    assert corrected.tiltak[0].reviewed == "right"
    again.tiltak[0].source = [Evidence(page=4, bbox=(70, 201, 350, 212), start=10, end=30)]
    assert apply_corrections(again, corrections(of(found, "t1", "right"))).tiltak[0].reviewed is None
