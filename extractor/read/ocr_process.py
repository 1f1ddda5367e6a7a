"""The process that looks at pictures: OCRmyPDF on one page after the other, each answer in a file of its own."""

from __future__ import annotations

import json
import os
import signal
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.read.ocr_words import Line, Scan

DOUBTFUL = 0.7  # 0–1: how sure Tesseract is of the words of a page; of good scans it is sure by 0.9


def main(folder: str, language: str, seconds: str) -> None:
    """Recognise `*.pdf` in a folder, of one page each; write `*.json` beside them.

    Args:
        folder: that they are in.
        language: Tesseract's name for it.
        seconds: that Tesseract may take for a page.
    """
    Thread(target=_end_with_parent, daemon=True).start()
    for path in sorted(Path(folder).glob("*.pdf")):
        try:
            found: Scan | dict[str, str] = _recognised(path, language, float(seconds))
        except Exception as error:  # of OCRmyPDF, PDFium, Pillow; the next page may fare better
            found = {"error": " ".join(f"{type(error).__name__} {error}".split())[:200]}
        draft = path.with_suffix(".draft")
        draft.write_text(json.dumps(found), encoding="utf-8")
        draft.replace(path.with_suffix(".json"))


def _recognised(path: Path, language: str, seconds: float) -> Scan:
    """Return what is read on a page; which way up it lies is looked into where its words are turned or doubtful."""
    from extractor.read.ocr_page import confidence

    found = _look(path, language, seconds)
    if turn := _turn(found.lines):
        return _look(path, language, seconds, turn=turn)
    if confidence(found) < DOUBTFUL:
        return max(found, _look(path, language, seconds, turn=0), key=confidence)
    return found


def _turn(lines: Sequence[Line]) -> int:
    """Return by how many degrees against the clock most letters are turned."""
    letters: Counter[int] = Counter()
    for line in lines:
        letters[line.turn] += sum(len(word.text) for word in line.words)
    return letters.most_common(1)[0][0] if letters else 0


def _look(path: Path, language: str, seconds: float, *, turn: int | None = None) -> Scan:
    """Have a page read.

    Args:
        path: a PDF of one page.
        language: Tesseract's name for it.
        seconds: that Tesseract may take.
        turn: degrees against the clock by which its text is turned, 0 to have that found out; None to leave it as it
            lies.
    """
    import ocrmypdf

    from extractor.read import ocr_plugin

    ocr_plugin.DESK.clear()
    ocr_plugin.DESK.text_turn = turn or 0
    ocrmypdf.ocr(
        path,
        os.devnull,
        plugins=[ocr_plugin.__name__],
        language=[language],
        mode="force",
        output_type="none",
        rotate_pages=turn is not None,
        deskew=True,
        jobs=1,
        use_threads=True,
        optimize=0,
        progress_bar=False,
        tesseract_timeout=seconds,
        tesseract_non_ocr_timeout=seconds,
        invalidate_digital_signatures=True,
        tagged_pdf_mode="ignore",
    )
    return ocr_plugin.DESK.scan()


def _end_with_parent() -> None:
    """End this process and those that it has begun when the one that asked is gone: that held the end of our input."""
    while os.read(sys.stdin.fileno(), 1):
        pass
    os.killpg(0, signal.SIGKILL)
