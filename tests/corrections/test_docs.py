"""What docs/corrections.md shows is what the program takes."""

from __future__ import annotations

import re
from pathlib import Path

from extractor.corrections.keys import key_of
from schemas.corrections import Correction, Corrections

PAPER = (Path(__file__).parents[2] / "docs" / "corrections.md").read_text(encoding="utf-8")


def example() -> Corrections:
    [text] = re.findall(r"```json\n(.*?)```", PAPER, re.DOTALL)
    return Corrections.model_validate_json(text)


def test_the_example_has_one_of_each_verdict_with_the_keys_of_its_wordings() -> None:
    said = example().corrections
    assert [one.verdict for one in said] == ["right", "wrong", "changed", "added"]
    assert [one.key for one in said] == [key_of(one.item[0], one.text) for one in said]


def test_every_key_of_a_correction_is_explained() -> None:
    told = set(re.findall(r"`(\w+)`", PAPER))
    assert set(Correction.model_fields) <= told
