"""The whole program on one screen: read, structure, interpret, normalise, correct, check."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from extractor.compare.check import completeness
from extractor.corrections.apply import correct
from extractor.document import LayoutDocument
from extractor.errors import ExtractorError, NothingFoundError, WrongTypeError
from extractor.garbage import collected_seldom
from extractor.interpret import interpret
from extractor.normalise import normalise
from extractor.read import read_document
from extractor.settings import DEFAULT, Settings
from extractor.structure.sections import build_outline
from schemas import Plan
from schemas.corrections import Corrections


@collected_seldom()
def extract_plan(path: str | os.PathLike[str], *, settings: Settings = DEFAULT) -> Plan:
    """Read one document and return what it promises, with evidence for each answer.

    Args:
        path: a PDF, Word (.docx), text or HTML file; the first bytes tell which.
        settings: what is asked for beyond that.

    Raises:
        CannotReadError: the file is missing, empty, damaged, locked, or holds no text.
        ExtractorError: the corrections are none, or those of another document.
        NothingFoundError: it was read, and it is neither a plan nor another document of a kommune.
    """
    document = read_document(Path(path), settings)  # words, lines and tables, each with its place
    return plan_in(document, str(path), settings=settings)


def plan_in(document: LayoutDocument, name: str, *, settings: Settings = DEFAULT) -> Plan:
    """Return what a document promises that was read already; `name` is what errors call it, see `extract_plan`."""
    outline = build_outline(document)  # what stands under what
    written = interpret(outline)  # goals, tiltak and the rest, in the document's own words
    plan = normalise(
        written.plan, abbreviations=written.abbreviations, year=written.year
    )  # resolved against the registers
    if settings.corrections is not None:  # by a reader, who knows better
        plan = _corrected(plan, _parsed(settings.corrections, name), written.abbreviations)
    plan.completeness = completeness(plan)  # against what the national guidance asks for
    if plan.kind == "other" and not (plan.goals or plan.tiltak or plan.kommuner):
        raise NothingFoundError(name, "no plan, goal or tiltak was found in it")
    return plan


def apply_corrections(plan: Plan, corrections: Corrections) -> Plan:
    """Return a plan that was extracted earlier as a reader has it, without reading the document again.

    What the document itself abbreviates is not written out in the parties that the reader names: a plan does not
    tell it.

    Raises:
        ExtractorError: the corrections are those of another document.
    """
    corrected = _corrected(plan, corrections, {})
    corrected.completeness = completeness(corrected)
    return corrected


def _parsed(text: str, name: str) -> Corrections:
    try:
        return Corrections.model_validate_json(text)
    except ValueError as error:
        raise WrongTypeError(
            name,
            "what is to be corrected in it does not follow the schema",
            "Export the corrections again.",
        ) from error


def _corrected(plan: Plan, corrections: Corrections, abbreviations: Mapping[str, str]) -> Plan:
    document = corrections.document
    if document.sha256 != plan.source.sha256:
        cause = f"the corrections are for another content, that of {document.filename}"
        raise ExtractorError(plan.source.filename, cause, "Correct this document anew.")
    return correct(plan, corrections, abbreviations=abbreviations)
