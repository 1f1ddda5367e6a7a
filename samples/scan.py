"""Makes a scan of a PDF: pictures of its pages in black and white, a little askew, with the specks that paper has."""

from __future__ import annotations

import io
import random
from contextlib import closing
from time import gmtime

import pypdfium2
from PIL import Image

DPI = 300
SKEW = (0.8, -0.5)  # degrees against the clock, page after page
SPECKS = 400  # on each page
DARK = 150  # of 255: lighter pixels come out white


def scanned(data: bytes, *, dpi: int = DPI, skew: tuple[float, ...] = SKEW, quarters: int = 0) -> bytes:
    """Return a PDF as a scanner would have made it from a print.

    Args:
        data: a PDF.
        dpi: pixels in an inch.
        skew: degrees against the clock by which the pages lie askew, in turn.
        quarters: turns with the clock of the paper on the glass.
    """
    with closing(pypdfium2.PdfDocument(data)) as document:
        pages = [
            _picture(document, number, dpi, skew[number % len(skew)], quarters)
            for number in range(len(document))
        ]
    stream = io.BytesIO()
    dates = {"creationDate": gmtime(0), "modDate": gmtime(0)}
    pages[0].save(stream, "PDF", save_all=True, append_images=pages[1:], resolution=dpi, **dates)
    return stream.getvalue()


def _picture(
    document: pypdfium2.PdfDocument, number: int, dpi: int, skew: float, quarters: int
) -> Image.Image:
    with closing(document[number]) as page, closing(page.render(scale=dpi / 72, grayscale=True)) as bitmap:
        picture = bitmap.to_pil().copy()
    picture = picture.rotate(skew, resample=Image.Resampling.BICUBIC, fillcolor=255)
    chance = random.Random(number)
    for _ in range(SPECKS):
        picture.putpixel((chance.randrange(picture.width), chance.randrange(picture.height)), 60)
    picture = picture.rotate(-90 * quarters, expand=True)
    return picture.point(lambda light: 255 if light > DARK else 0).convert("1", dither=Image.Dither.NONE)
