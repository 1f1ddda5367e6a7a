"""A reader goes on with the corrections of an earlier version, told of the items as they are read now."""

from __future__ import annotations

import pytest

from extractor import apply_corrections
from extractor.corrections.carry import carried_over
from extractor.corrections.keys import item_keys
from tests.corrections.build import corrections, missed, of, place, plan


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Foreldremøte om rusmiddel. Rektor", "Foreldremøte om rusmiddel"),
        ("Foreldremøte om rusmidler Rektor", "Foreldremøte om rusmidler"),
    ],
)
def test_what_is_read_differently_now_has_the_key_and_wording_of_now(before: str, after: str) -> None:
    old, new = plan(["Mål"], [before, "Refleksdag"]), plan(["Mål"], [after, "Refleksdag"])
    said = corrections(of(old, "t1", schedule="2014"), of(old, "t2", "right"))
    first, second = carried_over(new, said).corrections
    assert (first.key, first.text) == (item_keys(new)["t1"], after)
    assert (second.key, second.verdict) == (item_keys(new)["t2"], "right")
    assert apply_corrections(new, said) == apply_corrections(new, carried_over(new, said))


def test_what_was_missed_and_is_found_now_was_confirmed_or_changed() -> None:
    new = plan(tiltak=["Buss til byen", "Tog til byen", "Ferje"])
    said = corrections(
        missed("tiltak", "Buss til byen", place(50)),
        missed("tiltak", "Tog til byen", place(51), cost="20 kr"),
    )
    assert [one.verdict for one in carried_over(new, said).corrections] == ["right", "changed"]


def test_links_go_to_the_goals_of_now() -> None:
    old, new = plan(["Ingen drepne Side 4"], ["Lys"]), plan(["Ingen drepne"], ["Lys"])
    said = corrections(of(old, "g1", kind="vision"), of(old, "t1", goals=[of(old, "g1").key]))
    goal, tiltak = carried_over(new, said).corrections
    assert tiltak.fields.goals == [goal.key] == [item_keys(new)["g1"]]


def test_what_is_gone_does_not_take_the_key_of_another() -> None:
    old = plan(tiltak=["Informasjon", "Informasjon"])
    new = old.model_copy(update={"tiltak": old.tiltak[1:]})
    gone, there = carried_over(
        new, corrections(of(old, "t1", schedule="2013"), of(old, "t2", schedule="2014"))
    ).corrections
    assert there.key == item_keys(new)["t2"] and gone.key == f"{there.key}-2"
