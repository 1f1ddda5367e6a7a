"""Whole files: what is locked, broken or empty, and what is said about the rest."""

from __future__ import annotations

import logging

import pytest
from read.make_pdf import Sheet, blocks, make_pdf, read, texts

from extractor.document import Bookmark, Line
from extractor.errors import DamagedFileError, EncryptedFileError, NoTextError
from extractor.read import ocr, pdf
from extractor.read.pdf import read_pdf


def greeting(sheet: Sheet) -> None:
    sheet.text(70, 100, "Handlingsplan mot støy")


def read_bytes(data: bytes) -> list[str]:
    return texts(read_pdf(data, "plan.pdf", "0" * 64))


def test_locked_file_is_named_as_locked() -> None:
    with pytest.raises(EncryptedFileError, match=r"plan\.pdf: it is locked with a password"):
        read_bytes(make_pdf(greeting, password="løynd"))


def test_file_that_only_forbids_printing_is_read() -> None:
    assert read_bytes(make_pdf(greeting, password="")) == ["Handlingsplan mot støy"]


@pytest.mark.parametrize(
    "data",
    [b"", b"%PDF-1.7", b"<html><p>Nynorsk</p></html>", "Blåbærtur".encode("latin-1"), bytes(2000)],
    ids=["empty", "only a magic number", "html", "text", "zeros"],
)
def test_what_is_no_pdf_is_damaged(data: bytes) -> None:
    with pytest.raises(DamagedFileError, match=r"plan\.pdf"):
        read_bytes(data)


def test_half_a_file_is_damaged_and_the_cause_is_told_without_its_wrapping() -> None:
    data = make_pdf(greeting, greeting)
    with pytest.raises(DamagedFileError) as caught:
        read_bytes(data[: len(data) // 2])
    assert "PdfminerException" not in str(caught.value)


def test_file_without_its_cross_reference_is_read() -> None:
    data = make_pdf(greeting)
    assert read_bytes(data[: data.rindex(b"startxref")]) == ["Handlingsplan mot støy"]


def test_pages_without_letters_have_no_text_layer() -> None:
    with pytest.raises(NoTextError):
        read_bytes(make_pdf(lambda sheet: sheet.box(100, 100, 300, 300)))


def test_a_picture_among_pages_of_text_is_reported() -> None:
    def picture(sheet: Sheet) -> None:
        from PIL import Image
        from reportlab.lib.utils import ImageReader

        sheet.canvas.drawImage(ImageReader(Image.new("RGB", (4, 4))), 50, 50, 400, 400)

    document = read_pdf(make_pdf(greeting, picture), "plan.pdf", "0" * 64, ocr="never")
    assert [(notice.code, notice.severity, notice.page) for notice in document.notices] == [
        ("no-text-layer", "warning", 2)
    ]
    assert document.pages[1].blocks == []


def test_a_page_that_cannot_be_parsed_is_reported_and_the_others_are_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from extractor.read.pdf_parsers import read_ink

    def fail_on_second(page: object) -> object:
        if page.page_number == 2:  # type: ignore[attr-defined]
            raise RecursionError("too deep")
        return read_ink(page)

    monkeypatch.setattr(ocr, "read_ink", fail_on_second)
    document = read(greeting, greeting, greeting)
    assert [len(page.blocks) for page in document.pages] == [1, 0, 1]
    assert [(notice.code, notice.page) for notice in document.notices] == [("damaged-page", 2)]


@pytest.mark.parametrize("failure", [RecursionError("deep"), MemoryError(), TypeError("odd")])
def test_failures_inside_the_parser_come_out_as_damaged(
    failure: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: object) -> None:
        raise failure

    monkeypatch.setattr(ocr, "read_ink", fail)
    with pytest.raises(DamagedFileError, match="cut off or damaged") as caught:
        read(greeting)
    assert caught.value.__cause__ is not None


def test_bookmarks_keep_their_level() -> None:
    data = make_pdf(greeting, bookmarks=[("1 Innleiing", 0), ("1.1 Kvifor  plan?", 1), ("2 Tiltak", 0)])
    assert read_pdf(data, "plan.pdf", "0" * 64).bookmarks == [
        Bookmark("1 Innleiing", 1),
        Bookmark("1.1 Kvifor plan?", 2),
        Bookmark("2 Tiltak", 1),
    ]


def test_pages_beyond_the_limit_are_left_out_with_a_notice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MOST_PAGES", 2)
    document = read(greeting, greeting, greeting)
    assert len(document.pages) == 2
    assert [notice.code for notice in document.notices] == ["limit-pages"]


def test_a_map_with_thousands_of_rules_is_no_table() -> None:
    def drawing(sheet: Sheet) -> None:
        greeting(sheet)
        for step in range(210):
            sheet.rule(0, 5 * step, 1050, 5 * step)
            sheet.rule(5 * step, 0, 5 * step, 1050)

    document = read(drawing, size=(1100, 1100))
    assert [notice.code for notice in document.notices] == ["limit-rules"]
    assert texts(document) == ["Handlingsplan mot støy"]


def test_letters_that_the_file_does_not_tell_are_reported() -> None:
    data = make_pdf(greeting).replace(b"Handlingsplan", b"\\200\\201\\202\\203\\204\\205\\206\\207\\210")
    data = data.replace(
        b"/Encoding /WinAnsiEncoding", b"/Encoding << /Differences [128 /g1 /g2 /g3 /g4 /g5 /g6 /g7] >>"
    )
    document = read_pdf(data, "plan.pdf", "0" * 64, ocr="never")
    assert [notice.code for notice in document.notices] == ["garbled-text"]


def test_every_word_stands_where_its_offsets_say() -> None:
    def page(sheet: Sheet) -> None:
        sheet.text(70, 100, "Tiltak for trygge skuleveger")
        sheet.table([70, 250, 400], 150, [["Tiltak", "Ansvar"], ["Fortau", "Teknisk"], ["Lys", "Teknisk"]])

    document = read(page, page)
    words = [
        word
        for block in blocks(document)
        for line in (
            [block] if isinstance(block, Line) else [ln for row in block.rows for c in row for ln in c.lines]
        )
        for word in line.text.words
    ]
    assert len(words) == 20
    assert [document.text[word.place.start : word.place.end] for word in words] == [
        word.text for word in words
    ]
    assert [word.place.start for word in words] == sorted(word.place.start for word in words)
    assert [word.place.page for word in words] == [1] * 10 + [2] * 10
    box = words[0].place.box
    assert box is not None
    assert (round(box.x0), 95 < box.top < 105, 105 < box.bottom < 116) == (70, True, True)


def test_boxes_count_from_the_corner_that_the_reader_sees() -> None:
    def page(sheet: Sheet) -> None:
        sheet.text(120, 130, "Synleg")
        sheet.text(20, 30, "Bortskore")

    data = make_pdf(page).replace(
        b"/MediaBox [ 0 0 595 842 ]", b"/MediaBox [ 0 0 595 842 ] /CropBox [ 100 0 595 742 ]"
    )
    document = read_pdf(data, "plan.pdf", "0" * 64)
    (line,) = blocks(document)
    assert isinstance(line, Line)
    assert line.text.value == "Synleg"
    assert line.box is not None
    assert (round(line.box.x0), round(line.box.top / 10)) == (20, 3)
    assert (document.pages[0].width, document.pages[0].height) == (495, 742)


def test_reading_is_silent_and_leaves_the_log_levels_alone(caplog: pytest.LogCaptureFixture) -> None:
    logger = logging.getLogger("pdfminer")
    before = logger.level
    with caplog.at_level(logging.WARNING):
        read(greeting)
    assert (logger.level, caplog.records) == (before, [])


def test_every_word_of_a_crowded_page_is_read_once() -> None:
    names = iter(f"ord{number}" for number in range(1000))

    def some(count: int) -> str:
        return " ".join(next(names) for _ in range(count))

    def page(sheet: Sheet) -> None:
        sheet.text(70, 30, some(2), size=8)
        sheet.text(440, 30, some(2), size=8)
        sheet.prose(70, 70, some(40), 450)
        sheet.table([70, 250, 520], 200, [[some(1), some(1)], [some(12), some(3)], [some(2), some(20)]])
        sheet.prose(70, 330, some(40), 210)
        sheet.prose(310, 330, some(40), 210)
        sheet.box(70, 520, 300, 570)
        sheet.prose(76, 525, some(14), 215)
        sheet.table(
            [70, 250, 520], 600, [["Tiltak", "Ansvar"], *([some(3), some(2)] for _ in range(3))], ruled=False
        )
        sheet.text(250, 810, some(2), size=8)

    data = make_pdf(page)
    written = [*(f"ord{number}" for number in range(int(next(names)[3:]))), "Tiltak", "Ansvar"]
    assert sorted(read_pdf(data, "plan.pdf", "0" * 64).text.split()) == sorted(written)
