"""Standard output as the commands use it."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING, Literal

import click

if TYPE_CHECKING:
    from schemas import Plan


def on_terminal() -> bool:
    """Tell whether standard output is read by a person, not by a file or a program."""
    return sys.stdout.isatty()


def write_utf8(text: str) -> None:
    """Write text to standard output in UTF-8, whatever the encoding of the terminal."""
    click.echo(text.encode("utf-8"), nl=False)


def show_plan(
    plan: Plan, *, language: Literal["nb", "nn"], first: int | None = None, stderr: bool = False
) -> None:
    """Print a plan, or its `first` goals and tiltak; what the terminal has no letter for becomes a question mark."""
    from rich.console import Console

    from extractor.emit.terminal import show

    stream = sys.stderr if stderr else sys.stdout
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="replace")
    show(
        plan, Console(file=stream, highlight=False, markup=False, emoji=False), language=language, first=first
    )
