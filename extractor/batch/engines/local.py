"""The engine of one machine: worker processes under limits, and a thread for each document in hand.

The workers are those of `extractor.guard`. Threads only wait and write; there are some more of them than workers, so
that no worker waits for a disk. Workers are started with the first job: a run that has nothing to do starts none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import ExitStack, contextmanager

from extractor.batch.engines import EngineOptions
from extractor.batch.jobs import Job, Outcome, perform
from extractor.guard import Guard

MORE_THREADS = 2  # than workers
LISTENS_EVERY = 1.0  # seconds that Ctrl-C may have to wait where waiting cannot be interrupted


class LocalEngine:
    """Does jobs in worker processes of this machine."""

    def __init__(self, options: EngineOptions, stack: ExitStack) -> None:
        self._options = options
        self._stack = stack
        self._guard: Guard | None = None

    def run(self, jobs: Iterable[Job]) -> Iterator[Outcome]:
        """Do all jobs; see `Engine.run`."""
        threads = self._options.jobs + MORE_THREADS
        waiting: set[Future[Outcome]] = set()
        with ThreadPoolExecutor(threads) as pool:
            try:
                for job in jobs:
                    waiting.add(pool.submit(perform, job, self._started()))
                    if len(waiting) >= threads:
                        done, waiting = wait(waiting, LISTENS_EVERY, FIRST_COMPLETED)
                        yield from (future.result() for future in done)
                while waiting:
                    done, waiting = wait(waiting, LISTENS_EVERY, FIRST_COMPLETED)
                    yield from (future.result() for future in done)
            except BaseException:
                self._stack.close()  # ends what the threads are waiting for
                raise

    def _started(self) -> Guard:
        if self._guard is None:
            options = self._options
            self._guard = self._stack.enter_context(Guard(workers=options.jobs, limits=options.limits))
        return self._guard


@contextmanager
def open_engine(options: EngineOptions) -> Iterator[LocalEngine]:
    """Lend an engine whose workers are gone when the context ends."""
    with ExitStack() as stack:
        yield LocalEngine(options, stack)
