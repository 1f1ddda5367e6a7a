"""`planuttrekk review`: one page on which a reader goes through what was found in a plan and corrects it."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from extractor.cli.inputs import is_json
from extractor.cli.options import chosen_settings, language_option, ocr_option, talk_options
from extractor.cli.progress import tell_of_scans
from extractor.cli.targets import refuse_output
from extractor.emit.plain import plain
from extractor.errors import WrongTypeError

if TYPE_CHECKING:
    from extractor.guard import Looked
    from schemas import Plan
    from schemas.corrections import Corrections

log = logging.getLogger(__name__)

SUFFIXES = (".html",)


@click.command("review")
@click.argument("file", metavar="FILE")
@click.option("-o", "--output", metavar="FILE.html", required=True, help="Where the page goes.")
@click.option(
    "--plan", "json", metavar="JSON", help="What was found in FILE earlier; without it, FILE is read."
)
@click.option("--corrections", "said", metavar="JSON", help="Corrections that were downloaded earlier.")
@ocr_option
@language_option
@talk_options
def review_command(
    file: str, output: str, json: str | None, said: str | None, language: Literal["nb", "nn", "en"]
) -> None:
    """Write a page for going through what was found in a plan.

    FILE is the document. The page shows it with all goals and tiltak marked where they stand, beside the list of them.
    What is wrong can be corrected and what is missing added there; the corrections are downloaded as a file, and the
    page itself stays as it is. It is one file that needs no network.
    """
    refuse_output(output, [name for name in (file, json, said) if name], SUFFIXES)
    if is_json(file):
        raise click.UsageError(f"{plain(file)} is JSON: give the document, and the JSON behind --plan")
    plan = write_review_of(file, output, json=json, said=said, language=language)
    counts = f"{len(plan.goals)} mål, {len(plan.tiltak)} tiltak"
    click.echo(f"{plain(file)} → {plain(output)}: {counts}", err=True)


def write_review_of(
    file: str,
    output: str,
    *,
    json: str | None = None,
    said: str | None = None,
    language: Literal["nb", "nn", "en"] = "nb",
) -> Plan:
    """Write the page for a document; return the plan in it.

    Args:
        file: the document, which is read in a worker process.
        output: where the page goes.
        json: JSON of an earlier run; without it, the plan is extracted.
        said: corrections to begin with.
        language: of the words around the plan.

    Raises:
        ExtractorError: a file cannot be read or written, or belongs to another document.
    """
    from extractor.emit.review import page_sheets, text_sheets, write_review
    from extractor.guard import Guard

    tell_of_scans()
    with Guard() as guard:
        log.info("reading %s", file)
        looked = guard.look(file, chosen_settings(), plan=json is None)
        plan = _plan(json or file, looked, is_json=json is not None)
        corrections = None if said is None else _corrections(said, plan)
        sheets = (
            text_sheets(looked.text)
            if looked.pages is None
            else page_sheets(guard.pictures(file, looked.pages), looked.lines)
        )
        write_review(plan, sheets, output, name=Path(file).stem, language=language, corrections=corrections)
    return plan


def _plan(name: str, looked: Looked, *, is_json: bool) -> Plan:
    """Return the plan that was extracted, or that of an earlier run; that one must be of the same document."""
    from extractor.emit.jsonfile import load_plan
    from schemas import Plan

    if not is_json:
        return Plan.model_validate_json(looked.json)
    plan = load_plan(name)
    if plan.source.sha256 != looked.sha256:
        raise WrongTypeError(name, "is of another document", "Extract the plan again.")
    if any(goal.reviewed for goal in plan.goals) or any(one.reviewed for one in plan.tiltak):
        cause = "holds what a reader corrected, and corrections are of what was found"
        raise WrongTypeError(name, cause, "Leave --plan out, and give the corrections behind --corrections.")
    return plan


def _corrections(name: str, plan: Plan) -> Corrections:
    from extractor.corrections.carry import carried_over
    from extractor.emit.jsonfile import load_corrections

    found = load_corrections(name)
    if found.document.sha256 != plan.source.sha256:
        raise WrongTypeError(
            name, f"is for another document, {found.document.filename}", "Review this one anew."
        )
    return carried_over(plan, found)
