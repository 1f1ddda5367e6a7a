"""`planuttrekk show`: a plan in the terminal, from the document itself, or what JSON of an earlier run holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import click

from extractor.cli.console import show_compared, show_plan
from extractor.cli.failures import Failures
from extractor.cli.inputs import is_json, open_plan
from extractor.cli.options import language_option, talk_options

if TYPE_CHECKING:
    from schemas import Plan
    from schemas.comparison import Comparison


@click.command("show")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@language_option
@talk_options
def show_command(files: tuple[str, ...], language: Literal["nb", "nn"]) -> None:
    """Print what plans promise, for people to read.

    FILE is a plan document, or JSON that extract or compare wrote.
    """
    failures = Failures()
    shown = False
    for file in files:
        try:
            found = open_either(file)
        except Exception as error:
            failures.add(error, file)
            continue
        if shown:
            click.echo()
        _show(found, language=language)
        shown = True
    failures.end()


def _show(found: Plan | Comparison, *, language: Literal["nb", "nn"]) -> None:
    from schemas import Plan

    if isinstance(found, Plan):
        show_plan(found, language=language)
    else:
        show_compared(found, language=language)


def open_either(file: str) -> Plan | Comparison:
    """Return the plan or comparison in a JSON file of ours, or extract a plan from a document."""
    if is_json(file):
        from extractor.emit.jsonfile import load_either

        return load_either(file)
    return open_plan(file)
