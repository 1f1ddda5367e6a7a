"""Running headers, footers and page numbers are no content; labels that happen to come back are."""

from __future__ import annotations

import pytest
from drawing import outline, page, pdf

from extractor.document import Line
from extractor.structure.furniture import mark_furniture


def _left(*texts: str, top: float) -> list[str]:
    """Return what is left as content when each page has one of the texts at `top`."""
    document = pdf(
        *(page(n, (300, f"Avsnitt {n} om planen"), (top, text)) for n, text in enumerate(texts, 1))
    )
    mark_furniture(document)
    lines = [block for one in document.pages for block in one.blocks if isinstance(block, Line)]
    return [
        line.text.value for line in lines if not line.furniture and not line.text.value.startswith("Avsnitt")
    ]


@pytest.mark.parametrize("top", [30.0, 800.0])
@pytest.mark.parametrize(
    "wording", ["Rusplan for Vestre kommune", "Side {} av 9", "Rusplan – side {}", "- {} -", "{}"]
)
def test_what_comes_back_at_the_edge_of_the_pages_is_furniture(wording: str, top: float) -> None:
    assert _left(*(wording.format(n) for n in range(3, 8)), top=top) == []


def test_the_same_wording_in_the_middle_of_the_page_is_content() -> None:
    assert _left("Tiltak", "Tiltak", "Tiltak", top=400.0) == ["Tiltak"] * 3


def test_a_label_with_colon_at_the_edge_is_content() -> None:
    assert _left("Tiltak:", "Tiltak:", "Tiltak:", top=30.0) == ["Tiltak:"] * 3


def test_what_stands_at_the_edge_of_one_page_only_is_content() -> None:
    lines = ["Trygge skuleveger", "Fleire går og syklar", "Færre blir skadde"]
    assert _left(*lines, top=30.0) == lines


def test_page_marks_in_a_text_file_are_left_out() -> None:
    drawn = outline("1 Bakgrunn\n\nEt avsnitt om planen.\n\n[side 4]\n\nEt avsnitt til om planen.\n")
    texts = [paragraph.text.value for _, paragraph in drawn.paragraphs()]
    assert texts == ["Et avsnitt om planen.", "Et avsnitt til om planen."]


def test_both_lines_of_a_running_header_are_left_out_of_a_text_file() -> None:
    header = "BYGDA KOMMUNE\nRusplan 2031 – 2034                {}\n"
    found = outline("\n".join(f"{header.format(page)}\nTekst på side {page}.\n" for page in "123"))
    assert [paragraph.whole.value for _, paragraph in found.paragraphs()] == [
        f"Tekst på side {page}." for page in "123"
    ]


def test_amounts_that_do_not_grow_are_no_page_numbers() -> None:
    found = outline("Skole nord      12\n\nTekst.\n\nSkole nord      12\n")
    assert not found.furniture


@pytest.mark.parametrize("title", ["Helse- og omsorgsplan 2012–", "Plan for oppvekst og skule"])
def test_year_in_the_type_of_the_title_is_no_page_number(title: str) -> None:
    cover = page(1, (40, title, 30.0), (75, "2020", 30.0), (800, "1", 11.0))
    body = page(
        2, (300, "Innbyggerne skal få rett hjelp til rett tid, og vi skal spørre dem."), (800, "2020", 11.0)
    )
    document = pdf(cover, body)
    mark_furniture(document)
    left = [
        line.text.value
        for one in document.pages
        for line in one.blocks
        if isinstance(line, Line) and not line.furniture
    ]
    assert left[:2] == [title, "2020"] and "1" not in left and left.count("2020") == 1


@pytest.mark.parametrize("mark", ["- {} -", "– {} –", "-{}-"])
def test_page_numbers_between_dashes_are_left_out_of_a_text_file(mark: str) -> None:
    found = outline("".join(f"Tekst på side {page}.\n\n      {mark.format(page)}\n\n" for page in "456"))
    assert [paragraph.whole.value for _, paragraph in found.paragraphs()] == [
        f"Tekst på side {page}." for page in "456"
    ]
