from __future__ import annotations

import pytest

from extractor.compare.items import due_year
from extractor.compare.side_by_side import compare_plans
from schemas import Schedule
from schemas.comparison import Comparison
from tests.compare.build import SOURCE, made_plan

THEMES = [
    {"id": "TH02", "name": "Grunnskole", "weight": 0.7, "cues": []},
    {"id": "TH11", "name": "Bolig", "weight": 0.3, "cues": []},
]
RUS = [{"id": "RU08", "name": "Bolig", "weight": 1, "cues": []}]


def test_plans_have_short_names_that_are_all_different() -> None:
    found = compare_plans([made_plan("Gol", []), made_plan("Gol", []), made_plan("Hol", [])])
    assert [plan.label for plan in found.plans] == ["Gol 2021–2024 (1)", "Gol 2021–2024 (2)", "Hol 2021–2024"]
    assert found.plans[0].kommuner[0].fylke == "Buskerud"


def test_a_tiltak_keeps_its_own_id_behind_that_of_its_plan() -> None:
    tiltak = {"text": "Leksehjelp", "goal_ids": ["g1"]}
    found = compare_plans(
        [made_plan("Gol", [tiltak], ["Flere skal fullføre"]), made_plan("Hol", ["Leksehjelp"])]
    )
    assert [item.id for item in found.tiltak] == ["p1.t1", "p2.t1"]
    assert found.tiltak[0].goals == ["p1.g1"]
    assert found.goals[0].tiltak == ["p1.t1"]
    assert found.tiltak_aligned[0].items == ["p1.t1", "p2.t1"]
    assert found.only_here == {}


def test_an_item_is_counted_under_its_main_theme_and_stands_aside_under_the_others() -> None:
    found = compare_plans([made_plan("Gol", [{"text": "Leksehjelp", "themes": THEMES}, "Uten tema"])])
    assert [(row.id, row.tiltak, row.aside) for row in found.themes] == [
        ("TH02", {"p1": ["p1.t1"]}, {}),
        ("TH11", {}, {"p1": ["p1.t1"]}),
    ]
    assert found.without_theme == {"p1": ["p1.t2"]}


def test_fine_themes_give_way_to_coarse_ones_when_a_plan_of_another_kind_is_compared() -> None:
    rus = made_plan("Gol", [{"text": "Småhus", "themes": RUS}])
    other = made_plan("Hol", [{"text": "Leksehjelp", "themes": THEMES}])
    assert [row.id for row in compare_plans([rus]).themes] == ["RU08"]
    assert [row.id for row in compare_plans([rus, other]).themes] == ["TH02", "TH11"]


def test_what_all_but_one_have_is_told_from_three_plans_on() -> None:
    one, two, none = (
        made_plan("Gol", ["Politiråd"]),
        made_plan("Hol", ["Politiråd"]),
        made_plan("Ål", ["Fartshumper"]),
    )
    assert compare_plans([one, none]).all_but_one == []
    assert [(found.alignment, found.plan) for found in compare_plans([one, two, none]).all_but_one] == [
        ("a1", "p3")
    ]


@pytest.mark.parametrize(
    ("kind", "edtf", "year"),
    [
        ("deadline", "../2015", 2015),
        ("deadline", "../2009-11", 2009),
        ("period", "2013/2014", 2014),
        ("point", "2009-23", 2009),
        ("start", "2013/..", None),
        ("recurring", None, None),
    ],
)
def test_something_is_due_in_the_last_year_that_is_told(
    kind: str, edtf: str | None, year: int | None
) -> None:
    assert due_year(Schedule.model_validate({"raw": "", "kind": kind, "edtf": edtf})) == year


def test_the_oldest_open_deadline_is_of_what_is_not_said_to_be_done() -> None:
    done = {
        "text": "A",
        "schedule": {"raw": "", "kind": "deadline", "edtf": "../2019"},
        "status": "implemented",
    }
    open_ = {"text": "B", "schedule": {"raw": "", "kind": "deadline", "edtf": "../2022-06-01"}}
    (plan,) = compare_plans([made_plan("Gol", [done, open_])]).plans
    assert plan.oldest_open == "../2022-06-01"


def test_a_goal_is_served_through_the_goals_below_it() -> None:
    goals = [
        "Hovedmål",
        {"text": "Delmål", "parent_id": "g1"},
        "Et annet mål",
        {"text": "Visjon", "kind": "vision"},
    ]
    plan = made_plan("Gol", [{"text": "A", "goal_ids": ["g2"]}], goals)
    (head,) = compare_plans([plan]).plans
    assert (head.counts.goals_without_tiltak, head.counts.tiltak_without_goal) == (1, 0)


def test_a_gap_is_told_apart_from_a_page_that_was_not_read() -> None:
    scan = [{"code": "no-text-layer", "severity": "warning", "message": "", "page": 4}]
    (head,) = compare_plans([made_plan("Gol", ["A"], diagnostics=scan)]).plans
    assert (head.reading.verdict, head.reading.pages_not_read) == ("poor", [4])


def test_a_comparison_is_read_back_as_it_was_written() -> None:
    found = compare_plans([made_plan("Gol", ["Politiråd"]), made_plan("Hol", ["Politiråd"])])
    assert Comparison.model_validate_json(found.model_dump_json()) == found


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (["A", "B", "C"], ["A", "B", "C"], [["p1", "p2"]]),
        (["A", "B"], ["A", "B"], [["p1", "p2"]]),
        (["A", "B", "C"], ["A", "B", "D"], []),
        (["A"], ["B"], []),
    ],
)
def test_a_plan_that_is_given_twice_is_found(one: list[str], other: list[str], same: list[list[str]]) -> None:
    assert compare_plans([made_plan("Gol", one), made_plan("Gol", other)]).same_document == same


def test_a_plan_in_another_file_is_the_same_and_one_of_another_kommune_is_not() -> None:
    said = ["Politiråd", "Natteravner", "Leksehjelp"]
    copy = made_plan("Gol", said, source=SOURCE | {"sha256": "1"})
    hol = made_plan("Hol", said)
    assert compare_plans([made_plan("Gol", said), hol, copy]).same_document == [["p1", "p3"]]


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("Trygg skolevei", "skule"),
        ("Trygg skuleveg", "skole"),
        ("Boligplan for eldre", "bustad"),
        ("Nye skular og lærarar", "lærere"),
        ("Bolig for unge", "bustad"),
    ],
)
def test_a_word_is_found_in_the_other_written_standard(text: str, typed: str) -> None:
    found = compare_plans([made_plan("Gol", [text]), made_plan("Hol", ["Nye lærere"])])
    assert any(typed in group for group in found.same_words)


def test_nothing_to_compare_is_an_empty_comparison() -> None:
    assert compare_plans([]).plans == []
