"""Truth in all its forms, and figures over many documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor import apply_corrections
from extractor.evaluate.from_corrections import truth_of_corrections
from extractor.evaluate.from_plan import truth_of_plan
from extractor.evaluate.gold import truth_of_gold
from extractor.evaluate.interval import interval_of_f1
from extractor.evaluate.report import Prediction, evaluate, short_name
from extractor.evaluate.tally import Tally
from extractor.evaluate.truth import Truth
from schemas import Plan, Schedule
from schemas.evaluation import Evaluation, Fault
from tests.corrections.build import corrections, missed, of, place, plan

TILTAK = {
    "nb": ["Lys på gangveien", "Fartsdempere ved skolen", "Refleksdag"],
    "nn": ["Lys på gangvegen", "Fartsdemparar ved skulen", "Refleksdag"],
}
BOTH = pytest.mark.parametrize("language", ["nb", "nn"])


def measured(truth: Truth, found: Plan) -> Evaluation:
    return evaluate([truth], [Prediction("plan.txt.json", found)])


def counts(evaluation: Evaluation) -> dict[str, tuple[int, int, int]]:
    return {one.field: (one.soft.right, one.soft.given, one.soft.there) for one in evaluation.fields}


def faults(evaluation: Evaluation) -> list[tuple[str, str, str]]:
    return [(one.field, one.kind, one.text) for document in evaluation.documents for one in document.faults]


@BOTH
def test_a_plan_is_right_measured_against_itself(language: str) -> None:
    found = plan(["Færre ulukker", "Ingen drepne"], TILTAK[language])
    found.tiltak[0].schedule = Schedule(raw="Innan 2015", kind="deadline", edtf="../2015")
    evaluation = measured(truth_of_plan(found, "plan.json"), found)
    assert evaluation.fields and all(one.soft.f1 == one.strict.f1 == 1.0 for one in evaluation.fields)
    assert not faults(evaluation) and evaluation.documents[0].form == "plan"


@BOTH
def test_a_plan_that_was_gone_through_is_the_truth(language: str) -> None:
    found = plan(tiltak=TILTAK[language])
    said = [of(found, "t1", "wrong"), of(found, "t2", schedule="2014"), of(found, "t3", "right")]
    truth = truth_of_plan(
        apply_corrections(found, corrections(*said, missed("tiltak", "Buss til byen", place(70)))), "g.json"
    )
    evaluation = measured(truth, found)
    assert counts(evaluation) == {"tiltak": (2, 3, 3), "tiltak_complete": (1, 3, 3), "schedule": (0, 0, 1)}
    assert faults(evaluation) == [
        ("tiltak", "missed", "Buss til byen"),
        ("tiltak", "invented", TILTAK[language][0]),
        ("schedule", "wrong", TILTAK[language][1]),
    ]
    assert evaluation.documents[0].form == "reviewed"


@BOTH
def test_what_nobody_went_through_counts_neither_way(language: str) -> None:
    found = plan(tiltak=TILTAK[language])
    some = apply_corrections(found, corrections(of(found, "t1", "right")))
    again = plan(tiltak=[TILTAK[language][1], "Noko heilt anna"])
    assert counts(measured(truth_of_plan(some, "g.json"), again)) == {
        "tiltak": (0, 0, 1), "tiltak_complete": (0, 0, 1),
    }  # fmt: skip


@BOTH
def test_a_file_of_corrections_tells_what_must_and_must_not_be_found(language: str) -> None:
    found = plan(["Færre ulukker"], TILTAK[language])
    said = corrections(
        of(found, "t1", "wrong"),
        of(found, "t2", responsible=["Rektor"], schedule="Innan 2015"),
        of(found, "t3", "right"),
        of(found, "g1", kind="main_goal"),
        missed("tiltak", "Buss til byen", place(70), schedule=None),
    )
    truth = truth_of_corrections(said, "plan.corrections.json")
    before = measured(truth, found)
    assert counts(before) == {
        "goals": (1, 1, 1), "goal_kinds": (0, 1, 1),
        "tiltak": (2, 3, 3), "tiltak_complete": (1, 3, 3), "responsible": (0, 0, 1), "schedule": (0, 0, 1),
    }  # fmt: skip
    after = measured(truth, apply_corrections(found, said))
    assert all(one.soft.f1 == 1.0 for one in after.fields) and not faults(after)


def test_what_was_rejected_does_not_take_the_place_of_what_is_there() -> None:
    found = plan(tiltak=["Lys på vegen", "Lys på vegen"])
    said = corrections(of(found, "t1", "wrong"), of(found, "t2", "right"))
    truth = truth_of_corrections(said, "plan.corrections.json")
    assert counts(measured(truth, found))["tiltak"] == (1, 2, 1)
    once = apply_corrections(found, said)
    assert counts(measured(truth, once))["tiltak"] == (1, 1, 1)


def test_truth_and_prediction_meet_by_content_and_else_by_name() -> None:
    found = plan(tiltak=["Lys"])
    other = found.model_copy(update={"source": found.source.model_copy(update={"sha256": "b" * 64})})
    truth = truth_of_plan(found, "noko.heilt.anna.json")
    predictions = [Prediction("ut/a.json", other), Prediction("ut/b.json", found)]
    assert [one.predicted for one in evaluate([truth], predictions).documents] == ["ut/b.json"]
    by_name = truth_of_gold({"tiltak": []}, "gull/plan.json")
    assert [one.predicted for one in evaluate([by_name], predictions).documents] == ["ut/a.json", "ut/b.json"]
    stranger = truth_of_gold({"tiltak": []}, "gull/vinje.json")
    assert evaluate([stranger], predictions).without_prediction == ["gull/vinje.json"]
    assert short_name(str(Path("ut", "vinje.pdf.json"))) == "vinje"


def test_figures_are_summed_over_items_and_averaged_over_documents() -> None:
    truths, predictions = [], []
    for number, right in enumerate((1, 4), start=1):
        texts = [f"Tiltak nummer {'abcdef'[at] * 9}" for at in range(4)]
        truths.append(truth_of_gold({"tiltak": [{"text": text} for text in texts]}, f"p{number}.json"))
        found = plan(tiltak=texts[:right])
        predictions.append(Prediction(f"p{number}.json", found))
    [tiltak, complete] = evaluate(truths, predictions).fields
    assert (tiltak.soft.precision, tiltak.soft.recall) == (1.0, 0.625)
    assert tiltak.soft.f1 == pytest.approx(10 / 13, abs=1e-4)
    assert tiltak.macro_f1 == pytest.approx((0.4 + 1.0) / 2)
    assert (tiltak.documents, tiltak.interval, complete.field) == (2, None, "tiltak_complete")


def test_the_interval_holds_the_figure_and_is_the_same_every_time() -> None:
    tallies = [Tally(right, 10, 10) for right in (10, 9, 4, 7, 10, 8, 3, 10)]
    interval = interval_of_f1(tallies)
    assert interval and interval.low < 61 / 80 < interval.high
    assert interval == interval_of_f1(tallies)
    assert interval_of_f1(tallies[:4]) is None
    same = interval_of_f1([Tally(1, 2, 2)] * 6)
    assert same and same.low == same.high == 0.5


def test_faults_are_those_of_the_figures_that_were_asked_for() -> None:
    truth = truth_of_gold({"tiltak": [{"text": "Nattramnar i helgane"}]}, "plan.json")
    prediction = Prediction("plan.json", plan(tiltak=["Natteramnar i helgane"]))
    assert not evaluate([truth], [prediction]).documents[0].faults
    strict = evaluate([truth], [prediction], strict=True).documents[0].faults
    assert [fault.kind for fault in strict] == ["missed", "invented"] and isinstance(strict[0], Fault)
