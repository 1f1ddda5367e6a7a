"""`planuttrekk validate`: is this JSON what planuttrekk writes, as its schema says?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from extractor.cli.failures import Failures
from extractor.cli.options import talk_options
from extractor.emit.plain import plain

if TYPE_CHECKING:
    from extractor.emit.jsonfile import Written


@click.command("validate")
@click.argument("files", metavar="JSON...", nargs=-1, required=True)
@talk_options
def validate_command(files: tuple[str, ...]) -> None:
    """Check that JSON files follow the schema of what planuttrekk writes: plans, comparisons, checks and the rest."""
    failures = Failures()
    for file, result in validate_files(files):
        if isinstance(result, Exception):
            failures.add(result, file)
        else:
            click.echo(f"{plain(file)}: ok (schema {result.schema_version})")
    failures.end()


def validate_files(files: Sequence[str]) -> Iterator[tuple[str, Written | Exception]]:
    """Yield each file with what is in it, or with what is wrong."""
    from extractor.emit.jsonfile import load_written

    for file in files:
        try:
            yield file, load_written(file)
        except Exception as error:
            yield file, error
