"""`planuttrekk batch`: all plans of a folder, on one machine or many, in a run that can be stopped and taken up."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from extractor.cli.options import chosen_settings, corrections_option, ocr_option, talk_options
from extractor.cli.wording import counted
from extractor.emit.plain import plain
from extractor.errors import ExitCode

if TYPE_CHECKING:
    from extractor.batch.run import Step
    from extractor.cli.progress import Progress
    from extractor.guard import Limits
    from schemas.batch import BatchSummary

LIMITS = {"base": "base", "per-page": "per_page", "most": "most", "per-scan": "per_scan", "memory": "memory"}


def parse_limits(_context: click.Context, _option: click.Parameter, given: tuple[str, ...]) -> Limits:
    """Return limits from `name=number`.

    Raises:
        click.BadParameter: no such limit, or no number.
    """
    from extractor.guard import Limits
    from extractor.guard.limits import MEGABYTE

    wanted: dict[str, Any] = {}
    for text in given:
        name, _, number = text.partition("=")
        try:
            value = float(number)
            wanted[LIMITS[name]] = value
        except (KeyError, ValueError):
            raise click.BadParameter(f"{text}: give {', '.join(LIMITS)} with =NUMBER") from None
        if not 0 < value < float("inf"):
            raise click.BadParameter(f"{text}: nothing can be done within that")
    if "memory" in wanted:
        wanted["memory"] = int(wanted["memory"] * MEGABYTE)
    return Limits(**wanted)


@click.command("batch")
@click.argument("inputs", metavar="[FOLDER|FILE|PATTERN|URL]...", nargs=-1)
@click.option(
    "--from", "lists", metavar="LIST", multiple=True, help="A file with the name of an input on each line."
)
@click.option("-o", "--output", metavar="FOLDER|URL", required=True, help="Where JSON and manifest go.")
@click.option(
    "--jobs", type=click.IntRange(min=1), help="Documents at a time.  [default: one for each processor]"
)
@click.option(
    "--engine", default="local", show_default=True, help="What does the work: local, or dask for a cluster."
)
@click.option("--scheduler", metavar="ADDRESS", help="Of the Dask cluster: tcp://HOST:8786.")
@click.option(
    "--limit",
    "limits",
    metavar="NAME=NUMBER",
    multiple=True,
    callback=parse_limits,
    help="What a document may take: base, per-page, most and per-scan (seconds), memory (MiB).",
)
@ocr_option
@corrections_option
@click.option("--force", is_flag=True, help="Do again what an earlier run has done.")
@click.option("--retry", is_flag=True, help="Do again what failed in an earlier run.")
@click.option("-q", "--quiet", is_flag=True, help="Show no progress; counts at the end only.")
@click.option("--log-json", is_flag=True, help="Tell of each input on standard error, as a line of JSON.")
@click.pass_context
@talk_options
def batch_command(
    ctx: click.Context,
    inputs: tuple[str, ...],
    lists: tuple[str, ...],
    output: str,
    jobs: int | None,
    engine: str,
    scheduler: str | None,
    limits: Limits,
    corrections: tuple[str, ...],
    force: bool,
    retry: bool,
    quiet: bool,
    log_json: bool,
) -> None:
    """Extract all plans in folders, whatever one damaged file does.

    JSON goes to FOLDER/plans, one line for each input to FOLDER/manifest.jsonl, counts to FOLDER/summary.json. Started
    again, a run does what is not done yet: what was done with the same content, version, limits and corrections stays.
    Documents with the same content are done once. The exit code is 5 when a document failed.
    """
    from extractor.batch.engines import ENGINES
    from extractor.batch.inputs import Inputs
    from extractor.batch.run import Options, run_batch
    from extractor.cli.corrected import GivenCorrections

    if not (inputs or lists):
        raise click.UsageError("name a folder, a file or a pattern, or a list of them with --from")
    if engine not in ENGINES:
        raise click.UsageError(f"--engine {engine} is none of {', '.join(ENGINES)}")
    if (engine == "dask") != bool(scheduler):
        raise click.UsageError("--engine dask and --scheduler ADDRESS go together")
    given = GivenCorrections(corrections)
    options = Options(
        engine,
        jobs or _processors(),
        limits,
        scheduler,
        force,
        retry,
        chosen_settings(),
        corrections=given.by_content(),
    )
    with _progress(quiet=quiet, log_json=log_json) as progress:

        def tell(step: Step) -> None:
            given.meet(step.line.sha256 or "")
            progress.step(step)

        summary = run_batch(Inputs(inputs, lists, not_below=output), output, options, tell)
        progress.end(summary)
    if not log_json:
        _tell(summary, output)
        given.tell_unused()
    if summary.failed:
        ctx.exit(ExitCode.BATCH_WITH_FAILURES)


def _processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@contextmanager
def _progress(*, quiet: bool, log_json: bool) -> Iterator[Progress]:
    from extractor.cli.progress import choose_progress

    with choose_progress(quiet=quiet, log_json=log_json) as progress:
        yield progress


def _tell(summary: BatchSummary, output: str) -> None:
    from extractor.batch.manifest import MANIFEST
    from extractor.batch.places import is_url

    click.echo(
        f"{counted(summary.inputs, 'input')}: {summary.ok} ok, {summary.partial} partial, {summary.failed} failed, "
        f"{summary.skipped} with the content of another",
        err=True,
    )
    for title, counts in (("failed", summary.errors), ("not read", summary.left_out)):
        if counts:
            parts = ", ".join(f"{number} {name}" for name, number in counts.items())
            click.echo(f"{title}: {plain(parts)}", err=True)
    manifest = f"{output.rstrip('/')}/{MANIFEST}" if is_url(output) else str(Path(output, MANIFEST))
    click.echo(f"see {plain(manifest)}", err=True)
