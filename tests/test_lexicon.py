"""Word lists in both written standards."""

from __future__ import annotations

import pytest

from extractor.lexicon import LexiconError, words
from extractor.structure.columns import column_roles


def test_an_entry_gives_bokmål_first_and_each_word_once() -> None:
    table = {"measures": {"nb": ["tiltak", "tiltakene"], "nn": ["tiltak", "tiltaka"], "both": ["ditto"]}}
    assert words(table, "measures", file="goals.toml") == ("tiltak", "tiltakene", "tiltaka", "ditto")


def test_nynorsk_words_that_are_written_in_two_ways_are_understood_in_both() -> None:
    table = {"ways": {"nb": ["hva vil vi gjøre"], "nn": ["kva vil vi gjere"]}}
    assert words(table, "ways", file="goals.toml")[1:] == (
        "kva vil vi gjere",
        "kva vil vi gjera",
        "kva vil me gjere",
        "kva vil me gjera",
    )


@pytest.mark.parametrize("title", ["Kva vil me gjera", "Dette skal me gjera", "Kva gjer me?"])
def test_a_column_may_ask_in_either_form(title: str) -> None:
    assert column_roles(title) == ("measure",)


@pytest.mark.parametrize("entry", [{"nb": ["tiltak"]}, {"nn": ["tiltak"]}, ["tiltak"]])
def test_an_entry_in_one_standard_is_refused(entry: object) -> None:
    with pytest.raises(LexiconError, match=r"goals\.toml.*measures.*both nb and nn"):
        words({"measures": entry}, "measures", file="goals.toml")
