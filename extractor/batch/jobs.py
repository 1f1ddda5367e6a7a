"""One document as an engine meets it: a job in, an outcome out.

Both are plain values that travel to other processes and machines. `perform` is the whole work on one document; where
it runs is the engine's affair. What is wrong with a document is an outcome. What is wrong with the place that results
go to (a full disk, no rights) is raised: it would be wrong with every document, and trying them all would be no use.
"""

from __future__ import annotations

import errno
from dataclasses import dataclass
from time import monotonic
from typing import Literal, Protocol

from extractor.batch.places import place_of
from extractor.errors import CannotReadError, ExtractorError
from extractor.guard import Extracted
from extractor.settings import DEFAULT, Settings

Status = Literal["ok", "partial", "failed"]

FAULTS_OF_A_NAME = frozenset(
    {errno.ENAMETOOLONG, errno.EINVAL, errno.EILSEQ, errno.ENOTDIR, errno.EISDIR, errno.EEXIST, errno.ELOOP}
)


class Reader(Protocol):
    """What extracts a document under limits: `extractor.guard.Guard`."""

    def extract(self, file: str, settings: Settings = DEFAULT) -> Extracted:
        """Return the plan in a document; see `Guard.extract`."""
        ...


@dataclass(frozen=True, slots=True)
class Job:
    """A document to be done, and where its JSON goes."""

    path: str  # what the manifest calls it
    source: str  # place that it is in
    name: str  # in that place
    sha256: str
    out: str  # place of the results
    output: str  # in that place
    settings: Settings = DEFAULT


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a job."""

    path: str
    sha256: str  # of the bytes that were read, if they were
    status: Status
    seconds: float
    settings: str
    code: str | None = None  # of the error: `damaged-file`
    message: str | None = None
    output: str | None = None
    pages: int | None = None  # None for text and for what could not be read
    goals: int = 0
    tiltak: int = 0
    warnings: int = 0


def perform(job: Job, reader: Reader) -> Outcome:
    """Extract a document and write its JSON.

    Raises:
        ExtractorError: a place is of a kind that cannot be used here, or the one for the results cannot be written to.
    """
    start = monotonic()
    source, out = place_of(job.source), place_of(job.out)
    try:
        with source.local(job.name) as path:
            found = reader.extract(str(path), job.settings)
    except OSError as error:
        return failed(job, cannot_open(job.path, error), monotonic() - start)
    except ExtractorError as error:
        return failed(job, error, monotonic() - start)
    try:
        out.write(job.output, [found.json])
    except ExtractorError as error:
        if getattr(error.__cause__, "errno", None) not in FAULTS_OF_A_NAME:
            raise
        return failed(job, error, monotonic() - start)
    return _done(job, found)


def failed(job: Job, error: ExtractorError, seconds: float = 0.0) -> Outcome:
    """Return the outcome of a job that an error ended."""
    message = f"{error.cause}. {error.remedy}".strip()
    return Outcome(job.path, job.sha256, "failed", seconds, str(job.settings), code_of(error), message)


def cannot_open(path: str, error: OSError) -> CannotReadError:
    """Return the error of ours for a file that the system does not give."""
    return CannotReadError(
        path, f"it cannot be opened ({error.strerror or error})", "Check that it is there and your rights."
    )


def code_of(error: ExtractorError) -> str:
    """Return the code of an error, made from the name of its class: `too-slow`, `damaged-file`."""
    name = type(error).__name__.removesuffix("Error")
    return "".join(f"-{letter.lower()}" if letter.isupper() else letter for letter in name).lstrip("-")


def _done(job: Job, found: Extracted) -> Outcome:
    return Outcome(
        job.path,
        found.sha256,
        "partial" if found.partial else "ok",
        found.seconds,
        str(job.settings),
        output=job.output,
        pages=found.pages,
        goals=found.goals,
        tiltak=found.tiltak,
        warnings=found.warnings,
    )
