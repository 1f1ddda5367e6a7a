"""The command `planuttrekk`: one thin file for each of its commands, loaded when it is asked for.

Results go to standard output, talk goes to standard error. What can go wrong ends here: `Program` turns an
error into one line and an exit code.
"""

from __future__ import annotations

from importlib import import_module

import click

from extractor.cli.failures import report
from extractor.cli.options import talk_options
from extractor.cli.wording import suggestion
from extractor.emit.plain import plain
from extractor.version import __version__

INTERRUPTED = 130  # what shells expect after Ctrl-C
COMMANDS = (
    "extract",
    "batch",
    "show",
    "review",
    "compare",
    "diff",
    "check",
    "evaluate",
    "explain",
    "export",
    "validate",
    "schema",
    "doctor",
)


class Program(click.Group):
    """A group that finds its commands in the files of this folder and ends every error well."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order in which people meet the commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load a command from the file of its name."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"extractor.cli.{cmd_name}"), f"{cmd_name}_command")
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that is asked for.

        Raises:
            click.UsageError: there is none of that name; it says which one may be meant.
        """
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            ctx.fail(f"there is no command {plain(args[0])}{suggestion(args[0], COMMANDS)}")
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; an error that it lets out becomes its line and its exit code."""
        try:
            return super().invoke(ctx)
        except (click.Abort, KeyboardInterrupt):
            click.echo("stopped; what was written before stays.", err=True)
            ctx.exit(INTERRUPTED)
        except (click.ClickException, click.exceptions.Exit, BrokenPipeError):
            raise
        except Exception as error:
            ctx.exit(report(error))


@click.group(cls=Program, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="planuttrekk")
@talk_options
def main() -> None:
    """Read Norwegian municipal plans and write what they promise as JSON.

    PDF, Word, text and HTML files are read, bokmål and nynorsk, old and new. Everything happens on this machine.
    """
