"""The confidence of goals and tiltak means something: about that many of them are right."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fit_confidence import WEIGHTS, differences, fitted, written
from judging import Judged, judge, judge_folder, load_kept
from reliability import SAMPLES, calibration_error, kept_left_out, report, separation

from extractor.document import Cell, Line, Place, Table, Text, Word
from extractor.interpret.confidence import Item, confidence, signs, tiltak_confidence
from extractor.interpret.drafts import TiltakDraft
from extractor.interpret.suspicious import doubtful_words
from extractor.lexicon import load_toml
from extractor.structure.outline import Outline

CEILINGS = {"tiltak": 0.05, "goal": 0.03}  # of the calibration error
LEAST_SEPARATION = {"tiltak": 0.8, "goal": 0.65}
DOCS = Path(__file__).parents[1] / "docs" / "confidence.md"
ROUNDING = 0.011


@pytest.fixture(scope="module")
def kept() -> list[Judged]:
    return kept_left_out()


@pytest.fixture(scope="module")
def samples() -> list[Judged]:
    return list(judge_folder(SAMPLES))


@pytest.mark.parametrize("kind", CEILINGS)
def test_the_confidence_of_items_in_the_samples_is_near_what_is_right(
    kind: str, samples: list[Judged]
) -> None:
    own = [item for item in samples if item.kind == kind]
    assert len(own) > 80
    assert calibration_error(own) <= CEILINGS[kind]


@pytest.mark.parametrize("kind", CEILINGS)
def test_the_same_holds_for_documents_that_no_rule_and_no_weight_had_seen(
    kind: str, kept: list[Judged]
) -> None:
    own = [item for item in kept if item.kind == kind and item.reading == "first"]
    assert not all(item.right for item in own)
    assert calibration_error(own) <= CEILINGS[kind]


@pytest.mark.parametrize("kind", CEILINGS)
def test_wrong_items_are_less_sure_than_right_ones(kind: str, kept: list[Judged]) -> None:
    told = separation([item for item in kept if item.kind == kind])
    assert told is not None and told >= LEAST_SEPARATION[kind]


def test_the_weights_are_those_that_were_fitted() -> None:
    old = WEIGHTS.read_text(encoding="utf-8")
    tables = fitted(load_kept())
    assert not differences(tables, old), "run python tests/fit_confidence.py"
    assert differences({"goal": {**tables["goal"], "usual": 1.0}}, old)


def test_new_weights_leave_words_and_comments_as_they_are() -> None:
    old = (
        "# Why.\n\n[words]\nduty = 1\n\n[goal]\nusual = 4.0\n\n[goal.rules]\na = 1\n\n[goal.assumed]\nb = 2\n"
    )
    tables = {"goal": {"usual": 3.0, "rules": {"goal-label": 0.5}, "signs": {}}}
    assert written(tables, old) == (
        "# Why.\n\n[words]\nduty = 1\n\n[goal]\nusual = 3.0\n\n[goal.rules]\ngoal-label = 0.5\n"
        "\n[goal.assumed]\nb = 2\n"
    )


def test_the_page_about_confidence_tells_the_figures_of_today(kept: list[Judged]) -> None:
    told = re.findall(r"```text\n(.*?)```", DOCS.read_text(encoding="utf-8"), re.DOTALL)
    first = [item for item in kept if item.reading == "first"]
    for kind, block in zip(("tiltak", "goal"), told, strict=True):
        now = report(f"{kind}, first readings", [item for item in first if item.kind == kind])
        assert re.sub(r"\d+\.\d+", "", block.strip()) == re.sub(r"\d+\.\d+", "", now)
        for old, new in zip(_figures(block), _figures(now), strict=True):
            assert old == pytest.approx(new, abs=ROUNDING)


def _figures(block: str) -> list[float]:
    return [float(figure) for figure in re.findall(r"\d+\.\d+", block)]


SURE = {
    "nb": "Holde kurs om meldeplikten for ansatte i skolen",
    "nn": "Halde kurs om meldeplikta for tilsette i skulen",
}
written_standards = pytest.mark.parametrize("text", SURE.values(), ids=SURE)


def told(
    text: str, rule: str = "list-under-measures-heading", *, party: bool = False, time: bool = False
) -> float:
    return confidence("tiltak", rule, signs(Item(text, has_party=party, has_time=time), "tiltak"))


@written_standards
def test_a_tiltak_that_somebody_is_to_do_by_some_time_is_surer_than_a_bare_one(text: str) -> None:
    assert told(text) < told(text, party=True) < told(text, party=True, time=True)
    assert told(text, "table-row", party=True, time=True) >= 0.97


@pytest.mark.parametrize(
    "doubtful",
    [
        "Løpende", "Fortløpande", "Innen 2026", "Innan 2026",
        "og en årsdøgntrafikk på 4200", "og ein årsdøgntrafikk på 4200",
        "Rusfrie møteplasser for ungdom i hel-", "Rusfrie møteplassar for ungdom i hel-",
        "Sykkelopplæring på 6. trinn Rektorene x x", "Sykkelopplæring på 6. trinn Rektorane x x",
    ],
)  # fmt: skip
@written_standards
def test_what_reads_like_another_cell_or_half_a_sentence_is_less_sure(doubtful: str, text: str) -> None:
    assert told(doubtful) < told(text) - 0.2


@pytest.mark.parametrize("duty", ["Skolen skal være trygg", "Skulen skal vere trygg", "Alle born vert sett"])
def test_a_goal_that_says_what_shall_be_is_surer(duty: str) -> None:
    assert "duty" in signs(Item(duty), "goal") and "duty" not in signs(Item(duty), "tiltak")
    assert "duty" not in signs(Item("Trygge skular"), "goal")


def test_a_rule_that_was_never_judged_says_nothing() -> None:
    usual = load_toml("confidence.toml")["tiltak"]["usual"]
    assert told("Kurs for alle", "a-rule-of-tomorrow") == confidence("tiltak", "", [])
    assert 0.5 < confidence("tiltak", "", []) < 1 and usual > 0


def test_nothing_that_was_read_is_certain() -> None:
    every = list(load_toml("confidence.toml")["tiltak"]["signs"])
    assert (
        confidence("tiltak", "table-row", [sign for sign in every if sign in ("party", "time", "goal")])
        <= 0.99
    )
    assert confidence("tiltak", "", ["torn"] * 20) == 0.01


def line(text: str, start: int) -> Line:
    return Line(Text.of([Word(text, Place(start, start + len(text)))]))


def test_what_stands_in_a_table_that_may_be_misread_is_less_sure() -> None:
    header = [Cell([line(title, at)]) for at, title in enumerate(("Tiltak", "Ansvar", "Frist"))]
    rows = [[Cell([line("Kurs", 10 * at)]), Cell(), Cell()] for at in range(1, 6)]
    outline = Outline(None, [Table([header, *rows])], [])  # type: ignore[arg-type]
    doubtful = doubtful_words(outline)
    assert {10, 50} <= doubtful
    draft = TiltakDraft(rows[0][0].lines[0].text, "table", "table-row")
    assert tiltak_confidence(draft, doubtful=doubtful) < tiltak_confidence(draft) - 0.2


def test_optional_items_and_goals_of_the_state_are_not_judged() -> None:
    truth = {"tiltak": [{"text": "Kurs"}, {"text": "Lys på vegen", "optional": True}], "goals": []}
    item = {"rule": "a", "confidence": 0.9, "number": None}
    plan = {
        "tiltak": [{**item, "text": text} for text in ("Kurs", "Lys på vegen", "Eiendom")],
        "goals": [{**item, "text": "Færre ulykker", "kind": "national_goal"}],
    }
    found = list(judge(truth, plan, "plan", "known"))
    assert [(one.kind, one.right, one.given) for one in found] == [
        ("tiltak", True, 0.9),
        ("tiltak", False, 0.9),
    ]


def test_every_weight_belongs_to_something_that_is_looked_at() -> None:
    shown = {
        kind: set(signs(Item("x x innen 2020. A", True, True, True, True), kind)) | {"only_time", "short", "torn"}
        for kind in ("tiltak", "goal")
    }  # fmt: skip
    for kind, names in shown.items():
        assert set(load_toml("confidence.toml")[kind]["signs"]) <= names | {"sentences", "duty", "number"}
