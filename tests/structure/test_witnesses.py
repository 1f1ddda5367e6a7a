"""Tags and bookmarks speak of headings; they are believed where the text agrees."""

from __future__ import annotations

import logging

import pytest
from read.make_pdf import Sheet, make_pdf
from read.tagged_pdf import TaggedLine, make_tagged

from extractor.read.pdf import read_pdf
from extractor.structure.outline import Outline
from extractor.structure.sections import build_outline

NB = (
    "Kommunen skal prøve ordningen i to år og legge resultatet fram for utvalget.",
    "Skolene skal ha egne planer for trafikk, og foreldrene skal være med å lage dem.",
    "Ordningen koster lite og kan begynne med en gang.",
)
NN = (
    "Kommunen skal prøve ordninga i to år og leggje resultatet fram for utvalet.",
    "Skulane skal ha eigne planar for trafikk, og foreldra skal vere med å lage dei.",
    "Ordninga kostar lite og kan byrje med ein gong.",
)
both = pytest.mark.parametrize("text", [NB, NN], ids=["nb", "nn"])


def outline_of(data: bytes) -> Outline:
    return build_outline(read_pdf(data, "plan.pdf", "0" * 64))


def titles(outline: Outline) -> list[tuple[int, str]]:
    return [(section.level, section.title.value) for section in outline.sections]


def plain(*lines: tuple[str, str], text: tuple[str, ...]) -> list[TaggedLine]:
    """Return headings in the type of the text, each with three lines of text below."""
    return [
        (tag, words, 11.0)
        for heading in lines
        for tag, words in (heading, *(("P", sentence) for sentence in text))
    ]


@both
def test_a_tag_finds_a_heading_that_looks_like_text(text: tuple[str, ...]) -> None:
    lines = plain(("H1", "Trygge skoleveier"), ("H2", "Fortau"), ("H1", "Kollektivtrafikk"), text=text)
    assert titles(outline_of(make_tagged(lines))) == [
        (1, "Trygge skoleveier"),
        (2, "Fortau"),
        (1, "Kollektivtrafikk"),
    ]


@both
def test_tags_that_call_everything_a_heading_are_not_listened_to(text: tuple[str, ...]) -> None:
    lines = [("H1", words, 11.0) for words in ("Trygge skoleveier", *text, "Fortau", *text)]
    assert titles(outline_of(make_tagged(lines))) == []


@both
def test_a_sentence_is_no_heading_whatever_its_tag(text: tuple[str, ...]) -> None:
    lines = plain(("H1", "Trygge skoleveier"), ("H2", text[0]), ("H1", "Kollektivtrafikk"), text=text)
    assert [title for _, title in titles(outline_of(make_tagged(lines)))] == [
        "Trygge skoleveier",
        "Kollektivtrafikk",
    ]


@both
def test_small_type_is_no_heading_whatever_its_tag(text: tuple[str, ...]) -> None:
    lines = plain(("H1", "Trygge skoleveier"), ("H4", "Kjente steder"), ("H1", "Buss"), text=text)
    small = [(tag, words, 8.0 if tag == "H4" else size) for tag, words, size in lines]
    assert titles(outline_of(make_tagged(small))) == [(1, "Trygge skoleveier"), (1, "Buss")]


@both
def test_numbers_are_believed_more_than_the_levels_of_tags(text: tuple[str, ...]) -> None:
    lines = plain(("H2", "1 Innledning"), ("H3", "Bakgrunn for arbeidet"), ("H2", "2 Skoleveier"), text=text)
    assert titles(outline_of(make_tagged(lines))) == [
        (1, "Innledning"),
        (2, "Bakgrunn for arbeidet"),
        (1, "Skoleveier"),
    ]


@both
def test_headings_are_found_on_all_pages_and_tables_of_the_tree_are_passed_by(text: tuple[str, ...]) -> None:
    first = plain(("H1", "Trygge skoleveier"), text=text)
    second = plain(("Table", "Fortau"), ("H1", "Kollektivtrafikk"), text=text)
    assert titles(outline_of(make_tagged(first, second))) == [
        (1, "Trygge skoleveier"),
        (1, "Kollektivtrafikk"),
    ]


def pages_with_bookmarks(text: tuple[str, ...], bookmarks: list[tuple[str, int]]) -> bytes:
    def page(sheet: Sheet) -> None:
        y = 80.0
        for number, title, size in (
            ("1", "Innledning", 16),
            ("", "Bakgrunn", 13),
            ("2", "Skoleveier", 16),
            ("", "Fortau", 13),
        ):
            sheet.text(70, y, f"{number} {title}".strip(), size=size, font="Helvetica-Bold")
            y = sheet.prose(70, y + 30, " ".join(text), 420) + 30

    return make_pdf(page, bookmarks=bookmarks)


@both
def test_bookmarks_all_on_one_level_say_nothing_of_levels(text: tuple[str, ...]) -> None:
    flat = [(title, 0) for title in ("1 Innledning", "Bakgrunn", "2 Skoleveier", "Fortau")]
    expected = [(1, "Innledning"), (2, "Bakgrunn"), (1, "Skoleveier"), (2, "Fortau")]
    assert titles(outline_of(pages_with_bookmarks(text, flat))) == expected
    assert titles(outline_of(pages_with_bookmarks(text, [("Bakgrunn", 0)]))) == expected


@both
def test_bookmarks_below_the_title_of_the_document_are_moved_up(text: tuple[str, ...]) -> None:
    below = [("Plan for veg", 0), ("1 Innledning", 1), ("Bakgrunn", 2), ("2 Skoleveier", 1), ("Fortau", 2)]
    assert titles(outline_of(pages_with_bookmarks(text, below))) == [
        (1, "Innledning"),
        (2, "Bakgrunn"),
        (1, "Skoleveier"),
        (2, "Fortau"),
    ]


@both
def test_headings_are_known_on_pages_that_the_slower_parser_reads(
    text: tuple[str, ...], caplog: pytest.LogCaptureFixture
) -> None:
    lines = plain(("H1", "Trygge skoleveier"), ("H2", "Fortau"), ("H1", "Buss"), text=text)
    with caplog.at_level(logging.DEBUG, logger="extractor.read.pdf_parsers"):
        outline = outline_of(make_tagged(lines, replaced="Noe annet"))
    assert "page 1 goes to pdfplumber" in caplog.text
    assert titles(outline) == [(1, "Trygge skoleveier"), (2, "Fortau"), (1, "Buss")]
