"""What is typed into a form or noted on a page, and pictures that may hold words."""

from __future__ import annotations

import io

import pytest
from read.make_pdf import Draw, Sheet, lines, make_pdf, read, texts
from reportlab.lib.utils import ImageReader

from extractor.read.pdf import read_pdf

PIXEL = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x02\x00\x00\x00\x90wS\xde\x00\x00\x00\x0c"
    b"IDATx\x9cc\xf8\xff\xff?\x00\x05\xfe\x02\xfe\r\xefF\xb8\x00\x00\x00\x00IEND\xaeB`\x82"
)
both = pytest.mark.parametrize("typed", ["Lys på gangveien", "Lys på gangvegen"], ids=["nb", "nn"])


def typed_into(typed: str, **extra: str) -> Draw:
    def page(sheet: Sheet) -> None:
        sheet.text(70, 100, "Tiltak:")
        where = {"x": 150, "y": 725, "width": 200, "height": 20, "fontName": "Helvetica", "fontSize": 10}
        sheet.canvas.acroForm.textfield(name="tiltak", value=typed, **where, **extra)

    return page


@both
def test_what_is_typed_into_a_form_is_read(typed: str) -> None:
    document = read(typed_into(typed))
    assert " ".join(texts(document)) == f"Tiltak: {typed}"
    assert document.notices == []


@both
def test_a_hidden_field_is_not_read(typed: str) -> None:
    assert texts(read(typed_into(typed, annotationFlags="hidden"))) == ["Tiltak:"]


@both
def test_a_field_that_does_not_say_how_it_looks_is_read_in_its_box(typed: str) -> None:
    data = make_pdf(typed_into(typed)).replace(b"/AP ", b"/XX ")
    *_, line = lines(read_pdf(data, "plan.pdf", "0" * 64))
    assert line.text.value.endswith(typed)
    assert line.box is not None
    assert (round(line.box.top) in range(94, 104), line.box.x1 < 351) == (True, True)


def test_a_note_on_the_page_is_read_line_by_line() -> None:
    def page(sheet: Sheet) -> None:
        sheet.text(70, 100, "Mål")
        sheet.canvas.freeTextAnnotation("Trygge vegar\nTrygge kryss", (0, 0, 0), [70, 600, 300, 640])

    document = read(page)
    assert texts(document) == ["Mål", "Trygge vegar", "Trygge kryss"]
    assert [word.text for line in lines(document) for word in line.text.words][1:] == [
        "Trygge",
        "vegar",
        "Trygge",
        "kryss",
    ]


def test_a_link_is_no_text() -> None:
    def page(sheet: Sheet) -> None:
        sheet.text(70, 100, "Mål")
        sheet.canvas.linkURL("https://example.org/plan", (70, 600, 300, 640), Contents="Les meir")

    assert texts(read(page)) == ["Mål"]


def with_picture(share: float, words: str = "") -> Draw:
    def page(sheet: Sheet) -> None:
        sheet.text(70, 60, "Tiltaka står i tabellen under.")
        picture = ImageReader(io.BytesIO(PIXEL))
        sheet.canvas.drawImage(picture, 0, 50, width=sheet.width, height=share * sheet.height)
        if words:
            sheet.text(100, 700, words)

    return page


@pytest.mark.parametrize(
    ("share", "words", "codes"),
    [(0.5, "", ["dropped-object"]), (0.5, "Kart over kommunen", []), (0.1, "", [])],
)
def test_a_large_picture_without_words_on_it_is_told_of(share: float, words: str, codes: list[str]) -> None:
    document = read(lambda sheet: sheet.text(70, 100, "Forside"), with_picture(share, words))
    assert [notice.code for notice in document.notices] == codes
    assert all(notice.severity == "info" and notice.page == 2 for notice in document.notices)


def test_the_picture_on_the_cover_is_not_told_of() -> None:
    assert read(with_picture(0.6)).notices == []
