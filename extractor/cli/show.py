"""`planuttrekk show`: a plan in the terminal, from the document itself or from JSON of an earlier run."""

from __future__ import annotations

import logging
from codecs import BOM_UTF8
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from extractor.cli.console import show_plan
from extractor.cli.failures import Failures
from extractor.cli.options import language_option, talk_options

if TYPE_CHECKING:
    from schemas import Plan

log = logging.getLogger(__name__)


@click.command("show")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@language_option
@talk_options
def show_command(files: tuple[str, ...], language: Literal["nb", "nn"]) -> None:
    """Print what plans promise, for people to read.

    FILE is a plan document, or JSON that extract wrote.
    """
    failures = Failures()
    shown = False
    for file in files:
        try:
            plan = open_plan(file)
        except Exception as error:
            failures.add(error, file)
            continue
        if shown:
            click.echo()
        show_plan(plan, language=language)
        shown = True
    failures.end()


def open_plan(file: str) -> Plan:
    """Return the plan in a JSON file of ours, or extract it from a document."""
    if _is_json(file):
        from extractor.emit.jsonfile import load_plan

        log.info("%s is JSON of an earlier run", file)
        return load_plan(file)
    from extractor.guard import Guard
    from schemas import Plan

    log.info("reading %s", file)
    with Guard() as guard:
        return Plan.model_validate_json(guard.extract(file).json)


def _is_json(file: str) -> bool:
    """Tell JSON by its first character; what cannot be opened is left to the reader, which says why."""
    try:
        with Path(file).open("rb") as stream:
            return stream.read(1000).removeprefix(BOM_UTF8).lstrip().startswith(b"{")
    except (OSError, ValueError):
        return False
