"""An engine for tests of runs: it does jobs in this process, and documents say what is to happen to them.

A document that begins with «skada» cannot be read; «tom plan» has none in it; «halv» loses a page; «treg» takes too
long. Others give JSON with their words.
"""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from extractor.batch.engines import EngineOptions
from extractor.batch.jobs import Job, Outcome, perform
from extractor.errors import DamagedFileError, NothingFoundError, TooSlowError
from extractor.guard import Extracted
from extractor.settings import DEFAULT, Settings

ERRORS = {b"skada": DamagedFileError, b"tom plan": NothingFoundError, b"treg": TooSlowError}
DONE: list[str] = []  # paths, in the order in which they were done


class InlineReader:
    """Makes JSON of a document without reading it as a plan."""

    def extract(self, file: str, settings: Settings = DEFAULT) -> Extracted:
        data = Path(file).read_bytes()
        for start, error in ERRORS.items():
            if data.startswith(start):
                raise error(file, "ei sak")
        text = json.dumps({"filename": Path(file).name, "words": data.decode("latin-1")})
        sha256 = hashlib.sha256(data).hexdigest()
        return Extracted(text.encode(), 1, 2, 0, sha256, 3, data.startswith(b"halv"), 0.5)


class InlineEngine:
    """Does the jobs two by two, the second of them first."""

    def run(self, jobs: Iterable[Job]) -> Generator[Outcome, None, None]:
        held: Job | None = None
        for job in jobs:
            if held is None:
                held = job
                continue
            yield self._do(job)
            yield self._do(held)
            held = None
        if held is not None:
            yield self._do(held)

    def _do(self, job: Job) -> Outcome:
        time.sleep(float(os.environ.get("INLINE_SECONDS", "0")))
        DONE.append(job.path)
        return perform(job, InlineReader())


@contextmanager
def open_engine(_options: EngineOptions) -> Iterator[InlineEngine]:
    yield InlineEngine()
