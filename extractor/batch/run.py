"""A run: inputs in, JSON and a manifest out, nothing done twice.

    1. what earlier runs have left is taken up                     (manifest → index)
    2. inputs are listed and put in order                          (inputs → index)
    3. each is told by its content: done already, there twice, or a job
    4. the engine does the jobs; each outcome becomes a line at once
    5. the manifest is put in order and counted

What was done is not done again when content, version and settings are the same and the JSON is still there; what
failed, when the limits are the same, too. Of inputs with the same content the first in order is done, whatever order
the engine works in. What an input that failed or is skipped now had as JSON before is removed.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from extractor.batch.engines import EngineOptions, open_engine
from extractor.batch.index import Index
from extractor.batch.inputs import Inputs
from extractor.batch.jobs import Job, Outcome, cannot_open, failed
from extractor.batch.manifest import MANIFEST, dump_line, finish, load, parse_line
from extractor.batch.places import Place, place_of
from extractor.errors import NotFoundError
from extractor.guard import Limits
from extractor.guard.limits import MEGABYTE
from extractor.settings import DEFAULT, Settings
from extractor.version import __version__
from schemas import SCHEMA_VERSION
from schemas.batch import BatchSummary, ManifestLine

TOOL = f"planuttrekk {__version__}"
LONGEST_NAME = 240  # bytes of the last part of a path; most disks take 255
LIMITED = frozenset({"too-slow", "too-large", "broken-reader"})  # other limits, another outcome


@dataclass(frozen=True, slots=True)
class Options:
    """How a run is to be done."""

    engine: str = "local"
    jobs: int = 1
    limits: Limits = field(default_factory=Limits)
    scheduler: str | None = None
    force: bool = False  # do everything again
    retry: bool = False  # do again what failed
    settings: Settings = DEFAULT  # for all documents
    corrections: Mapping[str, str] = field(default_factory=dict)  # JSON by the sha256 of the document


@dataclass(frozen=True, slots=True)
class Step:
    """One input is through."""

    line: ManifestLine
    again: bool  # it was done by an earlier run
    number: int
    total: int


def run_batch(
    inputs: Inputs, out: str, options: Options, tell: Callable[[Step], None] | None = None
) -> BatchSummary:
    """Extract all inputs into `out` and return the counts.

    Args:
        inputs: documents, listed while the run begins.
        out: folder for `plans/`, `manifest.jsonl` and `summary.json`.
        options: how.
        tell: called in this thread with each input that is through.

    Raises:
        NotFoundError: there is no document among the inputs.
        ExtractorError: `out` cannot be written to, or another run does so.
    """
    place, index = place_of(out), Index()
    with place.lock():
        try:
            return _Run(inputs, place, index, options, tell or (lambda _step: None)).do()
        finally:
            index.close()


def output_name(path: str) -> str:
    """Return where the JSON of an input goes; a name that is too long is cut, and told apart by a check sum."""
    last = PurePosixPath(path).name.encode("utf-8")
    if len(last) > LONGEST_NAME:
        mark = hashlib.sha256(last).hexdigest()[:8]
        short = last[: LONGEST_NAME - 9].decode("utf-8", "ignore")
        path = str(PurePosixPath(path).with_name(f"{short}-{mark}"))
    return f"plans/{path}.json"


class _Run:
    def __init__(
        self, inputs: Inputs, out: Place, index: Index, options: Options, tell: Callable[[Step], None]
    ) -> None:
        self._inputs, self._out, self._index, self._options, self._tell = inputs, out, index, options, tell
        self._through = self._total = 0
        self._limits = _words(options.limits)

    def do(self) -> BatchSummary:
        self._out.tidy()
        load(self._out, self._index)
        self._list()
        options = self._options
        engine_options = EngineOptions(options.jobs, options.limits, options.scheduler)
        with open_engine(options.engine, engine_options) as engine:
            for outcome in engine.run(self._jobs()):
                self._add(self._line(outcome))
        left_out = dict(sorted(self._inputs.left_out.items()))
        return finish(self._out, self._index, BatchSummary(tool=TOOL, left_out=left_out))

    def _list(self) -> None:
        for name in self._inputs:
            raw = os.fsencode(name)
            self._index.add_input(raw.decode("utf-8", "backslashreplace"), raw)
        self._total = self._index.count_inputs()
        if not self._total:
            raise NotFoundError(
                self._inputs.place.root,
                "there is no document in it",
                "PDF, Word (.docx), text and HTML files are read.",
            )

    def _jobs(self) -> Iterator[Job]:
        for path, raw in self._index.inputs():
            source, name = self._inputs.place.root, os.fsdecode(raw)
            job = Job(path, source, name, "", self._out.root, output_name(path), self._options.settings)
            try:
                content = _digest(self._inputs.place, job.name)
            except OSError as error:
                self._add(self._line(failed(job, cannot_open(path, error))))
                continue
            job = replace(job, sha256=content, settings=self._settings_for(content))
            first = self._index.first_with(content, path)
            if first != path:
                self._add(self._skipped(job, first))
            elif done := self._done(job):
                self._add(done)
            else:
                yield job

    def _settings_for(self, content: str) -> Settings:
        corrections = self._options.corrections.get(content)
        return (
            replace(self._options.settings, corrections=corrections)
            if corrections
            else self._options.settings
        )

    def _done(self, job: Job) -> ManifestLine | None:
        """Return the line of an earlier run, if it holds for this one."""
        line = self._earlier(job.path)
        if line is None or self._options.force or line.sha256 != job.sha256:
            return None
        if (line.tool, line.schema_version, line.settings) != (TOOL, SCHEMA_VERSION, str(job.settings)):
            return None
        if line.status == "failed":
            stays = line.code not in LIMITED or line.limits == self._limits
            return line if stays and not self._options.retry else None
        return line if line.output and self._out.exists(line.output) else None

    def _skipped(self, job: Job, first: str) -> ManifestLine:
        return ManifestLine(
            path=job.path,
            sha256=job.sha256,
            status="skipped",
            same_as=first,
            limits=self._limits,
            settings=str(job.settings),
            tool=TOOL,
        )

    def _line(self, outcome: Outcome) -> ManifestLine:
        return ManifestLine(
            path=outcome.path,
            sha256=outcome.sha256 or None,
            status=outcome.status,
            code=outcome.code,
            message=outcome.message,
            output=outcome.output,
            pages=outcome.pages,
            goals=outcome.goals,
            tiltak=outcome.tiltak,
            warnings=outcome.warnings,
            seconds=round(outcome.seconds, 3),
            limits=self._limits,
            settings=outcome.settings,
            tool=TOOL,
        )

    def _add(self, line: ManifestLine) -> None:
        earlier = self._earlier(line.path)
        again = line == earlier
        data = dump_line(line)
        if not again:
            if earlier is not None and earlier.output and line.output is None:
                self._out.remove(earlier.output)
            self._out.append(MANIFEST, data)
        self._index.add_line(line.path, data)
        self._through += 1
        self._tell(Step(line, again, self._through, self._total))

    def _earlier(self, path: str) -> ManifestLine | None:
        data = self._index.earlier(path)
        return parse_line(data) if data else None


def _digest(place: Place, name: str) -> str:
    with place.open(name) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()  # type: ignore[arg-type]  # reads as one


def _words(limits: Limits) -> str:
    """Return limits as --limit takes them."""
    return (
        f"base={limits.base:g} per-page={limits.per_page:g} most={limits.most:g} "
        f"per-scan={limits.per_scan:g} memory={limits.memory / MEGABYTE:g}"
    )
