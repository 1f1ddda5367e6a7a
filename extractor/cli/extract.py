"""`planuttrekk extract`: plan documents in, JSON out."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from extractor.cli.console import on_terminal, show_plan, write_utf8
from extractor.cli.failures import Failures
from extractor.cli.options import (
    chosen_settings,
    corrections_option,
    language_option,
    ocr_option,
    talk_options,
)
from extractor.cli.progress import tell_of_scans
from extractor.cli.targets import choose_targets
from extractor.cli.wording import counted
from extractor.emit.plain import plain
from extractor.errors import ExtractorError

if TYPE_CHECKING:
    from extractor.cli.corrected import GivenCorrections
    from extractor.guard import Extracted
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
@ocr_option
@corrections_option
@language_option
@talk_options
def extract_command(
    files: tuple[str, ...],
    output: str | None,
    summary: bool | None,
    corrections: tuple[str, ...],
    language: Literal["nb", "nn", "en"],
) -> None:
    """Read plan documents and write what they promise as JSON.

    One file without -o goes to standard output as JSON; where that is a terminal, its main points are shown instead.

    A file that cannot be read gets its own line on standard error, and the others are still read. The exit code is
    that of the first file that failed.
    """
    from extractor.cli.corrected import GivenCorrections

    failures, given = Failures(), GivenCorrections(corrections)
    if output is None and len(files) == 1 and on_terminal():
        _show_only(files[0], given, failures, language=language)
        return
    for file, target, result in extract_files(files, output, given):
        if isinstance(result, Exception):
            failures.add(result, file)
        elif summary:
            show_plan(_plan(result), language=language, first=SUMMARY_ITEMS, stderr=target is None)
        elif summary is None and target is not None:
            told = _counts(result, given.told_of(file))
            click.echo(f"{plain(file)} → {plain(str(target))}: {told}", err=True)
    given.tell_unused()
    if failures.codes and len(files) > 1:
        click.echo(f"{len(failures.codes)} of {len(files)} files could not be read.", err=True)
    failures.end()


def _counts(found: Extracted, corrected: str) -> str:
    warnings = f"{counted(found.warnings, 'warning')} (see diagnostics)" if found.warnings else ""
    return ", ".join(filter(None, (f"{found.goals} mål, {found.tiltak} tiltak", corrected, warnings)))


def _plan(found: Extracted) -> Plan:
    from schemas import Plan

    return Plan.model_validate_json(found.json)


def _show_only(
    file: str, given: GivenCorrections, failures: Failures, *, language: Literal["nb", "nn", "en"]
) -> None:
    from extractor.guard import Guard

    choose_targets([file], None)
    tell_of_scans()
    try:
        with Guard() as guard:
            plan = _plan(guard.extract(file, given.settings_for(file, chosen_settings())))
    except Exception as error:
        failures.add(error, file)
    else:
        show_plan(plan, language=language, first=SUMMARY_ITEMS)
        if corrected := given.told_of(file):
            click.echo(f"{plain(file)}: {corrected}", err=True)
        click.echo("Write the JSON with -o FOLDER/, or see it here with -o -", err=True)
    given.tell_unused()
    failures.end()


def extract_files(
    files: Sequence[str], output: str | None, given: GivenCorrections
) -> Iterator[tuple[str, Path | None, Extracted | Exception]]:
    """Extract each file and write its JSON; yield file, target and what was found or what went wrong.

    Documents are read in a worker process, which is ended with this function. A target is written whole or not at
    all; None stands for standard output.
    """
    from extractor.guard import Guard

    targets = choose_targets(files, output)
    tell_of_scans()
    with Guard() as guard:
        for file, target in targets:
            log.info("reading %s", file)
            try:
                found = guard.extract(file, given.settings_for(file, chosen_settings()))
                _write(found, target)
            except BrokenPipeError:
                raise
            except Exception as error:
                yield file, target, error
            else:
                log.info("wrote %s", target or "to standard output")
                yield file, target, found


def _write(found: Extracted, target: Path | None) -> None:
    from extractor.emit.jsonfile import write_text

    text = found.json.decode("utf-8")
    if target is None:
        write_utf8(text)
    else:
        _make_folder(target.parent)
        write_text(text, target)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        cause = f"the folder cannot be made ({error.strerror})"
        raise ExtractorError(str(folder), cause, "Choose another place with -o.") from error
