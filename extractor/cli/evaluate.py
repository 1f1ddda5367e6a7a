"""`planuttrekk evaluate`: how well plans were read, measured against what readers found in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from extractor.cli.console import show_evaluated
from extractor.cli.failures import Failures
from extractor.cli.inputs import JSON, files_in
from extractor.cli.options import talk_options
from extractor.cli.targets import refuse_output
from extractor.cli.wording import counted
from extractor.emit.plain import plain

if TYPE_CHECKING:
    from schemas.evaluation import Evaluation

SUFFIXES = (".json", ".md")
Loaded = TypeVar("Loaded")


@click.command("evaluate")
@click.option(
    "--gold",
    metavar="FILE|FOLDER",
    multiple=True,
    required=True,
    help="What there is: reviewed plans, files of corrections, or truth that was written by hand.",
)
@click.option("--pred", metavar="FILE|FOLDER", multiple=True, required=True, help="JSON that extract wrote.")
@click.option("-o", "--output", metavar="FILE", help="Write all of it (.json) or a report (.md).")
@click.option("--misses", is_flag=True, help="List what was missed, invented or wrong, with its place.")
@click.option("--strict", is_flag=True, help="Ask for the same wording, not for 85 per cent of it.")
@talk_options
def evaluate_command(
    gold: tuple[str, ...], pred: tuple[str, ...], output: str | None, misses: bool, strict: bool
) -> None:
    """Measure plans that were extracted against what readers found in the documents.

    Truth and prediction belong together when their documents have the same content, or the same name. Figures are
    precision, recall and F1 of each field, over all items and as the mean of documents. See docs/evaluation.md.
    """
    from extractor.emit.jsonfile import load_plan
    from extractor.errors import NothingFoundError
    from extractor.evaluate.files import load_truth
    from extractor.evaluate.report import Prediction, Wanted, evaluate

    if output is not None:
        refuse_output(output, _files(gold) + _files(pred), SUFFIXES)
    failures = Failures()
    truths = [truth for _, truth in _load(gold, load_truth, failures)]
    wanted = Wanted(truths)
    found = (Prediction(file, plan) for file, plan in _load(pred, load_plan, failures))
    predictions = [one for one in found if wanted.takes(one)]
    evaluation = evaluate(truths, predictions, strict=strict)
    for name in evaluation.without_prediction:
        click.echo(f"{plain(name)}: has no prediction, and counts nowhere.", err=True)
    if evaluation.documents:
        _tell(evaluation, output, misses=misses, strict=strict)
    elif not failures.codes:
        cause = "there is nothing in it that the predictions can be measured against"
        failures.add(
            NothingFoundError(gold[0], cause, "Give truth and predictions of the same documents."), gold[0]
        )
    failures.end()


def _files(names: Sequence[str]) -> list[str]:
    return [file for name in names for file in (files_in(name, JSON) if Path(name).is_dir() else [name])]


def _load(
    names: Sequence[str], load: Callable[[str], Loaded], failures: Failures
) -> Iterator[tuple[str, Loaded]]:
    """Yield what is in files; JSON of something else is passed over in a folder, and an error where it is named."""
    from extractor.errors import OtherJsonError

    for file in dict.fromkeys(_files(names)):
        try:
            yield file, load(file)
        except OtherJsonError as error:
            if file in names:
                failures.add(error, file)
        except Exception as error:
            failures.add(error, file)


def _tell(evaluation: Evaluation, output: str | None, *, misses: bool, strict: bool) -> None:
    if output is None:
        show_evaluated(evaluation, strict=strict, faults=misses)
        return
    from extractor.emit.evaluation.markdown import evaluation_markdown
    from extractor.emit.jsonfile import write_json, write_text

    if output.lower().endswith(".md"):
        write_text(evaluation_markdown(evaluation, strict=strict, faults=misses), output)
    else:
        write_json(evaluation, output)
    click.echo(f"{counted(len(evaluation.documents), 'document')} → {plain(output)}", err=True)
