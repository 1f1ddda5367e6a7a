"""`planuttrekk check`: what national guidance asks of plans, and where they show it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from extractor.cli.console import show_checked
from extractor.cli.failures import Failures
from extractor.cli.inputs import open_plans
from extractor.cli.options import language_option, ocr_option, talk_options
from extractor.cli.targets import holds_something_else, refuse_another_table
from extractor.cli.wording import counted
from extractor.emit.plain import plain
from extractor.errors import ExitCode

if TYPE_CHECKING:
    from schemas.check import CheckReport

SUFFIXES = (".json", ".csv")


@click.command("check")
@click.argument("inputs", metavar="INPUT...", nargs=-1, required=True)
@click.option("-o", "--output", metavar="FILE", help="Write all of it (.json) or a table (.csv).")
@click.option(
    "--exit-code",
    "with_code",
    is_flag=True,
    help=f"End with {ExitCode.FINDINGS.value} when something that the law asks for was not found.",
)
@ocr_option
@language_option
@talk_options
def check_command(
    inputs: tuple[str, ...], output: str | None, with_code: bool, language: Literal["nb", "nn", "en"]
) -> None:
    """Check plans against what national guidance asks such plans to contain.

    INPUT is JSON that extract wrote, a folder of it, or plan documents, which are read first. For each thing there is
    the place and the wording that show it, or «not found»; whether it is enough, or lawful, is not judged.
    """
    from extractor.compare.check import check_plans

    _refuse_what_would_be_lost(output, inputs)
    failures = Failures()
    opened = dict(open_plans(inputs, failures))
    _refuse_what_would_be_lost(output, tuple(opened))
    report = check_plans(opened.values())
    if opened:
        _tell(report, output, language)
    failures.end()
    if with_code and lacks_what_law_asks(report):
        click.get_current_context().exit(ExitCode.FINDINGS)


def lacks_what_law_asks(report: CheckReport) -> bool:
    """Tell whether something that follows from law was not found in a plan."""
    return any(
        finding.level == "law" and not finding.found for check in report.checks for finding in check.findings
    )


def _tell(report: CheckReport, output: str | None, language: Literal["nb", "nn", "en"]) -> None:
    if output is None:
        show_checked(report, language=language)
        return
    if output.lower().endswith(".csv"):
        from extractor.emit.check_csv import write_check_csv

        write_check_csv(report, output, language=language)
    else:
        from extractor.emit.jsonfile import write_json

        write_json(report, output)
    click.echo(f"{counted(len(report.checks), 'plan')} → {plain(output)}", err=True)


def _refuse_what_would_be_lost(output: str | None, files: tuple[str, ...]) -> None:
    """Refuse names that say nothing of the kind of file, and files that hold something to keep.

    Raises:
        click.UsageError: the name has another ending, or a file that is read would be written over.
    """
    if output is None:
        return
    if Path(output).suffix.lower() not in SUFFIXES:
        raise click.UsageError(f"-o {plain(output)}: give a name that ends with {' or '.join(SUFFIXES)}")
    if os.path.realpath(output) in {os.path.realpath(file) for file in files}:
        raise click.UsageError(f"{plain(output)} would be written over: it is one of the files to read")
    refuse_another_table(output)
    if output.lower().endswith(".json") and holds_something_else(Path(output)):
        raise click.UsageError(f"{plain(output)} would be written over, and it is no JSON: give another name")
