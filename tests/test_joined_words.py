"""Words that a line end cut, and text that goes on in the next column."""

from __future__ import annotations

import pytest

from extractor.document import Box, Place, Text, Word


def text(value: str) -> Text:
    return Text.of([Word(word, Place(0, len(word))) for word in value.split()])


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("plan for trafikktryggleiks-", "organisasjon", "plan for trafikktryggleiksorganisasjon"),
        ("plan for trafikksikkerhets-", "organisasjon", "plan for trafikksikkerhetsorganisasjon"),
        ("felles for Midt-", "Telemark", "felles for Midt-Telemark"),
        ("saman med Sør-", "Varanger kommune", "saman med Sør-Varanger kommune"),
        ("møte med SLT-", "koordinatoren", "møte med SLT-koordinatoren"),
        ("saman med IT-", "avdelinga", "saman med IT-avdelinga"),
        ("HAND-", "LINGSPLAN 2020", "HANDLINGSPLAN 2020"),
        ("TRAFIKKTRYGG-", "LEIKSPLAN", "TRAFIKKTRYGGLEIKSPLAN"),
        ("PLAN FOR NORD-", "TRØNDELAG", "PLAN FOR NORD-TRØNDELAG"),
        ("HELSE-", "OG OMSORGSPLAN", "HELSE- OG OMSORGSPLAN"),
        ("HELSE-", "ELLER SOSIALPLAN", "HELSE- ELLER SOSIALPLAN"),
        ("helse-", "og omsorgsplan", "helse- og omsorgsplan"),
        ("barne-", "eller ungdomsskule", "barne- eller ungdomsskule"),
        ("i 2020 -", "Telemark", "i 2020 - Telemark"),
    ],
)
def test_a_word_that_the_line_end_cut_is_made_whole(first: str, second: str, whole: str) -> None:
    assert text(first).continued(text(second)).value == whole


def placed(*boxes: tuple[int, Box]) -> Text:
    return Text.of([Word("ord", Place(0, 3, page, box)) for page, box in boxes])


def test_text_that_goes_on_in_the_next_column_has_a_place_in_each() -> None:
    low, high = Box(60, 700, 90, 710), Box(310, 100, 340, 110)
    places = placed((1, low), (1, low._replace(x0=91, x1=120)), (1, high)).places()
    assert [place.box for place in places] == [Box(60, 700, 120, 710), high]


def test_the_next_cell_of_a_row_is_in_the_same_place() -> None:
    first, third, beside = Box(60, 100, 90, 110), Box(60, 140, 90, 150), Box(310, 100, 340, 110)
    (place,) = placed((1, first), (1, third), (1, beside)).places()
    assert place.box == Box(60, 100, 340, 150)


def test_cells_that_a_page_break_cut_have_one_place_on_each_page() -> None:
    low, high = Box(60, 700, 90, 710), Box(60, 100, 90, 110)
    beside = [box._replace(x0=310, x1=340) for box in (low, high)]
    places = placed((1, low), (2, high), (1, beside[0]), (2, beside[1])).places()
    assert [(place.page, place.box) for place in places] == [
        (1, Box(60, 700, 340, 710)),
        (2, Box(60, 100, 340, 110)),
    ]
