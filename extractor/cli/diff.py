"""`planuttrekk diff`: what a plan does with what the one before it promised."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from extractor.cli.console import show_differences
from extractor.cli.failures import Failures
from extractor.cli.inputs import open_plan
from extractor.cli.options import language_option, ocr_option, talk_options
from extractor.cli.targets import refuse_output
from extractor.emit.plain import plain
from extractor.errors import ExitCode

if TYPE_CHECKING:
    from schemas import Plan
    from schemas.diff import Diff

SUFFIXES = (".html", ".json")


@click.command("diff")
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@click.option(
    "-o", "--output", metavar="FILE", help="Write a page for the browser (.html), or all of it (.json)."
)
@click.option("--exit-code", "tell", is_flag=True, help="End with exit code 7 where anything is different.")
@ocr_option
@language_option
@talk_options
def diff_command(
    old: str, new: str, output: str | None, tell: bool, language: Literal["nb", "nn", "en"]
) -> None:
    """Tell what became of each goal and tiltak from one plan to the next.

    OLD and NEW are plans of the same kommune: JSON that extract wrote, or documents, which are read first. Goals and
    tiltak are kept, reworded, split, merged, dropped or new; of those that go on it is told who else is responsible,
    and which deadlines slipped. Without -o what is different is shown in the terminal.
    """
    if output is not None:
        refuse_output(output, (old, new), SUFFIXES)
    plans = _opened(old, new)
    diff = differences(*plans)
    if output is None:
        show_differences(diff, language=language)
    else:
        for note in diff.notes:
            click.echo(f"{note.severity}: {plain(note.message)}", err=True)
        _write(diff, output, language=language)
        click.echo(f"{plain(old)} → {plain(new)}: {plain(output)}", err=True)
    if tell and diff.summary.differences:
        click.get_current_context().exit(ExitCode.FINDINGS)


def differences(old: Plan, new: Plan) -> Diff:
    """Return what became of the goals and tiltak of the older of two plans in the newer one."""
    from extractor.compare.diff import diff_plans

    return diff_plans(old, new)


def _opened(*files: str) -> list[Plan]:
    """Return the plans in the files; where one of them cannot be read, tell it of each and end the command."""
    plans, failures = [], Failures()
    for file in files:
        try:
            plans.append(open_plan(file))
        except Exception as error:
            failures.add(error, file)
    failures.end()
    return plans


def _write(diff: Diff, path: str, *, language: Literal["nb", "nn", "en"]) -> None:
    if Path(path).suffix.lower() == ".html":
        from extractor.emit.page.difference import write_diff_page

        write_diff_page(diff, path, language=language)
        return
    from extractor.emit.jsonfile import write_json

    write_json(diff, path)
