"""Every letter that stands on the pages of a sample is read once, whatever the layout."""

from __future__ import annotations

import unicodedata
from collections import Counter
from pathlib import Path

import pdfplumber
import pytest

from extractor.document import Line
from extractor.read import read_document

SAMPLES = sorted((Path(__file__).parents[2] / "samples" / "sources").glob("*.pdf"))

MARKS = {"trafikksikkerhetsplan_lunner.pdf": "1"}  # raised numbers of footnotes, which would stick to a word


def _letters(text: str) -> Counter[str]:
    return Counter(sign for sign in unicodedata.normalize("NFKC", text) if sign.isalnum())


def _read(path: Path) -> Counter[str]:
    """Count the letters of the words as read; a merged cell stands in each of its rows and counts once."""
    words: dict[int, str] = {}
    for page in read_document(path).pages:
        for block in page.blocks:
            lines = (
                [block]
                if isinstance(block, Line)
                else [line for row in block.rows for cell in row for line in cell.lines]
            )
            words |= {word.place.start: word.text for line in lines for word in line.text.words}
    return _letters("".join(words.values()))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_every_letter_is_read_once(path: Path) -> None:
    with pdfplumber.open(path) as pdf:
        signs = [char["text"] for page in pdf.pages for char in page.chars]
    expected = _letters(
        "".join(sign for sign in signs if not sign.startswith("(cid:"))
    )  # bullets of a symbol font
    found = _read(path)
    assert found - expected == Counter()
    assert "".join((expected - found).elements()) == MARKS.get(path.name, "")
