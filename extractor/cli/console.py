"""Standard output as the commands use it."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING, Literal, TextIO

import click

if TYPE_CHECKING:
    from rich.console import Console

    from schemas import Plan
    from schemas.check import CheckReport
    from schemas.comparison import Comparison
    from schemas.diff import Diff
    from schemas.evaluation import Evaluation
    from schemas.explanation import Explanation


def on_terminal() -> bool:
    """Tell whether standard output is read by a person, not by a file or a program."""
    return sys.stdout.isatty()


def write_utf8(text: str) -> None:
    """Write text to standard output in UTF-8, whatever the encoding of the terminal."""
    click.echo(text.encode("utf-8"), nl=False)


def show_plan(
    plan: Plan, *, language: Literal["nb", "nn", "en"], first: int | None = None, stderr: bool = False
) -> None:
    """Print a plan, or its `first` goals and tiltak; what the terminal has no letter for becomes a question mark."""
    from extractor.emit.terminal import show

    show(plan, _console(sys.stderr if stderr else sys.stdout), language=language, first=first)


def show_compared(comparison: Comparison, *, language: Literal["nb", "nn", "en"]) -> None:
    """Print plans side by side; what the terminal has no letter for becomes a question mark."""
    from extractor.emit.terminal_comparison import show_comparison

    show_comparison(comparison, _console(sys.stdout), language=language)


def show_checked(report: CheckReport, *, language: Literal["nb", "nn", "en"]) -> None:
    """Print checks of completeness; what the terminal has no letter for becomes a question mark."""
    from extractor.emit.terminal_check import show_checks

    show_checks(report, _console(sys.stdout), language=language)


def show_differences(diff: Diff, *, language: Literal["nb", "nn", "en"]) -> None:
    """Print what is different between two plans; what the terminal has no letter for becomes a question mark."""
    from extractor.emit.terminal_diff import show_diff

    show_diff(diff, _console(sys.stdout), language=language)


def show_evaluated(evaluation: Evaluation, *, strict: bool, faults: bool) -> None:
    """Print how well plans were read; what the terminal has no letter for becomes a question mark."""
    from extractor.emit.terminal_evaluation import show_evaluation

    show_evaluation(evaluation, _console(sys.stdout), strict=strict, faults=faults)


def show_explained(explanation: Explanation, *, language: Literal["nb", "nn", "en"]) -> None:
    """Print how a wording is read; what the terminal has no letter for becomes a question mark."""
    from extractor.emit.terminal_explanation import show_explanation

    show_explanation(explanation, _console(sys.stdout), language=language)


def _console(stream: TextIO) -> Console:
    from rich.console import Console

    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="replace")
    return Console(file=stream, highlight=False, markup=False, emoji=False)
