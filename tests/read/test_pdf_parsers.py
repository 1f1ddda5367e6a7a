"""What PDFium cannot tell goes to pdfplumber, page by page; what is too large goes nowhere."""

from __future__ import annotations

import logging
import subprocess
import sys
from pathlib import Path

import pytest
from read.make_pdf import Draw, Sheet, lines, make_pdf, read, tables, texts
from read.test_pdf_pdfium import read_by_plumber, small_table

from extractor.read import pdf_parsers, pdf_pdfium, pdf_pdfium_paths
from extractor.read.pdf_pdfium import PdfiumDocument
from extractor.read.pdf_pdfium_runs import Unfit

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "samples" / "sources" / "idrettsplan_frosta.pdf"


def printed_twice(sheet: Sheet) -> None:
    sheet.text(70, 100, "Tiltaksliste")
    sheet.text(70.3, 100, "Tiltaksliste")


def replaced_letters(sheet: Sheet) -> None:
    sheet.canvas._code.append("/Span <</ActualText (noko anna)>> BDC")
    sheet.text(70, 100, "Tiltaksliste")
    sheet.canvas._code.append("EMC")


@pytest.mark.parametrize(
    ("draw", "reason"),
    [
        (printed_twice, "text printed twice"),
        (replaced_letters, "letters replaced by others"),
    ],
)
def test_a_page_that_pdfium_cannot_tell_goes_to_pdfplumber_alone(
    draw: Draw, reason: str, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG, logger="extractor.read.pdf_parsers"):
        document = read(lambda sheet: sheet.text(70, 100, "Forord"), draw)
    assert texts(document) == ["Forord", "Tiltaksliste"]
    assert [record.message for record in caplog.records] == [f"page 2 goes to pdfplumber: {reason}"]


def test_what_is_printed_twice_is_bold() -> None:
    assert [line.bold for line in lines(read(printed_twice))] == [True]


def test_a_file_that_pdfium_cannot_open_goes_to_pdfplumber(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    data = make_pdf(small_table, bookmarks=[("1 Tiltak", 0)])
    with caplog.at_level(logging.DEBUG, logger="extractor.read.pdf_parsers"):
        document = read_by_plumber(data, monkeypatch)
    assert len(tables(document)) == 1
    assert [bookmark.title for bookmark in document.bookmarks] == ["1 Tiltak"]
    assert [record.message for record in caplog.records] == ["the file goes to pdfplumber: not today"]


def test_parsers_that_count_other_pages_do_not_help_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_parsers.PlumberDocument, "_all", [])
    document = read(lambda sheet: sheet.text(70, 100, "Forord"), printed_twice)
    assert texts(document) == ["Forord"]
    (notice,) = document.notices
    assert (notice.code, notice.page) == ("damaged-page", 2)
    assert "0 pages in one parser, 2 in the other" in notice.message


def test_a_page_with_too_many_objects_is_read_without_its_tables(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_pdfium_paths, "MOST_OBJECTS", 5)
    document = read(small_table)
    assert [notice.code for notice in document.notices] == ["limit-rules"]
    assert "Ny gangvei" in document.text


def test_a_page_too_large_for_the_slow_parser_is_not_given_to_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_pdfium, "MOST_OBJECTS", 0)
    document = read(lambda sheet: sheet.text(70, 100, "Forord"), printed_twice)
    assert texts(document) == ["Forord"]
    assert [(notice.code, notice.page) for notice in document.notices] == [("damaged-page", 2)]
    assert "too large for another parser" in document.notices[0].message


def test_more_characters_than_a_page_can_hold_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_pdfium, "MOST_GLYPHS", 6)
    document = read(lambda sheet: sheet.text(70, 100, "Forord til planen"))
    assert texts(document) == ["Forord"]
    assert [notice.code for notice in document.notices] == ["limit-chars"]


def test_letters_without_a_name_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    from extractor.read.pdf_pdfium_calls import bound_calls

    calls = bound_calls()._replace(has_no_letter=lambda *_: 1)
    monkeypatch.setattr("extractor.read.pdf_pdfium_metrics.bound_calls", lambda: calls)
    with pytest.raises(Unfit, match=r"a font without letters \(Helvetica-Bold\)"):
        PdfiumDocument(make_pdf(small_table)).read_ink(0)


def test_pdfplumber_is_not_loaded_where_pdfium_reads() -> None:
    program = (
        "import sys; from pathlib import Path; from extractor.read import read_document;"
        "read_document(Path(sys.argv[1]));"
        "print([name for name in ('pdfplumber', 'pdfminer') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, SAMPLE], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
