"""`planuttrekk validate`: is this JSON a plan, a comparison, a diff or a file of corrections?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from extractor.cli.failures import Failures
from extractor.cli.options import talk_options
from extractor.emit.plain import plain

if TYPE_CHECKING:
    from schemas import Plan
    from schemas.comparison import Comparison
    from schemas.corrections import Corrections
    from schemas.diff import Diff

    Contract = Plan | Comparison | Diff | Corrections


@click.command("validate")
@click.argument("files", metavar="JSON...", nargs=-1, required=True)
@talk_options
def validate_command(files: tuple[str, ...]) -> None:
    """Check that JSON files follow the schema of a plan, a comparison, a diff or corrections."""
    failures = Failures()
    for file, result in validate_files(files):
        if isinstance(result, Exception):
            failures.add(result, file)
        else:
            click.echo(f"{plain(file)}: ok (schema {result.schema_version})")
    failures.end()


def validate_files(files: Sequence[str]) -> Iterator[tuple[str, Contract | Exception]]:
    """Yield each file with what is in it, or with what is wrong."""
    for file in files:
        try:
            yield file, _load(file)
        except Exception as error:
            yield file, error


def _load(file: str) -> Contract:
    from extractor.emit.jsonfile import load_any, load_corrections
    from extractor.errors import OtherJsonError

    try:
        return load_corrections(file)
    except OtherJsonError:
        return load_any(file)
