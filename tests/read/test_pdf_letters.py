"""Where the letters of a word stand that was taken by its ends."""

from itertools import pairwise
from types import SimpleNamespace

import pytest

from extractor.read.pdf_letters import EvenLetters
from extractor.read.pdf_pdfium_metrics import Metrics
from extractor.read.pdf_pdfium_runs import Font

WIDTHS = dict.fromkeys("abcdefghijklmnopqrstuvwxyzæøå", 0.5) | {"m": 1.0, "i": 0.25}


@pytest.mark.parametrize("word", ["tiltak", "møteplass", "åtgjerd", "ikkje"])
def test_letters_fill_a_word_from_end_to_end(word: str) -> None:
    letters = EvenLetters(word, 70.0, 130.0, WIDTHS)
    assert "".join(letter for letter, _, _ in letters) == word
    assert letters[0][1] == 70.0
    assert letters[-1][2] == pytest.approx(130.0)
    assert all(last[2] == following[1] for last, following in pairwise(letters))


@pytest.mark.parametrize("word", ["mål", "mykje"])
def test_letters_are_as_wide_as_their_font_makes_them(word: str) -> None:
    (_, left, right), (_, start, end) = EvenLetters(word, 0.0, 20.0, WIDTHS)[:2]
    assert right - left == pytest.approx(2 * (end - start))


def test_a_part_of_the_letters_is_a_list_of_them() -> None:
    assert [letter for letter, _, _ in EvenLetters("frist", 0.0, 10.0, WIDTHS)[1:3]] == ["r", "i"]


@pytest.mark.parametrize("word", ["vedtatt", "godkjett"])
def test_the_last_letter_of_a_ligature_has_no_place_of_its_own(
    word: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn_as_one = {len(word) - 2, len(word) - 1}

    def loose_box(_: int, index: int, box: object) -> int:
        rect = box._obj  # type: ignore[attr-defined]
        place = float(min(drawn_as_one) if index in drawn_as_one else index)
        rect.left, rect.right = place, place + (2.0 if index in drawn_as_one else 1.0)
        return index < len(word)

    calls = SimpleNamespace(loose_box=loose_box, has_no_letter=lambda *_: 0)
    monkeypatch.setattr("extractor.read.pdf_pdfium_metrics.bound_calls", lambda: calls)
    metrics = Metrics(Font(0, "Liberation Sans", -0.2))
    box = SimpleNamespace(left=len(word) - 2.0, right=float(len(word)))
    assert metrics.bleed(0, SimpleNamespace(scale=1.0), "t", len(word) - 1, box) == (0.0, 0.0)  # type: ignore[arg-type]
