"""`planuttrekk explain`: how a wording is read, by each register, and which rule of it answered."""

from __future__ import annotations

import re
from typing import Literal

import click

from extractor.cli.console import show_explained, write_utf8
from extractor.cli.options import language_option, talk_options

PERIOD = re.compile(r"(?P<first>\d{4})\s*[-–/]\s*(?P<last>\d{4})")


def parse_period(
    _context: click.Context, _option: click.Parameter, given: str | None
) -> tuple[int, int] | None:
    """Return the years of «2013-2016».

    Raises:
        click.BadParameter: these are no two years in order.
    """
    if given is None:
        return None
    found = PERIOD.fullmatch(given.strip())
    years = (int(found["first"]), int(found["last"])) if found else None
    if years is None or years[0] > years[1]:
        raise click.BadParameter(f"{given}: give two years, such as 2013-2016")
    return years


@click.command("explain")
@click.argument("texts", metavar="TEXT...", nargs=-1, required=True)
@click.option("--header", default="", metavar="TEXT", help="Of the column it stands in: «Kostnad i 1000 kr».")
@click.option(
    "--period", callback=parse_period, metavar="YEAR-YEAR", help="Of the plan: short years are read by it."
)
@click.option("--year", type=click.IntRange(1800, 2200), help="That the number of a kommune is wanted for.")
@click.option("--plan-type", metavar="ID", help="Of the plan: rus plans have themes of their own.")
@click.option("--json", "as_json", is_flag=True, help="A line of JSON for each TEXT.")
@language_option
@talk_options
def explain_command(
    texts: tuple[str, ...],
    header: str,
    period: tuple[int, int] | None,
    year: int | None,
    plan_type: str | None,
    as_json: bool,
    language: Literal["nb", "nn", "en"],
) -> None:
    """Tell how TEXT is read as kommune, responsible party, time, amount, theme and type of plan.

    Each answer has the rule that gave it. See docs/registers.md for what the registers hold.
    """
    from extractor.explain import explain

    for number, text in enumerate(texts):
        found = explain(text, header=header, period=period, year=year, plan_type=plan_type)
        if as_json:
            write_utf8(found.model_dump_json() + "\n")
            continue
        if number:
            click.echo()
        show_explained(found, language=language)
