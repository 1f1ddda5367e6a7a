"""`explain` tells how a wording is read; what docs/registers.md shows is what comes out."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from extractor.cli import main
from extractor.emit.terminal_explanation import answers, explanation_words
from extractor.explain import explain
from schemas.explanation import Explanation

ROW = re.compile(r"\| `(?P<text>[^`]+)` \| (?:`(?P<options>[^`]+)`)? ?\| (?P<found>.+?) \| (?P<rule>[^|]*)\|")
SHOWN = [
    match
    for line in (Path(__file__).parents[1] / "docs" / "registers.md").read_text("utf-8").splitlines()
    if (match := ROW.fullmatch(line.strip()))
]


def planuttrekk(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["explain", *arguments])


@pytest.mark.parametrize("row", SHOWN, ids=lambda row: row["text"])
def test_the_page_on_registers_shows_what_comes_out(row: re.Match[str]) -> None:
    result = planuttrekk("--json", *shlex.split(row["options"] or ""), row["text"])
    found = Explanation.model_validate_json(result.stdout)
    told = [(answer.found, answer.rule) for answer in answers(found, explanation_words("nb"))]
    told = [(wording.replace("\u00a0", " "), rule) for wording, rule in told]
    assert any(wording.startswith(row["found"]) and rule == row["rule"].strip() for wording, rule in told), (
        told
    )


def test_the_page_has_rows_of_every_register() -> None:
    assert len(SHOWN) > 25
    rules = {row["rule"].partition(":")[0] for row in SHOWN if row["rule"].strip()}
    assert rules == {"kommune", "party", "schedule", "amount", "theme", "plan_type"}


@pytest.mark.parametrize(
    ("nb", "nn"), [("Hver høst", "Kvar haust"), ("Rådmannen", "Rådmannen"), ("Løpende", "Løpande")]
)
def test_both_written_standards_are_read_alike(nb: str, nn: str) -> None:
    one, other = (explain(text).model_dump(exclude={"text"}) for text in (nb, nn))
    assert _without_raw(one) == _without_raw(other)


def _without_raw(found: object) -> object:
    if isinstance(found, dict):
        return {key: _without_raw(value) for key, value in found.items() if key not in ("raw", "cues")}
    return [_without_raw(value) for value in found] if isinstance(found, list) else found


@pytest.mark.parametrize("text", ["", "  ", "\x1b[31mrødt\x1b[0m", "<script>", "x" * 5000, "«»", "1" * 400])
def test_any_wording_is_answered_and_none_reaches_the_terminal_raw(text: str) -> None:
    result = planuttrekk("--", text)
    assert result.exit_code == 0 and "\x1b[31m" not in result.stdout


@pytest.mark.parametrize(
    ("language", "nothing"),
    [("nb", "leses ikke som dette"), ("nn", "blir ikkje lese som dette"), ("en", "not read as this")],
)
def test_what_a_register_does_not_know_is_said_in_the_language_asked_for(language: str, nothing: str) -> None:
    assert nothing in planuttrekk("--lang", language, "2015").stdout


def test_a_header_tells_the_unit_and_that_a_day_is_a_deadline() -> None:
    assert explain("250", header="Kostnad i 1000 kr").cost.amount == 250_000  # type: ignore[union-attr]
    for header in ("Frist", "Tidsfrist"):
        assert explain("1.3.2017", header=header).schedule.kind == "deadline"  # type: ignore[union-attr]


def test_a_line_of_json_is_written_for_each_wording() -> None:
    lines = planuttrekk("--json", "rektor", "2015").stdout.splitlines()
    assert [json.loads(line)["text"] for line in lines] == ["rektor", "2015"]


@pytest.mark.parametrize("period", ["2013", "2016-2013", "no"])
def test_a_period_that_is_none_is_refused(period: str) -> None:
    assert planuttrekk("2015", "--period", period).exit_code == 2
