"""Pages drawn for people, and their lines for selecting text in."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from extractor.document import Box
from extractor.read import read_document
from extractor.read.pdf_pictures import LONGEST, draw_pages
from extractor.read.printed_lines import printed_lines

SAMPLES = Path(__file__).parents[2] / "samples" / "sources"


def drawn_pdf(*pages: tuple[float, float, str]) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out)
    for width, height, text in pages:
        canvas.setPageSize((width, height))
        canvas.drawString(72, height - 72, text)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def test_a_page_is_drawn_as_small_as_can_be_read() -> None:
    first, second = draw_pages(drawn_pdf((595, 842, "Tiltak"), (842, 595, "Mål"), (100, 100, "x")), 1, 2)
    assert (first.page, second.page) == (1, 2)
    assert (second.width, second.height) == (842, 595)
    image = Image.open(io.BytesIO(first.data))
    assert image.format == "WEBP" and 800 < image.width < 850
    assert len(first.data) < 10_000


def test_a_page_as_large_as_a_wall_has_no_larger_picture() -> None:
    [wall] = draw_pages(drawn_pdf((14_000, 9_000, "Kart")), 1, 1)
    assert max(Image.open(io.BytesIO(wall.data)).size) <= LONGEST + 1


def test_pages_that_are_not_there_are_not_drawn() -> None:
    assert draw_pages(drawn_pdf((595, 842, "Tiltak")), 2, 4) == []


@pytest.mark.parametrize(
    ("sample", "words"),
    [("boligsosial_plan_rissa.pdf", "Tiltak"), ("folkehelseplan_stryn.pdf", "Ansvarleg")],
)
def test_every_word_of_a_page_can_be_selected_at_its_offset(sample: str, words: str) -> None:
    document = read_document(SAMPLES / sample)
    lines = printed_lines(document)
    assert any(line.text.startswith(words) for line in lines)
    starts = [line.start for line in lines]
    assert len(set(starts)) == len(starts)
    by_place = {line.start: line for line in lines}
    assert max(by_place) + len(by_place[max(by_place)].text) >= sum(len(line.text) for line in lines)


def test_lines_of_a_sideways_table_stand_where_they_are_seen() -> None:
    lines = printed_lines(read_document(SAMPLES / "trafikktrygging_sogndal.pdf"))
    title = next(line for line in lines if line.text == "Ansvarleg")
    assert title.page == 2 and title.quarters == 3
    assert title.box.bottom - title.box.top > 3 * (title.box.x1 - title.box.x0)
    assert isinstance(title.box, Box)
