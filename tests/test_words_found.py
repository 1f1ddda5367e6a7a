"""Nothing that stands in a sample is lost on the way to the output, and nothing comes twice."""

from __future__ import annotations

from pathlib import Path

import pytest
from words_found import measure, missing, words_of

SAMPLES = sorted((Path(__file__).parents[1] / "samples" / "sources").iterdir())
LEAST_FOUND = 99.5  # per cent: the raised number of a footnote is no word of the text
MOST_ADDED = 0.0


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_every_word_of_a_sample_is_in_the_output_once(path: Path) -> None:
    words = measure(path)
    assert words.count > 100
    assert words.found >= LEAST_FOUND, f"lost: {dict(words.lost)}"
    assert words.surplus <= MOST_ADDED, f"added: {dict(words.added)}"


@pytest.mark.parametrize(
    ("wanted", "given", "lost"),
    [
        ("Trygg skoleveg til alle", "trygg SKOLEVEG til alle", []),
        ("Trygg skule- veg til alle", "Trygg skuleveg til alle", []),
        ("Trygg skuleveg til alle", "Trygg skule veg til alle", []),
        ("I n n h a l d og meir", "Innhald og meir", []),
        ("veg og veg og bru", "veg og bru", ["og", "veg"]),
        ("mål og tiltak", "tiltak", ["mål", "og"]),
    ],
)
def test_words_are_counted_as_often_as_they_stand_there(wanted: str, given: str, lost: list[str]) -> None:
    assert sorted(missing(words_of([wanted]), words_of([given])).elements()) == lost
