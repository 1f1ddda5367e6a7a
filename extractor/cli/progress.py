"""How a long run tells how far it is: a bar for people, a line now and then without a terminal, JSON for machines."""

from __future__ import annotations

import json
import logging
import sys
from contextlib import AbstractContextManager
from time import monotonic
from types import TracebackType
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

    from extractor.batch.run import Step
    from schemas.batch import BatchSummary

SECONDS_BETWEEN_LINES = 30.0


class Progress:
    """Counts what is through and says nothing; base of those that do."""

    def __init__(self) -> None:
        self.failed = self.pages = self.done = 0
        self._start = monotonic()

    def __enter__(self) -> Progress:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        return None

    def step(self, step: Step) -> None:
        """Take note of an input that is through."""
        self.failed += step.line.status == "failed"
        if not step.again:
            self.done += 1
            self.pages += step.line.pages or 0
        self.show(step)

    def show(self, step: Step) -> None:
        """Tell about it."""

    def end(self, summary: BatchSummary) -> None:
        """Tell that the run is through."""

    def rate(self) -> str:
        """Return documents and pages a second in this run, without what earlier runs did."""
        seconds = max(monotonic() - self._start, 0.001)
        return f"{self.done / seconds:.1f} documents/s, {self.pages / seconds:.0f} pages/s"


class _OnTerminal(Progress):
    """A bar with counts, rate and time left."""

    def __init__(self) -> None:
        super().__init__()
        self._bar = _make_bar()
        self._task = self._bar.add_task("", total=None, failed=0, rate="")

    def __enter__(self) -> Progress:
        self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bar.stop()

    def show(self, step: Step) -> None:
        """Move the bar."""
        self._bar.update(
            self._task, completed=step.number, total=step.total, failed=self.failed, rate=self.rate()
        )


def _make_bar() -> Bar:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    return Bar(
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[failed]} failed"),
        TextColumn("{task.fields[rate]}"),
        TextColumn("left:"),
        TimeRemainingColumn(),
        console=Console(stderr=True),
    )


class _InLines(Progress):
    """A line every half minute."""

    def __init__(self) -> None:
        super().__init__()
        self._told = monotonic()

    def show(self, step: Step) -> None:
        """Tell, if the last line is old."""
        if monotonic() - self._told >= SECONDS_BETWEEN_LINES:
            self._told = monotonic()
            click.echo(f"{step.number} of {step.total}, {self.failed} failed, {self.rate()}", err=True)


class _InJson(Progress):
    """A line for each input, and one at the end."""

    def show(self, step: Step) -> None:
        """Write the line of the manifest with where the run is."""
        where = {"event": "input", "number": step.number, "total": step.total, "again": step.again}
        self._write(where | step.line.model_dump())

    def end(self, summary: BatchSummary) -> None:
        """Write the summary."""
        seconds = round(monotonic() - self._start, 3)
        self._write({"event": "end", "run_seconds": seconds} | summary.model_dump())

    def _write(self, event: dict[str, object]) -> None:
        click.echo(json.dumps(event, ensure_ascii=False), err=True)


def tell_of_scans() -> None:
    """Have workers that are begun from now on tell how far OCR is, if somebody sits at the terminal."""
    from extractor.read.ocr_time import SCANS

    if sys.stderr.isatty():
        logging.getLogger(SCANS).setLevel(logging.INFO)


def choose_progress(*, quiet: bool, log_json: bool) -> AbstractContextManager[Progress]:
    """Return what suits standard error and the wishes of the user."""
    if log_json:
        return _InJson()
    if quiet:
        return Progress()
    return _OnTerminal() if sys.stderr.isatty() else _InLines()
