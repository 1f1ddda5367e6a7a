"""Words and lines: spelling, bullets, footnote marks, weight, breaks and white space."""

from __future__ import annotations

import pytest
from read.make_pdf import Sheet, lines, make_pdf, read, texts
from read.test_pdf_pdfium import read_by_plumber

from extractor.read.pdf_lines import Tape, make_line
from extractor.read.pdf_tokens import Token, spell

LONG_NB = "Kommunen skal legge til rette for at alle barn kan gå trygt til skolen og hjem igjen uten å krysse veien."
LONG_NN = (
    "Kommunen skal leggje til rette for at alle born kan gå trygt til skulen og heim att utan å krysse vegen."
)


@pytest.mark.parametrize(
    ("raw", "word"),
    [
        ("o\ufb00entlig", "offentlig"),
        ("e\ufb03ktiv", "effiktiv"),
        ("a\u030apne", "åpne"),
        ("psy\u00adkisk", "psykisk"),
        ("bru\u00ad", "bru-"),
        ("rus\u2010", "rus-"),
        ("trygg\u200b", "trygg"),
        ("(cid:12)(cid:7)", "\ufffd\ufffd"),
        ("støy\x02", "støy"),
    ],
)
def test_words_are_spelled_in_their_usual_form(raw: str, word: str) -> None:
    assert spell(raw) == word


def test_ligatures_in_a_font_are_expanded() -> None:
    assert texts(read(lambda sheet: sheet.text(70, 100, "Tra\ufb01kk og \ufb02ytting", font="Vera"))) == [
        "Trafikk og flytting"
    ]


@pytest.mark.parametrize("word", ["FOLKEHELSE", "RUSOMSORG", "TILTAK"])
def test_spread_letters_are_one_word(word: str) -> None:
    (value,) = texts(read(lambda sheet: sheet.text(70, 100, f"{word} NO", size=14, charSpace=7)))
    assert value.split()[0] == word


def test_words_without_written_spaces_are_kept_apart() -> None:
    def page(sheet: Sheet) -> None:
        sheet.text(70, 100, "Trygg")
        sheet.text(103, 100, "skuleveg")

    assert texts(read(page)) == ["Trygg skuleveg"]


def test_pieces_of_a_word_that_were_printed_separately_are_one_word() -> None:
    def page(sheet: Sheet) -> None:
        sheet.text(70, 100, "Folke", font="Helvetica-Bold")
        width = sheet.canvas.stringWidth("Folke", "Helvetica-Bold", 11)
        sheet.text(70 + width, 100, "helse")

    (line,) = lines(read(page))
    assert (line.text.value, line.bold) == ("Folkehelse", False)


def test_bold_that_is_printed_twice_is_read_once() -> None:
    def page(sheet: Sheet) -> None:
        sheet.text(70, 100, "Mål og tiltak")
        sheet.text(70.3, 100, "Mål og tiltak")

    (line,) = lines(read(page))
    assert (line.text.value, line.bold) == ("Mål og tiltak", True)


def test_weight_slant_and_size_of_a_line() -> None:
    def page(sheet: Sheet) -> None:
        sheet.text(70, 100, "Hovedmål", font="Helvetica-BoldOblique", size=16)
        sheet.text(70, 140, "Delmål", font="Helvetica-Bold")
        sheet.text(115, 141, "er noe annet", size=9)

    first, second = lines(read(page))
    assert (first.bold, first.italic, first.size) == (True, True, 16)
    assert (second.bold, second.italic, second.size) == (False, False, 9)


def test_footnote_mark_is_dropped_and_exponent_kept() -> None:
    def page(sheet: Sheet) -> None:
        for y, word in ((100, "midlar."), (140, "80 m")):
            sheet.text(70, y, word)
            end = 70 + sheet.canvas.stringWidth(word, "Helvetica", 11)
            sheet.text(end, y - 1, "2", size=7)

    assert texts(read(page)) == ["midlar.", "80 m2"]


BULLETS = [
    ("\u2022", "Helvetica", 11),
    ("\xb7", "Symbol", 11),
    ("n", "ZapfDingbats", 11),
    ("-", "Helvetica", 11),
    ("\u2013", "Helvetica", 11),
    ("o", "Courier", 11),
]


@pytest.mark.parametrize(("glyph", "font", "size"), BULLETS)
def test_bullets_are_taken_off_and_noted(glyph: str, font: str, size: float) -> None:
    def page(sheet: Sheet) -> None:
        for y, item in ((100, "Økt kompetanse"), (120, "Færre ulykker")):
            sheet.text(70, y, glyph, font=font, size=size)
            sheet.text(88, y, item)

    found = lines(read(page))
    assert [(line.bullet, line.text.value, round(line.indent)) for line in found] == [
        ("•", "Økt kompetanse", 88),
        ("•", "Færre ulykker", 88),
    ]


def test_bullet_that_touches_its_text_is_taken_off() -> None:
    (line,) = lines(read(lambda sheet: sheet.text(70, 100, "\u2022Tryggleik")))
    assert (line.bullet, line.text.value) == ("•", "Tryggleik")


@pytest.mark.parametrize("glyph", ["\uf0b7", "\uf0a7", "§"])
def test_bullets_of_symbol_fonts_are_taken_off(glyph: str) -> None:
    row = [
        Token(glyph, 70, 100, 74, 111, 11, False, False, symbol=True, spaced=True, glyphs=[(glyph, 70, 74)]),
        Token("Fortau", 88, 100, 120, 111, 11, False, False, symbol=False, spaced=True, glyphs=[]),
    ]
    line = make_line(row, 1, Tape())
    assert line is not None
    assert (line.bullet, line.text.value) == ("•", "Fortau")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Planen gjelder for barn og unge i hele kommunen fra og med år 2020", "– og for foreldrene deres"),
        ("Planen gjeld for born og unge i heile kommunen frå og med år 2020", "– og for foreldra deira"),
    ],
)
def test_dash_in_the_middle_of_a_sentence_is_no_bullet(first: str, second: str) -> None:
    def page(sheet: Sheet) -> None:
        sheet.text(70, 100, first)
        sheet.text(70, 114.3, second)

    assert [line.bullet for line in lines(read(page))] == [None, None]


@pytest.mark.parametrize("text", [LONG_NB, LONG_NN])
def test_line_broken_for_want_of_room_is_full_and_last_line_is_not(text: str) -> None:
    def page(sheet: Sheet) -> None:
        y = sheet.prose(70, 100, text, 200)
        sheet.prose(70, y + 12, text, 200)

    found = lines(read(page))
    assert [line.full for line in found] == ([True] * (len(found) // 2 - 1) + [False]) * 2


@pytest.mark.parametrize("parts", [("Rektor", "Teknisk eining"), ("Rådmannen", "NAV")])
def test_line_that_the_writer_broke_is_not_full(parts: tuple[str, str]) -> None:
    def page(sheet: Sheet) -> None:
        sheet.prose(70, 60, LONG_NN, 400)
        sheet.text(70, 200, parts[0])
        sheet.text(70, 214, parts[1])

    assert [line.full for line in lines(read(page))][-2:] == [False, False]


def test_right_edge_of_text_is_the_same_on_all_pages() -> None:
    def short(sheet: Sheet) -> None:
        sheet.text(70, 200, "Ansvar: Oppvekstsjefen")
        sheet.text(70, 214, "Frist: Innen 2021")

    document = read(lambda sheet: sheet.prose(70, 200, LONG_NB * 2, 400), short)
    assert [line.full for line in lines(document)][-2:] == [False, False]


def test_white_space_is_counted_beyond_that_of_lines_in_one_paragraph() -> None:
    def page(sheet: Sheet) -> None:
        y = sheet.prose(70, 100, LONG_NB, 150)
        sheet.prose(70, y + 11, LONG_NB, 150)

    gaps = [line.gap for line in lines(read(page))]
    half = len(gaps) // 2
    assert gaps[1:half] == pytest.approx([0.0] * (half - 1), abs=0.05)
    assert gaps[half] == pytest.approx(1.0, abs=0.1)


def test_header_and_footer_are_lines_of_their_own_at_both_ends() -> None:
    def page(sheet: Sheet) -> None:
        sheet.text(70, 40, "Folkehelseplan 2021–2024", size=9)
        sheet.text(440, 40, "Kommunen vår", size=9)
        sheet.prose(70, 80, LONG_NN, 420)
        sheet.text(70, 800, "Vedteken 12.12.2020", size=9)
        sheet.text(480, 800, "Side 1 av 9", size=9)

    found = texts(read(page, page))
    half = len(found) // 2
    assert found[:2] == ["Folkehelseplan 2021–2024", "Kommunen vår"]
    assert found[half - 2 : half] == ["Vedteken 12.12.2020", "Side 1 av 9"]


def test_wide_space_inside_the_text_does_not_split_a_line() -> None:
    def page(sheet: Sheet) -> None:
        for y, label, value in (
            (200, "Saksbehandlar:", "Kari Nes"),
            (216, "Arkivref:", "2019/77"),
            (232, "Dato:", "Mai"),
        ):
            sheet.text(70, y, label)
            sheet.text(300, y, value)

    assert texts(read(page)) == ["Saksbehandlar: Kari Nes", "Arkivref: 2019/77", "Dato: Mai"]


def test_leaders_are_kept_apart_from_title_and_page_number() -> None:
    def page(sheet: Sheet) -> None:
        sheet.text(70, 200, "Innleiing" + "." * 60 + "4")
        sheet.text(70, 216, "Vedtatt av:.....kommunestyret")

    assert texts(read(page)) == ["Innleiing " + "." * 60 + " 4", "Vedtatt av:.....kommunestyret"]


def test_label_and_value_at_the_top_of_a_page_are_one_line() -> None:
    def page(sheet: Sheet) -> None:
        for y, label, value in (
            (56, "Saksbehandlar:", "Kari Nes"),
            (80, "Arkivref:", "2019/77"),
            (104, "Dato:", "Mai"),
        ):
            sheet.text(70, y, label)
            sheet.text(250, y, value)

    assert texts(read(page)) == ["Saksbehandlar: Kari Nes", "Arkivref: 2019/77", "Dato: Mai"]


@pytest.mark.parametrize(("first", "second"), [("første", "linjetjeneste"), ("første", "lineteneste")])
def test_a_space_that_takes_no_room_is_an_unused_soft_hyphen(
    first: str, second: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def page(sheet: Sheet) -> None:
        sheet.text(70, 100, f"{first} ")
        sheet.text(70 + sheet.canvas.stringWidth(first, "Helvetica", 11), 100, second)

    read_it = read_by_plumber(make_pdf(page), monkeypatch)
    assert texts(read_it) == [first + second]


@pytest.mark.parametrize("words", ["Etablering og nyskaping", "Opplæring og rettleiing"], ids=["nb", "nn"])
def test_small_capitals_have_the_size_of_the_large_ones(words: str) -> None:
    def page(sheet: Sheet) -> None:
        x = 70.0
        for index, letter in enumerate(words.upper()):
            size = 9 if index else 13
            sheet.text(x, 100 + 13 - size, letter, size=size)
            x += sheet.canvas.stringWidth(letter, "Helvetica", size)

    (line,) = lines(read(page))
    assert (line.text.value, line.size) == (words.upper(), 13)
