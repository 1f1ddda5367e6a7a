"""What OCR says of a page becomes words like those of any other page. No engine is needed for that."""

from __future__ import annotations

import math

import numpy
import pytest
from PIL import Image

from extractor.document import Box, Sheet
from extractor.read.ocr_marks import mark
from extractor.read.ocr_page import confidence, scan_ink
from extractor.read.ocr_skew import find_skew
from extractor.read.ocr_strokes import erase, find_strokes
from extractor.read.ocr_words import Line, Scan, Spot, read_hocr
from extractor.read.pdf_ink import Ink
from extractor.read.pdf_tokens import Token
from extractor.read.pdf_words import read_words

SCALE = 300 / 72
WIDTH, HEIGHT = 2480, 3508
PICTURE = Ink(595, 842, pictures=[Box(0, 0, 595, 842)])


def spot(text: str, x: float, base: float, *, small: float = 25, sure: float = 0.95, **told: float) -> Spot:
    return Spot(
        text, x, base - 1.4 * small, x + 0.9 * small * len(text), base, sure, **{"stroke": 3.1, **told}
    )


def line(words: str, x: float = 300, base: float = 400, *, small: float = 25, **told: float) -> Line:
    spots = []
    for word in words.split():
        spots.append(spot(word, x, base, small=small, **told))
        x = spots[-1].x1 + 0.5 * small
    return Line(base, 0.0, small, spots)


def page(*lines: Line, **told: object) -> Scan:
    return Scan(SCALE, 0, 0.0, WIDTH, HEIGHT, list(lines), [], [])._replace(**told)


def words(scan: Scan) -> list[Token]:
    return read_words(scan_ink(scan, PICTURE)).upright


def texts(scan: Scan) -> list[str]:
    return [token.text for token in words(scan)]


def test_words_stand_where_they_stood_in_the_picture() -> None:
    [first, second] = words(page(line("Årleg kurs", x=300, base=400)))
    assert (first.text, second.text) == ("Årleg", "kurs")
    assert first.x0 == pytest.approx(300 / SCALE)
    assert first.top < 400 / SCALE < first.bottom
    assert first.size == pytest.approx(10.8)


def test_sizes_that_differ_by_a_pixel_are_the_same_and_headings_are_larger() -> None:
    body = [
        line("Kommunen skal ha god oversikt", base=600 + 60 * row, small=25 - row % 2) for row in range(8)
    ]
    sizes = [token.size for token in words(page(line("Mål", small=35), *body))]
    assert len(set(sizes)) == 2
    assert sizes[0] > 1.3 * sizes[1]


@pytest.mark.parametrize("heading", ["Ansvarlig for tiltakene", "Ansvarleg for tiltaka"])
def test_words_with_thick_strokes_are_bold_and_short_ones_follow_their_line(heading: str) -> None:
    body = [line("Kommunen skal ha god oversikt", base=600 + 60 * row) for row in range(3)]
    found = words(page(line(f"2 {heading}", stroke=4.4), *body))
    assert [token.bold for token in found if token.top < 100] == [True] * 4
    assert not any(token.bold for token in found if token.top > 100)


@pytest.mark.parametrize("read_as", ["*", "e", "+", "«", "•", "¢"])
def test_a_blot_in_front_of_a_line_is_a_bullet(read_as: str) -> None:
    blot = Spot(read_as, 270, 380, 284, 394, 0.4, 5.0, 0.7)
    item = line("Lys på gangvegen")
    assert texts(page(item._replace(words=[blot, *item.words])))[0] == "•"


@pytest.mark.parametrize("sentence", ["I tillegg kommer drift", "I tillegg kjem drift", "i alt ti møter"])
def test_one_letter_in_front_of_a_line_stays_a_letter(sentence: str) -> None:
    assert texts(page(line(sentence, solid=0.75))) == sentence.split()


def test_a_dash_in_front_of_a_line_stays_a_dash() -> None:
    assert texts(page(line("– møte med løyvehavarar", solid=0.9)))[0] == "–"


@pytest.mark.parametrize(("top", "expected"), [(364, ["I", "kvar", "krins"]), (250, ["kvar", "krins"])])
def test_an_upright_dash_is_the_letter_i_where_it_is_as_high_and_else_what_is_left_of_a_line(
    top: float, expected: list[str]
) -> None:
    dash = Spot("|", 270, top, 274, 400, 0.9)
    item = line("kvar krins")
    assert texts(page(item._replace(words=[dash, *item.words]))) == expected


@pytest.mark.parametrize(
    ("law", "below", "read_as", "expected"),
    [
        ("folkehelseloven", 8, "8", "§"),
        ("folkehelselova", 5, "$", "§"),
        ("folkehelselova", 0, "8", "8"),
    ],
)
def test_a_section_sign_reaches_below_the_line_as_no_digit_does(
    law: str, below: float, read_as: str, expected: str
) -> None:
    cited = line(f"{law} {read_as} 3-2")
    sign = cited.words[1]._replace(bottom=400 + below)
    assert texts(page(cited._replace(words=[cited.words[0], sign, cited.words[2]]))) == [law, expected, "3-2"]


@pytest.mark.parametrize("written", ["1.2 Mål og tiltak", "1.2 Mål og tiltak i kommuna"])
def test_the_ring_of_a_large_letter_is_no_line_of_its_own(written: str) -> None:
    heading = line(written.replace("å", "a"), small=40)
    word = heading.words[1]
    middle = word.x0 + 1.5 * (word.x1 - word.x0) / 3
    ring = Line(340, 0.0, 9, [Spot("Q", middle - 8, 328, middle + 8, 342, 0.7)])
    assert texts(page(ring, heading)) == written.split()


def test_dots_that_lead_to_a_page_number_are_not_read_as_letters() -> None:
    entry = line("Innleiing .......rsrrnrv")
    junk, number = spot("vnnrrer", 1200, 400, sure=0.1), spot("14", 1500, 400)
    assert texts(page(entry._replace(words=[*entry.words, junk, number]))) == ["Innleiing", "........", "14"]


def test_pieces_of_a_word_that_nearly_touch_are_one_word() -> None:
    first = spot("NA", 300, 400)
    pieces = [first, spot("V-leiar", first.x1 + 2, 400), spot("og", first.x1 + 200, 400)]
    assert texts(page(Line(400, 0.0, 25, pieces))) == ["NAV-leiar", "og"]


def test_quotation_marks_that_never_end_are_bullets() -> None:
    assert texts(page(line("«Lys på vegen"))) == ["•", "Lys", "på", "vegen"]
    assert texts(page(line("«Lys på vegen» er ferdig"))) == ["«Lys", "på", "vegen»", "er", "ferdig"]


def test_specks_are_no_words() -> None:
    speck = Spot("`", 1000, 380, 1006, 386, 0.05)
    item = line("ti møte")
    assert texts(page(item._replace(words=[*item.words, speck]))) == ["ti", "møte"]


def test_how_sure_a_page_is_goes_by_letters_and_leaves_dotted_lines_out() -> None:
    assert confidence(page(line("Innhald", sure=0.9), line("........", sure=0.0))) == pytest.approx(0.9)
    assert confidence(page()) == 0.0


def slanted(base: float, slope: float) -> Line:
    words = [spot(word, x, base + slope * x) for word, x in zip("abcde", range(200, 2200, 400), strict=True)]
    return Line(base, slope, 25, words)


def test_a_slant_that_is_left_is_taken_out_and_boxes_keep_it() -> None:
    row = slanted(600.0, 0.005)
    ink = scan_ink(page(row), PICTURE)
    found = read_words(ink).upright
    assert max(token.bottom for token in found) - min(token.bottom for token in found) < 0.3
    sheet = Sheet(0, ink.width, ink.height, ink.skew)
    for token, word in zip(found, row.words, strict=True):
        box = sheet.seen(token.box)
        assert (box.x0 + box.x1) / 2 == pytest.approx((word.x0 + word.x1) / 2 / SCALE, abs=0.5)
        assert box.bottom - 0.22 * token.size == pytest.approx(word.bottom / SCALE, abs=0.5)


@pytest.mark.parametrize("skew", [-1.5, 0.4, 2.0])
def test_a_box_on_a_page_that_was_straightened_is_given_as_the_page_is_seen(skew: float) -> None:
    sheet = Sheet(0, 600, 800, skew)
    middle = sheet.seen(Box(299, 399, 301, 401))
    assert ((middle.x0 + middle.x1) / 2, (middle.top + middle.bottom) / 2) == pytest.approx((300, 400))
    right = sheet.seen(Box(599, 399, 601, 401))
    assert (right.top + right.bottom) / 2 - 400 == pytest.approx(300 * math.sin(math.radians(skew)))


def test_lines_of_the_file_are_kept_where_the_page_is_no_picture() -> None:
    drawn = Ink(595, 842, base=842, across=[], fills=[Box(10, 10, 90, 20)], paths=400)
    ink = scan_ink(page(line("Tiltak"), across=[[100.0, 10.0, 900.0]]), drawn)
    assert ink.fills == drawn.fills
    assert ink.across == []
    assert [glyph.get_text() for glyph in ink.glyphs if glyph.get_text().strip()] == ["Tiltak"]


HOCR = """<?xml version="1.0" encoding="UTF-8"?>
<html xmlns="http://www.w3.org/1999/xhtml"><body><div class='ocr_page'><p class='ocr_par'>
<span class='ocr_header' title="bbox 200 100 900 140; baseline 0.01 -9; x_size 40; x_descenders 9; x_ascenders 8">
<span class='ocrx_word' title='bbox 200 100 500 140; x_wconf 91'>Drift &amp; <strong>vedlikehald</strong></span>
<span class='ocrx_word' title='bbox 520 100 900 140; x_wconf 7'> </span></span></p></div></body></html>"""


def test_what_tesseract_writes_is_taken_apart() -> None:
    [found] = read_hocr(HOCR)
    assert found.words == [Spot("Drift & vedlikehald", 200, 100, 500, 140, 0.91)]
    assert found.small == 23
    assert found.base + found.slope * 200 == pytest.approx(131)
    assert read_hocr("") == []


@pytest.mark.parametrize(("written", "top"), [("HANDLINGSPLAN", 100), ("SKULEÅRET", 89), ("SKOLEÅRET", 89)])
def test_a_line_of_capitals_is_as_large_as_one_with_small_letters(written: str, top: int) -> None:
    title = f"bbox 100 {top} 900 142; baseline 0 0; x_size 61; x_descenders 8; x_ascenders 11"
    word = f"<span class='ocrx_word' title='bbox 100 {top} 900 142; x_wconf 90'>{written}</span>"
    [found] = read_hocr(f"<p><span class='ocr_line' title='{title}'>{word}</span></p>")
    assert found.small == pytest.approx(30, abs=0.5)


def paper(height: int = 900, width: int = 1200) -> numpy.ndarray:
    grain = numpy.random.default_rng(1).integers(-12, 12, (height, width))
    return (238 + grain).clip(0, 255).astype(numpy.uint8)


@pytest.mark.parametrize("skew", [-1.3, -0.2, 0.0, 0.24, 2.5])
def test_how_far_a_page_lies_askew_is_told_to_a_tenth_of_a_degree(skew: float) -> None:
    pixels = paper(1600, 1200)
    for y in range(200, 1400, 60):
        for x in range(150, 1050, 20):
            pixels[y : y + 24, x : x + 12] = 20
    lying = Image.fromarray(pixels).rotate(-skew, resample=Image.Resampling.BICUBIC, fillcolor=238)
    assert find_skew(lying) == pytest.approx(skew, abs=0.1)


def test_a_page_with_nothing_level_on_it_is_left_as_it_lies() -> None:
    assert find_skew(Image.fromarray(paper())) == 0.0


def test_ruled_lines_are_found_and_painted_over() -> None:
    pixels = paper()
    for y in (100, 200, 300):
        pixels[y : y + 3, 100:1001] = 40
    for x in (100, 500, 1000):
        pixels[100:303, x : x + 3] = 60
    pixels[150:170, 200:220] = 0  # a letter
    strokes = find_strokes(pixels, SCALE)
    assert [round(stroke.at) for stroke in strokes.across] == [101, 201, 301]
    assert [round(stroke.at) for stroke in strokes.down] == [101, 501, 1001]
    for stroke in strokes.across:
        assert (stroke.start, stroke.end) == pytest.approx((100, 1002), abs=SCALE)
    erase(pixels, strokes)
    assert pixels[100:103, 110:490].min() > 150
    assert pixels[150:170, 200:220].max() == 0


def test_edges_of_shades_and_strokes_of_letters_are_no_lines() -> None:
    pixels = paper()
    pixels[100:400, 100:900] = 120  # a photo or a shaded area
    pixels[600:670, 300:309] = 20  # the stem of a large letter
    pixels[650:658, 400:480] = 20  # a dash
    strokes = find_strokes(pixels, SCALE)
    assert strokes.across == []
    assert strokes.down == []


@pytest.mark.parametrize("radius", [5, 8])
def test_a_round_blot_in_front_of_a_line_is_seen_as_a_drawn_bullet(radius: int) -> None:
    pixels = paper()
    y, x = numpy.ogrid[:900, :1200]
    pixels[(y - 388) ** 2 + (x - 240) ** 2 <= radius**2] = 10
    [found] = mark(pixels, [line("Møte kvar haust", x=300, base=400)])
    [dot] = found.dots
    assert dot == pytest.approx([240 - radius, 388 - radius, 241 + radius, 389 + radius], abs=1.5)


def test_a_word_in_front_of_a_line_is_no_bullet() -> None:
    pixels = paper()
    pixels[370:400, 180:183] = pixels[370:373, 180:240] = 10
    [found] = mark(pixels, [line("Møte kvar haust", x=300, base=400)])
    assert list(found.dots) == []


def test_thickness_is_that_of_the_strokes() -> None:
    pixels = paper()
    for x in range(300, 460, 20):
        pixels[365:400, x : x + 4] = 10
        pixels[465:500, x : x + 8] = 10
    thin, thick = mark(pixels, [line("mmmmmmm", base=400), line("mmmmmmm", base=500)])
    assert thick.words[0].stroke > 1.5 * thin.words[0].stroke


@pytest.mark.parametrize(
    ("second", "turn"), [((400, 100), 0), ((100, 100), 180), ((250, 20), 90), ((250, 400), 270)]
)
def test_the_order_of_words_tells_how_a_line_is_turned(second: tuple[int, int], turn: int) -> None:
    x, y = second
    boxes = [(250, 100, 290, 120), (x, y, x + 40, y + 20)]
    words = "".join(
        f"<span class='ocrx_word' title='bbox {x0} {y0} {x1} {y1}; x_wconf 90'>ord</span>"
        for x0, y0, x1, y1 in boxes
    )
    title = "bbox 0 0 500 500; baseline 0 0; x_size 40; x_descenders 9; x_ascenders 8"
    [found] = read_hocr(f"<p><span class='ocr_line' title='{title}'>{words}</span></p>")
    assert found.turn == turn
    assert texts(page(found)) == ([] if turn else ["ord", "ord"])


@pytest.mark.parametrize(("header", "expected"), [("Tiltak Ansvar", 150), ("Tiltaksomrade", 200)])
def test_lines_between_columns_go_on_through_a_shaded_header_unless_a_word_is_in_the_way(
    header: str, expected: int
) -> None:
    titles = line(header, x=300, base=185) if " " in header else line(header, x=430, base=185)
    scan = page(titles, down=[[441.0, 200.0, 600.0]], shades=[[290.0, 150.0, 900.0, 200.0]])
    [rule] = scan_ink(scan, PICTURE).down
    assert rule.start * SCALE == pytest.approx(expected)
