"""Engines do jobs, in any order and as many at a time as they can.

An engine is a module with `open_engine`; it is loaded when it is asked for, so that none costs those who use another.
Engines take jobs as they have room for them, never all at once, and yield each outcome as soon as it is there. The
JSON that a job gives must not depend on the engine: all of them call `extractor.batch.jobs.perform`.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from importlib import import_module
from typing import Protocol

from extractor.batch.jobs import Job, Outcome
from extractor.guard import Limits

ENGINES = {"local": "extractor.batch.engines.local", "dask": "extractor.batch.engines.dask"}
"""Names, as --engine takes them, and modules."""


@dataclass(frozen=True, slots=True)
class EngineOptions:
    """What a run tells its engine."""

    jobs: int  # documents at a time; an engine with machines of its own may do more
    limits: Limits
    scheduler: str | None = None  # address, for engines that have one


class Engine(Protocol):
    """Does jobs."""

    def run(self, jobs: Iterable[Job]) -> Generator[Outcome, None, None]:
        """Do all jobs; yield an outcome for each, in the order in which they are done.

        Jobs are taken from the iterable in the thread that iterates over the outcomes, at most some more than can
        be done at a time. A document that cannot be read, or that ends its worker, is an outcome.

        Closing the generator stops what is being done.

        Raises:
            ExtractorError: a result cannot be written; no more jobs are taken.
        """
        ...


def open_engine(name: str, options: EngineOptions) -> AbstractContextManager[Engine]:
    """Return an engine as a context, at whose end its processes are gone."""
    opened: AbstractContextManager[Engine] = import_module(ENGINES[name]).open_engine(options)
    return opened
