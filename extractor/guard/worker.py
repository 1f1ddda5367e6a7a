"""What happens in a worker process: it takes its limits, counts pages, and turns a document into JSON.

Only plain values come back: bytes, numbers, and errors that say what to tell the user. A worker that has met the
end of its memory is not to be trusted with another document, so it ends itself with an exit status that says so.
The limit of processor time is for the case that nobody is left to kill the worker from outside.
"""

from __future__ import annotations

import importlib
import logging
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, process_time
from typing import TYPE_CHECKING

from extractor.errors import ExtractorError, UnexpectedError
from extractor.read.ocr_time import SCANS, MorePagesError, allowed_pages
from extractor.settings import DEFAULT, Settings

if TYPE_CHECKING:
    from schemas import Plan

OUT_OF_MEMORY = 66  # exit status
SPARE_SECONDS = 5  # of processor time, behind the limit that is kept from outside
UNREAD = frozenset({"no-text-layer", "ocr-failed", "limit-pages", "limit-chars", "limit-rules"})
"""Diagnostics that say that something was not read; those of severity `error` do so, too."""
PRELOADED = ("extractor.pipeline", "extractor.emit.jsonfile", "extractor.read.pdf", "pypdfium2")
"""What a worker imports before its first document, so that the time it takes counts for none; not every document
needs spaCy, and one alone should not wait for it."""


@dataclass(frozen=True, slots=True)
class Extracted:
    """A plan as it goes to a file, and what is told about it on the way."""

    json: bytes
    goals: int
    tiltak: int
    warnings: int
    sha256: str
    pages: int | None  # None for text without pages
    partial: bool  # some of the document was not read
    seconds: float  # in the worker


def prepare(memory: int, log_level: int, scans_level: int = logging.NOTSET) -> None:
    """Get ready for documents.

    Args:
        memory: bytes that may be taken on top of what is taken now.
        log_level: records of this level and above go to standard error.
        scans_level: likewise those that tell how far OCR is, for somebody who waits for it.
    """
    if hasattr(signal, "SIGTERM"):
        signal.signal(signal.SIGTERM, signal.SIG_DFL)  # end at once, also in the middle of a library's loop
    _talk("extractor", log_level, _Talk())
    _talk(SCANS, scans_level, logging.Formatter())
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # threads nobody uses take memory
    for module in PRELOADED:
        importlib.import_module(module)
    _limit_memory(memory)


def count_pages(path: str) -> tuple[int, float]:
    """Return how many pages the document has (see `extractor.read.extent`), and the seconds it took to tell."""
    from extractor.read.extent import count_pages as count

    start = monotonic()
    try:
        return count(Path(path)), monotonic() - start
    except MemoryError:
        os._exit(OUT_OF_MEMORY)


def extract(
    path: str, name: str, seconds: float, settings: Settings = DEFAULT, scans: int | None = None
) -> Extracted:
    """Extract a document and return its JSON.

    Args:
        path: where it is, from the root.
        name: what the user calls it.
        seconds: processor time after which the system ends this process.
        settings: what is asked for.
        scans: how many pages there is time for to be read with OCR; None for any number.

    Raises:
        ExtractorError: it cannot be read, or there is no plan in it; `UnexpectedError` for anything else.
        MorePagesError: more than `scans` pages have to be read with OCR.
    """
    from extractor.emit.jsonfile import dumps
    from extractor.pipeline import extract_plan

    with at_work(name, seconds, scans):
        start = monotonic()
        plan = extract_plan(path, settings=settings)
        return _extracted(plan, dumps(plan).encode("utf-8"), start)


@contextmanager
def at_work(name: str, seconds: float, scans: int | None = 0) -> Iterator[None]:
    """Take so many seconds of processor time, and let only errors out that say what to tell the user of `name`.

    `scans` is how many pages may be read with OCR; where they are too few, that is let out, too.
    """
    _limit_time(seconds)
    allowed_pages.set(scans)
    try:
        yield
    except ExtractorError as error:
        raise type(error)(name, error.cause, error.remedy) from error
    except MorePagesError:
        raise
    except MemoryError:
        os._exit(OUT_OF_MEMORY)
    except Exception as error:  # not every error survives the way to the other process
        raise UnexpectedError(name, f"unexpected {type(error).__name__}: {error}") from error


def _extracted(plan: Plan, json: bytes, start: float) -> Extracted:
    told = plan.diagnostics
    return Extracted(
        json,
        len(plan.goals),
        len(plan.tiltak),
        warnings=sum(diagnostic.severity != "info" for diagnostic in told),
        sha256=plan.source.sha256,
        pages=plan.source.page_count,
        partial=any(diagnostic.severity == "error" or diagnostic.code in UNREAD for diagnostic in told),
        seconds=monotonic() - start,
    )


def _talk(name: str, level: int, formatter: logging.Formatter) -> None:
    """Let a logger write to standard error, once, from a level on; one without a level is left alone."""
    logger = logging.getLogger(name)
    if level and not logger.handlers:
        logger.setLevel(level)
        logger.propagate = False
        handler = logging.StreamHandler()
        handler.setFormatter(formatter)
        logger.addHandler(handler)


class _Talk(logging.Formatter):
    """Words records as the command does."""

    def format(self, record: logging.LogRecord) -> str:
        return f"{record.levelname.lower()}: {record.getMessage()}"


def _limit_memory(most: int) -> None:
    """Have the system refuse more memory, where it can (not on macOS and Windows), and write no core files."""
    if sys.platform == "win32":
        return
    import resource

    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_AS, (_taken() + most, resource.RLIM_INFINITY))


def _taken() -> int:
    """Return the bytes of address space that this process has.

    Raises:
        OSError: the system does not tell.
    """
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    return pages * os.sysconf("SC_PAGE_SIZE")


def _limit_time(seconds: float) -> None:
    if sys.platform == "win32":
        return
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    with suppress(OSError, ValueError):
        soft = int(process_time() + seconds) + SPARE_SECONDS
        resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))
