"""`planuttrekk compare`: plans side by side, in the terminal or in a file."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from extractor.cli.console import show_compared
from extractor.cli.failures import Failures
from extractor.cli.inputs import open_plans
from extractor.cli.options import language_option, ocr_option, talk_options
from extractor.cli.targets import refuse_output, spare
from extractor.cli.wording import suggestion
from extractor.emit.plain import plain
from extractor.errors import NothingFoundError

if TYPE_CHECKING:
    from extractor.compare.selection import Selection
    from schemas import Plan
    from schemas.comparison import Comparison

SUFFIXES = (".html", ".xlsx", ".csv", ".json")
_PERIOD = re.compile(r"\s*(\d{4})\s*(?:[-–:/]\s*(\d{4})\s*)?")
_MANY = 12  # names that a line can hold


def _years(_: click.Context, __: click.Parameter, value: str | None) -> tuple[int, int] | None:
    if value is None:
        return None
    found = _PERIOD.fullmatch(value)
    if not found:
        raise click.BadParameter("give years as 2020-2024, or one year")
    first, last = int(found[1]), int(found[2] or found[1])
    if first > last:
        raise click.BadParameter(f"{first} comes after {last}")
    return first, last


@click.command("compare")
@click.argument("inputs", metavar="INPUT...", nargs=-1, required=True)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    help="Write a page for the browser (.html), a workbook (.xlsx), a table of tiltak (.csv) or all of it (.json).",
)
@click.option(
    "--kommune",
    "kommuner",
    multiple=True,
    metavar="NAME|NUMBER",
    help="Only plans of these; repeat for several.",
)
@click.option(
    "--fylke", "fylker", multiple=True, metavar="NAME|NUMBER", help="Only plans of kommuner in these."
)
@click.option(
    "--type", "types", multiple=True, metavar="TYPE", help="Only plans of these types: folkehelseplan, …"
)
@click.option(
    "--period", callback=_years, metavar="YEAR-YEAR", help="Only plans that are in force in these years."
)
@ocr_option
@language_option
@talk_options
def compare_command(
    inputs: tuple[str, ...],
    output: str | None,
    language: Literal["nb", "nn", "en"],
    **asked: Any,
) -> None:
    """Put plans side by side: who promises what, where the same, where nothing.

    INPUT is JSON that extract wrote, a folder of it, or plan documents, which are read first. Without -o the main
    points are shown in the terminal.

    An input that cannot be read gets its own line on standard error, and the others are still compared.
    """
    from extractor.compare.selection import Selection

    write = _writer(output, inputs)
    failures = Failures()
    opened = dict(open_plans(inputs, failures))
    if output is not None:
        spare(output, opened)
    plans = _selected(list(opened.values()), Selection(**asked))
    if plans:
        comparison = compared(plans)
        if write is None or output is None:
            show_compared(comparison, language=language)
        else:
            write(comparison, output, language=language)
            click.echo(f"{_counted(comparison)} → {plain(output)}: {len(comparison.tiltak)} tiltak", err=True)
    failures.end()


def _counted(comparison: Comparison) -> str:
    from extractor.emit.documents import how_many, told_twice
    from extractor.emit.sheets.book import comparison_words

    words = comparison_words("en")["documents"]
    if twice := told_twice(comparison, words):
        click.echo(twice, err=True)
    return how_many(comparison.plans, words)


def compared(plans: Sequence[Plan]) -> Comparison:
    """Return plans side by side."""
    from extractor.compare.side_by_side import compare_plans

    return compare_plans(plans)


def _selected(plans: Sequence[Plan], selection: Selection) -> list[Plan]:
    """Return the plans that are asked for.

    Raises:
        NothingFoundError: plans were read, and none of them is asked for.
    """
    from extractor.compare.selection import known_names

    for name, value, there in selection.unmet(plans) if plans else ():
        meant = suggestion(value, there) or suggestion(value, known_names(name))
        click.echo(f"no plan is of {name} {plain(value)}; there is {_some(there)}{meant}", err=True)
    found = [plan for plan in plans if selection.takes(plan)]
    if plans and not found:
        cause = f"no plan is left of the {len(plans)} that were read"
        raise NothingFoundError(
            "compare", cause, "Ask for less with --kommune, --fylke, --type and --period."
        )
    return found


def _some(names: Sequence[str]) -> str:
    told = ", ".join(plain(name) for name in names[:_MANY])
    return (told + (" …" if len(names) > _MANY else "")) or "none that is known"


def _writer(output: str | None, inputs: Sequence[str]) -> Callable[..., None] | None:
    """Return what writes the kind of file that -o names.

    Raises:
        click.UsageError: it names another kind, or one of the inputs.
    """
    if output is None:
        return None
    refuse_output(output, inputs, SUFFIXES)
    return {".html": _write_html, ".xlsx": _write_xlsx, ".csv": _write_csv, ".json": _write_json}[
        Path(output).suffix.lower()
    ]


def _write_html(comparison: Comparison, path: str, *, language: Literal["nb", "nn", "en"]) -> None:
    from extractor.emit.page import write_page

    write_page(comparison, path, language=language)


def _write_xlsx(comparison: Comparison, path: str, *, language: Literal["nb", "nn", "en"]) -> None:
    from extractor.emit.workbook import write_workbook

    write_workbook(comparison, path, language=language)


def _write_csv(comparison: Comparison, path: str, *, language: Literal["nb", "nn", "en"]) -> None:
    from extractor.emit.csvfile import write_csv

    write_csv(comparison, path, language=language)


def _write_json(comparison: Comparison, path: str, *, language: Literal["nb", "nn", "en"]) -> None:
    from extractor.emit.jsonfile import write_json

    write_json(comparison, path)
