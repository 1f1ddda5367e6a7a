"""The engine of many machines: a Dask cluster that somebody runs, with workers that come and go.

The run stays where it was started: it lists the inputs, tells what is done, and writes the manifest. A worker of the
cluster gets a job, brings the document to its machine, reads it in a process under limits, as anywhere else, and
writes the JSON. It sends back the outcome only. A worker that dies loses what it had in hand, and the scheduler gives
that to another; a job that several workers have died over is reported as one that breaks its reader.

Inputs and results have to be where all machines see them: in a folder that they share, or in an object store. Where
they do not, or where another version works, the run ends with the first document, because the rest would go no better.
"""

from __future__ import annotations

import logging
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from extractor.batch.engines import EngineOptions
from extractor.batch.engines.lent import lent_workers
from extractor.batch.jobs import Job, Outcome, failed, perform
from extractor.batch.places import INSTALL, LOCK, is_url
from extractor.errors import BrokenReaderError, ExtractorError
from extractor.guard import Limits
from extractor.version import __version__

if TYPE_CHECKING:
    from distributed import Client, Future

SHARE = "Name a folder that all machines share under this name, or a place such as s3://bucket/folder."
ANSWERS_WITHIN = 15.0  # seconds for the scheduler
WORKERS_WITHIN = 60.0  # seconds for the first worker: some clusters start them when there is work
LOOKS_EVERY = 5.0  # seconds between two counts of the workers
AHEAD = 2  # jobs for each thread of the cluster: one in hand, one under way to it


class DaskEngine:
    """Does jobs on a cluster."""

    def __init__(self, client: Client, options: EngineOptions) -> None:
        self._client, self._options = client, options
        self._address = str(options.scheduler)
        self._jobs: dict[str, Job] = {}  # in the cluster, by key
        self._run = f"planuttrekk-{uuid4().hex[:8]}"
        self._room = 0
        self._looked = float("-inf")

    def run(self, jobs: Iterable[Job]) -> Generator[Outcome, None, None]:
        """Do all jobs; see `Engine.run`.

        Raises:
            ExtractorError: a result cannot be written; a worker cannot do any job; the scheduler is gone.
        """
        from distributed import as_completed

        done = as_completed(loop=self._client.loop)
        for number, job in enumerate(jobs):
            done.add(self._submit(number, job))
            while done.has_ready() or len(self._jobs) >= self._most():
                yield self._outcome(next(done))
        for future in done:
            yield self._outcome(future)

    def _submit(self, number: int, job: Job) -> Future:
        key = f"{self._run}-{number}"
        self._jobs[key] = _from_anywhere(job)
        with self._told():
            return self._client.submit(
                do_job, self._jobs[key], self._options.limits, __version__, key=key, pure=False
            )

    def _most(self) -> int:
        """Return how many jobs may be in the cluster; it waits for the first worker."""
        if monotonic() - self._looked > LOOKS_EVERY:
            with self._told():
                threads = sum(self._client.nthreads().values())
                if not (threads or self._room):
                    self._client.wait_for_workers(1, timeout=WORKERS_WITHIN)
                    threads = sum(self._client.nthreads().values())
            self._room, self._looked = max(AHEAD * threads, self._room and 1, 1), monotonic()
        return self._room

    def _outcome(self, future: Future) -> Outcome:
        from distributed import KilledWorker

        job = self._jobs.pop(future.key)
        try:
            with self._told():
                outcome: Outcome = future.result()
        except KilledWorker as error:
            times = error.allowed_failures + 1
            return failed(job, BrokenReaderError(job.path, f"{times} workers of the cluster died over it"))
        finally:
            future.release()
        return outcome

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Tell what is wrong with the cluster as an error of ours."""
        from distributed import KilledWorker

        try:
            yield
        except (ExtractorError, KilledWorker):
            raise
        except (ImportError, AttributeError, RuntimeError) as error:  # what is sent cannot be unpacked there
            cause = f"scheduler or workers cannot read documents ({str(error).partition('.')[0]})"
            remedy = f"Install planuttrekk {__version__} with its extra 'cluster' on all of them."
            raise ExtractorError(self._address, cause, remedy) from error
        except Exception as error:
            cause = f"the cluster does not answer ({type(error).__name__}: {error})"
            remedy = "Look after scheduler and workers and run again: what is done stays."
            raise ExtractorError(self._address, cause, remedy) from error


def do_job(job: Job, limits: Limits, version: str) -> Outcome:
    """Do a job; runs in a worker of the cluster.

    Raises:
        ExtractorError: no job can be done by this worker, or a result cannot be written.
    """
    from distributed import get_worker

    worker = get_worker()
    if version != __version__:
        cause = f"works with planuttrekk {__version__}, and the run with {version}"
        raise ExtractorError(worker.address, cause, "Install the same version everywhere.")
    _check_seen(job, worker.address)
    with lent_workers(limits, worker.state.nthreads) as workers:
        return perform(job, workers)


def _check_seen(job: Job, worker: str) -> None:
    """Make sure that folders are those of the run, not others on a disk of the worker.

    Raises:
        ExtractorError: they are not.
    """
    for root, sign in ((job.source, ""), (job.out, LOCK)):
        if not is_url(root) and not Path(root, sign).exists():
            raise ExtractorError(root, f"the worker {worker} does not see this folder", SHARE)


def _from_anywhere(job: Job) -> Job:
    """Name folders so that they are the same from wherever a worker stands."""
    out = job.out if is_url(job.out) else str(Path(job.out).absolute())
    return replace(job, out=out)


@contextmanager
def open_engine(options: EngineOptions) -> Iterator[DaskEngine]:
    """Lend an engine that has left the cluster when the context ends; what is in hand there is given up.

    Raises:
        ExtractorError: Dask is not installed, or no scheduler answers at the address.
    """
    client = _connect(options.scheduler)
    try:
        yield DaskEngine(client, options)
    finally:
        client.close()


def _connect(scheduler: str | None) -> Any:
    if not scheduler:
        raise ExtractorError(
            "--engine dask", "needs the address of a scheduler", "Add --scheduler tcp://HOST:8786"
        )
    try:
        from distributed import Client
    except ImportError as error:
        raise ExtractorError("--engine dask", f"Dask is not installed ({error.name})", INSTALL) from error
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what matters is told as an error of ours
    try:
        return Client(scheduler, timeout=ANSWERS_WITHIN, set_as_default=False)
    except (OSError, ValueError) as error:
        remedy = "Start one with: dask scheduler"
        raise ExtractorError(scheduler, f"no scheduler answers there ({error})", remedy) from error
