"""The engine of one machine: worker processes under limits, and a thread for each document in hand.

The workers are those of `extractor.guard`. Threads only wait and write; there are some more of them than workers, so
that no worker waits for a disk. Workers are started with the first job: a run that has nothing to do starts none.
Should the workers as a whole break down (the machine was short of memory when one was started), new ones are.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, CancelledError, Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from threading import Lock

from extractor.batch.engines import EngineOptions
from extractor.batch.jobs import Job, Outcome, perform
from extractor.errors import BrokenReaderError
from extractor.guard import Extracted, Guard
from extractor.settings import DEFAULT, Settings

MORE_THREADS = 2  # than workers
LISTENS_EVERY = 1.0  # seconds that Ctrl-C may have to wait where waiting cannot be interrupted
TRIES = 3  # of a document whose workers break down around it


class Workers:
    """A guard that is there when it is wanted, and another when that one is gone. For several threads."""

    def __init__(self, options: EngineOptions) -> None:
        self._options = options
        self._lock = Lock()
        self._guard: Guard | None = None
        self._closed = False

    def extract(self, file: str, settings: Settings = DEFAULT) -> Extracted:
        """Return the plan in a document; see `Guard.extract`."""
        for _ in range(TRIES):
            guard = self._get()
            try:
                return guard.extract(file, settings)
            except (CancelledError, RuntimeError):  # the guard takes no more documents
                self._drop(guard)
        raise BrokenReaderError(file, "no worker process could be kept to read it")

    def close(self) -> None:
        """End the workers; what still asks for one gets an error."""
        with self._lock:
            self._closed = True
            guard, self._guard = self._guard, None
        if guard is not None:
            guard.__exit__()

    def _get(self) -> Guard:
        with self._lock:
            if self._closed:
                raise CancelledError
            if self._guard is None:
                self._guard = Guard(workers=self._options.jobs, limits=self._options.limits)
            return self._guard

    def _drop(self, guard: Guard) -> None:
        with self._lock:
            if self._guard is not guard:
                return
            self._guard = None
        guard.__exit__()


class LocalEngine:
    """Does jobs in worker processes of this machine."""

    def __init__(self, options: EngineOptions) -> None:
        self._threads = options.jobs + MORE_THREADS
        self._workers = Workers(options)

    def run(self, jobs: Iterable[Job]) -> Generator[Outcome, None, None]:
        """Do all jobs; see `Engine.run`."""
        waiting: set[Future[Outcome]] = set()
        with ThreadPoolExecutor(self._threads) as pool:
            try:
                for job in jobs:
                    waiting.add(pool.submit(perform, job, self._workers))
                    while len(waiting) >= self._threads:
                        done, waiting = wait(waiting, LISTENS_EVERY, FIRST_COMPLETED)
                        yield from (future.result() for future in done)
                while waiting:
                    done, waiting = wait(waiting, LISTENS_EVERY, FIRST_COMPLETED)
                    yield from (future.result() for future in done)
            except BaseException:
                self.close()  # ends what the threads are waiting for
                raise

    def close(self) -> None:
        """End the workers."""
        self._workers.close()


@contextmanager
def open_engine(options: EngineOptions) -> Iterator[LocalEngine]:
    """Lend an engine whose workers are gone when the context ends."""
    engine = LocalEngine(options)
    try:
        yield engine
    finally:
        engine.close()
