"""`planuttrekk extract`: plan documents in, JSON out."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from extractor.cli.console import on_terminal, show_plan, write_utf8
from extractor.cli.failures import Failures
from extractor.cli.options import language_option, talk_options
from extractor.cli.targets import choose_targets
from extractor.emit.plain import plain
from extractor.errors import ExtractorError

if TYPE_CHECKING:
    from schemas import Plan

log = logging.getLogger(__name__)

SUMMARY_ITEMS = 5  # goals and tiltak that a summary shows


@click.command("extract")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option(
    "-o",
    "--output",
    metavar="FILE|FOLDER/",
    help="Where the JSON goes: a file for one input, a folder for several, - for standard output.",
)
@click.option(
    "--summary/--quiet",
    "summary",
    default=None,
    help="Print the main points for people to read, or nothing; without either, one line for each file.",
)
@language_option
@talk_options
def extract_command(
    files: tuple[str, ...], output: str | None, summary: bool | None, language: Literal["nb", "nn"]
) -> None:
    """Read plan documents and write what they promise as JSON.

    One file without -o goes to standard output as JSON; where that is a terminal, its main points are shown instead.

    A file that cannot be read gets its own line on standard error, and the others are still read. The exit code is
    that of the first file that failed.
    """
    failures = Failures()
    if output is None and len(files) == 1 and on_terminal():
        _show_only(files[0], failures, language=language)
        return
    for file, target, result in extract_files(files, output):
        if isinstance(result, Exception):
            failures.add(result, file)
        elif summary:
            show_plan(result, language=language, first=SUMMARY_ITEMS, stderr=target is None)
        elif summary is None and target is not None:
            click.echo(f"{plain(file)} → {plain(str(target))}: {_counts(result)}", err=True)
    if failures.codes and len(files) > 1:
        click.echo(f"{len(failures.codes)} of {len(files)} files could not be read.", err=True)
    failures.end()


def _counts(plan: Plan) -> str:
    warnings = sum(diagnostic.severity != "info" for diagnostic in plan.diagnostics)
    counts = f"{len(plan.goals)} mål, {len(plan.tiltak)} tiltak"
    if not warnings:
        return counts
    return f"{counts}, {warnings} warning{'s' * (warnings > 1)} (see diagnostics)"


def _show_only(file: str, failures: Failures, *, language: Literal["nb", "nn"]) -> None:
    from extractor import extract_plan

    try:
        plan = extract_plan(file)
    except Exception as error:
        failures.add(error, file)
    else:
        show_plan(plan, language=language, first=SUMMARY_ITEMS)
        click.echo("Write the JSON with -o FOLDER/, or see it here with -o -", err=True)
    failures.end()


def extract_files(
    files: Sequence[str], output: str | None = None
) -> Iterator[tuple[str, Path | None, Plan | Exception]]:
    """Extract each file and write its JSON; yield file, target and the plan or what went wrong.

    A target is written whole or not at all; None stands for standard output.
    """
    from extractor import extract_plan
    from extractor.emit.jsonfile import dumps, write_json

    targets = choose_targets(files, output)
    for file, target in targets:
        log.info("reading %s", file)
        try:
            plan = extract_plan(file)
            if target is None:
                write_utf8(dumps(plan))
            else:
                _make_folder(target.parent)
                write_json(plan, target)
        except BrokenPipeError:
            raise
        except Exception as error:
            yield file, target, error
        else:
            log.info("wrote %s", target or "to standard output")
            yield file, target, plan


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        cause = f"the folder cannot be made ({error.strerror})"
        raise ExtractorError(str(folder), cause, "Choose another place with -o.") from error
