"""What we add to OCRmyPDF: a plugin with the hooks that it documents.

OCRmyPDF turns a page upright, straightens it and has Tesseract read it. The plugin draws each page at one resolution
in grey, whatever pictures it is made of; tells by how much it lies askew, more exactly than Tesseract does, as the rows
of a table need it; takes shades and ruled lines out of the picture before Tesseract sees it, since letters on the one
are not found and letters that touch the other are misread; and keeps what the text layer of a PDF would lose: how sure
Tesseract is of each word, how its lines lie, by how much the page was turned, the lines and the shades.
"""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy
import pypdfium2
from ocrmypdf import OrientationConfidence, hookimpl
from ocrmypdf.builtin_plugins.tesseract_ocr import TesseractOcrEngine
from PIL import Image

from extractor.read.ocr_marks import mark
from extractor.read.ocr_shades import find_shades, lift
from extractor.read.ocr_skew import find_skew
from extractor.read.ocr_strokes import erase, find_strokes
from extractor.read.ocr_words import Line, Scan, read_hocr

DPI = 300  # what Tesseract was taught with
CERTAIN = 100.0  # in OCRmyPDF's measure; 15 is very confident
MOST_PIXELS = 20_000_000  # of the drawn page: somewhat more than A3 at DPI; a larger one is drawn coarser


@dataclass
class Desk:
    """The one page that is in hand: OCRmyPDF is given them one by one."""

    scale: float = 0.0  # pixels in a point
    text_turn: int = 0  # degrees against the clock by which its text is known to be turned
    turned: int = 0
    skew: float = 0.0
    size: tuple[int, int] = (0, 0)
    pixels: Any = None
    lines: list[Line] = field(default_factory=list)
    across: list[list[float]] = field(default_factory=list)
    down: list[list[float]] = field(default_factory=list)
    shades: list[list[float]] = field(default_factory=list)

    def clear(self) -> None:
        """Make room for the next page."""
        vars(self).update(vars(Desk()))

    def scan(self) -> Scan:
        """Return what was found."""
        return Scan(
            self.scale, self.turned, self.skew, *self.size, self.lines, self.across, self.down, self.shades
        )


DESK = Desk()


@hookimpl
def rasterize_pdf_page(
    input_file: Path, output_file: Path, raster_device: Any, pageno: int, rotation: int | None
) -> Path:
    """Draw a page as it is seen, in grey; `rotation` is in degrees against the clock."""
    with closing(pypdfium2.PdfDocument(input_file)) as document, closing(document[pageno - 1]) as page:
        width, height = page.get_size()
        DESK.scale = min(DPI / 72, (MOST_PIXELS / (width * height)) ** 0.5)
        with closing(page.render(scale=DESK.scale, grayscale=True)) as bitmap:
            picture = bitmap.to_pil().copy()
    DESK.turned = (rotation or 0) % 360
    if DESK.turned:
        picture = picture.rotate(DESK.turned, expand=True)
    kind = "JPEG" if "jpeg" in str(raster_device).lower() else "PNG"
    picture.save(output_file, kind, dpi=(72 * DESK.scale, 72 * DESK.scale), compress_level=1)
    return output_file


@hookimpl
def filter_ocr_image(image: Image.Image) -> Image.Image:
    """Take shades and ruled lines out of the picture that Tesseract reads."""
    DESK.size, DESK.pixels = image.size, numpy.array(image.convert("L"))
    shades = find_shades(DESK.pixels, DESK.scale)
    DESK.shades = [list(shade[:4]) for shade in shades]
    lift(DESK.pixels, shades, DESK.scale)
    strokes = find_strokes(DESK.pixels, DESK.scale)
    DESK.across = [[line.at, line.start, line.end] for line in strokes.across]
    DESK.down = [[line.at, line.start, line.end] for line in strokes.down]
    erase(DESK.pixels, strokes)
    cleaned = Image.fromarray(DESK.pixels)
    cleaned.info["dpi"] = image.info["dpi"]
    return cleaned


class Engine(TesseractOcrEngine):
    """Tesseract as OCRmyPDF calls it; what it says is kept."""

    @staticmethod
    def get_orientation(input_file: Path, options: Any) -> OrientationConfidence:
        """Return by how many degrees with the clock the page has to be turned, and how sure that is."""
        if DESK.text_turn:
            return OrientationConfidence(360 - DESK.text_turn, CERTAIN)
        told: OrientationConfidence = TesseractOcrEngine.get_orientation(input_file, options)  # type: ignore[no-untyped-call]
        return told

    @staticmethod
    def get_deskew(input_file: Path, options: Any) -> float:
        """Return by how many degrees against the clock the picture has to be turned to be straight."""
        with Image.open(input_file) as picture:
            DESK.skew = find_skew(picture)
        return DESK.skew

    @staticmethod
    def generate_hocr(input_file: Path, output_hocr: Path, output_text: Path, options: Any) -> None:
        """Read the picture."""
        TesseractOcrEngine.generate_hocr(input_file, output_hocr, output_text, options)  # type: ignore[no-untyped-call]
        DESK.lines = mark(DESK.pixels, read_hocr(output_hocr.read_text(encoding="utf-8")))


@hookimpl
def get_ocr_engine() -> Engine:
    """Have pages read by `Engine`."""
    return Engine()
