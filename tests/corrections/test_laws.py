"""What holds for whatever a reader says of whatever plan."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor import ExtractorError, apply_corrections, extract_plan
from extractor.corrections.store import CorrectionStore
from extractor.emit.jsonfile import load_corrections
from extractor.settings import Settings
from schemas import Plan
from schemas.corrections import CorrectedDocument, Correction, Corrections
from tests.corrections.build import corrections, missed, of, place, plan

SAMPLES = Path(__file__).parents[2] / "samples"
NAMES = ("rus_par_nb.md", "rus_par_nn.md", "trafikktrygging_sogndal.pdf", "boligsosial_plan_rissa.pdf")
READ = {
    name: Plan.model_validate_json((SAMPLES / "expected" / f"{name}.json").read_bytes()) for name in NAMES
}
PLANS = pytest.mark.parametrize("name", NAMES)
WORDS = st.sampled_from(
    [
        "",
        "Rektor",
        "Kultursjefen",
        "Innan 2015",
        "Innen 1. mai 2014",
        "1. mars",
        "Årleg",
        "kr 20 000",
        "2,5 mill.",
    ]
)
OPTIONAL = st.none() | WORDS


@st.composite
def words_on(draw: st.DrawFn, name: str) -> Corrections:
    """Return some verdicts on items of a plan, and some items that it lacks."""
    found = READ[name]
    goals, tiltak = [goal.id for goal in found.goals], [one.id for one in found.tiltak]
    keys = st.sampled_from([of(found, id_).key for id_ in goals]) if goals else st.nothing()
    fields = {
        "goal": st.fixed_dictionaries(
            {}, optional={"text": OPTIONAL, "number": OPTIONAL, "parent": st.none() | keys}
        ),
        "tiltak": st.fixed_dictionaries(
            {},
            optional=dict.fromkeys(("text", "description", "schedule", "cost", "target"), OPTIONAL)
            | {"responsible": st.lists(WORDS, max_size=2), "goals": st.lists(keys, max_size=2)},
        ),
    }
    said: list[Correction] = []
    for id_ in draw(st.lists(st.sampled_from(goals + tiltak), unique=True, max_size=6)):
        verdict = draw(st.sampled_from(["right", "wrong", "changed"]))
        kind = "goal" if id_ in goals else "tiltak"
        said.append(of(found, id_, verdict, **draw(fields[kind]) if verdict == "changed" else {}))
    for kind in draw(st.lists(st.sampled_from(["goal", "tiltak"]), max_size=2)):
        source = draw(st.sampled_from([one.source for one in (*found.goals, *found.tiltak)]) | st.just([]))
        text = draw(st.sampled_from(["Ein ny buss til bygda", "Flere benker i parken", "Sum"]))
        said.append(missed(kind, text, source, **draw(fields[kind])))
    document = CorrectedDocument(filename="plan", sha256=found.source.sha256)
    return Corrections(tool="test", document=document, corrections=said)


PLANS_AND_WORDS = st.sampled_from(NAMES).flatmap(lambda name: st.tuples(st.just(name), words_on(name)))


def without_notes(found: Plan) -> Plan:
    return found.model_copy(update={"diagnostics": []})


@PLANS
def test_no_corrections_change_nothing(name: str) -> None:
    found = READ[name]
    document = CorrectedDocument(filename="plan", sha256=found.source.sha256)
    assert apply_corrections(found, Corrections(tool="test", document=document)) == found


@PLANS
def test_what_is_right_is_only_marked(name: str) -> None:
    found = READ[name]
    document = CorrectedDocument(filename="plan", sha256=found.source.sha256)
    said = [of(found, item.id, "right") for item in (*found.goals, *found.tiltak)]
    corrected = apply_corrections(found, Corrections(tool="test", document=document, corrections=said))
    mark = {"reviewed": "right", "confidence": 1.0}
    assert corrected == found.model_copy(
        update={
            "goals": [goal.model_copy(update=mark) for goal in found.goals],
            "tiltak": [one.model_copy(update=mark) for one in found.tiltak],
        }
    )


@settings(max_examples=60)
@given(PLANS_AND_WORDS)
def test_to_say_it_twice_says_no_more(both: tuple[str, Corrections]) -> None:
    found, said = READ[both[0]], both[1]
    once = apply_corrections(found, said)
    assert without_notes(apply_corrections(once, said)) == without_notes(once)


@settings(max_examples=60)
@given(PLANS_AND_WORDS)
def test_what_was_not_named_stays_and_nothing_hangs_in_the_air(both: tuple[str, Corrections]) -> None:
    found, said = READ[both[0]], both[1]
    corrected = apply_corrections(found, said)
    named = {one.key for one in said.corrections}
    stands = {"id": "", "themes": [], "goal_ids": [], "parent_id": None}
    for before, after in ((found.goals, corrected.goals), (found.tiltak, corrected.tiltak)):
        kept = [item.model_copy(update=stands) for item in before if of(found, item.id).key not in named]
        there = [item.model_copy(update=stands) for item in after if item.reviewed is None]
        assert there == kept
    assert [goal.id for goal in corrected.goals] == [f"g{at}" for at, _ in enumerate(corrected.goals, 1)]
    assert [one.id for one in corrected.tiltak] == [f"t{at}" for at, _ in enumerate(corrected.tiltak, 1)]
    goals = {goal.id for goal in corrected.goals}
    assert {goal.parent_id for goal in corrected.goals} <= goals | {None}
    assert {goal_id for one in corrected.tiltak for goal_id in one.goal_ids} <= goals
    assert Plan.model_validate_json(corrected.model_dump_json()) == corrected


@settings(max_examples=60)
@given(PLANS_AND_WORDS)
def test_corrections_travel_as_text(both: tuple[str, Corrections]) -> None:
    found, said = READ[both[0]], both[1]
    store = CorrectionStore()
    store.add(said)
    text = store.text_for(found.source.sha256)
    assert text is not None
    assert apply_corrections(found, Corrections.model_validate_json(text)) == apply_corrections(found, said)


def test_the_later_of_two_files_has_the_last_word_on_an_item() -> None:
    found = plan(tiltak=["Lys", "Buss", "Tog"])
    store = CorrectionStore()
    store.add(corrections(of(found, "t1", "wrong"), of(found, "t2", schedule="2013")))
    store.add(corrections(of(found, "t3", "right"), of(found, "t2", schedule="2014")))
    said = Corrections.model_validate_json(store.text_for(found.source.sha256) or "")
    assert [(one.text, one.fields.schedule) for one in said.corrections] == [
        ("Lys", None), ("Buss", "2014"), ("Tog", None),
    ]  # fmt: skip
    assert store.text_for("b" * 64) is None


def test_a_document_is_read_with_its_corrections(tmp_path: Path) -> None:
    source = SAMPLES / "sources" / "rus_par_nn.md"
    found = READ["rus_par_nn.md"]
    said = Corrections(
        tool="test",
        document=CorrectedDocument(filename="omdøypt.md", sha256=found.source.sha256),
        corrections=[of(found, "t1", responsible=["Leiar for P&R"]), missed("tiltak", "Buss", place(0))],
    )
    text = said.model_dump_json(exclude_unset=True)
    corrected = extract_plan(source, settings=Settings(corrections=text))
    assert [one.reviewed for one in corrected.tiltak[:3]] == ["added", "changed", None]
    assert (
        corrected.tiltak[1].responsible[0].rule and "abbreviation" in corrected.tiltak[1].responsible[0].rule
    )
    with pytest.raises(ExtractorError, match="does not follow the schema"):
        extract_plan(source, settings=Settings(corrections='{"corrections": 1}'))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3),
    max_leaves=9,
)
KEYS = st.sampled_from(["schema_version", "tool", "document", "corrections"])


@given(
    st.dictionaries(KEYS, JSON, max_size=4)
    | st.dictionaries(KEYS, JSON).map(lambda one: {**good_file(), **one})
    | st.fixed_dictionaries(
        {}, optional=dict.fromkeys(("item", "key", "verdict", "source", "fields"), JSON)
    ).map(lambda one: good_file(one))
    | JSON
)
@settings(max_examples=120)
def test_any_json_is_taken_or_refused_in_one_line(
    tmp_path_factory: pytest.TempPathFactory, document: Any
) -> None:
    file = tmp_path_factory.getbasetemp() / "any.corrections.json"
    file.write_text(json.dumps(document), encoding="utf-8", errors="surrogatepass")
    try:
        said = load_corrections(file)
    except ExtractorError as error:
        assert error.cause and "\n" not in str(error)
        return
    apply_corrections(READ[NAMES[0]], same_content(said))


def good_file(change: dict[str, Any] | None = None) -> dict[str, Any]:
    correction = {"item": "tiltak", "key": "t-" + "0" * 12, "verdict": "added", "text": "Lys"} | (
        change or {}
    )
    document = {"filename": "plan.txt", "sha256": READ[NAMES[0]].source.sha256}
    return {"schema_version": "1.0", "tool": "test", "document": document, "corrections": [correction]}


def same_content(said: Corrections) -> Corrections:
    document = CorrectedDocument(filename="plan", sha256=READ[NAMES[0]].source.sha256)
    return said.model_copy(update={"document": document})
