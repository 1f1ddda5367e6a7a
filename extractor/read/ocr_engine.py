"""Pages of a PDF → what is recognised in their pictures, by a process of its own.

Each page is copied out of the document, so that nothing but the pages that are asked for is ever opened or drawn. The
process (`ocr_process`) answers page by page. It leads a group of processes, and is ended with all of them when it
takes too long, when reading the document is given up, and, by itself, when the process that asked is gone: its input
is a pipe whose other end only that one holds.
"""

from __future__ import annotations

import json
import logging
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic, sleep
from typing import Any

from extractor.read.ocr_copies import MOST_PIXELS, copy_page, open_document, pixels_of
from extractor.read.ocr_parts import LANGUAGE

log = logging.getLogger(__name__)

SECONDS = 30.0  # that Tesseract may take for one page
STARTS_WITHIN = 20.0  # seconds
LOOKS_EVERY = 0.05  # seconds
ROOT = Path(__file__).parents[2]
CALL = "import sys; sys.path.append(sys.argv.pop(1)); from extractor.read.ocr_process import main; main(*sys.argv[1:])"

Found = Any | str
"""What JSON says of a page (`ocr_words.Scan`), or why it was not read."""


def recognise(data: bytes, pages: Sequence[int]) -> Iterator[tuple[int, Any, str | None]]:
    """Yield each page that is asked for with what was recognised, or None and the reason why not.

    Args:
        data: a PDF.
        pages: numbers from 1.
    """
    with tempfile.TemporaryDirectory(prefix="planuttrekk-") as folder:
        copied, refused = _copy(data, pages, Path(folder))
        yield from ((page, None, reason) for page, reason in refused.items())
        if copied:
            yield from _read(Path(folder), copied)


def _copy(data: bytes, pages: Sequence[int], folder: Path) -> tuple[list[int], dict[int, str]]:
    """Put each page into a file of its own; return those that were, and why others were not."""
    copied, refused = [], {}
    with open_document(data) as document:
        for page in pages:
            try:
                if (pixels := pixels_of(document, page - 1)) > MOST_PIXELS:
                    refused[page] = f"a picture of {pixels / 1e6:.0f} million pixels is too large"
                    continue
                copy_page(document, page - 1, _file(folder, page))
                copied.append(page)
            except Exception as error:  # PDFium's own
                refused[page] = f"the page cannot be copied ({error})"
    return copied, refused


def _read(folder: Path, pages: Sequence[int]) -> Iterator[tuple[int, Any, str | None]]:
    reason = "the engine did not answer"
    with _process(folder) as process:
        until = monotonic() + STARTS_WITHIN
        for page in pages:
            until += SECONDS * 2  # turning it upright and straight takes its time, too
            answer = _file(folder, page).with_suffix(".json")
            while not answer.exists() and process.poll() is None and monotonic() < until:
                sleep(LOOKS_EVERY)
            if process.poll() is None and not answer.exists():
                reason = "the engine took too long"
                _end(process)
            yield page, *_answer(answer, reason)


def _answer(path: Path, reason: str) -> tuple[Any, str | None]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None, reason
    return (None, str(found["error"])) if isinstance(found, dict) else (found, None)


@contextmanager
def _process(folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    process = subprocess.Popen(
        [sys.executable, "-c", CALL, str(ROOT), str(folder), LANGUAGE, str(SECONDS)],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environment,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the process and all that it has begun."""
    if process.stdin:
        with suppress(OSError):
            process.stdin.close()
    if hasattr(os, "killpg"):
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()


def _file(folder: Path, page: int) -> Path:
    return folder / f"{page:06}.pdf"
