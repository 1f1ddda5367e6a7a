"""`planuttrekk schema`: the JSON Schema of what the commands write and read."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

import click

from extractor.cli.console import write_utf8
from extractor.cli.options import talk_options
from extractor.cli.targets import holds_something_else

NAMES = (  # of the files in schemas/
    "plan", "comparison", "diff", "check", "corrections", "evaluation", "explanation", "manifest",
    "summary",
)  # fmt: skip


@click.command("schema")
@click.argument(
    "name",
    metavar=f"[{'|'.join(NAMES)}]",
    type=click.Choice(NAMES),
    default="plan",
)
@click.option("-o", "--output", metavar="FILE", help="Write to a file instead of standard output.")
@talk_options
def schema_command(name: str, output: str | None) -> None:
    """Print the JSON Schema (2020-12) of a plan, or of another file that is written or read."""
    text = schema_text(name)
    if output is None or output == "-":
        write_utf8(text)
        return
    if holds_something_else(Path(output)):
        raise click.UsageError(f"{output} would be written over, and it is no JSON: give another name")
    from extractor.emit.jsonfile import write_text

    write_text(text, output)


def schema_text(name: str = "plan") -> str:
    """Return a schema as it is published."""
    return resources.files("schemas").joinpath(f"{name}.schema.json").read_text(encoding="utf-8")
