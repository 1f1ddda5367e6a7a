"""Boxes of items that share their lines with other words."""

from __future__ import annotations

import pytest

from extractor.document import Box, LayoutDocument, Line, Page, Place, Text, Word
from extractor.interpret.surroundings import Surroundings

LINE = 14.0  # points from one line to the next
LETTER = 6.0  # points


def printed(*lines: str, left: float = 70.0) -> LayoutDocument:
    """A page with the lines that are drawn here."""
    blocks, start = [], 0
    for number, line in enumerate(lines):
        words, x = [], left
        for text in line.split(" "):
            top = 100 + LINE * number
            place = Place(start, start + len(text), 1, Box(x, top, x + LETTER * len(text), top + 11))
            if text:
                words.append(Word(text, place))
            start, x = start + len(text) + 1, x + LETTER * (len(text) + 1)
        blocks.append(Line(Text.of(words), page=1))
    return LayoutDocument("plan.pdf", "0", "application/pdf", [Page(1, 595, 842, list(blocks))])


def part(document: LayoutDocument, wording: str) -> Text:
    """The words of a wording that goes on over lines."""
    whole = Text("", [], [])
    for block in document.pages[0].blocks:
        assert isinstance(block, Line)
        whole = whole.continued(block.text)
    at = whole.value.index(wording)
    return whole.slice(at, at + len(wording))


def boxes(document: LayoutDocument, wording: str) -> list[Box]:
    return [place.box for place in Surroundings(document).places(part(document, wording)) if place.box]


@pytest.mark.parametrize(
    "lines",
    [
        ("Dette er noe. Målet er at alle", "barn skal ha det trygt. Mer om dette"),
        ("Dette er noko. Målet er at alle", "born skal ha det trygt. Meir om dette"),
    ],
)
def test_a_sentence_within_a_paragraph_has_a_box_for_each_line(lines: tuple[str, str]) -> None:
    wording = " ".join(lines).split(". ")[1] + "."
    first, second = boxes(printed(*lines), wording)
    assert first.x0 > second.x0 and second.x1 < first.x1
    assert first.bottom <= second.top


@pytest.mark.parametrize(
    "lines", [("2.1 Trygg skoleveg for", "alle barn"), ("2.1 Trygg skuleveg for", "alle born")]
)
def test_a_number_in_front_stays_outside(lines: tuple[str, str]) -> None:
    first, second = boxes(printed(*lines), " ".join(lines)[4:])
    assert first.x0 == 70 + 4 * LETTER and second.x0 == 70


def test_lines_in_the_middle_share_a_box() -> None:
    lines = (
        "Noe annet. Målet er at",
        "alle barn skal ha det trygt",
        "på veg til skolen hver",
        "dag. Mer om det",
    )
    document = printed(*lines)
    found = boxes(document, "Målet er at alle barn skal ha det trygt på veg til skolen hver dag.")
    assert [round((box.bottom - box.top) / LINE) for box in found] == [1, 2, 1]


def test_an_item_that_has_its_lines_to_itself_has_one_box() -> None:
    assert len(boxes(printed("Trygg skoleveg for", "alle barn"), "Trygg skoleveg for alle barn")) == 1


def test_places_tell_which_words_they_hold() -> None:
    document = printed("Noe. Målet er trygg", "skoleveg. Mer")
    first, second = Surroundings(document).places(part(document, "Målet er trygg skoleveg."))
    assert (first.start, first.end, second.start, second.end) == (5, 19, 20, 29)


def test_text_without_pages_has_one_place() -> None:
    words = [Word("Trygg", Place(0, 5)), Word("veg", Place(6, 9))]
    document = LayoutDocument("plan.txt", "0", "text/plain", [Page(None, blocks=[Line(Text.of(words))])])
    assert Surroundings(document).places(Text.of(words)) == [Place(0, 9)]
