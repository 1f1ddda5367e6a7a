"""`planuttrekk export`: the JSON of many plans in, tables for analysis out."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from extractor.cli.failures import Failures
from extractor.cli.inputs import open_plans
from extractor.cli.options import language_option, ocr_option, talk_options
from extractor.cli.wording import counted
from extractor.emit.plain import plain

if TYPE_CHECKING:
    from extractor.export import Format
    from schemas import Plan

SUFFIXES: dict[str, Format] = {".sqlite": "sqlite", ".sqlite3": "sqlite", ".db": "sqlite", ".xlsx": "xlsx"}
NOT_A_FOLDER = frozenset({*SUFFIXES, ".csv", ".jsonl", ".json", ".parquet"})


@click.command("export")
@click.argument("inputs", metavar="INPUT...", nargs=-1, required=True)
@click.option(
    "--to",
    type=click.Choice(["sqlite", "jsonl", "csv", "xlsx", "parquet"]),
    help="What to write; without it, what the name behind -o says (.db, .sqlite, .xlsx).",
)
@click.option(
    "-o",
    "--output",
    metavar="FILE|FOLDER/|FILE.zip",
    required=True,
    help="A file for sqlite and xlsx; for the others, which have a file for each table, a folder or a .zip.",
)
@language_option
@ocr_option
@talk_options
def export_command(
    inputs: tuple[str, ...], to: Format | None, output: str, language: Literal["nb", "nn", "en"]
) -> None:
    """Write the goals and tiltak of many plans as tables.

    INPUT is JSON that extract wrote, a folder of it, or plan documents, which are read first. A document that comes
    twice is written once. The labels of --language are those of a workbook.

    An input that cannot be read gets its own line on standard error, and the others are still exported.
    """
    from extractor.export import export_plans

    to = choose_format(to, output)
    check_place(output)
    failures = Failures()
    plans = open_plans(inputs, failures)
    first = next(plans, None)
    if first is None:  # nothing is written, and why has been told
        failures.end()
        return
    named = _named_briefly(chain([first], plans), inputs)
    exported = export_plans(named, output, to=to, language=language, on_error=failures.add)
    told = f"{counted(exported.documents, 'document')}, {counted(exported.goals, 'goal')}, {exported.tiltak} tiltak"
    again = f"; {exported.repeated} came twice and are in it once" if exported.repeated else ""
    click.echo(f"{plain(output)}: {told}{again}", err=True)
    failures.end()


def choose_format(to: Format | None, output: str) -> Format:
    """Return what to write, by the option or else by the name of the output.

    Raises:
        click.UsageError: neither tells, or the name does not go with the format.
    """
    suffix = Path(output).suffix.casefold()
    to = to or SUFFIXES.get(suffix)
    if to is None:
        raise click.UsageError("say what to write: --to sqlite, jsonl, csv, xlsx or parquet")
    if to != "xlsx" and suffix == ".xlsx":
        raise click.UsageError(f"{output} is the name of a workbook, and --to says {to}: make them agree")
    if to == "xlsx" and suffix != ".xlsx":
        raise click.UsageError("a workbook has a name that ends in .xlsx: -o FILE.xlsx")
    if to in ("csv", "jsonl", "parquet") and suffix in NOT_A_FOLDER and not output.endswith(("/", os.sep)):
        raise click.UsageError(f"{to} is a file for each table: give a folder or FILE.zip with -o")
    return to


def check_place(output: str) -> None:
    """Refuse a place where something stands that is no export.

    Raises:
        click.UsageError: naming the place.
    """
    from extractor.export import may_be_written

    if not may_be_written(output):
        raise click.UsageError(
            f"{output} would be written over, and it is no export of planuttrekk: give another name"
        )


def _named_briefly(plans: Iterable[tuple[str, Plan]], inputs: Sequence[str]) -> Iterator[tuple[str, Plan]]:
    """Name files as below the folder that was named: where on this machine it lies is nobody's business."""
    for file, plan in plans:
        folder = next((name for name in inputs if name != file and Path(file).is_relative_to(name)), None)
        yield Path(file).relative_to(folder).as_posix() if folder else Path(file).name, plan
