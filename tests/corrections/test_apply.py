from __future__ import annotations

import pytest

from extractor import ExtractorError, apply_corrections
from schemas import Cost, Evidence, Schedule
from schemas.corrections import CorrectedDocument
from tests.corrections.build import CONTENT, corrections, missed, of, place, plan

GOALS = {
    "nb": ["Flere skal sykle", "Færre ulykker", "Ingen drepte"],
    "nn": ["Fleire skal sykle", "Færre ulukker", "Ingen drepne"],
}
TILTAK = {
    "nb": ["Lys på gangveien", "Fartsdempere ved skolen", "Refleksdag"],
    "nn": ["Lys på gangvegen", "Fartsdemparar ved skulen", "Refleksdag"],
}
BOTH = pytest.mark.parametrize("language", ["nb", "nn"])


@pytest.mark.parametrize(
    ("who", "name", "when", "edtf"),
    [("Kultursjefen", "kultursjef", "Innen 2015", "../2015"), ("Rektor", "rektor", "Innan 2015", "../2015")],
)
def test_what_a_reader_writes_is_made_comparable_and_stays_in_his_words(
    who: str, name: str, when: str, edtf: str
) -> None:
    found = plan(tiltak=TILTAK["nb"])
    said = of(found, "t1", responsible=[who], schedule=when, cost="kr 20 000")
    first = apply_corrections(found, corrections(said)).tiltak[0]
    assert [(party.raw, party.name) for party in first.responsible] == [(who, name)]
    assert first.schedule and (first.schedule.raw, first.schedule.edtf) == (when, edtf)
    assert first.cost and (first.cost.raw, first.cost.amount) == ("kr 20 000", 20000)
    assert (first.reviewed, first.rule, first.confidence) == ("changed", "test", 1.0)


def test_a_party_of_two_names_is_one_when_the_reader_says_so() -> None:
    found = plan(tiltak=TILTAK["nb"])
    parties = ["Rektor og FAU", "Lag og foreninger"]
    corrected = apply_corrections(found, corrections(of(found, "t1", responsible=parties)))
    assert [party.raw for party in corrected.tiltak[0].responsible] == parties


@pytest.mark.parametrize("wording", ["Når tida er inne", "etter nærmere avtale med eier"])
def test_a_wording_that_nobody_can_read_stays_without_a_meaning(wording: str) -> None:
    found = plan(tiltak=TILTAK["nn"])
    said = of(found, "t1", schedule=wording, cost=wording)
    first = apply_corrections(found, corrections(said)).tiltak[0]
    assert first.schedule and first.schedule.raw == wording and first.schedule.edtf is None
    assert first.cost and first.cost.raw == wording and first.cost.amount is None


def test_a_label_that_a_time_stood_under_holds_for_the_readers_wording() -> None:
    found = plan(tiltak=TILTAK["nb"])
    found.tiltak[0].schedule = Schedule(raw="1. mars 2014", kind="deadline", edtf="../2014-03-01")
    said = of(found, "t1", schedule="1. mai 2014"), of(found, "t2", schedule="1. mai 2014")
    first, second, _ = apply_corrections(found, corrections(*said)).tiltak
    assert first.schedule and first.schedule.edtf == "../2014-05-01"
    assert second.schedule and second.schedule.edtf == "2014-05-01"


def test_a_unit_in_the_title_of_the_column_holds_for_the_readers_wording() -> None:
    found = plan(tiltak=TILTAK["nn"])
    found.tiltak[0].columns = {"Tiltak": "Lys", "Kostnad i 1000 kr": "2"}
    first = apply_corrections(found, corrections(of(found, "t1", cost="250"))).tiltak[0]
    assert first.cost and first.cost.amount == 250_000


def test_what_the_reader_cleared_is_not_told_by_the_document() -> None:
    found = plan(GOALS["nb"], TILTAK["nb"])
    found.tiltak[0].schedule = Schedule(raw="2014")
    found.tiltak[0].cost = Cost(raw="dyrt")
    said = of(found, "t1", schedule=None, cost=None, responsible=[], goals=[], target=" ")
    first = apply_corrections(found, corrections(said)).tiltak[0]
    assert (first.schedule, first.cost, first.responsible, first.goal_ids, first.target) == (
        None, None, [], [], None,
    )  # fmt: skip


@pytest.mark.parametrize("nothing", [None, "", "  "])
def test_an_item_never_loses_its_wording(nothing: str | None) -> None:
    found = plan(GOALS["nb"], TILTAK["nb"])
    corrected = apply_corrections(
        found, corrections(of(found, "t1", text=nothing), of(found, "g1", text=nothing, kind=None))
    )
    assert corrected.tiltak[0].text == found.tiltak[0].text
    assert (corrected.goals[0].text, corrected.goals[0].kind) == (found.goals[0].text, found.goals[0].kind)


@BOTH
def test_what_was_rejected_goes_and_ids_stay_in_order(language: str) -> None:
    found = plan(tiltak=TILTAK[language])
    corrected = apply_corrections(found, corrections(of(found, "t2", "wrong")))
    assert [(one.id, one.text) for one in corrected.tiltak] == [
        ("t1", TILTAK[language][0]),
        ("t2", TILTAK[language][2]),
    ]


@BOTH
def test_what_hung_on_a_rejected_goal_hangs_on_the_one_above(language: str) -> None:
    found = plan(GOALS[language], TILTAK[language])
    corrected = apply_corrections(found, corrections(of(found, "g2", "wrong"), of(found, "g3", "wrong")))
    assert [(goal.id, goal.parent_id) for goal in corrected.goals] == [("g1", None)]
    assert {tuple(one.goal_ids) for one in corrected.tiltak} == {("g1",)}
    corrected = apply_corrections(found, corrections(*(of(found, f"g{at}", "wrong") for at in (1, 2, 3))))
    assert not corrected.goals and not any(one.goal_ids for one in corrected.tiltak)


@BOTH
def test_what_was_missed_stands_where_it_stands_in_the_document(language: str) -> None:
    found = plan(GOALS[language], TILTAK[language])
    between = [Evidence(start=5050, end=5070)]
    said = [
        missed("tiltak", "Buss", between),
        missed("goal", "Visjon", place(1)),
        missed("tiltak", "Tog", []),
    ]
    corrected = apply_corrections(found, corrections(*said))
    assert [one.text for one in corrected.tiltak] == [
        TILTAK[language][0], "Buss", *TILTAK[language][1:], "Tog",
    ]  # fmt: skip
    assert [goal.id for goal in corrected.goals] == ["g1", "g2", "g3", "g4"]
    bus, vision = corrected.tiltak[1], corrected.goals[0]
    assert (bus.section_id, bus.rule, bus.confidence, bus.reviewed) == ("s2", "reviewed", 1.0, "added")
    assert (vision.text, vision.section_id) == ("Visjon", None)


def test_where_a_page_has_no_offsets_the_height_decides() -> None:
    found = plan(tiltak=TILTAK["nb"])
    for at, one in enumerate(found.tiltak):
        one.source = [Evidence(page=2, bbox=(50, 100 * at, 90, 100 * at + 9), start=at * 50, end=at * 50 + 9)]
    drawn = [Evidence(page=2, bbox=(50, 150, 90, 159), start=0, end=0)]
    corrected = apply_corrections(found, corrections(missed("tiltak", "Buss", drawn)))
    assert [one.text for one in corrected.tiltak].index("Buss") == 2


@pytest.mark.parametrize("wording", ["Innen 2014 får alle refleks", "Innan 2014 får alle refleks"])
def test_a_time_in_the_wording_of_an_added_tiltak_is_read(wording: str) -> None:
    found = plan()
    [added] = apply_corrections(found, corrections(missed("tiltak", wording, place(60)))).tiltak
    assert added.schedule and added.schedule.edtf == "../2014"
    [added] = apply_corrections(
        found, corrections(missed("tiltak", wording, place(60), schedule=None))
    ).tiltak
    assert added.schedule is None


def test_goals_are_tied_as_the_reader_has_them() -> None:
    found = plan(GOALS["nn"], TILTAK["nn"])
    above = missed("goal", "Visjon", place(1), kind="vision")
    first, second = of(found, "g1", parent=above.key), of(found, "g2", parent=None)
    served = of(found, "t1", goals=[above.key, first.key])
    corrected = apply_corrections(found, corrections(above, first, second, served))
    assert [goal.parent_id for goal in corrected.goals] == [None, "g1", None, "g3"]
    assert corrected.tiltak[0].goal_ids == ["g1", "g2"]
    assert corrected.tiltak[1].goal_ids == ["g4"]


def test_a_goal_is_never_part_of_itself() -> None:
    found = plan(GOALS["nb"])
    last = of(found, "g3")
    corrected = apply_corrections(found, corrections(of(found, "g1", parent=last.key)))
    assert [goal.parent_id for goal in corrected.goals] == [None, "g1", "g2"]
    assert [note.code for note in corrected.diagnostics] == ["correction-in-a-circle"]


def test_a_goal_that_is_gone_is_told_of_by_what_was_tied_to_it() -> None:
    found = plan(GOALS["nb"], TILTAK["nb"])
    said = of(found, "t1", goals=["g-" + "0" * 12, of(found, "g2").key])
    corrected = apply_corrections(found, corrections(said))
    assert corrected.tiltak[0].goal_ids == ["g2"]
    assert [note.code for note in corrected.diagnostics] == ["correction-without-goal"]


def test_themes_follow_the_corrected_wording() -> None:
    found = plan(tiltak=["Refleksdag", "Møte"])
    corrected = apply_corrections(found, corrections(of(found, "t2", text="Trygg skolevei og mindre fart")))
    assert corrected.tiltak[1].themes


def test_corrections_of_another_content_are_not_applied() -> None:
    other = corrections().model_copy(
        update={"document": CorrectedDocument(filename="annen.pdf", sha256="b" * 64)}
    )
    assert other.document.sha256 != CONTENT
    with pytest.raises(ExtractorError, match=r"another content, that of annen\.pdf"):
        apply_corrections(plan(), other)
