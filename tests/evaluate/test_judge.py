"""What counts as right: items one to one, fields of those that were found, silence not at all."""

from __future__ import annotations

from typing import Any

import pytest

from extractor.evaluate.gold import truth_of_gold
from extractor.evaluate.judge import Judged, judge
from extractor.evaluate.wording import ALIKE, SAME, fold, likeness, shared
from schemas import Cost, Plan, Responsible, Schedule
from tests.corrections.build import plan

TILTAK = {
    "nb": ["Foreldremøte om rusmidler på 8. trinn", "Natteravner i helgene", "Ansette en ruskonsulent"],
    "nn": ["Foreldremøte om rusmiddel på 8. steget", "Nattramnar i helgane", "Tilsetje ein ruskonsulent"],
}
BOTH = pytest.mark.parametrize("language", ["nb", "nn"])


def judged(found: Plan, least: float = ALIKE, **truth: Any) -> Judged:
    return judge(truth_of_gold(truth, "gold.json"), found, least=least)


def counts(result: Judged, field: str) -> tuple[int, int, int]:
    tally = result.tallies[field]
    return tally.right, tally.given, tally.there


def told(result: Judged) -> list[tuple[str, str, str]]:
    return [(fault.field, fault.kind, fault.text) for fault in result.faults]


@BOTH
def test_what_is_missed_and_what_is_invented_is_told(language: str) -> None:
    first, second, third = TILTAK[language]
    result = judged(plan(tiltak=[first, third]), tiltak=[{"text": first}, {"text": second}])
    assert counts(result, "tiltak") == (1, 2, 2)
    assert told(result) == [("tiltak", "missed", second), ("tiltak", "invented", third)]
    assert result.faults[1].source


@BOTH
def test_nothing_is_counted_twice(language: str) -> None:
    text = TILTAK[language][0]
    result = judged(plan(tiltak=[text, text, text]), tiltak=[{"text": text}, {"text": text}])
    assert counts(result, "tiltak") == (2, 3, 2)
    result = judged(plan(tiltak=[text]), tiltak=[{"text": text}, {"text": text}])
    assert counts(result, "tiltak") == (1, 1, 2)


@BOTH
def test_items_of_one_wording_are_paired_in_order(language: str) -> None:
    text = TILTAK[language][0]
    found = plan(tiltak=[text, text])
    for one, who in zip(found.tiltak, ("Rektor", "FAU"), strict=True):
        one.responsible = [Responsible(raw=who)]
    parties = [{"text": text, "responsible": [who]} for who in ("Rektor", "FAU")]
    assert counts(judged(found, tiltak=parties), "responsible") == (2, 2, 2)


@BOTH
def test_soft_takes_a_slip_that_strict_does_not(language: str) -> None:
    text = TILTAK[language][0]
    found = plan(tiltak=[f"3. {text.upper()}."])
    slipped = plan(tiltak=[text.replace("møte", "mote")])
    for least, right in ((ALIKE, 1), (SAME, 0)):
        assert counts(judged(found, least, tiltak=[{"text": text}]), "tiltak") == (1, 1, 1)
        assert counts(judged(slipped, least, tiltak=[{"text": text}]), "tiltak") == (right, 1, 1)


@BOTH
def test_optional_items_and_other_wordings_are_no_faults(language: str) -> None:
    first, second, third = TILTAK[language]
    truth = [{"text": "Noe annet", "alternatives": [first]}, {"text": second, "optional": True}]
    for tiltak in ([first], [first, second]):
        result = judged(plan(tiltak=tiltak), tiltak=truth)
        assert counts(result, "tiltak") == (1, 1, 1) and not result.faults
    result = judged(plan(tiltak=[first]), tiltak=[{"text": third, "optional": True}, {"text": first}])
    assert counts(result, "tiltak") == (1, 1, 1)


def test_goals_of_the_state_are_never_called_invented() -> None:
    found = plan(["Færre ulykker", "Regjeringens mål"])
    found.goals[1].kind = "national_goal"
    wanted = [{"text": "Færre ulykker", "kind": "main_goal"}]
    result = judged(found, goals=wanted)
    assert counts(result, "goals") == (1, 1, 1)
    assert counts(result, "goal_kinds") == (0, 1, 1)
    both = [*wanted, {"text": "Regjeringens mål", "kind": "national_goal"}]
    assert counts(judged(found, goals=both), "goals") == (2, 2, 2)


@pytest.mark.parametrize(
    ("wanted", "given", "right"),
    [
        ({"raw": "Innen 2015", "edtf": "../2015"}, {"raw": "Innan 2015", "kind": "deadline", "edtf": "../2015"}, 1),
        ({"raw": "Innan 2015", "edtf": "../2015"}, {"raw": "Innan 2015", "edtf": "2015"}, 0),
        ({"raw": "Årleg", "recurrence": {"freq": "YEARLY"}}, {"raw": "Årlig", "recurrence": {"freq": "YEARLY"}}, 1),
        ({"raw": "Årlig", "recurrence": {"freq": "YEARLY"}}, {"raw": "2 g.", "recurrence": {"freq": "MONTHLY"}}, 0),
        ({"raw": "Løpende", "kind": "continuous"}, {"raw": "Kontinuerlig", "kind": "continuous"}, 1),
        ({"raw": "Når tida er inne"}, {"raw": "Når tida er inne."}, 1),
        ({"raw": "Når tida er inne"}, {"raw": "Straks", "kind": "asap"}, 0),
    ],
)  # fmt: skip
def test_times_are_the_same_when_they_say_the_same(
    wanted: dict[str, Any], given: dict[str, Any], right: int
) -> None:
    found = plan(tiltak=["Lys"])
    found.tiltak[0].schedule = Schedule.model_validate(given)
    result = judged(found, tiltak=[{"text": "Lys", "schedule": wanted}])
    assert counts(result, "schedule") == (right, 1, 1)
    assert counts(result, "tiltak_complete") == (right, 1, 1)


def test_silence_is_neither_right_nor_wrong() -> None:
    found = plan(tiltak=["Lys", "Buss"])
    found.tiltak[1].schedule = Schedule(raw="2014", kind="point", edtf="2014")
    found.tiltak[1].target = "Færre ulykker"
    silent = {"schedule": None, "target": None, "responsible": []}
    result = judged(found, tiltak=[{"text": "Lys"} | silent, {"text": "Buss"} | silent])
    assert counts(result, "schedule") == (0, 1, 0) and counts(result, "target") == (0, 1, 0)
    assert not result.tallies["responsible"].counts and result.tallies["responsible"].f1 is None
    assert counts(result, "tiltak_complete") == (1, 2, 2)
    assert ("schedule", "wrong", "Buss") in told(result)
    assert "schedule" not in judged(found, tiltak=[{"text": "Lys"}, {"text": "Buss"}]).tallies


def test_parties_are_counted_one_by_one() -> None:
    found = plan(tiltak=["Lys"])
    found.tiltak[0].responsible = [Responsible(raw=raw) for raw in ("Rektor", "FAU", "Ordføreren")]
    result = judged(
        found, tiltak=[{"text": "Lys", "responsible": ["rektor", "F.A.U", "Vaktmester", "Lensmann"]}]
    )
    assert counts(result, "responsible") == (1, 3, 4)
    [fault] = result.faults
    assert (fault.wanted, fault.given) == (
        "rektor; F.A.U; Vaktmester; Lensmann", "Rektor; FAU; Ordføreren",
    )  # fmt: skip


@pytest.mark.parametrize(("amount", "right"), [(20_000, 1), (2_000, 0)])
def test_costs_are_compared_by_amount(amount: float, right: int) -> None:
    found = plan(tiltak=["Lys"])
    found.tiltak[0].cost = Cost(raw="kr 20 000", amount=amount)
    wanted = {"text": "Lys", "cost": {"raw": "20 tusen", "amount": 20_000}}
    assert counts(judged(found, tiltak=[wanted]), "cost") == (right, 1, 1)


def test_a_tiltak_serves_a_goal_by_any_of_its_wordings() -> None:
    found = plan(["Færre ulykker på veiene våre", "Flere sykler"], ["Lys"])
    goals = [{"text": "Ulykker", "alternatives": ["Færre ulykker på veiene våre"]}, {"text": "Flere sykler"}]
    found.tiltak[0].goal_ids = ["g1"]
    for goal, right in (("Ulykker", 1), ("Flere sykler", 0), (["Flere sykler", "Ulykker"], 1)):
        result = judged(found, goals=goals, tiltak=[{"text": "Lys", "goal": goal}])
        assert counts(result, "goal_links") == (right, 1, 1)
    assert "goal_links" not in judged(found, goals=goals, tiltak=[{"text": "Lys", "goal": None}]).tallies


def test_facts_are_judged_one_by_one() -> None:
    found = plan()
    found.next_revision = "2025-06"
    wanted = {
        "kind": "plan",
        "language": "nb",
        "period": {"start_year": 2012, "end_year": 2015},
        "next_revision": 2025,
    }
    result = judged(found, **wanted)
    assert counts(result, "metadata") == (3, 3, 4)
    assert counts(result, "metadata.language") == (0, 0, 1)
    assert counts(judged(found, SAME, **wanted), "metadata.next_revision") == (0, 1, 1)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("4.1 Samfunn", "Samfunn", True),
        ("3) Lys på vegen", "lys på vegen.", True),
        ("Helse- og omsorg", "helse og omsorg", True),
        ("10 benker i parken", "12 benker i parken", False),
        ("", "", False),
    ],
)
def test_the_number_of_an_item_is_not_its_wording(one: str, other: str, same: bool) -> None:
    assert (likeness(one, other) >= SAME) is same
    assert fold("«Trygg skuleveg»!") == "trygg skuleveg"


def test_wordings_are_shared_one_for_one() -> None:
    assert shared(["Rektor", "Rektor"], ["Rektor"], SAME) == 1
    assert shared(["Helsesjukepleiar", "Rektor"], ["Rektor", "Helsesjukepleier"], ALIKE) == 2
