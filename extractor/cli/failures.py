"""What the user is told when something goes wrong: one line, and the exit code for scripts."""

from __future__ import annotations

import traceback

import click

from extractor.cli.options import wants_traceback
from extractor.emit.plain import plain
from extractor.errors import ExitCode, ExtractorError


class Failures:
    """Reports what goes wrong with one file after the other, and ends the command accordingly."""

    def __init__(self) -> None:
        self.codes: list[ExitCode] = []

    def add(self, error: Exception, file: str) -> None:
        """Tell about an error with a file."""
        self.codes.append(report(error, file=file))

    def end(self) -> None:
        """End the command with the exit code of the first failure; without one, do nothing."""
        if self.codes:
            click.get_current_context().exit(self.codes[0])


def report(error: Exception, *, file: str | None = None) -> ExitCode:
    """Tell standard error about an error; return the exit code that it stands for.

    Args:
        error: one of ours, which names file, cause and next step itself, or one that nobody expected.
        file: what was worked on, for an unexpected one.
    """
    if wants_traceback():
        click.echo("".join(traceback.format_exception(error)), err=True)
    if isinstance(error, ExtractorError):
        click.echo(f"error: {plain(str(error))}", err=True)
        return error.exit_code
    cause = plain(f"{type(error).__name__}: {error}")
    prefix = f"{plain(file)}: " if file else ""
    click.echo(f"error: {prefix}unexpected {cause}. Run again with --debug to see where.", err=True)
    return ExitCode.UNEXPECTED
