"""Real pictures are read by the real engine."""

from __future__ import annotations

import math
import os
import subprocess
import sys
import time
import zlib
from pathlib import Path

import pytest
from read.make_pdf import Sheet, make_pdf, tables
from read.ocr_needed import needs_ocr

from extractor import extract_plan
from extractor.document import Box, LayoutDocument, Line, Table
from extractor.emit.evaluation import fault_line
from extractor.emit.jsonfile import dumps
from extractor.evaluate.files import load_truth
from extractor.evaluate.report import Prediction, evaluate
from extractor.guard import Guard, Limits
from extractor.read.ocr_engine import recognise
from extractor.read.ocr_words import Scan
from extractor.read.pdf import read_pdf
from extractor.settings import Settings
from samples.scan import scanned

SAMPLES = Path(__file__).parents[2] / "samples"
SCAN = SAMPLES / "scans" / "idrettsplan_frosta.pdf"
LEAST = 0.9  # F1 of each field: other versions of Tesseract may read a word differently
NEAR = 2.0  # points

pytestmark = needs_ocr

TABLES = {
    "nb": (
        ("Tiltak", "Ansvar", "Frist"),
        ("Lys på gangveien", "Teknisk etat", "Innen 2025"),
        ("Kurs", "Rektor", "Årlig"),
    ),
    "nn": (
        ("Tiltak", "Ansvar", "Frist"),
        ("Lys på gangvegen", "Teknisk etat", "Innan 2025"),
        ("Kurs", "Rektor", "Årleg"),
    ),
}


def ruled(language: str) -> bytes:
    def draw(sheet: Sheet) -> None:
        sheet.text(70, 60, "Trafikksikkerhetsplan" if language == "nb" else "Trafikktryggingsplan", size=20)
        for row, cells in enumerate(TABLES[language]):
            for column, cell in enumerate(cells):
                sheet.text(76 + 150 * column, 126 + 30 * row, cell)
        for row in range(4):
            sheet.rule(70, 120 + 30 * row, 520, 120 + 30 * row)
        for column in range(4):
            sheet.rule(70 + 150 * column, 120, 70 + 150 * column, 210)

    return make_pdf(draw)


def read(data: bytes) -> LayoutDocument:
    return read_pdf(data, "plan.pdf", str(zlib.crc32(data)))


def seen(document: LayoutDocument) -> dict[str, Box]:
    """Words of one page that are there once, and where they stand."""
    lines = [block for block in document.pages[0].blocks if isinstance(block, Line)]
    cells = [
        cell
        for block in document.pages[0].blocks
        if isinstance(block, Table)
        for row in block.rows
        for cell in row
    ]
    words = [
        word
        for line in [*lines, *(line for cell in cells for line in cell.lines)]
        for word in line.text.words
    ]
    once = [word.text for word in words]
    return {word.text: word.place.seen for word in words if once.count(word.text) == 1 and word.place.seen}


@pytest.mark.parametrize(("language", "skew"), [("nb", 1.2), ("nn", -0.6)])
def test_a_ruled_table_in_a_scan_is_a_table(language: str, skew: float) -> None:
    document = read(scanned(ruled(language), skew=(skew,)))
    [table] = tables(document)
    assert [tuple(cell.value for cell in row) for row in table.rows] == list(TABLES[language])
    assert document.text_origin == "ocr"


@pytest.mark.parametrize(("quarters", "skew"), [(0, 1.5), (1, -0.5)])
def test_boxes_are_those_of_the_page_as_it_is_seen(quarters: int, skew: float) -> None:
    data = (SAMPLES / "sources" / "vold_midt-troms.pdf").read_bytes()
    native, found = read_second_page(data), read_second_page(scanned(data, skew=(skew,), quarters=quarters))
    common = [word for word in seen(native) if word in seen(found) and len(word) > 2]
    assert len(common) > 40
    for word in common:
        x, y = on_glass(seen(native)[word], native.pages[0].width, native.pages[0].height, skew, quarters)
        box = seen(found)[word]
        assert ((box.x0 + box.x1) / 2, (box.top + box.bottom) / 2) == pytest.approx((x, y), abs=NEAR), word


def read_second_page(data: bytes) -> LayoutDocument:
    import io

    import pypdfium2

    copy = pypdfium2.PdfDocument.new()
    copy.import_pages(pypdfium2.PdfDocument(data), [1])
    stream = io.BytesIO()
    copy.save(stream)
    return read(stream.getvalue())


def on_glass(box: Box, width: float, height: float, skew: float, quarters: int) -> tuple[float, float]:
    """Where the middle of a box comes to lie on a page that is scanned askew and turned."""
    angle = math.radians(skew)
    right, down = (box.x0 + box.x1 - width) / 2, (box.top + box.bottom - height) / 2
    x = width / 2 + right * math.cos(angle) + down * math.sin(angle)
    y = height / 2 - right * math.sin(angle) + down * math.cos(angle)
    return [(x, y), (height - y, x), (width - x, height - y), (y, width - x)][quarters]


def test_a_scanned_sample_says_what_its_original_says() -> None:
    plan = extract_plan(SCAN)
    truth = load_truth(str(SAMPLES / "gold" / "idrettsplan_frosta.json"))
    found = evaluate([truth], [Prediction("idrettsplan_frosta.json", plan)])
    faults = [fault_line(fault) for fault in found.documents[0].faults]
    figures = {field.field: field.soft.f1 for field in found.fields if field.soft.f1 is not None}
    assert {field: f1 for field, f1 in figures.items() if f1 < LEAST} == {}, faults
    assert plan.source.text_origin == "ocr"
    assert {diagnostic.code for diagnostic in plan.diagnostics} == {"ocr-page"}


def test_what_is_read_from_a_picture_is_less_sure_than_what_stands_in_the_file() -> None:
    original = extract_plan(SAMPLES / "sources" / "idrettsplan_frosta.pdf")
    sure = {tiltak.text: tiltak.confidence for tiltak in original.tiltak}
    common = [tiltak for tiltak in extract_plan(SCAN).tiltak if tiltak.text in sure]
    assert common
    assert all(tiltak.confidence < sure[tiltak.text] for tiltak in common)


def test_the_same_bytes_come_out_with_and_without_what_was_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = dumps(extract_plan(SCAN))
    monkeypatch.setenv("PLANUTTREKK_CACHE", "off")
    assert dumps(extract_plan(SCAN)) == kept


def picture_pdf(side: int) -> bytes:
    """A PDF whose picture is told to be very large; its bytes are never needed."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>>",
        b"<</Length 28>>stream\nq 595 0 0 842 0 0 cm /I Do Q\nendstream",
        b"<</Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 1/ColorSpace/DeviceGray/Length 4>>"
        b"stream\n\0\0\0\0\nendstream" % (side, side),
    ]
    data, starts = b"%PDF-1.4\n", []
    for number, item in enumerate(objects, start=1):
        starts.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, item)
    table = b"".join(b"%010d 00000 n \n" % start for start in starts)
    return (
        data
        + b"xref\n0 6\n0000000000 65535 f \n%strailer<</Root 1 0 R/Size 6>>\nstartxref\n%d\n%%%%EOF"
        % (table, len(data))
    )


def test_a_picture_that_is_too_large_is_not_unpacked() -> None:
    [(page, found, reason)] = recognise(picture_pdf(100_000), [1])
    assert (page, found) == (1, None)
    assert reason == "a picture of 10000 million pixels is too large"


def test_only_the_pages_that_are_asked_for_reach_the_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    copied: list[int] = []
    monkeypatch.setattr(
        "extractor.read.ocr_engine.copy_page",
        lambda document, index, path: copied.append(index) or path.touch(),
    )
    assert [page for page, _, reason in recognise(SCAN.read_bytes(), [2]) if reason] == [2]
    assert copied == [1]


def test_an_answer_tells_how_the_page_lay_on_the_glass() -> None:
    [(page, answer, reason)] = recognise(SCAN.read_bytes(), [2])
    found = Scan.of(answer)
    assert (page, reason, found.turned) == (2, None, 0)
    assert found.skew == pytest.approx(0.5, abs=0.1)


def test_a_worker_is_given_more_time_for_pictures_and_gives_the_same_bytes(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PLANUTTREKK_CACHE", str(tmp_path))
    with Guard(limits=Limits(base=8, per_page=0.1, per_scan=120)) as guard:
        found = guard.extract(str(SCAN), Settings(ocr="auto"))
    assert found.json.decode() == dumps(extract_plan(SCAN))


def engines() -> list[int]:
    """The processes of engines that run now."""
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            command = path.read_bytes()
        except OSError:
            continue
        if b"ocr_process" in command or command.startswith(b"tesseract"):
            found.append(int(path.parent.name))
    return found


READ_FOR_EVER = """
import sys
from pathlib import Path
from extractor.read.ocr_engine import recognise
data = Path(sys.argv[1]).read_bytes()
for _ in recognise(data, [1, 2] * 50): print("read", flush=True)
"""


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="the system does not list its processes")
def test_no_process_of_the_engine_outlives_the_one_that_asked() -> None:
    root = str(Path(__file__).parents[2])
    command = [sys.executable, "-c", READ_FOR_EVER, str(SCAN)]
    environment = {**os.environ, "PYTHONPATH": root}
    with subprocess.Popen(command, cwd=root, env=environment, stdout=subprocess.PIPE) as asking:
        assert asking.stdout is not None
        asking.stdout.readline()
        begun = {number for number in engines() if _asked_by(number, asking.pid)}
        asking.kill()
    assert begun
    until = time.monotonic() + 10
    while begun & set(engines()) and time.monotonic() < until:
        time.sleep(0.05)
    assert begun & set(engines()) == set()


def _asked_by(number: int, pid: int) -> bool:
    """Whether a process descends from another."""
    while number > 1:
        try:
            number = int(Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[1])
        except OSError:
            return False
        if number == pid:
            return True
    return False
