"""The worker processes as the commands see them: a path in, JSON or an error out.

Workers are pebble's. Where processes can be forked they come from a small server process, which has no threads that
a fork could trip over; each worker loads the readers once, before its first document. A document is given twice: its
pages are counted, under the base limit, and then it is read, under the limit for that many pages. When pages of it
have to be read from their pictures, the worker comes back with their number and is sent again with more time.
"""

from __future__ import annotations

import logging
import multiprocessing
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import wait
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from extractor.errors import BrokenReaderError, ExtractorError, TooLargeError, TooSlowError
from extractor.guard import looking, worker
from extractor.guard.limits import MEGABYTE, Limits
from extractor.guard.looking import Looked
from extractor.guard.worker import Extracted
from extractor.printed import Picture
from extractor.read.ocr_time import SCANS, MorePagesError
from extractor.settings import DEFAULT, Settings

Result = TypeVar("Result")

log = logging.getLogger(__name__)

RECYCLED_AFTER = 1_000  # tasks: what libraries forget to give back does not add up
DRAWN_AT_ONCE = 4  # pages: one that cannot be drawn takes few others with it
LISTENS_EVERY = 1.0  # seconds that Ctrl-C may have to wait where waiting cannot be interrupted
POOL_LOOKS_EVERY = 0.02  # seconds: pebble's own 0.1 would be felt at the end of each command
SIGKILL, SIGXCPU = 9, 24  # the system was short of memory; the processor time was used up
TOO_LARGE = frozenset({worker.OUT_OF_MEMORY, -SIGKILL})
TOO_SLOW = frozenset({-SIGXCPU})


class Guard:
    """Reads documents in worker processes. Use it as a context: at its end no process is left.

    Args:
        workers: how many documents can be read at a time; `extract` may be called from that many threads.
        limits: what one document may take.
    """

    def __init__(self, *, workers: int = 1, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()
        self._pool = _start_pool(workers, self.limits)

    def __enter__(self) -> Guard:
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.stop()
        self._pool.join()

    def extract(self, file: str, settings: Settings = DEFAULT) -> Extracted:
        """Return the plan in a document as JSON, the same bytes as without a worker.

        Raises:
            TooSlowError, TooLargeError, BrokenReaderError: reading it was stopped.
            ExtractorError: as `extract_plan` does.
        """
        return self._read(worker.extract, file, settings)

    def look(self, file: str, settings: Settings = DEFAULT, *, plan: bool = True) -> Looked:
        """Return what a page for reviewing a document shows; without `plan`, only what stands in the document.

        Raises:
            ExtractorError: as `extract` does.
        """
        return self._read(looking.look, file, settings, plan)

    def pictures(self, file: str, pages: int) -> Iterator[Picture]:
        """Yield the pictures of so many pages of a PDF, some at a time; that of one that cannot be drawn is empty."""
        path = str(Path(file).absolute())
        for first in range(1, pages + 1, DRAWN_AT_ONCE):
            last = min(first + DRAWN_AT_ONCE - 1, pages)
            try:
                drawn = self._draw(path, file, first, last)
            except ExtractorError as error:
                log.info("pages %d to %d are drawn one by one: %s", first, last, error.cause)
                drawn = [self._draw_alone(path, file, number) for number in range(first, last + 1)]
            there = {picture.page: picture for picture in drawn}
            yield from (there.get(number, _blank(number)) for number in range(first, last + 1))

    def _draw_alone(self, path: str, file: str, number: int) -> Picture:
        try:
            return self._draw(path, file, number, number)[0]
        except (ExtractorError, IndexError):
            return _blank(number)

    def _read(self, task: Callable[..., Result], file: str, *arguments: Any) -> Result:
        """Have a document read; once more, with more time, when pages of it have to be read with OCR."""
        path = str(Path(file).absolute())  # a worker may stand in another folder
        pages, spent = self._run(worker.count_pages, path, file=file)
        scans = 0
        while True:
            left = self.limits.seconds(pages, scans) - spent
            try:
                return self._run(
                    task,
                    path,
                    file,
                    left,
                    *arguments,
                    scans,
                    file=file,
                    pages=pages,
                    scans=scans,
                    seconds=left,
                )
            except MorePagesError as more:
                scans = more.pages

    def _draw(self, path: str, file: str, first: int, last: int) -> list[Picture]:
        count = last - first + 1
        seconds = self.limits.seconds(count)
        return self._run(
            looking.draw, path, file, seconds, first, last, file=file, pages=count, seconds=seconds
        )

    def _run(
        self,
        task: Callable[..., Result],
        *arguments: Any,
        file: str,
        pages: int = 1,
        scans: int = 0,
        seconds: float | None = None,
    ) -> Result:
        from pebble import ProcessExpired

        future = self._pool.schedule(task, args=arguments, timeout=seconds or self.limits.base)
        while not wait([future], timeout=LISTENS_EVERY).done:
            if not self._pool.active:  # a task that was begun then is never heard of again
                raise RuntimeError("the workers were stopped")
        try:
            result: Result = future.result()
        except TimeoutError as error:
            raise self._too_slow(file, pages, scans) from error
        except ProcessExpired as error:
            raise self._died(file, pages, scans, error.exitcode) from error
        return result

    def _died(
        self, file: str, pages: int, scans: int, status: int
    ) -> TooSlowError | TooLargeError | BrokenReaderError:
        if status in TOO_LARGE:
            most = self.limits.memory // MEGABYTE
            return TooLargeError(file, f"reading it takes more than {most} MiB of memory")
        if status in TOO_SLOW:
            return self._too_slow(file, pages, scans)
        return BrokenReaderError(file, f"the reader broke down on it ({_name_status(status)})")

    def _too_slow(self, file: str, pages: int, scans: int) -> TooSlowError:
        seconds, size = self.limits.seconds(pages, scans), f"{pages} pages" if pages > 1 else "a page"
        if scans:
            size += f", {scans} of them read with OCR" if pages > 1 else " read with OCR"
        return TooSlowError(file, f"reading it takes longer than {seconds:g} seconds, the limit for {size}")


def _blank(number: int) -> Picture:
    return Picture(number, 0.0, 0.0, b"")


def _name_status(status: int) -> str:
    try:
        return signal.Signals(-status).name
    except ValueError:
        return f"exit status {status}"


def _start_pool(workers: int, limits: Limits) -> Any:
    with _undisturbed():
        context = _context()
        from pebble import CONSTS, ProcessPool  # while the server process starts

        CONSTS.sleep_unit = POOL_LOOKS_EVERY
        pool = ProcessPool(
            max_workers=workers,
            max_tasks=RECYCLED_AFTER,
            initializer=worker.prepare,
            initargs=(limits.memory, logging.getLogger("extractor").level, logging.getLogger(SCANS).level),
            context=context,
        )
        if not pool.active:  # asking starts the workers
            raise RuntimeError("no worker process can be started")
        return pool


def _context() -> Any:
    """Return the way in which processes are begun; where one is a server, start it."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    from multiprocessing.forkserver import ensure_running

    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["pebble", worker.__name__])
    ensure_running()
    return context


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Put off Ctrl-C for a moment: processes that are begun inside never get it, and none is left half begun."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    from multiprocessing import resource_tracker

    resource_tracker.ensure_running()  # later, it would undo the mask
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
