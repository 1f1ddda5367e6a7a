"""`planuttrekk show`: a plan in the terminal, from the document itself, or what JSON of an earlier run holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import click

from extractor.cli.console import show_compared, show_differences, show_plan
from extractor.cli.failures import Failures
from extractor.cli.inputs import is_json, open_plan
from extractor.cli.options import language_option, ocr_option, talk_options

if TYPE_CHECKING:
    from schemas import Plan
    from schemas.comparison import Comparison
    from schemas.diff import Diff


@click.command("show")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@ocr_option
@language_option
@talk_options
def show_command(files: tuple[str, ...], language: Literal["nb", "nn", "en"]) -> None:
    """Print what plans promise, for people to read.

    FILE is a plan document, or JSON that extract, compare or diff wrote.
    """
    failures = Failures()
    shown = False
    for file in files:
        try:
            found = open_any(file)
        except Exception as error:
            failures.add(error, file)
            continue
        if shown:
            click.echo()
        _show(found, language=language)
        shown = True
    failures.end()


def _show(found: Plan | Comparison | Diff, *, language: Literal["nb", "nn", "en"]) -> None:
    from schemas import Plan
    from schemas.comparison import Comparison

    if isinstance(found, Plan):
        show_plan(found, language=language)
    elif isinstance(found, Comparison):
        show_compared(found, language=language)
    else:
        show_differences(found, language=language)


def open_any(file: str) -> Plan | Comparison | Diff:
    """Return the plan, comparison or diff in a JSON file of ours, or extract a plan from a document."""
    if is_json(file):
        from extractor.emit.jsonfile import load_any

        return load_any(file)
    return open_plan(file)
