"""PDFium reads what pdfplumber reads, and leaves to it what it cannot tell."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from read.make_pdf import Draw, Sheet, blocks, lines, make_pdf, tables, texts, values

from extractor.document import Box, LayoutDocument, Line
from extractor.read import pdf_parsers
from extractor.read.pdf import read_pdf
from extractor.read.pdf_ink import Ink, Rule
from extractor.read.pdf_ink import read_ink as read_plumber_ink
from extractor.read.pdf_pdfium import PdfiumDocument
from extractor.read.pdf_words import read_words

ROOT = Path(__file__).parents[2]
SAMPLES = sorted((ROOT / "samples" / "sources").glob("*.pdf"))
WITHIN = 1.0  # points: how far the boxes of the two may lie apart

both = pytest.mark.parametrize(
    "wording",
    ["Kommunen skal sørge for trygge skoleveier", "Kommunen skal syte for trygge skulevegar på øya"],
    ids=["nb", "nn"],
)


def read_by_plumber(data: bytes, monkeypatch: pytest.MonkeyPatch) -> LayoutDocument:
    """Read a file as if PDFium could not open it."""

    def refuse(_: bytes) -> None:
        raise OSError("not today")

    with monkeypatch.context() as patch:
        patch.setattr(pdf_parsers, "PdfiumDocument", refuse)
        return read_pdf(data, "plan.pdf", "0" * 64)


def all_lines(document: LayoutDocument) -> Iterator[Line]:
    for block in blocks(document):
        if isinstance(block, Line):
            yield block
        else:
            yield from (line for row in block.rows for cell in row for line in cell.lines)


def looks(document: LayoutDocument) -> list[object]:
    """Return all that is said of the lines and tables but where they stand."""
    found: list[object] = [
        (
            line.text.value,
            [word.text for word in line.text.words],
            line.bold,
            line.italic,
            line.bullet,
            line.full,
        )
        for line in all_lines(document)
    ]
    found += [(values(table), table.header_rows) for table in tables(document)]
    return [*found, [type(block) for block in blocks(document)], document.text, document.bookmarks]


def boxes(document: LayoutDocument) -> list[Box]:
    words = [word.place.box for line in all_lines(document) for word in line.text.words]
    return [box for box in [*words, *(block.box for block in blocks(document))] if box is not None]


def assert_same(data: bytes, monkeypatch: pytest.MonkeyPatch) -> LayoutDocument:
    """Read a file with both parsers, PDFium alone first, and return what it read."""
    with monkeypatch.context() as patch:
        patch.setattr(pdf_parsers, "PlumberDocument", None)
        fast = read_pdf(data, "plan.pdf", "0" * 64)
    slow = read_by_plumber(data, monkeypatch)
    assert looks(fast) == looks(slow)
    for ours, theirs in zip(boxes(fast), boxes(slow), strict=True):
        assert max(abs(one - other) for one, other in zip(ours, theirs, strict=True)) <= WITHIN, (
            ours,
            theirs,
        )
    return fast


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_reads_the_same_by_either_parser(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert_same(path.read_bytes(), monkeypatch)


@both
@pytest.mark.parametrize("font", ["Helvetica", "Helvetica-Bold", "Times-Italic", "Courier", "Vera"])
def test_letters_stand_where_they_are_printed(
    wording: str, font: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = assert_same(make_pdf(lambda sheet: sheet.text(70, 100, wording, font=font)), monkeypatch)
    assert texts(document) == [wording]
    assert (lines(document)[0].bold, lines(document)[0].italic) == ("Bold" in font, "Italic" in font)


@both
def test_spread_words_leaders_and_turned_cells_read_the_same(
    wording: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def page(sheet: Sheet) -> None:
        sheet.text(70, 60, "R U S P L A N", size=20)
        sheet.text(70, 90, wording, charSpace=0.4)
        sheet.text(70, 120, "Innleiing" + 60 * "." + "4")
        sheet.turned(100, 500, wording, 90)
        sheet.turned(200, 300, wording, 270)
        sheet.turned(500, 600, wording, 180)
        sheet.table([70, 250, 400], 150, [["Tiltak", "Ansvar"], [wording, "Rektor"], ["Kurs", "Lege"]])

    assert_same(make_pdf(page), monkeypatch)


@both
@pytest.mark.parametrize(("between_words", "between_letters"), [(3.5, 0), (0.04, 0), (0, 0.02), (-0.4, 0.05)])
def test_words_of_a_justified_line_stand_where_they_are_printed(
    wording: str, between_words: float, between_letters: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    def page(sheet: Sheet) -> None:
        sheet.text(70, 100, wording, wordSpace=between_words, charSpace=between_letters)
        sheet.text(70, 114, f"{wording}......................12")

    document = assert_same(make_pdf(page), monkeypatch)
    assert texts(document)[0] == wording


@both
def test_a_word_goes_on_in_the_next_piece_of_its_line(wording: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def page(sheet: Sheet) -> None:
        cut = len(wording) - 3
        sheet.text(70, 100, wording[:cut])
        x = 70 + sheet.canvas.stringWidth(wording[:cut], "Helvetica", 11)
        sheet.text(x, 100, wording[cut:] + " i heile perioden")

    document = assert_same(make_pdf(page), monkeypatch)
    assert texts(document) == [f"{wording} i heile perioden"]


@both
def test_lines_that_lie_on_their_side_are_read_word_by_word(
    wording: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def page(sheet: Sheet) -> None:
        sheet.prose(70, 100, f"{wording}. " * 8, 300)
        for number in range(8):
            sheet.turned(450 + 14 * number, 500, f"{wording}, rad {number}", 90)

    document = assert_same(make_pdf(page), monkeypatch)
    assert f"{wording}, rad 3" in texts(document)


def test_a_hyphen_at_the_end_of_a_line_stays_a_hyphen(monkeypatch: pytest.MonkeyPatch) -> None:
    def page(sheet: Sheet) -> None:
        sheet.text(70, 100, "Planen gjelder for folkehelse-")
        sheet.text(70, 114, "arbeidet i hele kommunen, og for skule-")
        sheet.text(70, 128, "helsetenesta.")

    assert lines(assert_same(make_pdf(page), monkeypatch))[0].text.value.endswith("folkehelse-")


def in_a_form(draw: Draw) -> Draw:
    """Draw through a form that is moved by 20 points to the right and made half as large again."""

    def page(sheet: Sheet) -> None:
        sheet.canvas.beginForm("ramme")
        draw(Sheet(sheet.canvas, sheet.width, sheet.height))
        sheet.canvas.endForm()
        sheet.canvas.translate(20, -200)
        sheet.canvas.scale(1.5, 1.5)
        sheet.canvas.doForm("ramme")

    return page


def small_table(sheet: Sheet) -> None:
    sheet.table([20, 150, 250], 400, [["Tiltak", "Frist"], ["Ny gangvei", "2027"], ["Kurs", "2028"]])


def test_what_stands_in_a_form_is_read_where_it_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    (table,) = tables(assert_same(make_pdf(in_a_form(small_table)), monkeypatch))
    assert values(table) == [["Tiltak", "Frist"], ["Ny gangvei", "2027"], ["Kurs", "2028"]]


def test_boxes_count_from_the_visible_part_of_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    def page(sheet: Sheet) -> None:
        sheet.canvas.setCropBox((50, 40, 545, 800))
        sheet.text(70, 100, "Tiltaka står her")
        small_table(sheet)
        sheet.text(10, 20, "Utanfor")

    document = assert_same(make_pdf(page), monkeypatch)
    assert (document.pages[0].width, document.pages[0].height) == (495, 760)
    assert "Utanfor" not in document.text


def inks(draw: Draw) -> tuple[Ink, Ink]:
    """Return what either parser finds on a page."""
    import pdfplumber

    data = make_pdf(draw)
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        return read_plumber_ink(pdf.pages[0]), PdfiumDocument(data).read_ink(0)


def rounded(rules: list[Rule]) -> list[tuple[float, ...]]:
    return sorted(tuple(round(number, 1) for number in rule) for rule in rules)


def test_rules_fills_and_pictures_are_the_same() -> None:
    def page(sheet: Sheet) -> None:
        from PIL import Image
        from reportlab.lib.utils import ImageReader

        sheet.canvas.drawImage(ImageReader(Image.new("RGB", (4, 4))), 50, 50, 100, 100)
        sheet.rule(70, 100, 500, 100)
        sheet.rule(70, 100, 500, 300)  # slanted
        sheet.box(70, 120, 200, 140)
        sheet.box(70, 150, 200, 170, fill=0.8)
        sheet.box(70, 180, 200, 200, fill=1)  # white
        sheet.box(70, 210, 500, 211, fill=0)
        sheet.canvas.roundRect(300, 300, 100, 50, 8)
        path = sheet.canvas.beginPath()
        for x, y in ((300, 500), (400, 500), (400, 550)):
            (path.lineTo if x > 300 else path.moveTo)(x, y)
        path.moveTo(300, 600)
        path.lineTo(420, 600)
        sheet.canvas.drawPath(path)

    slow, fast = inks(page)
    assert rounded(fast.across) == rounded(slow.across)
    assert rounded(fast.down) == rounded(slow.down)
    assert [[round(side, 1) for side in box] for box in fast.fills] == [[70, 150, 200, 170]]
    assert fast.paths == slow.paths == 9
    assert [[round(side) for side in box] for box in (*fast.pictures, *slow.pictures)] == [
        [50, 692, 150, 792]
    ] * 2


def test_leaning_letters_are_as_wide_as_they_reach() -> None:
    def page(sheet: Sheet) -> None:
        text = sheet.canvas.beginText()
        text.setFont("Helvetica", 20)
        text.setTextTransform(1, 0, 0.3, 1, 100, 500)
        text.textOut("Kantsone langs elva")
        sheet.canvas.drawText(text)

    slow, fast = (read_words(ink).upright for ink in inks(page))
    assert [token.text for token in fast] == ["Kantsone", "langs", "elva"]
    for ours, theirs in zip(fast, slow, strict=True):
        assert ours.box == pytest.approx(theirs.box, abs=0.1)


@both
def test_spaces_that_are_printed_on_their_own_part_words(
    wording: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def page(sheet: Sheet) -> None:
        sheet.prose(70, 100, f"{wording}. " * 3, 300)
        x = 70.0
        for letter in wording:
            sheet.text(x, 200, letter)
            x += sheet.canvas.stringWidth(letter, "Helvetica", 11)

    data = make_pdf(page)
    assert lines(assert_same(data, monkeypatch))[-1].text.value == wording
